"""The library of stories cut by what readers look for: province, region, theme, kind, LAO type, problem."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape

from ..catalog import Catalog, Entry
from ..collation import sort_key
from ..geography import provinces
from ..model import Story
from ..page import DEFAULT_LOCALE
from .writer import Writer


@dataclass(frozen=True)
class Facet:
    """One way to cut the library: its id in addresses, and the values that a story has in it."""

    id: str
    values_of: Callable[[Story, Catalog], list[str]]
    values: Callable[[Catalog], list[str]]
    label: Callable[[str, Catalog, str], str]
    has_page: Callable[[str, Catalog], bool] = lambda value, catalog: True

    def uri(self, value: str) -> str:
        """Return the address of the first page of a value."""
        return f"stories/{self.id}/{value}.md"


def regions_of(province: str, catalog: Catalog) -> list[str]:
    """Return the region of a province code, as a list that is empty when no region names the province."""
    regions = catalog.vocabulary["regions"].values()
    return [region.id for region in regions if province in region.more.get("provinces", ())][:1]


def helping(problem: str, catalog: Catalog) -> int:
    """Return how many entries of any kind help with a problem."""
    return sum(map(len, catalog.on_problem.get(problem, {}).values()))


def _words(facet: str, words: str, values_of: Callable[[Story, Catalog], list[str]]) -> Facet:
    return Facet(
        facet,
        values_of,
        lambda catalog: list(catalog.vocabulary[words]),
        lambda value, catalog, locale: catalog.label(words, value, locale),
    )


_FEWEST = 2  # the page of a problem with one thing to read would not be worth the way to it


FACETS: dict[str, Facet] = {
    facet.id: facet
    for facet in (
        Facet(
            "province",
            lambda story, _: [story.place.province],
            lambda _: list(provinces()),
            lambda value, _, locale: provinces()[value].name(locale),
        ),
        _words("region", "regions", lambda story, catalog: regions_of(story.place.province, catalog)),
        _words("kind", "story_kinds", lambda story, _: [story.kind]),
        _words("theme", "themes", lambda story, _: story.themes),
        replace(
            _words("problem", "problems", lambda story, _: story.problems),
            has_page=lambda value, catalog: helping(value, catalog) >= _FEWEST,
        ),
        _words("lao-type", "lao_types", lambda story, _: [story.lao_type] if story.lao_type else []),
    )
}

FILTERS: dict[str, Facet] = FACETS | {
    "strategy": Facet(
        "strategy",
        lambda story, catalog: strategies_of(story.activities, catalog),
        lambda catalog: [strategy.id for strategy in catalog.of("plan")],
        lambda value, catalog, locale: strategy_name(catalog, catalog.entries["plan"][value], locale),
    )
}
"""What readers combine in the page: the facets, and the strategy, whose plain page is the plan's own."""


def strategies_of(activities: Iterable[str], catalog: Catalog) -> list[str]:
    """Return the ids of the strategies that activities belong to, each once, in order."""
    return sorted({catalog.strategy_of[activity].id for activity in activities if activity in catalog.strategy_of})


def strategy_name(catalog: Catalog, strategy: Entry, locale: str) -> str:
    """Return a strategy's number and short title, as text."""
    return f"{catalog.text('strategy_number', locale, number=strategy.id[1:])} {strategy.in_locale(locale).title}"


@lru_cache(maxsize=2)
def sort_stories(catalog: Catalog) -> Mapping[str, Mapping[str, list[Entry]]]:
    """Return facet id → value → stories, newest review first and then by title."""
    found: dict[str, dict[str, list[Entry]]] = {facet: defaultdict(list) for facet in FACETS}
    for entry in library(catalog):
        story = entry.in_locale(DEFAULT_LOCALE)
        for facet in FACETS.values():
            for value in facet.values_of(story, catalog):
                found[facet.id][value].append(entry)
    return found


@lru_cache(maxsize=2)  # asked for by many pages of one site; the site before is the other one while serving
def library(catalog: Catalog) -> list[Entry]:
    """Return all stories in the order readers see: newest review first, then by title."""
    stories = sorted(catalog.of("stories"), key=lambda entry: sort_key(entry.in_locale(DEFAULT_LOCALE).title))
    return sorted(stories, key=lambda entry: entry.in_locale(DEFAULT_LOCALE).reviewed_on, reverse=True)


def facet_link(writer: Writer, facet_id: str, value: str) -> str:
    """Return a value's label, as a link where the value has a page."""
    facet = FACETS[facet_id]
    label = facet.label(value, writer.catalog, writer.locale)
    return writer.link(facet.uri(value), label) if facet.has_page(value, writer.catalog) else escape(label)
