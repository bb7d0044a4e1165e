/* Fills in the record of learning from what this device keeps. The name that is typed stays in the page. */

import { dayOf, writtenDay } from "./days.js";

const KEPT = "porpiang.learning";

const language = document.documentElement.lang;
const root = document.querySelector(".record");
const { course, version } = root.dataset;
const part = (selector) => root.querySelector(selector);
const words = new Map([...root.querySelectorAll("[data-says]")].map((e) => [e.dataset.says, e.content.textContent]));

function say(key, values = {}) {
  return words.get(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Return what is kept of all courses, an empty object where nothing is; throws where it cannot be read. */
function readKept() {
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
  if (kept === null || typeof kept !== "object") throw new SyntaxError("not an object");
  return kept;
}

function isResult(test) {
  const { right, count, on, version: taken, items } = test;
  const isScore = Number.isInteger(right) && Number.isInteger(count) && right >= 0 && right <= count && count > 0;
  return isScore && typeof on === "string" && dayOf(on) && typeof taken === "string" && typeof items === "object";
}

/** Return {state} of the last test of this course; of a result also the test and the names of items answered right. */
function lastTest() {
  let kept;
  try {
    kept = readKept();
  } catch (error) {
    return { state: error instanceof SyntaxError ? "damaged" : "blocked" };
  }
  const test = kept.tests?.[course]?.["post-test"];
  if (!test) return { state: "none" };
  if (!isResult(test)) return { state: "damaged" };
  const inModules = Object.entries(kept.items ?? {}).filter(([, item]) => item?.right === true);
  const inTest = Object.entries(test.items ?? {}).filter(([, right]) => right === true);
  return { state: "ready", test, right: new Set([...inModules, ...inTest].map(([name]) => name)) };
}

function drawFacts({ right, count, on, version: taken }) {
  const isOld = taken !== version;
  const facts = {
    version: isOld ? say("version_changed", { version: taken, current: version }) : taken,
    day: writtenDay(dayOf(on), language),
    score: `${right}/${count}`,
  };
  for (const [name, text] of Object.entries(facts)) part(`[data-fact=${name}]`).textContent = text;
}

/** Mark which objectives were met: one is when an item that tests it was answered right. */
function drawObjectives(right) {
  const tested = [...root.querySelectorAll(".objectives [data-items]:not([data-items=''])")];
  for (const objective of tested) {
    const isMet = objective.dataset.items.split(" ").some((name) => right.has(name));
    objective.classList.toggle("met", isMet);
    objective.querySelector(".mark")?.remove();
    const mark = document.createElement("span");
    mark.className = "mark";
    mark.textContent = say(isMet ? "met" : "not_met");
    objective.append(" ", mark);
  }
  const met = tested.filter((objective) => objective.matches(".met")).length;
  part(".tally").textContent = say("tally", { met, count: tested.length });
}

function show() {
  const { state, test, right } = lastTest();
  const isReady = state === "ready";
  part(".state").textContent = say(state);
  part(".to-test").hidden = isReady;
  part(".make").hidden = !isReady;
  part(".sheet").hidden = !isReady;
  for (const box of root.querySelectorAll(".filled-in")) box.hidden = !isReady;
  if (!isReady) return;
  drawFacts(test);
  drawObjectives(right);
}

part("#learner").addEventListener("input", ({ target }) => {
  part(".learner").textContent = target.value;
});
part(".make button").addEventListener("click", () => print());
addEventListener("storage", show); // the test was taken in another tab

part(".address").textContent = location.origin + location.pathname;
show();
