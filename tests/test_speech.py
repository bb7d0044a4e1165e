"""How long a script takes to be read aloud: Thai by a factor that is measured here, English by its words."""

import re

import pytest
from conftest import DOCS
from porpiang.assembly import assemble, read_files
from porpiang.speech import LETTERS_A_WORD, WORDS_A_MINUTE, minutes_aloud
from pythainlp.tokenize import word_tokenize


@pytest.fixture(scope="module")
def scripts():
    """Return module id → language → loudspeaker script."""
    found = assemble(read_files(DOCS)).catalog.of("modules")
    return {entry.id: {locale: entry.in_locale(locale).loudspeaker for locale in ("th", "en")} for entry in found}


def words(text: str) -> int:
    """Count words as a Thai dictionary cuts them."""
    return sum(any(sign.isalnum() for sign in word) for word in word_tokenize(text, engine="newmm"))


def test_every_script_takes_three_to_five_minutes(scripts):
    assert len(scripts) >= 42
    for name, script in scripts.items():
        assert 3 <= words(script["th"]) / WORDS_A_MINUTE <= 5, f"{name}: Thai"
        assert 3 <= len(script["en"].split()) / WORDS_A_MINUTE <= 5, f"{name}: English"


def test_letters_a_word_are_those_of_the_scripts(scripts):
    thai = [script["th"] for script in scripts.values()]
    letters = sum(len(re.findall("[\u0e01-\u0e3a\u0e40-\u0e5b]", text)) for text in thai)
    assert letters / sum(map(words, thai)) == pytest.approx(LETTERS_A_WORD, rel=0.02)


def test_estimate_is_close_to_the_dictionary_for_every_script(scripts):
    for name, script in scripts.items():
        counted = words(script["th"]) / WORDS_A_MINUTE
        assert minutes_aloud(script["th"], "th") == pytest.approx(counted, rel=0.1), name


def test_english_is_counted_by_words():
    assert minutes_aloud("word " * 260, "en") == 2
