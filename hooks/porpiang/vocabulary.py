"""The words that fields may use, each with its labels in both languages, from docs/_vocabulary/*.yml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .page import LOCALES, read_yaml
from .problem import Problem, problem

FOLDER = "_vocabulary/"
_ID = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_OPTIONAL = {
    "note_th", "note_en", "url", "provinces", "paragraph", "slip", "points", "groups", "up_to", "typed", "key", "from",
    "until", "revoked",
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """One word: its id, its label in each language, what else its file says of it, and where: "" or a key → line."""

    id: str
    labels: Mapping[str, str]
    more: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def label(self, locale: str) -> str:
        """Return the label in a language."""
        return self.labels[locale]

    def note(self, locale: str) -> str:
        """Return the explanation in a language, or an empty string."""
        return str(self.more.get(f"note_{locale}", ""))

    def line(self, key: str = "") -> int:
        """Return the line of a key of this word, or the word's own where the key is not written."""
        return self.lines.get(key, self.lines.get("", 1))


Vocabulary = dict[str, dict[str, Word]]


def read_vocabulary(files: Iterable[tuple[str, bytes]]) -> tuple[Vocabulary, list[Problem]]:
    """Read the word lists among (path, data) pairs; the file's name is the list's name."""
    vocabulary: Vocabulary = {}
    problems: list[Problem] = []
    for path, data in files:
        if not (path.startswith(FOLDER) and path.endswith(".yml")):
            continue
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            problems.append(problem("not-utf8", path, 1))
            continue
        raw, lines, found = read_yaml(text, path)
        problems += found
        words = vocabulary.setdefault(path[len(FOLDER) : -len(".yml")], {})
        for word_id, value in raw.items():
            line = lines[(word_id,)]
            if not _ID.fullmatch(word_id):
                problems.append(problem("bad-id", path, line, word_id, value=word_id, example="new-word"))
                continue
            if not isinstance(value, dict):
                problems.append(problem("wrong-type", path, line, word_id, **_LABELS))
                continue
            for locale in LOCALES:
                if not isinstance(value.get(locale), str) or not value[locale]:
                    problems.append(problem("missing-field", path, line, f"{word_id}.{locale}", key=locale))
            for key in value.keys() - _OPTIONAL - set(LOCALES):
                where = lines.get((word_id, key), line)
                problems.append(
                    problem(
                        "unknown-field", path, where, f"{word_id}.{key}", key=key, suggestion_th="", suggestion_en=""
                    )
                )
            labels = {locale: str(value.get(locale) or word_id) for locale in LOCALES}
            more = {key: value[key] for key in _OPTIONAL & value.keys()}
            places = {"": line} | {key: lines[(word_id, key)] for key in more}
            words[word_id] = Word(word_id, labels, more, places)
    return vocabulary, problems


_LABELS = {"expected_th": "ป้ายชื่อสองภาษา {th: …, en: …}", "expected_en": "labels {th: …, en: …}"}
