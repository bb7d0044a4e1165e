"""The words that people really type: forms of the same thing, brought to the one form that the pages use.

docs/assets/js/search-words.js does the same to what a reader types; tests/search_vectors.json holds the two together.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ahocorasick_rs import AhoCorasick

from .page import LOCALES
from .problem import Problem, problem
from .vocabulary import FOLDER, Vocabulary, Word

SHORTEST_FREE = 5  # a form of fewer letters is only found as a word of its own: สถ is no part of สถานที่

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789", f"ฯ{_INVISIBLE}")
_CHANGED = re.compile(
    f"[๐-๙ฯ{_INVISIBLE}]+"
)  # few letters are: str.translate over the whole text takes ten times as long
_TONE_IN_AM = re.compile("ํ([่-๋])า")  # นํ้า in two letters, as papers have it
_TONE_AFTER_AM = re.compile("ำ([่-๋])")  # นำ้ typed for น้ำ
# Each begins with the full stop itself, which is found much faster than a class of letters.
_INNER_STOPS = (
    re.compile(r"\.(?<=[ก-ฮ]\.)\s*(?=[ก-ฮ]\.)"),  # ธ. ก. ส.
    re.compile(r"\.(?<=[ก-ฮ]\.)(?=[ก-ฮ]{1,4}(?![ก-๎]))"),  # รพ.สต. but not อบต.ดอนแก้ว
    re.compile(r"\.(?<=[a-z]\.)(?=[a-z](?![a-z]))"),  # u.n.
)
_STOP = re.compile(r"\.(?![0-9])|\.(?<![0-9]\.)")
_LETTER = re.compile(r"[0-9a-z\u0e01-\u0e4e]")
_THAI_NUMBER = re.compile(r"[๐-๙]+")
_ABBREVIATION = re.compile(r"[ก-ฮ]{2,5}")


def fold(text: str) -> str:
    """Return text without what nobody searches by.

    Lower case, Arabic digits, one space between words; no ฯ, no invisible letters, no full stops but between digits;
    a sara am in two letters and a sara ae in two become one, and a tone mark stands before sara am.
    """
    text = _CHANGED.sub(lambda found: found[0].translate(_DIGITS), text.lower())
    text = text.replace("ํา", "ำ").replace("เเ", "แ")
    text = _TONE_AFTER_AM.sub(r"\1ำ", _TONE_IN_AM.sub(r"\1ำ", text))
    for stop in _INNER_STOPS:
        text = stop.sub("", text)
    return " ".join(_STOP.sub(" ", text).split())


@dataclass(frozen=True)
class SearchWords:
    """The forms of docs/_vocabulary/search.yml for one language. pages_form: folded form → what to look for."""

    pages_form: Mapping[str, str]
    ignored: frozenset[str]

    def terms_of(self, text: str) -> list[str]:
        """Return the words by which a page with this text is found although it words them otherwise."""
        folded = fold(text)
        counts: Counter[str] = Counter()
        for number, start, end in self._finder.find_matches_as_indexes(folded, overlapping=True):
            form, wanted = self._others[number]
            counts[wanted] += not is_word(form) or _stands_alone(folded, start, end)
        terms = []
        for wanted, count in sorted(counts.items()):
            if count and is_code(wanted):
                terms += [wanted] * min(count, _MOST_REPEATED)
            elif count and not _occurs(self._folded[wanted], folded):
                terms.append(wanted)
        return terms + list(dict.fromkeys(number.translate(_DIGITS) for number in _THAI_NUMBER.findall(text)))

    def as_data(self) -> dict[str, Any]:
        """Return what the script in the page reads: `forms`, what to look for → folded forms; `ignored` words."""
        forms: dict[str, list[str]] = defaultdict(list)
        for form, wanted in self.pages_form.items():
            forms[wanted].append(form)
        return {"forms": forms, "ignored": sorted(self.ignored)}

    @cached_property
    def _others(self) -> list[tuple[str, str]]:
        """Forms that the pages need not use themselves, each with what to look for."""
        return [(form, wanted) for form, wanted in self.pages_form.items() if form != fold(wanted)]

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {wanted: fold(wanted) for wanted in self.pages_form.values()}

    @cached_property
    def _finder(self) -> AhoCorasick:
        return AhoCorasick([form for form, _ in self._others])


_MOST_REPEATED = 5  # a page that names a body often is more about it, but not without end


def code(word: str) -> str:
    """Return a made-up Latin word for a Thai abbreviation, which no dictionary cuts as one: อบต. is cut อบ, ต."""
    return "zz" + "".join(chr(ord("a") + number // 26) + chr(ord("a") + number % 26) for number in _numbers(word))


def is_code(wanted: str) -> bool:
    """Say whether a word to look for stands for an abbreviation."""
    return wanted.startswith("zz")


def _numbers(word: str) -> Iterator[int]:
    return (ord(letter) - ord("ก") for letter in word)


def _occurs(form: str, folded: str) -> bool:
    """Say whether a form stands in folded text."""
    start = folded.find(form)
    while start >= 0 and is_word(form) and not _stands_alone(folded, start, start + len(form)):
        start = folded.find(form, start + 1)
    return start >= 0


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Say whether no letter is on either side of a stretch of text."""
    before = folded[start - 1 : start] if start else ""
    return not _LETTER.match(before) and not _LETTER.match(folded[end : end + 1])


def is_word(form: str) -> bool:
    """Say whether a folded form is only found as a word of its own."""
    return len(form) < SHORTEST_FREE or form[0] < "\u0e00"


def search_words(vocabulary: Vocabulary, locale: str) -> SearchWords:
    """Return the forms of the words for a language."""
    pages_form: dict[str, str] = {}
    for word in vocabulary["search"].values():
        wanted = word.label(locale)
        short = fold(wanted)
        for form in forms_of(word):
            pages_form.setdefault(fold(form), code(short) if _ABBREVIATION.fullmatch(short) else wanted)
    ignored = {fold(form) for word in vocabulary["unsearched"].values() for form in forms_of(word)}
    return SearchWords(pages_form, frozenset(ignored))


def forms_of(word: Word) -> list[str]:
    """Return every form of a word: as Thai and as English pages have it, and as others type it."""
    return [*(word.label(locale) for locale in LOCALES), *word.more.get("typed", ())]


def check_search_words(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find forms that stand for two things."""
    first: dict[str, str] = {}
    for name in ("search", "unsearched"):
        for word in vocabulary[name].values():
            for form in dict.fromkeys(map(fold, forms_of(word))):
                if form in first:
                    path = f"{FOLDER}{name}.yml"
                    yield problem("duplicate-form", path, word.line(), word.id, value=form, first=first[form])
                first.setdefault(form, word.id)
