"""The courses as a built site shows them, and the packs that are made of them to be taken along.

Every maker of packs (scripts/pack_*.py) has `make(site: Path, out: Path) -> list[Pack]`; scripts/packs.py calls them.
"""

import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin

from lxml import html
from lxml.html import HtmlElement

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from porpiang.catalog import Catalog  # noqa: E402
from porpiang.page import LOCALES, localized  # noqa: E402
from porpiang.vocabulary import read_vocabulary  # noqa: E402

COURSES = "curricula/"
_PARSER = html.HTMLParser(encoding="utf-8")


@dataclass(frozen=True)
class Pack:
    """A file to take along. course is empty for all courses; kind names a sentence of the interface: pack_<kind>."""

    path: Path
    course: str
    locale: str
    kind: str
    bytes: int


@dataclass(frozen=True)
class BuiltPage:
    """A page of a built site. path is its address below the site's root, with a slash at its end; title its heading."""

    site: Path
    path: str
    title: str

    @property
    def name(self) -> str:
        """The last part of the address: household-account."""
        return self.path.rstrip("/").rpartition("/")[2]

    def article(self) -> HtmlElement:
        """Return the page's <article>, read anew, so that the caller may change it."""
        return _document(self.site, self.path).get_element_by_id("content")

    def place_of(self, address: str) -> str:
        """Return where a relative address of this page leads, below the site's root: ../a/#b → a/#b."""
        return unquote(urljoin(f"/{self.path}", address)).removeprefix("/")


@dataclass(frozen=True)
class Course:
    """A course in one language: its own page and its modules in order. reviewed is its latest review, or a module's."""

    id: str
    locale: str
    version: str
    reviewed: date
    page: BuiltPage
    modules: tuple[BuiltPage, ...]

    @property
    def title(self) -> str:
        """The course's title."""
        return self.page.title


def read_courses(site: Path) -> list[Course]:
    """Return every course in every language, Thai first; raise FileNotFoundError where there is no built site."""
    courses = (
        _read_course(site, folder.name, locale)
        for locale in LOCALES
        for folder in sorted((site / localized(COURSES, locale)).iterdir())
    )
    return [course for course in courses if course]


def built_page(site: Path, path: str) -> BuiltPage | None:
    """Return the page at an address below the site's root, or None where the site has none."""
    if not (site / path / "index.html").exists():
        return None
    return BuiltPage(site, path, str(_document(site, path).xpath("normalize-space(//h1)")))


def home_address(site: Path) -> str:
    """Return the site's public address, with a slash at its end."""
    return str(_document(site, "").xpath("string(//link[@rel='canonical']/@href)"))


def say(key: str, locale: str, **values: object) -> str:
    """Return a sentence of docs/_vocabulary/interface.yml in a language, its {names} filled in."""
    return _words().text(key, locale, **values)


def _read_course(site: Path, course: str, locale: str) -> Course | None:
    """Return a course, or None where the folder holds something else than a course: only a course lists modules."""
    page = built_page(site, _path(course, locale))
    if page is None or not (maps := page.article().find_class("course-map")):
        return None
    modules = [built_page(site, _path(module, locale)) for module in maps[0].xpath(".//li/@data-module")]
    known = maps[0].attrib
    reviewed = date.fromisoformat(known["data-reviewed"])
    return Course(course, locale, known["data-version"], reviewed, page, tuple(filter(None, modules)))


def _path(below: str, locale: str) -> str:
    return localized(f"{COURSES}{below}/", locale)


def _document(site: Path, path: str) -> HtmlElement:
    return html.parse(site / path / "index.html", _PARSER).getroot()


@cache
def _words() -> Catalog:
    path = ROOT / "docs" / "_vocabulary" / "interface.yml"
    return Catalog(read_vocabulary([("_vocabulary/interface.yml", path.read_bytes())])[0])
