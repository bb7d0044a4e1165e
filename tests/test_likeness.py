"""Which stories are most like an LAO: the shared vectors, and the rule as it is published."""

import json

import pytest
from conftest import REAL, ROOT, STORY_TH
from porpiang.library_index import library_indexes
from porpiang.likeness import likeness_rule, most, rank
from porpiang.scoring import Rule, read_rule

SHARED = json.loads((ROOT / "tests" / "likeness_vectors.json").read_text(encoding="utf-8"))
VECTORS = SHARED["vectors"]
RULE = Rule.model_validate(SHARED["rule"])


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_stories_are_ranked_as_the_vector_says(vector):
    ranked = rank(vector["question"], vector["stories"], RULE)
    found = [{"id": story.id, "score": story.score, "outcomes": list(story.outcomes)} for story in ranked]
    assert found == vector["expected"]
    assert most(vector["question"], RULE) == vector["most"]


def test_vectors_reach_every_outcome():
    reached = {name for vector in VECTORS for story in vector["expected"] for name in story["outcomes"]}
    assert reached == {outcome for outcomes in RULE.criteria.values() for outcome in outcomes}
    assert len(VECTORS) >= 25


def test_band_that_is_not_of_the_rule_is_a_fault_of_the_program():
    story = {name: column[:1] for name, column in VECTORS[-1]["stories"].items()}
    with pytest.raises(ValueError, match="huge"):
        rank({"budget": "huge"}, story, RULE)


def test_published_rule_is_the_rule_of_the_vocabulary(read_site):
    catalog = read_site().catalog
    ((path, text),) = likeness_rule(catalog).items()
    assert path == "data/like-mine.json"
    assert Rule.model_validate_json(text) == read_rule(catalog.vocabulary)
    assert json.loads(text)["budget_bands"][-1]["up_to"] is None
    assert "ไม่ทราบว่าใช้เงินเท่าไร" in text


def test_index_of_the_library_is_ranked_as_it_is_published(read_site):
    town = STORY_TH.replace("lao_type: sao", "lao_type: town-municipality").replace("people: 450", "people: unknown")
    catalog = read_site({"stories/town.th.md": town}).catalog
    stories = json.loads(library_indexes(catalog)["stories/index.json"])["stories"]
    question = {"lao-type": "sao", "province": "84", "problem": "drought", "budget": "small", "size": "tiny"}
    pond, other = rank(question, stories, read_rule(catalog.vocabulary))
    assert (pond.id, other.id) == ("pond", "town")
    assert pond.outcomes == (
        "lao-type-same", "region-same", "problem-main", "budget-over", "size-same", "confidence-high",
    )  # fmt: skip
    assert other.outcomes[0] == "lao-type-other"
    assert "size-unknown" in other.outcomes


def test_points_are_changed_in_the_words_alone(read_site):
    words = REAL["_vocabulary/likeness.yml"]
    old = 'en: "The evidence is of high confidence", points: "1"'
    assert words.count(old) == 1
    catalog = read_site({"_vocabulary/likeness.yml": words.replace(old, old.replace('"1"', '"7"'))}).catalog
    stories = json.loads(library_indexes(catalog)["stories/index.json"])["stories"]
    assert rank({}, stories, read_rule(catalog.vocabulary))[0].score == 7


def test_rule_is_published_once_and_anew_when_its_words_change(build_site):
    words = REAL["_vocabulary/likeness.yml"]
    site, _ = build_site()
    before = json.loads((site / "data" / "like-mine.json").read_text(encoding="utf-8"))
    changed = words.replace('"ไม่ทราบประเภท อปท."', '"ไม่รู้ประเภท"')
    assert changed != words
    site, _ = build_site({"_vocabulary/likeness.yml": changed})
    after = json.loads((site / "data" / "like-mine.json").read_text(encoding="utf-8"))
    assert before["criteria"]["lao-type"]["lao-type-unknown"]["th"] == "ไม่ทราบประเภท อปท."
    assert after["criteria"]["lao-type"]["lao-type-unknown"]["th"] == "ไม่รู้ประเภท"
    assert not (site / "en" / "data" / "like-mine.json").exists()
