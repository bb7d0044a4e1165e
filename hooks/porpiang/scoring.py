"""The rule by which a story is scored as like an LAO, from likeness.yml and the two lists of bands, and its faults."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from .problem import Problem, problem, suggestion
from .vocabulary import FOLDER, Vocabulary, Word

RULE_FILE = "data/like-mine.json"
OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "lao-type": ("lao-type-same", "lao-type-near", "lao-type-other", "lao-type-unknown"),
    "province": ("province-same", "region-same", "region-other"),
    "problem": ("problem-main", "problem-also", "problem-other"),
    "budget": ("budget-within", "budget-over", "budget-unknown"),
    "size": ("size-same", "size-next", "size-far", "size-unknown"),
    "confidence": ("confidence-high", "confidence-medium"),
}
"""Criterion → its outcomes; every criterion but the last is a question, and its id the question's name."""

_WHOLE = re.compile(r"-?[0-9]{1,15}")
_AMOUNT = re.compile(r"[0-9]{1,15}")
_BANDS = ("budget_bands", "size_bands")


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True)


class Outcome(_Value):
    """What a criterion can come to: its points, and the reason in each language, in which {label} is filled in."""

    points: int
    th: str
    en: str


class Band(_Value):
    """A stretch of baht or of people up to a number, itself included; None for the last band, which has no end."""

    id: str
    th: str
    en: str
    up_to: int | None


class Rule(_Value):
    """The whole rule.

    criteria: criterion → outcome id → outcome; near: groups of ids of LAO types; regions: region id → province codes.
    """

    criteria: dict[str, dict[str, Outcome]]
    near: tuple[tuple[str, ...], ...]
    regions: dict[str, tuple[str, ...]]
    budget_bands: tuple[Band, ...]
    size_bands: tuple[Band, ...]


def read_rule(vocabulary: Vocabulary) -> Rule:
    """Return the rule; what is wrong or missing in the files counts nothing, and is reported by check_rule."""
    words = vocabulary["likeness"]
    return Rule(
        criteria={
            criterion: {outcome: _outcome(outcome, words.get(outcome)) for outcome in outcomes}
            for criterion, outcomes in OUTCOMES.items()
        },
        near=tuple(map(tuple, _groups(words["lao-type-near"]) or ())) if "lao-type-near" in words else (),
        regions={
            region.id: tuple(map(str, region.more.get("provinces", ()))) for region in vocabulary["regions"].values()
        },
        budget_bands=_bands(vocabulary["budget_bands"]),
        size_bands=_bands(vocabulary["size_bands"]),
    )


def _outcome(outcome: str, word: Word | None) -> Outcome:
    if word is None:
        return Outcome(points=0, th=outcome, en=outcome)
    return Outcome(points=_number(word.more.get("points"), _WHOLE) or 0, th=word.label("th"), en=word.label("en"))


def _bands(words: Mapping[str, Word]) -> tuple[Band, ...]:
    return tuple(
        Band(
            id=word.id,
            th=word.label("th"),
            en=word.label("en"),
            up_to=_number(word.more.get("up_to"), _AMOUNT) if number < len(words) else None,
        )
        for number, word in enumerate(words.values(), start=1)
    )


def _number(value: Any, form: re.Pattern[str]) -> int | None:
    return int(value) if isinstance(value, str) and form.fullmatch(value) else None


def _groups(word: Word) -> list[list[str]] | None:
    """Return the groups of near LAO types, or None where they are not written as lists of ids."""
    groups = word.more.get("groups")
    if not isinstance(groups, list):
        return None
    sound = all(isinstance(group, list) and all(isinstance(item, str) for item in group) for group in groups)
    return groups if sound else None


def check_rule(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find outcomes that are missing or unknown, numbers that are missing or none, and bands out of order."""
    words, path = vocabulary["likeness"], f"{FOLDER}likeness.yml"
    known = [outcome for outcomes in OUTCOMES.values() for outcome in outcomes]
    for outcome in known if words else ():
        if outcome not in words:
            yield problem("missing-field", path, 1, outcome, key=outcome)
    for word in words.values():
        if word.id not in known:
            yield problem("unknown-field", path, word.line(), word.id, key=word.id, **suggestion(word.id, known))
        yield from _check_number(word, "points", _WHOLE, path)
    if "lao-type-near" in words:
        yield from _check_groups(words["lao-type-near"], list(vocabulary["lao_types"]), path)
    for name in _BANDS:
        yield from _check_bands(list(vocabulary[name].values()), f"{FOLDER}{name}.yml")


def _check_number(word: Word, key: str, form: re.Pattern[str], path: str) -> Iterator[Problem]:
    value = word.more.get(key)
    if value in (None, ""):
        yield problem("missing-field", path, word.line(key), f"{word.id}.{key}", key=key)
    elif _number(value, form) is None:
        yield problem("not-a-whole-number", path, word.line(key), f"{word.id}.{key}", value=value)


def _check_groups(word: Word, known: list[str], path: str) -> Iterator[Problem]:
    field, groups = f"{word.id}.groups", _groups(word)
    if groups is None:
        yield problem("wrong-type", path, word.line("groups"), field, **_GROUPS)
    for lao_type in (lao_type for group in groups or () for lao_type in group):
        if known and lao_type not in known:
            details = {"value": lao_type, "words": "lao_types", "known": ", ".join(known)}
            yield problem("unknown-word", path, word.line("groups"), field, **details, **suggestion(lao_type, known))


def _check_bands(words: list[Word], path: str) -> Iterator[Problem]:
    before = -1
    for word in words[:-1]:
        yield from _check_number(word, "up_to", _AMOUNT, path)
        up_to = _number(word.more.get("up_to"), _AMOUNT)
        if up_to is None:
            continue
        if up_to <= before:
            yield problem("band-order", path, word.line("up_to"), f"{word.id}.up_to", value=up_to, before=before)
        before = up_to
    if words and "up_to" in words[-1].more:
        yield problem("last-band", path, words[-1].line("up_to"), f"{words[-1].id}.up_to")


_GROUPS = {"expected_th": "กลุ่มของประเภท อปท. [[…, …], […, …]]", "expected_en": "groups of LAO types [[…, …], […, …]]"}
