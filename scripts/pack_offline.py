"""Packs all courses in both languages into one ZIP that is unzipped and opened in a browser, with no internet."""

from pathlib import Path

from course_packs import COURSES, BuiltPage, Course, Pack, built_page, read_courses
from porpiang.page import LOCALES, localized
from portable_pages import portable_pages, write_zip

_BESIDE = ("pre-test", "post-test", "trainer", "record")  # pages of a course beside its modules

_BOTH = "mul"  # more languages than one, as ISO 639-2 has it


def make(site: Path, out: Path) -> list[Pack]:
    """Write the courses of a built site into a folder as courses-offline.zip."""
    starts = {locale: localized("index.html", locale) for locale in LOCALES}
    indexes = {locale: built_page(site, localized(COURSES, locale)) for locale in LOCALES}
    pages = {starts[locale]: page for locale, page in indexes.items() if page}
    pages |= {f"{page.path}index.html": page for course in read_courses(site) for page in _pages(course)}
    path = out / "courses-offline.zip"
    return [Pack(path, "", _BOTH, "offline", write_zip(path, portable_pages(pages, starts)))]


def _pages(course: Course) -> list[BuiltPage]:
    beside = (built_page(course.page.site, f"{course.page.path}{name}/") for name in _BESIDE)
    return [course.page, *course.modules, *filter(None, beside)]
