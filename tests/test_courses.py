"""What the parts of a course say of each other: faults on their line, in both languages."""

import pytest
from conftest import COURSE, COURSE_TH, MODULE_EN, MODULE_TH

COURSE_PATH, PATH, ENGLISH = "curricula/course.th.md", "curricula/course/book.th.md", "curricula/course/book.en.md"


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


@pytest.fixture
def problems(read_site):
    """Return a function that gives the problems of the example course with some files changed."""
    return lambda changes: [(p.path, p.line, p.field, p.code) for p in read_site(COURSE | changes).problems]


def test_objective_that_nothing_tests_is_reported_where_it_stands(problems):
    text = MODULE_TH.replace("objective: o2", "objective: o1")
    line = line_of(text, "{id: o2")
    assert problems({PATH: text}) == [(PATH, line, "objectives.2", "untied-objective")]


def test_task_alone_ties_an_objective(problems):
    text = MODULE_TH.replace("objective: o2", "objective: o1").replace("objectives: [o1]", "objectives: [o1, o2]")
    assert problems({PATH: text}) == []


@pytest.mark.parametrize(
    ("old", "field"), [("objectives: [o1]", "task.objectives.1"), ("objective: o2", "quiz.4.objective")]
)
def test_unknown_objective_is_reported_where_it_is_named(problems, old, field):
    text = MODULE_TH.replace(old, old.replace("o1", "o7").replace("o2", "o7"))
    found = problems({PATH: text})
    assert (PATH, line_of(text, "o7"), field, "unknown-objective") in found
    assert {code for *_, code in found} <= {"unknown-objective", "untied-objective"}


@pytest.mark.parametrize(
    ("path", "text", "old", "new"),
    [
        (PATH, MODULE_TH, "คำนวณยอดคงเหลือ", "เข้าใจยอดคงเหลือ"),
        (ENGLISH, MODULE_EN, "Calculate what is left", "Understand what is left"),
    ],
)
def test_objective_begins_with_a_verb_that_can_be_seen_in_both_languages(problems, path, text, old, new):
    changed = text.replace(old, new)
    assert problems({path: changed}) == [(path, line_of(changed, new), "objectives.2.text", "objective-verb")]


@pytest.mark.parametrize(("hours", "fits"), [("1.5", True), ("1.4", True), ("1.2", False), ("2", False)])
def test_hours_are_those_of_the_modules_but_for_a_tenth(problems, hours, fits):
    text = COURSE_TH.replace("hours: 1.5", f"hours: {hours}")
    expected = [] if fits else [(COURSE_PATH, line_of(text, "hours:"), "hours", "minutes-off")]
    assert problems({COURSE_PATH: text}) == expected


def test_hours_are_not_judged_while_a_module_is_missing(problems):
    text = COURSE_TH.replace("[course/book]", "[course/book, course/lost]")
    assert [code for *_, code in problems({COURSE_PATH: text})] == ["missing-entry"]


def test_module_that_its_course_does_not_list_is_reported(problems):
    more = {"curricula/course/more.th.md": MODULE_TH, "curricula/course/more.en.md": MODULE_EN}
    assert problems(more) == [("curricula/course/more.th.md", 1, "", "unlisted-module")]


@pytest.mark.parametrize(("repeated", "field"), [("id: q2", "quiz.2.id"), ("id: o2", "objectives.2.id")])
def test_id_used_twice_in_a_module_is_reported_with_its_first_use(read_site, repeated, field):
    first = repeated.replace("2", "1")
    changes = {path: text.replace(repeated, first) for path, text in ((PATH, MODULE_TH), (ENGLISH, MODULE_EN))}
    twice = [p for p in read_site(COURSE | changes).problems if p.code == "duplicate-id"]
    assert [(p.path, p.field) for p in twice] == [(PATH, field)]
    assert f"docs/{PATH}:{line_of(MODULE_TH, first)}" in str(twice[0])


def course(name: str, *requires: str) -> dict[str, str]:
    """Return a course with a module of its own that requires others."""
    text = COURSE_TH.replace("course/book", f"{name}/book").replace(
        "requires: []", f"requires: [{', '.join(requires)}]"
    )
    return {f"curricula/{name}.th.md": text, f"curricula/{name}/book.th.md": MODULE_TH}


def test_courses_that_require_each_other_are_each_told_the_way_round(read_site):
    found = read_site(course("a", "b") | course("b", "c") | course("c", "a") | course("d", "a")).problems
    line = line_of(COURSE_TH, "requires:")
    assert [(p.path, p.line, p.field, p.code) for p in found] == [
        (f"curricula/{name}.th.md", line, "requires", "prerequisite-cycle") for name in "abc"
    ]
    assert "a → b → c → a" in str(found[0])


def test_courses_in_a_line_are_no_cycle(read_site):
    assert read_site(course("a", "b", "c") | course("b", "c") | course("c")).problems == []


def test_course_that_requires_itself_is_a_cycle(read_site):
    (problem,) = read_site(course("a", "a")).problems
    assert (problem.code, "a → a" in str(problem)) == ("prerequisite-cycle", True)
