"""A story's page: the facts an officer asks for, what is not known said, each result with its evidence and source."""

import re

import pytest
from conftest import STORY_EN, STORY_TH
from porpiang.pages.story import activity_number
from shown import lay_out, read


@pytest.fixture
def story(read_site):
    """Return a function that shows the pond's page in a language, its files changed by (old, new) pairs."""

    def _story(locale="th", thai=(), english=(), more=None):
        changes = {"stories/pond.th.md": STORY_TH, "stories/pond.en.md": STORY_EN, **(more or {})}
        for path, pairs in (("stories/pond.th.md", thai), ("stories/pond.en.md", english)):
            for old, new in pairs:
                assert old in changes[path]
                changes[path] = changes[path].replace(old, new)
        site, path = read_site(changes), f"stories/pond.{locale}.md"
        assert site.problems == []
        return read(lay_out(site, path), path)

    return _story


def facts(page):
    """Return the fact box as a dict: term → value."""
    box = page.split("\n## ")[0]
    return dict(re.findall(r"^(.+)\n: (.*)$", box, re.MULTILINE))


def headings(page):
    return re.findall(r"^## (.*)", page, re.MULTILINE)


def test_fact_box_answers_in_thai(story):
    assert facts(story()) == {
        "สถานที่": "บ้านตัวอย่าง ตำบลปริก อำเภอสะเดา [จังหวัดสงขลา](stories/province/90/) [ภาคใต้](stories/region/south/)",
        "ระดับ": "[ชุมชน](stories/kind/community/)",
        "อปท.": "อบต. ตัวอย่าง · [องค์การบริหารส่วนตำบล (อบต.)](stories/lao-type/sao/)",
        "คนในพื้นที่": "450 คน",
        "ช่วงเวลา": "ตั้งแต่ พ.ศ. 2543 · ยังทำอยู่",
        "เรื่อง": "[น้ำและป่า](stories/theme/water-forest/)",
        "ปัญหาที่ช่วยแก้": "น้ำไม่พอหน้าแล้ง",
        "ใช้เงินเท่าไร ใครจ่าย": "ค่าขุดสระ: 120,000 บาท (พ.ศ. 2544) · จ่ายโดย ชาวบ้านร่วมกันออก",
        "อำนาจตามกฎหมาย": "*ไม่ทราบ*",
        "ที่มาของงบประมาณ": "*ไม่ทราบ*",
        "รางวัล": "รางวัลตัวอย่าง (พ.ศ. 2553)",
        "ความเชื่อมั่นในหลักฐาน": "สูง",
    }


def test_fact_box_answers_in_english_with_the_same_facts(story):
    english = facts(story("en"))
    assert english["Place"] == (
        "Ban Tua Yang, Prik Subdistrict, Sadao District, [Songkhla Province](stories/province/90/), [South](stories/region/south/)"
    )
    assert english["Time"] == "since 2000 · still going on"
    assert (
        english["What it cost and who paid"] == "digging the pond: 120,000 baht (2001) · paid by the villagers together"
    )
    assert english["Awards"] == "Example award (2010)"
    assert english["Legal basis"] == "*Unknown*"


BANGKOK = [('province: "90"', 'province: "10"'), ("สะเดา", "เขตพระนคร"), ("subdistrict: ปริก", "subdistrict: วัดราชบพิธ")]
COST = STORY_TH[STORY_TH.index("cost:") : STORY_TH.index("legal_basis:")]
COST_EN = "cost:\n  - item: digging the pond\n    paid_by: the villagers together\n"


@pytest.mark.parametrize(
    ("thai", "english", "term", "value"),
    [
        pytest.param([(COST, "cost: unknown\n")], [(COST_EN, "")], "What it cost and who paid", "*Unknown*", id="cost unknown"),
        pytest.param(
            [("baht: 120000", "baht: unknown"), ("year: 2001", "year: unknown"), ("paid_by: ชาวบ้านร่วมกันออก", "paid_by: unknown")],
            [("    paid_by: the villagers together\n", "")], "What it cost and who paid", "digging the pond: amount unknown · payer unknown", id="parts of cost unknown",
        ),
        pytest.param([("baht: 120000", "baht: 0")], [], "What it cost and who paid",
                     "digging the pond: 0 baht (2001) · paid by the villagers together", id="nothing is not unknown"),
        pytest.param([("start: 2000", "start: unknown")], [], "Time", "still going on", id="start unknown"),
        pytest.param([("start: 2000", "start: unknown\n  end: 2005")], [], "Time", "until 2005 · still going on", id="end only"),
        pytest.param([("start: 2000", "start: 1999\n  end: 2005")], [], "Time", "1999–2005 · still going on", id="both"),
        pytest.param(
            [("  start: 2000\n  note: ยังทำอยู่", "  start: unknown")], [("years:\n  note: still going on\n", "")],
            "Time", "*Unknown*", id="time unknown",
        ),
        pytest.param([("lao: อบต. ตัวอย่าง\nlao_type: sao", "lao: unknown\nlao_type: unknown")], [("lao: Example SAO\n", "")], "LAO", "*Unknown*", id="LAO unknown"),
        pytest.param([("year: 2010", "year: unknown")], [], "Awards", "Example award (year unknown)", id="year of award"),
        pytest.param([("confidence: high", "confidence: medium")], [], "Confidence in the evidence", "Medium", id="confidence"),
        pytest.param(
            [("district: สะเดา", "district: unknown"), ("subdistrict: ปริก", "subdistrict: unknown")], [],
            "Place", "Ban Tua Yang, [Songkhla Province](stories/province/90/), [South](stories/region/south/)", id="province only",
        ),
        pytest.param(
            BANGKOK, [], "Place",
            "Ban Tua Yang, Wat Ratchabophit Subdistrict, Phra Nakhon District, [Bangkok](stories/province/10/), [Central](stories/region/central/)",
            id="capital",
        ),
    ],
)  # fmt: skip
def test_what_is_not_known_is_said(story, thai, english, term, value):
    assert facts(story("en", thai, english))[term] == value


def test_capital_has_its_own_words_in_thai(story):
    place = "บ้านตัวอย่าง แขวงวัดราชบพิธ เขตพระนคร [กรุงเทพมหานคร](stories/province/10/) [ภาคกลาง](stories/region/central/)"
    assert facts(story("th", BANGKOK))["สถานที่"] == place


def test_what_there_is_none_of_is_left_out(story):
    page = story(
        "en",
        [("awards:\n  - {name: รางวัลตัวอย่าง, year: 2010}", "awards: []")],
        [("awards:\n  - name: Example award\n", "")],
    )
    assert "Awards" not in facts(page)
    assert "Adapted from" not in facts(page)


def test_story_it_was_adapted_from_is_linked(story):
    page = story("en", [("adapted_from: []", "adapted_from: [well]")], more={"stories/well.th.md": STORY_TH})
    assert facts(page)["Adapted from"] == "[บ้านตัวอย่างเก็บน้ำไว้ใช้](stories/well/) (in Thai)"


def test_result_carries_its_grade_its_year_and_the_numbers_of_its_sources(story):
    source = "  - {id: b, title: อีกหน้า, url: 'https://example.org/b', date: 2011-08, supports: ปลา}\nconfidence:"
    page = story(
        "th",
        [
            ("grade: recall\n    sources: [a]", "grade: measured\n    as_of: 2011\n    sources: [b, a]"),
            ("confidence:", source),
            ("org/water", "org/water?a=1&b=2"),
        ],
        [("  - supports: the water and the money", "  - supports: the water\n  - supports: fish")],
    )
    assert "\n- มีน้ำใช้ตลอดปี\n  หลักฐาน: วัดผล · ข้อมูล พ.ศ. 2554 · แหล่งข้อมูลที่ 1, 2\n" in page
    assert "\n1. [หน้าตัวอย่าง](https://example.org/water?a=1&b=2) (25 สิงหาคม 2554): น้ำและเงิน\n" in page
    assert "\n2. [อีกหน้า](https://example.org/b) (สิงหาคม 2554): ปลา\n" in page


def test_source_without_a_date_says_so(story):
    assert "(no date): the water and the money" in story("en", [("date: 2011-08-25", "date: unknown")])


def test_readings_say_whose_they_are(story):
    page = story("en", [("immunity: {text: มีน้ำสำรอง, basis: reading}", "immunity: {text: มีน้ำสำรอง, basis: source}")])
    assert "- **Self-immunity** Water is kept in reserve. *(a source says so)*" in page
    assert "- It needs common land. *(our reading of the facts)*" in page
    assert "## Who should not copy all of it\n*The sources that could be read do not say.*" in page


def test_sections_come_in_the_order_readers_need(story):
    assert headings(story("en")) == [
        "Before", "What was done", "What came of it", "Where sufficiency shows", "Lessons", "Cautions", "Weaknesses",
        "Who should not copy all of it", "Which activities of the plan it serves", "Sources",
    ]  # fmt: skip


def test_further_sections_of_the_author_stand_after_the_lessons(story):
    page = story("th", [("## ข้อควรระวัง", "## ปลา\n\nมีปลา\n\n## ข้อควรระวัง")])
    assert page.index("## บทเรียน") < page.index("## ปลา\nมีปลา") < page.index("## ข้อควรระวัง")


def test_words_before_the_first_heading_are_not_lost(story):
    page = story("th", [("## สภาพเดิม", "เล่าโดยคนในหมู่บ้าน\n\n## สภาพเดิม")])
    link = "[เทียบกับเรื่องอื่น](stories/compare/?ids=pond)"
    assert f"\n: สูง\n{link}\nเล่าโดยคนในหมู่บ้าน\n## สภาพเดิม\nหน้าแล้งน้ำไม่พอ\n" in page


@pytest.mark.parametrize(
    ("section", "shown"),
    [
        ("## บทเรียน\n\nอีกครั้ง\n\n", "## บทเรียน\n- เริ่มจากเรื่องที่เดือดร้อนร่วมกัน\n## บทเรียน\nอีกครั้ง\n"),
        ("## ปลา\n\nหนึ่ง\n\n## ปลา\n\nสอง\n\n", "## ปลา\nหนึ่ง\n## ปลา\nสอง\n"),
    ],
    ids=["of every story", "of the author"],
)
def test_sections_under_a_repeated_heading_are_not_lost(story, section, shown):
    assert f"\n{shown}" in story("th", [("## ข้อควรระวัง", f"{section}## ข้อควรระวัง")])


def test_several_costs_and_awards_stand_on_lines_of_their_own(story):
    page = story(
        "th",
        [
            ("legal_basis:", "  - {item: ค่าปลา, baht: 1500, year: 2002, paid_by: unknown, sources: [a]}\nlegal_basis:"),
            ("year: 2010}", "year: 2010}\n  - {name: รางวัลที่สอง, year: unknown}"),
        ],
        [
            (COST_EN, COST_EN + "  - item: fish\n"),
            ("- name: Example award", "- name: Example award\n  - name: Second award"),
        ],
    )
    assert "(พ.ศ. 2544) · จ่ายโดย ชาวบ้านร่วมกันออก\nค่าปลา: 1,500 บาท (พ.ศ. 2545) · ไม่ทราบผู้จ่าย\n" in page
    assert "\n: รางวัลตัวอย่าง (พ.ศ. 2553)\nรางวัลที่สอง (ไม่ทราบปี)\n" in page


def test_facts_are_marked_once_each_so_that_the_comparison_can_take_them(read_site):
    html = lay_out(read_site(), "stories/pond.en.md")
    facts = re.findall(r'data-fact="(.*?)"', html)
    assert facts == [
        "place", "kind", "lao", "people", "years", "themes", "problems", "cost", "legal_basis", "budget_source",
        "awards", "confidence", "results", "immunity", "weaknesses", "not_for", "sources", "reviewed_on",
    ]  # fmt: skip
    assert '<dd data-fact="people">450 people</dd>' in html
    assert '<p data-fact="not_for"><em class="aside">The sources that could be read do not say.</em></p>' in html
    assert '<ul data-fact="weaknesses"><li>It needs common land.' in html
    assert 'last reviewed <span data-fact="reviewed_on">23 November 2026</span></p>' in html


def test_conditions_are_marked_without_their_names(read_site):
    thai = STORY_TH.replace("conditions: {}", "conditions:\n  virtue: {text: แบ่งกัน, basis: source}")
    html = lay_out(read_site({"stories/pond.th.md": thai}), "stories/pond.th.md")
    marked = '<span data-fact="virtue">แบ่งกัน <em class="aside">(แหล่งข้อมูลกล่าวไว้)</em></span>'
    assert f"<b>เงื่อนไขคุณธรรม</b> {marked}" in html


def test_grade_of_a_result_is_explained_where_it_stands(read_site):
    html = lay_out(read_site(), "stories/pond.en.md")
    (title,) = re.findall(r'<p class="about" title="(.*?)">Evidence: Told', html)
    assert title == "told by the people themselves"


def test_sufficiency_is_left_out_where_nobody_saw_it(story):
    page = story("th", [("principles:\n  immunity: {text: มีน้ำสำรอง, basis: reading}", "principles: {}")],
                 [("principles:\n  immunity: {text: Water is kept in reserve.}\n", "")])  # fmt: skip
    assert "เห็นหลักพอเพียงตรงไหน" not in page


def test_activities_are_linked_by_the_numbers_of_the_plan(story):
    page = story("en", [("[s1-1-1]", "[s1-1-1, s3-1-1]")])
    assert "- [Activity 1-1.1 Gather what people know](activities/s1-1-1/)" in page
    assert "- [Activity 3-1.1](plan/s3/)" in page, "an activity without a guide leads to its strategy"
    assert activity_number("s3-1-5") == "3-1.5"


def test_page_ends_with_consent_and_the_day_of_review(story):
    assert story().endswith("\nเรียบเรียงจากแหล่งข้อมูลสาธารณะเท่านั้น · ตรวจทานล่าสุด 23 พฤศจิกายน 2569")


def test_translation_that_stops_at_the_facts_has_no_empty_headings(story):
    page = story("en", english=[(STORY_EN[STORY_EN.index("## Before") :], "")])
    assert facts(page)["Level"] == "[Community](stories/kind/community/)"
    assert headings(page)[:3] == ["What came of it", "Where sufficiency shows", "Weaknesses"]
