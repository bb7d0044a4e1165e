"""The pages of a course before any script runs: the sentences scripts say, the way through, the keys of numbers."""

import re

import pytest
from conftest import DOCS
from porpiang.assembly import Assembly, assemble, read_files
from shown import lay_out

PAGES = {
    "course": "curricula/leaders",
    "module": "curricula/leaders/household-account",
    "pre-test": "curricula/leaders/pre-test",
    "post-test": "curricula/leaders/post-test",
}


@pytest.fixture(scope="module")
def real() -> Assembly:
    return assemble(read_files(DOCS))


def page(site: Assembly, name: str, locale: str = "en") -> str:
    path = f"{PAGES[name]}.{locale}.md"
    return site.computed[path].write() if path in site.computed else lay_out(site, path)


def script(*names: str) -> str:
    return "\n".join((DOCS / "assets" / "js" / f"{name}.js").read_text(encoding="utf-8") for name in names)


def test_every_sentence_the_scripts_say_is_in_the_pages_and_no_other(real):
    said = set(re.findall(r'"((?:quiz|learning)_\w+)"', script("learning", "quiz", "progress")))
    carried = {name: set(re.findall(r'data-says="(\w+)"', page(real, name))) for name in PAGES}
    assert said == set().union(*carried.values())
    of_quiz = set(re.findall(r'"((?:quiz|learning)_\w+)"', script("quiz")))
    assert all(of_quiz <= carried[name] for name in ("module", "pre-test", "post-test"))


@pytest.mark.parametrize("name", ["module", "pre-test", "post-test"])
def test_questions_and_their_answers_can_be_read_without_a_script(real, name):
    html = page(real, name)
    asked = re.findall(r"<quiz-item .*?</quiz-item>", html)
    assert len(asked) >= 4
    for item in asked:
        assert re.search(r'<p class="question">[^<]+</p>', item)
        assert re.search(r'<details class="key"><summary>.+?<span>.+?</span>', item)


def test_course_names_the_first_step_and_tests_lead_on(real):
    assert 'Begin with:</b> <a href="../../curricula/leaders/pre-test/">' in page(real, "course")
    assert 'Next: <a href="../../../curricula/leaders/enough-circle/">' in page(real, "pre-test")
    for name in ("pre-test", "post-test"):
        assert 'Back to the course: <a href="../../../curricula/leaders/">' in page(real, name)


def test_large_numbers_of_keys_are_written_with_commas(real):
    assert "<b>32,850 baht</b>" in lay_out(real, "curricula/leaders/saving-welfare.en.md")


def test_only_the_test_after_the_course_leads_to_the_record(real):
    assert 'data-record="../../../curricula/leaders/record/"' in page(real, "post-test")
    assert "data-record" not in page(real, "pre-test")
