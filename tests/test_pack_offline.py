"""All courses as pages in a folder: they open from a disk, ask nobody for anything, and teach as the site does."""

import zipfile
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pack_offline
import pytest
from conftest import DOCS, serious_faults
from lxml import html
from playwright.sync_api import expect
from porpiang.assembly import assemble, read_files
from test_browser_learning import check, fill_in, go, item, quiz_of, settle

HOME = "https://example.org/"
MODULE = "curricula/leaders/household-account/index.html"
MARK = {"th": "ต้องใช้อินเทอร์เน็ต", "en": "needs the internet"}


@pytest.fixture(scope="module")
def pack(real_site, tmp_path_factory):
    (pack,) = pack_offline.make(real_site, tmp_path_factory.mktemp("packs"))
    return pack


@pytest.fixture(scope="module")
def folder(pack, tmp_path_factory) -> Path:
    """Return the pack as a reader unzips it."""
    folder = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(pack.path) as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture
def open_file(visit, folder):
    """Return a function that opens a file of the pack from the disk."""
    return lambda file, **settings: visit((folder / file).as_uri(), **settings)


def pages(folder: Path):
    return {path.relative_to(folder).as_posix(): html.parse(path).getroot() for path in folder.rglob("*.html")}


def test_pack_is_light_and_the_same_bytes_every_time(pack, real_site, tmp_path):
    assert pack.bytes == pack.path.stat().st_size < 15_000_000
    (again,) = pack_offline.make(real_site, tmp_path)
    assert again.path.read_bytes() == pack.path.read_bytes()


def test_pack_holds_every_course_with_its_modules_and_tests_in_both_languages(folder):
    for prefix in ("", "en/"):
        for course in (DOCS / "curricula").iterdir():
            if not course.is_dir():
                continue
            names = {path.name.partition(".")[0] for path in course.iterdir()} | {"pre-test", "post-test"}
            missing = [
                name
                for name in names
                if not (folder / prefix / "curricula" / course.name / name / "index.html").exists()
            ]
            assert missing == []


def test_every_address_is_a_file_of_the_pack_or_leads_to_the_web_and_says_so(folder):
    found = pages(folder)
    for file, page in found.items():
        for element, attribute, address, _ in page.iterlinks():
            if address.startswith("http"):
                assert (element.tag, attribute) == ("a", "href"), address
                marks = element.xpath("./span/@aria-label")
                assert marks == [MARK["en" if file.startswith("en/") else "th"]] or element.text == address, address
            else:
                target, _, anchor = unquote(address).partition("#")
                assert not target.endswith("/")
                target = normpath(join(dirname(file), target)) if target else file
                assert (folder / target).is_file(), f"{file}: {address}"
                assert not anchor or found[target].xpath("//*[@id=$name]", name=anchor), f"{file}: {address}"


def test_pages_that_the_pack_does_not_have_are_on_the_public_site(folder):
    (link,) = pages(folder)[MODULE].xpath("//a[contains(@href, '/stories/yuang-khianin/')][ancestor::ul]")
    assert link.get("href") == f"{HOME}stories/yuang-khianin/"


@pytest.mark.parametrize("language", ["th", "en"])
def test_learner_opens_the_pack_from_a_disk_and_learns(open_file, language):
    quiz = quiz_of(assemble(read_files(DOCS)), language)
    seen = open_file("index.html", size="phone")
    page = seen.page
    if language == "en":
        page.click(".language-switch")
    page.click(".cards a[href*=leaders]")
    settle(page)
    course = page.url
    page.click(".modules a[href*=household-account]")
    settle(page)
    fill_in(item(page, 0), quiz[0], is_right=False)
    check(item(page, 0))
    wrong = next(choice for choice in quiz[0].choices if not choice.right)
    assert wrong.feedback in item(page, 0).locator(".said").inner_text()
    page.click(".read-mark button")
    page.reload()
    settle(page)
    assert wrong.feedback in item(page, 0).locator(".said").inner_text()
    go(page, course)
    expect(page.locator(".course-map .state")).to_have_count(1)
    assert seen.complaints == []
    assert {url.partition(":")[0] for url in seen.requests} == {"file"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("file", ["index.html", f"en/{MODULE}"])
def test_pages_of_the_pack_stand_on_a_phone(open_file, file, scheme):
    page = open_file(file, size="phone", scheme=scheme).page
    settle(page)
    assert page.evaluate("document.body.dataset.mdColorScheme") == {"light": "default", "dark": "slate"}[scheme]
    assert serious_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
