"""The trainer's pages: timetables with sums, materials said once, keys with their reasons, sheets for the wall."""

import re

import pytest
from conftest import COURSE, COURSE_EN, COURSE_TH, MODULE_EN, MODULE_TH
from shown import lay_out, read

OVERVIEW = "curricula/course/trainer.{}.md"
MODULE = "curricula/course/trainer/book.{}.md"
SECOND = {
    "curricula/course.th.md": COURSE_TH.replace("[course/book]", "[course/book, course/jar]"),
    "curricula/course.en.md": COURSE_EN,
    "curricula/course/jar.th.md": MODULE_TH.replace("title: บัญชี\n", "title: กระปุก\n")
    .replace("materials: [สมุด]", "materials: [กระปุก, สมุด]")
    .replace("minutes: 90\nparts", "minutes: 330\nparts")
    .replace("minutes: 60", "minutes: 120")
    .replace(
        "key_points: [จดทุกวัน",
        "  - {title: ลองอีก, way: practice, minutes: 120, trainer: เดินดู}\n"
        "  - {title: สรุป, way: reflection, minutes: 60, trainer: ถาม}\nkey_points: [จดทุกวัน",
    ),
    "curricula/course/jar.en.md": None,
}


@pytest.fixture
def html(read_site):
    """Return a function that lays a page of the example course out."""
    return lambda path, changes=None: lay_out(read_site(COURSE | (changes or {})), path)


def sheet(page: str, name: str) -> str:
    return re.search(rf'<section class="sheet {name}">(.*?)</section>', page, re.DOTALL)[1]


def rows(page: str) -> list[list[str]]:
    """Return the words of each row of the tables."""
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL))
    return [[re.sub("<[^>]+>", "", cell) for cell in row] for row in cells]


@pytest.mark.parametrize(
    ("locale", "title", "sheets"),
    [
        ("th", "สำหรับวิทยากร: หลักสูตรตัวอย่าง",
         ["ตารางเรียนทั้งหลักสูตร", "เรียนครั้งละครึ่งวัน", "ถ้ามีเวลาวันเดียว", "แผนการสอนรายบท", "ของที่ต้องเตรียมทั้งหลักสูตร", "ใบลงชื่อ"]),
        ("en", "For trainers: Example course",
         ["The whole course, day by day", "Half a day at a time", "If you have one day", "Module by module",
          "Materials for the whole course", "Attendance sheet"]),
    ],
)  # fmt: skip
def test_course_has_its_sheets_and_a_list_of_them(html, locale, title, sheets):
    page = html(OVERVIEW.format(locale))
    assert read(page).splitlines()[0] == f"# {title}"
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page) == sheets
    listed = re.search(r'<nav class="contents".*?</nav>', page)[0]
    assert re.findall(r'href="#(.*?)">(.*?)</a>', listed) == re.findall(r'<h2 id="(.*?)">(.*?)</h2>', page)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("th", [["เวลา", "ช่วง", "นาที"], ["1. บัญชี"], ["08.30–09.00 น.", "คุยกัน", "30"], ["09.00–10.00 น.", "ลงมือ", "60"]]),
        ("en", [["Time", "Part", "Minutes"], ["1. The account book"], ["8:30–9:00", "Talk", "30"], ["9:00–10:00", "Do it", "60"]]),
    ],
)  # fmt: skip
def test_timetable_says_when_what_and_how_long_in_the_way_of_the_language(html, locale, expected):
    assert rows(sheet(html(OVERVIEW.format(locale)), "trainer-days")) == expected


def test_sums_are_of_learning_and_breaks_apart(html):
    shown = sheet(html(OVERVIEW.format("th"), SECOND), "trainer-days")
    assert "รวม 420 นาที หรือ 7 ชั่วโมงเรียน ใน 2 วัน" in shown
    assert re.findall(r"เรียน (\d+) นาที พัก (\d+) นาที", shown) == [("360", "90"), ("60", "0")]
    assert [row for row in rows(shown) if "พัก" in row[1:2][0:1].__str__()] != []


def test_module_that_goes_on_another_day_is_said_to_go_on(html):
    shown = sheet(html(OVERVIEW.format("th"), SECOND), "trainer-days")
    assert re.findall(r'scope="rowgroup">(.*?)<', shown) == ["1. บัญชี", "2. กระปุก", "2. กระปุก (ต่อ)"]


def test_over_run_is_told_where_it_happens(html):
    shown = sheet(html(OVERVIEW.format("th"), SECOND), "trainer-half-days")
    over = [int(minutes) - 180 for minutes in re.findall(r"เรียน (\d+) นาที พัก", shown) if int(minutes) > 198]
    assert over
    assert re.findall(r'class="over">ยาวกว่าที่ตั้งไว้ (\d+) นาที', shown) == [str(minutes) for minutes in over]


def test_one_day_says_what_is_left_out_and_how_much_time_is_left(html):
    shown = sheet(html(OVERVIEW.format("th"), SECOND), "trainer-one-day")
    assert "ยังเหลือเวลา 270 นาที" in shown
    assert re.findall(r"<li><a[^>]*>(.*?)</a> · (.*?)</li>", shown) == [("กระปุก", "330 นาที")]
    assert "สอนได้ครบทุกบท" in sheet(html(OVERVIEW.format("th")), "trainer-one-day")


def test_same_material_stands_once_with_all_its_modules(html):
    shown = sheet(html(OVERVIEW.format("th"), SECOND), "trainer-materials-course")
    assert rows(shown)[1:] == [["สมุด", "1 2"], ["กระปุก", "2"]]
    assert 'href="../../../curricula/course/trainer/jar/"' in shown


@pytest.mark.parametrize(
    ("locale", "asked", "keep"),
    [
        ("th", ["ที่", "ชื่อ", "หน่วยงานหรือหมู่บ้าน", "ลายมือชื่อ (เช้า)", "ลายมือชื่อ (บ่าย)"], "เก็บไว้เท่าที่จำเป็น"),
        ("en", ["No.", "Name", "Organization or village", "Signature (morning)", "Signature (afternoon)"], "only as long as"),
    ],
)  # fmt: skip
def test_attendance_sheet_is_blank_and_asks_for_no_more_than_it_needs(html, locale, asked, keep):
    shown = sheet(html(OVERVIEW.format(locale)), "trainer-attendance")
    head, *blank = rows(shown)
    assert head == asked
    assert [row[0] for row in blank] == [str(number) for number in range(1, len(blank) + 1)]
    assert len(blank) >= 20
    assert not any("".join(row[1:]) for row in blank)
    assert keep in shown


@pytest.mark.parametrize(
    ("locale", "sheets"),
    [
        ("th", ["แผนการสอน", "เฉลย", "แผ่นพลิก", "บทเสียงตามสาย"]),
        ("en", ["Session plan", "Answers", "Flip-chart sheet", "Loudspeaker script"]),
    ],
)
def test_module_has_its_sheets(html, locale, sheets):
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", html(MODULE.format(locale))) == sheets


def test_plan_says_minutes_way_and_what_the_trainer_does(html):
    shown = read(sheet(html(MODULE.format("en")), "trainer-parts"))
    for words in ("30 minutes · Discussion", "Ask where the money went", "60 minutes · Practice", "An account book",
                  "- Do not compare homes", "Use a board"):  # fmt: skip
        assert words in shown


def test_every_answer_stands_with_its_reason(html):
    shown = sheet(html(MODULE.format("en")), "trainer-answers")
    assert shown.count('class="question"') == 4
    assert "<i>Right</i> <b>Money in</b> <span>It comes in</span>" in shown
    assert "<i>Wrong</i> <b>Money out</b> <span>It does not go out</span>" in shown
    assert re.search(r"<b>70 baht</b> <span>100 − 30 = 70</span>", shown)
    assert re.findall("<b>(Write the date|Write the sum|Work out the rest)</b>", shown) == [
        "Write the date", "Write the sum", "Work out the rest",
    ]  # fmt: skip
    assert "Everything is written down" in shown


def test_flip_chart_has_title_key_points_and_a_question_for_all(html):
    shown = read(sheet(html(MODULE.format("th")), "trainer-flip-chart")).splitlines()
    assert shown[2:] == ["บัญชี", "- จดทุกวัน", "- จดทุกบาท", "- อ่านทุกเดือน", "**เราทำเรื่องนี้ได้แล้วหรือยัง** จดบันทึกเงินเข้าออก"]


def test_script_is_in_paragraphs_with_its_minutes_to_half_a_minute(html):
    script = "loudspeaker: |\n  " + "คำ" * 800 + "\n\n  ลาก่อน"
    shown = sheet(
        html(
            MODULE.format("th"),
            {"curricula/course/book.th.md": MODULE_TH.replace("loudspeaker: พี่น้องครับ มาจดบัญชี", script)},
        ),
        "trainer-loudspeaker",
    )
    assert "ประมาณ 3 นาที ที่ความเร็ว 130 คำต่อนาที" in shown
    assert "ตัวอักษร 4 ตัวต่อหนึ่งคำ" in shown
    assert shown.endswith("<p>ลาก่อน</p></div>")
    english = MODULE_EN.replace("Friends, let us keep accounts.", "word " * 460)
    shown = sheet(html(MODULE.format("en"), {"curricula/course/book.en.md": english}), "trainer-loudspeaker")
    assert "About 3.5 minutes when read at 130 words a minute." in shown
    assert "Thai" not in shown


def test_course_leads_to_the_trainers_page_and_that_to_its_modules(html):
    course = read(html("curricula/course.en.md"), "curricula/course.en.md")
    assert "](curricula/course/trainer/)" in course
    overview = read(html(OVERVIEW.format("en")), OVERVIEW.format("en"))
    assert "[The account book](curricula/course/trainer/book/)" in overview
    page = read(html(MODULE.format("th"), SECOND), MODULE.format("th"))
    assert "[สำหรับวิทยากร: หลักสูตรตัวอย่าง](curricula/course/trainer/) › บทที่ 1 จาก 2 · 90 นาที" in page
    assert "[หน้าที่ผู้เรียนเห็น](curricula/course/book/)" in page
    assert "บทถัดไป: [กระปุก](curricula/course/trainer/jar/)" in page


def test_answers_are_not_found_by_the_search(read_site):
    site = read_site(COURSE)
    assert all(site.search_filters(path.format("th")) is None for path in (OVERVIEW, MODULE))


def test_markup_in_the_words_is_shown_as_text(html):
    script = MODULE_EN.replace("Ask where the money went", "'<b onclick=x>Ask</b>'").replace(
        "[An account book]", "['<i>']"
    )
    changes = {"curricula/course/book.en.md": script}
    assert "<b onclick" not in html(MODULE.format("en"), changes)
    assert "&lt;i&gt;" in html(OVERVIEW.format("en"), changes)
