"""The pages of the library: its first page, its later pages, and a page for every value of every facet."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from ..catalog import Catalog, Entry
from ..collation import sort_key
from ..geography import provinces
from ..page import DEFAULT_LOCALE
from ..province_map import Outlines
from .computed import Computed
from .facets import FACETS, FILTERS, Facet, facet_link, library, sort_stories, strategy_name
from .feed_links import FOLLOWED, feed_name, follow
from .lists import cut, list_rest, page_uris, pager
from .maps import draw_map
from .problems import problem_links, problems_in_order
from .writer import Writer, block, heading, items

LIBRARY = "stories/index.md"
LIKE_MINE = "stories/like-mine.md"

_PROBLEMS_SHOWN = 5
_LISTED = [facet for facet in FACETS.values() if facet.id != "problem"]  # a problem's page shows more than stories

Sorted = Mapping[str, Mapping[str, list[Entry]]]


def library_page(writer: Writer, body: str) -> str:
    """Return the library's first page: its own words, the ways in, the map and the same in a list, the stories."""
    stories = library(writer.catalog)
    if not stories:
        return body + writer.none_yet()
    found = sort_stories(writer.catalog)
    counts = {code: len(entries) for code, entries in found["province"].items()}
    return "".join(
        (
            body,
            f"<p>{writer.html('like_mine_door')} {writer.link(LIKE_MINE, writer.text('like_mine_title'))}</p>",
            writer.heading("ways_in"),
            _ways_in(writer, found),
            block(
                "by-province",
                draw_map(writer, counts),
                block("province-list", writer.heading("facet_province"), _provinces_by_region(writer, found)),
            ),
            heading(f"{writer.html('all_stories')} ({len(stories):,})", "all-stories"),
            _filters(writer),
            block("all-stories", writer.cards(cut(stories, 0)), pager(writer, page_uris(LIBRARY, len(stories)), 0)),
        )
    )


def search_page(writer: Writer, body: str) -> str:
    """Return the page that leads on without typing: its own words, then every way into the library and the plan."""
    found = sort_stories(writer.catalog)
    plan = (
        writer.link(entry.uri, strategy_name(writer.catalog, entry, writer.locale))
        for entry in writer.catalog.of("plan")
    )
    return "".join(
        (
            body,
            writer.heading("browse"),
            _ways_in(writer, found),
            block("ways", writer.heading("four_strategies", 3), items(plan)),
            writer.heading("facet_province"),
            block("province-list", _provinces_by_region(writer, found)),
        )
    )


def _ways_in(writer: Writer, found: Sorted) -> str:
    """Return links to every value of the facets, those of problems first."""
    ways = [writer.heading("facet_problem", 3), problem_links(writer, problems_in_order(writer.catalog))]
    for facet in ("theme", "kind", "lao-type"):
        ways += [writer.heading(f"facet_{facet}", 3), _links(writer, FACETS[facet], found[facet])]
    return block("ways", *ways)


def _filters(writer: Writer) -> str:
    """Return where the script puts lists that narrow the library by several things at once, and loads it."""
    script, style = (writer.asset(f"assets/{name}") for name in ("js/library-door.js", "css/library-filters.css"))
    return (
        f'<div class="filters" data-filters="{" ".join(FILTERS)}" data-style="{style}" hidden>'
        f'<button type="button" class="filters-door">{writer.html("library_filters")}</button>'
        f'<p class="filters-failed" hidden>{writer.html("library_failed")}</p></div>'
        f'<script type="module" src="{script}"></script>'
    )


def library_rest(catalog: Catalog, locale: str) -> Iterator[tuple[str, Computed]]:
    """Yield the library's second and later pages."""
    stories = library(catalog)
    yield from list_rest(
        catalog, locale, page_uris(LIBRARY, len(stories)), stories, catalog.text("all_stories", locale)
    )


def facet_pages(catalog: Catalog, locale: str, outlines: Outlines | None) -> Iterator[tuple[str, Computed]]:
    """Yield (address, page) of every page of every facet value, empty ones included."""
    found = sort_stories(catalog)
    counts = {code: len(stories) for code, stories in found["province"].items()}
    for facet in _LISTED:
        for value in facet.values(catalog):
            stories = found[facet.id].get(value, [])
            uris = page_uris(facet.uri(value), len(stories))
            first = Writer(catalog, locale, uris[0], outlines)
            label = first.province(value) if facet.id == "province" else facet.label(value, catalog, locale)
            title = catalog.text(f"facet_{facet.id}_title", locale, label=label)
            summary = catalog.text("facet_summary", locale, label=label, count=f"{len(stories):,}")
            page_kind = "lists" if stories else None
            shown_counts = counts if facet.id == "province" else None
            feed = feed_name(facet.id, value) if facet.id in FOLLOWED else None
            write = partial(_facet_page, first, uris, stories, shown_counts, value, feed)
            yield uris[0], Computed(title, summary, write, page_kind)
            yield from list_rest(catalog, locale, uris, stories, title)


def _facet_page(
    writer: Writer,
    uris: list[str],
    stories: list[Entry],
    counts: Mapping[str, int] | None,
    value: str,
    feed: str | None,
) -> str:
    """Return the first page of a facet value; counts are for the map, which only provinces have; not all are fed."""
    return "".join(
        (
            f'<p class="about">{writer.count("stories", len(stories))} · '
            f"{writer.link(LIBRARY, writer.text('all_stories'))}</p>",
            follow(writer, feed) if feed else "",
            writer.cards(cut(stories, 0)),
            pager(writer, uris, 0),
            _problems_of(writer, stories) if FACETS["theme"].uri(value) == writer.uri else "",
            draw_map(writer, counts, value) if counts is not None else "",
        )
    )


def _problems_of(writer: Writer, stories: list[Entry]) -> str:
    """Return the problems that most of these stories help with."""
    counts = Counter(word for story in stories for word in story.in_locale(DEFAULT_LOCALE).problems)
    often = [facet_link(writer, "problem", word) for word, _ in counts.most_common(_PROBLEMS_SHOWN)]
    return f"<p>{writer.html('often_problems')} {' · '.join(often)}</p>" if often else ""


def _links(writer: Writer, facet: Facet, found: Mapping[str, list[Entry]]) -> str:
    """Return every value of a facet that has stories as a link with its count."""
    values = [value for value in facet.values(writer.catalog) if found.get(value)]
    return items(f"{facet_link(writer, facet.id, value)} {len(found[value]):,}" for value in values)


def _provinces_by_region(writer: Writer, found: Sorted) -> str:
    """Return all provinces, empty ones too, under their regions: the map's content in words."""
    province, region = FACETS["province"], FACETS["region"]
    parts = []
    for region_id in region.values(writer.catalog):
        label = region.label(region_id, writer.catalog, writer.locale)
        codes = writer.catalog.vocabulary["regions"][region_id].more.get("provinces", ())
        known = provinces().keys() & set(codes)  # a code that is no province is reported as a problem
        names = [(province.label(code, writer.catalog, writer.locale), code) for code in known]
        names.sort(key=lambda name: sort_key(name[0]))
        links = (
            f"{writer.link(province.uri(code), name)} {len(found['province'].get(code, [])):,}" for name, code in names
        )
        total = len(found["region"].get(region_id, []))
        first = f"<b>{writer.link(region.uri(region_id), label)}</b> ({total:,})"
        parts.append(f"<p>{first}<br>{' · '.join(links)}</p>")
    return "".join(parts)
