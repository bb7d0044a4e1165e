"""Writes a course as an EPUB 3 book: one file a module, the contents down to every heading, answers at the end.

Written with zipfile and lxml: a package file, a navigation file and the site's own pages as XHTML are all there is to
it, and only so is the same book the same bytes every time.
"""

import zipfile
from collections.abc import Mapping
from copy import deepcopy
from html import escape
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin
from uuid import NAMESPACE_URL, uuid5

from course_packs import BuiltPage, Course, Pack, home_address, read_courses, relink, say, site_name
from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring, html_to_xhtml
from porpiang.dates import day

_STYLE = Path(__file__).with_suffix(".css")
_FONTS = "assets/fonts/"
_NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
_FEATURES = ("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability")
_TYPES = {".woff2": "font/woff2", ".xhtml": "application/xhtml+xml", ".webp": "image/webp"}  # not known to all Pythons
_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?><container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
)

Files = dict[str, bytes]


def make(site: Path, out: Path) -> list[Pack]:
    """Write every course of a built site into a folder as a book."""
    packs = []
    for course in read_courses(site):
        path = out / f"{course.id}.{course.locale}.epub"
        _write(path, course, _book(course))
        packs.append(Pack(path, course.id, course.locale, "epub", path.stat().st_size))
    return packs


def _book(course: Course) -> Files:
    """Return the files of a course's book by path below book/."""
    site, home = course.page.site, home_address(course.page.site)
    pages = {page.path: page for page in (course.page, *course.modules)}

    def in_book(path: str, anchor: str) -> str | None:
        return f"{pages[path].name}.xhtml{'#' if anchor else ''}{anchor}" if path in pages else None

    articles = {page: page.book_text() for page in pages.values()}
    pictures: Files = {}
    for page, article in articles.items():
        relink(article, page, home, in_book)
        pictures |= _take_pictures(article, page)
        _lay_out_quiz(article, course.locale)
    articles[course.page].xpath(".//h1")[0].addnext(_imprint(course, home))
    navigation = {"contents.xhtml": _navigation(course, articles)}
    chapters = {f"{page.name}.xhtml": _chapter(page.title, course.locale, articles[page]) for page in articles}
    fonts = {f"fonts/{font.name}": font.read_bytes() for font in sorted((site / _FONTS).iterdir())}
    parts = {"book.css": _STYLE.read_bytes()} | fonts | pictures
    return {"package.opf": _package(course, home, navigation, chapters, parts)} | navigation | chapters | parts


# --- chapters -----------------------------------------------------------------------------------------------


def _take_pictures(article: HtmlElement, page: BuiltPage) -> Files:
    """Return the pictures of a page, and let the page look for them in the book."""
    pictures = {}
    for image in article.iter("img"):
        path = unquote(urljoin(f"/{page.path}", image.get("src", ""))).removeprefix("/")
        name = f"pictures/{path.replace('/', '-')}"
        image.set("src", quote(name))
        pictures[name] = (page.site / path).read_bytes()
    return pictures


def _lay_out_quiz(article: HtmlElement, locale: str) -> None:
    """Let a quiz ask only, and give the answers, each below its question, at the end of the module."""
    answers = []
    for item in article.iter("quiz-item"):
        item.tag = "div"
        question, key = deepcopy(item.find_class("question")[0]), item.find_class("key")[0]
        for said_by_script in key.xpath("summary | p[@data-wrong]"):
            said_by_script.drop_tree()
        key.drop_tree()
        key.tag = "div"
        answer = fragment_fromstring("<li></li>")
        answer.extend((question, key))
        answers.append(answer)
    if not answers:
        return
    for how in article.xpath('.//section[@class="quiz"]/p'):
        how.text = say("book_how", locale)
    section = fragment_fromstring(
        f'<section class="answers"><h2 id="answers">{escape(say("book_answers", locale))}</h2><ol></ol></section>'
    )
    section[-1].extend(answers)
    article.append(section)


def _imprint(course: Course, home: str) -> HtmlElement:
    """Return what a title page says: the site, version and day, the address on the web, the licence."""
    locale, address = course.locale, escape(home + course.page.path)
    lines = (
        escape(site_name(course.page.site, locale)),
        escape(say("pack_imprint", locale, version=course.version, date=day(course.reviewed, locale))),
        f'<a href="{address}">{address}</a>',
        escape(say("pack_licence", locale)),
    )
    return fragment_fromstring(f'<p class="imprint">{"<br>".join(lines)}</p>')


def _chapter(title: str, locale: str, article: HtmlElement) -> bytes:
    """Return an article as an XHTML file; its text keeps its own language."""
    article.tag = "main"
    html_to_xhtml(article)
    return _xhtml(title, locale, etree.tostring(article, encoding="unicode", with_tail=False))


def _xhtml(title: str, locale: str, body: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html {_NAMESPACES} lang="{locale}" '
        f'xml:lang="{locale}" dir="ltr"><head><meta charset="utf-8"/><title>{escape(title)}</title>'
        f'<link rel="stylesheet" href="book.css"/></head><body>{body}</body></html>\n'
    ).encode()


# --- what leads through the book ----------------------------------------------------------------------------


def _navigation(course: Course, articles: Mapping[BuiltPage, HtmlElement]) -> bytes:
    """Return the contents: every chapter with its headings."""
    title = escape(say("contents", course.locale))
    lines = []
    for page, article in articles.items():
        headings = [(str(found.get("id")), found.xpath("normalize-space()")) for found in article.xpath(".//h2[@id]")]
        links = (f'<li><a href="{page.name}.xhtml#{escape(i)}">{escape(text)}</a></li>' for i, text in headings)
        below = f"<ol>{''.join(links)}</ol>" if headings else ""
        lines.append(f'<li><a href="{page.name}.xhtml">{escape(page.title)}</a>{below}</li>')
    nav = f'<nav epub:type="toc" role="doc-toc" id="toc"><h1>{title}</h1><ol>{"".join(lines)}</ol></nav>'
    return _xhtml(course.title, course.locale, nav)


def _package(course: Course, home: str, navigation: Files, chapters: Files, parts: Files) -> bytes:
    """Return the package file: what the book is, how it can be read, its files and their order."""
    address = home + course.page.path
    modes = ("textual", "visual") if any(name.startswith("pictures/") for name in parts) else ("textual",)
    facts = [
        *(("schema:accessMode", mode) for mode in modes),
        ("schema:accessModeSufficient", "textual"),
        *(("schema:accessibilityFeature", feature) for feature in _FEATURES),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", say("book_access", course.locale)),
        ("dcterms:modified", f"{course.reviewed}T00:00:00Z"),
    ]
    described = {
        "dc:title": course.title,
        "dc:language": course.locale,
        "dc:publisher": site_name(course.page.site, course.locale),
        "dc:creator": site_name(course.page.site, course.locale),
        "dc:date": str(course.reviewed),
        "dc:source": address,
        "dc:rights": say("pack_licence", course.locale),
    }
    manifest = "".join(_item(name) for name in (*navigation, *chapters, *parts))
    spine = "".join(f'<itemref idref="{_item_id(name)}"/>' for name in chapters)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{course.locale}" dir="ltr">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, address)}</dc:identifier>'
        + "".join(f"<{name}>{escape(value)}</{name}>" for name, value in described.items())
        + "".join(f'<meta property="{name}">{escape(value)}</meta>' for name, value in facts)
        + f"</metadata><manifest>{manifest}</manifest>"
        + f'<spine page-progression-direction="ltr">{spine}</spine></package>\n'
    ).encode()


def _item(name: str) -> str:
    marks = ' properties="nav"' if name == "contents.xhtml" else ""
    return f'<item id="{_item_id(name)}" href="{quote(name)}" media-type="{_media_type(name)}"{marks}/>'


def _media_type(name: str) -> str:
    suffix = PurePosixPath(name).suffix
    return _TYPES.get(suffix) or guess_type(name)[0] or "application/octet-stream"


def _item_id(name: str) -> str:
    return f"file-{name.replace('/', '-')}"


def _write(path: Path, course: Course, files: Files) -> None:
    """Write the container; every file in it bears the day of the course's last review."""
    moment = (course.reviewed.year, course.reviewed.month, course.reviewed.day, 0, 0, 0)
    everything = {"META-INF/container.xml": _CONTAINER.encode(), **{f"book/{name}": files[name] for name in files}}
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(zipfile.ZipInfo("mimetype", moment), "application/epub+zip")  # first, and not compressed
        for name, data in everything.items():
            book.writestr(zipfile.ZipInfo(name, moment), data, zipfile.ZIP_DEFLATED)
