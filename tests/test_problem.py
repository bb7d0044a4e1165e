"""Problems: one line that an editor can click and read in either language, with the repair."""

import re

import pytest
from porpiang.problem import MESSAGES, problem, suggestion


def test_problem_reads_as_path_line_field_fault_and_repair_in_both_languages():
    found = problem("too-few", "stories/a.th.md", 15, "themes", value=0, limit=1)
    assert str(found) == (
        "docs/stories/a.th.md:15: themes: มี 0 รายการ ต้องมีอย่างน้อย 1 → เพิ่มให้ครบ 1 รายการ"
        " | 0 items, at least 1 are needed → add items until there are 1"
    )


def test_problem_of_a_whole_file_names_no_field():
    assert str(problem("no-language", "stories/a.md", 1)).startswith("docs/stories/a.md:1: ชื่อไฟล์ไม่บอกภาษา → ")


@pytest.mark.parametrize("code", MESSAGES)
def test_every_problem_and_repair_is_written_in_thai_and_in_english(code):
    th, en, repair_th, repair_en = MESSAGES[code]
    for thai, english in ((th, en), (repair_th, repair_en)):
        assert re.search("[ก-๙]", thai)
        assert re.search("[a-z]", english)
        assert not re.search("[ก-๙]", english)


def test_braces_that_an_author_wrote_are_shown_as_they_are():
    assert problem("attribute-list", "a.th.md", 1, value="{onclick=x} {0}").en.endswith("“{onclick=x} {0}”")


def test_problems_sort_by_path_then_by_line_as_a_number():
    places = [("b.th.md", 1), ("a.th.md", 10), ("a.th.md", 9)]
    found = sorted(problem("empty-field", path, line) for path, line in places)
    assert [(p.path, p.line) for p in found] == [("a.th.md", 9), ("a.th.md", 10), ("b.th.md", 1)]


def test_unknown_code_or_missing_value_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        problem("no-such-code", "a.th.md", 1)
    with pytest.raises(KeyError):
        problem("too-few", "a.th.md", 1, value=0)


def test_suggestion_is_the_nearest_word_or_nothing():
    known = ["drought", "flood", "debt"]
    assert suggestion("drougth", known) == {
        "suggestion_th": " (ใกล้เคียง: drought)",
        "suggestion_en": " (near: drought)",
    }
    assert suggestion("pollution", known) == {"suggestion_th": "", "suggestion_en": ""}
