"""The table that an organizer signs: good lines become records, bad ones are named in both languages."""

from datetime import date

import pytest
from conftest import DOCS
from porpiang.assembly import assemble, read_files
from porpiang.record_code import Record
from porpiang.record_rows import read_rows

HEADER = "name,course,version,date,right,count"
GOOD = "สมใจ ใจดี,leaders,1.0,2026-11-20,14,16"
TODAY = date(2026, 11, 23)
KEY = "A" * 52


@pytest.fixture(scope="module")
def courses():
    """Return the real catalog with one organizer registered."""
    files = dict(read_files(DOCS))
    line = f"khlong-sai: {{th: อบต., en: SAO, key: {KEY}, from: 2026-01-01, until: 2026-11-21}}\n"
    return assemble((files | {"_vocabulary/organizers.yml": line.encode()}).items()).catalog


@pytest.fixture
def rows(courses):
    """Return a function that reads lines below the header, or a whole file as bytes."""

    def _rows(table, organizer="other"):
        data = table if isinstance(table, bytes) else "\n".join((HEADER, *table)).encode()
        return read_rows(data, "learners.csv", courses, organizer, TODAY)

    return _rows


def test_good_lines_become_records(rows):
    records, problems = rows([GOOD, "Zoe\u0308  B ,trainers,1.0,2026-11-23,0,9", ",,,,,"])
    assert problems == []
    assert records[0] == Record("other", "สมใจ ใจดี", "leaders", "1.0", date(2026, 11, 20), 14, 16)
    assert records[1].name == "Zo\u00eb B"


def test_columns_may_stand_in_any_order_with_others_beside_them_as_excel_saves_them(rows):
    table = "\ufeffName,Village,COUNT,right,date,version,course\r\nสมใจ,หมู่ 1,16,14,2026-11-20,1.0,leaders\r\n"
    records, problems = rows(table.encode())
    assert problems == []
    assert (records[0].name, records[0].right, records[0].count) == ("สมใจ", 14, 16)


@pytest.mark.parametrize(
    ("line", "column", "thai", "english"),
    [
        (",leaders,1.0,2026-11-20,14,16", "name", "ช่องนี้ว่างอยู่", "this cell is empty"),
        ("ก,leaders,1.0,2026-11-20,14", "count", "ช่องนี้ว่างอยู่", "this cell is empty"),
        ("ก\u200bข,leaders,1.0,2026-11-20,14,16", "name", "มองไม่เห็น", "cannot be seen"),
        ("ก,leader,1.0,2026-11-20,14,16", "course", "ใกล้เคียง: leaders", "near: leaders"),
        ("ก,leaders,9.0,2026-11-20,14,16", "version", "รุ่นปัจจุบันคือ 1.0", "the version today is 1.0"),
        ("ก,leaders,1,2026-11-20,14,16", "version", "รุ่นปัจจุบันคือ 1.0", "the version today is 1.0"),
        ("ก,leaders,1.0,2569-11-20,14,16", "date", "เป็น 2026", "write 2026"),
        ("ก,leaders,1.0,2026-02-30,14,16", "date", "ไม่ใช่วันที่ที่มีอยู่จริง", "not a date that exists"),
        ("ก,leaders,1.0,20/11/2026,14,16", "date", "ปปปป-ดด-วว", "YYYY-MM-DD"),
        ("ก,leaders,1.0,2026-11-24,14,16", "date", "ยังมาไม่ถึง", "still to come"),
        ("ก,leaders,1.0,2026-11-20,17,16", "right", "17 จาก 16", "17 right of 16"),
        ("ก,leaders,1.0,2026-11-20,0,0", "right", "0 จาก 0", "0 right of 0"),
        ("ก,leaders,1.0,2026-11-20,๑๔,16", "right", "๑๔ จาก 16", "in figures 0–9"),
        ("ก,leaders,1.0,2026-11-20,-1,16", "right", "-1 จาก 16", "-1 right of 16"),
    ],
)
def test_bad_line_is_named_with_its_number_column_and_repair(rows, line, column, thai, english):
    records, (found,) = rows([GOOD, line])
    assert len(records) == 1
    assert (found.path, found.line, found.field) == ("learners.csv", 3, column)
    assert thai in f"{found.th} {found.repair_th}"
    assert english in f"{found.en} {found.repair_en}"


def test_every_fault_of_a_line_is_named_at_once(rows):
    _, problems = rows([",leader,1.0,2026-02-30,17,16"])
    assert [found.field for found in problems] == ["name", "course", "date", "right"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "missing-column"),
        ("ชื่อ,หลักสูตร\nก,leaders\n".encode(), "missing-column"),
        (HEADER.replace(",", ";").encode(), "missing-column"),
        (f"{HEADER}\n,,,,,\n".encode(), "no-rows"),
        (f"{HEADER}\n{GOOD}\n".encode("cp874"), "not-utf8"),
    ],
    ids=["nothing", "other columns", "semicolons", "no lines", "Thai of Windows"],
)
def test_table_that_cannot_be_read_says_what_is_missing(rows, data, code):
    records, (found,) = rows(data)
    assert (records, found.code) == ([], code)


def test_registered_organizer_signs_only_days_on_which_its_key_holds(rows):
    table = [GOOD, GOOD.replace("2026-11-20", "2026-11-22")]
    assert [(found.line, found.code) for found in rows(table, "khlong-sai")[1]] == [(3, "outside-key")]
