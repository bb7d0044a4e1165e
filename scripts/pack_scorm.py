"""Packs each course as SCORM 1.2, for learning management systems: one organization with one item, the course.

The item is a page that stays (pack_scorm.html) and shows the course's pages in a frame, since a system takes the end
of the page that it started for the end of the session.
"""

from functools import partial
from pathlib import Path

from course_packs import Course, Pack, built_page, read_courses, say
from lxml.html import HtmlElement
from portable_pages import Files, bundle, fill_in, portable_pages, write_zip

_TESTS = ("pre-test", "post-test")
_SCRIPT = Path(__file__).with_name("pack_scorm.js")


def make(site: Path, out: Path) -> list[Pack]:
    """Write every course of a built site into a folder as <course>-scorm.<locale>.zip."""
    script = bundle(_SCRIPT)
    packs = []
    for course in read_courses(site):
        path = out / f"{course.id}-scorm.{course.locale}.zip"
        size = write_zip(path, _package(course, script))
        packs.append(Pack(path, course.id, course.locale, "scorm", size))
    return packs


def _package(course: Course, script: bytes) -> Files:
    """Return the files of a course's package."""
    tests = [built_page(course.page.site, f"{course.page.path}{test}/") for test in _TESTS]
    start = f"{course.page.path}index.html"
    pages = {f"{page.path}index.html": page for page in (course.page, *course.modules, *filter(None, tests))}
    files = portable_pages(pages, {course.locale: start}, partial(_tell_who_keeps_answers, course.locale))
    files |= {"index.html": fill_in("pack_scorm.html", course=course, start=start), "scorm.js": script}
    return files | {"imsmanifest.xml": fill_in("pack_scorm.xml", course=course, files=sorted(files))}


def _tell_who_keeps_answers(locale: str, article: HtmlElement) -> None:
    """Let a page say that the learning system has the answers, and leave to that system what is done with them."""
    for sentence in article.find_class("kept-here"):
        sentence.text = say("scorm_kept", locale)
    for box in article.find_class("my-data"):
        box.drop_tree()
