"""What entries and pages say of each other: ids that must be unique, references and links that must lead somewhere."""

import posixpath
from collections.abc import Iterator, Set

from .body import page_links
from .catalog import Catalog
from .model import KINDS, Strategy
from .page import DEFAULT_LOCALE, dotted
from .problem import Problem, problem, suggestion


def check_references(catalog: Catalog, files: Set[tuple[str, str]]) -> Iterator[Problem]:
    """Find ids used twice in the plan, and references to entries that do not exist.

    files are (kind, id) of every entry that has a file: one that is too broken to be shown is reported there, once.
    """
    first_use: dict[str, str] = {}
    for strategy in catalog.of("plan"):
        page = strategy.pages[DEFAULT_LOCALE]
        for location, item_id in _plan_ids(strategy.in_locale(DEFAULT_LOCALE)):
            line = page.line_of(location)
            if item_id in first_use:
                name = dotted(location)
                yield problem("duplicate-id", page.path, line, name, value=item_id, first=first_use[item_id])
            first_use.setdefault(item_id, f"docs/{page.path}:{line}")
    planned = set(catalog.strategy_of)
    for activity in catalog.of("activities"):
        if activity.id not in planned:
            page = activity.pages[DEFAULT_LOCALE]
            near = suggestion(activity.id, sorted(planned))
            yield problem("missing-entry", page.path, 1, kind="plan activity", value=activity.id, **near)
    known = {kind: {entry_id for of, entry_id in files if of == kind} for kind in KINDS} | {"activities": planned}
    for entries in catalog.entries.values():
        for entry in entries.values():
            page = entry.pages[DEFAULT_LOCALE]
            for location, kind, value in entry.in_locale(DEFAULT_LOCALE).references():
                if value not in known[kind]:
                    near = suggestion(value, sorted(known[kind]))
                    line = page.line_of(location)
                    yield problem("missing-entry", page.path, line, dotted(location), kind=kind, value=value, **near)


def _plan_ids(strategy: Strategy) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, tactic in enumerate(strategy.tactics):
        yield ("tactics", number, "id"), tactic.id
        for index, activity in enumerate(tactic.activities):
            yield ("tactics", number, "activities", index, "id"), activity.id


def check_links(catalog: Catalog, addresses: set[str]) -> Iterator[Problem]:
    """Find links between pages that lead nowhere; addresses are all Markdown addresses without language."""
    pages = [page for kind in catalog.entries.values() for entry in kind.values() for page in entry.pages.values()]
    pages += [page for halves in catalog.standing.values() for page in halves.values()]
    for page in pages:
        for target, line in page_links(page):
            resolved = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target))
            if resolved not in addresses:
                near = suggestion(resolved, sorted(addresses))
                yield problem("missing-link", page.path, line, value=target, **near)
