/* What a reader types, brought to the form that the pages use. hooks/porpiang/search_words.py does the same to
   the pages' words; tests/search_vectors.json holds the two together. */

const SHORTEST_FREE = 5; // a form of fewer letters is only found as a word of its own: สถ is no part of สถานที่
const LETTER = /[0-9a-z\u0e01-\u0e4e]/;

/** Return text without what nobody searches by: case, Thai digits, ฯ, invisible letters, full stops, split vowels. */
export function fold(text) {
  return text
    .toLowerCase()
    .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e20))
    .replace(/[ฯ\u200b\u200c\u200d\u2060\ufeff]/g, "")
    .replace(/ํา/g, "ำ")
    .replace(/ํ([่-๋])า/g, "$1ำ")
    .replace(/เเ/g, "แ")
    .replace(/ำ([่-๋])/g, "$1ำ")
    .replace(/([ก-ฮ])\.\s*(?=[ก-ฮ]\.)/g, "$1")
    .replace(/([ก-ฮ])\.(?=[ก-ฮ]{1,4}(?![ก-๎]))/g, "$1")
    .replace(/([a-z])\.(?=[a-z](?![a-z]))/g, "$1")
    .replace(/\.(?![0-9])/g, " ")
    .replace(/(^|[^0-9])\.(?=[0-9])/g, "$1 ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Knows the forms of one language: {forms: {what to look for: [folded form]}, ignored: [folded form]}. */
export class SearchWords {
  constructor({ forms, ignored }) {
    this.pagesForm = new Map(Object.entries(forms).flatMap(([wanted, typed]) => typed.map((form) => [form, wanted])));
    ignored.forEach((form) => this.pagesForm.set(form, ""));
    this.byFirstLetter = new Map();
    const longestFirst = [...this.pagesForm.keys()].sort((a, b) => b.length - a.length);
    for (const form of longestFirst) {
      const same = this.byFirstLetter.get(form[0]) ?? [];
      same.push(form);
      this.byFirstLetter.set(form[0], same);
    }
  }

  /** Return what to look for: every known form in the pages' form, words of questions left out. */
  wanted(typed) {
    const pieces = this.pieces(fold(typed));
    const kept = pieces.map(({ text, form }) => (form === undefined ? text : ` ${this.pagesForm.get(form)} `));
    const wanted = kept.join("").replace(/\s+/g, " ").trim();
    return wanted || fold(typed);
  }

  isIgnored(word) {
    return this.pagesForm.get(word.toLowerCase()) === "" || /^[^0-9\u0e01-\u0e2e]?$/.test(word);
  }

  /** Cut folded text into known forms, the longest first from the left, and what stands between them. */
  pieces(folded) {
    const found = [];
    let between = "";
    for (let at = 0; at < folded.length; ) {
      const form = (this.byFirstLetter.get(folded[at]) ?? []).find((known) => this.standsAt(folded, known, at));
      if (form === undefined) {
        between += folded[at];
        at += 1;
        continue;
      }
      if (between) found.push({ text: between });
      between = "";
      found.push({ text: form, form });
      at += form.length;
    }
    return between ? [...found, { text: between }] : found;
  }

  standsAt(folded, form, at) {
    if (!folded.startsWith(form, at)) return false;
    if (form.length >= SHORTEST_FREE && form >= "\u0e00") return true;
    return !LETTER.test(folded[at - 1] ?? "") && !LETTER.test(folded[at + form.length] ?? "");
  }
}
