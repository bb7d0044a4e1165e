/* The outer page of a course in a learning management system, by SCORM 1.2. It stays while the course's pages change
   in its frame: it takes the learner's place and progress from the system, and hands them back at every change. The
   pages keep progress on the device, as they do on the site; where there is no system, that is all. */
import { openProgress } from "../docs/assets/js/progress.js";
import { say } from "../docs/assets/js/words.js";
import { lengthen, shorten } from "./suspend_data.js";

const MOST_PARENTS = 10;
const frame = document.querySelector("iframe");
const { course } = frame.dataset;
const modules = frame.dataset.modules.split(" ");
const places = ["", "pre-test", ...modules, "post-test"]; // as lesson_location names them
const start = new URL(frame.dataset.start, location);
const began = Date.now();
const sent = new Map();

const addressOf = (place) => new URL(place ? `${place}/index.html` : start, start).href;

/** Find the system's API as the standard says: in a parent of this window, or of the window that opened it. */
function findApi(from) {
  try {
    for (let seen = from, up = 0; seen && up < MOST_PARENTS; seen = seen.parent, up += 1) if (seen.API) return seen.API;
    return from.opener ? findApi(from.opener) : null;
  } catch {
    return null; // a window of another site: no system of ours
  }
}

const api = findApi(window);
const isRecorded = api !== null && String(api.LMSInitialize("")) === "true";

/** Hand values over, those alone that changed; say when the system could not keep them. */
function hand(values) {
  const changed = Object.entries(values).filter(([name, value]) => sent.get(name) !== value);
  if (!isRecorded || !changed.length) return;
  const isKept = changed.map(([name, value]) => api.LMSSetValue(name, value)).every(isTrue) && isTrue(api.LMSCommit(""));
  if (isKept) for (const [name, value] of changed) sent.set(name, value);
  document.querySelector("[role=status]").textContent = isKept ? "" : say("scorm_not_kept");
}

const isTrue = (answer) => String(answer) === "true";

/** Return what the system shall know: completed when every module is read and the post-test is taken; nobody fails,
    since the courses set no mark to pass. */
function record() {
  const { data } = openProgress();
  const test = data.tests[course]?.["post-test"];
  const isDone = test && modules.every((module) => data.modules[`${course}/${module}`]);
  return {
    "cmi.suspend_data": shorten(data, course, modules),
    ...(test && {
      "cmi.core.score.min": "0",
      "cmi.core.score.max": "100",
      "cmi.core.score.raw": String(Math.round((100 * test.right) / test.count)),
    }),
    ...(isDone && { "cmi.core.lesson_status": "completed" }),
  };
}

function handRecord() {
  hand(record());
}

/** Let the device hold this learner's progress in this course, not that of who sat here before. */
function takeOver(text) {
  const progress = openProgress();
  const isOther = ([name]) => name !== course && !name.startsWith(`${course}/`);
  for (const [part, records] of Object.entries(progress.data)) {
    if (part !== "version") progress.data[part] = Object.fromEntries(Object.entries(records).filter(isOther));
  }
  try {
    progress.import(JSON.stringify(lengthen(text, course, modules)));
  } catch {
    return; // damaged on the way: what the device has is better
  }
  progress.save();
}

let place = "";
if (isRecorded) {
  takeOver(api.LMSGetValue("cmi.suspend_data"));
  place = api.LMSGetValue("cmi.core.lesson_location");
  const status = api.LMSGetValue("cmi.core.lesson_status");
  sent.set("cmi.core.lesson_status", status);
  if (["not attempted", ""].includes(status)) hand({ "cmi.core.lesson_status": "incomplete" });
}

frame.addEventListener("load", () => {
  const { href } = frame.contentWindow.location;
  const found = places.find((place) => href.split("#")[0] === addressOf(place));
  if (found !== undefined) hand({ "cmi.core.lesson_location": found });
});
frame.src = addressOf(places.includes(place) ? place : "");

addEventListener("storage", handRecord); // a page in the frame has kept something
addEventListener("online", handRecord);
addEventListener("pagehide", () => {
  if (!isRecorded) return;
  const seconds = Math.round((Date.now() - began) / 1000);
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, "0"));
  hand({ ...record(), "cmi.core.session_time": time.join(":"), "cmi.core.exit": "suspend" });
  api.LMSFinish("");
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload(); // come back to: a new session
});
