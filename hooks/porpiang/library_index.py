"""What the library's scripts know of every story: one small file a language, in columns, which compress well."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import to_json

from .catalog import Catalog, Entry
from .model import Story
from .page import DEFAULT_LOCALE, LOCALES, localized
from .pages.facets import FILTERS, library


def library_indexes(catalog: Catalog) -> dict[str, str]:
    """Return the files, address below the site's root → JSON text.

    Each holds `stories`, columns of equal length in the order of the library, and `labels`, filter → value → label.
    A column named for a filter holds lists of value ids; `people` and `baht` are null where nobody knows.
    """
    return {
        localized("stories/index.json", locale): to_json(
            {"stories": _columns(catalog, locale), "labels": _labels(catalog, locale)}
        ).decode()
        for locale in LOCALES
    }


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
