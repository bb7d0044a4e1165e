/* The library narrowed by several things at once; the address keeps the choice, and the plain list comes back without one. */

import { loadLibrary } from "./library-index.js";

const SHOWN = 24; // stories at a time
const MOST_COMPARED = 4;

const place = document.querySelector("[data-filters]");
const plain = document.querySelector(".all-stories");
const names = place.dataset.filters.split(" ");

let view;

function chosenInAddress() {
  const parameters = new URLSearchParams(location.search);
  return Object.fromEntries(names.filter((name) => parameters.get(name)).map((name) => [name, parameters.get(name)]));
}

/** Show the filters, with what the address says is chosen. */
export async function show() {
  if (!view) {
    const [library] = await Promise.all([loadLibrary(new URL("index.json", location.href)), loadStyle()]);
    view = new Filters(library);
    addEventListener("popstate", () => view.show(chosenInAddress()));
  }
  place.querySelector(".filters-failed").hidden = true;
  view.show(chosenInAddress());
}

function loadStyle() {
  return new Promise((resolve) => {
    const link = element("link", { rel: "stylesheet", href: place.dataset.style, onload: resolve, onerror: resolve });
    document.head.append(link);
  });
}

class Filters {
  constructor({ stories, labels, texts }) {
    Object.assign(this, { stories, labels, text: texts });
    this.compared = new Set();
    this.selects = names.map((name) => this.buildSelect(name));
    this.status = element("p", { className: "filters-status", role: "status" });
    this.clear = element("button", { type: "button" }, texts.library_clear);
    this.list = element("ul", { className: "cards" });
    this.more = element("button", { type: "button" }, texts.library_more);
    this.compare = element("a", { className: "compare-chosen", hidden: true });
    const fields = this.selects.map((select) => element("label", {}, texts[`filter_${select.name}`], select));
    this.form = element("form", { className: "filters-form" }, ...fields);
    place.append(this.form, this.status, this.clear, this.list, this.more, this.compare);
    this.form.addEventListener("change", () => this.choose(this.chosen));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.clear.addEventListener("click", () => this.choose({}));
    this.more.addEventListener("click", () => this.showMore());
  }

  buildSelect(name) {
    const select = element("select", { name }, element("option", { value: "" }, this.text.filter_any));
    for (const [value, label] of Object.entries(this.labels[name])) select.append(element("option", { value }, label));
    return select;
  }

  get chosen() {
    return Object.fromEntries(this.selects.filter((select) => select.value).map((select) => [select.name, select.value]));
  }

  choose(chosen) {
    const address = new URL(location.href);
    names.forEach((name) => address.searchParams.delete(name));
    Object.entries(chosen).forEach(([name, value]) => address.searchParams.set(name, value));
    history.pushState(null, "", address);
    this.show(chosen);
  }

  show(chosen) {
    for (const select of this.selects) {
      select.value = chosen[select.name] ?? "";
      if (select.value !== (chosen[select.name] ?? "")) delete chosen[select.name]; // a word that the library lacks
      this.count(select, chosen);
    }
    this.waiting = this.matching(chosen);
    this.status.textContent = this.said(this.waiting.length);
    this.clear.hidden = Object.keys(chosen).length === 0;
    this.list.replaceChildren();
    this.showMore();
    plain.hidden = true;
  }

  said(number) {
    const key = { 0: "library_none", 1: "library_found_one" }[number] ?? "library_found";
    return this.text[key].replace("{count}", number.toLocaleString("en"));
  }

  /** Return the places in the columns of the stories that have every chosen value. */
  matching(chosen) {
    const wanted = Object.entries(chosen);
    return [...this.stories.id.keys()].filter((row) => wanted.every(([name, value]) => this.stories[name][row].includes(value)));
  }

  /** Write beside every value how many stories it would leave, whatever the same list has chosen now. */
  count(select, { [select.name]: now, ...others }) {
    const counts = {};
    for (const row of this.matching(others)) {
      for (const value of this.stories[select.name][row]) counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const option of select.options) {
      if (!option.value) continue;
      const count = counts[option.value] ?? 0;
      option.textContent = `${this.labels[select.name][option.value]} (${count.toLocaleString("en")})`;
      option.hidden = option.disabled = count === 0 && option.value !== now;
    }
  }

  showMore() {
    this.list.append(...this.waiting.splice(0, SHOWN).map((row) => this.card(row)));
    this.more.hidden = this.waiting.length === 0;
  }

  card(row) {
    const { id, title, locale, kind, province, theme } = Object.fromEntries(
      Object.entries(this.stories).map(([name, column]) => [name, column[row]]),
    );
    const link = element("a", { href: `${id}/`, lang: locale }, title);
    const words = [["kind", kind], ["province", province], ["theme", theme]].flatMap(([name, values]) =>
      values.map((value) => this.labels[name][value]),
    );
    const box = element("input", { type: "checkbox", checked: this.compared.has(id) });
    box.addEventListener("change", () => this.pick(id, box));
    return element(
      "li", {}, element("p", {}, element("b", {}, link)), element("p", { className: "about" }, words.join(" · ")),
      element("label", { className: "pick" }, box, ` ${this.text.library_pick}`),
    );
  }

  pick(id, box) {
    if (box.checked && this.compared.size === MOST_COMPARED) {
      box.checked = false;
      this.status.textContent = this.text.library_enough;
      return;
    }
    this.compared[box.checked ? "add" : "delete"](id);
    this.compare.hidden = this.compared.size < 2;
    this.compare.href = `compare/?ids=${[...this.compared].join(",")}`;
    this.compare.textContent = this.text.library_compare.replace("{count}", this.compared.size);
  }
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  if (properties.role) made.setAttribute("role", properties.role);
  made.append(...children);
  return made;
}
