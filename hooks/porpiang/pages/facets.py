"""The library of stories cut by what readers look for: province, region, theme, kind, LAO type, problem."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..catalog import Catalog, Entry
from ..geography import provinces
from ..model import Story
from ..page import DEFAULT_LOCALE
from ..province_map import Outlines, draw
from .writer import Writer, cut, front_matter, join, page_uris, plain

LIBRARY = "stories/index.md"


@dataclass(frozen=True)
class Facet:
    """One way to cut the library: its id in addresses, and the values that a story has in it."""

    id: str
    values_of: Callable[[Story, Catalog], list[str]]
    values: Callable[[Catalog], list[str]]
    label: Callable[[str, Catalog, str], str]

    def uri(self, value: str) -> str:
        """Return the address of the first page of a value."""
        return f"stories/{self.id}/{value}.md"


def regions_of(province: str, catalog: Catalog) -> list[str]:
    """Return the region of a province code, as a list that is empty when no region names the province."""
    regions = catalog.vocabulary["regions"].values()
    return [region.id for region in regions if province in region.more.get("provinces", ())][:1]


def _words(facet: str, words: str, values_of: Callable[[Story, Catalog], list[str]]) -> Facet:
    return Facet(
        facet,
        values_of,
        lambda catalog: list(catalog.vocabulary[words]),
        lambda value, catalog, locale: catalog.label(words, value, locale),
    )


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
        _words("problem", "problems", lambda story, _: story.problems),
        _words("lao-type", "lao_types", lambda story, _: [story.lao_type] if story.lao_type else []),
    )
}


def sort_stories(catalog: Catalog) -> Mapping[str, Mapping[str, list[Entry]]]:
    """Return facet id → value → stories, newest review first and then by title."""
    found: dict[str, dict[str, list[Entry]]] = {facet: defaultdict(list) for facet in FACETS}
    for entry in library(catalog):
        story = entry.in_locale(DEFAULT_LOCALE)
        for facet in FACETS.values():
            for value in facet.values_of(story, catalog):
                found[facet.id][value].append(entry)
    return found


def library(catalog: Catalog) -> list[Entry]:
    """Return all stories in the order readers see: newest review first, then by title."""
    stories = sorted(catalog.of("stories"), key=lambda entry: str(entry.in_locale(DEFAULT_LOCALE).title))
    return sorted(stories, key=lambda entry: entry.in_locale(DEFAULT_LOCALE).reviewed_on, reverse=True)


def facet_pages(catalog: Catalog, locale: str, outlines: Outlines | None) -> Iterator[tuple[str, str]]:
    """Yield (address, Markdown) of every page of every facet value, empty ones included."""
    sorted_stories = sort_stories(catalog)
    counts = Counter({code: len(found) for code, found in sorted_stories["province"].items()})
    for facet in FACETS.values():
        for value in facet.values(catalog):
            stories = sorted_stories[facet.id].get(value, [])
            uris = page_uris(facet.uri(value), len(stories))
            for number, uri in enumerate(uris):
                writer = Writer(catalog, locale, uri, outlines)
                yield uri, _facet_page(writer, facet, value, stories, uris, number, counts)


def _facet_page(
    writer: Writer, facet: Facet, value: str, stories: list[Entry], uris: list[str], number: int,
    counts: Mapping[str, int],
) -> str:  # fmt: skip
    label = facet.label(value, writer.catalog, writer.locale)
    title = writer.text(f"facet_{facet.id}_title", label=label)
    summary = writer.text("facet_summary", label=label, stories=writer.count("stories", len(stories)))
    drawing = draw_map(writer, counts, value) if facet.id == "province" and number == 0 else ""
    return front_matter(title, summary) + join(
        f"# {plain(title)}",
        f"{writer.count('stories', len(stories))} · {writer.link(LIBRARY, writer.text('all_stories'))}",
        drawing,
        writer.cards(cut(stories, number)),
        writer.pager(uris, number),
    )


def draw_map(writer: Writer, counts: Mapping[str, int], here: str | None = None) -> str:
    """Return the province map as one block of HTML with links that fit this page; nothing without outlines."""
    if writer.outlines is None:
        return ""
    province = FACETS["province"]

    def name(code: str) -> str:
        label = province.label(code, writer.catalog, writer.locale)
        return f"{label}: {writer.count('stories', counts.get(code, 0))}"

    drawn = draw(
        writer.outlines, counts, writer.text("map_title"), name, lambda code: writer.url(province.uri(code)), here
    )
    legend = "".join(
        f'<li class="shade-{shade}">{writer.text(f"shade_{shade}")}</li>' for shade in range(5)
    )  # five shades, as province_map draws them
    return f'<figure class="map">{drawn}<figcaption><ul class="legend">{legend}</ul></figcaption></figure>'


def library_page(writer: Writer, body: str) -> str:
    """Return the library's first page: its own words, the map and the same in a list, the ways in, the stories."""
    catalog, found, stories = writer.catalog, sort_stories(writer.catalog), library(writer.catalog)
    counts = {code: len(entries) for code, entries in found["province"].items()}
    uris = page_uris(LIBRARY, len(stories))
    ways = []
    for facet in ("kind", "theme", "problem", "lao-type"):
        ways += [f"### {writer.text(f'facet_{facet}')}", _links(writer, FACETS[facet], found[facet])]
    return (
        join(
            body.strip(),
            f'<div class="by-province" markdown="1">\n\n{draw_map(writer, counts)}\n\n'
            f'<div class="province-list" markdown="1">\n\n## {writer.text("facet_province")}\n\n'
            f"{_provinces_by_region(writer, found)}\n\n</div>\n\n</div>",
            f"## {writer.text('ways_in')}",
            f'<div class="ways" markdown="1">\n\n{join(*ways)}\n</div>',
            f"## {writer.text('all_stories')} ({len(stories):,})",
            writer.cards(cut(stories, 0)),
            writer.pager(uris, 0),
        )
        if catalog.of("stories")
        else join(body.strip(), f"*{writer.text('none_yet')}*")
    )


def library_rest(catalog: Catalog, locale: str) -> Iterator[tuple[str, str]]:
    """Yield (address, Markdown) of the library's second and later pages."""
    stories = library(catalog)
    uris = page_uris(LIBRARY, len(stories))
    yield from list_rest(catalog, locale, uris, stories, catalog.text("all_stories", locale))


def list_rest(
    catalog: Catalog, locale: str, uris: list[str], entries: list[Entry], title: str
) -> Iterator[tuple[str, str]]:
    """Yield the second and later pages of a long list whose first page is a page of its own."""
    for number, uri in enumerate(uris[1:], start=1):
        writer = Writer(catalog, locale, uri)
        heading = writer.text("page_of", title=title, number=number + 1)
        yield (
            uri,
            front_matter(heading, heading)
            + join(
                f"# {plain(heading)}",
                writer.link(uris[0], title),
                writer.cards(cut(entries, number)),
                writer.pager(uris, number),
            ),
        )


def _links(writer: Writer, facet: Facet, found: Mapping[str, list[Entry]]) -> str:
    """Return every value of a facet that has stories as a link with its count."""
    values = [value for value in facet.values(writer.catalog) if found.get(value)]
    return "\n".join(
        f"- {writer.link(facet.uri(value), facet.label(value, writer.catalog, writer.locale))} {len(found[value]):,}"
        for value in values
    )


def _provinces_by_region(writer: Writer, found: Mapping[str, Mapping[str, list[Entry]]]) -> str:
    """Return all provinces, empty ones too, under their regions: the map's content in words."""
    province, region = FACETS["province"], FACETS["region"]
    parts = []
    for region_id in region.values(writer.catalog):
        label = region.label(region_id, writer.catalog, writer.locale)
        codes = writer.catalog.vocabulary["regions"][region_id].more.get("provinces", ())
        names = sorted((province.label(code, writer.catalog, writer.locale), code) for code in codes)
        links = [
            f"{writer.link(province.uri(code), name)} {len(found['province'].get(code, []))}" for name, code in names
        ]
        total = len(found["region"].get(region_id, []))
        parts.append(f"**{writer.link(region.uri(region_id), label)}** ({total:,})  \n" + " · ".join(links))
    return "\n\n".join(parts)
