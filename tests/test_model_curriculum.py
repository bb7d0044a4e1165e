"""A course and its modules: every rule of their front matter, each fault at its line and field."""

import pytest
from conftest import COURSE, COURSE_TH, MODULE_EN, MODULE_TH

COURSE_PATH, PATH, ENGLISH = "curricula/course.th.md", "curricula/course/book.th.md", "curricula/course/book.en.md"


def line_of(text: str, words: str) -> int:
    """Return the line on which words begin for the first time."""
    return text[: text.index(words)].count("\n") + 1


def module(old: str, new: str) -> dict[str, str | None]:
    """Return a course whose module is changed, in Thai only."""
    assert MODULE_TH.count(old) == 1, old
    return COURSE | {PATH: MODULE_TH.replace(old, new), ENGLISH: None}


def places(assembly) -> list[tuple]:
    return [(p.path, p.line, p.field, p.code) for p in assembly.problems]


def test_the_example_has_no_problem(read_site):
    assert read_site(COURSE).problems == []


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ("level: first", "level: beginner", "level", "unknown-word"),
        ("[จดบัญชีได้, อ่านบัญชีได้, สอนเพื่อนได้]", "[จดบัญชีได้]", "outcomes", "too-few"),
        ("hours: 1.5", "hours: หนึ่งชั่วโมงครึ่ง", "hours", "wrong-type"),
        ("hours: 1.5", "hours: 0", "hours", "wrong-type"),
        ("modules: [course/book]", "modules: []", "modules", "too-few"),
        ("activities: [s1-1-1]", "activities: []", "activities", "too-few"),
        ('version: "1.0"', "version: ใหม่", "version", "bad-id"),
        ("reviewed_on: 2026-11-23", "reviewed_on: 2569-11-23", "reviewed_on", "buddhist-year"),
    ],
)
def test_fault_of_a_course_is_on_its_line(read_site, old, new, field, code):
    assert COURSE_TH.count(old) == 1
    found = places(read_site(COURSE | {COURSE_PATH: COURSE_TH.replace(old, new)}))
    assert found == [(COURSE_PATH, line_of(COURSE_TH, old), field, code)]


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ("{id: o2, text: คำนวณยอดคงเหลือ}", "{id: two, text: คำนวณยอดคงเหลือ}", "objectives.2.id", "bad-id"),
        ("way: practice", "way: homework", "parts.2.way", "unknown-word"),
        ("minutes: 60,", "minutes: 4,", "parts.2.minutes", "wrong-type"),
        ("[จดทุกวัน, จดทุกบาท, อ่านทุกเดือน]", "[จดทุกวัน]", "key_points", "too-few"),
        ("steps: [อ่าน, จด]", "steps: [จด]", "task.steps", "too-few"),
        ("columns: [รับ, จ่าย], lines: 2", "columns: [รับ, จ่าย], lines: 15", "task.worksheet.1.lines", "wrong-type"),
        ("columns: [รับ, จ่าย], lines: 2", "columns: [รับ], lines: 2", "task.worksheet.1.columns", "too-few"),
        ("kind: ordering", "kind: sorting", "quiz.3.kind", "unknown-word"),
        ("text: ช่องจ่าย, feedback: เงินไม่ได้ออก", "text: ช่องจ่าย", "quiz.1.choices.2.feedback", "missing-field"),
        ("      wrong: ลองลบใหม่\n", "", "quiz.4.number.wrong", "missing-field"),
        ("      unit: บาท\n", "", "quiz.4.number.unit", "missing-field"),
        ("value: 70", "value: 1e999", "quiz.4.number.value", "wrong-type"),
        ("value: 70", "value: 70\n      tolerance: -1", "quiz.4.number.tolerance", "wrong-type"),
        ("trainer_notes: [อย่าเทียบบ้าน, ให้เวลา]", "trainer_notes: [ให้เวลา]", "trainer_notes", "too-few"),
        ("materials: [สมุด]", "materials: []", "materials", "too-few"),
        ("stories: [pond]", "stories: []", "stories", "too-few"),
        ("without_power: ใช้กระดาน", "without_power:", "without_power", "empty-field"),
    ],
)
def test_fault_of_a_module_is_one_problem_with_its_field(read_site, old, new, field, code):
    found = [(path, name, kind) for path, _, name, kind in places(read_site(module(old, new)))]
    assert found == [(PATH, field, code)]


@pytest.mark.parametrize(
    ("item", "old", "new"),
    [
        ("single", "ช่องรับ, right: true,", "ช่องรับ,"),
        ("single", "ช่องจ่าย, feedback", "ช่องจ่าย, right: true, feedback"),
        ("multiple", "ค่าไฟ, right: true,", "ค่าไฟ,"),
        ("multiple", "ค่าแรงที่ได้, feedback", "ค่าแรงที่ได้, right: true, feedback"),
        ("ordering", "เขียนวันที่, feedback", "เขียนวันที่, right: true, feedback"),
        ("number", "    number:\n      value: 70", "    choices:\n      - {id: a, text: x, feedback: x}\n"
         "      - {id: b, text: x, feedback: x}\n      - {id: c, text: x, feedback: x}\n    number:\n      value: 70"),
        ("single", "    kind: single", "    kind: single\n    number: {value: 1, unit: x, right: x, wrong: x}"),
    ],
    ids=["single without", "two of single", "one of multiple", "all of multiple", "right of ordering",
         "number with choices", "single with a number"],
)  # fmt: skip
def test_item_without_a_sound_key_is_named_with_its_kind(read_site, item, old, new):
    changed = module(old, new)
    (problem,) = read_site(changed).problems
    number = ["single", "multiple", "ordering", "number"].index(item) + 1
    assert (problem.path, problem.field, problem.code) == (PATH, f"quiz.{number}", "quiz-key")
    assert problem.line == line_of(MODULE_TH, f"  - id: q{number}")
    assert item in str(problem)
    assert "right: true" in problem.repair_en


def test_number_item_needs_its_number(read_site):
    start = MODULE_TH.index("    number:\n")
    without = MODULE_TH[:start] + MODULE_TH[MODULE_TH.index("trainer_notes") :]
    (found,) = places(read_site(COURSE | {PATH: without, ENGLISH: None}))
    assert found == (PATH, line_of(MODULE_TH, "  - id: q4"), "quiz.4", "quiz-key")


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        ("{id: b, text: ช่องจ่าย", "{id: c, text: ช่องจ่าย", "a, c, c"),
        ("{id: a, text: ช่องรับ", "{id: d, text: ช่องรับ", "d, b, c"),
    ],
)
def test_choices_are_lettered_in_order(read_site, old, new, ids):
    (problem,) = read_site(module(old, new)).problems
    assert (problem.field, problem.code) == ("quiz.1", "choice-ids")
    assert ids in str(problem)


@pytest.mark.parametrize(("minutes", "fits"), [(100, True), (101, False), (82, True), (81, False)])
def test_parts_fill_the_minutes_but_for_a_tenth(read_site, minutes, fits):
    """The parts last 90 minutes; a tenth is of what is stated."""
    course = {COURSE_PATH: COURSE_TH.replace("hours: 1.5", f"hours: {minutes / 60:.2f}")}
    found = places(read_site(module("\nminutes: 90", f"\nminutes: {minutes}") | course))
    assert found == ([] if fits else [(PATH, line_of(MODULE_TH, "parts:"), "parts", "minutes-off")])


@pytest.mark.parametrize(("path", "heading"), [(PATH, "ตัวอย่างจากเรื่องจริง"), (ENGLISH, "A real case")])
def test_module_tells_a_real_case(read_site, path, heading):
    (problem,) = read_site(COURSE | {path: COURSE[path].replace(f"## {heading}\n", "")}).problems
    assert (problem.path, problem.code) == (path, "missing-section")
    assert heading in problem.repair_en


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("{id: a, text: Money in, right: true,", "{id: b, text: Money in, right: true,", "quiz.1.choices.1.id"),
        ("{id: o2, text: Calculate", "{id: o1, text: Calculate", "objectives.2.id"),
        ("number: {value: 70,", "number: {value: 71,", "quiz.4.number.value"),
        ("  - id: q3\n", "  - id: q5\n", "quiz.3.id"),
    ],
)
def test_key_of_the_english_that_differs_is_on_its_line(read_site, old, new, field):
    assert MODULE_EN.count(old) == 1
    found = places(read_site(COURSE | {ENGLISH: MODULE_EN.replace(old, new)}))
    assert (ENGLISH, line_of(MODULE_EN, old), field, "key-differs") in found
    assert {code for *_, code in found} <= {"key-differs", "choice-ids"}


def test_right_choice_of_the_english_is_that_of_the_thai(read_site):
    swapped = MODULE_EN.replace("text: Money in, right: true,", "text: Money in,").replace(
        "text: Money out,", "text: Money out, right: true,"
    )
    found = places(read_site(COURSE | {ENGLISH: swapped}))
    assert {(path, code) for path, _, _, code in found} == {(ENGLISH, "key-differs")}
    assert {line for _, line, _, _ in found} & {line_of(MODULE_EN, "      - {id: b, text: Money out")}
