"""What an edit changes while serving: the page itself, every list that shows it, and nothing else."""

import pytest
from conftest import ACTIVITY_EN, MINIMAL, STORY_EN, STORY_TH
from porpiang.changes import changed_pages, edited_entries

TH, EN = "stories/pond.th.md", "stories/pond.en.md"
WELL = {"stories/well.th.md": STORY_TH, "stories/well.en.md": STORY_EN}
THIRD = {"stories/third.th.md": STORY_TH}  # so that the problem has a page with one of them less
RENAMED = {TH: STORY_TH.replace("title: บ้านตัวอย่าง", "title: บ้านดี")}  # before the well, as it was
BOTH = ("th", "en")


def pages(*names, locales=BOTH):
    return {f"{name}.{locale}.md" for name in names for locale in locales}


LISTS = (  # every page that shows the pond's card or title, with the maps and figures that count it
    "index", "stories/index", "plan/s1", "activities/s1-1-1", "stories/province/90", "stories/region/south",
    "stories/kind/community", "stories/theme/water-forest", "stories/lao-type/sao",
)  # fmt: skip


@pytest.fixture
def edit(read_site):
    """Return a function that tells the pages and entries that differ between two states of the tiny site."""

    def _edit(before, after):
        old, new = read_site(before), read_site(after)
        return changed_pages(new, old, None), edited_entries(new, old)

    return _edit


def test_nothing_changes_when_the_same_is_read_again(edit):
    assert edit({}, {}) == (set(), set())


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (TH, "หน้าแล้งน้ำไม่พอ", "หน้าแล้งไม่มีน้ำ"),
        (EN, "Water ran short", "There was no water"),
        ("activities/s1-1-1.en.md", "Begin with what is there.", "Begin."),
        ("index.th.md", "คำนำ", "คำนำใหม่"),
    ],
    ids=["story", "translation", "guide", "home page"],
)
def test_edit_below_the_front_matter_marks_only_that_page(edit, path, old, new):
    assert MINIMAL[path].count(old) == 1
    assert edit({}, {path: MINIMAL[path].replace(old, new)}) == ({path}, set())


def test_new_title_marks_the_lists_that_show_it_and_no_other_story(edit):
    changed, edited = edit(WELL, WELL | RENAMED)
    assert edited == {("stories", "pond")}
    assert changed == {TH} | pages(*LISTS, "stories/problem/drought", locales=["th"])


def test_new_title_that_changes_the_order_marks_the_english_lists_too(edit):
    changed, _ = edit(WELL, WELL | {TH: STORY_TH.replace("title: บ้านตัวอย่าง", "title: บ้านใหม่")})
    assert pages("stories/index", "stories/theme/water-forest") <= changed
    assert changed.isdisjoint({EN, *WELL})


def test_new_title_of_a_translation_marks_english_pages_only(edit):
    changed, edited = edit(WELL, WELL | {EN: STORY_EN.replace("A village", "One village")})
    assert edited == {("stories", "pond")}
    assert changed == {EN} | pages(*LISTS, "stories/problem/drought", locales=["en"])


def test_new_title_of_a_story_not_yet_translated_marks_the_english_lists_too(edit):
    changed, _ = edit({EN: None}, {EN: None} | RENAMED)
    assert changed == {TH} | pages(*LISTS)


def test_fact_that_no_list_shows_marks_both_halves_of_the_story_only(edit):
    changed, edited = edit({}, {TH: STORY_TH.replace("baht: 120000", "baht: 90000")})
    assert (changed, edited) == ({TH, EN}, {("stories", "pond")})


def test_new_title_of_a_guide_marks_the_stories_that_name_it(edit):
    guide = {"activities/s1-1-1.en.md": ACTIVITY_EN.replace("Gather what", "Collect what")}
    changed, edited = edit({}, guide)
    assert edited == {("activities", "s1-1-1")}
    assert changed == pages(
        "activities/s1-1-1", "plan/s1", "plan/coverage", "stories/pond", "knowledge/philosophy", locales=["en"]
    )


@pytest.mark.parametrize("other", [{}, {"stories/page-of-its-own.th.md": STORY_TH} | THIRD], ids=["first", "one more"])
def test_new_story_marks_itself_and_the_lists(edit, other):
    changed, edited = edit({TH: None, EN: None} | other, other)
    assert edited == {("stories", "pond")}
    assert {TH, EN} | pages(*LISTS) | pages("plan/coverage") <= changed
    assert "stories/page-of-its-own.th.md" not in changed


def test_problem_that_now_has_a_page_is_linked_from_the_story_before(edit):
    changed, _ = edit({}, WELL)
    assert pages("stories/problem/drought", "stories/problem/index", "stories/pond", "stories/index") <= changed


def test_removed_story_marks_the_lists_that_showed_it(edit):
    changed, edited = edit(WELL | THIRD, WELL | THIRD | {TH: None, EN: None})
    assert edited == {("stories", "pond")}
    assert pages(*LISTS) | pages("plan/coverage") <= changed
    assert changed.isdisjoint(WELL)


def test_page_that_a_growing_list_now_needs_is_marked(edit):
    fifty = {f"stories/p{number}.th.md": STORY_TH for number in range(49)}
    changed, _ = edit(fifty, fifty | {"stories/zzz.th.md": STORY_TH})
    assert pages("stories/page/2", "stories/theme/water-forest/page/2", "activities/s1-1-1/stories/page/2") <= changed
    assert changed.isdisjoint(fifty)


def test_story_adapted_from_an_edited_one_is_marked(edit):
    copy = {"stories/well.th.md": STORY_TH.replace("adapted_from: []", "adapted_from: [pond]")}
    changed, edited = edit(WELL | copy, WELL | copy | RENAMED)
    assert edited == {("stories", "pond")}
    assert changed == {TH, "stories/well.th.md"} | pages(*LISTS, "stories/problem/drought", locales=["th"])


def test_changed_word_marks_everything(edit, read_site):
    words = "_vocabulary/themes.yml"
    assert MINIMAL[words].count("en: Waste}") == 1
    after = {words: MINIMAL[words].replace("en: Waste}", "en: Rubbish}")}
    site = read_site(after)
    assert edit({}, after)[0] == site.pages.keys() | site.computed.keys()


def test_translation_taken_away_marks_the_thai_page_that_stands_in_for_it(edit):
    changed, edited = edit({}, {EN: None})
    assert edited == {("stories", "pond")}
    assert TH in changed


def test_page_that_can_no_longer_be_read_is_marked(edit):
    changed, _ = edit({}, {EN: STORY_EN.replace("lao: Example SAO", "lao_type: sao")})
    assert EN in changed
