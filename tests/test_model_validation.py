"""From a wrong value to a sentence that an editor can act on, in Thai and in English."""

import pytest
from conftest import STORY_EN, STORY_TH

THAI, ENGLISH = "stories/pond.th.md", "stories/pond.en.md"


def only(read_site, old: str, new: str, path: str = THAI):
    text = {THAI: STORY_TH, ENGLISH: STORY_EN}[path]
    assert text.count(old) == 1
    changes = {path: text.replace(old, new)}
    (problem,) = read_site({ENGLISH: None} | changes if path == THAI else changes).problems
    return problem


@pytest.mark.parametrize(
    ("old", "new", "thai", "english"),
    [
        ("grade: recall", "grade: told", "“told” ไม่อยู่ในรายการคำ evidence_grades", "“told” is not a word of evidence_grades"),
        ('"90"', '"99"', "ไม่มีจังหวัดรหัส “99”", "no province has the code “99”"),
        ("district: สะเดา\n", "district: เมืองตรัง\n", "ไม่พบอำเภอ “เมืองตรัง” ในสงขลา", "no district “เมืองตรัง” in สงขลา"),
        ("ct: ปริก", "ct: คอหงส์", "ไม่พบตำบล “คอหงส์” ในสะเดา", "no subdistrict “คอหงส์” in สะเดา"),
        ("note: ยังทำอยู่", "end: 1999", "ปีที่สิ้นสุด 1999 อยู่ก่อนปีที่เริ่ม 2000", "the end year 1999 is before the start year 2000"),
        ("2026-11-23", "2026-11-31", "“2026-11-31” ไม่ใช่วันที่ที่มีอยู่จริง", "“2026-11-31” is not a date that exists"),
        ("baht: 120000", "baht: แสนสอง", "ค่านี้ต้องเป็นตัวเลข", "this must be a number"),
        ("baht: 120000", "baht: nan", "ค่านี้ต้องเป็นตัวเลข", "this must be a number"),
        ("start: 2000", "start: ปีก่อน", "ค่านี้ต้องเป็นจำนวนเต็ม", "this must be a whole number"),
        ("lao: อบต. ตัวอย่าง", "lao: [อบต.]", "ค่านี้ต้องเป็นข้อความ", "this must be text"),
        ("conditions: {}", "conditions: ก", "ค่านี้ต้องเป็นกลุ่มของช่องย่อย", "this must be a group of fields"),
        ("themes: [water-forest]", "themes: water-forest", "ค่านี้ต้องเป็นรายการ (ขึ้นต้นแต่ละบรรทัดด้วย - )", "this must be a list (each line begins with - )"),
        ("[drought]", "[debt, debt, debt, debt, debt, debt]", "มี 6 รายการ เกินที่รับได้ 5", "6 items, at most 5 are allowed"),
        ("[drought]", "[]", "มี 0 รายการ ต้องมีอย่างน้อย 1", "0 items, at least 1 are needed"),
    ],
)  # fmt: skip
def test_fault_is_told_in_both_languages(read_site, old, new, thai, english):
    problem = only(read_site, old, new)
    assert (problem.th, problem.en) == (thai, english)


@pytest.mark.parametrize(
    ("old", "new", "thai", "english"),
    [
        ("[drought]", "[drougth]", "(ใกล้เคียง: drought)", "(near: drought)"),
        ("grade: recall", "grade: told", "measured, register, reported, recall, estimate", "measured, register, reported, recall, estimate"),
        ("confidence: high", "confidence: hihg", "high, medium, low (ใกล้เคียง: high)", "high, medium, low (near: high)"),
        ('"90"', "สงขลา", '(สงขลา คือ "90")', '("90")'),
        ('"90"', "นครศรีธรรมราช์", '(นครศรีธรรมราช คือ "80")', '("80")'),
        ('"90"', '"99"', 'เช่น "90" คือสงขลา', 'such as "90" for Songkhla'),
        ("district: สะเดา\n", "district: อำเภอสะเดา\n", "(ใกล้เคียง: สะเดา)", "(near: สะเดา)"),
        ("ct: ปริก", "ct: ปริค", "(ใกล้เคียง: ปริก)", "(near: ปริก)"),
        ("conditions: {}", "conditions: {}\nnot_fro: unknown", "(ใกล้เคียง: not_for)", "(near: not_for)"),
        ("legal_basis: unknown\n", "", "legal_basis: ถ้าไม่ทราบ", "legal_basis: and write unknown"),
        ("start: 2000", "start: 2543", "ลบด้วย 543 เป็น 2000", "subtract 543 and write 2000"),
    ],
)  # fmt: skip
def test_repair_names_what_to_write(read_site, old, new, thai, english):
    problem = only(read_site, old, new)
    assert thai in problem.repair_th
    assert english in problem.repair_en


@pytest.mark.parametrize(
    ("new", "line", "code"),
    [("summmary: x", 4, "unknown-field"), ("reviewed_on: 2026-11-23", 4, "fact-in-translation")],
)
def test_english_file_tells_a_fact_from_a_slip_of_the_pen(read_site, new, line, code):
    problem = only(read_site, "lao: Example SAO", new, ENGLISH)
    assert (problem.path, problem.line, problem.code) == (ENGLISH, line, code)


def test_slip_in_the_name_of_a_field_shows_the_missing_field_and_the_near_one(read_site):
    changed = STORY_TH.replace("legal_basis: unknown", "legal_bassis: unknown")
    problems = read_site({THAI: changed, ENGLISH: None}).problems
    assert [(p.line, p.field, p.code) for p in problems] == [
        (1, "legal_basis", "missing-field"),
        (24, "legal_bassis", "unknown-field"),
    ]
    assert "(ใกล้เคียง: legal_basis)" in problems[1].repair_th


def test_all_faults_of_a_file_are_found_at_once_in_order_of_line(read_site):
    broken = (
        STORY_TH.replace("start: 2000", "start: 2543")
        .replace("[drought]", "[]")
        .replace("grade: recall", "grade: told")
    )
    problems = read_site({THAI: broken, ENGLISH: None}).problems
    assert [(p.line, p.code) for p in problems] == [(13, "buddhist-year"), (16, "too-few"), (28, "unknown-word")]
