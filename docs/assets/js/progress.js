/* What a learner has done, kept on this device only, in one entry of its storage. */

const KEY = "porpiang.learning";
const SET_ASIDE = `${KEY}.unreadable`;
const VERSION = 1;
const COURSE = /^[a-z0-9-]+$/;
const MODULE = /^[a-z0-9-]+\/[a-z0-9-]+$/; // course/module; course/test in sheets
const ITEM = /^[a-z0-9-]+\/[a-z0-9-]+#q[1-8]$/;
const TEST = /^(pre|post)-test$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const empty = () => ({ version: VERSION, items: {}, modules: {}, tests: {}, sheets: {} });

/** Open what this device keeps; a device that keeps nothing begins with nothing. */
export function openProgress() {
  const progress = new Progress();
  progress.reload();
  return progress;
}

class Progress {
  /** items, modules and tests by name; sheets hold the answers given in a test, as items do those given in modules. */
  data = empty();
  /** Whether something that could not be read was found on the device and put aside. */
  isSetAside = false;
  #isKept = true;

  /** Read again what the device keeps, since another page may have changed it. */
  reload() {
    if (!this.#isKept) return; // what could not be saved is only here
    let text;
    try {
      text = localStorage.getItem(KEY);
    } catch {
      return;
    }
    try {
      this.data = text === null ? empty() : parse(text);
    } catch {
      this.data = empty();
      this.isSetAside = true;
      localStorage.removeItem(KEY); // first, to make room for it
      localStorage.setItem(SET_ASIDE, text);
    }
  }

  /** Keep everything on the device; return whether it does. */
  save() {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.data));
      this.#isKept = true;
    } catch {
      this.#isKept = false;
    }
    return this.#isKept;
  }

  /** Return everything as JSON text. */
  export() {
    return JSON.stringify(this.data);
  }

  /** Add what an exported text holds; of two records of one thing the newer stays. Throws an Error with .key. */
  import(text) {
    const found = parse(text);
    addNewer(this.data.items, found.items);
    addNewer(this.data.modules, found.modules);
    for (const [course, tests] of Object.entries(found.tests)) addNewer((this.data.tests[course] ??= {}), tests);
    this.data.sheets = { ...found.sheets, ...this.data.sheets };
  }

  /** Forget everything, here and on the device. */
  clear() {
    this.data = empty();
    this.isSetAside = false;
    this.#isKept = true;
    try {
      for (const key of [KEY, SET_ASIDE]) localStorage.removeItem(key);
    } catch {
      // a device that forbids its storage holds nothing
    }
  }
}

function addNewer(kept, found) {
  for (const [name, record] of Object.entries(found)) {
    if (!kept[name] || record.on > kept[name].on) kept[name] = record;
  }
}

/* What a text must be to be believed */

function parse(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    throw problem("learning_file_damaged");
  }
  if (found?.version > VERSION) throw problem("learning_file_newer");
  const data = { ...empty(), ...found };
  const isSound =
    found?.version === VERSION &&
    holds(found.items, ITEM, isAnswer) &&
    holds(found.modules, MODULE, (module) => module?.read === true && isDay(module.on)) &&
    holds(found.tests, COURSE, (tests) => holds(tests, TEST, isResult)) &&
    holds(data.sheets, MODULE, (sheet) => holds(sheet, ITEM, isAnswer));
  if (!isSound) throw problem("learning_file_damaged");
  return data;
}

function problem(key) {
  return Object.assign(new Error(key), { key });
}

function holds(value, name, fits) {
  return value?.constructor === Object && Object.entries(value).every(([key, inner]) => name.test(key) && fits(inner));
}

const isDay = (value) => DAY.test(value);

function isAnswer(record) {
  const isText = (value) => typeof value === "string";
  const { answer, right, on } = record ?? {};
  const isGiven = isText(answer) || Number.isFinite(answer) || (Array.isArray(answer) && answer.every(isText));
  return isGiven && typeof right === "boolean" && isDay(on);
}

function isResult(result) {
  const { items, right, count, on, version } = result ?? {};
  const isCounted = Number.isInteger(right) && Number.isInteger(count) && 0 <= right && right <= count && count > 0;
  return isCounted && holds(items, ITEM, (value) => typeof value === "boolean") && isDay(on) && typeof version === "string";
}
