"""The matrix of the plan: every activity a row, every kind of content a column, empties said."""

import re

import pytest
from conftest import ACTIVITY_EN, ARTICLE_TH, COURSE, STORY_TH, VISIT
from porpiang.pages.coverage import coverage_page
from shown import read


@pytest.fixture
def matrix(read_site):
    """Return a function that writes the matrix in a language, as readers see it."""
    return lambda locale, changes=None: read(coverage_page(read_site(changes).catalog, locale)[1].write())


def rows(shown):
    return [line.strip("| ").split(" | ") for line in shown.split("\n") if line.startswith("|")]


def test_every_activity_is_a_row_and_an_empty_cell_is_a_dash(matrix):
    head = [
        "กิจกรรม",
        "คู่มือ",
        "แบบอย่าง",
        "ความรู้",
        "หลักสูตร",
        "แหล่งดูงาน",
        "หน่วยงานรัฐ",
        "องค์กรปกครองส่วนท้องถิ่น",
        "ชุมชน",
        "ครัวเรือน",
        "เครือข่าย",
    ]
    shown = matrix("th")
    assert [[re.sub(r"\(.*\)", "", cell) for cell in row] for row in rows(shown)] == [
        head,
        ["[1-1.1 รวบรวมความรู้]", "✓", "1", "1", "–", "–", "–", "–", "1", "–", "–"],
        head,
        ["[2-1.1]", "–", "–", "–", "–", "–", "–", "–", "–", "–", "–"],
        head,
        ["[3-1.1]", "–", "–", "–", "–", "–", "–", "–", "–", "–", "–"],
        head,
        ["[4-1.1]", "–", "–", "–", "–", "–", "–", "–", "–", "–", "–"],
    ]
    assert "จาก 4 กิจกรรม มีแบบอย่างแล้ว 1 กิจกรรม ยังไม่มี 3 กิจกรรม" in shown


def test_activity_leads_to_its_guide_or_else_to_its_strategy(read_site):
    address, page = coverage_page(read_site().catalog, "en")
    assert address == "plan/coverage.md"
    shown = read(page.write(), address)
    assert [row[0] for row in rows(shown) if row[0].startswith("[")] == [
        "[1-1.1 Gather what people know](activities/s1-1-1/)",
        "[2-1.1](plan/s2/)",
        "[3-1.1](plan/s3/)",
        "[4-1.1](plan/s4/)",
    ]
    headings = [f"[Strategy {n} A strategy](plan/s{n}/)" for n in (1, 2, 3, 4)]
    assert re.findall(r"^## (.*)", shown, re.MULTILINE) == headings


def test_cells_are_headed_by_their_row_and_column(read_site):
    html = coverage_page(read_site().catalog, "en")[1].write()
    assert html.count('<th scope="col">') == 4 * 11
    assert html.count('<th scope="row">') == 4


def test_stories_are_counted_by_level_in_every_activity_they_serve(matrix):
    two = STORY_TH.replace("[s1-1-1]", "[s1-1-1, s3-1-1]").replace("kind: community", "kind: lao")
    shown = matrix("en", {"stories/two.th.md": two})
    table = {row[0].partition("]")[0]: row[1:] for row in rows(shown)}
    assert table["[1-1.1 Gather what people know"] == ["✓", "2", "1", "–", "–", "–", "1", "1", "–", "–"]
    assert table["[3-1.1"] == ["–", "1", "–", "–", "–", "–", "1", "–", "–", "–"]
    assert "Of 4 activities, 2 have a story and 2 have none yet." in shown


def test_courses_and_places_to_visit_are_counted_too(matrix):
    table = {row[0].partition("]")[0]: row[1:] for row in rows(matrix("en", COURSE | VISIT))}
    assert table["[1-1.1 Gather what people know"][:5] == ["✓", "1", "1", "1", "1"]


def test_activity_that_only_an_article_serves_still_has_no_story(matrix):
    article = ARTICLE_TH.replace("[s1-1-1]", "[s1-1-1, s2-1-1]")
    shown = matrix("en", {"knowledge/philosophy.th.md": article})
    assert re.search(r"\| \[2-1\.1\]\(.*\) \| – \| – \| 1 \|", shown)
    assert "Of 4 activities, 1 have a story and 3 have none yet." in shown


def test_markup_in_a_title_does_not_break_the_table(matrix):
    guide = {"activities/s1-1-1.en.md": ACTIVITY_EN.replace("Gather what", "</td>Gather & what")}
    assert "| [1-1.1 </td>Gather & what people know](" in matrix("en", guide)


def test_page_has_a_title_and_a_summary_in_each_language(read_site):
    catalog = read_site().catalog
    thai, english = (coverage_page(catalog, locale)[1] for locale in ("th", "en"))
    assert (thai.title, english.title) == ("ตารางความครอบคลุมของแผน", "Coverage of the plan")
    assert thai.summary.startswith("ตารางแสดงว่า")
    assert english.summary.startswith("A table of what serves each of the plan's 30 activities")
