/* Finds pages: Pagefind's index, asked in the pages' own words; where few have them all, also pages with some. */

import { SearchWords } from "./search-words.js";
import { ThaiWords } from "./search-thai.js";
import { nearest } from "./search-spelling.js";

const ENOUGH = 10; // results on the first screens; with fewer, pages that have not all of the words are added
const SMALLEST_SHARE = 0.25; // of the best score; less has little to do with what was asked
const BONUS = 1.5; // for having all of the words; a long page that has them by chance stays behind one about the thing
const THAI = /[\u0e01-\u0e4e]/;
const SHORTEST_MENDED = 4; // letters; a shorter word has too many neighbours

/** Load what a query needs; root is the address of the site, home that of its language. */
export async function openSearch(root, home) {
  delete Intl.Segmenter; // Pagefind would cut queries once more, by a dictionary that differs from browser to browser
  const [pagefind, words] = await Promise.all([
    import(new URL("pagefind/pagefind.js", root)),
    fetch(new URL("search/words.json", home)).then((answer) => answer.json()),
  ]);
  await pagefind.options({ noWorker: true, baseUrl: root.pathname, ...words.options });
  await pagefind.init();
  const read = (path, base) => fetch(new URL(path, base)).then((answer) => answer.json());
  return new SearchEngine(pagefind, words, {
    spelling: () => read("search/spelling.json", home),
    thaiWords: () => read("pagefind/thai-words.json", root).then((known) => new ThaiWords(known)),
  });
}

export class SearchEngine {
  /** load: functions that give what only some queries need, once each. */
  constructor(pagefind, words, load) {
    this.pagefind = pagefind;
    this.texts = words.texts;
    this.labels = words.labels;
    this.problems = words.problems;
    this.words = new SearchWords(words);
    this.load = load;
  }

  /**
   * Return {results, mended, counts()} for what a reader typed; filters: {name: value}.
   * results: [{id, data()}], best first; mended: the query as asked after a word nobody writes was mended, or "".
   */
  async search(typed, filters = {}) {
    const words = await this.cut(this.words.wanted(typed));
    const wanted = words.join(" ");
    const all = await this.ask(wanted, filters);
    const isThai = !/[a-z]/.test(wanted); // a Latin word that nobody writes finds words that begin alike
    if (all.length >= ENOUGH && isThai) return this.complete(all, wanted, filters);
    const parts = await this.askEach(words, filters);
    const mended = parts.some((part) => part.mended) ? parts.map((part) => part.mended ?? part.word).join(" ") : "";
    if (all.length >= ENOUGH && !mended) return this.complete(all, wanted, filters);
    const better = mended ? await this.ask(mended, filters) : [];
    const complete = mended && parts.length === 1 ? better : withoutDoubles([...better, ...all]);
    const results = ranked(complete, parts);
    return { results, mended, counts: () => countLoaded(results) };
  }

  complete(results, wanted, filters) {
    return { results, mended: "", counts: () => this.countAll(wanted, filters) };
  }

  /** Cut a query into words: at spaces, and Thai as the index is cut, whatever dictionary the browser has. */
  async cut(text) {
    let parts = text.split(" ");
    if (parts.some((part) => THAI.test(part))) {
      this.thaiWords ??= this.load.thaiWords();
      const thai = await this.thaiWords;
      parts = parts.flatMap((part) => (THAI.test(part) ? thai.cut(part) : [part]));
    }
    const words = parts.map((part) => this.words.pagesForm.get(part) ?? part); // a short form is a word of its own now
    return [...new Set(words)].filter((word) => !this.words.isIgnored(word));
  }

  async ask(words, filters) {
    return (await this.pagefind.search(words, { filters })).results;
  }

  /** Return [{word, mended, results}]; a word that no page has is mended to the nearest that one has. */
  async askEach(words, filters) {
    const parts = [];
    for (const word of words) {
      const part = { word, results: await this.ask(word, filters) };
      if (word.length >= SHORTEST_MENDED && !(await isWritten(word, part.results))) {
        [part.mended] = nearest(word, await this.spellings());
        if (part.mended) part.results = await this.ask(part.mended, filters);
      }
      if (part.results.length < ENOUGH && THAI.test(word)) {
        const finer = (await this.thaiWords).finer(part.mended ?? word);
        const more = finer.length ? await this.ask(finer.join(" "), filters) : [];
        part.results = withoutDoubles([...more, ...part.results]);
      }
      parts.push(part);
    }
    return parts;
  }

  spellings() {
    return (this.spelling ??= this.load.spelling());
  }

  /** Return how many of all results each value of each filter would leave: {filter: {value: count}}. */
  async countAll(words, filters) {
    await this.pagefind.filters();
    const counts = (await this.pagefind.search(words, { filters })).filters;
    for (const name of Object.keys(filters)) {
      const { [name]: chosen, ...others } = filters;
      counts[name] = (await this.pagefind.search(words, { filters: others })).filters[name];
    }
    return counts;
  }
}

/** Say whether a word stands in a page; for a Latin word nobody writes Pagefind gives words that begin alike. */
async function isWritten(word, [first]) {
  if (!first || !/^[a-z]/.test(word)) return Boolean(first);
  const { excerpt, sub_results: sections } = await first.data();
  const stem = word.slice(0, Math.max(SHORTEST_MENDED - 1, word.length - 2)).toLowerCase();
  const marks = [excerpt, ...sections.map((section) => section.excerpt)].join(" ").match(/<mark>[^<]*/g) ?? [];
  return marks.some((mark) => mark.slice("<mark>".length).toLowerCase().startsWith(stem));
}

/** Return the pages with all of the words, and those with a good share of them, by the sum of what each word scores. */
function ranked(complete, parts) {
  const whole = new Set(complete.map((result) => result.id));
  const found = new Map(complete.map((result) => [result.id, { ...result, score: 0 }]));
  for (const result of parts.flatMap((part) => part.results)) {
    const score = (found.get(result.id)?.score ?? 0) + result.score * (whole.has(result.id) ? BONUS : 1);
    found.set(result.id, { ...result, score });
  }
  const all = [...found.values()].sort((a, b) => b.score - a.score);
  const good = all.filter(({ id, score }) => whole.has(id) || score >= SMALLEST_SHARE * all[0].score);
  return good.slice(0, Math.max(ENOUGH, whole.size));
}

function withoutDoubles(results) {
  return [...new Map(results.map((result) => [result.id, result])).values()];
}

async function countLoaded(results) {
  const counts = {};
  for (const { filters } of await Promise.all(results.map((result) => result.data()))) {
    for (const [name, values] of Object.entries(filters)) {
      counts[name] ??= {};
      for (const value of values) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}
