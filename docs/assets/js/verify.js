/* Checks a signed record of learning in this page. The code comes from the address or the form and goes nowhere. */

import { dayOf, writtenDay } from "./days.js";
import { CodeError, isSigned, readCode, readKey } from "./record-code.js";

const language = document.documentElement.lang;
const root = document.querySelector(".verify");
const part = (selector) => root.querySelector(selector);
const words = new Map([...root.querySelectorAll("[data-says]")].map((e) => [e.dataset.says, e.content.textContent]));
const organizers = new Map([...document.querySelectorAll("[data-organizer]")].map((e) => [e.dataset.organizer, e]));

function say(key, values = {}) {
  return words.get(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function written(day) {
  return writtenDay(dayOf(day), language);
}

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/* What is found: {verdict: "good" | "unsure" | "bad", says: sentences, read: the record, of one that was signed} */

function bad(key, values) {
  return { verdict: "bad", says: [say(key, values)] };
}

async function check(code, pasted) {
  if (!code.trim()) return bad("nothing");
  let read;
  try {
    read = readCode(code);
  } catch (error) {
    if (error instanceof CodeError) return bad(error.fault);
    throw error;
  }
  const known = organizers.get(read.organizer);
  if (!known && !pasted.trim()) return { ...bad("unknown_organizer", read), verdict: "unsure" };
  const key = readKey(known ? known.dataset.key : pasted); // a pasted key never stands in for a registered one
  if (!key) return bad("bad_key");
  try {
    if (!(await isSigned(read, key))) return bad("changed");
  } catch {
    return bad("unable");
  }
  return { ...(known ? judge(read.day, known.dataset) : { verdict: "unsure", says: [say("signed_by_pasted")] }), read };
}

/** Judge a record that a registered organizer signed by the time of the organizer's key. */
function judge(day, { begins, ends, revoked }) {
  if (revoked) return bad("revoked", { date: written(revoked) });
  if (day < begins || day > ends) {
    return bad("outside", { date: written(day), begins: written(begins), ends: written(ends) });
  }
  const notes = today() > ends ? [say("ended", { date: written(ends) })] : [];
  return { verdict: "good", says: [say("signed"), ...notes] };
}

/* What is shown */

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function details(read) {
  const course = root.querySelector(`[data-course="${CSS.escape(read.course)}"]`)?.content.textContent;
  const organizer = organizers.get(read.organizer)?.querySelector("b").textContent;
  const facts = {
    name: read.name,
    course: course ?? read.course,
    version: read.version,
    day: written(read.day),
    score: say("score_value", read),
    organizer: organizer ?? read.organizer,
  };
  const list = document.createElement("dl");
  for (const [name, value] of Object.entries(facts)) list.append(element("dt", say(name)), element("dd", value));
  return list;
}

async function show() {
  const { verdict, says, read } = await check(part("#code").value, part("#key").value);
  const box = part(".verdict");
  box.dataset.verdict = verdict;
  box.replaceChildren(...says.map((text) => element("p", text)), ...(read ? [details(read)] : []));
}

function takeAddress() {
  const code = location.hash.slice(1);
  if (!code.toUpperCase().startsWith("PR")) return; // a heading of the page
  part("#code").value = code;
  for (const link of document.querySelectorAll(".language-switch")) link.hash = location.hash;
  show();
}

part("form").addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
addEventListener("hashchange", takeAddress);

part("form").hidden = false;
takeAddress();
