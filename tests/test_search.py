"""What the search knows of each page: the filters it answers to, and the small files that its script reads."""

import json

import pytest
from conftest import COURSE, STORY_EN, STORY_TH, VISIT
from porpiang.search import LONGEST, NARROWED_BY, SHORTEST, entry_filters, search_files, standing_filters

SECOND = {
    "stories/well.th.md": STORY_TH.replace("title: บ้านตัวอย่าง", "title: บ้านบ่อ"),
    "stories/well.en.md": STORY_EN.replace("A village", "Another village"),
}
WORDS = {"th": "search/words.json", "en": "en/search/words.json"}
SPELLING = {"th": "search/spelling.json", "en": "en/search/spelling.json"}


@pytest.fixture
def filters(read_site):
    """Return a function that gives the filters of an entry of the tiny site with some files changed."""

    def _filters(kind: str, entry_id: str, changes=None):
        catalog = read_site(changes).catalog
        return entry_filters(catalog, catalog.entries[kind][entry_id])

    return _filters


@pytest.fixture
def files(read_site):
    """Return a function that gives the search's files of the tiny site with some files changed."""
    return lambda changes=None: {
        path: json.loads(text) for path, text in search_files(read_site(changes).catalog).items()
    }


def test_story_is_narrowed_by_everything_it_says_of_itself(filters):
    assert filters("stories", "pond") == {
        "page": ["stories"],
        "kind": ["community"],
        "region": ["south"],
        "province": ["90"],
        "lao-type": ["sao"],
        "theme": ["water-forest"],
        "strategy": ["s1"],
    }


def test_visit_is_narrowed_by_where_it_is_and_what_it_is_about(filters):
    assert filters("visits", "centre", VISIT) == {
        "page": ["visits"],
        "region": ["south"],
        "province": ["90"],
        "theme": ["water-forest"],
        "strategy": ["s1"],
    }


def test_course_is_narrowed_by_strategy_and_its_module_by_kind_of_page(filters):
    assert filters("curricula", "course", COURSE) == {"page": ["curricula"], "strategy": ["s1"]}
    assert filters("modules", "course/book", COURSE)["page"] == ["modules"]


@pytest.mark.parametrize("name", ["curricula", "visits"])
def test_index_of_courses_and_of_visits_is_found_among_them(name):
    assert standing_filters(f"{name}/index") == {"page": [name]}


def test_spelling_knows_where_visits_lie(files):
    there = VISIT | {"stories/pond.th.md": None, "stories/pond.en.md": None}
    assert "Sadao" in files(there)[SPELLING["en"]]


def test_story_of_unknown_body_with_activities_of_two_strategies(filters):
    more = STORY_TH.replace("lao_type: sao", "lao_type: unknown").replace("[s1-1-1]", "[s4-1-1, s1-1-1]")
    found = filters("stories", "pond", {"stories/pond.th.md": more.replace("[water-forest]", "[waste, energy]")})
    assert (found["lao-type"], found["strategy"], found["theme"]) == ([], ["s1", "s4"], ["waste", "energy"])


def test_other_entries_are_narrowed_by_kind_and_strategy(filters):
    assert filters("activities", "s1-1-1") == {"page": ["activities"], "strategy": ["s1"]}
    assert filters("plan", "s3") == {"page": ["plan"], "strategy": ["s3"]}
    assert filters("knowledge", "philosophy") == {"page": ["knowledge"], "strategy": ["s1"]}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index", "site"),
        ("search/index", "site"),
        ("contribute/index", "site"),
        ("plan/index", "plan"),
        ("plan/source/index", "plan"),
        ("stories/index", "lists"),
        ("knowledge/index", "knowledge"),
    ],
)
def test_page_that_is_no_entry_is_of_the_kind_of_its_folder(name, kind):
    assert standing_filters(name) == {"page": [kind]}


def test_every_filter_of_every_page_has_a_label_in_both_languages(read_site, files):
    site = read_site(SECOND)
    for words in (files(SECOND)[path] for path in WORDS.values()):
        for path in [*site.pages, *site.computed]:
            for name, values in (site.search_filters(path) or {}).items():
                assert name in NARROWED_BY
                assert set(values) <= words["labels"][name].keys(), path


def test_second_page_of_every_long_list_is_not_found(read_site):
    site = read_site({f"stories/p{number}.th.md": STORY_TH for number in range(120)})
    later = [path for path in site.computed if "/page/" in path]
    lists = {path.partition("/page/")[0] for path in later}
    assert lists >= {
        "stories", "stories/province/90", "stories/region/south", "stories/kind/community", "stories/lao-type/sao",
        "stories/theme/water-forest", "stories/problem/drought", "activities/s1-1-1/stories",
    }  # fmt: skip
    assert [path for path in later if site.search_filters(path) is not None] == []
    for found in lists - {"stories", "activities/s1-1-1/stories"}:
        assert site.search_filters(f"{found}.th.md") is not None, found


def test_list_without_a_story_and_file_that_cannot_be_read_are_not_found(read_site):
    site = read_site({"stories/second.th.md": "---\ntitle: [\n---\n"})
    assert site.search_filters("stories/theme/waste.th.md") is None
    assert site.search_filters("stories/second.th.md") is None
    assert site.search_filters("stories/theme/water-forest.th.md") == {"page": ["lists"]}


def test_each_language_has_its_own_files(files):
    found = files()
    assert set(found) == {*WORDS.values(), *SPELLING.values()}
    assert found[WORDS["th"]]["options"] == {"exactDiacritics": True}
    assert found[WORDS["en"]]["options"] == {}


def test_labels_are_in_the_language_and_in_the_order_of_the_lists(files, read_site):
    thai, english = (files()[path]["labels"] for path in WORDS.values())
    assert list(thai) == list(english) == list(NARROWED_BY)
    assert (thai["page"]["stories"], english["page"]["stories"]) == ("แบบอย่าง", "Stories")
    assert (thai["province"]["90"], english["province"]["90"]) == ("สงขลา", "Songkhla")
    assert thai["strategy"]["s2"].startswith("ยุทธศาสตร์ที่ 2 ")
    vocabulary = read_site().catalog.vocabulary
    assert list(thai["theme"]) == list(vocabulary["themes"])
    assert list(thai["kind"]) == list(vocabulary["story_kinds"])
    assert all(values.keys() == english[name].keys() for name, values in thai.items())


def test_only_problems_with_a_page_are_offered(files):
    assert [files()[path]["problems"] for path in WORDS.values()] == [{}, {}]
    assert [files(SECOND)[path]["problems"] for path in WORDS.values()] == [
        {"drought": "น้ำไม่พอหน้าแล้ง"},
        {"drought": "Not enough water in the dry season"},
    ]


def test_sentences_are_all_those_of_the_search_in_the_language(files, read_site):
    catalog = read_site().catalog
    for locale, path in WORDS.items():
        texts = files()[path]["texts"]
        assert texts["search_none"] == catalog.text("search_none", locale)
        assert {f"filter_{name}" for name in NARROWED_BY} | {
            "filter_any",
            "search_failed",
            "search_terms",
        } <= texts.keys()
        assert all(key.startswith(("search_", "filter_")) for key in texts)


def test_words_people_type_lead_to_the_form_of_each_language(files):
    thai, english = (files()[path] for path in WORDS.values())
    assert {"tao", "อบต"} <= set(thai["forms"]["zzbsazau"])
    assert {"tao", "อบต"} <= set(english["forms"]["SAO"])
    assert thai["ignored"] == english["ignored"] == sorted(thai["ignored"])
    assert {"อย่างไร", "how"} <= set(thai["ignored"])


def test_spelling_knows_titles_places_and_labels(files):
    thai, english = (files()[path] for path in SPELLING.values())
    assert {"สงขลา", "สะเดา", "ปริก", "จัดการขยะ", "เศรษฐกิจพอเพียง"} <= set(thai)
    assert "บ้านตัวอย่างเก็บน้ำไว้ใช้" not in thai, "longer than anything that is compared"
    assert {"water", "Songkhla", "Sadao", "Prik", "village", "sufficiency"} <= set(english)
    for words in (thai, english):
        assert words == sorted(words)
        assert len({word.lower() for word in words}) == len(words), "a word is offered twice"
        assert all(SHORTEST <= len(word) <= LONGEST for word in words)


def test_place_that_is_not_known_gives_no_word(files):
    nowhere = STORY_TH.replace("district: สะเดา\n  subdistrict: ปริก", "district: unknown\n  subdistrict: unknown")
    english = files({"stories/pond.th.md": nowhere})[SPELLING["en"]]
    assert {"Sadao", "Prik"}.isdisjoint(english)
    assert "Songkhla" in english
