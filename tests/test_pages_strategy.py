"""The plan at a glance and a strategy's page: the plan's words, and under each activity what serves it."""

import re

import pytest
from conftest import STORY_TH, strategy
from shown import lay_out, read


@pytest.fixture
def page(read_site):
    """Return a function that shows a page from the tiny site with some files changed."""
    return lambda path, changes=None: read(lay_out(read_site(changes), path), path)


def test_plan_at_a_glance_counts_what_serves_each_strategy(page):
    assert page("plan/index.en.md").split("\n") == [
        "# The plan",
        "ข้อความ",
        "## Four strategies",
        "- **[Strategy 1 A strategy](plan/s1/)**",
        "  One sentence.",
        "  1 tactic · 1 activity · 1 story",
        "- **[Strategy 2 A strategy](plan/s2/)**",
        "  One sentence.",
        "  1 tactic · 1 activity · none yet",
        "- **[Strategy 3 A strategy](plan/s3/)**",
        "  One sentence.",
        "  1 tactic · 1 activity · none yet",
        "- **[Strategy 4 A strategy](plan/s4/)**",
        "  One sentence.",
        "  1 tactic · 1 activity · none yet",
        "## See also",
        "- [Read the founding text word for word](plan/source/)",
        "- [Coverage of the plan](plan/coverage/)",
    ]


def test_strategy_quotes_the_plan_word_for_word(page):
    thai = page("plan/s1.th.md")
    assert thai.startswith("# ยุทธศาสตร์ที่ 1 ยุทธศาสตร์ตัวอย่าง\nหนึ่งประโยคของยุทธศาสตร์\n")
    assert "\n**ชื่อในแผน**\n> ชื่อเต็มของยุทธศาสตร์\n" in thai
    assert "\n**เป้าประสงค์**\n> เป้าหมายของยุทธศาสตร์\n" in thai
    assert "\n## กลยุทธ์ที่ 1 กลยุทธ์แรก\n" in thai
    assert "\n### กิจกรรม 1-1.1 รวบรวมความรู้\n> กิจกรรมตามแผน\n[อ่านคู่มือกิจกรรม](activities/s1-1-1/)\n" in thai


def test_tactics_and_activities_can_be_linked_to_by_their_ids(read_site):
    html = lay_out(read_site(), "plan/s3.th.md")
    assert re.findall(r'<(h\d) id="(.*?)"', html) == [("h2", "s3-1"), ("h3", "s3-1-1")]


def test_only_the_english_says_that_it_is_our_translation(page):
    assert (
        "\nThe plan was written in Thai only. This English wording is our own translation, not an official one.\n"
        in page("plan/s1.en.md")
    )
    assert "คำแปลของเรา" not in page("plan/s1.th.md")


def test_activity_without_guide_or_stories_says_none_yet(page):
    english = page("plan/s2.en.md")
    assert (
        "\n1 activity · none yet\n### Activity 2-1.1\n> The activity in the plan\n**Stories** *none yet*\n**Knowledge** *none yet*\n"
        in english
    )


@pytest.mark.parametrize(
    ("stories", "shown", "more"), [(3, 3, []), (4, 3, ["- [See all 4](activities/s1-1-1/)"])], ids=["three", "four"]
)
def test_activity_shows_three_stories_and_the_way_to_all(page, stories, shown, more):
    english = page("plan/s1.en.md", {f"stories/p{number}.th.md": STORY_TH for number in range(1, stories)})
    assert f"\n**Stories** ({stories})\n" in english
    assert english.count("](stories/") == shown
    assert re.findall(r"- \[See all.*", english) == more
    assert f"\n1 activity · {stories} stories\n" in english


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
    assert "\n  1 กลยุทธ์ · 2 กิจกรรม · 1 เรื่อง\n" in plan


def test_own_words_of_a_strategy_stand_before_its_tactics(page):
    own = strategy(1)["plan/s1.en.md"] + "\nOur words.\n\n## Why\n\nBecause.\n"
    english = page("plan/s1.en.md", {"plan/s1.en.md": own})
    assert "official one.\nOur words.\n## Why\nBecause.\n## Tactic 1: The first tactic\n" in english


def test_strategy_with_ids_of_another_form_is_left_out_of_the_plan(page):
    odd = {"plan/s1.th.md": strategy(1)["plan/s1.th.md"].replace("id: s1-1-1", "id: water")}
    assert page("plan/s1.th.md", odd) == ""
    plan = page("plan/index.th.md", odd)
    assert "](plan/s1/)" not in plan
    assert "](plan/s2/)" in plan
