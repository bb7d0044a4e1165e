"""A place to visit: what its front matter may and may not say, each fault at its line and field."""

import pytest
from conftest import VISIT, VISIT_EN, VISIT_TH

PATH, ENGLISH = "visits/centre.th.md", "visits/centre.en.md"


def changed(old: str, new: str) -> dict[str, str | None]:
    assert VISIT_TH.count(old) == 1
    return {PATH: VISIT_TH.replace(old, new)}


def test_the_example_has_no_problem(read_site):
    assert read_site(VISIT).problems == []


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "code"),
    [
        ("kind: royal-centre", "kind: royal", 4, "kind", "unknown-word"),
        ("kind: royal-centre\n", "", 1, "kind", "missing-field"),
        ('province: "90"', "province: สงขลา", 6, "place.province", "unknown-province"),
        ("founded: 1982-12-11", "founded: 2525-12-11", 9, "founded", "buddhist-year"),
        ("founded: 1982-12-11", "founded: เมื่อก่อน", 9, "founded", "not-a-date"),
        ("  - สระ\n", "", 12, "look_at", "too-few"),
        ("  - ลึกเท่าไร\n", "", 15, "questions", "too-few"),
        ("  phone: \"0 7400 0000\"\n", "", 19, "contact.phone", "missing-field"),
        ("url: https://example.org/centre", "url: example.org", 22, "contact.url", "bad-url"),
        ("[water-forest]", "[]", 23, "themes", "too-few"),
        ("[water-forest]", "[water]", 23, "themes.1", "unknown-word"),
        ("activities: [s1-1-1]", "activities: []", 24, "activities", "too-few"),
    ],
)  # fmt: skip
def test_fault_is_one_problem_with_line_and_field(read_site, old, new, line, field, code):
    problems = read_site(changed(old, new)).problems
    assert [(p.path, p.line, p.field, p.code) for p in problems] == [(PATH, line, field, code)]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("activities: [s1-1-1]", "activities: [s9-9-9]", "activities.1"), ("[pond]", "[pool]", "stories.1")],
)
def test_reference_that_leads_nowhere_is_reported(read_site, old, new, field):
    (problem,) = read_site(changed(old, new)).problems
    assert (problem.path, problem.field, problem.code) == (PATH, field, "missing-entry")


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        ("founded: 1982-12-11", "founded: unknown", lambda visit: visit.founded),
        ("run_by: กรมตัวอย่าง", "run_by: unknown", lambda visit: visit.run_by),
        ('phone: "0 7400 0000"', "phone: unknown", lambda visit: visit.contact.phone),
        ("url: https://example.org/centre", "url: unknown", lambda visit: visit.contact.url),
    ],
)
def test_visit_may_say_that_nobody_knows(read_site, old, new, read):
    assembly = read_site(changed(old, new))
    assert assembly.problems == []
    assert read(assembly.catalog.entries["visits"]["centre"].in_locale("th")) is None


@pytest.mark.parametrize("fact", ["kind: museum", "themes: [waste]"])
def test_english_half_holds_no_facts(read_site, fact):
    english = VISIT_EN.replace("run_by:", f"{fact}\nrun_by:")
    (problem,) = read_site(VISIT | {ENGLISH: english}).problems
    assert (problem.path, problem.line, problem.code) == (ENGLISH, 4, "fact-in-translation")


@pytest.mark.parametrize("field", ["speciality", "look_at", "questions", "contact"])
def test_english_half_translates_all_that_a_visitor_needs(read_site, field):
    kept = [
        line for line in VISIT_EN.split("\n") if not line.startswith((field, "  how" if field == "contact" else field))
    ]
    (problem,) = read_site(VISIT | {ENGLISH: "\n".join(kept)}).problems
    assert (problem.path, problem.field, problem.code) == (ENGLISH, field, "missing-field")
