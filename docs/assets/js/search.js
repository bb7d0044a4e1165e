/* The search as a reader sees it: a dialog over the page, whose address keeps the query and its filters. */

import { openSearch } from "./search-engine.js";
import { nearest } from "./search-spelling.js";

const SHOWN = 5; // results at a time
const SECTIONS = 3; // links into a page, under its title
const BEGINNING = 160; // letters
const PAUSE = 200; // milliseconds without a letter before the query is run
const QUERY = "q";
const FILTER = "q-"; // before the filters' names in the address, so that they are no other page's

let view;

/** Open the search; the button knows where the site, its language and the style sheet are. */
export async function show(button) {
  view ??= new SearchView(button.dataset);
  await view.open();
}

class SearchView {
  constructor({ root, home, style }) {
    this.root = new URL(root, location.href);
    this.home = new URL(home, location.href);
    this.style = new URL(style, location.href);
    this.run = 0;
  }

  async open() {
    this.ready ??= this.prepare().catch((error) => {
      this.ready = undefined; // the connection may be back when the search is opened again
      throw error;
    });
    await this.ready;
    if (this.dialog.open) return;
    this.readAddress();
    this.dialog.showModal();
    this.input.focus();
    this.input.select();
    this.search();
  }

  async prepare() {
    const styled = loadStyle(this.style);
    this.engine = await openSearch(this.root, this.home);
    this.text = this.engine.texts;
    await styled;
    this.build();
  }

  build() {
    const { text } = this;
    this.input = element("input", { type: "search", id: "search-input", autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });
    this.status = element("p", { className: "search-status", role: "status" });
    this.results = element("ol", { className: "search-results" });
    this.more = element("button", { type: "button", className: "search-more", hidden: true }, text.search_more);
    this.advice = element("div", { className: "search-advice", hidden: true });
    this.filters = element("details", { className: "search-filters" }, element("summary", {}, text.search_filters));
    this.selects = Object.keys(this.engine.labels).map((name) => this.buildSelect(name));
    this.filters.append(element("div", {}, ...this.selects.map((select) => element("label", {}, text[`filter_${select.name}`], select))));
    const close = element("button", { type: "button", className: "search-close", title: text.search_close }, "×");
    close.setAttribute("aria-label", text.search_close);
    const label = element("label", { htmlFor: "search-input" }, text.search_label);
    const form = element("form", { className: "search-form", role: "search" }, label, this.input, close);
    const body = element("div", { className: "search-body" }, this.filters, this.status, this.results, this.more, this.advice);
    this.dialog = element("dialog", { className: "search-dialog md-typeset" }, form, body);
    this.dialog.setAttribute("aria-label", text.search_label);
    document.body.append(this.dialog);

    this.input.addEventListener("input", () => this.searchSoon());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = this.input.value;
      this.search().then(() => {
        if (this.input.value !== typed) return; // the reader is already writing something else
        this.results.querySelector("a")?.focus();
      });
    });
    this.filters.addEventListener("toggle", () => this.filters.open && this.search());
    this.filters.addEventListener("change", () => this.search());
    this.more.addEventListener("click", () => this.showMore());
    close.addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.stop());
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
    this.dialog.addEventListener("keydown", (event) => this.move(event));
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // some browsers would only empty the field
      this.dialog.close();
    });
  }

  buildSelect(name) {
    const select = element("select", { name });
    select.append(element("option", { value: "" }, this.text.filter_any));
    for (const [value, label] of Object.entries(this.engine.labels[name])) {
      select.append(element("option", { value }, label));
    }
    return select;
  }

  /* --- the address ------------------------------------------------------------------------------------- */

  get chosen() {
    return Object.fromEntries(this.selects.filter((select) => select.value).map((select) => [select.name, select.value]));
  }

  readAddress() {
    const parameters = new URLSearchParams(location.search);
    this.input.value = parameters.get(QUERY) ?? this.input.value;
    for (const select of this.selects) select.value = parameters.get(FILTER + select.name) ?? "";
    if (Object.keys(this.chosen).length) this.filters.open = true;
  }

  writeAddress(closed) {
    const address = new URL(location.href);
    for (const name of [...address.searchParams.keys()]) {
      if (name === QUERY || name.startsWith(FILTER)) address.searchParams.delete(name);
    }
    if (!closed && this.input.value.trim()) {
      address.searchParams.set(QUERY, this.input.value.trim());
      for (const [name, value] of Object.entries(this.chosen)) address.searchParams.set(FILTER + name, value);
    }
    history.replaceState(history.state, "", address);
  }

  /** Run no query any more, and take it out of the address. */
  stop() {
    clearTimeout(this.timer);
    this.run += 1;
    this.writeAddress(true);
  }

  /* --- the query --------------------------------------------------------------------------------------- */

  searchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), PAUSE);
  }

  async search() {
    clearTimeout(this.timer);
    const run = ++this.run;
    const typed = this.input.value.trim();
    this.writeAddress(false);
    if (!typed) {
      this.waiting = [];
      this.clear(this.text.search_hint);
      this.advise([]);
      return;
    }
    this.status.textContent = this.text.search_working;
    let found;
    try {
      found = await this.engine.search(typed, this.chosen);
      const first = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
      if (run !== this.run) return; // a newer query is on its way
      this.waiting = found.results.slice(SHOWN);
      this.clear(this.said(typed, found));
      this.append(first);
      if (this.filters.open) this.showCounts(await found.counts());
      this.advice.hidden = found.results.length > 0;
      if (!found.results.length) this.advise(nearest(typed, await this.engine.spellings()));
    } catch (error) {
      if (run === this.run) this.clear(this.text.search_failed);
      throw error;
    }
  }

  /** Return how many pages were found, and what else was asked for. */
  said(typed, { results, mended }) {
    const { text } = this;
    if (!results.length) return text.search_none.replace("{query}", typed);
    const found = results.length === 1 ? text.search_found_one : text.search_found;
    const more = mended ? ` · ${text.search_mended.replace("{query}", mended)}` : "";
    return found.replace("{count}", results.length.toLocaleString("en")) + more;
  }

  clear(status) {
    this.results.replaceChildren();
    this.more.hidden = true;
    this.status.textContent = status;
  }

  append(pages) {
    this.results.append(...pages.map((page) => this.result(page)));
    this.more.hidden = this.waiting.length === 0;
  }

  async showMore() {
    const last = this.results.lastElementChild;
    this.append(await Promise.all(this.waiting.splice(0, SHOWN).map((result) => result.data())));
    last.nextElementSibling.querySelector("a").focus();
  }

  result(page) {
    const kinds = (page.filters.page ?? []).map((kind) => this.engine.labels.page[kind]);
    const places = (page.filters.province ?? []).map((code) => this.engine.labels.province[code]);
    const themes = (page.filters.theme ?? []).map((theme) => this.engine.labels.theme[theme]);
    const link = element("a", { href: page.url }, page.meta.title);
    const item = element(
      "li", {}, element("p", { className: "search-title" }, link), this.excerpt(page),
      element("p", { className: "about" }, [...kinds, ...places, ...themes].join(" · ")),
    ); // prettier-ignore
    const sections = page.sub_results.filter((part) => part.url !== page.url).slice(0, SECTIONS);
    if (sections.length) {
      const links = sections.map((part) => element("li", {}, element("a", { href: part.url }, part.title)));
      item.append(element("ul", { className: "search-sections" }, ...links));
    }
    return item;
  }

  /** Return the words around the match, or how the page begins when only other words for the same thing matched. */
  excerpt({ excerpt, content, raw_content: words }) {
    const [told] = content.split(this.text.search_terms);
    const [around] = excerpt.replace(/^[\s.·]+/, "").split(this.text.search_terms);
    const isTold = around.includes("<mark>") && oneSpaced(told).includes(oneSpaced(unmarked(around)));
    return marked(isTold ? around : beginning(words, told.length));
  }

  showCounts(counts) {
    for (const select of this.selects) {
      for (const option of select.options) {
        if (!option.value) continue;
        const count = counts[select.name]?.[option.value] ?? 0;
        option.textContent = `${this.engine.labels[select.name][option.value]} (${count.toLocaleString("en")})`;
        option.hidden = option.disabled = count === 0 && !option.selected;
      }
    }
  }

  /* --- when nothing is found, or nothing asked --------------------------------------------------------- */

  advise(spellings) {
    this.advice.hidden = false;
    const parts = [];
    if (spellings.length) {
      const buttons = spellings.map((spelling) => {
        const button = element("button", { type: "button" }, spelling);
        button.addEventListener("click", () => {
          this.input.value = spelling;
          this.search();
        });
        return button;
      });
      parts.push(element("p", {}, this.text.search_spelling, " ", ...buttons));
    }
    const problems = Object.entries(this.engine.problems).map(([id, label]) =>
      element("li", {}, element("a", { href: new URL(`stories/problem/${id}/`, this.home) }, label)),
    );
    parts.push(element("p", {}, this.text.search_problems), element("ul", {}, ...problems));
    parts.push(element("p", {}, element("a", { href: new URL("search/", this.home) }, this.text.search_ways)));
    this.advice.replaceChildren(...parts);
  }

  /** Move between the input and the results by the arrow keys. */
  move(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.target instanceof HTMLSelectElement) return;
    const stops = [this.input, ...this.results.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
  }
}

function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&#x27;": "'" };

/** Return an excerpt as a paragraph; Pagefind writes it as text with <mark>, and nothing else in it becomes HTML. */
function marked(excerpt) {
  const pieces = excerpt.split(/<\/?mark>/).map(plain);
  return element("p", {}, ...pieces.map((piece, place) => (place % 2 ? element("mark", {}, piece) : piece)));
}

function unmarked(excerpt) {
  return plain(excerpt.replace(/<\/?mark>/g, ""));
}

function plain(text) {
  return text.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (name) => ENTITIES[name]);
}

function oneSpaced(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** Return how a text begins, up to a place in it, in whole words; invisible spaces stand between Thai words. */
function beginning(text, end) {
  let begun = "";
  for (const word of text.match(/[^\s\u200b]+[\s\u200b]*/g)) {
    if (begun.length + word.length > Math.min(BEGINNING, end)) break;
    begun += word.replace(/\u200b/g, "");
  }
  return `${begun.trimEnd()}…`;
}

function loadStyle(href) {
  return new Promise((resolve) => {
    document.head.append(element("link", { rel: "stylesheet", href, onload: resolve, onerror: resolve }));
  });
}
