"""What the library's scripts know of every story: one small file a language, in columns, which compress well."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import to_json

from .catalog import Catalog, Entry
from .model import Story
from .page import DEFAULT_LOCALE, LOCALES, localized
from .pages.facets import FILTERS, library

PART = 1_000  # stories in one file, so that the first one stays small however long the library grows


def library_indexes(catalog: Catalog) -> dict[str, str]:
    """Return the files, address below the site's root → JSON text.

    index.json holds `stories`, columns of equal length in the order of the library; `labels`, filter → value → label;
    `texts` of the interface; `parts`, the names of the files that hold the columns of later stories.
    A column named for a filter holds lists of value ids; `people` and `baht` are null where nobody knows.
    """
    files: dict[str, str] = {}
    for locale in LOCALES:
        folder = localized("stories", locale)
        columns = _columns(catalog, locale)
        first, *others = _cut(columns)
        names = [f"index-{number}.json" for number in range(2, len(others) + 2)]
        rest = {"labels": _labels(catalog, locale), "texts": _texts(catalog, locale), "parts": names}
        files[f"{folder}/index.json"] = to_json({"stories": first, **rest}).decode()
        for name, part in zip(names, others, strict=True):
            files[f"{folder}/{name}"] = to_json({"stories": part}).decode()
    return files


def _cut(columns: dict[str, list[Any]]) -> list[dict[str, list[Any]]]:
    """Return the columns in parts; one part, with empty columns, for a library without stories."""
    starts = range(0, max(len(columns["id"]), 1), PART)
    return [{name: column[start : start + PART] for name, column in columns.items()} for start in starts]


def _texts(catalog: Catalog, locale: str) -> dict[str, str]:
    keys = (key for key in catalog.vocabulary["interface"] if key.startswith(("filter_", "library_")))
    return {key: catalog.text(key, locale) for key in keys}


def _columns(catalog: Catalog, locale: str) -> dict[str, list[Any]]:
    stories = library(catalog)
    columns: dict[str, Callable[[Entry, Story], Any]] = {
        "id": lambda entry, _: entry.id,
        "title": lambda entry, _: entry.in_locale(locale).title,
        "locale": lambda entry, _: entry.locale(locale),
        "people": lambda _, story: story.people,
        "baht": lambda _, story: total_cost(story),
        "confidence": lambda _, story: story.confidence,
    }
    facts = [(entry, entry.in_locale(DEFAULT_LOCALE)) for entry in stories]
    found = {name: [value(entry, story) for entry, story in facts] for name, value in columns.items()}
    for facet in FILTERS.values():
        found[facet.id] = [facet.values_of(story, catalog) for _, story in facts]
    return found


def _labels(catalog: Catalog, locale: str) -> Mapping[str, Mapping[str, str]]:
    return {
        facet.id: {value: facet.label(value, catalog, locale) for value in facet.values(catalog)}
        for facet in FILTERS.values()
    }


def total_cost(story: Story) -> float | None:
    """Return what a story cost in baht, or None where the cost or a part of it is unknown."""
    if story.cost is None or any(cost.baht is None for cost in story.cost):
        return None
    return sum(cost.baht or 0 for cost in story.cost)
