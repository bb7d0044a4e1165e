"""The building blocks of models, in a form of one field each."""

from typing import Annotated

import pytest
from porpiang.model import Fields, Source, WordOf, validate
from porpiang.model.fields import Day, PartialDate, Sentence, SourceId, Text, Unknown, Url, Year
from porpiang.page import Page, read_yaml
from porpiang.vocabulary import Word
from pydantic import ValidationError


class Form(Fields):
    text: Text = "a"
    sentence: Sentence = "a"
    lao: Unknown[Text] = None
    url: Url = "https://example.org"
    year: Year = 2000
    maybe_year: Unknown[Year] = None
    day: Day = "2026-11-23"
    date: PartialDate = "2011"
    source: SourceId = "a"
    theme: Annotated[str, WordOf("themes")] = "waste"


WORDS = {"themes": {"waste": Word("waste", {"th": "ขยะ", "en": "Waste"})}}


def fill(**meta: object) -> tuple[Form | None, list]:
    return validate(Form, meta, Page("a.th.md", "a", "th", meta, "", 1), WORDS)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("text", "  ก  ", "ก"),
        ("text", "2011", "2011"),
        ("sentence", "ก" * 240, "ก" * 240),
        ("lao", "unknown", None),
        ("lao", "อบต. ก", "อบต. ก"),
        ("url", "http://ตัวอย่าง.ไทย/ก?ข=1", "http://ตัวอย่าง.ไทย/ก?ข=1"),
        ("year", "1700", 1700),
        ("year", "2011", 2011),
        ("maybe_year", "unknown", None),
        ("maybe_year", "2011", 2011),
        ("date", "2011", "2011"),
        ("date", "2011-08", "2011-08"),
        ("date", "2012-02-29", "2012-02-29"),
        ("source", "1", "1"),
        ("theme", "waste", "waste"),
    ],
)
def test_sound_value_is_kept(field, value, kept):
    form, problems = fill(**{field: value})
    assert problems == []
    assert getattr(form, field) == kept


def test_day_becomes_a_date():
    assert fill(day="2026-11-23")[0].day.isoformat() == "2026-11-23"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("text", "", "empty-field"),
        ("text", "   ", "empty-field"),
        ("text", ["ก"], "wrong-type"),
        ("text", {"ก": "ข"}, "wrong-type"),
        ("sentence", "ก" * 241, "too-long"),
        ("lao", "", "empty-field"),
        ("year", "", "empty-field"),
        ("maybe_year", "", "empty-field"),
        ("source", "", "empty-field"),
        ("url", "example.org", "bad-url"),
        ("url", "javascript:alert(1)", "bad-url"),
        ("url", "https://example.org/a b", "bad-url"),
        ("url", 'https://example.org/"><script>', "bad-url"),
        ("year", "2554", "buddhist-year"),
        ("maybe_year", "2554", "buddhist-year"),
        ("year", "1699", "wrong-type"),
        ("year", "๒๕๕๔", "wrong-type"),
        ("year", "ปีก่อน", "wrong-type"),
        ("year", "2011.5", "wrong-type"),
        ("day", "2026-11-31", "not-a-date"),
        ("day", "2026-11", "not-a-date"),
        ("day", "2569-11-23", "buddhist-year"),
        ("day", "๒๐๒๖-๑๑-๒๓", "not-a-date"),
        ("date", "2011-13", "not-a-date"),
        ("date", "2011-02-29", "not-a-date"),
        ("date", "25/8/2011", "not-a-date"),
        ("date", "2554-08", "buddhist-year"),
        ("date", "", "not-a-date"),
        ("theme", "watse", "unknown-word"),
        ("colour", "red", "unknown-field"),
    ],
)
def test_unsound_value_is_one_problem(field, value, code):
    form, problems = fill(**{field: value})
    assert form is None
    assert [(p.field, p.code) for p in problems] == [(field, code)]


def test_buddhist_year_is_answered_with_the_common_era():
    (problem,) = fill(year="2554")[1]
    assert problem.repair_th == "ในไฟล์ใช้ปี ค.ศ. ลบด้วย 543 เป็น 2011"
    assert problem.repair_en == "files use the Common Era: subtract 543 and write 2011"


def test_values_never_change_after_reading():
    form, _ = fill(text="ก")
    with pytest.raises(ValidationError):
        form.text = "ข"


def test_source_may_be_numbered_and_of_unknown_date():
    meta, _, _ = read_yaml("{id: 1, title: ก, url: 'https://example.org', date: unknown, supports: ข}", "a.th.md")
    source, problems = validate(Source, meta, Page("a.th.md", "a", "th", meta, "", 1), {})
    assert problems == []
    assert (source.id, source.date) == ("1", None)
