"""The English half of an entry: the same model with its prose only, so that the halves cannot contradict each other."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import GenericAlias
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, Field, create_model
from pydantic.fields import FieldInfo

from ..page import Location
from .fields import Fields, ProseMark, RepeatedMark


@cache
def translation_of(model: type[Fields]) -> type[Fields]:
    """Return the model of a translation: every prose field of `model`, each optional; of facts only the repeated."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        if _is_repeated(info):
            fields[name] = (Annotated[(info.annotation, *info.metadata)], info)
            continue
        annotation = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        prose = _prose(annotation)
        if prose is not None:
            fields[name] = (prose | None, Field(default=None, description=info.description))
    return create_model(f"{model.__name__}Translation", __base__=Fields, **fields)


def _is_repeated(info: FieldInfo) -> bool:
    return any(isinstance(mark, RepeatedMark) for mark in info.metadata)


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


def differing(facts: Fields, prose: Fields) -> Iterator[tuple[Location, Any, Any]]:
    """Yield every repeated fact that a translation has otherwise: (location, its value, the Thai value)."""
    for name, info in type(prose).model_fields.items():
        thai, translated = getattr(facts, name), getattr(prose, name)
        if _is_repeated(info):
            if thai != translated:
                yield (name,), translated, thai
            continue
        pairs = zip(thai, translated, strict=False) if isinstance(translated, list) and thai else [(thai, translated)]
        for index, (under, over) in enumerate(pairs):
            place = (name, index) if isinstance(translated, list) else (name,)
            if isinstance(under, Fields) and isinstance(over, Fields):
                yield from (((*place, *inner), value, key) for inner, value, key in differing(under, over))


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
