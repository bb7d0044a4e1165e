"""The English half of an entry: the same model with its prose only, so that the halves cannot contradict each other."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from types import GenericAlias
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, create_model

from ..page import Location
from .fields import Fields, ProseMark


@cache
def translation_of(model: type[Fields]) -> type[Fields]:
    """Return the model of a translation: every prose field of `model`, each optional; no fact."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        annotation = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        prose = _prose(annotation)
        if prose is not None:
            fields[name] = (prose | None, None)
    return create_model(f"{model.__name__}Translation", __base__=Fields, **fields)


def _prose(annotation: Any) -> Any:
    """Return the part of a type that is prose, or None."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return annotation if any(isinstance(mark, ProseMark) for mark in marks) else _prose(inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        translated = translation_of(annotation)
        return translated if translated.model_fields else None
    for argument in get_args(annotation):
        if (prose := _prose(argument)) is not None:
            return GenericAlias(list, (prose,)) if get_origin(annotation) is list else prose
    return None


def merge(facts: Mapping[str, Any], prose: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[Location, int, int]]]:
    """Lay translated prose over the Thai front matter.

    Returns the merged front matter and every list whose length differs: (location, its length, the Thai length).
    """
    merged = deepcopy(dict(facts))
    uneven: list[tuple[Location, int, int]] = []
    _lay(merged, prose, (), uneven)
    return merged, uneven


def _lay(under: Any, over: Any, location: Location, uneven: list[tuple[Location, int, int]]) -> None:
    for key, value in over.items() if isinstance(over, Mapping) else enumerate(over):
        below = (*location, key)
        there = under.get(key) if isinstance(under, dict) else under[key]
        if isinstance(value, list):
            expected = len(there) if isinstance(there, list) else 0
            if len(value) != expected:
                uneven.append((below, len(value), expected))
                continue
        if isinstance(value, (Mapping, list)) and isinstance(there, (dict, list)):
            _lay(there, value, below, uneven)
        elif value not in (None, "unknown") and there not in (None, "unknown"):
            under[key] = value
