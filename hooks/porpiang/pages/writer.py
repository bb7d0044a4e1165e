"""Writes the HTML of one page in one language: links, labels, headings, cards. Every text is escaped here."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape
from urllib.parse import quote

from ..catalog import Catalog, Entry
from ..geography import provinces
from ..page import DEFAULT_LOCALE, localized
from ..province_map import Outlines

CAPITAL = "10"  # Bangkok, whose districts are เขต and whose subdistricts are แขวง
_KIND_WORDS = {"stories": "story_kinds", "visits": "visit_kinds"}  # of what lies in a province: the words for its kind


@dataclass(frozen=True)
class Writer:
    """Knows the page's language and address; uri is the page's own, without language; outlines are for its maps."""

    catalog: Catalog
    locale: str
    uri: str
    outlines: Outlines | None = None

    def text(self, key: str, **values: object) -> str:
        """Return an interface sentence in the page's language, as text."""
        return self.catalog.text(key, self.locale, **values)

    def html(self, key: str, **values: object) -> str:
        """Return an interface sentence in the page's language, escaped."""
        if values:
            return escape(self.text(key, **values))
        return self.catalog.escaped[self.locale].get(key) or escape(key)

    def label(self, words: str, word: str) -> str:
        """Return a word's label in the page's language, as text."""
        return self.catalog.label(words, word, self.locale)

    @cached_property
    def root(self) -> str:
        """The way from this page up to the home page of its language."""
        return "../" * address(self.uri).count("/")

    def url(self, uri: str) -> str:
        """Return another page's address relative to this page's."""
        return escape(f"{self.root}{address(uri)}") or "./"

    def asset(self, path: str) -> str:
        """Return the address of a file of the site relative to this page's."""
        return f"{self.root}{'' if self.locale == DEFAULT_LOCALE else '../'}{path}"

    def link(self, uri: str, text: str) -> str:
        """Return a link to another page; text is plain text."""
        return f'<a href="{self.url(uri)}">{escape(text)}</a>'

    def entry_link(self, entry: Entry) -> str:
        """Return a link to an entry, marked and said to be in Thai when it is not translated."""
        if entry.locale(self.locale) == self.locale:
            return self.link(entry.uri, entry.in_locale(self.locale).title)
        return f'<a href="{self.url(entry.uri)}">{self.entry_title(entry)}</a> ({self.html("in_thai")})'

    def entry_title(self, entry: Entry) -> str:
        """Return an entry's title, its language marked when that is not the page's."""
        shown_in, title = entry.locale(self.locale), escape(entry.in_locale(self.locale).title)
        return title if shown_in == self.locale else f'<span lang="{shown_in}">{title}</span>'

    def place(self, entry: Entry) -> str:
        """Return the province of a story or of a place to visit, as text."""
        return provinces()[entry.in_locale(DEFAULT_LOCALE).place.province].name(self.locale)

    def province(self, code: str) -> str:
        """Return a province's name with its word, as text: จังหวัดสงขลา, Songkhla Province; not so the capital."""
        return self.text("capital" if code == CAPITAL else "province", name=provinces()[code].name(self.locale))

    def count(self, key: str, number: int) -> str:
        """Return a number with its word, escaped: `key` for many, `key`_one for one where there is such a sentence."""
        one = f"{key}_one"
        return self.html(
            one if number == 1 and one in self.catalog.vocabulary["interface"] else key, count=f"{number:,}"
        )

    def heading(self, key: str, level: int = 2) -> str:
        """Return a heading from the interface's words; the key is its anchor."""
        return heading(self.html(key), key.replace("_", "-"), level)

    def none_yet(self) -> str:
        """Return the sentence for an honest empty."""
        return f"<p>{aside(self.html('none_yet'))}</p>"

    def cards(self, entries: Iterable[Entry]) -> str:
        """Return a card for each entry: title, one sentence, and for stories and visits kind, province and themes."""
        cards = [self._card(entry) for entry in entries]
        return f'<ul class="cards">{"".join(cards)}</ul>' if cards else self.none_yet()

    def _card(self, entry: Entry) -> str:
        key = (entry.kind, entry.id, self.locale, self.root)
        if key not in self.catalog.cards:
            self.catalog.cards[key] = self._new_card(entry)
        return self.catalog.cards[key]

    def _new_card(self, entry: Entry) -> str:
        fields = entry.in_locale(self.locale)
        known_for = entry.kind == "visits"  # its summary says the province too, which stands below
        text = self.text("known_for", text=fields.speciality) if known_for else fields.summary
        words = self._at_a_glance(entry)
        about = f'<p class="about">{escape(" · ".join(words))}</p>' if words else ""
        sentence = f'<p lang="{entry.locale(self.locale)}">{escape(text)}</p>'
        return f"<li><p><b>{self.entry_link(entry)}</b></p>{sentence}{about}</li>"

    def _at_a_glance(self, entry: Entry) -> list[str]:
        """Return the kind, province and themes of an entry that lies somewhere; nothing for the others."""
        if entry.kind not in _KIND_WORDS:
            return []
        fields = entry.in_locale(self.locale)
        themes = (self.label("themes", theme) for theme in fields.themes)
        return [self.label(_KIND_WORDS[entry.kind], fields.kind), self.place(entry), *themes]


def heading(html: str, anchor: str, level: int = 2) -> str:
    """Return a heading that can be linked to; html is escaped already."""
    return f'<h{level} id="{escape(anchor)}">{html}</h{level}>'


def aside(html: str) -> str:
    """Mark a remark of the editors, by whose words no page shall be found; html is escaped already."""
    return f'<em class="aside">{html}</em>'


def block(name: str, *html: str) -> str:
    """Wrap HTML in a division that the style sheet knows by name."""
    return f'<div class="{name}">{"".join(html)}</div>'


def paragraph(text: str, name: str = "") -> str:
    """Return plain text as a paragraph."""
    return f'<p class="{name}">{escape(text)}</p>' if name else f"<p>{escape(text)}</p>"


def items(html: Iterable[str], tag: str = "ul", marks: str = "") -> str:
    """Return HTML pieces as a list; marks are attributes of the list, as fact_mark writes them."""
    return f"<{tag}{marks}>{''.join(f'<li>{item}</li>' for item in html)}</{tag}>"


def fact_mark(name: str) -> str:
    """Return the attribute that says which fact of a story an element holds, so that other pages can take it."""
    return f' data-fact="{escape(name)}"'


def page_address(home: str, uri: str, locale: str) -> str:
    """Return where a page is on the web; home is the site's own address, with a slash at its end."""
    return home + localized(_quoted(address(uri)), locale)


_quoted = cache(quote)


@cache
def address(uri: str) -> str:
    """Return where a page is served, below the home page of its language: a/b.md → a/b/, a/index.md → a/."""
    stem = uri.removesuffix(".md")
    return stem.removesuffix("index") if stem.endswith("/index") or stem == "index" else f"{stem}/"
