"""Alphabetical order as a Thai dictionary has it."""

import re

_LEADING_VOWEL = re.compile(r"([เแโใไ])(.)")
_MARKS = re.compile(r"[็-๎]")


def sort_key(text: str) -> tuple[str, str]:
    """Return a key that sorts by consonant before a vowel written ahead of it, and by tone marks last of all.

    This is the rule of the Royal Institute Dictionary for words; it leaves Latin text as it is.
    """
    return _LEADING_VOWEL.sub(r"\2\1", _MARKS.sub("", text)), text
