"""Pages that begin with an everyday problem: all problems at a glance, and for each what helps with it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from ..catalog import Catalog, Entry
from ..page import DEFAULT_LOCALE
from .computed import Computed
from .facets import FACETS, facet_link, helping, library
from .lists import cut, list_rest, page_uris, pager
from .story import activity_link
from .writer import Writer, block, heading, items, paragraph

PROBLEMS = "stories/problem/index.md"
_ACTIVITIES_SHOWN = 5


def problem_pages(catalog: Catalog, locale: str) -> Iterator[tuple[str, Computed]]:
    """Yield (address, page) of the list of problems and of every problem that enough entries help with."""
    writer = Writer(catalog, locale, PROBLEMS)
    title, summary = writer.text("problems_title"), writer.text("problems_summary")
    yield PROBLEMS, Computed(title, summary, partial(_problem_list, writer), "problems")
    for problem in problems_in_order(catalog):
        stories = _stories(catalog, problem)
        uris = page_uris(FACETS["problem"].uri(problem), len(stories))
        first = Writer(catalog, locale, uris[0])
        label = first.label("problems", problem)
        title = first.text("problem_title", label=label)
        summary = first.text("facet_summary", label=label, count=f"{len(stories):,}")
        yield uris[0], Computed(title, summary, partial(_problem_page, first, uris, problem, stories), "problems")
        yield from list_rest(catalog, locale, uris, stories, title)


def problem_links(writer: Writer, problems: Iterable[str]) -> str:
    """Return problems as links with their number of entries."""
    return items(f"{facet_link(writer, 'problem', word)} {helping(word, writer.catalog):,}" for word in problems)


def problems_in_order(catalog: Catalog) -> list[str]:
    """Return the problems that have a page, those with the most entries first."""
    problem = FACETS["problem"]
    found = [word for word in problem.values(catalog) if problem.has_page(word, catalog)]
    return sorted(found, key=lambda word: -helping(word, catalog))


def _problem_list(writer: Writer) -> str:
    links = problem_links(writer, problems_in_order(writer.catalog))
    return paragraph(writer.text("problems_summary"), "lead") + block("ways", links)


def _problem_page(writer: Writer, uris: list[str], problem: str, stories: list[Entry]) -> str:
    """Return the first page of a problem: stories, then the plan's activities they carry out, then other kinds."""
    parts = [
        f'<p class="about">{writer.count("stories", len(stories))} · '
        f"{writer.link(PROBLEMS, writer.text('problems_title'))}</p>",
        writer.cards(cut(stories, 0)),
        pager(writer, uris, 0),
    ]
    for kind, entries in writer.catalog.on_problem[problem].items():
        if kind != "stories":
            parts += [heading(escape(writer.label("kinds", kind)), kind), writer.cards(entries)]
    counts = Counter(activity for story in stories for activity in story.in_locale(DEFAULT_LOCALE).activities)
    often = [activity for activity, _ in counts.most_common() if activity in writer.catalog.strategy_of]
    if often:
        links = (f"{activity_link(writer, activity)} ({counts[activity]:,})" for activity in often[:_ACTIVITIES_SHOWN])
        how = paragraph(writer.text("problem_activities_how"))
        parts.append(block("related", writer.heading("problem_activities"), how, items(links)))
    return "".join(parts)


def _stories(catalog: Catalog, problem: str) -> list[Entry]:
    """Return the stories on a problem in the order of the library."""
    ids = {entry.id for entry in catalog.on_problem[problem]["stories"]}
    return [entry for entry in library(catalog) if entry.id in ids]
