"""The search: which filters each page answers to, and the small file that its script reads first."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from .catalog import Catalog, Entry
from .geography import districts, subdistricts
from .model import Place
from .page import DEFAULT_LOCALE, LOCALES, localized
from .pages.facets import FACETS, FILTERS, strategies_of
from .search_words import search_words

NARROWED_BY = ("page", "kind", "region", "province", "lao-type", "theme", "strategy")
SHORTEST, LONGEST = 4, 24  # letters of a word that a misspelt one is compared with
_WORD = re.compile(r"[A-Za-z]+|[\u0e01-\u0e4e]+")
_OPTIONS: dict[str, dict[str, Any]] = {"th": {"exactDiacritics": True}, "en": {}}
WEIGHTS = {"knowledge": 2, "modules": 0.3, "visits": 0.5}  # kind of entry → weight of its words: what explains a thing
# comes before what mentions it; a module, long and on many things, stays behind the practice it takes its case from
_STANDING = {
    "plan": "plan", "knowledge": "knowledge", "stories": "lists", "curricula": "curricula", "visits": "visits",
}  # fmt: skip
_PLACED = {"stories": NARROWED_BY[1:], "visits": ("region", "province", "theme", "strategy")}  # kind → its filters


def entry_filters(catalog: Catalog, entry: Entry) -> dict[str, list[str]]:
    """Return filter id → values of an entry; the values are ids."""
    fields = entry.in_locale(DEFAULT_LOCALE)
    filters = {"page": [entry.kind]}
    if entry.kind in _PLACED:
        filters |= {name: FILTERS[name].values_of(fields, catalog) for name in _PLACED[entry.kind]}
    elif entry.kind == "plan":
        filters["strategy"] = [entry.id]
    else:
        filters["strategy"] = strategies_of(getattr(fields, "activities", [entry.id]), catalog)
    return filters


def standing_filters(name: str) -> dict[str, list[str]]:
    """Return the filters of a page that is no entry, by its name."""
    return {"page": [_STANDING.get(name.partition("/")[0], "site")]}


def search_files(catalog: Catalog) -> dict[str, str]:
    """Return what the search's script reads, address below the site's root → JSON text.

    words.json before the first query: `options` for Pagefind; `forms` and `ignored`, the words people type;
    `labels` of filters and their values; `problems`, offered when nothing is found; `texts` of the interface.
    spelling.json only for a word that no page has: the words that it may have been meant for.
    """
    files = {}
    for locale in LOCALES:
        folder = localized("search", locale)
        files[f"{folder}/words.json"] = to_json(_words(catalog, locale)).decode()
        files[f"{folder}/spelling.json"] = to_json(_spelling(catalog, locale)).decode()
    return files


def _words(catalog: Catalog, locale: str) -> dict[str, Any]:
    words, interface = search_words(catalog.vocabulary, locale), catalog.vocabulary["interface"]
    problem = FACETS["problem"]
    return {
        "options": _OPTIONS[locale],
        **words.as_data(),
        "labels": _labels(catalog, locale),
        "problems": {
            value: problem.label(value, catalog, locale)
            for value in problem.values(catalog)
            if problem.has_page(value, catalog)
        },
        "texts": {key: catalog.text(key, locale) for key in interface if key.startswith(("search_", "filter_"))},
    }


def _labels(catalog: Catalog, locale: str) -> dict[str, dict[str, str]]:
    labels = {"page": {kind: catalog.label("page_kinds", kind, locale) for kind in catalog.vocabulary["page_kinds"]}}
    for name in NARROWED_BY[1:]:
        facet = FILTERS[name]
        labels[name] = {value: facet.label(value, catalog, locale) for value in facet.values(catalog)}
    return labels


def _spelling(catalog: Catalog, locale: str) -> list[str]:
    """Return the words of titles, labels and places; Thai, which has no spaces, in whole phrases."""
    texts = [label for values in _labels(catalog, locale).values() for label in values.values()]
    texts += [word.label(locale) for name in ("search", "problems") for word in catalog.vocabulary[name].values()]
    for entry in (entry for kind in _PLACED for entry in catalog.of(kind)):
        fields = entry.in_locale(locale)
        texts += [fields.title, fields.summary, *_place_names(fields.place, locale)]
    found = sorted({word for text in texts for word in _WORD.findall(text) if SHORTEST <= len(word) <= LONGEST})
    return sorted({word.lower(): word for word in found}.values())  # of Water and water the second


def _place_names(place: Place, locale: str) -> Iterator[str]:
    if place.district:
        district = districts(place.province)[place.district]
        yield district.name(locale)
        if place.subdistrict:
            yield subdistricts(district.code)[place.subdistrict].name(locale)
