"""Dates: Buddhist era in Thai, Common Era in English."""

from datetime import date

import pytest
from porpiang.dates import day, year


@pytest.mark.parametrize(("locale", "shown"), [("th", "พ.ศ. 2554"), ("en", "2011")])
def test_year_is_of_the_readers_era(locale, shown):
    assert year(2011, locale) == shown


@pytest.mark.parametrize(
    ("value", "thai", "english"),
    [
        ("2011", "พ.ศ. 2554", "2011"),
        ("2011-08", "สิงหาคม 2554", "August 2011"),
        ("2011-08-05", "5 สิงหาคม 2554", "5 August 2011"),
        (date(2026, 1, 31), "31 มกราคม 2569", "31 January 2026"),
        (date(1999, 12, 1), "1 ธันวาคม 2542", "1 December 1999"),
    ],
    ids=["year", "month", "day", "date", "end of a year"],
)
def test_day_is_written_as_exactly_as_it_is_known(value, thai, english):
    assert (day(value, "th"), day(value, "en")) == (thai, english)
