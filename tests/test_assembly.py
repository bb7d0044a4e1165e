"""The whole site from its files: computed pages, problems in order, and nothing in the content that makes it fall over."""

import pytest
from conftest import ACTIVITY_TH, STORY_TH, standing, strategy
from porpiang.assembly import assemble, read_files
from porpiang.geography import provinces
from porpiang.pages import lay_out_site

TH = "stories/pond.th.md"


def test_tiny_site_has_no_problem_and_a_page_for_every_value_in_both_languages(read_site):
    assembly = read_site()
    assert assembly.problems == []
    for page in ("plan/coverage", "stories/province/38", "stories/region/west", "stories/theme/waste", "stories/kind/lao",
                 "stories/problem/drought", "stories/lao-type/pao"):  # fmt: skip
        assert assembly.generated[f"{page}.th.md"].startswith("---\ntitle: ")
        assert assembly.generated[f"{page}.en.md"].startswith("---\ntitle: ")
    assert sum(path.startswith("stories/province/") and path.endswith(".th.md") for path in assembly.generated) == 77


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
    assert lay_out_site(assembly.catalog, outlines).keys() == assembly.generated.keys()


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
    pages = lay_out_site(assembly.catalog, outlines)
    assert assembly.problems != []
    assert "# Strategy 2 A strategy" in pages["plan/s2.en.md"]


def test_content_files_are_read_by_their_path_below_docs(tmp_path):
    (tmp_path / "stories").mkdir()
    for name in ("index.th.md", "stories/a.th.md", "words.yml", "picture.png", "stories/notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.md").mkdir()
    assert list(read_files(tmp_path)) == [("index.th.md", b"x"), ("stories/a.th.md", b"x"), ("words.yml", b"x")]


def test_map_that_npm_installed_knows_every_province(outlines):
    assert outlines.rings.keys() == provinces().keys()
