"""The plan at a glance and a strategy's page: the plan's words, and under each activity what serves it."""

import re

import pytest
from conftest import STORY_TH, strategy
from porpiang.pages import lay_out_site


@pytest.fixture
def page(read_site):
    """Return a function that lays a page out from the tiny site with some files changed."""
    return lambda path, changes=None: lay_out_site(read_site(changes).catalog)[path]


def test_plan_at_a_glance_counts_what_serves_each_strategy(page):
    plan = page("plan/index.en.md")
    assert plan.startswith("# The plan\n\nข้อความ\n\n## Four strategies\n")
    assert re.findall(r"^-   \*\*(.*)\*\*\n\n    (.*)\n\n    \*(.*)\*$", plan, re.MULTILINE) == [
        ("[Strategy 1 A strategy](s1.md)", "One sentence.", "1 tactic · 1 activity · 1 story"),
        ("[Strategy 2 A strategy](s2.md)", "One sentence.", "1 tactic · 1 activity · none yet"),
        ("[Strategy 3 A strategy](s3.md)", "One sentence.", "1 tactic · 1 activity · none yet"),
        ("[Strategy 4 A strategy](s4.md)", "One sentence.", "1 tactic · 1 activity · none yet"),
    ]
    assert plan.endswith(
        "- [Read the founding text word for word](source/index.md)\n- [Coverage of the plan](coverage.md)\n"
    )


def test_strategy_quotes_the_plan_word_for_word(page):
    thai = page("plan/s1.th.md")
    assert thai.startswith("# ยุทธศาสตร์ที่ 1 ยุทธศาสตร์ตัวอย่าง\n")
    assert "**ชื่อในแผน**\n\n> ชื่อเต็มของยุทธศาสตร์\n" in thai
    assert "**เป้าประสงค์**\n\n> เป้าหมายของยุทธศาสตร์\n" in thai
    assert "## กลยุทธ์ที่ 1 กลยุทธ์แรก\n" in thai
    assert "### กิจกรรม 1-1.1 รวบรวมความรู้\n\n> กิจกรรมตามแผน\n" in thai


def test_only_the_english_says_that_it_is_our_translation(page):
    assert "This English wording is our own translation, not an official one." in page("plan/s1.en.md")
    assert "คำแปลของเรา" not in page("plan/s1.th.md")


def test_activity_without_guide_or_stories_says_none_yet(page):
    english = page("plan/s2.en.md")
    assert (
        "### Activity 2-1.1\n\n> The activity in the plan\n\n**Stories** *none yet*\n\n**Knowledge** *none yet*\n"
        in english
    )
    assert "*1 activity · none yet*" in english
    assert "Read the guide" not in english


@pytest.mark.parametrize(
    ("stories", "shown", "more"), [(3, 3, ""), (4, 3, "- [See all 4](../activities/s1-1-1.md)")], ids=["three", "four"]
)  # fmt: skip
def test_activity_shows_three_stories_and_the_way_to_all(page, stories, shown, more):
    english = page("plan/s1.en.md", {f"stories/p{number}.th.md": STORY_TH for number in range(1, stories)})
    assert f"**Stories** ({stories})\n" in english
    assert english.count("(../stories/") == shown
    assert re.findall(r"- \[See all.*", english) == ([more] if more else [])
    assert f"*1 activity · {stories} stories*" in english


def test_story_that_serves_two_activities_of_a_strategy_is_counted_once(page):
    two = "      - {id: s1-1-1, text: ก}\n      - {id: s1-1-2, text: ข}\n"
    plan = page(
        "plan/index.th.md",
        {
            "plan/s1.th.md": f"---\ntitle: ก\nname: ก\nsummary: ก\ngoal: ก\ntactics:\n  - id: s1-1\n    text: ก\n    activities:\n{two}---\n",
            "plan/s1.en.md": None,
            "stories/pond.th.md": STORY_TH.replace("[s1-1-1]", "[s1-1-1, s1-1-2]"),
        },
    )
    assert "*1 กลยุทธ์ · 2 กิจกรรม · 1 เรื่อง*" in plan


def test_own_words_of_a_strategy_stand_before_its_tactics(page):

    english = page("plan/s1.en.md", {"plan/s1.en.md": strategy(1)["plan/s1.en.md"] + "\nOur words.\n"})
    assert english.index("Our words.") < english.index("## Tactic 1")
