"""A course in a learning management system: the package by the rules of SCORM 1.2, and what passes between the two."""

import json
import shutil
import zipfile
from collections import Counter
from urllib.parse import quote, urlparse

import pack_scorm
import pytest
from conftest import DOCS, ROOT, serious_faults
from lxml import etree
from playwright.sync_api import expect
from porpiang.assembly import assemble, read_files
from serve_folder import serve_folder
from test_browser_learning import answer_all, check, fill_in, item, quiz_of, settle, stored

NAMES = {"m": "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "a": "http://www.adlnet.org/xsd/adlcp_rootv1p2"}
MODULES = 8
LMS = """<!doctype html><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,"><script src="scorm12.js"></script><script>
const API = new Scorm12API({logLevel: 5});
const calls = [];
if (location.hash) API.loadFromFlattenedJSON(JSON.parse(decodeURIComponent(location.hash.slice(1))));
for (const name of ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"]) {
  const answer = API[name];
  API[name] = (...values) => (calls.push([name, ...values]), answer.apply(API, values));
}
window.API = API;
</script><iframe title="course" src="course/index.html" style="width: 100%; height: 90vh"></iframe>"""


@pytest.fixture(scope="module")
def real():
    return assemble(read_files(DOCS))


@pytest.fixture(scope="module")
def packs(real_site, tmp_path_factory):
    """Return every package by course and language."""
    made = pack_scorm.make(real_site, tmp_path_factory.mktemp("packs"))
    return {(pack.course, pack.locale): pack for pack in made}


@pytest.fixture(scope="module")
def lms(packs, tmp_path_factory):
    """Serve a learning management system that has one course."""
    folder = tmp_path_factory.mktemp("lms")
    (folder / "index.html").write_text(LMS, encoding="utf-8")
    (folder / "404.html").touch()
    shutil.copy(ROOT / "node_modules" / "scorm-again" / "dist" / "scorm12.js", folder)
    shutil.copy(ROOT / "scripts" / "suspend_data.js", folder)
    with zipfile.ZipFile(packs["leaders", "th"].path) as packed:
        packed.extractall(folder / "course")
    with serve_folder(folder) as address:
        yield address


@pytest.fixture
def launch(visit, lms):
    """Return a function that launches the course on a device of its own, from what the system kept before."""

    def _launch(kept=None):
        seen = visit(f"{lms}/" + (f"#{quote(json.dumps(kept))}" if kept else ""))
        settle(course(seen.page))
        return seen

    return _launch


def course(page):
    """Return the page of the course that is shown: in the frame of the page that the system started."""
    inner = page.frame_locator("iframe").frame_locator("iframe")
    expect(inner.locator("h1")).to_be_visible()
    return inner


def follow(page, link):
    """Follow a link of the course, and wait for the page it leads to."""
    target = course(page).locator(link).first
    title = target.inner_text()
    target.click()
    expect(course(page).locator("h1")).to_contain_text(title)
    settle(course(page))
    return course(page)


def end(page):
    """Close the course as the system does, and return what the system has then."""
    page.evaluate("document.querySelector('iframe').remove()")
    return page.evaluate("API.getFlattenedCMI()")


def calls(page):
    return page.evaluate("calls")


# --- the package --------------------------------------------------------------------------------------------


def test_packages_are_light_and_the_same_bytes_every_time(packs, real_site, tmp_path):
    assert len(packs) == 10
    assert all(pack.bytes == pack.path.stat().st_size < 3_000_000 for pack in packs.values())
    for again in pack_scorm.make(real_site, tmp_path):
        assert again.path.read_bytes() == packs[again.course, again.locale].path.read_bytes()


@pytest.mark.parametrize("language", ["th", "en"])
def test_manifest_keeps_the_rules_and_lists_every_file(packs, real, language):
    with zipfile.ZipFile(packs["leaders", language].path) as packed:
        manifest = etree.fromstring(packed.read("imsmanifest.xml"))
        names = packed.namelist()
    assert manifest.tag == f"{{{NAMES['m']}}}manifest"
    assert [etree.QName(part).localname for part in manifest] == ["metadata", "organizations", "resources"]
    assert manifest.xpath("m:metadata/*/text()", namespaces=NAMES) == ["ADL SCORM", "1.2"]
    (organizations,) = manifest.xpath("m:organizations", namespaces=NAMES)
    (organization,) = organizations
    assert organizations.get("default") == organization.get("identifier")
    (item,) = organization.xpath("m:item", namespaces=NAMES)
    title = real.catalog.text(
        "course_title", language, title=real.catalog.entries["curricula"]["leaders"].in_locale(language).title
    )
    assert organization.xpath("*[1][self::m:title]/text()", namespaces=NAMES) == [title]
    assert item.xpath("m:title/text()", namespaces=NAMES) == [title]
    assert item.xpath("a:masteryscore", namespaces=NAMES) == []
    (resource,) = manifest.xpath("m:resources/m:resource", namespaces=NAMES)
    assert resource.get("identifier") == item.get("identifierref")
    assert (resource.get("type"), resource.get(f"{{{NAMES['a']}}}scormtype")) == ("webcontent", "sco")
    identifiers = manifest.xpath("//@identifier")
    assert len(set(identifiers)) == len(identifiers)
    listed = resource.xpath("m:file/@href", namespaces=NAMES)
    assert resource.get("href") in listed
    assert sorted([*listed, "imsmanifest.xml"]) == sorted(names)


def test_package_says_that_the_system_has_the_answers(packs):
    with zipfile.ZipFile(packs["leaders", "en"].path) as packed:
        pages = {name: packed.read(name).decode() for name in packed.namelist() if name.endswith(".html")}
    assert not [name for name, page in pages.items() if "stay on this device" in page or "sent nowhere" in page]
    assert "go to that system" in pages["en/curricula/leaders/post-test/index.html"]


# --- the system ---------------------------------------------------------------------------------------------


def test_place_and_answers_are_there_at_the_next_launch_on_another_device(launch, real, lms):
    first = launch()
    module = follow(first.page, ".modules a[href*=household-account]")
    quiz = quiz_of(real, "th")
    for number, is_right in ((0, True), (1, False)):
        fill_in(item(module, number), quiz[number], is_right)
        check(item(module, number))
    module.locator(".read-mark button").click()
    kept = end(first.page)
    assert kept["cmi.core.lesson_location"] == "household-account"
    assert kept["cmi.core.lesson_status"] == "incomplete"
    assert kept["cmi.core.score.raw"] == ""
    assert kept["cmi.core.exit"] == "suspend"
    second = launch(kept)
    expect(course(second.page).locator("h1")).to_contain_text("บัญชีครัวเรือน")
    assert stored(second.page) == stored(first.page)
    expect(item(course(second.page), 1).locator(".said p").first).to_be_visible()
    expect(course(second.page).locator(".read-mark button")).to_have_attribute("aria-pressed", "true")
    assert first.complaints + second.complaints == []
    assert {urlparse(url).netloc for url in first.requests + second.requests} == {urlparse(lms).netloc}


def test_course_is_completed_by_all_modules_and_the_test_after_it(launch, real):
    seen = launch()
    page = seen.page
    follow(page, ".modules a")
    course(page).locator(".read-mark button").click()
    for _ in range(MODULES - 1):
        follow(page, ".neighbours b a")
        course(page).locator(".read-mark button").click()
    assert page.evaluate("API.getFlattenedCMI()")["cmi.core.lesson_status"] == "incomplete"
    test = follow(page, ".neighbours b a")
    answer_all(test, real, "th", is_right=False)
    expect(test.locator(".more")).to_be_visible()
    assert page.evaluate("API.getFlattenedCMI()")["cmi.core.score.raw"] == "0"
    test.locator(".more button").click()
    answer_all(test, real, "th")
    kept = end(page)
    assert [kept[f"cmi.core.score.{part}"] for part in ("raw", "min", "max")] == ["100", "0", "100"]
    assert kept["cmi.core.lesson_status"] == "completed"
    assert len(kept["cmi.suspend_data"]) <= 4096
    made = Counter(name for name, *_ in calls(page))
    assert (made["LMSInitialize"], made["LMSFinish"]) == (1, 1)
    happened = 2 * (MODULES + 2) + 2 * 2 * MODULES  # pages opened, modules marked, questions answered twice over
    assert made["LMSCommit"] <= happened + 4
    assert made["LMSSetValue"] <= 2 * made["LMSCommit"]
    again = launch(kept)
    again.page.evaluate("localStorage.clear()")
    follow(again.page, ".crumbs a")
    assert end(again.page)["cmi.core.lesson_status"] == "completed"


def test_who_sat_here_before_leaves_nothing_to_the_next(launch, lms):
    seen = launch()
    follow(seen.page, ".modules a").locator(".read-mark button").click()
    end(seen.page)
    seen.page.goto(f"{lms}/")  # the system has nothing of the next learner
    settle(course(seen.page))
    expect(course(seen.page).locator(".course-map .state")).to_have_count(0)


def test_damaged_progress_from_the_system_does_not_cost_what_the_device_has(launch, lms):
    seen = launch()
    follow(seen.page, ".modules a").locator(".read-mark button").click()
    kept = end(seen.page) | {"cmi.core.lesson_location": ""}
    kept["cmi.suspend_data"] = kept["cmi.suspend_data"][:-9]
    seen.page.goto("about:blank")
    seen.page.goto(f"{lms}/#{quote(json.dumps(kept))}")
    expect(course(seen.page).locator(".course-map .state")).to_have_count(1)
    assert seen.complaints == []


def test_learner_is_told_while_the_system_does_not_answer(launch):
    page = launch().page
    said = page.frame_locator("iframe").locator("[role=status]")
    expect(said).to_be_empty()
    page.evaluate("() => { window.works = API.LMSCommit; API.LMSCommit = () => 'false'; }")
    follow(page, ".modules a").locator(".read-mark button").click()
    expect(said).to_contain_text("ยังไม่ได้รับความก้าวหน้าล่าสุด")
    page.evaluate("() => { API.LMSCommit = window.works; }")
    follow(page, ".neighbours b a")
    expect(said).to_be_empty()
    assert '"modules":{"0":' in end(page)["cmi.suspend_data"]


def test_course_works_without_a_system(visit, lms):
    seen = visit(f"{lms}/course/index.html", "phone")
    inner = seen.page.frame_locator("iframe")
    inner.locator(".modules a").first.click()
    inner.locator(".read-mark button").click()
    seen.page.reload()
    expect(inner.locator(".course-map .state")).to_have_count(1)
    assert serious_faults(seen.page) == []
    assert seen.complaints == []


def test_largest_course_fully_answered_fits_and_comes_back_whole(visit, lms, real):
    modules = {}
    for entry in real.catalog.of("modules"):
        modules.setdefault(entry.id.partition("/")[0], []).append(entry)
    name = max(modules, key=lambda name: sum(len(module.in_locale("th").quiz) for module in modules[name]))

    def answered(quiz):
        ids = [choice.id for choice in quiz.choices or []]
        answer = {"single": "b", "number": 123456.5}.get(quiz.kind, ids)
        return {"answer": answer, "right": True, "on": "2026-11-23"}

    quizzes = [(module.id, module.in_locale("th").quiz) for module in modules[name]]
    sheets = {
        f"{name}/{test}": {f"{module}#{quiz.id}": answered(quiz) for module, items in quizzes for quiz in items[part]}
        for test, part in (("pre-test", slice(1)), ("post-test", slice(1, 3)))
    }
    results = {
        sheet.partition("/")[2]: {
            "items": dict.fromkeys(items, True), "right": len(items), "count": len(items),
            "on": "2026-11-23", "version": "1.0",
        }
        for sheet, items in sheets.items()
    }  # fmt: skip
    data = {
        "version": 1,
        "items": {f"{module}#{quiz.id}": answered(quiz) for module, items in quizzes for quiz in items},
        "modules": {module: {"read": True, "on": "2026-11-23"} for module, _ in quizzes},
        "tests": {name: results},
        "sheets": sheets,
    }
    names = [module.partition("/")[2] for module, _ in quizzes]
    page = visit(f"{lms}/404.html").page
    short, back = page.evaluate(
        """async ([data, ...course]) => {
            const { shorten, lengthen } = await import("/suspend_data.js");
            const short = shorten(data, ...course);
            return [short, lengthen(short, ...course)];
        }""",
        [data, name, names],
    )
    assert back == data
    assert len(short) <= 4096
    assert short.isascii()
