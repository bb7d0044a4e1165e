"""Pages of a built site made to work from a folder, without the network: for packs that a browser opens.

A browser that opens a file (file://) neither looks for the index.html of a folder nor loads ES modules. So links name
files, and esbuild bundles each script with what it imports into a classic one, at the same place.
"""

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote, urljoin

from course_packs import ROOT, BuiltPage, home_address, relink, say
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html
from lxml.html import HtmlElement
from porpiang.page import DEFAULT_LOCALE, LOCALES, localized

_FONT = re.compile(r"""url\(["']?(?!["']?data:)([^)"']+)""")
_NOT_IN_PACKS = ".//link | .//script | ./i[@data-pagefind-filter] | ./p[@hidden]"  # the last two are for the search
_ICON, _LICENCE = "assets/images/mark.svg", "assets/fonts/LICENSE.txt"
_FRAME = {f"assets/portable_page.{kind}": Path(__file__).with_name(f"portable_page.{kind}") for kind in ("css", "js")}

Files = dict[str, bytes]


def portable_pages(
    pages: Mapping[str, BuiltPage], starts: Mapping[str, str], adapt: Callable[[HtmlElement], None] = lambda _: None
) -> Files:
    """Return pages and everything they ask for; pages are by their file in the pack.

    starts is the file that every page of a language leads back to. Links to pages that the pack does not have lead to
    the public site and say that they need the internet. adapt changes what an article says.
    """
    folder = _Folder(pages, starts, adapt)
    files = {file: folder.page(file) for file in pages} | {name: path.read_bytes() for name, path in _FRAME.items()}
    for page in pages.values():
        files |= {name: bundle(page.site / name) for name in _scripts(page) if name not in files}
        files |= {name: (page.site / name).read_bytes() for name in _looks(page) if name not in files}
    return files


def bundle(script: Path) -> bytes:
    """Return an ES module with all that it imports as one classic script."""
    (esbuild,) = (ROOT / "node_modules" / "@esbuild").glob("*/bin/esbuild")
    classic = ("--banner:js=(async () => {\n'use strict';", "--footer:js=})();")  # await at the top needs a function
    options = ("--bundle", "--format=esm", "--charset=utf8", "--log-level=warning", *classic)
    return subprocess.run([esbuild, script, *options], check=True, stdout=subprocess.PIPE).stdout


def fill_in(template: str, **values: object) -> bytes:
    """Return a template beside this file with its places filled in; text is escaped."""
    return _TEMPLATES.get_template(template).render(**values).encode()


def write_zip(path: Path, files: Files) -> int:
    """Write files into a ZIP that is the same bytes whenever they are the same; return its length."""
    with zipfile.ZipFile(path, "w") as pack:
        for name in sorted(files):
            pack.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED, 9)
    return path.stat().st_size


def _scripts(page: BuiltPage) -> list[str]:
    """Return the paths of the scripts that a page's article asks for, below the site's root."""
    return [_path(page, address) for address in page.article().xpath(".//script/@src")]


def _looks(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of a page's pictures, style sheets and fonts below the site's root."""
    yield from (_ICON, _LICENCE)
    for address in page.article().xpath(".//img/@src"):
        yield _path(page, address)
    for sheet in page.style_sheets():
        yield sheet
        for font in _FONT.findall((page.site / sheet).read_text(encoding="utf-8")):
            yield normpath(join(dirname(sheet), font))


def _path(page: BuiltPage, address: str) -> str:
    """Return where a relative address of a page leads, below the site's root."""
    return unquote(urljoin(f"/{page.path}", address)).removeprefix("/")


def _way(file: str, other: str) -> str:
    """Return the address of a file of the pack relative to another's."""
    return relpath(other, dirname(file) or ".")


def _locale(page: BuiltPage) -> str:
    return next((locale for locale in LOCALES if page.path.startswith(f"{locale}/")), DEFAULT_LOCALE)


@dataclass(frozen=True)
class _Folder:
    """Knows which pages the pack has, by file, and with which file each language starts."""

    pages: Mapping[str, BuiltPage]
    starts: Mapping[str, str]
    adapt: Callable[[HtmlElement], None]

    @cached_property
    def files(self) -> dict[str, str]:
        """Path of a page below the site's root → its file."""
        return {page.path: file for file, page in self.pages.items()}

    @cached_property
    def home(self) -> str:
        """The site's public address."""
        return home_address(next(iter(self.pages.values())).site)

    def page(self, file: str) -> bytes:
        """Return a page: its article in a frame that is leaner than the site's."""
        page = self.pages[file]
        locale = _locale(page)
        start = self.starts[locale]
        return fill_in(
            "portable_page.html",
            locale=locale,
            page=page,
            start=self.pages[start],
            start_file=_way(file, start),
            article=html.tostring(self._article(file), encoding="unicode"),
            other_languages=dict(self._other_languages(file, page, locale)),
            styles=[_way(file, name) for name in (*page.style_sheets(), "assets/portable_page.css")],
            scripts=[_way(file, name) for name in _scripts(page)],
            frame_script=_way(file, "assets/portable_page.js"),
            icon=_way(file, _ICON),
            home=self.home + localized("", locale),
        )

    def _other_languages(self, file: str, page: BuiltPage, locale: str) -> Iterator[tuple[str, str]]:
        """Yield the languages in which the pack has the same page, and its address there."""
        path = page.path.removeprefix(localized("", locale))
        for other in LOCALES:
            if other != locale and (found := self.files.get(localized(path, other))):
                yield other, _way(file, found)

    def _article(self, file: str) -> HtmlElement:
        """Return a page's article, its addresses those of the pack."""
        page = self.pages[file]
        article = page.article()

        def in_pack(path: str, anchor: str) -> str | None:
            return _way(file, self.files[path]) + (anchor and f"#{anchor}") if path in self.files else None

        for element in article.xpath(_NOT_IN_PACKS):
            element.drop_tree()
        self.adapt(article)
        for image in article.iter("img"):
            image.set("src", _way(file, _path(page, image.get("src", ""))))
        for element in article.xpath(".//*[@data-record]"):
            record = in_pack(_path(page, element.attrib.pop("data-record")), "")
            if record:  # without it, the script offers none
                element.set("data-record", record)
        for table in article.xpath(".//table[not(@class)]"):
            _frame(table)
        relink(article, page, self.home, in_pack)
        for link in article.xpath(".//a[starts-with(@href, 'http')]"):
            _mark_as_online(link, _locale(page))
        return article


def _frame(table: HtmlElement) -> None:
    """Put around a table the two frames in which it scrolls on a phone, as the theme's script does on the site."""
    outer = table.makeelement("div", {"class": "md-typeset__scrollwrap"})
    table.addprevious(outer)
    inner = table.makeelement("div", {"class": "md-typeset__table"})
    outer.append(inner)
    outer.tail, table.tail = table.tail, None
    inner.append(table)


def _mark_as_online(link: HtmlElement, locale: str) -> None:
    said = say("pack_online", locale)
    link.attrib.update({"target": "_blank", "rel": "noopener"})
    link.append(link.makeelement("span", {"class": "online", "role": "img", "aria-label": said, "title": said}))


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, undefined=StrictUndefined
)
_TEMPLATES.globals["say"] = say
