"""The table of learners that an organizer signs: a CSV read into records, with everything that is wrong with it."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from .catalog import Catalog
from .model import BUDDHIST_ERA
from .organizers import Organizer, day_of, read_organizers
from .page import DEFAULT_LOCALE
from .problem import Problem, problem, suggestion
from .record_code import Record, is_plain_name

COLUMNS = ("name", "course", "version", "date", "right", "count")
_NUMBER = re.compile(r"[0-9]{1,4}")
_VERSION = re.compile(r"([0-9]+)\.([0-9]+)")
_YEAR = re.compile(r"(2[45][0-9]{2})-")


def read_rows(
    data: bytes, path: str, catalog: Catalog, organizer: str, today: date
) -> tuple[list[Record], list[Problem]]:
    """Return a record of every line that is right, and what is wrong with the others, in the order of the lines."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [problem("not-utf8", path, data.count(b"\n", 0, error.start) + 1)]
    reader = csv.DictReader(io.StringIO(text, newline=""))
    header = [name.strip().lower() for name in reader.fieldnames or ()]
    reader.fieldnames = header
    if absent := [name for name in COLUMNS if name not in header]:
        values = {"value": ", ".join(absent), "columns": ",".join(COLUMNS)}
        return [], [problem("missing-column", path, 1, **values)]
    known = read_organizers(catalog.vocabulary).get(organizer)
    records: list[Record] = []
    problems: list[Problem] = []
    for row in reader:
        cells = {name: " ".join(unicodedata.normalize("NFC", row[name] or "").split()) for name in COLUMNS}
        if not any(cells.values()):
            continue  # what Excel leaves below a table
        found = list(_faults(cells, path, reader.line_num, catalog, today))
        found += list(_key_faults(cells["date"], path, reader.line_num, known))
        if found:
            problems += found
        else:
            records.append(_record(cells, organizer))
    if not (records or problems):
        problems.append(problem("no-rows", path, 1))
    return records, problems


def _record(cells: Mapping[str, str], organizer: str) -> Record:
    right, count = int(cells["right"]), int(cells["count"])
    day = date.fromisoformat(cells["date"])
    return Record(organizer, cells["name"], cells["course"], cells["version"], day, right, count)


def _faults(cells: Mapping[str, str], path: str, line: int, catalog: Catalog, today: date) -> Iterator[Problem]:
    """Find what is wrong with a line; cells that hang together are judged when all of them are filled in."""
    yield from (problem("empty-cell", path, line, name) for name in COLUMNS if not cells[name])
    if cells["name"] and not is_plain_name(cells["name"]):
        yield problem("learner-name", path, line, "name", value=ascii(cells["name"]))
    if cells["course"]:
        yield from _course_faults(cells, path, line, catalog)
    if cells["date"]:
        yield from _day_faults(cells["date"], path, line, today)
    if cells["right"] and cells["count"] and not _is_score(cells["right"], cells["count"]):
        yield problem("score", path, line, "right", value=cells["right"], count=cells["count"])


def _is_score(right: str, count: str) -> bool:
    return bool(_NUMBER.fullmatch(right) and _NUMBER.fullmatch(count)) and int(right) <= int(count) > 0


def _course_faults(cells: Mapping[str, str], path: str, line: int, catalog: Catalog) -> Iterator[Problem]:
    course, version = cells["course"], cells["version"]
    courses = catalog.entries["curricula"]
    if course not in courses:
        near = suggestion(course, list(courses))
        yield problem("missing-entry", path, line, "course", kind="course", value=course, **near)
        return
    current = courses[course].in_locale(DEFAULT_LOCALE).version
    if version and (not _VERSION.fullmatch(version) or _parts(version) > _parts(current)):
        yield problem("course-version", path, line, "version", value=version, course=course, current=current)


def _parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _day_faults(written: str, path: str, line: int, today: date) -> Iterator[Problem]:
    day = day_of(written)
    if buddhist := _YEAR.match(written):
        ce = int(buddhist[1]) - BUDDHIST_ERA
        yield problem("buddhist-year", path, line, "date", value=buddhist[1], ce=ce)
    elif day is None:
        yield problem("not-a-date", path, line, "date", value=written)
    elif day > today:
        yield problem("future-day", path, line, "date", value=written)


def _key_faults(written: str, path: str, line: int, organizer: Organizer | None) -> Iterator[Problem]:
    """Find a day on which the organizer's registered key may not sign, so that the record would be refused."""
    day = day_of(written)
    if day and organizer and not organizer.begins <= day <= organizer.ends:
        values = {"value": day, "begins": organizer.begins, "ends": organizer.ends}
        yield problem("outside-key", path, line, "date", **values)
