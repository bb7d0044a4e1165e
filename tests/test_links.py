"""What pages say of each other leads somewhere, or is reported where it stands, with the nearest name."""

import pytest
from conftest import ACTIVITY_TH, ARTICLE_TH, STORY_EN, STORY_TH, VISIT, strategy

TH, EN = "stories/pond.th.md", "stories/pond.en.md"
PLAN = strategy(1)["plan/s1.th.md"]


def line(text, words):
    """Return the line on which words stand in a text for the first time."""
    return text[: text.index(words)].count("\n") + 1


def story_with(link):
    return STORY_TH.replace("หน้าแล้งน้ำไม่พอ", f"อ่าน\n{link}")


LINK_LINE = line(STORY_TH, "หน้าแล้งน้ำไม่พอ") + 1


@pytest.mark.parametrize(
    "link",
    [
        "[ก](../plan/s1.md)",
        "[ก](../plan/s1.md#s1-1)",
        "[ก](<../knowledge/philosophy.md>)",
        "[ก](theme/waste.md)",
        "[ก](../plan/coverage.md)",
        "[ก](index.md)",
        "[ก](https://example.org/page.md)",
        "[ก](mailto:somebody@example.org)",
        "[ก][1]\n\n[1]: ../index.md",
    ],
)
def test_link_that_leads_somewhere_is_no_problem(read_site, link):
    assert read_site({TH: story_with(link)}).problems == []


@pytest.mark.parametrize(
    ("link", "target", "near"),
    [
        ("[ก](../plan/s11.md)", "../plan/s11.md", "plan/s1.md"),
        ("[ก](pnd.md)", "pnd.md", "stories/pond.md"),
        ("[ก](pond.th.md)", "pond.th.md", "stories/pond.md"),
        ("[ก](/stories/pond.md)", "/stories/pond.md", "stories/pond.md"),
        ("[ก](../../pond.md#x)", "../../pond.md", "stories/pond.md"),
        ("[ก][1]\n[1]: ../index.en.md", "../index.en.md", "index.md"),
    ],
)
def test_link_to_a_missing_page_is_reported_with_the_nearest_name(read_site, link, target, near):
    (problem,) = read_site({TH: story_with(link)}).problems
    assert (problem.path, problem.line, problem.code) == (TH, LINK_LINE + link.count("\n"), "missing-link")
    assert problem.th == f"ลิงก์ไปยัง {target} ซึ่งไม่มีหน้านี้"
    assert problem.en == f"the link {target} leads to no page"
    assert problem.repair_th == f"ตรวจชื่อไฟล์ (ใกล้เคียง: {near}) โดยไม่ต้องใส่ .th หรือ .en"
    assert problem.repair_en == f"check the file name (near: {near}); leave out .th and .en"


def test_links_of_translations_and_of_other_pages_are_checked(read_site):
    english = STORY_EN.replace("Water ran short", "[Water](water.md) ran short")
    home = "---\ntitle: หน้าแรก\nsummary: สั้น\n---\n\n[แผน](plans/index.md)\n"
    assembly = read_site({EN: english, "index.th.md": home})
    assert [(p.path, p.line, p.code) for p in assembly.problems] == [
        ("index.th.md", 6, "missing-link"),
        (EN, line(english, "[Water]"), "missing-link"),
    ]


@pytest.mark.parametrize(
    ("changes", "path", "line_number", "field", "value", "hint"),
    [
        pytest.param(
            {TH: STORY_TH.replace("[s1-1-1]", "[s1-1-1, s1-1-11]")}, TH, 17, "activities.2", "s1-1-11", "s1-1-1", id="activity of a story"
        ),
        pytest.param(
            {TH: STORY_TH.replace("adapted_from: []", "adapted_from:\n  - pond\n  - ponds")},
            TH, line(STORY_TH, "adapted_from") + 2, "adapted_from.2", "ponds", "pond", id="story adapted",
        ),
        pytest.param(
            {"knowledge/philosophy.th.md": ARTICLE_TH.replace("[s1-1-1]", "[s4-1-11]")},
            "knowledge/philosophy.th.md", 4, "activities.1", "s4-1-11", "s4-1-1", id="activity of an article",
        ),
        pytest.param(
            {"activities/s2-1-2.th.md": ACTIVITY_TH}, "activities/s2-1-2.th.md", 1, "", "s2-1-2", "s2-1-1", id="guide to no activity"
        ),
    ],
)  # fmt: skip
def test_name_that_nobody_has_is_reported_with_the_nearest_one(
    read_site, changes, path, line_number, field, value, hint
):
    (problem,) = read_site(changes).problems
    assert (problem.path, problem.line, problem.field, problem.code) == (path, line_number, field, "missing-entry")
    assert f"“{value}”" in problem.th
    assert f"“{value}”" in problem.en
    assert problem.repair_th == f"ตรวจรหัส (ใกล้เคียง: {hint})"
    assert problem.repair_en == f"check the id (near: {hint})"


@pytest.mark.parametrize(
    ("path", "number", "first"),
    [
        pytest.param("plan/s1.th.md", 1, f"docs/plan/s1.th.md:{line(PLAN, 'id: s1-1-1')}", id="same strategy"),
        pytest.param("plan/s3.th.md", 3, f"docs/plan/s1.th.md:{line(PLAN, 'id: s1-1-1')}", id="two strategies"),
    ],
)  # fmt: skip
def test_activity_id_used_twice_is_reported_at_the_second(read_site, path, number, first):
    again = strategy(number)[path].removesuffix("---\n") + "      - {id: s1-1-1, text: อีกครั้ง}\n---\n"
    english = path.replace(".th.", ".en.")
    (problem,) = read_site({path: again, english: None}).problems
    assert (problem.path, problem.line, problem.field, problem.code) == (
        path, line(again, "อีกครั้ง"), "tactics.1.activities.2.id", "duplicate-id",
    )  # fmt: skip
    assert problem.en == f"the id “s1-1-1” is already used in {first}"


@pytest.mark.parametrize("broken", [STORY_TH.replace("kind: community", "kind: hero"), "---\ntitle: [\n---\n"])
def test_entry_too_broken_to_be_shown_is_reported_once_and_not_again_where_it_is_named(read_site, broken):
    problems = read_site(VISIT | {TH: broken, EN: None}).problems
    assert {problem.path for problem in problems} == {TH}
