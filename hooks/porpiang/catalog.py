"""All entries of the site, typed, and the questions that pages ask of them."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any

from .model import KINDS
from .page import DEFAULT_LOCALE, LOCALES, Page
from .problem import Problem
from .vocabulary import Vocabulary

_NAME = re.compile(r"\{(\w+)\}")
_FOLDERS = {"modules": "curricula"}  # a module lies in the folder of its course: curricula/<course>/<module>


def kind_and_id(name: str) -> tuple[str, str] | None:
    """Return the kind and the id of the entry that lies at a page name, or None where no entry may lie."""
    folder, _, rest = name.partition("/")
    kind = "modules" if folder == _FOLDERS["modules"] and rest.count("/") == 1 else folder
    if rest.rpartition("/")[2] == "index" or kind not in KINDS or ("/" in rest) != (kind == "modules"):
        return None
    return kind, rest


@dataclass(frozen=True)
class Entry:
    """A typed page with its id, its file and its fields and body in each language it has."""

    kind: str
    id: str
    pages: Mapping[str, Page]
    fields: Mapping[str, Any]

    @property
    def uri(self) -> str:
        """The page's address as Markdown links write it, without language."""
        return f"{_FOLDERS.get(self.kind, self.kind)}/{self.id}.md"

    def locale(self, wanted: str) -> str:
        """Return the language the entry is shown in when `wanted` is asked for."""
        return wanted if wanted in self.fields else DEFAULT_LOCALE

    def in_locale(self, wanted: str) -> Any:
        """Return the typed fields in a language, in Thai where it is not translated."""
        return self.fields[self.locale(wanted)]

    def body(self, wanted: str) -> str:
        """Return the body in a language, in Thai where it is not translated."""
        return self.pages[self.locale(wanted)].body


@dataclass(frozen=True)
class Reading:
    """What came of reading one entry's files: the entry, unless they are too broken, and what is wrong with them."""

    halves: Mapping[str, Page]
    entry: Entry | None
    problems: list[Problem]


# equal to itself alone, so that what is made of it can be kept by it; written out, it would be the whole site
@dataclass(frozen=True, eq=False, repr=False)
class Catalog:
    """Everything the site knows. entries: kind → id → entry; standing: page name → language → page."""

    vocabulary: Vocabulary = field(default_factory=dict)
    entries: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    standing: Mapping[str, Mapping[str, Page]] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)

    def of(self, kind: str) -> list[Entry]:
        """Return the entries of a kind, in order of id."""
        return list(self.entries.get(kind, {}).values())

    def label(self, words: str, word: str, locale: str) -> str:
        """Return the label of a word; the word itself when nobody labelled it."""
        found = self.vocabulary[words].get(word)
        return found.label(locale) if found else word

    def text(self, key: str, locale: str, **values: object) -> str:
        """Return an interface sentence in a language, its {names} filled in; the key itself when nobody wrote it."""
        word = self.vocabulary["interface"].get(key)
        if word is None:
            return key
        label = word.label(locale)
        return _NAME.sub(lambda name: str(values.get(name[1], name[0])), label) if values else label

    @cached_property
    def escaped(self) -> Mapping[str, Mapping[str, str]]:
        """Language → key → interface sentence, escaped for HTML."""
        words = self.vocabulary["interface"].items()
        return {locale: {key: escape(word.label(locale)) for key, word in words} for locale in LOCALES}

    @cached_property
    def cards(self) -> dict[tuple[str, str, str, str], str]:
        """HTML of cards, by kind, id, language and way to the home page: a list page shows what others show too."""
        return {}

    @cached_property
    def naming(self) -> Mapping[tuple[str, str], Mapping[str, list[Entry]]]:
        """(kind, id) → kind → the entries whose fields name that entry: every reference, the other way round."""
        found: dict[tuple[str, str], dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for kind in KINDS:
            for entry in self.of(kind):
                for _, named_kind, named_id in entry.in_locale(DEFAULT_LOCALE).references():
                    found[named_kind, named_id][kind].append(entry)
        return found

    @cached_property
    def serving(self) -> Mapping[str, Mapping[str, list[Entry]]]:
        """Activity id → kind → the entries that serve it, for every kind that has the field `activities`."""
        return {named_id: kinds for (kind, named_id), kinds in self.naming.items() if kind == "activities"}

    @cached_property
    def on_problem(self) -> Mapping[str, Mapping[str, list[Entry]]]:
        """Problem id → kind → the entries that help with it, for every kind that has the field `problems`."""
        found: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for kind, model in KINDS.items():
            for entry in self.of(kind) if "problems" in model.model_fields else ():
                for word in entry.in_locale(DEFAULT_LOCALE).problems:
                    found[word][kind].append(entry)
        return found

    @property
    def serving_kinds(self) -> list[str]:
        """The kinds of entry that can serve an activity, in the order of the models."""
        return [kind for kind, model in KINDS.items() if "activities" in model.model_fields]

    @cached_property
    def strategy_of(self) -> Mapping[str, Entry]:
        """Activity id → the strategy it belongs to."""
        return {
            activity.id: strategy
            for strategy in self.of("plan")
            for tactic in strategy.in_locale(DEFAULT_LOCALE).tactics
            for activity in tactic.activities
        }
