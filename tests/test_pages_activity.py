"""The guide to an activity: the plan's words apart from ours, rules with their source, and everything that serves it."""

import re

import pytest
from conftest import ACTIVITY_EN, ACTIVITY_TH, STORY_TH
from porpiang.pages import lay_out_site
from porpiang.pages.activity import activity_rest

PATH = "activities/s1-1-1.th.md"


@pytest.fixture
def page(read_site):
    """Return a function that lays the guide out in a language, from the tiny site with some files changed."""
    return lambda locale="th", changes=None: lay_out_site(read_site(changes).catalog)[f"activities/s1-1-1.{locale}.md"]


def test_plan_is_quoted_before_the_guide_which_is_called_a_proposal(page):
    english = page("en")
    assert english.startswith(
        '<div class="crumbs" markdown="1">\n\n[Strategy 1 A strategy](../plan/s1.md) › The first tactic\n'
    )
    assert "\n# Activity 1-1.1 Gather what people know\n" in english
    quoted = english.index("**What the plan says**\n\n> The activity in the plan\n")
    assert (
        quoted
        < english.index("The guide below is a proposal of this network")
        < english.index("## What it means in practice")
    )
    assert "our own translation, not an official one" in english
    assert "คำแปลของเรา" not in page("th")


def test_guide_says_who_does_what_in_which_steps_and_how_to_know(page):
    thai = page()
    assert "## ใครทำ\n\n- **อปท.** สำรวจ\n" in thai
    assert "## ขั้นตอน\n\n1. ถาม\n2. เดินดู\n3. จด\n4. ให้อ่านทวน\n5. เผยแพร่\n" in thai
    assert "## รู้ได้อย่างไรว่าได้ผล\n\n- ถามแล้วตอบได้\n- มีวันที่\n- มีคนมาเรียน\n" in thai
    assert "ตรวจทานล่าสุด 23 พฤศจิกายน 2569" in thai[-80:]


RULES = """\
decentralization-act-2542: {th: กฎหมาย, en: The act, note_th: เรื่องแผน, note_en: on plans, url: "https://example.org/law"}
pdpa-2562: {th: กฎข้อมูล, en: The data act}
"""


def test_rules_have_their_source_or_say_that_there_is_none(page):
    both = ACTIVITY_TH.replace("rules: [decentralization-act-2542]", "rules: [decentralization-act-2542, pdpa-2562]")
    english = page("en", {PATH: both, "_vocabulary/rules.yml": RULES})
    rules = english.split("## Rules and papers\n\n")[1].split("## ")[0]
    assert rules.strip().split("\n") == [
        "- **The act** on plans [source](<https://example.org/law>)",
        "- **The data act**  *(no page to cite yet)*",
        "",
        "**Papers to prepare**",
        "",
        "- a form of consent *(see The data act)*",
        "",
        "*Read the latest text from the body that issued it before you rely on it.*",
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("rules: [decentralization-act-2542]", "rules: []", ["**เอกสารที่ควรเตรียม**", "อ่านตัวบท"], id="papers only"),
        pytest.param("papers:\n  - {text: แบบยินยอม, rule: pdpa-2562}", "papers: []", ["กระจายอำนาจ", "อ่านตัวบท"], id="rules only"),
    ],
)  # fmt: skip
def test_half_of_the_rules_is_shown_alone(page, old, new, says):
    thai = page("th", {PATH: ACTIVITY_TH.replace(old, new), "activities/s1-1-1.en.md": None})
    assert all(words in thai for words in says)
    assert ("**เอกสารที่ควรเตรียม**" in thai) == ("papers: []" not in new)


def test_without_rules_and_papers_the_guide_says_so(page):
    bare = re.sub(r"rules: .*\npapers:\n.*\n", "rules: []\npapers: []\n", ACTIVITY_TH)
    thai = page("th", {PATH: bare, "activities/s1-1-1.en.md": None})
    assert "## กฎ ระเบียบ และเอกสาร\n\n*ยังไม่มีกฎหรือเอกสารที่ยืนยันได้สำหรับกิจกรรมนี้*\n\n## " in thai


def test_everything_that_serves_it_is_listed_by_kind_or_none_yet(page):
    english = page("en", {"stories/pond.th.md": None, "stories/pond.en.md": None})
    assert "## Stories (0)\n\n*none yet*\n" in english
    assert re.search(r"## Knowledge \(1\)\n.*\[The philosophy\]\(\.\./knowledge/philosophy\.md\)", english, re.DOTALL)


def test_many_stories_go_on_at_later_pages(read_site):
    catalog = read_site({f"stories/p{number}.th.md": STORY_TH for number in range(50)}).catalog
    first = lay_out_site(catalog)["activities/s1-1-1.en.md"]
    assert "## Stories (51)\n" in first
    assert first.count("(../stories/") == 50
    assert "Page **1** [2](s1-1-1/page/2.md)" in first
    ((address, second),) = activity_rest(catalog, "en")
    assert address == "activities/s1-1-1/page/2.md"
    assert "# Gather what people know, page 2\n\n[Gather what people know](../../s1-1-1.md)\n" in second
    assert second.count("(../../../stories/") == 1


def test_guide_to_no_activity_of_the_plan_still_shows_its_words(read_site):
    pages = lay_out_site(
        read_site({"activities/s1-1-9.th.md": ACTIVITY_TH, "activities/s1-1-9.en.md": ACTIVITY_EN}).catalog
    )
    assert pages["activities/s1-1-9.en.md"] == "# Gather what people know\n\nBegin with what is there.\n"
