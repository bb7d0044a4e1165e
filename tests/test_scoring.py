"""The rule of likeness as editors write it: read whole, and every fault named by file, line and field."""

import re

import pytest
from conftest import DOCS, REAL
from porpiang.scoring import OUTCOMES, read_rule

RULE, BUDGET, SIZE = (f"_vocabulary/{name}.yml" for name in ("likeness", "budget_bands", "size_bands"))


@pytest.fixture
def rule(read_site):
    return read_rule(read_site().catalog.vocabulary)


def change(path, old, new):
    """Return a changed file of the real words, and the line of the change."""
    text = REAL[path]
    assert text.count(old) == 1, f"{path}: {old}"
    return {path: text.replace(old, new)}, text[: text.index(old)].count("\n") + 1


def test_every_outcome_has_points_and_both_sentences(rule):
    assert {criterion: tuple(outcomes) for criterion, outcomes in rule.criteria.items()} == OUTCOMES
    same = rule.criteria["lao-type"]["lao-type-same"]
    assert (same.points, same.th, same.en) == (3, "เป็นประเภทเดียวกัน: {label}", "The same type: {label}")


def test_what_fits_has_points_and_what_differs_or_is_unknown_has_none(rule):
    points = {name: found.points for outcomes in rule.criteria.values() for name, found in outcomes.items()}
    for name, value in points.items():
        against = name.endswith(("-other", "-unknown", "-over", "-far", "-medium"))
        assert (value <= 0) == against, name


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("lao-type-same", "lao-type-near"), ("lao-type-near", "lao-type-other"), ("province-same", "region-same"),
        ("problem-main", "problem-also"), ("budget-unknown", "budget-over"), ("size-same", "size-next"),
    ],
)  # fmt: skip
def test_nearer_is_worth_more(rule, better, worse):
    points = {name: found.points for outcomes in rule.criteria.values() for name, found in outcomes.items()}
    assert points[better] > points[worse]


def test_a_reason_is_filled_in_alike_in_both_languages(rule):
    for outcomes in rule.criteria.values():
        for name, found in outcomes.items():
            assert re.findall(r"\{\w+\}", found.th) == re.findall(r"\{\w+\}", found.en), name
            assert set(re.findall(r"\{(\w+)\}", found.th)) <= {"label"}, name


def test_near_types_are_those_of_a_subdistrict_and_the_municipalities(rule):
    assert [set(group) for group in rule.near] == [
        {"sao", "subdistrict-municipality"},
        {"city-municipality", "town-municipality", "subdistrict-municipality"},
    ]


def test_every_province_is_in_the_region_of_the_rule(rule):
    assert "90" in rule.regions["south"]
    assert sum(map(len, rule.regions.values())) == 77


@pytest.mark.parametrize("name", ["budget_bands", "size_bands"])
def test_bands_rise_to_one_without_an_end_and_say_their_end_in_words(rule, name):
    bands = getattr(rule, name)
    *ends, last = (band.up_to for band in bands)
    assert ends == sorted(set(ends))
    assert last is None
    for before, band in zip((None, *bands), bands, strict=False):
        number = band.up_to or before.up_to
        assert f"{number:,}" in band.th
        assert f"{number:,}" in band.en


@pytest.mark.parametrize(
    ("path", "old", "new", "field", "code", "shown"),
    [
        (RULE, 'same size as ours", points: "2"', 'same size as ours", points: two', "size-same.points", "not-a-whole-number", "two"),
        (RULE, 'same size as ours", points: "2"', 'same size as ours", points: "1.5"', "size-same.points", "not-a-whole-number", "1.5"),
        (RULE, 'same size as ours", points: "2"', 'same size as ours", points: "๒"', "size-same.points", "not-a-whole-number", "๒"),
        (RULE, 'same size as ours", points: "2"', 'same size as ours", points: [2]', "size-same.points", "not-a-whole-number", "2"),
        (RULE, 'same size as ours", points: "2"', 'same size as ours", points: ""', "size-same.points", "missing-field", "points"),
        (RULE, 'same size as ours", points: "2"', 'same size as ours"', "size-same.points", "missing-field", "points"),
        (RULE, "groups: [[sao, ", "groups: [[soa, ", "lao-type-near.groups", "unknown-word", "soa"),
        (RULE, "groups: [[sao, subdistrict-municipality], ", "groups: [sao, ", "lao-type-near.groups", "wrong-type", "[["),
        (BUDGET, 'up_to: "100000"', 'up_to: "100,000"', "small.up_to", "not-a-whole-number", "100,000"),
        (BUDGET, 'up_to: "100000"', 'up_to: "-1"', "small.up_to", "not-a-whole-number", "-1"),
        (BUDGET, ', up_to: "100000"', "", "small.up_to", "missing-field", "up_to"),
        (BUDGET, 'up_to: "100000"', 'up_to: "20000"', "small.up_to", "band-order", "20000"),
        (SIZE, 'en: "More than 30,000 people"', 'en: "More", up_to: "90000"', "city.up_to", "last-band", "up_to"),
    ],
)  # fmt: skip
def test_fault_is_reported_with_line_and_field_and_the_site_stands(read_site, path, old, new, field, code, shown):
    changes, line = change(path, old, new)
    site = read_site(changes)
    (problem,) = site.problems
    assert (problem.path, problem.line, problem.field, problem.code) == (path, line, field, code)
    assert shown in problem.th
    assert shown in problem.en
    assert site.lay_out("stories/like-mine.th.md", "", None)


def test_outcome_that_is_not_there_counts_nothing_and_is_reported(read_site):
    text = re.sub(r"^size-far: .*\n", "", REAL[RULE], flags=re.MULTILINE)
    site = read_site({RULE: text})
    assert [(problem.field, problem.code) for problem in site.problems] == [("size-far", "missing-field")]
    assert read_rule(site.catalog.vocabulary).criteria["size"]["size-far"].points == 0


def test_outcome_that_nothing_comes_to_is_reported_with_the_nearest(read_site):
    changes, line = change(RULE, "size-far:", "size-afar:")
    found = {problem.field: problem for problem in read_site(changes).problems}
    assert found["size-afar"].line == line
    assert "size-far" in found["size-afar"].repair_en
    assert found["size-far"].code == "missing-field"


@pytest.mark.parametrize("path", [RULE, BUDGET, SIZE])
def test_file_that_is_gone_is_reported_once_and_the_site_stands(read_site, path):
    site = read_site({path: None})
    assert [(problem.path, problem.code) for problem in site.problems] == [(path, "missing-words")]
    assert site.lay_out("stories/like-mine.en.md", "", None)


def test_comment_tells_editors_of_the_score_in_both_languages():
    comment = (DOCS / RULE).read_text(encoding="utf-8").split("\nlao-type-same")[0]
    assert all(line.startswith("#") for line in comment.split("\n"))
    assert "ไม่ใช่เกณฑ์ของทางราชการ" in comment
    assert "Equal scores: high confidence first" in comment
