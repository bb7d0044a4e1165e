"""The whole site from its files: computed pages, problems in order, and nothing in the content that makes it fall over."""

import re

import pytest
from conftest import ACTIVITY_TH, STORY_EN, STORY_TH, standing, strategy
from porpiang.assembly import assemble, read_files
from porpiang.geography import provinces
from porpiang.vocabulary import Word
from shown import lay_out, read

TH, EN = "stories/pond.th.md", "stories/pond.en.md"


def every_page(assembly, outlines=None):
    """Return the HTML of every page of the site by file name."""
    return {path: lay_out(assembly, path, outlines) for path in (*assembly.pages, *assembly.computed)}


def test_tiny_site_has_no_problem_and_a_page_for_every_value_in_both_languages(read_site):
    assembly = read_site()
    assert assembly.problems == []
    for page in ("plan/coverage", "stories/province/38", "stories/region/west", "stories/theme/waste", "stories/kind/lao",
                 "stories/problem/index", "stories/lao-type/pao"):  # fmt: skip
        thai, english = (assembly.computed[f"{page}.{locale}.md"] for locale in ("th", "en"))
        assert re.search("[ก-๙]", thai.title), "a page has no Thai title"
        assert not re.search("[ก-๙]", english.title + english.summary)
    assert sum(path.startswith("stories/province/") and path.endswith(".th.md") for path in assembly.computed) == 77


def test_every_page_stands_whole_under_one_title(read_site, outlines):
    assembly = read_site(
        {"stories/index.en.md": "---\ntitle: Library\nsummary: All stories\n---\n\nno title of its own\n"}
    )
    shown = every_page(assembly, outlines)
    assert [path for path, html in shown.items() if html.count("<h1") != 1] == []
    assert shown["stories/index.en.md"].startswith("<h1>Library</h1>")
    assert [path for path, html in shown.items() if not read(html, path).startswith("# ")] == []


def test_computed_page_is_written_only_when_it_is_asked_for(read_site):
    assembly = read_site()
    assembly.catalog.vocabulary["interface"]["coverage_how"] = Word("coverage_how", {"th": "เขียนทีหลัง", "en": "later"})
    assert "<p>เขียนทีหลัง</p>" in assembly.lay_out("plan/coverage.th.md", "", None)
    assert "<p>later</p>" in assembly.computed["plan/coverage.en.md"].write()


@pytest.mark.parametrize(
    ("path", "title", "summary"),
    [
        (TH, "บ้านตัวอย่างเก็บน้ำไว้ใช้", "ชาวบ้านช่วยกันขุดสระและมีน้ำใช้ตลอดปี"),
        (EN, "A village that keeps its water", "Villagers dug a pond together and have water all year."),
        ("plan/index.en.md", "The plan", "หนึ่งประโยค"),
        ("contribute/index.th.md", "2568", "<b> & “ก”"),
        ("stories/theme/waste.en.md", "Stories on: Waste", "Waste, stories in all: 0"),
        ("stories/broken.th.md", "", ""),
        ("no-such-page.th.md", "", ""),
    ],
)
def test_title_and_summary_of_every_sort_of_page_are_plain_text(read_site, path, title, summary):
    plain = "---\ntitle: 2568\nsummary: <b> & “ก”\n---\n"
    assembly = read_site({"contribute/index.th.md": plain, "stories/broken.th.md": "---\ntitle: [\n---\n"})
    assert assembly.title_and_summary(path) == (title, summary)


def test_both_files_of_an_entry_belong_to_it_and_other_pages_to_none(read_site):
    assembly = read_site()
    pond = assembly.catalog.entries["stories"]["pond"]
    assert assembly.entry_of(TH) is assembly.entry_of(EN) is pond
    for path in ("index.th.md", "plan/index.th.md", "plan/source/index.en.md"):
        assert assembly.entry_of(path) is None


def test_computed_page_belongs_to_no_entry(read_site):
    assert read_site().entry_of("stories/theme/waste.th.md") is None


def test_file_is_never_taken_for_another_entry(read_site):
    second = "stories/pond.2.th.md"
    assembly = read_site({second: STORY_TH.replace("title: บ้าน", "title: อีกบ้าน")})
    assert [(p.path, p.code) for p in assembly.problems] == [(second, "bad-id")]
    assert (assembly.title_and_summary(second), assembly.lay_out(second, "<p>x</p>", None)) == (("", ""), "")
    assert assembly.title_and_summary(TH)[0] == "บ้านตัวอย่างเก็บน้ำไว้ใช้"


def test_own_words_stand_on_the_page_among_what_is_computed(read_site):
    assembly = read_site()
    story = assembly.lay_out(EN, "<p>Read me first.</p>", None)
    assert story.startswith("<h1>A village that keeps its water</h1>")
    assert story.index("<p>Read me first.</p>") < story.index("There is water all year.")
    assert "<p>own words</p>" in assembly.lay_out("knowledge/index.th.md", "<p>own words</p>", None)
    assert "philosophy/" in assembly.lay_out("knowledge/index.th.md", "<p>own words</p>", None)


def test_half_that_cannot_be_read_shows_nothing_and_the_other_half_stands(read_site):
    assembly = read_site({EN: STORY_EN.replace("lao: Example SAO", "lao_type: sao")})
    assert EN not in assembly.pages
    assert (assembly.title_and_summary(EN), assembly.lay_out(EN, "<p>x</p>", None)) == (("", ""), "")
    assert "มีน้ำใช้ตลอดปี" in assembly.lay_out(TH, "", None)


def test_file_at_the_address_of_a_computed_page_is_reported(read_site):
    assembly = read_site({"plan/coverage.th.md": standing("ตาราง"), "stories/theme/waste.en.md": standing("Waste")})
    hidden = [(p.path, p.line) for p in assembly.problems if p.code == "hidden-file"]
    assert hidden == [("plan/coverage.th.md", 1), ("stories/theme/waste.en.md", 1)]


def test_problems_come_in_order_of_path_and_line_and_once_each(read_site):
    broken = STORY_TH.replace("kind: community", "kind: hero").replace("หน้าแล้งน้ำไม่พอ", "<b>แล้ง</b> <b>แล้ง</b>")
    problems = read_site({TH: broken, "stories/nameless.md": "x", "index.th.md": "x"}).problems
    where = [(p.path, p.line) for p in problems]
    assert where == sorted(where)
    assert where[0] == ("index.th.md", 1)
    assert len(problems) == len(set(problems))
    assert [p.code for p in problems].count("raw-html") == 2  # <b> and </b> of one line


def test_site_without_any_file_stands(outlines):
    assembly = assemble([], outlines)
    assert {problem.code for problem in assembly.problems} == {"missing-words"}
    # every province, the matrix, the comparison, an LAO like mine, the list of problems, the check of records
    assert len(every_page(assembly, outlines)) == 2 * (77 + 5)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({TH: STORY_TH.replace("[s1-1-1]", "[s9-9-9]")}, id="story serves an unknown activity"),
        pytest.param({TH: STORY_TH.replace("adapted_from: []", "adapted_from: [nobody]")}, id="adapted from nobody"),
        pytest.param({"activities/s1-1-9.th.md": ACTIVITY_TH}, id="guide to no activity"),
        pytest.param({"plan/s1.th.md": "---\ntitle: [\n---\n"}, id="strategy cannot be read"),
        pytest.param({"plan/s1.th.md": None, "plan/s1.en.md": None}, id="strategy is gone"),
        pytest.param({"plan/s1.th.md": strategy(1)["plan/s1.th.md"].replace("s1-1-1", "water")}, id="id unlike the plan's"),
        pytest.param({TH: STORY_TH.replace("title: บ้าน", "title: &a [*a] #")}, id="YAML that holds itself"),
        pytest.param({TH: STORY_TH.replace("kind: community", "5: x\n? [a]\n: y")}, id="keys that are no text"),
        pytest.param({TH: ""}, id="empty file"),
        pytest.param({"stories/index.th.md": None, "stories/index.en.md": None, "index.th.md": ""}, id="no library"),
        pytest.param({"_vocabulary/regions.yml": "north: {th: ก, en: N, provinces: [50, '99']}"}, id="codes that are no province"),
        pytest.param({"_vocabulary/themes.yml": "- a"}, id="list of words is no mapping"),
        pytest.param({"_vocabulary/kinds.yml": None}, id="list of words is gone"),
    ],
)  # fmt: skip
def test_broken_content_is_reported_and_the_rest_of_the_site_stands(read_site, outlines, changes):
    assembly = read_site(changes)
    assert assembly.problems != []
    assert every_page(assembly, outlines)["plan/s2.en.md"].startswith("<h1>Strategy 2 A strategy</h1>")


def test_content_files_are_read_by_their_path_below_docs(tmp_path):
    (tmp_path / "stories").mkdir()
    for name in ("index.th.md", "stories/a.th.md", "words.yml", "picture.png", "stories/notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.md").mkdir()
    assert list(read_files(tmp_path)) == [("index.th.md", b"x"), ("stories/a.th.md", b"x"), ("words.yml", b"x")]


def test_map_that_npm_installed_knows_every_province(outlines):
    assert outlines.rings.keys() == provinces().keys()
