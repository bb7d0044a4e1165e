"""What the parts of a course say of each other: objectives that are tested, hours that add up, courses in order."""

from collections.abc import Iterator
from typing import Any

from .catalog import Catalog, Entry
from .model import MOST_OFF
from .page import DEFAULT_LOCALE, dotted
from .problem import Problem, problem


def check_courses(catalog: Catalog) -> Iterator[Problem]:
    """Find modules and courses whose parts do not fit each other."""
    for module in catalog.of("modules"):
        yield from _check_objectives(module)
        yield from _check_verbs(catalog, module)
        course_id = module.id.partition("/")[0]
        listing = catalog.entries["curricula"].get(course_id)
        if listing is not None and module.id not in listing.in_locale(DEFAULT_LOCALE).modules:
            yield problem("unlisted-module", module.pages[DEFAULT_LOCALE].path, 1, value=course_id, module=module.id)
    for course in catalog.of("curricula"):
        yield from _check_hours(catalog, course)
        if cycle := _cycle(catalog, course.id):
            page = course.pages[DEFAULT_LOCALE]
            line = page.line_of(("requires",))
            yield problem("prerequisite-cycle", page.path, line, "requires", value=" → ".join(cycle))


def _check_objectives(module: Entry) -> Iterator[Problem]:
    """Find objectives that nothing tests, that two share an id, and items that test what the module does not have."""
    fields, page = module.in_locale(DEFAULT_LOCALE), module.pages[DEFAULT_LOCALE]
    known = [objective.id for objective in fields.objectives]
    used: list[tuple[tuple[Any, ...], str]] = [
        (("quiz", number, "objective"), item.objective) for number, item in enumerate(fields.quiz)
    ]
    used += [(("task", "objectives", number), objective) for number, objective in enumerate(fields.task.objectives)]
    for location, objective in used:
        if objective not in known:
            values = {"value": objective, "known": ", ".join(known)}
            yield problem("unknown-objective", page.path, page.line_of(location), dotted(location), **values)
    tested = {objective for _, objective in used}
    for number, objective in enumerate(known):
        location = ("objectives", number)
        if objective not in tested:
            line = page.line_of(location)
            yield problem("untied-objective", page.path, line, dotted(location), value=objective)
    for name in ("objectives", "quiz"):
        ids = [item.id for item in getattr(fields, name)]
        for number, item_id in enumerate(ids):
            if item_id in ids[:number]:
                location = (name, number, "id")
                first = f"docs/{page.path}:{page.line_of((name, ids.index(item_id)))}"
                line = page.line_of(location)
                yield problem("duplicate-id", page.path, line, dotted(location), value=item_id, first=first)


def _check_verbs(catalog: Catalog, module: Entry) -> Iterator[Problem]:
    """Find objectives that do not begin with a verb of docs/_vocabulary/verbs.yml."""
    for locale, fields in module.fields.items():
        verbs = [word.label(locale) for word in catalog.vocabulary["verbs"].values()]
        page = module.pages[locale]
        for number, objective in enumerate(fields.objectives):
            if not objective.text.startswith(tuple(verbs)):
                location = ("objectives", number, "text")
                values = {"value": objective.text, "example": ", ".join(verbs[:5])}
                yield problem("objective-verb", page.path, page.line_of(location), dotted(location), **values)


def _check_hours(catalog: Catalog, course: Entry) -> Iterator[Problem]:
    """Find a course whose hours miss the minutes of its modules by more than a tenth."""
    fields, page = course.in_locale(DEFAULT_LOCALE), course.pages[DEFAULT_LOCALE]
    modules = [catalog.entries["modules"].get(module) for module in fields.modules]
    if None in modules:
        return  # reported as a reference that leads nowhere
    total = sum(module.in_locale(DEFAULT_LOCALE).minutes for module in modules if module)
    stated = round(fields.hours * 60)
    if abs(total - stated) > MOST_OFF * stated:
        line = page.line_of(("hours",))
        yield problem("minutes-off", page.path, line, "hours", value=total, stated=stated)


def _cycle(catalog: Catalog, start: str) -> list[str]:
    """Return the way from a course back to itself along the courses to take before, or an empty list."""
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop(0)
        course = catalog.entries["curricula"].get(way[-1])
        for before in course.in_locale(DEFAULT_LOCALE).requires if course else ():
            if before == start:
                return [*way, before]
            if before not in seen:
                seen.add(before)
                ways.append([*way, before])
    return []
