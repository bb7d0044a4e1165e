/* The pages of a course: keeps on this device what a learner does, and shows it on every page. */
import { openProgress } from "./progress.js";
import { element, say } from "./words.js";

const progress = openProgress();
const shown = []; // what draws itself anew when progress changes
let isLost = false; // whether the device could not keep something

const today = () => new Intl.DateTimeFormat("sv").format(); // YYYY-MM-DD of the learner's own day

function show() {
  for (const draw of shown) draw();
}

function save() {
  isLost = !progress.save();
  show();
}

function troubles() {
  return [...(progress.isSetAside ? ["learning_set_aside"] : []), ...(isLost ? ["quiz_not_kept"] : [])].map((key) => say(key));
}

/** Put lines into a place that is read out, unless they stand there already. */
function tell(box, lines) {
  const isSame = lines.join() === [...box.children].map((line) => line.textContent).join();
  if (!isSame) box.replaceChildren(...lines.map((line) => element("p", line)));
}

function isRead(module) {
  return progress.data.modules[module]?.read === true;
}

/* A quiz, on the page of a module or of a test */

async function runQuiz(section) {
  await import("./quiz.js");
  const { module, course, test, version, record } = section.dataset;
  const items = [...section.querySelectorAll("quiz-item")];
  const count = items.length;
  const name = ({ dataset }) => dataset.item;
  const sheet = () => (test ? (progress.data.sheets[`${course}/${test}`] ??= {}) : progress.data.items);
  const answered = () => items.map((item) => sheet()[name(item)]).filter(Boolean);
  const countRight = () => answered().filter(({ right }) => right).length;
  const isDone = () => answered().length === count;
  const more = section.querySelector(".more");
  if (record) more.prepend(element("a", say("learning_record"), { href: record }), " ");

  for (const item of items) {
    const before = sheet()[name(item)];
    if (!before) continue;
    if (item.restore(before.answer)) before.right = item.isRight;
    else delete sheet()[name(item)]; // the question has changed since
  }

  section.addEventListener("answered", ({ target }) => {
    sheet()[name(target)] = { answer: target.answer, right: target.isRight, on: today() };
    if (isDone() && module && !isRead(module)) progress.data.modules[module] = { read: true, on: today() };
    if (isDone() && test) {
      const right = Object.fromEntries(items.map((item) => [name(item), sheet()[name(item)].right]));
      const result = { items: right, right: countRight(), count, on: today(), version };
      progress.data.tests[course] = { ...progress.data.tests[course], [test]: result };
    }
    save();
  });

  more?.querySelector("button").addEventListener("click", () => {
    delete progress.data.sheets[`${course}/${test}`];
    save();
    for (const item of [...items].reverse()) item.reset(); // the first is left with the focus
  });

  shown.push(() => {
    const values = { right: countRight(), answered: answered().length, count };
    const lines = values.answered ? [say(isDone() ? "quiz_score" : "quiz_so_far", values)] : [];
    if (test === "post-test" && isDone()) lines.push(compared(progress.data.tests[course]));
    tell(section.querySelector(".score"), [...lines, ...troubles()]);
    if (more) more.hidden = !isDone();
  });
}

function compared({ "pre-test": before, "post-test": after } = {}) {
  if (!before || !after) return say("learning_no_pre_test");
  const share = ({ right, count }) => Math.round((100 * right) / count);
  return say("learning_compare", {
    before: before.right,
    before_count: before.count,
    before_share: share(before),
    after: after.right,
    after_count: after.count,
    after_share: share(after),
  });
}

/* The button that marks a module as read */

function runReadMark(box) {
  const [button, said] = box.children;
  const { module } = box.dataset;
  button.addEventListener("click", () => {
    if (isRead(module)) delete progress.data.modules[module];
    else progress.data.modules[module] = { read: true, on: today() };
    save();
  });
  shown.push(() => {
    button.setAttribute("aria-pressed", isRead(module));
    tell(said, isRead(module) ? [say("learning_is_read"), ...troubles()] : []);
  });
  box.hidden = false;
}

/* The course: what is done, and what comes next */

function runCourse(map) {
  const { course, record } = map.dataset;
  const steps = [...map.querySelectorAll("[data-test], [data-module]")];
  const modules = steps.filter((step) => "module" in step.dataset);
  const next = map.querySelector(".next-step");
  const isModuleDone = ({ dataset }) => isRead(dataset.module);
  const result = ({ dataset }) => progress.data.tests[course]?.[dataset.test];
  const isStepDone = (step) => ("module" in step.dataset ? isModuleDone(step) : Boolean(result(step)));

  const drawStep = (step) => {
    step.querySelector(".state")?.remove();
    if (!isStepDone(step)) return;
    const said = result(step) ? say("quiz_score", result(step)) : say("learning_done");
    step.querySelector("b").after(" ", element("span", said, { class: "state" }));
  };

  const drawNext = (done) => {
    const isBegun = done > 0 || steps.some(isStepDone);
    const left = steps.filter((step) => !isStepDone(step) && !(isBegun && step.dataset.test === "pre-test"));
    const link = left[0]?.querySelector("a").cloneNode(true);
    next.querySelector("b").textContent = say(link ? (isBegun ? "learning_next" : "learning_begin") : "learning_all_done");
    next.querySelector("a")?.remove();
    if (link) next.append(link);
    else if (record) next.append(element("a", say("learning_record"), { href: record }));
  };

  shown.push(() => {
    const done = modules.filter(isModuleDone).length;
    steps.forEach(drawStep);
    drawNext(done);
    const bar = element("progress", "", { max: modules.length, value: done });
    const label = element("label", say("learning_done_of", { done, count: modules.length }));
    label.append(bar);
    const far = map.querySelector(".how-far");
    far.replaceChildren(...(done ? [label] : []));
  });
}

/* The learner's own data: out, in, away */

function runMyData(box) {
  const said = box.querySelector("[role=status]");
  const dialog = box.querySelector("dialog");
  const does = {
    export() {
      const name = `porpiang-${today()}.json`;
      const href = URL.createObjectURL(new Blob([progress.export()], { type: "application/json" }));
      element("a", "", { href, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000); // slow browsers read it after the click
      tell(said, [say("learning_exported", { name })]);
    },
    delete() {
      dialog.showModal();
    },
  };
  box.addEventListener("click", ({ target }) => does[target.dataset.does]?.());
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "delete") return;
    progress.clear();
    isLost = false;
    show();
    tell(said, [say("learning_deleted")]);
    dialog.returnValue = "";
  });
  box.querySelector("input").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    try {
      progress.import(await file.text());
      save();
      tell(said, [say("learning_imported"), ...troubles()]);
    } catch (problem) {
      tell(said, [say(problem.key ?? "learning_file_damaged")]); // without a key: the file could not be opened
    }
    target.value = ""; // the same file may be chosen again
  });
  tell(said, troubles());
  box.open = troubles().length > 0;
  box.hidden = false;
}

/* Tables wider than the screen scroll in a frame that the theme puts around them; the keyboard must get there too. */

function reachWideTables() {
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  }
}

for (const type of ["load", "resize"]) addEventListener(type, reachWideTables);

const runs = { ".quiz": runQuiz, ".read-mark": runReadMark, ".course-map": runCourse, ".my-data": runMyData };
await Promise.all(Object.entries(runs).map(async ([part, run]) => {
  const found = document.querySelector(part);
  if (found) await run(found);
}));
show();
for (const type of ["storage", "pageshow"]) {
  addEventListener(type, () => {
    progress.reload(); // another page of the site may have changed it
    show();
  });
}
