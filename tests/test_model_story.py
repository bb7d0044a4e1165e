"""A story: what its front matter may and may not say, each fault at its line and field."""

import pytest
from conftest import STORY_EN, STORY_TH

PATH = "stories/pond.th.md"


def changed(old: str, new: str) -> dict[str, str | None]:
    assert STORY_TH.count(old) == 1
    return {PATH: STORY_TH.replace(old, new), "stories/pond.en.md": None}


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "code"),
    [
        ("kind: community", "kind: comunity", 4, "kind", "unknown-word"),
        ("lao_type: sao", "lao_type: SAO", 6, "lao_type", "unknown-word"),
        ('province: "90"', 'province: "99"', 8, "place.province", "unknown-province"),
        ('province: "90"', "province: สงขลา", 8, "place.province", "unknown-province"),
        ("district: สะเดา", "district: หาดใหญ", 9, "place.district", "unknown-area"),
        ("subdistrict: ปริก", "subdistrict: คอหงส์", 10, "place.subdistrict", "unknown-area"),
        ('province: "90"', "province:", 8, "place.province", "empty-field"),
        ("district: สะเดา", "district:", 9, "place.district", "empty-field"),
        ("subdistrict: ปริก", "subdistrict:", 10, "place.subdistrict", "empty-field"),
        ("start: 2000", "start:", 13, "years.start", "empty-field"),
        ("start: 2000", "start: 2543", 13, "years.start", "buddhist-year"),
        ("note: ยังทำอยู่", "end: 1999", 14, "years.end", "end-before-start"),
        ("[water-forest]", "[]", 15, "themes", "too-few"),
        ("[water-forest]", "", 15, "themes", "empty-field"),
        ("[water-forest]", "[waste, debt, energy, health]", 15, "themes", "too-many"),
        ("[water-forest]", "[water-forest, dept]", 15, "themes.2", "unknown-word"),
        ("[drought]", "[]", 16, "problems", "too-few"),
        ("activities: [s1-1-1]", "activities: []", 17, "activities", "too-few"),
        ("baht: 120000", 'baht: "120,000"', 20, "cost.1.baht", "wrong-type"),
        ("baht: 120000", "baht: -1", 20, "cost.1.baht", "wrong-type"),
        ("baht: 120000", "baht: 1e999", 20, "cost.1.baht", "wrong-type"),
        ("baht: 120000", "baht: yes", 20, "cost.1.baht", "wrong-type"),
        ("paid_by: ชาวบ้านร่วมกันออก", "paid_by:", 22, "cost.1.paid_by", "empty-field"),
        ("legal_basis: unknown", "legal_basis:", 24, "legal_basis", "empty-field"),
        ("grade: recall", "grade: told", 28, "results.1.grade", "unknown-word"),
        ("grade: recall\n    sources: [a]", "grade: recall\n    sources: []", 29, "results.1.sources", "too-few"),
        ("มีน้ำสำรอง, basis: reading", "มีน้ำสำรอง, basis: guess", 31, "principles.immunity.basis", "unknown-word"),
        ("conditions: {}", "conditions:", 32, "conditions", "empty-field"),
        ("conditions: {}", "conditions: unknown", 32, "conditions", "wrong-type"),
        ("not_for: unknown", "not_for: []", 35, "not_for", "too-few"),
        ("awards:\n  - {name: รางวัลตัวอย่าง, year: 2010}", "awards: unknown", 36, "awards", "wrong-type"),
        ("url: https://example.org/water", "url: www.example.org", 42, "sources.1.url", "bad-url"),
        ("date: 2011-08-25", "date: 25 ส.ค. 2554", 43, "sources.1.date", "not-a-date"),
        ("confidence: high", "confidence: low", 45, "confidence", "low-confidence"),
        ("consent: public-sources", "consent: oral", 46, "consent", "unknown-word"),
        ("reviewed_on: 2026-11-23", "reviewed_on: unknown", 47, "reviewed_on", "not-a-date"),
        ("    grade: recall\n", "", 27, "results.1.grade", "missing-field"),
        ("awards:\n  - {name: รางวัลตัวอย่าง, year: 2010}\n", "", 1, "awards", "missing-field"),
        ("legal_basis: unknown", "legal_basis: unknown\nphone: 081", 25, "phone", "unknown-field"),
    ],
)
def test_fault_is_one_problem_with_line_and_field_and_keeps_the_story_out(read_site, old, new, line, field, code):
    assembly = read_site(changed(old, new))
    assert [(p.path, p.line, p.field, p.code) for p in assembly.problems] == [(PATH, line, field, code)]
    assert assembly.catalog.of("stories") == []


@pytest.mark.parametrize(
    ("old", "new", "read", "value"),
    [
        ('province: "90"', "province: 90", lambda s: s.place.province, "90"),
        ("lao: อบต. ตัวอย่าง", "lao: 2568", lambda s: s.lao, "2568"),
        ("subdistrict: ปริก\n  village: บ้านตัวอย่าง", "subdistrict: ปริก\n  village: no", lambda s: s.place.village, "no"),
        ("district: สะเดา\n  subdistrict: ปริก", "district: unknown\n  subdistrict: unknown", lambda s: s.place.district, None),
        ("  village: บ้านตัวอย่าง\n", "", lambda s: s.place.village, None),
        ("lao: อบต. ตัวอย่าง", "lao: unknown", lambda s: s.lao, None),
        ("note: ยังทำอยู่", "end: 2000", lambda s: s.years.end, 2000),
        ("start: 2000", "start: unknown", lambda s: s.years.start, None),
        ("baht: 120000", "baht: unknown", lambda s: s.cost[0].baht, None),
        ("baht: 120000", "baht: 0", lambda s: s.cost[0].baht, 0),
        ("weaknesses:\n  - {text: ต้องมีที่ดินส่วนกลาง, basis: reading}", "weaknesses: unknown", lambda s: s.weaknesses, None),
        ("awards:\n  - {name: รางวัลตัวอย่าง, year: 2010}", "awards: []", lambda s: s.awards, []),
        ("date: 2011-08-25", "date: unknown", lambda s: s.sources[0].date, None),
        ("confidence: high", "confidence: medium", lambda s: s.confidence, "medium"),
    ],
)  # fmt: skip
def test_story_may_say_that_nobody_knows(read_site, old, new, read, value):
    assembly = read_site(changed(old, new))
    assert assembly.problems == []
    assert read(assembly.catalog.entries["stories"]["pond"].in_locale("th")) == value


def test_wrong_district_is_one_problem_and_not_also_one_of_its_subdistrict(read_site):
    assembly = read_site(changed("district: สะเดา\n", "district: สะเดาะ\n"))
    assert [p.field for p in assembly.problems] == ["place.district"]


@pytest.mark.parametrize(
    ("path", "text", "heading", "line"),
    [
        (PATH, STORY_TH, "บทเรียน", 50),
        (PATH, STORY_TH, "ข้อควรระวัง", 50),
        ("stories/pond.en.md", STORY_EN, "What was done", 23),
    ],
)
def test_story_without_one_of_its_four_headings_is_told_which(read_site, path, text, heading, line):
    (problem,) = read_site({path: text.replace(f"## {heading}\n", "")}).problems
    assert (problem.path, problem.line, problem.code) == (path, line, "missing-section")
    assert problem.repair_th == f"เพิ่มบรรทัด ## {heading}"
    assert problem.repair_en == f"add a line ## {heading}"
