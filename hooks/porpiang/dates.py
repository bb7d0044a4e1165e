"""Dates and times of day as readers write them: Buddhist era in Thai, Common Era in English."""

from datetime import date

from .model import BUDDHIST_ERA

_MONTHS = {
    "th": (
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def year(value: int, locale: str) -> str:
    """Return a CE year as readers of a language write it: 2011 → พ.ศ. 2554, 2011."""
    return f"พ.ศ. {value + BUDDHIST_ERA}" if locale == "th" else str(value)


def day(value: date | str, locale: str) -> str:
    """Return a day, month or year: a date, or text of the form YYYY, YYYY-MM or YYYY-MM-DD."""
    parts = [int(part) for part in str(value).split("-")]
    words = [str(parts[0] + BUDDHIST_ERA) if locale == "th" else str(parts[0])]
    if len(parts) == 1:
        return year(parts[0], locale)
    words.insert(0, _MONTHS[locale][parts[1] - 1])
    if len(parts) == 3:
        words.insert(0, str(parts[2]))
    return " ".join(words)


def span(begin: int, end: int, locale: str) -> str:
    """Return a time of the day from one minute after midnight to another: 510, 600 → 08.30–10.00 น., 8:30–10:00."""
    if locale == "th":
        return "–".join(f"{minute // 60:02}.{minute % 60:02}" for minute in (begin, end)) + " น."
    return "–".join(f"{minute // 60}:{minute % 60:02}" for minute in (begin, end))
