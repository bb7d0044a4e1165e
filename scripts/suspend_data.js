/* A learner's progress in one course as the short text that SCORM 1.2 keeps: ASCII, 4,096 characters at most. Modules
   are numbers, days are counts, and a list of choices is one word. */

const LONGEST = 4096;
const DAY = 86_400_000; // milliseconds
const FIRST_TO_GO = ["sheets", "items"]; // answers, whose results tests and modules keep

const toCount = (day) => Date.parse(day) / DAY;
const toDay = (count) => new Date(count * DAY).toISOString().slice(0, 10);

/** Return the part of a progress that belongs to a course; modules are its modules' names in order. */
export function shorten(data, course, modules) {
  const names = modules.map((module) => `${course}/${module}`);
  const own = (records, change) =>
    Object.fromEntries(
      Object.entries(records).flatMap(([name, record]) => {
        const [module, item] = name.split("#q");
        const number = names.indexOf(module);
        return number < 0 ? [] : [[item ? `${number}.${item}` : number, change(record)]];
      }),
    );
  const answers = (items) =>
    own(items, ({ answer, right, on }) => [Array.isArray(answer) ? [answer.join("")] : answer, right, toCount(on)]);
  const tests = Object.entries(data.tests[course] ?? {}).map(([test, { items, right, count, on, version }]) => [
    test, { items: own(items, Number), right, count, on: toCount(on), version },
  ]);
  const sheets = Object.entries(data.sheets).filter(([name]) => name.startsWith(`${course}/`));
  const kept = {
    modules: own(data.modules, ({ on }) => toCount(on)),
    items: answers(data.items),
    tests: Object.fromEntries(tests),
    sheets: Object.fromEntries(sheets.map(([name, items]) => [name.slice(course.length + 1), answers(items)])),
  };
  for (const part of FIRST_TO_GO) if (JSON.stringify(kept).length > LONGEST) delete kept[part];
  return JSON.stringify(kept);
}

/** Return the progress that a text was made of; an empty text is none. Throws for a damaged text. */
export function lengthen(text, course, modules) {
  const kept = text ? JSON.parse(text) : {};
  const full = (records, change) =>
    Object.fromEntries(
      Object.entries(records ?? {}).map(([name, record]) => {
        const [number, item] = name.split(".");
        return [`${course}/${modules[number]}${item ? `#q${item}` : ""}`, change(record)];
      }),
    );
  const answers = (items) =>
    full(items, ([answer, right, on]) => ({ answer: Array.isArray(answer) ? [...answer[0]] : answer, right, on: toDay(on) }));
  const tests = Object.entries(kept.tests ?? {}).map(([test, result]) => [
    test, { ...result, items: full(result.items, Boolean), on: toDay(result.on) },
  ]);
  const sheets = Object.entries(kept.sheets ?? {}).map(([test, items]) => [`${course}/${test}`, answers(items)]);
  return {
    version: 1,
    modules: full(kept.modules, (on) => ({ read: true, on: toDay(on) })),
    items: answers(kept.items),
    tests: tests.length ? { [course]: Object.fromEntries(tests) } : {},
    sheets: Object.fromEntries(sheets),
  };
}
