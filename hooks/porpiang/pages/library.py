"""The pages of the library: its first page, its later pages, and a page for every value of every facet."""

from collections.abc import Iterator, Mapping

from ..catalog import Catalog, Entry
from ..geography import provinces
from ..province_map import Outlines
from .facets import FACETS, Facet, library, sort_stories
from .lists import cut, list_rest, page_uris, pager
from .maps import draw_map
from .writer import Writer, front_matter, join, plain

LIBRARY = "stories/index.md"


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
            pager(writer, uris, 0),
        )
        if catalog.of("stories")
        else join(body.strip(), f"*{writer.text('none_yet')}*")
    )


def library_rest(catalog: Catalog, locale: str) -> Iterator[tuple[str, str]]:
    """Yield (address, Markdown) of the library's second and later pages."""
    stories = library(catalog)
    uris = page_uris(LIBRARY, len(stories))
    yield from list_rest(catalog, locale, uris, stories, catalog.text("all_stories", locale))


def facet_pages(catalog: Catalog, locale: str, outlines: Outlines | None) -> Iterator[tuple[str, str]]:
    """Yield (address, Markdown) of every page of every facet value, empty ones included."""
    sorted_stories = sort_stories(catalog)
    counts = {code: len(found) for code, found in sorted_stories["province"].items()}
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
        pager(writer, uris, number),
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
        known = provinces().keys() & set(codes)  # the list may hold a code that is no province
        names = sorted((province.label(code, writer.catalog, writer.locale), code) for code in known)
        links = [
            f"{writer.link(province.uri(code), name)} {len(found['province'].get(code, []))}" for name, code in names
        ]
        total = len(found["region"].get(region_id, []))
        parts.append(f"**{writer.link(region.uri(region_id), label)}** ({total:,})  \n" + " · ".join(links))
    return "\n\n".join(parts)
