"""Writes Markdown for one page in one language: links, labels, cards, lists cut into pages."""

import json
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..catalog import Catalog, Entry
from ..geography import provinces
from ..page import DEFAULT_LOCALE
from ..province_map import Outlines

CAPITAL = "10"  # Bangkok, whose districts are เขต and whose subdistricts are แขวง
_SPECIAL = re.compile(r"([\\`*_\[\]|{}#])")


def plain(text: str) -> str:
    """Escape text so that Markdown shows it letter by letter."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _SPECIAL.sub(r"\\\1", escaped)
    return re.sub(r"^(\s*\d*)([-+.)])(\s)", r"\1\\\2\3", escaped)  # no list where a text begins like one


@dataclass(frozen=True)
class Writer:
    """Knows the page's language and address; uri is the page's own, without language; outlines are for its maps."""

    catalog: Catalog
    locale: str
    uri: str
    outlines: Outlines | None = None

    def text(self, key: str, **values: object) -> str:
        """Return an interface sentence in the page's language."""
        return self.catalog.text(key, self.locale, **values)

    def label(self, words: str, word: str) -> str:
        """Return a word's label in the page's language."""
        return self.catalog.label(words, word, self.locale)

    def href(self, uri: str) -> str:
        """Return another Markdown page as seen from this one."""
        return posixpath.relpath(uri, posixpath.dirname(self.uri) or ".")

    def link(self, uri: str, text: str) -> str:
        """Return a Markdown link to another page."""
        return f"[{plain(text)}]({self.href(uri)})"

    def asset(self, path: str) -> str:
        """Return a file of the site relative to this page's address, as a browser needs it in raw HTML."""
        root = posixpath.relpath(".", _folder(self.uri))
        return posixpath.join(root if self.locale == DEFAULT_LOCALE else f"{root}/..", path)

    def url(self, uri: str) -> str:
        """Return another page's address relative to this page's, as a browser needs it in raw HTML."""
        return posixpath.relpath(_folder(uri), _folder(self.uri)) + "/"

    def entry_link(self, entry: Entry) -> str:
        """Return a link to an entry, saying so when it is only in Thai."""
        link = self.link(entry.uri, entry.in_locale(self.locale).title)
        return f"{link} ({self.text('in_thai')})" if entry.locale(self.locale) != self.locale else link

    def place(self, entry: Entry) -> str:
        """Return the province of a story."""
        return provinces()[entry.in_locale(DEFAULT_LOCALE).place.province].name(self.locale)

    def province(self, code: str) -> str:
        """Return a province's name with its word: จังหวัดสงขลา, Songkhla Province; the capital is no province."""
        return self.text("capital" if code == CAPITAL else "province", name=provinces()[code].name(self.locale))

    def count(self, key: str, number: int) -> str:
        """Return a number with its word: `key` for many, `key`_one for one."""
        one = f"{key}_one"
        return self.text(
            one if number == 1 and one in self.catalog.vocabulary["interface"] else key, count=f"{number:,}"
        )

    def cards(self, entries: Iterable[Entry]) -> str:
        """Return a card for each entry: title, summary, and for stories their kind, province and themes."""
        items = []
        for entry in entries:
            fields = entry.in_locale(self.locale)
            lines = [f"-   **{self.entry_link(entry)}**", f"    {plain(fields.summary)}"]
            if entry.kind == "stories":
                themes = " · ".join(plain(self.label("themes", theme)) for theme in fields.themes)
                kind = self.label("story_kinds", fields.kind)
                lines.append(f"    *{plain(kind)} · {plain(self.place(entry))} · {themes}*")
            items.append("\n\n".join(lines))
        return block("cards", "\n\n".join(items)) if items else f"*{self.text('none_yet')}*"


def block(name: str, markdown: str) -> str:
    """Wrap Markdown in a division of the page that the style sheet knows by name."""
    return f'<div class="{name}" markdown="1">\n\n{markdown}\n\n</div>'


def join(*parts: str) -> str:
    """Put Markdown parts under one another, leaving out empty ones."""
    return "\n\n".join(part for part in parts if part) + "\n"


def front_matter(title: str, summary: str) -> str:
    """Return front matter for a generated page."""
    fields = {"title": title, "summary": summary}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    return f"---\n{''.join(lines)}---\n\n"


def _folder(uri: str) -> str:
    """Return the address a Markdown page is served at, from the root: a/b.md → a/b, a/index.md → a."""
    return uri.removesuffix(".md").removesuffix("index").rstrip("/") or "."
