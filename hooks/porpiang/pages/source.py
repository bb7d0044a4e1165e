"""The founding text, word for word: a number and an anchor at every paragraph, the errata beside it."""

import re
from collections import defaultdict
from html import escape

from ..page import DEFAULT_LOCALE
from .writer import Writer, block, heading, paragraph

_PART = re.compile(r"^(ส่วนที่|ยุทธศาสตร์ที่) [๐-๙]")
_LABELS = ("วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์ กลยุทธ์ กิจกรรม")
NAME = "plan/source/index"


def paragraphs(body: str) -> list[str]:
    """Return the paragraphs of the founding text; their order gives their numbers, which never change."""
    return [part.strip() for part in re.split(r"\n\s*\n", body.strip()) if part.strip()]


def source_page(writer: Writer) -> str:
    """Return the founding text in a language, as it stands in its file; headings are where the Thai text has them."""
    halves = writer.catalog.standing[NAME]
    original = paragraphs(halves[DEFAULT_LOCALE if DEFAULT_LOCALE in halves else writer.locale].body)
    errata: dict[str, list[str]] = defaultdict(list)
    for word in writer.catalog.vocabulary.get("errata", {}).values():
        errata[str(word.more.get("paragraph"))].append(word.id)
    shown = []
    for number, (text, thai) in enumerate(zip(paragraphs(halves[writer.locale].body), original, strict=False), 1):
        marks = (f'<a href="#{e}">{writer.html("erratum", number=e[1:])}</a>' for e in errata[str(number)])
        margin = " ".join((f'<a href="#p{number}">{number}</a>', *marks))
        name = "verbatim label" if thai in _LABELS else "verbatim"
        tag = f'h2 id="p{number}"' if _PART.match(thai) else f'p id="p{number}" class="{name}"'
        shown.append(f'<p class="margin">{margin}</p><{tag}>{escape(text)}</{tag.split()[0]}>')
    note = paragraph(writer.text("our_translation"), "translation-note") if writer.locale != DEFAULT_LOCALE else ""
    return "".join(
        (
            paragraph(str(halves[writer.locale].meta.get("summary", "")), "lead"),
            note,
            paragraph(writer.text("source_how")),
            block("founding-text", *shown),
            heading(writer.html("errata"), "errata"),
            paragraph(writer.text("errata_how")),
            _errata(writer),
        )
    )


def _errata(writer: Writer) -> str:
    """Return the numbered errata, each with the words as they stand and what we think was meant."""
    lines = []
    for word in writer.catalog.vocabulary.get("errata", {}).values():
        number = escape(str(word.more.get("paragraph", "")))
        where = f'<a href="#p{number}">{writer.html("paragraph", number=number)}</a>'
        name = writer.html("erratum", number=word.id[1:])
        words = f"“{escape(str(word.more.get('slip', '')))}”: {escape(word.label(writer.locale))}"
        lines.append(f'<p id="{word.id}"><b>{name}</b> · {where} · {words}</p>')
    return "".join(lines)
