/* The sentences that a page carries for its scripts, in its own language, and elements to say them in. */

const words = new Map([...document.querySelectorAll("[data-says]")].map((e) => [e.dataset.says, e.content.textContent]));

/** Return a sentence of the page with its {names} filled in. */
export function say(key, values = {}) {
  return words.get(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Return a new element with text and attributes. */
export function element(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
