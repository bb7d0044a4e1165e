"""The library's index: what the page's scripts know of every story, small and the same as the plain pages show."""

import json

import pytest
from conftest import STORY_TH
from porpiang.library_index import library_indexes, total_cost
from porpiang.pages.facets import FILTERS


def index(site, locale="th"):
    return json.loads(
        library_indexes(site.catalog)["stories/index.json" if locale == "th" else "en/stories/index.json"]
    )


def test_columns_hold_what_the_story_says_of_itself(read_site):
    stories = index(read_site())["stories"]
    assert stories == {
        "id": ["pond"],
        "title": ["บ้านตัวอย่างเก็บน้ำไว้ใช้"],
        "locale": ["th"],
        "people": [450],
        "baht": [120000],
        "confidence": ["high"],
        "province": [["90"]],
        "region": [["south"]],
        "kind": [["community"]],
        "theme": [["water-forest"]],
        "problem": [["drought"]],
        "lao-type": [["sao"]],
        "strategy": [["s1"]],
    }


def test_every_value_has_a_label_in_the_language_of_the_file(read_site):
    site = read_site()
    for locale, name in (("th", "ภาคใต้"), ("en", "South")):
        found = index(site, locale)
        assert found["labels"]["region"]["south"] == name
        assert set(found["labels"]) == set(FILTERS)
    assert index(site, "en")["labels"]["strategy"]["s1"] == "Strategy 1 A strategy"


def test_story_not_in_english_is_named_and_marked_in_thai(read_site):
    stories = index(read_site({"stories/pond.en.md": None}), "en")["stories"]
    assert (stories["title"], stories["locale"]) == (["บ้านตัวอย่างเก็บน้ำไว้ใช้"], ["th"])


def test_library_beyond_a_thousand_stories_goes_on_in_another_file(read_site, monkeypatch):
    monkeypatch.setattr("porpiang.library_index.PART", 2)
    site = read_site({f"stories/p{number}.th.md": STORY_TH for number in range(4)})
    files = {address: json.loads(text) for address, text in library_indexes(site.catalog).items()}
    thai = {address: file for address, file in files.items() if not address.startswith("en/")}
    assert list(thai) == ["stories/index.json", "stories/index-2.json", "stories/index-3.json"]
    assert thai["stories/index.json"]["parts"] == ["index-2.json", "index-3.json"]
    assert sorted(i for file in thai.values() for i in file["stories"]["id"]) == ["p0", "p1", "p2", "p3", "pond"]
    assert {len(column) for column in thai["stories/index-3.json"]["stories"].values()} == {1}


def test_library_without_stories_has_empty_columns(read_site):
    found = index(read_site({"stories/pond.th.md": None, "stories/pond.en.md": None}))
    assert set(map(len, found["stories"].values())) == {0}
    assert found["parts"] == []


def test_index_has_the_words_that_its_scripts_show(read_site):
    assert index(read_site(), "en")["texts"]["library_found"] == "{count} stories fit"


@pytest.mark.parametrize(
    ("change", "total"),
    [
        ({}, 120000),
        ({"baht: 120000": "baht: unknown"}, None),
        (
            {
                "    sources: [a]\nlegal": "    sources: [a]\n  - {item: ค่าน้ำมัน, baht: 500, year: unknown, paid_by: unknown, sources: [a]}\nlegal"
            },
            120500,
        ),
    ],
)
def test_total_cost_is_known_only_when_every_part_is(read_site, change, total):
    text = STORY_TH
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new)
    story = read_site({"stories/pond.th.md": text}).catalog.entries["stories"]["pond"].in_locale("th")
    assert total_cost(story) == total
