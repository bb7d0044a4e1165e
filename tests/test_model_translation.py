"""Translations: prose only, laid over the Thai facts so that the halves cannot contradict each other."""

import pytest
from conftest import STORY_EN
from porpiang.model import Activity, Story, merge, translation_of

PATH = "stories/pond.en.md"


def test_translation_has_the_prose_of_a_story_and_none_of_its_facts():
    assert set(translation_of(Story).model_fields) == {
        "title", "summary", "lao", "place", "years", "cost", "legal_basis", "budget_source", "results",
        "principles", "conditions", "weaknesses", "not_for", "awards", "sources",
    }  # fmt: skip
    assert set(translation_of(Activity).model_fields) == {"title", "summary", "doers", "steps", "papers", "signs"}


def test_translation_is_the_thai_entry_with_its_prose_in_english(read_site):
    story = read_site().catalog.entries["stories"]["pond"].in_locale("en")
    assert (story.title, story.place.village, story.years.note) == (
        "A village that keeps its water", "Ban Tua Yang", "still going on",
    )  # fmt: skip
    assert (story.place.province, story.years.start, story.themes) == ("90", 2000, ["water-forest"])
    assert (story.cost[0].item, story.cost[0].baht) == ("digging the pond", 120000)
    assert (story.results[0].text, story.results[0].grade) == ("There is water all year.", "recall")


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("lao: Example SAO", "lao: Example SAO\nconfidence: high", 5, "confidence"),
        ("  village: Ban Tua Yang", '  village: Ban Tua Yang\n  province: "90"', 7, "place.province"),
        ("  - text: There is water all year.", "  - text: Water.\n    grade: measured", 14, "results.1.grade"),
        ("  immunity: {text: Water is kept in reserve.}", "  immunity: {text: Water., basis: source}", 15, "principles.immunity.basis"),
        ("  - supports: the water and the money", "  - {id: a, supports: the water}", 21, "sources.1.id"),
    ],
)  # fmt: skip
def test_fact_in_the_english_file_is_refused_and_thai_is_shown(read_site, old, new, line, field):
    assert STORY_EN.count(old) == 1
    assembly = read_site({PATH: STORY_EN.replace(old, new)})
    assert [(p.path, p.line, p.field, p.code) for p in assembly.problems] == [
        (PATH, line, field, "fact-in-translation")
    ]
    assert assembly.problems[0].repair_en.endswith("facts live in the .th.md file only")
    assert assembly.catalog.entries["stories"]["pond"].in_locale("en").title == "บ้านตัวอย่างเก็บน้ำไว้ใช้"


@pytest.mark.parametrize("field", ["title", "summary", "results"])
def test_translation_without_its_main_fields_is_told_which(read_site, field):
    lines = {
        "title": "title: A village that keeps its water\n",
        "results": "results:\n  - text: There is water all year.\n",
    }
    lines["summary"] = "summary: Villagers dug a pond together and have water all year.\n"
    assert lines[field] in STORY_EN
    (problem,) = read_site({PATH: STORY_EN.replace(lines[field], "")}).problems
    assert (problem.path, problem.line, problem.field, problem.code) == (PATH, 1, field, "missing-field")


def test_lists_of_different_length_are_reported_with_both_lengths(read_site):
    (problem,) = read_site({PATH: STORY_EN.replace("awards:\n", "awards:\n  - name: Another award\n")}).problems
    assert (problem.path, problem.line, problem.field, problem.code) == (PATH, 18, "awards", "uneven-lists")
    assert problem.th == "awards มี 2 รายการ แต่ไฟล์ภาษาไทยมี 1 รายการ"
    assert problem.en == "awards has 2 items but the Thai file has 1"


@pytest.mark.parametrize(
    ("facts", "prose", "merged"),
    [
        ({"lao": "ก", "kind": "lao"}, {"lao": "A"}, {"lao": "A", "kind": "lao"}),
        ({"lao": "ก"}, {"lao": "unknown"}, {"lao": "ก"}),
        ({"lao": "ก"}, {"lao": ""}, {"lao": "ก"}),
        ({"place": {"district": "ก"}}, {"place": {"village": "A"}}, {"place": {"district": "ก"}}),
        ({"lao": "ก"}, {"lao": "A", "budget_source": "B"}, {"lao": "A"}),
        ({"steps": ["ก", "ข"]}, {"steps": ["a", "b"]}, {"steps": ["a", "b"]}),
        ({"awards": [{"name": "ก", "year": 1}]}, {"awards": [{"name": "A"}]}, {"awards": [{"name": "A", "year": 1}]}),
    ],
    ids=[
        "prose",
        "unknown in English",
        "left empty",
        "field of a group not in Thai",
        "field not in Thai",
        "list",
        "list of groups",
    ],
)
def test_prose_replaces_prose_and_never_what_is_known(facts, prose, merged):
    assert merge(facts, prose) == (merged, [])


@pytest.mark.parametrize(
    ("facts", "prose", "uneven"),
    [
        pytest.param(
            {"tactics": [{"activities": [{"text": "ก"}]}]}, {"tactics": [{"activities": [{"text": "a"}, {"text": "b"}]}]},
            (("tactics", 0, "activities"), 2, 1), id="too many",
        ),
        pytest.param({"steps": ["ก", "ข"]}, {"steps": ["a"]}, (("steps",), 1, 2), id="too few"),
        pytest.param({"steps": "ก"}, {"steps": ["a"]}, (("steps",), 1, 0), id="no list in Thai"),
        pytest.param({"cost": "unknown"}, {"cost": [{"item": "c"}]}, (("cost",), 1, 0), id="unknown list in Thai"),
        pytest.param({"awards": []}, {"awards": [{"name": "A"}]}, (("awards",), 1, 0), id="none in Thai"),
        pytest.param({"lao": "unknown"}, {"lao": "A"}, (("lao",), 1, 0), id="unknown in Thai"),
        pytest.param({"place": {}}, {"place": {"village": "A"}}, (("place",), 1, 0), id="empty group in Thai"),
    ],
)  # fmt: skip
def test_prose_that_does_not_fit_the_thai_is_told_and_the_thai_stays(facts, prose, uneven):
    assert merge(facts, prose) == (facts, [uneven])


def test_thai_front_matter_is_not_changed_by_laying_english_over_it():
    facts = {"place": {"village": "ก"}}
    merge(facts, {"place": {"village": "A"}})
    assert facts == {"place": {"village": "ก"}}
