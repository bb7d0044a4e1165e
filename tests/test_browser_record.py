"""The record of learning in a real browser: filled in from what the device keeps, on one page of paper, sent nowhere."""

import json
import re
from pathlib import Path

import pytest
from conftest import DOCS, KNOWN_SAFE, SIZES, serious_faults
from porpiang.assembly import Assembly, assemble, read_files
from porpiang.pages.curriculum import drawn
from pypdf import PdfReader

PREFIX = {"th": "", "en": "en/"}
COURSES = ("executives", "leaders", "officers", "practitioners", "trainers")


@pytest.fixture(scope="module")
def real() -> Assembly:
    """Read the real content."""
    return assemble(read_files(DOCS))


def kept(real: Assembly, course: str, **changes: object) -> dict:
    """Return what a device keeps after a last test of which every second item was right."""
    entry = real.catalog.entries["curricula"][course]
    modules = [real.catalog.entries["modules"][name] for name in entry.in_locale("th").modules]
    names = [f"{module.id}#{item.id}" for module, item in drawn(modules, "th", "post-test")]
    items = {name: number % 2 == 0 for number, name in enumerate(names)}
    test = {"items": items, "right": sum(items.values()), "count": len(items), "on": "2026-11-20", "version": "1.0"}
    return {"version": 1, "items": {}, "modules": {}, "tests": {course: {"post-test": test | changes}}}


@pytest.fixture
def record(visit, address):
    """Return a function that opens the record of a course on a device that keeps something."""

    def _record(keeps=None, course="leaders", language="th", size="desk", **settings):
        seen = visit(f"{address}/{PREFIX[language]}curricula/{course}/record/", size, **settings)
        if keeps is not None:
            text = keeps if isinstance(keeps, str) else json.dumps(keeps)
            seen.page.evaluate("text => localStorage.setItem('porpiang.learning', text)", text)
            seen.page.reload(wait_until="load")
        return seen

    return _record


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", PREFIX)
def test_record_shows_what_the_device_keeps(record, real, address, language, size, scheme):
    keeps = kept(real, "leaders")
    test = keeps["tests"]["leaders"]["post-test"]
    seen = record(keeps, language=language, size=size, scheme=scheme)
    page = seen.page
    page.fill("#learner", "สมใจ ใจดี")
    sheet = page.inner_text(".sheet")
    course = real.catalog.entries["curricula"]["leaders"].in_locale(language).title
    for words in (course, {"th": "20 พฤศจิกายน 2569", "en": "20 November 2026"}[language], "สมใจ ใจดี",
                  f"{test['right']}/{test['count']}", real.catalog.text("record_not_official", language)):  # fmt: skip
        assert words in sheet
    assert page.is_hidden(".to-test")
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], "scrolls sideways"
    assert [text for text in seen.complaints if text not in KNOWN_SAFE] == []
    assert serious_faults(page) == []
    assert all(url.startswith(address) for url in seen.requests)


def test_objective_is_met_when_an_item_that_tests_it_was_answered_right(record, real):
    keeps = kept(real, "leaders")
    answered = {name for name, right in keeps["tests"]["leaders"]["post-test"]["items"].items() if right}
    by_module = "leaders/enough-circle#q1"
    assert by_module not in answered
    keeps["items"] = {
        by_module: {"answer": "a", "right": True, "on": "2026-11-01"},
        "leaders/saving-welfare#q1": {"answer": "a", "right": False, "on": "2026-11-01"},
    }
    expected, tested = set(), 0
    for name in real.catalog.entries["curricula"]["leaders"].in_locale("th").modules:
        module = real.catalog.entries["modules"][name].in_locale("th")
        for objective in module.objectives:
            items = {f"{name}#{item.id}" for item in module.quiz if item.objective == objective.id}
            tested += bool(items)
            expected |= {objective.text} if items & (answered | {by_module}) else set()
    page = record(keeps).page
    met = page.locator(".objectives .met").all_inner_texts()
    assert {text.removesuffix(" ทำได้") for text in met} == expected
    assert page.inner_text(".tally") == f"✓ ตอบถูกแล้ว {len(expected)} จาก {tested} จุดประสงค์ที่มีข้อทดสอบ"
    assert 0 < len(expected) < tested


@pytest.mark.parametrize("language", PREFIX)
@pytest.mark.parametrize("course", COURSES)
def test_record_prints_on_one_page_of_a4(record, real, tmp_path: Path, course, language):
    keeps = kept(real, course)
    keeps["tests"][course]["post-test"]["version"] = "0.9"  # the longest form of the facts
    page = record(keeps, course, language, scheme="dark").page
    page.fill("#learner", "นางสาวสมใจ " + "ยาว" * 22)
    page.emulate_media(media="print", color_scheme="dark")
    for part in ("header", "footer", ".make", ".state", ".lead", ".about-signed", ".crumbs", "h1"):
        assert page.locator(f"{part} >> visible=true").count() == 0, part
    path = tmp_path / "record.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    (only,) = PdfReader(path).pages
    assert (round(only.mediabox.width), round(only.mediabox.height)) in {(595, 842), (596, 842)}
    colours = page.locator(".sheet :is(p, li, dd, b, span)").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e).color))]"
    )
    assert colours == ["rgb(0, 0, 0)"]


def test_name_is_neither_kept_nor_sent(record, real, address):
    seen = record(kept(real, "leaders"))
    page = seen.page
    page.wait_for_load_state("networkidle")  # the icon of the page comes late
    asked = len(seen.requests)
    page.fill("#learner", "Somjai")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.press("#learner", "Enter")
    page.click(".make button")
    assert page.evaluate("window.printed")
    assert seen.requests[asked:] == []
    assert "Somjai" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert page.url == f"{address}/curricula/leaders/record/"
    page.reload()
    assert page.input_value("#learner") == ""
    assert page.inner_text(".learner") == ""


def test_test_of_an_older_version_says_so(record, real):
    page = record(kept(real, "leaders", version="0.9"), language="en").page
    assert page.inner_text("[data-fact=version]").startswith("0.9 (today it is 1.0")


@pytest.mark.parametrize("language", PREFIX)
def test_without_a_test_the_page_says_what_to_do_and_leads_there(record, real, address, language):
    page = record(kept(real, "trainers"), "leaders", language).page  # of another course there is one
    assert page.inner_text(".state") == real.catalog.text("record_none", language)
    assert page.is_hidden(".sheet")
    assert page.is_hidden(".make")
    page.click(".to-test a")
    assert page.url == f"{address}/{PREFIX[language]}curricula/leaders/post-test/"
    page.goto(f"{address}/{PREFIX[language]}curricula/leaders/")
    page.click(f"text={real.catalog.text('record_link', language)}")
    assert page.url.endswith("/curricula/leaders/record/")


@pytest.mark.parametrize(
    "keeps",
    ["{", "[]null", "7", '{"tests": {"leaders": {"post-test": 5}}}',
     '{"tests": {"leaders": {"post-test": {"right": 9, "count": 8, "on": "2026-11-20", "version": "1.0", "items": {}}}}}',
     '{"tests": {"leaders": {"post-test": {"right": 7, "count": 8, "on": "2026-11-31", "version": "1.0", "items": {}}}}}'],
)  # fmt: skip
def test_what_cannot_be_read_is_said_and_stays_as_it_is(record, real, keeps):
    seen = record(keeps)
    assert seen.page.inner_text(".state") == real.catalog.text("record_damaged", "th")
    assert seen.page.is_visible(".to-test a")
    assert seen.page.is_hidden(".sheet")
    assert seen.page.evaluate("localStorage.getItem('porpiang.learning')") == keeps
    assert seen.complaints == []


def test_device_that_forbids_reading_is_told_so(browser, address, real):
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})")
    page.goto(f"{address}/curricula/leaders/record/")
    assert page.inner_text(".state") == real.catalog.text("record_blocked", "th")
    page.close()


def test_test_taken_in_another_tab_fills_the_record_in(record, real):
    page = record().page
    assert page.is_hidden(".sheet")
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate("text => localStorage.setItem('porpiang.learning', text)", json.dumps(kept(real, "leaders")))
    page.locator(".sheet").wait_for(state="visible")


@pytest.mark.parametrize("language", PREFIX)
def test_without_javascript_the_page_explains_and_shows_the_objectives(record, real, language):
    page = record(course="officers", language=language, size="phone", java_script_enabled=False).page
    assert real.catalog.text("record_no_script", language) in page.inner_text("noscript")
    assert page.is_hidden(".make")
    modules = real.catalog.entries["curricula"]["officers"].in_locale("th").modules
    assert page.locator(".objectives > li >> visible=true").count() == len(modules)
    assert not re.search(r"\{\w+\}", page.inner_text("article"))
