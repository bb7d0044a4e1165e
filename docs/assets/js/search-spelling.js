/* The words nearest in spelling to what was typed. */

const MOST = 3; // suggestions
const SHARE = 0.34; // of the letters may differ

/** Return up to three of the known words that differ from a text in a third of its letters at most, nearest first. */
export function nearest(text, known) {
  const typed = text.toLowerCase().trim();
  const scored = [];
  for (const word of known) {
    const limit = Math.floor(Math.max(typed.length, word.length) * SHARE);
    const found = distance(typed, word.toLowerCase(), limit);
    if (found > 0 && found <= limit) scored.push([found / word.length, word]);
  }
  scored.sort((a, b) => a[0] - b[0]);
  return scored.slice(0, MOST).map(([, word]) => word);
}

/** Return how many letters are added, left out, changed or swapped between two texts; above the limit, limit + 1. */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
