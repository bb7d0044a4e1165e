"""Places to visit: the index by province and kind, the page of one, its sheet, and who names it."""

import re

import pytest
from conftest import COURSE, DOCS, MODULE_TH, VISIT, VISIT_EN, VISIT_TH
from shown import lay_out, read

PLAIN = {
    "visits/plain.th.md": VISIT_TH.replace("kind: royal-centre", "kind: museum").replace("ศูนย์ตัวอย่าง", "พิพิธภัณฑ์"),
    "visits/plain.en.md": VISIT_EN.replace("Example centre", "Plain museum"),
}


@pytest.fixture
def page(read_site):
    """Return a function that shows a page of a site with places to visit, in a language."""

    def _page(path="visits/centre.th.md", changes=None):
        return read(lay_out(read_site(VISIT | (changes or {})), path), path)

    return _page


def test_index_has_the_places_between_its_first_words_and_the_rest(page):
    assert re.findall(r"^##? (.*)", page("visits/index.en.md", PLAIN), re.MULTILINE) == [
        "Places to visit",
        "By region",
        "Royal Development Study Centres (1)",
        "Other places (1)",
        "A plan for one day",
    ]
    assert page("visits/index.th.md").startswith("# แหล่งดูงาน\nคำนำ\n## แยกตามภาค")


def test_index_lists_the_places_of_a_province_where_the_map_leads(read_site, outlines):
    html = lay_out(read_site(VISIT | PLAIN), "visits/index.en.md", outlines)
    assert re.findall(r'<a href="#(.*?)"', html) == re.findall(r'<li id="(.*?)"', html) == ["province-90"]
    shown = read(html, "visits/index.en.md").split("## By region\n")[1].split("\n##")[0]
    assert "**South** (2)\n- Songkhla: [Example centre](visits/centre/) · [Plain museum](visits/plain/)" in shown
    assert "**North** (0)" in shown


def test_index_without_places_says_so(read_site):
    shown = read(lay_out(read_site(), "visits/index.en.md"))
    assert "A plan for one day" in shown
    assert shown.endswith("*none yet*")


def test_page_says_where_it_is_what_it_is_known_for_and_how_to_get_in_touch(page):
    english = page("visits/centre.en.md")
    assert english.startswith("# Example centre\nA centre in Songkhla that keeps water.\n")
    for fact in (
        "Kind of place\n: Royal Development Study Centre",
        "Known for\n: Water kept for the whole year",
        "Run by\n: Example Department",
    ):
        assert f"\n{fact}\n" in english
    assert "telephone 0 7400 0000" in english
    assert "\nตั้งเมื่อ\n: 11 ธันวาคม 2525\n" in page()


def test_what_nobody_knows_is_said(page):
    bare = VISIT_TH.replace("founded: 1982-12-11", "founded: unknown").replace("กรมตัวอย่าง", "unknown")
    shown = page(changes={"visits/centre.th.md": bare, "visits/centre.en.md": None})
    assert "\nตั้งเมื่อ\n: *ไม่ทราบ*\nผู้ดูแล\n: *ไม่ทราบ*\n" in shown


def test_sheet_has_what_to_look_at_questions_and_three_questions_for_home(page):
    sheet = page("visits/centre.en.md").split("## What to look at\n")[1].split("\n## Stories")[0]
    assert sheet.split("\n") == [
        "- The pond", "- The forest",
        "## Questions to ask", "1. How deep is it?", "2. Who dug it?", "3. Who paid?",
        "## Three questions for home", "1. What would work at home, and why?", "2. What would fail at home, and why?",
        "3. What do we change first, who does it, and from which day?",
    ]  # fmt: skip


def test_button_that_prints_waits_for_its_script(read_site):
    html = lay_out(read_site(VISIT), "visits/centre.en.md")
    assert '<button type="button" data-does="print" hidden>Print the visit sheet</button>' in html
    (script,) = re.findall(r'<script type="module" src="\.\./\.\./\.\./assets/(.*?)">', html)
    assert "[data-does=print]" in (DOCS / "assets" / script).read_text(encoding="utf-8")


def test_place_story_and_module_lead_to_each_other(page):
    names = COURSE | {"curricula/course/book.th.md": MODULE_TH.replace("visits: []", "visits: [centre]")}
    names["curricula/course.th.md"] = names["curricula/course.th.md"].replace("visits: []", "visits: [centre]")
    shown = page("visits/centre.en.md", names)
    assert "\n## Stories to read\n- **[A village that keeps its water](stories/pond/)**\n" in shown
    assert "\n## Courses that send you here\n- **[Example course](curricula/course/)**\n" in shown
    assert "\n## Modules that use it\n- **[The account book](curricula/course/book/)**\n" in shown
    story = page("stories/pond.en.md", names)
    assert "\n## Places to visit\n- **[Example centre](visits/centre/)**\n" in story
    assert "\n## Modules that use it\n- **[The account book](curricula/course/book/)**\n" in story
    assert "[Example centre](visits/centre/)" in page("curricula/course/book.en.md", names)
    assert "[Example centre](visits/centre/)" in page("curricula/course.en.md", names)


def test_story_that_nothing_names_has_no_empty_heading(read_site):
    shown = read(lay_out(read_site(), "stories/pond.en.md"))
    assert "## Places to visit" not in shown
    assert "## Modules" not in shown


def test_activity_lists_the_places_that_serve_it(page):
    assert "\n## Places to visit (1)\n- **[Example centre](visits/centre/)**\n" in page("activities/s1-1-1.en.md")
