"""Timetables of a course: its parts in order, cut into days or half days, with breaks and clock times."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil
from typing import NamedTuple

from .model import MOST_OFF

DAY = 360
"""Learning minutes of a day."""
HALF_DAY = 180
"""Learning minutes of a half day."""
BEGIN = 8 * 60 + 30
"""When a session begins, in minutes after midnight."""
_SITTING = 90  # learning minutes between two breaks


class Lesson(NamedTuple):
    """A part of a module; module is the module's id, part counts from 0."""

    module: str
    part: int
    minutes: int


class Break(NamedTuple):
    """A time without learning; name is morning, lunch or afternoon."""

    name: str
    minutes: int


_BREAKS = (Break("morning", 15), Break("lunch", 60), Break("afternoon", 15))


class Slot(NamedTuple):
    """What happens from one time of the day to another, in minutes after midnight."""

    begin: int
    end: int
    what: Lesson | Break


@dataclass(frozen=True)
class Session:
    """A day or a half day; planned is how many learning minutes it should hold."""

    slots: tuple[Slot, ...]
    planned: int

    @property
    def lessons(self) -> list[Lesson]:
        """What is learnt, in order."""
        return [slot.what for slot in self.slots if isinstance(slot.what, Lesson)]

    @property
    def learning(self) -> int:
        """Learning minutes, breaks left out."""
        return _minutes(self.lessons)

    @property
    def resting(self) -> int:
        """Minutes of the breaks."""
        return sum(slot.what.minutes for slot in self.slots if isinstance(slot.what, Break))

    @property
    def over(self) -> int:
        """Minutes beyond what is planned, or 0 where they are not more than a tenth of it."""
        over = self.learning - self.planned
        return over if over > MOST_OFF * self.planned else 0


def sessions(lessons: Sequence[Lesson], planned: int) -> list[Session]:
    """Return the sessions of `planned` learning minutes, DAY or HALF_DAY, that hold a course; [] for no lessons."""
    count = ceil(_minutes(lessons) / planned)
    return [session(group, planned) for group in _divide(lessons, planned, count) if group]


def session(lessons: Sequence[Lesson], planned: int) -> Session:
    """Return one session with all the lessons, and a break after about every hour and a half."""
    learning = _minutes(lessons)
    sittings = max(1, min(planned // _SITTING, round(learning / _SITTING)))
    slots: list[Slot] = []
    before = 0
    for number, group in enumerate(_divide(lessons, learning / sittings, sittings)):
        if not group:
            continue  # a part longer than a sitting passes over a break
        held: list[Lesson | Break] = [*group]
        if slots:
            held.insert(0, max(_BREAKS[before:number], key=lambda rest: rest.minutes))
        for what in held:
            begin = slots[-1].end if slots else BEGIN
            slots.append(Slot(begin, begin + what.minutes, what))
        before = number
    return Session(tuple(slots), planned)


def fitting(modules: Iterable[Sequence[Lesson]], planned: int) -> list[Sequence[Lesson]]:
    """Return the modules that fit into one session: in order, each that still has room as a whole."""
    found, left = [], planned
    for module in modules:
        minutes = _minutes(module)
        if minutes <= left:
            found.append(module)
            left -= minutes
    return found


def _minutes(lessons: Iterable[Lesson]) -> int:
    return sum(lesson.minutes for lesson in lessons)


def _divide(lessons: Sequence[Lesson], length: float, count: int) -> list[list[Lesson]]:
    """Cut lessons into `count` groups, after about every `length` minutes from the beginning, never within a part.

    A cut falls at the end of a module where one is not further off than a tenth of the length, else at the part that
    ends nearest. A group is empty where a part is longer than the length.
    """
    ends = list(accumulate(lesson.minutes for lesson in lessons))
    following = [*(lesson.module for lesson in lessons), None][1:]
    of_modules = [end for end, lesson, after in zip(ends, lessons, following, strict=True) if lesson.module != after]
    cuts = [0]
    for mark in (number * length for number in range(1, count)):
        near = [(abs(end - mark), end) for end in of_modules if abs(end - mark) <= MOST_OFF * length]
        _, end = min(near or [(abs(end - mark), end) for end in ends])
        cuts.append(ends.index(end) + 1)
    return [list(lessons[begin:end]) for begin, end in pairwise([*cuts, len(lessons)])]
