/* Puts two to four stories side by side. The address says which ones; their own pages say everything else. */

import { writtenDay } from "./days.js";

const MOST = 4;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const language = document.documentElement.lang;
const root = document.querySelector(".compare");
const library = new URL(root.dataset.library, location.href);
const part = (selector) => root.querySelector(selector);
const picker = part(".picker");
const picked = part("#picked");
const words = new Map([...root.querySelectorAll("[data-says]")].map((e) => [e.dataset.says, e.content.textContent]));

const stories = new Map(); // id → {state: "loading" | "found" | "missing" | "failed", and of one found what its page says}
const titles = new Map(); // id → title, of every story once the list is filled
let list = "unasked"; // "unasked" | "loading" | "failed" | "filled"
let isPicking = false; // whether the reader asked for the list although two stories are chosen

function say(key, values = {}) {
  return words.get(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function element(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/* What the address says */

function asked() {
  const ids = (new URLSearchParams(location.search).get("ids") || "").split(",").map((id) => id.trim());
  return [...new Set(ids.filter(Boolean))];
}

function chosen() {
  return asked().slice(0, MOST);
}

function inState(...states) {
  return chosen().filter((id) => states.includes(stories.get(id)?.state));
}

function kept() {
  return chosen().filter((id) => stories.get(id)?.state !== "missing");
}

function go(ids) {
  history.pushState(null, "", ids.length ? `?ids=${ids.join()}` : location.pathname);
  show();
}

/* What the stories' pages say */

async function read(id) {
  const address = new URL(`${id}/`, library);
  let text;
  try {
    const answer = await fetch(address);
    if (answer.status === 404 || answer.status === 410) return { state: "missing" };
    if (!answer.ok) return { state: "failed" };
    text = await answer.text();
  } catch {
    return { state: "failed" };
  }
  const page = new DOMParser().parseFromString(text, "text/html");
  const facts = new Map([...page.querySelectorAll("[data-fact]")].map((fact) => [fact.dataset.fact, fact]));
  if (!facts.has("place")) return { state: "missing" };
  const { lang } = page.querySelector("article");
  return { state: "found", title: page.querySelector("h1").textContent, lang, address, facts };
}

function load(id) {
  if (!ID.test(id)) {
    stories.set(id, { state: "missing" });
    return;
  }
  const ready = read(id).then((story) => {
    stories.set(id, story);
    show();
  });
  stories.set(id, { state: "loading", ready });
}

function titleOf(id) {
  return stories.get(id)?.title ?? titles.get(id) ?? id;
}

/** Return a fact as it stands on its story's page, in the language it is in, its links leading where they led. */
function take(story, fact) {
  const copy = document.importNode(fact, true);
  for (const link of copy.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), story.address);
  for (const mark of copy.querySelectorAll("[id]")) mark.removeAttribute("id");
  for (const mark of copy.querySelectorAll(".headerlink")) mark.remove();
  copy.removeAttribute("data-fact");
  const box = element("div", "", story.lang === language ? {} : { lang: story.lang });
  box.append(...(copy.matches("ul, p") ? [copy] : copy.childNodes));
  return box;
}

function countSources(story) {
  const sources = story.facts.get("sources");
  const box = element("div");
  const href = new URL("#sources", story.address);
  if (sources) box.append(element("a", say("sources", { count: sources.children.length }), { href }));
  return box;
}

/* The table */

function head(story) {
  const cell = element("th", "", { scope: "col", role: "columnheader" });
  if (story.lang !== language) cell.lang = story.lang;
  cell.append(element("a", story.title, { href: story.address, title: story.title }));
  return cell;
}

function cell(story, name) {
  const made = element("td", "", { role: "cell" });
  const fact = story.facts.get(name);
  made.append(fact ? take(story, fact) : element("em", say("not_said")));
  if (name === "confidence") made.append(countSources(story));
  return made;
}

function drawTable() {
  const found = inState("found").map((id) => stories.get(id));
  const frame = part(".side-by-side");
  frame.hidden = !found.length;
  frame.dataset.stories = found.length;
  frame.style.setProperty("--stories", found.length);
  part("caption").textContent = say("caption", { count: found.length });
  for (const row of root.querySelectorAll("thead tr")) row.replaceChildren(row.firstChild, ...found.map(head));
  for (const row of root.querySelectorAll("tbody tr")) {
    row.replaceChildren(row.firstChild, ...found.map((story) => cell(story, row.dataset.row)));
  }
  part("tfoot td").colSpan = found.length + 1;
  signPrint();
}

function signPrint() {
  const date = writtenDay(new Date(), language);
  const addresses = inState("found").map((id) => stories.get(id).address.href);
  part("tfoot td").textContent = `${say("printed", { date })} ${addresses.join(" · ")}`;
}

/* Choosing */

function drawChosen() {
  const focused = document.activeElement.dataset.removes;
  part(".chosen").replaceChildren(
    ...kept().map((id) => {
      const { state, lang } = stories.get(id);
      const item = element("li");
      const name = element("span", state === "loading" ? say("loading") : titleOf(id));
      if (lang && lang !== language) name.lang = lang;
      const remove = element("button", say("remove"), { type: "button", "data-removes": id });
      remove.setAttribute("aria-label", `${say("remove")} ${titleOf(id)}`);
      item.append(name, remove);
      return item;
    }),
  );
  if (focused) part(`[data-removes="${focused}"]`)?.focus();
}

function drawPicker() {
  const ids = kept();
  const hasRoom = ids.length < MOST;
  picker.hidden = !(hasRoom && (ids.length < 2 || inState("missing").length || isPicking));
  part("[data-does=pick]").hidden = !(hasRoom && picker.hidden);
  part("[data-does=print]").hidden = !inState("found").length;
  if (picker.hidden) return;
  if (list === "unasked") fetchList();
  for (const option of picked.options) option.disabled = ids.includes(option.value);
  if (picked.selectedOptions[0]?.disabled) picked.value = "";
  const [lost] = inState("missing");
  if (lost && !picked.value) picked.value = nearest(lost);
}

/** Return the id in the list that begins most like one that does not exist, for links that were cut short. */
function nearest(lost) {
  const shared = (id) => {
    let length = 0;
    while (length < id.length && id[length] === lost[length]) length += 1;
    return length;
  };
  const free = [...titles.keys()].filter((id) => !kept().includes(id));
  const best = free.reduce((best, id) => (shared(id) > shared(best) ? id : best), "");
  return shared(best) >= 4 ? best : "";
}

async function fetchList() {
  list = "loading";
  try {
    const { loadLibrary } = await import("./library-index.js");
    fillList(await loadLibrary(new URL("index.json", library)));
    list = "filled";
  } catch {
    list = "failed";
  }
  show();
}

function fillList({ stories: { id, title, locale, province, region }, labels }) {
  const { compare } = new Intl.Collator(language);
  const order = id.map((_, i) => i).sort((a, b) => compare(title[a], title[b]));
  for (const [value, label] of [...Object.entries(labels.region), [undefined, ""]]) {
    const group = element("optgroup", "", { label });
    for (const i of order.filter((i) => region[i][0] === value)) {
      const names = [title[i], ...province[i].map((code) => labels.province[code])];
      const option = element("option", names.join(" · "), { value: id[i] });
      titles.set(id[i], title[i]);
      if (locale[i] !== language) option.lang = locale[i];
      group.append(option);
    }
    if (group.children.length) picked.append(...(label ? [group] : group.children));
  }
}

/* What is said */

function drawNotes() {
  const failed = inState("failed");
  const notes = [
    ...(asked().length > MOST ? [say("address_too_long", { count: asked().length })] : []),
    ...inState("missing").map((id) => say("missing", { id })),
    ...failed.map((id) => say("unreachable", { title: titleOf(id) })),
    ...(kept().length < 2 ? [say("at_least_two")] : []),
    ...(list === "failed" ? [say("list_failed")] : []),
  ].map((text) => element("p", text));
  if (failed.length || list === "failed") {
    notes.push(element("button", say("retry"), { type: "button", "data-does": "retry" }));
  }
  const box = part(".notes");
  const isSame = notes.map((note) => note.textContent).join() === [...box.children].map((e) => e.textContent).join();
  if (!isSame) box.replaceChildren(...notes); // what is put in anew is read out anew
}

function tell(key, values) {
  part(".happened").textContent = say(key, values);
}

function show() {
  for (const id of chosen()) if (!stories.has(id)) load(id);
  drawChosen();
  drawPicker();
  drawNotes();
  drawTable();
  for (const link of document.querySelectorAll(".language-switch")) link.search = location.search;
}

/* What the reader does */

picker.addEventListener("submit", async (event) => {
  event.preventDefault();
  const id = picked.value;
  isPicking = false;
  go([...kept(), id]);
  if (picker.hidden) (part("[data-does=pick]:not([hidden])") ?? part(".chosen li:last-child button")).focus();
  await stories.get(id).ready;
  if (stories.get(id).state === "found") tell("added", { title: titleOf(id) });
});

root.addEventListener("click", ({ target }) => {
  const { does, removes } = target.dataset;
  if (removes) {
    const title = titleOf(removes);
    go(kept().filter((id) => id !== removes));
    (part(".chosen button") ?? picked).focus();
    tell("removed", { title });
  } else if (does === "pick") {
    isPicking = true;
    show();
    picked.focus();
  } else if (does === "print") {
    print();
  } else if (does === "retry") {
    for (const id of inState("failed")) stories.delete(id);
    if (list === "failed") list = "unasked";
    show();
    (part(".chosen button") ?? picked).focus();
  }
});

addEventListener("popstate", show);
addEventListener("beforeprint", signPrint);

root.hidden = false;
show();
