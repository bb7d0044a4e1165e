"""The matrix of the plan: every activity a row, every kind of content a column, empties said."""

import re

from conftest import ACTIVITY_EN, ARTICLE_TH, STORY_TH
from porpiang.pages.coverage import coverage_page


def rows(page):
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.split("\n")
        if line.startswith("|") and "---" not in line
    ]


def test_every_activity_is_a_row_and_an_empty_cell_is_a_dash(read_site):
    address, page = coverage_page(read_site().catalog, "th")
    assert address == "plan/coverage.md"
    head = ["กิจกรรม", "คู่มือ", "แบบอย่าง", "ความรู้", "หน่วยงานรัฐ", "องค์กรปกครองส่วนท้องถิ่น", "ชุมชน", "ครัวเรือน", "เครือข่าย"]
    assert rows(page) == [
        head,
        ["[1-1.1 รวบรวมความรู้](../activities/s1-1-1.md)", "✓", "1", "1", "–", "–", "1", "–", "–"],
        head,
        ["[2-1.1](s2.md)", "–", "–", "–", "–", "–", "–", "–", "–"],
        head,
        ["[3-1.1](s3.md)", "–", "–", "–", "–", "–", "–", "–", "–"],
        head,
        ["[4-1.1](s4.md)", "–", "–", "–", "–", "–", "–", "–", "–"],
    ]
    assert "จาก 4 กิจกรรม มีแบบอย่างแล้ว 1 กิจกรรม ยังไม่มี 3 กิจกรรม" in page


def test_stories_are_counted_by_level_in_every_activity_they_serve(read_site):
    two = STORY_TH.replace("[s1-1-1]", "[s1-1-1, s3-1-1]").replace("kind: community", "kind: lao")
    _, page = coverage_page(read_site({"stories/two.th.md": two}).catalog, "en")
    table = {row[0]: row[1:] for row in rows(page)}
    assert table["[1-1.1 Gather what people know](../activities/s1-1-1.md)"] == ["✓", "2", "1", "–", "1", "1", "–", "–"]
    assert table["[3-1.1](s3.md)"] == ["–", "1", "–", "–", "1", "–", "–", "–"]
    assert "Of 4 activities, 2 have a story and 2 have none yet." in page


def test_activity_that_only_an_article_serves_still_has_no_story(read_site):
    article = ARTICLE_TH.replace("[s1-1-1]", "[s1-1-1, s2-1-1]")
    _, page = coverage_page(read_site({"knowledge/philosophy.th.md": article}).catalog, "en")
    assert "| [2-1.1](s2.md) | – | – | 1 |" in page
    assert "Of 4 activities, 1 have a story and 3 have none yet." in page


def test_bar_in_a_title_does_not_break_the_table(read_site):
    guide = "activities/s1-1-1.en.md"

    _, page = coverage_page(read_site({guide: ACTIVITY_EN.replace("Gather what", "Gather | what")}).catalog, "en")
    assert r"| [1-1.1 Gather \| what people know](../activities/s1-1-1.md) | ✓ |" in page


def test_strategies_head_their_tables_and_the_page_has_front_matter(read_site):
    _, page = coverage_page(read_site().catalog, "en")
    assert page.startswith('---\ntitle: "Coverage of the plan"\nsummary: "A table of')
    assert re.findall(r"^## (.*)", page, re.MULTILINE) == [f"[Strategy {n} A strategy](s{n}.md)" for n in (1, 2, 3, 4)]
