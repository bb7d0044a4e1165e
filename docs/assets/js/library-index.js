/* What scripts know of every story: the library's index, read in parts of a thousand stories. */

/** Return {stories, labels, texts} as hooks/porpiang/library_index.py describes them; address is that of index.json. */
export async function loadLibrary(address) {
  const first = await read(address);
  const rest = await Promise.all(first.parts.map((part) => read(new URL(part, address))));
  for (const { stories } of rest) {
    for (const [name, column] of Object.entries(stories)) first.stories[name].push(...column);
  }
  return first;
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
