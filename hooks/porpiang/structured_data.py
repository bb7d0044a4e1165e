"""What a story's or a visit's page says to machines: schema.org terms as JSON-LD, nothing the page does not say."""

from typing import Any

from pydantic_core import to_json

from .catalog import Catalog, Entry
from .geography import districts, provinces
from .model import Place, Story, Visit
from .page import DEFAULT_LOCALE
from .pages.facets import FACETS
from .pages.writer import CAPITAL, Writer, page_address

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def page_data(catalog: Catalog, entry: Entry, locale: str, home: str) -> dict[str, Any] | None:
    """Return what an entry's page says to machines, or None; locale is the language of its text, home the site's."""
    write = {"stories": story_data, "visits": visit_data}.get(entry.kind)
    return write(catalog, entry, locale, home) if write else None


def story_data(catalog: Catalog, entry: Entry, locale: str, home: str) -> dict[str, Any]:
    """Return a story as a schema.org Article; locale is the language of its text, home the site's own address."""
    story: Story = entry.in_locale(locale)
    page = page_address(home, entry.uri, locale)
    network = {"@type": "Organization", "name": catalog.text("network", locale), "url": home}
    words = {"theme": story.themes, "problem": story.problems}
    about = [
        {
            "@type": "Thing",
            "name": FACETS[facet].label(value, catalog, locale),
            "url": page_address(home, FACETS[facet].uri(value), locale),
        }
        for facet, values in words.items()
        for value in values
    ]
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": page,
        "mainEntityOfPage": page,
        "headline": story.title,
        "abstract": story.summary,
        "inLanguage": locale,
        "dateModified": story.reviewed_on.isoformat(),
        "author": network,
        "publisher": network,
        "isPartOf": {
            "@type": "WebSite",
            "name": catalog.text("network", locale),
            "url": page_address(home, "index.md", locale),
        },
        "license": LICENCE,
        "keywords": [thing["name"] for thing in about],
        "about": about,
        "contentLocation": _place(catalog, entry, story.place, locale),
        "citation": [{"@type": "CreativeWork", "name": source.title, "url": source.url} for source in story.sources],
    }
    others = [{"@id": page_address(home, entry.uri, other)} for other in entry.fields if other != locale]
    if others:
        data |= {"workTranslation": others} if locale == DEFAULT_LOCALE else {"translationOfWork": others[0]}
    return data


def visit_data(catalog: Catalog, entry: Entry, locale: str, home: str) -> dict[str, Any]:
    """Return a place to visit as a schema.org Place; locale is the language of its text, home the site's address."""
    visit: Visit = entry.in_locale(locale)
    page = page_address(home, entry.uri, locale)
    place = _place(catalog, entry, visit.place, locale)
    data = {"@context": "https://schema.org", **place, "@id": page, "mainEntityOfPage": page}
    data |= {"name": visit.title, "description": visit.summary}
    if visit.contact.phone:
        data["telephone"] = visit.contact.phone
    if visit.contact.url:
        data["url"] = visit.contact.url
    return data


def _place(catalog: Catalog, entry: Entry, place: Place, locale: str) -> dict[str, Any]:
    writer = Writer(catalog, locale, entry.uri)
    code, area = place.province, provinces()[place.province]
    names, address = [writer.province(code)], {"addressRegion": area.name(locale), "addressCountry": "TH"}
    if place.district:
        district = districts(code)[place.district].name(locale)
        names.insert(0, writer.text("capital_district" if code == CAPITAL else "district", name=district))
        address["addressLocality"] = district
    return {
        "@type": "Place",
        "name": writer.text("place_separator").join(names),
        "address": {"@type": "PostalAddress", **address},
        "containedInPlace": {"@type": "AdministrativeArea", "name": names[-1]},
    }


def as_script(data: dict[str, Any]) -> str:
    """Return data as JSON that no text in it can lead out of a script element."""
    return to_json(data).decode().replace("<", "\\u003c")
