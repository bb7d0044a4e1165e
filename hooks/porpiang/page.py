"""A file as written: front matter with the line of every field, body, language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

import yaml

from .problem import Problem, problem

LOCALES = ("th", "en")
DEFAULT_LOCALE = "th"

Location = tuple[str | int, ...]


@dataclass(frozen=True)
class Page:
    """One Markdown file. path is relative to docs/; name is the path without language and .md."""

    path: str
    name: str
    locale: str
    meta: Mapping[str, Any]
    body: str
    body_line: int
    lines: Mapping[Location, int] = field(default_factory=dict)

    def line_of(self, location: Location) -> int:
        """Return the line of a field, or of the nearest field around it."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


def locale_of(path: str) -> str | None:
    """Return the language that a file name declares (x.th.md → th), or None."""
    parts = path.rsplit("/", 1)[-1].split(".")
    return parts[-2] if len(parts) > 2 and parts[-2] in LOCALES else None


def localized(path: str, locale: str) -> str:
    """Return where a path below the site's root lies for a language: a/ → a/ in Thai, en/a/ in English."""
    return path if locale == DEFAULT_LOCALE else f"{locale}/{path}"


@cache  # the same file read again while serving is the same page
def read_page(path: str, data: bytes) -> tuple[Page | None, tuple[Problem, ...]]:
    """Read a file; return its page (None when nothing can be read) and what is wrong with it."""
    locale = locale_of(path)
    if locale is None:
        return None, (problem("no-language", path, 1),)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return None, (problem("not-utf8", path, data.count(b"\n", 0, error.start) + 1),)
    name = path.removesuffix(".md").removesuffix(f".{locale}")
    if not text.startswith("---\n"):
        return Page(path, name, locale, {}, text, 1), (problem("no-front-matter", path, 1),)
    head, fence, body = text[4:].partition("\n---\n") if "\n---\n" in text[3:] else ("", "", "")
    if not fence:
        return Page(path, name, locale, {}, "", 1), (problem("no-front-matter", path, 1),)
    meta, lines, problems = read_yaml(head + "\n", path, first_line=2)
    body_line = head.count("\n") + 4
    return Page(path, name, locale, meta, body, body_line, lines), tuple(problems)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[dict[str, Any], dict[Location, int], list[Problem]]:
    """Read a YAML mapping; return it, the line of every value by location, and what is wrong with it.

    Every value stays text: the model gives it its type, so that a wrong one is reported like any other.
    """
    lines: dict[Location, int] = {}
    problems: list[Problem] = []
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        return {}, {}, [problem("broken-yaml", path, first_line, reason="[[[[…")]
    loader = yaml.CBaseLoader(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        return {}, {}, [problem("broken-yaml", path, line, reason=str(error.problem or error.context))]
    except yaml.YAMLError as error:
        return {}, {}, [problem("broken-yaml", path, first_line, reason=str(error).splitlines()[0])]
    finally:
        loader.dispose()
    if node is None:
        return {}, {}, []
    if not isinstance(node, yaml.MappingNode):
        return {}, {}, [problem("broken-yaml", path, first_line, reason="key: value?")]
    try:
        return _value(node, (), _Place(lines, problems, path, first_line)), lines, problems
    except RecursionError:  # an anchor that refers to itself
        return {}, {}, [problem("broken-yaml", path, first_line, reason="&anchor *anchor")]


_NOTHING = {"~", "null", "Null", "NULL"}
_MOST_BRACKETS = 2_000  # deeper nesting than any page has would overrun the parser's stack


class _Place(NamedTuple):
    """Where a value is read, and where its lines and problems go."""

    lines: dict[Location, int]
    problems: list[Problem]
    path: str
    first_line: int


def _value(node: yaml.Node, location: Location, place: _Place) -> Any:
    """Return a node's value, noting the line of everything below it and every key that is written twice."""
    if isinstance(node, yaml.ScalarNode):
        return "" if not node.style and node.value in _NOTHING else node.value
    if isinstance(node, yaml.SequenceNode):
        items = []
        for index, item in enumerate(node.value):
            below = (*location, index)
            place.lines[below] = item.start_mark.line + place.first_line
            items.append(_value(item, below, place))
        return items
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + place.first_line
        below = (*location, key)
        if below in place.lines:
            first, name = place.lines[below], dotted(below)
            place.problems.append(problem("duplicate-key", place.path, line, name, key=key, first=first))
            continue
        place.lines[below] = line
        mapping[key] = _value(value_node, below, place)
    return mapping


def dotted(location: Location) -> str:
    """Return a location as editors read it: ('results', 0, 'grade') → results.1.grade."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in location)
