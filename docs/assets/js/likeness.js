/* Which stories are most like an LAO, and why: hooks/porpiang/likeness.py in the reader's browser, with no page around
   it. tests/likeness_vectors.json holds the two together.

   question: criterion → the id answered; what is left out is not there or empty.
   stories: the columns of stories/index.json. rule: data/like-mine.json. */

/* Return every story as {id, score, outcomes}, most alike first; equal scores by confidence, then by sharing the
   problem, then by id. outcomes are in the order of the rule. */
export function rank(question, stories, rule) {
  const points = Object.assign({}, ...Object.values(rule.criteria));
  const sureness = Object.keys(rule.criteria.confidence);
  const ranked = stories.id.map((id, row) => {
    const outcomes = outcomesOf(question, (name) => stories[name][row], rule);
    const score = outcomes.reduce((sum, outcome) => sum + points[outcome].points, 0);
    return { id, score, outcomes };
  });
  const sure = (story) => sureness.indexOf(story.outcomes[story.outcomes.length - 1]);
  const shares = (story) => Number(story.outcomes.some((name) => name === "problem-main" || name === "problem-also"));
  return ranked.sort(
    (a, b) => b.score - a.score || sure(a) - sure(b) || shares(b) - shares(a) || (a.id < b.id ? -1 : 1),
  );
}

/* Return the points of a story that is like the LAO in everything that was answered. */
export function most(question, rule) {
  return Object.entries(rule.criteria)
    .filter(([criterion]) => criterion === "confidence" || question[criterion])
    .reduce((sum, [, outcomes]) => sum + Math.max(...Object.values(outcomes).map((outcome) => outcome.points)), 0);
}

function outcomesOf(question, fact, rule) {
  const found = [];
  if (question["lao-type"]) found.push(laoType(question["lao-type"], fact("lao-type"), rule));
  if (question.province) found.push(province(question.province, fact, rule));
  if (question.problem) {
    const others = fact("problem").includes(question.problem) ? "problem-also" : "problem-other";
    found.push(fact("problem")[0] === question.problem ? "problem-main" : others);
  }
  if (question.budget) found.push(budget(question.budget, fact("baht"), rule.budget_bands));
  if (question.size) found.push(size(question.size, fact("people"), rule.size_bands));
  found.push(`confidence-${fact("confidence")}`);
  return found;
}

function laoType(asked, found, rule) {
  if (found.length === 0) return "lao-type-unknown";
  if (found.includes(asked)) return "lao-type-same";
  const near = rule.near.some((group) => group.includes(asked) && group.includes(found[0]));
  return near ? "lao-type-near" : "lao-type-other";
}

function province(asked, fact, rule) {
  if (fact("province").includes(asked)) return "province-same";
  const same = fact("region").some((region) => (rule.regions[region] || []).includes(asked));
  return same ? "region-same" : "region-other";
}

function budget(asked, baht, bands) {
  if (baht === null) return "budget-unknown";
  const limit = bands[position(asked, bands)].up_to;
  return limit === null || baht <= limit ? "budget-within" : "budget-over";
}

function size(asked, people, bands) {
  if (people === null) return "size-unknown";
  const theirs = bands.findIndex((band) => band.up_to === null || people <= band.up_to);
  const apart = Math.abs(theirs - position(asked, bands));
  return ["size-same", "size-next"][apart] || "size-far";
}

function position(id, bands) {
  const found = bands.findIndex((band) => band.id === id);
  if (found < 0) throw new RangeError(`no band ${id}`);
  return found;
}
