"""Lays out every page as HTML: those that stand in docs/, around their own words, and those that are computed."""

from collections.abc import Callable
from html import escape

from ..catalog import Catalog, Entry
from ..page import LOCALES, Page
from ..province_map import Outlines
from .activity import activity_page, activity_rest
from .compare import compare_page
from .computed import Computed
from .contribute import contribute_page
from .coverage import coverage_page
from .curriculum import course_tests, curricula_page, curriculum_page
from .data import data_page
from .facets import strategy_name
from .home import home_page
from .knowledge import article_page, knowledge_page
from .library import facet_pages, library_page, library_rest, search_page
from .like_mine import like_mine_page
from .module import module_page
from .problems import problem_pages
from .record import record_pages
from .source import NAME as SOURCE
from .source import source_page
from .story import activity_number, story_page
from .strategy import plan_page, strategy_page
from .trainer import trainer_pages
from .verify import verify_page
from .visit import visit_page, visits_page
from .writer import Writer

_ENTRY_PAGES: dict[str, Callable[[Writer, Entry, str], str]] = {
    "plan": strategy_page,
    "activities": activity_page,
    "stories": story_page,
    "knowledge": article_page,
    "curricula": curriculum_page,
    "modules": module_page,
    "visits": visit_page,
}
_STANDING_PAGES: dict[str, Callable[[Writer, str], str]] = {
    "index": home_page,
    "plan/index": plan_page,
    SOURCE: lambda writer, _: source_page(writer),
    "stories/index": library_page,
    "knowledge/index": knowledge_page,
    "contribute/index": contribute_page,
    "search/index": search_page,
    "data/index": data_page,
    "curricula/index": curricula_page,
    "visits/index": visits_page,
}


def computed_pages(catalog: Catalog, outlines: Outlines | None = None) -> dict[str, Computed]:
    """Return every page that stands in no file, by file name with language; its HTML is written when asked for."""
    pages: dict[str, Computed] = {}
    for locale in LOCALES:
        found = (
            coverage_page(catalog, locale),
            compare_page(catalog, locale),
            like_mine_page(catalog, locale),
            *facet_pages(catalog, locale, outlines),
            *problem_pages(catalog, locale),
            *library_rest(catalog, locale),
            *activity_rest(catalog, locale),
            *course_tests(catalog, locale),
            *record_pages(catalog, locale),
            verify_page(catalog, locale),
            *trainer_pages(catalog, locale),
        )
        pages |= {f"{uri.removesuffix('.md')}.{locale}.md": page for uri, page in found}
    return pages


def lay_out_entry(catalog: Catalog, entry: Entry, locale: str, body: str, outlines: Outlines | None = None) -> str:
    """Return an entry's page; body is its own words as safe HTML."""
    writer = Writer(catalog, locale, entry.uri, outlines)
    return f"<h1>{escape(page_title(catalog, entry, locale))}</h1>" + _ENTRY_PAGES[entry.kind](writer, entry, body)


def page_title(catalog: Catalog, entry: Entry, locale: str) -> str:
    """Return an entry's title as its page shows it: strategies and activities with their number."""
    writer = Writer(catalog, locale, entry.uri)
    title = str(entry.in_locale(writer.locale).title)
    if entry.kind == "plan":
        return strategy_name(catalog, entry, locale)
    if entry.kind == "curricula":
        return writer.text("course_title", title=title)
    if entry.kind == "activities" and entry.id in writer.catalog.strategy_of:
        return f"{writer.text('activity_number', number=activity_number(entry.id))} {title}"
    return title


def lay_out_standing(catalog: Catalog, page: Page, body: str, outlines: Outlines | None = None) -> str:
    """Return a page that is no entry: its own words as safe HTML, with what is computed around them."""
    writer = Writer(catalog, page.locale, f"{page.name}.md", outlines)
    layout = _STANDING_PAGES.get(page.name)
    laid_out = layout(writer, body) if layout else body
    return laid_out if "<h1" in laid_out else f"<h1>{escape(str(page.meta.get('title', '')))}</h1>{laid_out}"


__all__ = ["Computed", "computed_pages", "lay_out_entry", "lay_out_standing", "page_title"]
