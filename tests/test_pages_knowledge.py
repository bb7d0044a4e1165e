"""Articles with their sources and our own drawing of the philosophy, and the index of them."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from conftest import ARTICLE_TH
from porpiang.pages.diagram import sufficiency_diagram
from porpiang.pages.writer import Writer
from shown import lay_out, read

PATH = "knowledge/philosophy.th.md"


@pytest.fixture
def page(read_site):
    """Return a function that shows a page from the tiny site with some files changed."""
    return lambda path, changes=None: read(lay_out(read_site(changes), path), path)


def test_article_has_its_text_its_activities_and_its_sources(page):
    assert page("knowledge/philosophy.en.md").split("\n") == [
        "# The philosophy",
        "A short explanation.",
        "## Meaning",
        "The middle path.",
        "## Which activities of the plan it serves",
        "- [Activity 1-1.1 Gather what people know](activities/s1-1-1/)",
        "## Sources",
        "1. [ที่มา](https://example.org/pse) (no date): the meaning",
        "Last reviewed 23 November 2026",
    ]


def test_activity_without_a_guide_leads_to_its_strategy_and_one_nobody_knows_nowhere(page):
    thai = page(PATH, {PATH: ARTICLE_TH.replace("[s1-1-1]", "[s1-1-1, s2-1-1, s9-9-9]")})
    assert re.findall(r"^- .*", thai, re.MULTILINE) == [
        "- [กิจกรรม 1-1.1 รวบรวมความรู้](activities/s1-1-1/)",
        "- [กิจกรรม 2-1.1](plan/s2/)",
    ]


def test_words_before_the_first_heading_and_repeated_headings_stay_in_their_place(page):
    thai = page(PATH, {PATH: ARTICLE_TH.replace("## ความหมาย", "คำนำ\n\n## ความหมาย\n\nหนึ่ง\n\n## ความหมาย")})
    assert "\nอธิบายสั้น ๆ\nคำนำ\n## ความหมาย\nหนึ่ง\n## ความหมาย\nทางสายกลาง\n## " in thai


def test_drawing_is_only_where_the_article_asks_for_it(read_site):
    plain = {PATH: ARTICLE_TH.replace("diagram: sufficiency\n", "")}
    assert [lay_out(read_site(changes), PATH).count("<svg") for changes in (None, plain)] == [1, 0]


def test_index_has_its_own_words_and_a_card_for_each_article(page):
    index = page("knowledge/index.th.md", {"knowledge/more.th.md": ARTICLE_TH.replace("title: ปรัชญา", "title: อีกเรื่อง")})
    assert index.startswith("# ความรู้\nข้อความ\n")
    links = ["[อีกเรื่อง](knowledge/more/)", "[ปรัชญา](knowledge/philosophy/)"]
    assert re.findall(r"^- \*\*(.*)\*\*", index, re.MULTILINE) == links


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("th", ["พอประมาณ", "มีเหตุผล", "มีภูมิคุ้มกันที่ดี", "ทางสายกลาง", "เงื่อนไขความรู้", "รอบรู้ รอบคอบ ระมัดระวัง",
                "เงื่อนไขคุณธรรม", "ซื่อสัตย์ อดทน เพียร", "สมดุลและพร้อมรับการเปลี่ยนแปลง", "เศรษฐกิจ · สังคม · สิ่งแวดล้อม · วัฒนธรรม"]),
        ("en", ["Moderation", "Reasonableness", "Self-immunity", "the middle path", "Knowledge", "breadth, prudence, care",
                "Virtue", "honesty, patience, diligence", "Balance and readiness for change", "economy · society · environment · culture"]),
    ],
)  # fmt: skip
def test_drawing_names_three_components_two_conditions_and_the_balance(read_site, locale, words):
    svg = ElementTree.fromstring(sufficiency_diagram(Writer(read_site().catalog, locale, "knowledge/philosophy.md")))[0]
    assert [text.text for text in svg.iter("text")] == words
    assert svg.get("aria-label") == svg.find("title").text
    assert len([*svg.iter("circle")]) == 3


def test_drawing_lies_inside_its_frame(read_site):
    svg = ElementTree.fromstring(sufficiency_diagram(Writer(read_site().catalog, "th", "x.md")))[0]
    width, height = (int(number) for number in svg.get("viewBox").split()[2:])
    for circle in svg.iter("circle"):
        x, y, radius = (int(circle.get(name)) for name in ("cx", "cy", "r"))
        assert radius <= x <= width - radius
        assert radius <= y <= height - radius
    for box in svg.iter("rect"):
        assert int(box.get("x")) + int(box.get("width")) <= width
        assert int(box.get("y")) + int(box.get("height")) <= height


def test_words_of_the_drawing_cannot_become_markup(read_site):
    words = "diagram_middle: {th: '<b>', en: '<b> & c'}\ndiagram_title: {th: '\"x\"', en: '\"x\"'}\n"
    catalog = read_site({"_vocabulary/interface.yml": words}).catalog
    svg = ElementTree.fromstring(sufficiency_diagram(Writer(catalog, "en", "x.md")))[0]
    assert svg.get("aria-label") == '"x"'
    assert "<b> & c" in [text.text for text in svg.iter("text")]
