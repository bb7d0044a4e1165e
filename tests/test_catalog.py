"""The catalog: entries in the language asked for, what serves an activity, words that may be missing."""

import dataclasses

from conftest import COURSE, DOCS, STORY_TH, VISIT
from porpiang.assembly import Assembly, assemble, read_files
from porpiang.pages import computed_pages
from shown import lay_out


def test_entry_speaks_the_language_asked_for(read_site):
    pond = read_site().catalog.entries["stories"]["pond"]
    assert pond.uri == "stories/pond.md"
    assert pond.locale("en") == "en"
    assert pond.in_locale("en").title == "A village that keeps its water"
    assert pond.in_locale("th").title == "บ้านตัวอย่างเก็บน้ำไว้ใช้"
    assert "They dug a pond" in pond.body("en")


def test_entry_not_yet_translated_speaks_thai(read_site):
    pond = read_site({"stories/pond.en.md": None}).catalog.entries["stories"]["pond"]
    assert pond.locale("en") == "th"
    assert pond.in_locale("en").title == "บ้านตัวอย่างเก็บน้ำไว้ใช้"
    assert "ขุดสระร่วมกัน" in pond.body("en")


def test_entries_are_in_order_of_id(read_site):
    catalog = read_site({"stories/zebra.th.md": STORY_TH, "stories/ant.th.md": STORY_TH}).catalog
    assert [entry.id for entry in catalog.of("stories")] == ["ant", "pond", "zebra"]
    assert catalog.of("no-such-kind") == []


def test_activity_knows_everything_that_serves_it(read_site):
    both = STORY_TH.replace("activities: [s1-1-1]", "activities: [s1-1-1, s2-1-1]")
    catalog = read_site({"stories/both.th.md": both}).catalog
    served = {
        activity: {kind: [entry.id for entry in entries] for kind, entries in kinds.items()}
        for activity, kinds in catalog.serving.items()
    }
    assert served == {
        "s1-1-1": {"stories": ["both", "pond"], "knowledge": ["philosophy"]},
        "s2-1-1": {"stories": ["both"]},
    }
    assert {activity: strategy.id for activity, strategy in catalog.strategy_of.items()} == {
        "s1-1-1": "s1",
        "s2-1-1": "s2",
        "s3-1-1": "s3",
        "s4-1-1": "s4",
    }


def test_entry_knows_everything_that_names_it(read_site):
    module = COURSE["curricula/course/book.th.md"].replace("visits: []", "visits: [centre]")
    catalog = read_site(COURSE | VISIT | {"curricula/course/book.th.md": module}).catalog

    def names(kind, entry_id):
        return {kind: [entry.id for entry in found] for kind, found in catalog.naming.get((kind, entry_id), {}).items()}

    assert names("stories", "pond") == {"modules": ["course/book"], "visits": ["centre"]}
    assert names("visits", "centre") == {"modules": ["course/book"]}
    assert names("modules", "course/book") == {"curricula": ["course"]}
    assert names("curricula", "course") == {}


def test_sentence_is_filled_in_for_each_language(read_site):
    catalog = read_site().catalog
    assert catalog.text("stories", "th", count=3) == "3 เรื่อง"
    assert catalog.text("stories", "en", count=3) == "3 stories"
    assert catalog.label("themes", "waste", "en") == "Waste"


def test_braces_in_what_is_filled_in_and_in_the_sentence_are_left_as_they_are(read_site):
    catalog = read_site(
        {"_vocabulary/interface.yml": "stories: {th: '{cuont} {count} {}', en: '{count:,} {0}'}"}
    ).catalog
    assert catalog.text("stories", "th", count="{x} {") == "{cuont} {x} { {}"
    assert catalog.text("stories", "en", count=3) == "{count:,} {0}"


def test_name_in_braces_in_what_is_filled_in_is_left_as_it_is(read_site):
    assert read_site().catalog.text("page_of", "en", title="{number}", number=2) == "{number}, page 2"


def test_missing_word_shows_its_key_instead_of_breaking_the_site(read_site):
    assembly = read_site({"_vocabulary/kinds.yml": "plan: {th: แผน, en: Plan}"})
    catalog = assembly.catalog
    assert catalog.text("nobody-wrote-this", "th", count=1) == "nobody-wrote-this"
    assert catalog.label("kinds", "stories", "th") == "stories"
    assert "<b>stories</b> (1)" in lay_out(assembly, "plan/s1.th.md")


def test_every_sentence_that_the_real_pages_use_is_written(outlines):
    asked = set()

    class Noting(dict):
        def get(self, key, default=None):
            asked.add(key)
            return super().get(key, default)

    catalog = assemble(read_files(DOCS)).catalog
    noting = Noting(catalog.vocabulary["interface"])
    catalog = dataclasses.replace(catalog, vocabulary={**catalog.vocabulary, "interface": noting})
    site = Assembly(catalog, computed_pages(catalog, outlines))
    for path in (*site.pages, *site.computed):
        site.lay_out(path, "", outlines)
    assert len(asked) > 50, "the pages no longer ask the catalog for their sentences"
    assert asked - noting.keys() == set()
