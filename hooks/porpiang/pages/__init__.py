"""Lays out every page as Markdown: those that stand in docs/ and those that are computed."""

from collections.abc import Callable

from ..catalog import Catalog, Entry
from ..page import LOCALES, Page
from ..province_map import Outlines
from .activity import activity_page, activity_rest
from .contribute import contribute_page
from .coverage import coverage_page
from .home import home_page
from .knowledge import article_page, knowledge_page
from .library import facet_pages, library_page, library_rest
from .source import source_page
from .story import story_page
from .strategy import plan_page, strategy_page
from .writer import Writer

_ENTRY_PAGES: dict[str, Callable[[Writer, Entry], str]] = {
    "plan": strategy_page,
    "activities": activity_page,
    "stories": story_page,
    "knowledge": article_page,
}


def generate_pages(catalog: Catalog, outlines: Outlines | None = None) -> dict[str, str]:
    """Return every computed page, file name with language → Markdown with front matter."""
    generated: dict[str, str] = {}
    for locale in LOCALES:
        computed = [
            coverage_page(catalog, locale),
            *facet_pages(catalog, locale, outlines),
            *library_rest(catalog, locale),
            *activity_rest(catalog, locale),
        ]
        generated |= {f"{uri.removesuffix('.md')}.{locale}.md": markdown for uri, markdown in computed}
    return generated


def lay_out_site(catalog: Catalog, outlines: Outlines | None = None) -> dict[str, str]:
    """Return every page of the site, file name with language → Markdown; computed ones with front matter."""
    pages = generate_pages(catalog, outlines)
    for entries in catalog.entries.values():
        for entry in entries.values():
            pages |= {
                entry.pages[locale].path: lay_out_entry(catalog, entry, locale, outlines) for locale in entry.fields
            }
    for halves in catalog.standing.values():
        pages |= {page.path: lay_out_standing(catalog, page, outlines) for page in halves.values()}
    return pages


def lay_out_entry(catalog: Catalog, entry: Entry, locale: str, outlines: Outlines | None = None) -> str:
    """Return the page of an entry in a language."""
    return _ENTRY_PAGES[entry.kind](Writer(catalog, locale, entry.uri, outlines), entry)


def lay_out_standing(catalog: Catalog, page: Page, outlines: Outlines | None = None) -> str:
    """Return a page that stands in docs/ by itself: its own words, with what is computed around them."""
    writer = Writer(catalog, page.locale, f"{page.name}.md", outlines)
    match page.name:
        case "index":
            return home_page(writer, page.body)
        case "plan/index":
            return plan_page(writer, page.body)
        case "plan/source/index":
            return source_page(writer, page.body)
        case "stories/index":
            return library_page(writer, page.body)
        case "knowledge/index":
            return knowledge_page(writer, page.body)
        case "contribute/index":
            return contribute_page(writer, page.body)
    return page.body


__all__ = ["generate_pages", "lay_out_site"]
