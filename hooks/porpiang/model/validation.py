"""From front matter to a typed entry, or to problems in two languages with path and line."""

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..geography import provinces
from ..page import Page, dotted
from ..problem import Problem, problem, suggestion
from ..vocabulary import Vocabulary
from .fields import Fields

Model = TypeVar("Model", bound=Fields)

_TYPES = {
    "string": ("ข้อความ", "text"),
    "int": ("จำนวนเต็ม", "a whole number"),
    "finite": ("ตัวเลข", "a number"),
    "float": ("ตัวเลข", "a number"),
    "list": ("รายการ (ขึ้นต้นแต่ละบรรทัดด้วย - )", "a list (each line begins with - )"),
    "model": ("กลุ่มของช่องย่อย", "a group of fields"),
    "dict": ("กลุ่มของช่องย่อย", "a group of fields"),
    "greater": ("ตัวเลขที่มากกว่านี้", "a larger number"),
}
_EXAMPLES = {r"^o[1-9]$": "o1", r"^q[1-8]$": "q1", r"^[a-h]$": "a", r"^[0-9]+\.[0-9]+$": '"1.0"'}
_LEVELS = {"district": ("อำเภอ", "district"), "subdistrict": ("ตำบล", "subdistrict")}


def validate(
    model: type[Model], meta: Any, page: Page, vocabulary: Vocabulary, facts: type[Fields] | None = None
) -> tuple[Model | None, list[Problem]]:
    """Return the typed entry, or None with what is wrong; facts is the full model when meta is a translation."""
    try:
        return model.model_validate(meta, context={"vocabulary": vocabulary}), []
    except ValidationError as error:
        return None, [_problem(details, model, page, facts) for details in error.errors()]


def _problem(details: ErrorDetails, model: type[Fields], page: Page, facts: type[Fields] | None) -> Problem:
    location = details["loc"]
    code, values = _code_and_values(details, model, facts)
    return problem(code, page.path, page.line_of(location), dotted(location), **values)


def _code_and_values(
    details: ErrorDetails, model: type[Fields], facts: type[Fields] | None
) -> tuple[str, dict[str, Any]]:
    """Translate pydantic's kind of error into ours, with the words its sentence needs."""
    kind, key, value, more = details["type"], str(details["loc"][-1]), details["input"], details.get("ctx") or {}
    match kind:
        case "missing":
            return "missing-field", {"key": key}
        case "extra_forbidden" if facts is not None and _names(facts, details["loc"]):
            return "fact-in-translation", {"key": key}
        case "extra_forbidden":
            return "unknown-field", {"key": key} | suggestion(key, sorted(_all_names(facts or model)))
        case "unknown-word":
            known = more["known"]
            shown = {"known": ", ".join(known), "value": more["value"], "words": more["words"]}
            return kind, shown | suggestion(more["value"], known)
        case "unknown-province":
            near = suggestion(str(value), list(more["known"]))
            code = next((c for name, c in more["known"].items() if name in near["suggestion_th"]), "")
            if code:
                near = {"suggestion_th": f' ({provinces()[code].th} คือ "{code}")', "suggestion_en": f' ("{code}")'}
            return kind, {"value": value} | near
        case "unknown-area":
            level_th, level_en = _LEVELS[more["level"]]
            parent = provinces()[more["parent"]].th if more["level"] == "district" else more["parent"]
            words = {"value": value, "level_th": level_th, "level_en": level_en, "parent": parent}
            return kind, words | suggestion(str(value), more["known"])
        case "not-a-date" | "buddhist-year" | "end-before-start" | "low-confidence" | "empty-field":
            return kind, more
        case "quiz-key" | "choice-ids" | "minutes-off":
            return kind, more
        case "literal_error":
            known = [word.strip("'") for word in more["expected"].replace(" or ", ", ").split(", ")]
            words = {"value": value, "words": key, "known": ", ".join(known)}
            return "unknown-word", words | suggestion(str(value), known)
        case "too_long":
            return "too-many", {"value": more["actual_length"], "limit": more["max_length"]}
        case "too_short":
            return "too-few", {"value": more["actual_length"], "limit": more["min_length"]}
        case "string_too_long":
            return "too-long", {"value": len(str(value)), "limit": more["max_length"]}
        case "string_too_short":
            return "empty-field", {}
        case "string_pattern_mismatch" if key == "url":
            return "bad-url", {"value": value}
        case "string_pattern_mismatch":
            return "bad-id", {"value": value, "example": _EXAMPLES.get(more["pattern"], "s1-2-3")}
        case _ if value in (None, ""):
            return "empty-field", {}
    expected = next((words for start, words in _TYPES.items() if kind.startswith(start)), (kind, kind))
    return "wrong-type", {"expected_th": expected[0], "expected_en": expected[1]}


def _names(model: type[Fields], location: tuple[Any, ...]) -> bool:
    """Say whether the last name of a location is a field anywhere in the full model."""
    return location[-1] in _all_names(model)


def _all_names(model: type[Fields]) -> set[str]:
    """Return the names of all fields of a model and of the models below it."""
    names = set(model.model_fields)
    for definition in model.model_json_schema().get("$defs", {}).values():
        names |= set(definition.get("properties", ()))
    return names
