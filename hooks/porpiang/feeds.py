"""Feeds of the stories, newest review first, as Atom (RFC 4287) and JSON Feed 1.1: all, a strategy, a region."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree

from pydantic_core import to_json

from .catalog import Catalog, Entry
from .model import Story
from .page import DEFAULT_LOCALE, LOCALES, localized
from .pages.facets import FILTERS, library
from .pages.feed_links import ALL, FOLLOWED, FORMS, feed_name, feed_path
from .pages.library import LIBRARY
from .pages.writer import page_address
from .structured_data import LICENCE

MOST = 50  # entries in one feed
_TITLES = {"strategy": "feed_strategy", "region": "facet_region_title"}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Feed:
    """name is the file's; uri the page, without language, that shows the same stories; titles by language.

    stories are the newest MOST, newest review first; updated is a timestamp.
    """

    name: str
    uri: str
    titles: Mapping[str, str]
    stories: list[Entry]
    updated: str


def feeds(catalog: Catalog, home: str) -> dict[str, str]:
    """Return every feed, address below the site's root → text; home is the site's own address."""
    files: dict[str, str] = {}
    sites = [_Site(catalog, home, locale) for locale in LOCALES]
    for feed in _feeds(catalog):
        for site in sites:
            for end, write in _WRITERS.items():
                files[localized(feed_path(feed.name, end), site.locale)] = write(site, feed)
    return files


def _feeds(catalog: Catalog) -> Iterator[Feed]:
    stories = library(catalog)
    titles = {locale: catalog.text("all_stories", locale) for locale in LOCALES}
    yield _feed(catalog, ALL, LIBRARY, titles, stories)
    facts = [(entry, entry.in_locale(DEFAULT_LOCALE)) for entry in stories]
    for facet in (FILTERS[facet_id] for facet_id in FOLLOWED):
        placed = [(entry, facet.values_of(story, catalog)) for entry, story in facts]
        for value in facet.values(catalog):
            labels = {locale: facet.label(value, catalog, locale) for locale in LOCALES}
            titles = {locale: catalog.text(_TITLES[facet.id], locale, label=label) for locale, label in labels.items()}
            uri = catalog.entries["plan"][value].uri if facet.id == "strategy" else facet.uri(value)
            found = [entry for entry, values in placed if value in values]
            yield _feed(catalog, feed_name(facet.id, value), uri, titles, found)


def _feed(catalog: Catalog, name: str, uri: str, titles: Mapping[str, str], found: list[Entry]) -> Feed:
    """Return a feed; one without stories is as old as what was reviewed last on the whole site."""
    shown = found[:MOST]
    updated = shown[0].in_locale(DEFAULT_LOCALE).reviewed_on if shown else _last_review(catalog)
    named = {locale: f"{title} – {catalog.text('network', locale)}" for locale, title in titles.items()}
    return Feed(name, uri, named, shown, _timestamp(updated))


def _last_review(catalog: Catalog) -> date:
    facts = [entry.in_locale(DEFAULT_LOCALE) for entries in catalog.entries.values() for entry in entries.values()]
    return max((entry.reviewed_on for entry in facts if hasattr(entry, "reviewed_on")), default=date(1970, 1, 1))


@dataclass(frozen=True, eq=False)
class _Site:
    """What all feeds of a language have in common; home is the site's own address."""

    catalog: Catalog
    home: str
    locale: str

    def page(self, uri: str) -> str:
        return page_address(self.home, uri, self.locale)

    def own(self, feed: Feed, end: str) -> str:
        return self.home + localized(feed_path(feed.name, end), self.locale)

    def author(self) -> dict[str, str]:
        return {"name": self.catalog.text("network", self.locale), "url": self.home}

    def themes(self, story: Story) -> list[tuple[str, str]]:
        return [(theme, self.catalog.label("themes", theme, self.locale)) for theme in story.themes]


def _atom(site: _Site, feed: Feed) -> str:
    root = ElementTree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.locale})
    own, (_, media) = site.own(feed, "atom"), FORMS["atom"]
    _add(root, "id", own)
    _add(root, "title", feed.titles[site.locale])
    _add(root, "updated", feed.updated)
    author = ElementTree.SubElement(root, "author")
    _add(author, "name", site.author()["name"])
    _add(author, "uri", site.author()["url"])
    _add(root, "rights", "CC BY 4.0")
    _add(root, "link", rel="license", href=LICENCE)
    _add(root, "link", rel="self", type=media, href=own)
    _add(root, "link", rel="alternate", type="text/html", hreflang=site.locale, href=site.page(feed.uri))
    root.extend(_atom_entry(site, entry) for entry in feed.stories)
    text = _NOT_IN_XML.sub("", ElementTree.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _atom_entry(site: _Site, entry: Entry) -> ElementTree.Element:
    story: Story = entry.in_locale(site.locale)
    shown_in = {} if entry.locale(site.locale) == site.locale else {"xml:lang": entry.locale(site.locale)}
    element = ElementTree.Element("entry")
    _add(element, "id", site.page(entry.uri))
    _add(element, "title", story.title, **shown_in)
    _add(element, "updated", _timestamp(story.reviewed_on))
    _add(element, "link", rel="alternate", type="text/html", href=site.page(entry.uri))
    _add(element, "summary", story.summary, **shown_in)
    for theme, label in site.themes(story):
        _add(element, "category", term=theme, label=label)
    return element


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    ElementTree.SubElement(parent, tag, attributes).text = text


def _json_feed(site: _Site, feed: Feed) -> str:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.titles[site.locale],
        "home_page_url": site.page(feed.uri),
        "feed_url": site.own(feed, "json"),
        "language": site.locale,
        "authors": [site.author()],
        "items": [_json_item(site, entry) for entry in feed.stories],
    }
    return to_json(data).decode() + "\n"


def _json_item(site: _Site, entry: Entry) -> dict[str, Any]:
    story: Story = entry.in_locale(site.locale)
    return {
        "id": site.page(entry.uri),
        "url": site.page(entry.uri),
        "title": story.title,
        "content_text": story.summary,
        "summary": story.summary,
        "date_modified": _timestamp(story.reviewed_on),
        "tags": [label for _, label in site.themes(story)],
        "language": entry.locale(site.locale),
    }


def _timestamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


_WRITERS: dict[str, Callable[[_Site, Feed], str]] = {"atom": _atom, "json": _json_feed}
