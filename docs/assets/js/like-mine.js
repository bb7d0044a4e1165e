/* The page “An LAO like mine”: reads the form and the address, ranks the stories here, and shows them with reasons.
   Every word it shows stands in the page's own HTML or in the data. */
import { loadLibrary } from "./library-index.js";
import { most, rank } from "./likeness.js";

const AT_ONCE = 10;

const page = document.querySelector(".like-mine");
const form = page.querySelector("form");
const selects = [...form.querySelectorAll("select")];
const status = page.querySelector(".status");
const found = page.querySelector(".found");
const list = found.querySelector("ol");
const more = found.querySelector("button");
const locale = document.documentElement.lang;

let asked = 0;
let data = null;

/* The address carries the answers; a request that names this page must not pass them on. */
const referrer = document.createElement("meta");
referrer.name = "referrer";
referrer.content = "no-referrer";
document.head.append(referrer);

function load() {
  if (!data) {
    data = Promise.all([loadLibrary(new URL(`${page.dataset.stories}index.json`, location.href)), read(page.dataset.rule)]);
    data.catch(() => {
      data = null;
    });
  }
  return data;
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function say(name, values = {}) {
  status.textContent = name ? fill(form.dataset[name], values) : "";
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

function number(value) {
  return value.toLocaleString(locale).replace("-", "−");
}

function answers() {
  return Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
}

/* Put the answers of the address into the form; return the labels of those that no choice in the form matches. */
function readAddress() {
  const address = new URLSearchParams(location.search);
  return selects.filter((select) => {
    const value = address.get(select.name) || "";
    const known = [...select.options].some((option) => option.value === value);
    select.value = known ? value : "";
    return !known;
  });
}

async function show(question) {
  const turn = ++asked;
  found.hidden = true;
  list.textContent = "";
  say("reading");
  let stories, labels, rule;
  try {
    [{ stories, labels }, rule] = await load();
  } catch {
    if (turn === asked) say("failed");
    return;
  }
  if (turn !== asked) return; // another question came while this one waited for the line
  const ranked = rank(question, stories, rule);
  const rows = new Map(stories.id.map((id, row) => [id, row]));
  const outcomes = Object.assign({}, ...Object.values(rule.criteria));
  const total = most(question, rule);
  const items = ranked.map((story) => () => item(story, rows.get(story.id)));

  function item(story, row) {
    const fact = (name) => stories[name][row];
    const card = document.createElement("li");
    card.append(document.getElementById("like-mine-story").content.cloneNode(true));
    const link = card.querySelector("a");
    link.href = `${page.dataset.stories}${encodeURIComponent(story.id)}/`;
    link.textContent = fact("title");
    if (fact("locale") === locale) card.querySelector(".in-thai").remove();
    else link.lang = fact("locale");
    const about = ["kind", "province", "theme"].flatMap((name) => fact(name).map((value) => labels[name][value]));
    card.querySelector(".about").textContent = about.join(" · ");
    for (const side of ["for", "against"]) {
      const reasons = story.outcomes.filter((name) => outcomes[name].points > 0 === (side === "for"));
      const part = card.querySelector(`.${side}`);
      if (reasons.length === 0) part.remove();
      for (const name of reasons) {
        const reason = document.createElement("li");
        reason.dataset.outcome = name;
        reason.textContent = fill(outcomes[name][locale], { label: labelOf(name, fact) });
        part.querySelector("ul").append(reason);
      }
    }
    const score = card.querySelector(".score");
    score.textContent = fill(score.textContent, { score: number(story.score), most: number(total) });
    return card;
  }

  function labelOf(outcome, fact) {
    const kind = outcome.slice(0, outcome.lastIndexOf("-"));
    if (kind === "budget" || kind === "size") return number(fact(kind === "budget" ? "baht" : "people") || 0);
    const value = kind === "problem" && outcome !== "problem-other" ? question.problem : (fact(kind) || [])[0];
    return (labels[kind] || {})[value] || "";
  }

  function showMore() {
    const first = list.children.length;
    list.append(...items.slice(first, first + AT_ONCE).map((make) => make()));
    const left = items.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = fill(more.dataset.words, { count: number(Math.min(left, AT_ONCE)) });
    return list.children[first];
  }

  more.onclick = () => showMore().querySelector("a").focus();
  showMore();
  const compare = found.querySelector(".compare");
  compare.textContent = "";
  if (ranked.length > 1) {
    const pair = ranked.slice(0, 2).map((story) => encodeURIComponent(story.id));
    const link = document.createElement("a");
    link.href = `${page.dataset.stories}compare/?ids=${pair.join(",")}`;
    link.textContent = compare.dataset.words;
    compare.append(link);
  }
  const heading = found.querySelector("h2");
  heading.textContent = fill(heading.dataset.words, { count: number(ranked.length) });
  say("");
  found.hidden = false;
}

function clear() {
  asked += 1;
  found.hidden = true;
  list.textContent = "";
  say("");
}

async function answerAddress() {
  const strange = readAddress();
  const question = answers();
  if (Object.keys(question).length) await show(question);
  else clear();
  if (strange.length) {
    say("strange", { names: strange.map((select) => select.labels[0].textContent).join(" · ") });
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const question = answers();
  const text = new URLSearchParams(question).toString();
  const address = text ? `?${text}` : location.pathname;
  if (text !== location.search.slice(1)) history.pushState(null, "", address);
  if (!text) {
    clear();
    say("nothing");
    return;
  }
  await show(question);
  if (!found.hidden) found.querySelector("h2").focus();
});
addEventListener("popstate", answerAddress);

form.querySelector("button").disabled = false;
if (location.search) answerAddress();
