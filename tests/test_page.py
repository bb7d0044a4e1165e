"""Reading a file: its language, its fields with their lines, its body, and what keeps it from being read."""

import pytest
from porpiang.page import Page, dotted, locale_of, read_page

PATH = "stories/a.th.md"


def read(text: str) -> tuple[Page, list[tuple[int, str, str]]]:
    page, problems = read_page(PATH, text.encode())
    return page, [(p.line, p.field, p.code) for p in problems]


@pytest.mark.parametrize(
    ("path", "locale"),
    [
        ("a.th.md", "th"),
        ("stories/a.en.md", "en"),
        ("a.md", None),
        ("a.fr.md", None),
        ("x.th/a.md", None),
        ("th.md", None),
    ],
)
def test_file_name_declares_its_language(path, locale):
    assert locale_of(path) == locale


def test_page_knows_the_line_of_every_field_and_of_its_body():
    page, problems = read("---\ntitle: a\nresults:\n  - text: b\n    grade: c\n  - text: d\n---\n\nbody\n")
    assert problems == []
    assert page.meta == {"title": "a", "results": [{"text": "b", "grade": "c"}, {"text": "d"}]}
    assert (page.name, page.locale, page.body, page.body_line) == ("stories/a", "th", "\nbody\n", 8)
    assert page.line_of(("results", 0, "grade")) == 5
    assert page.line_of(("results", 1)) == 6


@pytest.mark.parametrize(
    ("location", "line"),
    [(("results", 0, "as_of"), 4), (("results", 9), 3), (("awards",), 1)],
    ids=["missing in an item", "missing item", "missing at the top"],
)
def test_line_of_a_missing_field_is_that_of_the_nearest_field_around_it(location, line):
    page, _ = read("---\ntitle: a\nresults:\n  - text: b\n---\n")
    assert page.line_of(location) == line


def test_files_from_windows_read_like_any_other():
    page, problems = read("\ufeff---\r\ntitle: ก\r\n---\r\nข\r\nค\r\n")
    assert problems == []
    assert (page.meta, page.body) == ({"title": "ก"}, "ข\nค\n")


def test_file_without_language_is_not_read():
    page, (problem,) = read_page("stories/a.md", b"---\ntitle: a\n---\n")
    assert page is None
    assert (problem.path, problem.line, problem.code) == ("stories/a.md", 1, "no-language")


def test_text_that_is_not_utf8_is_reported_at_its_line():
    page, (problem,) = read_page(PATH, b"---\ntitle: a\nsummary: \xa1\xd2\n---\n")
    assert page is None
    assert (problem.line, problem.code) == (3, "not-utf8")


@pytest.mark.parametrize(
    "text", ["", "title: a\n", "# a\n\n---\n\nb\n", "---\ntitle: a\n"], ids=["empty", "bare", "rule", "open"]
)
def test_file_without_closed_front_matter_is_reported(text):
    page, problems = read(text)
    assert problems == [(1, "", "no-front-matter")]
    assert page.meta == {}


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("title: a\nsummary: b: c\n", 3),
        ("title: a\n\tsummary: b\n", 3),
        ("- title\n", 2),
        ("title: &a [*a]\n", 2),
        (f"title: {'[' * 2000}{']' * 2000}\n", 2),
        ("title: \x07\n", 2),
    ],
    ids=["colon", "tab", "list", "endless", "too deep", "bell"],
)
def test_front_matter_that_cannot_be_read_is_reported_at_its_line(head, line):
    page, problems = read(f"---\n{head}---\nbody\n")
    assert problems == [(line, "", "broken-yaml")]
    assert (page.meta, page.body) == ({}, "body\n")


def test_field_written_twice_names_both_lines():
    page, (problem,) = read_page(PATH, b"---\nplace:\n  village: a\n  province: b\n  village: c\n---\n")
    assert page.meta == {"place": {"village": "a", "province": "b"}}
    assert (problem.line, problem.field, problem.code) == (5, "place.village", "duplicate-key")
    assert "บรรทัด 3" in problem.repair_th
    assert "line 3" in problem.repair_en


@pytest.mark.parametrize(
    "value", ["2026-02-30", "2026-11-23", "090", "120000", "1_000", "1.50", "1:30", "no", "true", ".inf"]
)
def test_value_stays_as_it_is_written(value):
    page, problems = read(f"---\na: {value}\nb: [{value}]\n---\n")
    assert problems == []
    assert page.meta == {"a": value, "b": [value]}


@pytest.mark.parametrize("value", ["~", "null"])
def test_nothing_is_empty_text_unless_it_stands_in_quotes(value):
    page, problems = read(f"---\na: {value}\nb: [{value}]\nc: '{value}'\n---\n")
    assert problems == []
    assert page.meta == {"a": "", "b": [""], "c": value}


def test_value_left_empty_is_empty_text():
    assert read("---\na:\nb: {c: }\nd: ''\ne: []\n---\n")[0].meta == {"a": "", "b": {"c": ""}, "d": "", "e": []}


def test_code_in_front_matter_is_never_run():
    head = "a: !!python/object/apply:os.getcwd []\nb: !!python/name:os.system x\nc: !!int '5'\n"
    page, problems = read(f"---\n{head}---\n")
    assert problems == []
    assert page.meta == {"a": [], "b": "x", "c": "5"}


def test_names_of_fields_are_text_even_where_yaml_reads_a_number_or_a_yes():
    page, _ = read("---\n2010: a\nno: b\n---\n")
    assert page.meta == {"2010": "a", "no": "b"}
    assert page.line_of(("no",)) == 3


def test_field_names_in_messages_count_items_from_one():
    assert dotted(("results", 0, "sources", 1)) == "results.1.sources.2"
