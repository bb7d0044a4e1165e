"""Word lists: labels and notes in both languages, and what is wrong with a list."""

import pytest
from porpiang.vocabulary import read_vocabulary


def read(text: str) -> tuple[dict, list]:
    vocabulary, problems = read_vocabulary([("_vocabulary/themes.yml", text.encode())])
    return vocabulary["themes"], problems


def test_words_have_labels_and_notes_in_both_languages():
    words, problems = read(
        "# words\nwaste: {th: ขยะ, en: Waste, note_en: what is thrown away}\ndebt: {th: หนี้, en: Debt}\n"
    )
    assert problems == []
    assert list(words) == ["waste", "debt"]
    assert [words["waste"].label(locale) for locale in ("th", "en")] == ["ขยะ", "Waste"]
    assert [words["waste"].note(locale) for locale in ("th", "en")] == ["", "what is thrown away"]


def test_other_files_are_not_word_lists():
    files = [("stories/a.th.md", b"x"), ("_vocabulary/README.md", b"x"), ("data/themes.yml", b"a: {th: b, en: c}")]
    assert read_vocabulary(files) == ({}, [])


@pytest.mark.parametrize(
    ("line_3", "field", "code", "shown"),
    [
        ("debt: {th: หนี้}", "debt.en", "missing-field", "en"),
        ("debt: {th: '', en: Debt}", "debt.th", "missing-field", "th"),
        ("debt: {th: หนี้, en: Debt, colour: red}", "debt.colour", "unknown-field", "colour"),
        ("debt: หนี้", "debt", "wrong-type", "{th: …, en: …}"),
        ("debt:", "debt", "wrong-type", "{th: …, en: …}"),
        ("waste: {th: ขยะ, en: Rubbish}", "waste", "duplicate-key", "waste"),
        ("debt: {th: หนี้: สิน}", "", "broken-yaml", ":"),
    ],
    ids=["no English", "empty Thai", "unknown field", "text", "nothing", "twice", "broken"],
)
def test_fault_in_a_word_is_reported_with_line_and_field(line_3, field, code, shown):
    _, (*_, problem) = read(f"# words\nwaste: {{th: ขยะ, en: Waste}}\n{line_3}\n")
    assert (problem.path, problem.line, problem.field, problem.code) == ("_vocabulary/themes.yml", 3, field, code)
    assert shown in problem.th
    assert shown in problem.en


def test_word_without_a_label_shows_its_id_until_somebody_writes_one():
    words, _ = read("debt: {th: หนี้}\n")
    assert words["debt"].label("en") == "debt"


def test_label_is_what_is_written():
    words, problems = read("energy: {th: 2568, en: no, note_th: 1.50}\n")
    assert problems == []
    assert (words["energy"].label("th"), words["energy"].label("en"), words["energy"].note("th")) == (
        "2568",
        "no",
        "1.50",
    )


@pytest.mark.parametrize("word", ["2568", "yes", "lao_type", "water-forest"])
def test_any_word_may_be_an_id_without_quotes(word):
    words, problems = read(f"{word}: {{th: ก, en: a}}\n")
    assert problems == []
    assert words[word].label("en") == "a"


@pytest.mark.parametrize("word", ["<<", "Waste", "a b", "-a", "a__b", "ขยะ", "'x\"onclick=\"y'"])
def test_word_with_an_id_of_another_form_is_reported_and_left_out(word):
    words, (problem,) = read(f"waste: {{th: ขยะ, en: Waste}}\n{word}: {{th: ก, en: a}}\n")
    assert (problem.path, problem.line, problem.code) == ("_vocabulary/themes.yml", 2, "bad-id")
    assert f"“{word.strip(chr(39))}”" in problem.th
    assert problem.repair_en == "rename it, for instance new-word"
    assert list(words) == ["waste"]


def test_list_that_is_not_utf8_is_reported_and_the_others_are_read():
    files = [("_vocabulary/kinds.yml", b"a: {th: \xa1, en: b}"), ("_vocabulary/themes.yml", b"a: {th: b, en: c}")]
    vocabulary, (problem,) = read_vocabulary(files)
    assert (problem.path, problem.line, problem.code) == ("_vocabulary/kinds.yml", 1, "not-utf8")
    assert "a" in vocabulary["themes"]
