"""The courses as a built site shows them, and the packs that are made of them to be taken along.

Every maker of packs (scripts/pack_*.py) has `make(site: Path, out: Path) -> list[Pack]`; scripts/packs.py calls them.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from porpiang.catalog import Catalog  # noqa: E402
from porpiang.page import LOCALES, localized  # noqa: E402
from porpiang.vocabulary import read_vocabulary  # noqa: E402

COURSES = "curricula/"
_NOT_IN_BOOKS = """
    .//script | .//template | .//link | .//*[@hidden] | .//comment() | .//a[@class="headerlink"]
    | .//nav[@class="neighbours"] | .//p[@class="next-step" or @class="how-far" or @class="to-trainer"]
    | .//div[@class="related" or @class="score"]
    | .//ul[@class="cards"] | .//h2[following-sibling::*[1][self::ul[@class="cards"]]]
"""
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

    def book_text(self) -> HtmlElement:
        """Return the article as a book has it: without scripts, cards of other pages and the ways on from this one."""
        article = self.article()
        for element in article.xpath(_NOT_IN_BOOKS):
            element.drop_tree()
        return article

    def style_sheets(self) -> list[str]:
        """Return the paths of the page's style sheets below the site's root."""
        found = _document(self.site, self.path).xpath("//link[@rel='stylesheet']/@href")
        return [urljoin(f"/{self.path}", address).removeprefix("/") for address in found]


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


def site_name(site: Path, locale: str) -> str:
    """Return the site's name in a language."""
    return str(_document(site, localized("", locale)).xpath("normalize-space(//div[@class='md-header__title'])"))


def relink(article: HtmlElement, page: BuiltPage, home: str, in_book: Callable[[str, str], str | None]) -> None:
    """Turn the links of a page's article to where they lead from a book.

    in_book takes the path of a page of this site and an anchor in it (or an empty string) and returns where that is
    in the book, or None where the book does not have the page: then the link leads to the page's public address.
    """
    for link in article.xpath(".//a[@href]"):
        target = urljoin(home + page.path, link.get("href"))
        path, _, anchor = target.removeprefix(home).partition("#")
        link.set("href", (target.startswith(home) and in_book(path, anchor)) or target)


def say(key: str, locale: str, **values: object) -> str:
    """Return a sentence of docs/_vocabulary/interface.yml in a language, its {names} filled in."""
    return _words().text(key, locale, **values)


def _read_course(site: Path, course: str, locale: str) -> Course | None:
    """Return a course, or None where the folder holds something else than a course: only a course lists modules."""
    page = built_page(site, _path(course, locale))
    article = page.article() if page else None
    if page is None or article is None or article.get("lang") != locale:
        return None  # a page that stands in for a translation makes no pack
    maps = article.find_class("course-map")
    if not maps:
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
