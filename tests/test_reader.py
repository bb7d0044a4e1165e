"""From files to a catalog: halves joined, and every fault named by path, line, field and code."""

import pytest
from conftest import ACTIVITY_EN, ARTICLE_TH, REAL, STORY_EN, STORY_TH, standing, strategy
from porpiang.reader import read_catalog

TH, EN = "stories/pond.th.md", "stories/pond.en.md"


def line(text, words):
    """Return the line on which words stand in a text for the first time."""
    return text[: text.index(words)].count("\n") + 1


def places(assembly):
    return [(p.path, p.line, p.field, p.code) for p in assembly.problems]


def test_thai_facts_and_english_prose_become_one_story(read_site):
    story = read_site().catalog.entries["stories"]["pond"].in_locale("en")
    assert (story.lao, story.place.village, story.cost[0].item) == ("Example SAO", "Ban Tua Yang", "digging the pond")
    assert (story.place.district, story.cost[0].baht, story.results[0].grade) == ("สะเดา", 120000, "recall")


SECOND_RESULT = STORY_TH.replace("principles:", "  - {text: ปลามาก, grade: recall, sources: [a]}\nprinciples:")
SECOND_SOURCE = STORY_TH.replace(
    "confidence: high",
    "  - {id: a, title: อีกหน้า, url: 'https://example.org', date: unknown, supports: ปลา}\nconfidence: high",
)
TWO_SOURCES_EN = STORY_EN.replace(
    "  - supports: the water and the money", "  - supports: the water\n  - supports: fish"
)
NO_LESSONS = STORY_TH.replace("## บทเรียน", "### บทเรียน")
LAO_IN_ENGLISH = STORY_EN.replace("years:", "lao_type: sao\nyears:")
NO_RESULTS_EN = STORY_EN.replace("results:\n  - text: There is water all year.\n", "")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {TH: STORY_TH.replace("    grade: recall\n    sources: [a]", "    grade: recall\n    sources: [a, b]")},
            [(TH, line(STORY_TH, "grade: recall") + 1, "results.1.sources.2", "missing-source")],
            id="result cites a source that is not listed",
        ),
        pytest.param(
            {TH: STORY_TH.replace("ร่วมกันออก\n    sources: [a]", "ร่วมกันออก\n    sources: [c]")},
            [(TH, line(STORY_TH, "paid_by") + 1, "cost.1.sources.1", "missing-source")],
            id="cost cites a source that is not listed",
        ),
        pytest.param(
            {TH: SECOND_SOURCE, EN: TWO_SOURCES_EN},
            [(TH, line(SECOND_SOURCE, "อีกหน้า"), "sources.2.id", "duplicate-id")],
            id="source id used twice",
        ),
        pytest.param(
            {TH: SECOND_RESULT},
            [(EN, line(STORY_EN, "results:"), "results", "uneven-lists")],
            id="a result is not translated",
        ),
        pytest.param(
            {EN: LAO_IN_ENGLISH},
            [(EN, line(LAO_IN_ENGLISH, "lao_type"), "lao_type", "fact-in-translation")],
            id="fact in the English file",
        ),
        pytest.param({EN: NO_RESULTS_EN}, [(EN, 1, "results", "missing-field")], id="English without results"),
        pytest.param(
            {TH: NO_LESSONS}, [(TH, line(STORY_TH, "\n## สภาพเดิม"), "", "missing-section")], id="heading of the wrong level"
        ),
        pytest.param({TH: None}, [(EN, 1, "", "no-thai-page")], id="English without Thai"),
        pytest.param({TH: "---\ntitle: [\n---\n"}, [(TH, 3, "", "broken-yaml")], id="broken Thai does not blame the English"),
        pytest.param({"stories/Big Pond.th.md": STORY_TH}, [("stories/Big Pond.th.md", 1, "", "bad-id")], id="bad id"),
        pytest.param(
            {"stories/south/pool.th.md": STORY_TH}, [("stories/south/pool.th.md", 1, "", "misplaced-file")], id="too deep"
        ),
        pytest.param(
            {"stories/south/pond.th.md": STORY_TH}, [("stories/south/pond.th.md", 1, "", "duplicate-id")], id="id used elsewhere"
        ),
        pytest.param({"notes.md": "ข้อความ"}, [("notes.md", 1, "", "no-language")], id="no language in the name"),
        pytest.param(
            {"contribute/index.th.md": "---\ntitle: ร่วมเขียน\n---\n\n<b>x\n"},
            [("contribute/index.th.md", 1, "summary", "missing-field"), ("contribute/index.th.md", 5, "", "raw-html")],
            id="page that is no entry",
        ),
        pytest.param(
            {TH: STORY_TH.replace("หน้าแล้งน้ำ", "หน้าแล้งน\u0e49\u0e4d\u0e32")},
            [(TH, line(STORY_TH, "หน้าแล้งน้ำ"), "", "thai-text")],
            id="broken sara am",
        ),
        pytest.param(
            {"_vocabulary/errata.yml": None, "_vocabulary/lao_types.yml": None, TH: STORY_TH.replace("lao_type: sao", "lao_type: unknown")},
            [("_vocabulary/lao_types.yml", 1, "", "missing-words")],
            id="list of words missing",
        ),
        pytest.param(
            {"_vocabulary/regions.yml": REAL["_vocabulary/regions.yml"].replace('"50", ', "").replace('"20", ', '"20", "90", ')},
            [("_vocabulary/regions.yml", 1, "", "province-region")] * 2,
            id="province in no region and in two",
        ),
    ],
)  # fmt: skip
def test_fault_is_named_by_path_line_and_field(read_site, changes, expected):
    assert places(read_site(changes)) == expected


def test_messages_say_in_both_languages_what_is_wrong_and_how_to_mend_it(read_site):
    (uneven,) = read_site({TH: SECOND_RESULT}).problems
    assert (uneven.th, uneven.repair_th) == ("results มี 1 รายการ แต่ไฟล์ภาษาไทยมี 2 รายการ", "แปลให้ครบและเรียงลำดับเดียวกัน")
    assert uneven.en == "results has 1 items but the Thai file has 2"
    (source,) = read_site({TH: STORY_TH.replace("ร่วมกันออก\n    sources: [a]", "ร่วมกันออก\n    sources: [c]")}).problems
    assert (source.repair_th, source.repair_en) == ("ใช้รหัสหนึ่งในนี้: a", "use one of: a")
    (name,) = read_site({"stories/Big Pond.th.md": STORY_TH}).problems
    assert (name.repair_th, name.repair_en) == ("เปลี่ยนชื่อไฟล์หรือรหัส เช่น big-pond", "rename it, for instance big-pond")
    (deep,) = read_site({"stories/south/pool.th.md": STORY_TH}).problems
    assert deep.repair_en == "move it to docs/stories/"
    (alone,) = read_site({TH: None}).problems
    assert alone.en == "there is an English file but no Thai file docs/stories/pond.th.md"


def test_founding_letter_may_keep_its_broken_sara_am(read_site):
    letter = "plan/source/index.th.md"
    assert "\u0e4d\u0e32" in REAL[letter]
    assert read_site().problems == []


def test_translation_may_stop_after_the_facts(read_site):
    assembly = read_site({EN: STORY_EN[: STORY_EN.index("## Before")]})
    assert assembly.problems == []
    assert assembly.catalog.entries["stories"]["pond"].locale("en") == "en"


def test_broken_english_leaves_the_thai_standing(read_site):
    pond = read_site({EN: LAO_IN_ENGLISH}).catalog.entries["stories"]["pond"]
    assert pond.in_locale("en").title == "บ้านตัวอย่างเก็บน้ำไว้ใช้"


def test_plan_and_article_are_joined_too(read_site):
    catalog = read_site().catalog
    tactic = catalog.entries["plan"]["s2"].in_locale("en").tactics[0]
    assert (tactic.id, tactic.text, tactic.activities[0].id) == ("s2-1", "The first tactic", "s2-1-1")
    assert catalog.entries["knowledge"]["philosophy"].in_locale("en").diagram == "sufficiency"


def encoded(files):
    return [
        (path, text.encode()) for path, text in {**REAL, **strategy(1), TH: STORY_TH, EN: STORY_EN, **files}.items()
    ]


def test_reading_again_takes_unchanged_entries_over_and_changed_ones_anew():
    first, _ = read_catalog(encoded({}))
    second, _ = read_catalog(encoded({EN: STORY_EN.replace("A village", "One village")}), first)
    assert second.entries["plan"]["s1"] is first.entries["plan"]["s1"]
    assert second.entries["stories"]["pond"].in_locale("en").title == "One village that keeps its water"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({}, {"_vocabulary/themes.yml": "waste: {th: ขยะ, en: Waste}"}, id="word taken out"),
        pytest.param({TH: "---\ntitle: [\n---\n"}, {TH: None}, id="broken Thai deleted"),
        pytest.param({TH: None}, {TH: "---\ntitle: [\n---\n"}, id="Thai added but broken"),
        pytest.param({TH: STORY_TH.replace("[a]", "[z]")}, {}, id="problem of an unchanged story"),
        pytest.param({TH: None}, {TH: None}, id="English still alone"),
    ],
)  # fmt: skip
def test_reading_again_finds_what_a_first_reading_finds(before, after):
    def files(changes):
        return [(path, data) for path, data in encoded({k: v or "" for k, v in changes.items()}) if data]

    previous, _ = read_catalog(files(before))
    assert set(read_catalog(files(after), previous)[1]) == set(read_catalog(files(after))[1])


def test_article_and_guide_are_checked_like_stories(read_site):
    assembly = read_site(
        {
            "activities/s1-1-1.en.md": ACTIVITY_EN.replace("steps: [ask, walk,", "steps: [ask,"),
            "knowledge/philosophy.th.md": ARTICLE_TH.replace("ทางสายกลาง", "<i>ทาง</i>"),
            "knowledge/index.en.md": standing("Knowledge", summary='"ก\ufeffข"'),
        }
    )
    assert places(assembly) == [
        ("activities/s1-1-1.en.md", 6, "steps", "uneven-lists"),
        ("knowledge/index.en.md", 3, "", "thai-text"),
        ("knowledge/philosophy.th.md", line(ARTICLE_TH, "ทางสายกลาง"), "", "raw-html"),
        ("knowledge/philosophy.th.md", line(ARTICLE_TH, "ทางสายกลาง"), "", "raw-html"),
    ]
