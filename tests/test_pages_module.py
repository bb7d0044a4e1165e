"""A module as a learner reads it: what one can do, the text, the task on paper, the quiz with its key, the way on."""

import re

import pytest
from conftest import COURSE, MODULE_TH
from shown import lay_out, read

PATH = "curricula/course/book.{}.md"


@pytest.fixture
def html(read_site):
    """Return a function that lays the example module out in a language."""
    return lambda locale="en", changes=None: lay_out(read_site(COURSE | (changes or {})), PATH.format(locale))


def test_parts_stand_in_the_order_of_learning(html):
    assert re.findall(r"^##? (.*)", read(html("th")), re.MULTILINE) == [
        "บัญชี",
        "เรียนจบแล้วทำอะไรได้",
        "ทำไมต้องจด",
        "ตัวอย่างจากเรื่องจริง",
        "สาระสำคัญ",
        "ลงมือทำ",
        "ทดสอบตนเอง",
        "แบบอย่างที่เกี่ยวข้อง",
        "แหล่งข้อมูล",
    ]


def test_learner_sees_where_in_the_course_the_module_is(html):
    shown = read(html(), PATH.format("en"))
    assert "[Example course](curricula/course/) › Module 1 of 1 · 90 minutes" in shown
    assert "\n- Calculate what is left\n" in shown


def test_worksheet_has_a_table_with_empty_rows_and_lines(html):
    sheet = html().split('<div class="worksheet">')[1].split("</section>")[0]
    assert re.findall(r'<th scope="col">(.*?)</th>', sheet) == ["In", "Out"]
    assert sheet.count("<td></td>") == 4
    assert sheet.count('<div class="line"></div>') == 1


def items_of(page):
    """Return id → HTML of each quiz item."""
    return dict(re.findall(r'<quiz-item data-item="(.*?)"(.*?)</quiz-item>', page, re.DOTALL))


def test_every_item_is_named_with_course_and_module_kind_and_objective(html):
    found = items_of(html())
    assert list(found) == [f"course/book#q{number}" for number in (1, 2, 3, 4)]
    kinds = [re.search(r'data-kind="(.*?)" data-objective="(.*?)"', rest).groups() for rest in found.values()]
    assert kinds == [("single", "o1"), ("multiple", "o1"), ("ordering", "o1"), ("number", "o2")]


def test_key_marks_the_right_choices_and_explains_every_one(html):
    key = items_of(html())["course/book#q2"].split('<details class="key">')[1]
    choices = re.findall(r'<li data-choice="(.)"( data-right)?>.*?<span>(.*?)</span>', key)
    assert choices == [
        ("a", " data-right", "It goes out"),
        ("b", " data-right", "It goes out"),
        ("c", "", "They come in"),
    ]


def test_question_does_not_give_its_answer_away(html):
    for name, rest in items_of(html()).items():
        assert "data-right" not in rest.split('<details class="key">')[0], name


def test_ordering_is_asked_in_an_order_that_is_not_the_right_one(html):
    asked, key = items_of(html())["course/book#q3"].split('<details class="key">')
    order = [re.findall(r'data-choice="(.)"', half) for half in (asked, key)]
    assert order[1] == ["a", "b", "c"]
    assert sorted(order[0]) == order[1] != order[0]
    assert html() == html(), "another build asks in another order"


def test_number_has_its_value_its_tolerance_and_advice(html):
    wider = MODULE_TH.replace("value: 70", "value: 70.5\n      tolerance: 0.25")
    english = COURSE[PATH.format("en")].replace("value: 70,", "value: 70.5, tolerance: 0.25,")
    key = items_of(html("en", {PATH.format("th"): wider, PATH.format("en"): english}))["course/book#q4"]
    assert 'data-value="70.5" data-tolerance="0.25" data-unit="baht"' in key
    assert "<p data-wrong>Subtract again</p>" in key


def test_last_module_leads_to_the_test_and_others_to_the_next(html):
    assert "curricula/course/post-test/" in read(html(), PATH.format("en"))
    more = {
        "curricula/course.th.md": COURSE["curricula/course.th.md"].replace(
            "[course/book]", "[course/book, course/more]"
        ),
        "curricula/course/more.th.md": MODULE_TH.replace("title: บัญชี", "title: บทต่อไป"),
    }
    shown = read(html("th", more), PATH.format("th"))
    assert "บทถัดไป: [บทต่อไป](curricula/course/more/)" in shown
    assert "post-test" not in shown


def test_module_of_a_course_that_is_broken_is_still_shown(read_site):
    site = read_site({path: text for path, text in COURSE.items() if "book" in path})
    assert "# The account book\n" in read(lay_out(site, PATH.format("en")), PATH.format("en"))


def test_markup_in_the_words_of_a_quiz_is_shown_as_text(html):
    attack = COURSE[PATH.format("en")].replace("What is spending?", "Is <b>x</b> & y spending?")
    assert "Is &lt;b&gt;x&lt;/b&gt; &amp; y spending?" in html("en", {PATH.format("en"): attack})
