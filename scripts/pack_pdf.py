"""Prints a course's handout and its trainer's book as PDF, from the built pages and their own style sheets."""

import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import unquote, urljoin

from course_packs import BuiltPage, Course, Pack, built_page, home_address, read_courses, relink, say, site_name
from find_browser import find_browser
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Browser, sync_playwright
from porpiang.dates import day
from serve_folder import serve_folder

_STYLE = Path(__file__).with_suffix(".css")
_NOT_IN_HANDOUTS = './/section[@class="quiz"] | .//p[@class="test"]'
_NOT_ASCII = re.compile(r"(?:%[89A-F][0-9A-F])+", re.IGNORECASE)
_MADE_ON = re.compile(rb"\(D:\d{14}")
_ELEMENT = re.compile(rb"node\d{8}")


def make(site: Path, out: Path) -> list[Pack]:
    """Print every course of a built site into a folder; a trainer's book only where the site has the trainer's page.

    Raises FileNotFoundError where no Chromium starts.
    """
    chromium = find_browser()
    if chromium is None:
        raise FileNotFoundError("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        packs = print_courses(browser, site, out)
        browser.close()
    return packs


def print_courses(browser: Browser, site: Path, out: Path) -> list[Pack]:
    """Print every course of a built site into a folder with a Chromium that is already open."""
    packs = []
    with serve_folder(site) as address:
        for course in read_courses(site):
            for kind, parts in _books(course):
                pdf = _print(browser, address, _document(course, kind, parts))
                path = out / f"{course.id}-{kind}.{course.locale}.pdf"
                path.write_bytes(_without_its_hour(pdf, course))
                packs.append(Pack(path, course.id, course.locale, kind, len(pdf)))
    return packs


def _books(course: Course) -> Iterator[tuple[str, list[tuple[BuiltPage, HtmlElement]]]]:
    """Yield the kind of every book of a course and its parts in order: the page and what the book has of it."""
    handout = [(page, page.book_text()) for page in (course.page, *course.modules)]
    for _, article in handout:
        for element in article.xpath(_NOT_IN_HANDOUTS):
            element.drop_tree()
    yield "handout", handout
    path = f"{course.page.path}trainer/"
    paths = (path, *(f"{path}{module.name}/" for module in course.modules))
    trainer = [page for page in (built_page(course.page.site, path) for path in paths) if page]
    if trainer:
        yield "trainer", [(page, page.book_text()) for page in trainer]
    else:
        print(f"{path}: ไม่มีหน้านี้ จึงไม่มีคู่มือวิทยากร / no such page, so no trainer's book", file=sys.stderr)


def _document(course: Course, kind: str, parts: list[tuple[BuiltPage, HtmlElement]]) -> str:
    """Return a book as one HTML page with the style sheets of its first part, every anchor with its page's name."""
    site = course.page.site
    home, names = home_address(site), {page.path: page.name for page, _ in parts}

    def in_book(path: str, anchor: str) -> str | None:
        return (path in names and f"#{_anchor(names[path], anchor)}") or None

    for page, article in parts:
        relink(article, page, home, in_book)
        for element in article.xpath(".//*[@id]"):
            element.set("id", _anchor(page.name, element.get("id")))
        article.set("id", page.name)
        for link in article.xpath(".//a[contains(@href, '://')]"):
            link.set("data-address", _NOT_ASCII.sub(lambda found: unquote(found[0]), link.get("href")))
        for image in article.iter("img"):
            image.set("src", urljoin(f"/{page.path}", image.get("src", "")))
        for details in article.iter("details"):
            details.set("open", "")
    style_sheets = "".join(f'<link rel="stylesheet" href="/{path}">' for path in parts[-1][0].style_sheets())
    title = f"{course.title}: {say(f'pack_{kind}', course.locale)}"
    articles = "".join(html.tostring(article, encoding="unicode") for _, article in parts)
    return (
        f'<!doctype html><html lang="{course.locale}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"{style_sheets}<style>{_STYLE.read_text(encoding='utf-8')}</style></head>"
        f'<body dir="ltr" data-md-color-scheme="default">{_cover(course, kind)}{articles}</body></html>'
    )


def _anchor(name: str, anchor: str) -> str:
    return f"{name}--{anchor}" if anchor else name


def _cover(course: Course, kind: str) -> str:
    """Return the title page: the site, the course, what this book is, of when, where it is on the web, its licence."""
    site, locale = course.page.site, course.locale
    address = escape(home_address(site) + course.page.path)
    imprint = say("pack_imprint", locale, version=course.version, date=day(course.reviewed, locale))
    return (
        f'<header class="cover md-typeset"><p>{escape(site_name(site, locale))}</p>'
        f'<p class="title">{escape(course.title)}</p><p class="what">{escape(say(f"pack_{kind}", locale))}</p>'
        f'<p>{escape(imprint)}</p><p><a href="{address}">{address}</a></p>'
        f"<p>{escape(say('pack_licence', locale))}</p></header>"
    )


def _print(browser: Browser, address: str, document: str) -> bytes:
    """Print a document as if it were a page of the served site; return the PDF."""
    page = browser.new_page()
    page.route(f"{address}/book/", lambda route: route.fulfill(body=document, content_type="text/html; charset=utf-8"))
    page.goto(f"{address}/book/", wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    pdf = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    page.close()
    return pdf


def _without_its_hour(pdf: bytes, course: Course) -> bytes:
    """Return a PDF that is the same whenever it is printed.

    It bears the day of the course's last review, and its elements are numbered from 1: Chromium numbers them on from
    whatever it has seen before. Nothing gets longer or shorter, so that places in the file stay right.
    """
    pdf = _MADE_ON.sub(f"(D:{course.reviewed:%Y%m%d}000000".encode(), pdf)
    numbers = {old: number for number, old in enumerate(sorted(set(_ELEMENT.findall(pdf))), 1)}
    return _ELEMENT.sub(lambda found: b"node%08d" % numbers[found[0]], pdf)
