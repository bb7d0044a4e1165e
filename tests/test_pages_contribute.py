"""The editors' manual, written from the models: every field, what it means in each language, and the words it takes."""

import re

import pytest
from shown import lay_out, read


@pytest.fixture
def page(read_site):
    """Return a function that shows the manual in a language."""
    return lambda locale: read(lay_out(read_site(), f"contribute/index.{locale}.md"))


def table(page, folder):
    """Return a kind's table as a dict: field → (meaning, tick)."""
    part = page.split(f"`docs/{folder}/`\n")[1].split("\n## ")[0]
    return {
        name: (meaning, tick)
        for name, meaning, tick in re.findall(r"^\| `(.*?)` \| (.*) \| (✓?) \|$", part, re.MULTILINE)
    }


def test_own_words_come_first_and_then_a_table_for_each_kind(page):
    thai = page("th")
    assert thai.startswith("# ร่วมเขียน\nข้อความ\n## ")
    assert re.findall(r"^## (.*)", thai, re.MULTILINE) == [
        "ยุทธศาสตร์ · `docs/plan/`",
        "คู่มือกิจกรรม · `docs/activities/`",
        "แบบอย่าง · `docs/stories/`",
        "ความรู้ · `docs/knowledge/`",
        "หลักสูตร · `docs/curricula/`",
        "โมดูล · `docs/curricula/<course>/`",
        "แหล่งดูงาน · `docs/visits/`",
        "คำที่ใช้ได้",
    ]
    assert thai.count("\n| ช่อง | ความหมาย | ต้องแปล |\n") == 7


@pytest.mark.parametrize(
    ("field", "thai", "english", "translated"),
    [
        ("title", "ชื่อเรื่อง", "title", True),
        ("place", "สถานที่", "place", False),
        ("place.village", "ชื่อหมู่บ้าน", "village", True),
        ("lao", "ชื่อ อปท. ที่รับผิดชอบหรือเกี่ยวข้อง หรือ unknown", "the LAO concerned, or unknown", True),
        ("themes", "เรื่องที่เกี่ยวข้อง 1–3 คำ (themes)", "one to three themes (themes)", False),
        ("activities", "กิจกรรมของแผนที่เรื่องนี้เป็นตัวอย่าง เช่น s3-1-5 (activities)", "activities of the plan it illustrates (activities)", False),
        ("adapted_from", "รหัสเรื่องที่นำมาปรับใช้ ถ้าไม่มีให้เขียน [] (stories)", "ids of stories it was adapted from, [] if none (stories)", False),
        ("cost.paid_by", "ใครจ่าย หรือ unknown", "who paid, or unknown", True),
        ("results.grade", "ระดับหลักฐาน (evidence_grades)", "evidence grade (evidence_grades)", False),
        ("principles.immunity.text", "ข้อความ", "the statement", True),
        ("sources.supports", "แหล่งนี้ยืนยันเรื่องใด", "what it supports", True),
    ],
)  # fmt: skip
def test_field_of_a_story_is_explained(page, field, thai, english, translated):
    tick = "✓" if translated else ""
    assert table(page("th"), "stories")[field] == (thai, tick)
    assert table(page("en"), "stories")[field] == (english, tick)


@pytest.mark.parametrize(
    "folder", ["plan", "activities", "stories", "knowledge", "curricula", "curricula/<course>", "visits"]
)
def test_each_language_explains_every_field_in_its_own_words(page, folder):
    thai, english = table(page("th"), folder), table(page("en"), folder)
    assert thai.keys() == english.keys() != set()
    assert {field for field, (meaning, _) in english.items() if not meaning or re.search("[ก-๙]", meaning)} == set()
    assert {field for field, (meaning, _) in thai.items() if not re.search("[ก-๙]", meaning)} == set()


def test_words_in_use_are_listed_with_their_labels(page):
    english = page("en").split("## Words in use\n")[1]
    assert re.findall(r"^\*\*`(.*)`\*\*$", english, re.MULTILINE) == [
        "story_kinds", "lao_types", "themes", "problems", "evidence_grades", "consents", "rules", "course_levels", "verbs",
        "ways_of_learning", "visit_kinds",
    ]  # fmt: skip
    assert "\n- `water-forest` Water and forest\n" in english
    assert "\n- `calculate` Calculate\n" in english
    assert "\n- `sao` Subdistrict administrative organization (SAO)\n" in english
