"""Timetables: every part once and in order, breaks beside the learning time, cuts between parts, over-runs told."""

import random

import pytest
from conftest import DOCS
from porpiang.assembly import assemble, read_files
from porpiang.timetable import DAY, HALF_DAY, Break, Lesson, fitting, session, sessions


def module(name: str, *minutes: int) -> list[Lesson]:
    return [Lesson(name, number, length) for number, length in enumerate(minutes)]


def course(*modules: list[Lesson]) -> list[Lesson]:
    return [lesson for one in modules for lesson in one]


def shown(one) -> list[str]:
    """Return a session as lines: 8:30 a, 10:00 morning."""
    names = (slot.what.name if isinstance(slot.what, Break) else slot.what.module for slot in one.slots)
    return [f"{slot.begin // 60}:{slot.begin % 60:02} {name}" for slot, name in zip(one.slots, names, strict=True)]


QUARTERS = course(*(module(name, 30, 60) for name in "abcd"))


def test_day_has_six_hours_of_learning_with_breaks_of_15_60_and_15_minutes_between():
    (day,) = sessions(QUARTERS, DAY)
    assert shown(day) == [
        "8:30 a", "9:00 a", "10:00 morning", "10:15 b", "10:45 b", "11:45 lunch", "12:45 c", "13:15 c",
        "14:15 afternoon", "14:30 d", "15:00 d",
    ]  # fmt: skip
    assert (day.learning, day.resting, day.over) == (360, 90, 0)
    assert day.slots[-1].end == 16 * 60


def test_half_day_has_three_hours_of_learning_and_one_break():
    first, second = sessions(QUARTERS, HALF_DAY)
    assert shown(first) == ["8:30 a", "9:00 a", "10:00 morning", "10:15 b", "10:45 b"]
    assert [lesson.module for lesson in second.lessons] == ["c", "c", "d", "d"]
    assert (second.learning, second.resting, second.slots[-1].end) == (180, 15, 11 * 60 + 45)


def test_module_that_does_not_fit_goes_on_the_next_day_after_a_whole_part():
    days = sessions(course(module("a", 300), module("b", 30, 40, 50), module("c", 300)), DAY)
    assert [[(lesson.module, lesson.part) for lesson in day.lessons] for day in days] == [
        [("a", 0), ("b", 0), ("b", 1)],
        [("b", 2), ("c", 0)],
    ]


def test_cut_prefers_the_end_of_a_module_within_a_tenth_of_the_day():
    first, _ = sessions(course(module("a", 120, 120, 90), module("b", 30, 20), module("c", 200)), DAY)
    assert first.learning == 380, "20 minutes over, and no module is cut in two"
    first, _ = sessions(course(module("a", 120, 120, 90), module("b", 30, 40), module("c", 200)), DAY)
    assert [lesson.module for lesson in first.lessons] == ["a", "a", "a"]


@pytest.mark.parametrize(("last", "over"), [(36, 0), (37, 37)])
def test_more_than_a_tenth_over_is_told(last, over):
    assert session(module("a", 180, 180, last), DAY).over == over


def test_short_day_ends_without_breaks_that_nobody_needs():
    assert shown(session(module("a", 40, 40), DAY)) == ["8:30 a", "9:10 a"]
    assert session(module("a", 60, 30, 60, 30), DAY).resting == 15, "three hours end before lunch"


def test_part_longer_than_a_sitting_passes_over_a_break_but_not_over_lunch():
    day = session(course(module("a", 180), module("b", 90, 90)), DAY)
    assert shown(day) == ["8:30 a", "11:30 lunch", "12:30 b", "14:00 afternoon", "14:15 b"]


def test_one_day_holds_the_first_modules_that_fit_as_a_whole():
    modules = [module("a", 120), module("b", 120, 130), module("c", 200), module("d", 40), module("e", 10)]
    assert [one[0].module for one in fitting(modules, DAY)] == ["a", "c", "d"]
    assert fitting([module("a", 361)], DAY) == []


def test_course_without_modules_has_no_sessions():
    assert sessions([], DAY) == []
    assert session([], DAY).slots == ()


def real_courses() -> dict[str, list[Lesson]]:
    catalog = assemble(read_files(DOCS)).catalog
    return {
        entry.id: course(
            *(
                module(name, *(part.minutes for part in catalog.entries["modules"][name].in_locale("th").parts))
                for name in entry.in_locale("th").modules
            )
        )
        for entry in catalog.of("curricula")
    }


def random_courses() -> dict[str, list[Lesson]]:
    dice = random.Random(9)
    lengths = (5, 10, 15, 20, 45, 60, 90, 240)
    return {
        f"random {number}": course(*(module(name, *dice.choices(lengths, k=dice.randint(2, 8))) for name in "abcdef"))
        for number in range(50)
    }


@pytest.mark.parametrize("planned", [DAY, HALF_DAY])
@pytest.mark.parametrize("courses", [real_courses, random_courses])
def test_nothing_is_lost_or_moved_and_the_clock_never_stops(courses, planned):
    for name, lessons in courses().items():
        found = sessions(lessons, planned)
        assert [lesson for one in found for lesson in one.lessons] == lessons, name
        for one in found:
            assert all(before.end == after.begin for before, after in zip(one.slots, one.slots[1:], strict=False)), name
            assert all(slot.end - slot.begin == slot.what.minutes for slot in one.slots), name
            breaks = [slot.what.name for slot in one.slots if isinstance(slot.what, Break)]
            order = ["morning", "lunch", "afternoon"]
            assert breaks == [kind for kind in order if kind in breaks], name
            assert isinstance(one.slots[0].what, Lesson), name
            assert isinstance(one.slots[-1].what, Lesson), name


def test_days_of_the_real_courses_are_as_many_as_their_hours_promise():
    for name, lessons in real_courses().items():
        days = sessions(lessons, DAY)
        assert len(days) == -(-sum(lesson.minutes for lesson in lessons) // DAY), name
        assert not any(day.over for day in days), name
        assert max(slot.end for day in days for slot in day.slots) <= 16 * 60 + 30, name
