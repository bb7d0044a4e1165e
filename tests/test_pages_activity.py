"""The guide to an activity: the plan's words apart from ours, rules with their source, and everything that serves it."""

import re

import pytest
from conftest import ACTIVITY_EN, ACTIVITY_TH, STORY_TH
from porpiang.pages.activity import activity_rest
from shown import lay_out, read

PATH = "activities/s1-1-1.th.md"


@pytest.fixture(autouse=True)
def _fifty_cards_a_page(monkeypatch):
    monkeypatch.setattr("porpiang.pages.lists.PAGE_SIZE", 50)


@pytest.fixture
def page(read_site):
    """Return a function that shows the guide in a language, from the tiny site with some files changed."""

    def _page(locale="th", changes=None, name="s1-1-1"):
        path = f"activities/{name}.{locale}.md"
        return read(lay_out(read_site(changes), path), path)

    return _page


def test_plan_is_quoted_before_the_guide_which_is_called_a_proposal(page):
    english = page("en")
    assert english.startswith(
        "# Activity 1-1.1 Gather what people know\n[Strategy 1 A strategy](plan/s1/) › The first tactic\n"
    )
    quoted = english.index("**What the plan says**\n> The activity in the plan\n")
    assert (
        quoted
        < english.index("The guide below is a proposal of this network")
        < english.index("## What it means in practice\nBegin with what is there.\n")
    )
    assert "our own translation, not an official one" in english
    assert "คำแปลของเรา" not in page("th")


def test_guide_says_who_does_what_in_which_steps_and_how_to_know(page):
    thai = page()
    assert "\nจดสิ่งที่คนในพื้นที่รู้ไว้ให้คนอื่นใช้ต่อ\n" in thai
    assert "## ใครทำ\n- **อปท.** สำรวจ\n" in thai
    assert "## ขั้นตอน\n1. ถาม\n2. เดินดู\n3. จด\n4. ให้อ่านทวน\n5. เผยแพร่\n" in thai
    assert "## รู้ได้อย่างไรว่าได้ผล\n- ถามแล้วตอบได้\n- มีวันที่\n- มีคนมาเรียน\n" in thai
    assert thai.endswith("\nตรวจทานล่าสุด 23 พฤศจิกายน 2569")


RULES = """\
decentralization-act-2542: {th: กฎหมาย, en: The act, note_th: เรื่องแผน, note_en: on plans, url: "https://example.org/law?a=1&b=2"}
pdpa-2562: {th: กฎข้อมูล, en: The data act, note_th: ก, note_en: on data}
"""


def test_rules_have_their_source_or_say_that_there_is_none(page):
    both = ACTIVITY_TH.replace("rules: [decentralization-act-2542]", "rules: [decentralization-act-2542, pdpa-2562]")
    english = page("en", {PATH: both, "_vocabulary/rules.yml": RULES})
    rules = english.split("## Rules and papers\n")[1].split("\n## ")[0]
    assert rules.split("\n") == [
        "- **The act** on plans [source](https://example.org/law?a=1&b=2)",
        "- **The data act** on data (no page to cite yet)",
        "**Papers to prepare**",
        "- a form of consent *(see The data act)*",
        "*Read the latest text from the body that issued it before you rely on it.*",
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "unknown", "//evil.example"])
def test_source_of_a_rule_is_only_linked_on_the_web(page, address):
    rules = {"_vocabulary/rules.yml": RULES.replace("https://example.org/law?a=1&b=2", address)}
    assert "- **The act** on plans (no page to cite yet)\n" in page("en", rules)


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
    assert "## กฎ ระเบียบ และเอกสาร\n*ยังไม่มีกฎหรือเอกสารที่ยืนยันได้สำหรับกิจกรรมนี้*\n## " in thai


def test_everything_that_serves_it_is_listed_by_kind_or_none_yet(page):
    english = page("en", {"stories/pond.th.md": None, "stories/pond.en.md": None})
    assert "## Stories (0)\n*none yet*\n## Knowledge (1)\n- **[The philosophy](knowledge/philosophy/)**\n" in english


def test_many_stories_go_on_at_later_pages(read_site, page):
    many = {f"stories/p{number}.th.md": STORY_TH for number in range(50)}
    first = page("en", many)
    assert "## Stories (51)\n" in first
    assert first.count("**[") == 50 + 1  # fifty stories and the article
    assert "\nPage **1** [2](activities/s1-1-1/stories/page/2/)\n" in first
    ((address, second),) = activity_rest(read_site(many).catalog, "en")
    assert address == "activities/s1-1-1/stories/page/2.md"
    assert second.title == "Gather what people know, page 2"
    shown = read(second.write(), address)
    assert shown.startswith("[Gather what people know](activities/s1-1-1/)\n")
    assert shown.count("**[") == 1
    assert shown.endswith("\nPage [1](activities/s1-1-1/) **2**")


def test_many_stories_and_many_articles_go_on_apart(read_site, page):
    article = """---
title: เรื่อง
summary: สั้น
activities: [s1-1-1]
sources:
  - {id: a, title: ที่มา, url: "https://example.org/a", date: unknown, supports: ก}
reviewed_on: 2026-11-23
---
"""
    many = {f"stories/p{number}.th.md": STORY_TH for number in range(50)}
    many |= {f"knowledge/k{number}.th.md": article for number in range(50)}
    later = dict(activity_rest(read_site(many).catalog, "th"))
    assert later.keys() == {f"activities/s1-1-1/{kind}/page/2.md" for kind in ("stories", "knowledge")}
    assert "(stories/pond/)" in read(later["activities/s1-1-1/stories/page/2.md"].write())
    assert "(knowledge/philosophy/)" in read(later["activities/s1-1-1/knowledge/page/2.md"].write())
    assert "](activities/s1-1-1/knowledge/page/2/)" in page("th", many)


def test_guide_to_no_activity_of_the_plan_still_shows_its_words(page):
    stray = {"activities/s1-1-9.th.md": ACTIVITY_TH, "activities/s1-1-9.en.md": ACTIVITY_EN}
    english = page("en", stray, "s1-1-9")
    assert english.startswith("# Gather what people know\nWrite down what people on the spot know")
    assert "What the plan says" not in english
    assert "## What it means in practice\nBegin with what is there.\n" in english
