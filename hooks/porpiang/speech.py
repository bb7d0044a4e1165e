"""How long a text takes to be read aloud."""

import re

WORDS_A_MINUTE = 130
"""How fast a script is read over a loudspeaker."""
LETTERS_A_WORD = 4.0
"""Thai letters, vowels and tone marks for one word: measured on the loudspeaker scripts of all modules, cut by
PyThaiNLP; single scripts differ from it by 7 % at most. Thai has no spaces between words to count by."""
_THAI = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e5b]")


def minutes_aloud(text: str, locale: str) -> float:
    """Return the minutes that a text takes to be read aloud; in Thai by its letters, in English by its words."""
    words = len(_THAI.findall(text)) / LETTERS_A_WORD if locale == "th" else len(text.split())
    return words / WORDS_A_MINUTE
