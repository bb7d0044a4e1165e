"""The English half of an entry: the same model with its prose only, so that the halves cannot contradict each other."""

from collections.abc import Mapping
from functools import cache
from types import GenericAlias
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, Field, create_model

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
            fields[name] = (prose | None, Field(default=None, description=info.description))
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
    uneven: list[tuple[Location, int, int]] = []
    merged: dict[str, Any] = _laid(facts, prose, (), uneven)
    return merged, uneven


def _laid(under: Any, over: Any, location: Location, uneven: list[tuple[Location, int, int]]) -> Any:
    """Return `under` with the values of `over` in place; what is unknown in Thai stays unknown."""
    if not over or over == "unknown":
        return under
    if not under or under == "unknown":
        uneven.append((location, len(over) if isinstance(over, list) else 1, 0))
        return under
    if isinstance(over, list):
        if not isinstance(under, list) or len(over) != len(under):
            uneven.append((location, len(over), len(under) if isinstance(under, list) else 0))
            return under
        pairs = zip(under, over, strict=True)
        return [_laid(old, new, (*location, index), uneven) for index, (old, new) in enumerate(pairs)]
    if isinstance(over, Mapping):
        if not isinstance(under, Mapping):
            return under
        laid = dict(under)
        for key, value in over.items():
            if key in under:
                laid[key] = _laid(under[key], value, (*location, key), uneven)
        return laid
    return over
