"""Reads the files of docs/ into a catalog, with every problem found on the way."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from .body import check_body, check_letters, sections
from .catalog import Catalog, Entry, Reading, kind_and_id
from .courses import check_courses
from .geography import provinces
from .links import check_references
from .model import KINDS, Fields, Source, Standing, differing, merge, translation_of, validate
from .organizers import check_organizers
from .page import DEFAULT_LOCALE, LOCALES, Page, dotted, locale_of, read_page
from .problem import Problem, problem
from .scoring import check_rule
from .search_words import check_search_words
from .vocabulary import FOLDER, Vocabulary, read_vocabulary

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LISTS = (
    "budget_bands", "consents", "course_levels", "evidence_grades", "interface", "kinds", "lao_types", "likeness",
    "organizers", "page_kinds", "problems", "regions", "rules", "search", "size_bands", "story_kinds", "themes",
    "unsearched", "verbs", "visit_kinds", "ways_of_learning",
)  # fmt: skip
_VERBATIM = {"plan/source/index.th.md"}  # the founding letter is shown with its slips, a broken sara am among them


def read_catalog(files: Iterable[tuple[str, bytes]], previous: Catalog | None = None) -> tuple[Catalog, list[Problem]]:
    """Read (path below docs/, data) pairs into a catalog, with everything that is wrong with them.

    Entries whose files are as in the previous catalog are taken from it, which makes an edit while serving quick.
    """
    files = sorted(files)
    vocabulary, problems = read_vocabulary(files)
    problems += _check_lists(vocabulary)
    problems += check_search_words(vocabulary)
    problems += check_rule(vocabulary)
    problems += check_organizers(vocabulary)
    pages: dict[str, dict[str, Page]] = defaultdict(dict)
    for path, data in files:
        if not path.endswith(".md"):
            continue
        page, found = read_page(path, data)
        problems += found
        if page and not (found and not page.meta):
            pages[page.name][page.locale] = page
            problems += check_letters(path, data.decode("utf-8-sig")) if path not in _VERBATIM else []
    entries: dict[str, dict[str, Entry]] = {kind: {} for kind in KINDS}
    standing: dict[str, dict[str, Page]] = {}
    readings: dict[str, Reading] = {}
    known = previous.readings if previous and previous.vocabulary == vocabulary else {}
    unread = {
        page_name for path, _ in files if (page_name := _name(path)) and locale_of(path) not in pages.get(page_name, {})
    }
    for name, halves in pages.items():
        kind, _, entry_id = name.partition("/")
        if place := kind_and_id(name):
            kind, entry_id = place
            reading = known.get(name)
            if reading is None or reading.halves != halves or DEFAULT_LOCALE not in halves:
                reading = Reading(halves, *_read_entry(kind, entry_id, halves, vocabulary, name in unread))
            readings[name] = reading
            problems += reading.problems
            if reading.entry:
                entries[kind][entry_id] = reading.entry
        elif kind in KINDS and not name.endswith("/index"):
            entry_id = name.rpartition("/")[2]
            first = next(iter(halves.values()))
            if (same := pages.get(f"{kind}/{entry_id}")) is not None:
                other = next(iter(same.values())).path
                problems.append(problem("duplicate-id", first.path, 1, value=entry_id, first=f"docs/{other}"))
            else:
                problems.append(problem("misplaced-file", first.path, 1, value=f"docs/{kind}/"))
        else:
            standing[name] = halves
            for page in halves.values():
                problems += validate(Standing, page.meta, page, vocabulary)[1]
                problems += check_body(page)
    in_order = {kind: dict(sorted(found.items())) for kind, found in entries.items()}
    catalog = Catalog(vocabulary, in_order, standing, readings)
    there = {place for path, _ in files if (page_name := _name(path)) and (place := kind_and_id(page_name))}
    return catalog, [*problems, *check_references(catalog, there), *check_courses(catalog)]


def _check_lists(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find word lists that are not there, putting an empty one in their place, and provinces in no or two regions."""
    for name in _LISTS:
        if name not in vocabulary:
            vocabulary[name] = {}
            yield problem("missing-words", f"{FOLDER}{name}.yml", 1)
    placed = [code for region in vocabulary["regions"].values() for code in region.more.get("provinces", ())]
    for code, area in provinces().items():
        if vocabulary["regions"] and placed.count(code) != 1:
            yield problem(
                "province-region", f"{FOLDER}regions.yml", 1, value=code, name=area.th, count=placed.count(code)
            )


def _name(path: str) -> str | None:
    """Return the page name of a Markdown file with a language."""
    for locale in LOCALES:
        if path.endswith(f".{locale}.md"):
            return path.removesuffix(f".{locale}.md")
    return None


def _read_entry(
    kind: str, entry_id: str, halves: Mapping[str, Page], vocabulary: Vocabulary, half_unread: bool
) -> tuple[Entry | None, list[Problem]]:
    """Join the Thai page and its translation into one entry."""
    model = KINDS[kind]
    problems = [found for page in halves.values() for found in (*check_body(page), *_check_sections(model, page))]
    if not all(map(_ID.fullmatch, entry_id.split("/"))):
        example = re.sub(r"[^a-z0-9]+", "-", entry_id.lower()).strip("-") or "my-story"
        problems += [problem("bad-id", page.path, 1, value=entry_id, example=example) for page in halves.values()]
        return None, problems
    thai = halves.get(DEFAULT_LOCALE)
    if thai is None:
        page = next(iter(halves.values()))
        path = f"docs/{page.name}.{DEFAULT_LOCALE}.md"
        return None, problems if half_unread else [*problems, problem("no-thai-page", page.path, 1, value=path)]
    fields: dict[str, Fields] = {}
    typed, found = validate(model, thai.meta, thai, vocabulary)
    problems += found
    if typed:
        fields[DEFAULT_LOCALE] = typed
        problems += _check_sources(typed, thai)
    for locale, page in halves.items():
        if locale == DEFAULT_LOCALE:
            continue
        translated, found = _translate(model, thai, page, vocabulary, typed)
        problems += found
        if translated:
            fields[locale] = translated
    return (Entry(kind, entry_id, halves, fields) if typed else None), problems


def _translate(
    model: type[Fields], thai: Page, page: Page, vocabulary: Vocabulary, facts: Fields | None
) -> tuple[Fields | None, list[Problem]]:
    """Check a translation by the prose-only model, then lay it over the Thai front matter; facts is the Thai half."""
    prose, problems = validate(translation_of(model), page.meta, page, vocabulary, facts=model)
    required = getattr(model, "required_prose", ())
    problems += [problem("missing-field", page.path, 1, key, key=key) for key in required if not page.meta.get(key)]
    if prose is None or facts is None:
        return None, problems
    for location, value, expected in differing(facts, prose):
        line, name = page.line_of(location), dotted(location)
        problems.append(problem("key-differs", page.path, line, name, key=name, value=value, expected=expected))
    merged, uneven = merge(thai.meta, page.meta)
    for location, length, expected in uneven:
        name = dotted(location)
        line = page.line_of(location)
        problems.append(problem("uneven-lists", page.path, line, name, key=name, value=length, expected=expected))
    typed, found = validate(model, merged, page, vocabulary)
    return typed, problems + found


def _check_sections(model: type[Fields], page: Page) -> Iterator[Problem]:
    """Find the headings that every story has and this one lacks."""
    wanted: tuple[str, ...] = getattr(model, "sections", {}).get(page.locale, ())
    if page.locale != DEFAULT_LOCALE and not page.body.strip():
        return  # a translation may stop at the facts and results
    there = sections(page.body)
    yield from (
        problem("missing-section", page.path, page.body_line, value=name) for name in wanted if name not in there
    )


def _check_sources(typed: Fields, page: Page) -> Iterator[Problem]:
    """Find references to sources that the entry does not list, and source ids used twice."""
    sources: list[Source] = getattr(typed, "sources", [])
    known = [source.id for source in sources]
    for index, source in enumerate(sources):
        if source.id in known[:index]:
            line = page.line_of(("sources", index, "id"))
            first = f"docs/{page.path}:{page.line_of(('sources', known.index(source.id), 'id'))}"
            name = f"sources.{index + 1}.id"
            yield problem("duplicate-id", page.path, line, name, value=source.id, first=first)
    for name in ("results", "cost"):
        for index, item in enumerate(getattr(typed, name, None) or []):
            for number, source_id in enumerate(item.sources):
                if source_id not in known:
                    location = (name, index, "sources", number)
                    yield problem(
                        "missing-source", page.path, page.line_of(location), dotted(location),
                        value=source_id, known=", ".join(known),
                    )  # fmt: skip
