"""Which stories are most like an LAO, and why; docs/assets/js/likeness.js does the same in the reader's browser."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .catalog import Catalog
from .scoring import RULE_FILE, Band, Rule, read_rule

Question = Mapping[str, str]
"""Criterion → the id answered: an LAO type, a province code, a problem, a band of each kind; what is left out is not
there or empty. Bands are of the rule."""

Columns = Mapping[str, Sequence[Any]]
"""The columns `stories` of a library index: one item a story in each."""


@dataclass(frozen=True)
class Ranked:
    """A story's id, its points in all, and the outcome of every criterion that counted, in the order of the rule."""

    id: str
    score: int
    outcomes: tuple[str, ...]


def rank(question: Question, stories: Columns, rule: Rule) -> list[Ranked]:
    """Return every story, most alike first; equal scores by confidence, then by sharing the problem, then by id.

    Raises ValueError for a band that is not of the rule.
    """
    points = {outcome: found.points for outcomes in rule.criteria.values() for outcome, found in outcomes.items()}
    sureness = list(rule.criteria["confidence"])
    ranked = []
    for row, story_id in enumerate(stories["id"]):
        outcomes = tuple(_outcomes(question, {name: column[row] for name, column in stories.items()}, rule))
        ranked.append(Ranked(story_id, sum(points[outcome] for outcome in outcomes), outcomes))

    def order(story: Ranked) -> tuple[int, int, bool, str]:
        shares_problem = "problem-main" in story.outcomes or "problem-also" in story.outcomes
        return -story.score, sureness.index(story.outcomes[-1]), not shares_problem, story.id

    return sorted(ranked, key=order)


def most(question: Question, rule: Rule) -> int:
    """Return the points of a story that is like the LAO in everything that was answered."""
    counted = [outcomes for criterion, outcomes in rule.criteria.items() if _counts(question, criterion)]
    return sum(max(outcome.points for outcome in outcomes.values()) for outcomes in counted)


def likeness_rule(catalog: Catalog) -> dict[str, str]:
    """Return the rule as open data, address below the site's root → JSON text, for all languages."""
    return {RULE_FILE: read_rule(catalog.vocabulary).model_dump_json() + "\n"}


def _counts(question: Question, criterion: str) -> bool:
    return criterion == "confidence" or bool(question.get(criterion))


def _outcomes(question: Question, story: Mapping[str, Any], rule: Rule) -> Iterator[str]:
    """Yield the outcome of every criterion that counts; story is one row of the columns."""
    if lao_type := question.get("lao-type"):
        yield _lao_type(lao_type, story["lao-type"], rule)
    if province := question.get("province"):
        yield _province(province, story, rule)
    if problem := question.get("problem"):
        others = "problem-also" if problem in story["problem"] else "problem-other"
        yield "problem-main" if story["problem"][:1] == [problem] else others
    if budget := question.get("budget"):
        yield _budget(budget, story["baht"], rule)
    if size := question.get("size"):
        yield _size(size, story["people"], rule)
    yield f"confidence-{story['confidence']}"


def _lao_type(lao_type: str, found: Sequence[str], rule: Rule) -> str:
    if not found:
        return "lao-type-unknown"
    if lao_type in found:
        return "lao-type-same"
    near = any(lao_type in group and found[0] in group for group in rule.near)
    return "lao-type-near" if near else "lao-type-other"


def _province(province: str, story: Mapping[str, Any], rule: Rule) -> str:
    if province in story["province"]:
        return "province-same"
    same = any(province in rule.regions.get(region, ()) for region in story["region"])
    return "region-same" if same else "region-other"


def _budget(budget: str, baht: float | None, rule: Rule) -> str:
    if baht is None:
        return "budget-unknown"
    limit = rule.budget_bands[_position(budget, rule.budget_bands)].up_to
    return "budget-within" if limit is None or baht <= limit else "budget-over"


def _size(size: str, people: int | None, rule: Rule) -> str:
    if people is None:
        return "size-unknown"
    bands = rule.size_bands
    theirs = next(index for index, band in enumerate(bands) if band.up_to is None or people <= band.up_to)
    apart = abs(theirs - _position(size, bands))
    return ("size-same", "size-next")[apart] if apart < 2 else "size-far"


def _position(band_id: str, bands: Sequence[Band]) -> int:
    return [band.id for band in bands].index(band_id)
