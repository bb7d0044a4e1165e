"""The courses: their index, the page of one course, and its two tests."""

import re

import pytest
from conftest import COURSE, MODULE_TH
from shown import lay_out, read

COURSE_PATH = "curricula/course.{}.md"


@pytest.fixture
def site(read_site):
    """Return a function that reads the tiny site with the example course and some files changed."""
    return lambda changes=None: read_site(COURSE | (changes or {}))


def two_modules():
    """Return changes that give the course a second module."""
    return {
        "curricula/course.th.md": COURSE["curricula/course.th.md"].replace(
            "[course/book]", "[course/book, course/more]"
        ),
        "curricula/course/more.th.md": MODULE_TH.replace("title: บัญชี", "title: บทต่อไป"),
    }


def items_in(page):
    return re.findall(r'data-item="(.*?)"', page)


@pytest.mark.parametrize(("locale", "title"), [("th", "หลักสูตรตัวอย่าง"), ("en", "Example course")])
def test_index_leads_to_every_course(site, locale, title):
    assert f"[{title}](curricula/course/)" in read(lay_out(site(), f"curricula/index.{locale}.md"))


def test_course_says_for_whom_how_long_and_what_one_can_do(site):
    shown = read(lay_out(site(), COURSE_PATH.format("en")), COURSE_PATH.format("en"))
    assert shown.startswith("# Course: Example course\nLearn to keep accounts.\n")
    assert "\nFor whom\n: Community leaders\n" in shown
    assert "\nLearning time\n: 1.5 hours, breaks left out\n" in shown
    assert "\nTake before\n: nothing needs to be taken before\n" in shown
    assert "\n- Teach a friend\n" in shown


def test_course_to_take_before_is_linked(site):
    first = COURSE["curricula/course.th.md"].replace("course/book", "first/book").replace("หลักสูตรตัวอย่าง", "หลักสูตรแรก")
    changes = {
        "curricula/first.th.md": first,
        "curricula/first/book.th.md": MODULE_TH,
        "curricula/course.th.md": COURSE["curricula/course.th.md"].replace("requires: []", "requires: [first]"),
    }
    shown = read(lay_out(site(changes), COURSE_PATH.format("th")), COURSE_PATH.format("th"))
    assert "\nควรเรียนก่อน\n: [หลักสูตรแรก](curricula/first/)\n" in shown


def test_modules_stand_in_order_between_the_tests(site):
    shown = read(lay_out(site(two_modules()), COURSE_PATH.format("th")), COURSE_PATH.format("th"))
    ways = [
        way for way in re.findall(r"\]\((curricula/course/[^)]*)\)", shown) if not way.endswith(("trainer/", "record/"))
    ]
    assert list(dict.fromkeys(ways)) == [
        "curricula/course/pre-test/", "curricula/course/book/", "curricula/course/more/", "curricula/course/post-test/",
    ]  # fmt: skip


def test_course_with_a_missing_module_shows_the_others(site):
    lost = {
        "curricula/course.th.md": COURSE["curricula/course.th.md"].replace(
            "[course/book]", "[course/lost, course/book]"
        )
    }
    assert "(curricula/course/book/)" in read(lay_out(site(lost), COURSE_PATH.format("th")), COURSE_PATH.format("th"))


@pytest.mark.parametrize(
    ("test", "asked"),
    [
        ("pre-test", ["course/book#q1", "course/more#q1"]),
        ("post-test", ["course/book#q2", "course/book#q3", "course/more#q2", "course/more#q3"]),
    ],
)
def test_each_test_asks_of_every_module_and_never_the_same(site, test, asked):
    found = site(two_modules())
    page = lay_out(found, f"curricula/course/{test}.th.md")
    assert items_in(page) == asked
    assert f'data-course="course" data-test="{test}" data-version="1.0"' in page
    assert found.computed[f"curricula/course/{test}.en.md"].title.endswith(": Example course")


def test_tests_are_not_found_by_the_search(site):
    assert site().search_filters("curricula/course/pre-test.th.md") is None


def test_activity_lists_the_courses_that_serve_it(site):
    shown = read(lay_out(site(), "activities/s1-1-1.en.md"), "activities/s1-1-1.en.md")
    assert "\n## Courses (1)\n- **[Example course](curricula/course/)**\n" in shown
