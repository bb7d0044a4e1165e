"""The founding text, word for word: a number and an anchor at every paragraph, the errata beside it."""

import re
from collections import defaultdict

from ..page import DEFAULT_LOCALE
from .writer import Writer, block, join, plain

_PART = re.compile(r"^(ส่วนที่|ยุทธศาสตร์ที่) [๐-๙]")
_LABELS = ("วิสัยทัศน์", "พันธกิจ", "เป้าประสงค์ กลยุทธ์ กิจกรรม")


def paragraphs(body: str) -> list[str]:
    """Return the paragraphs of the founding text; their order gives their numbers, which never change."""
    return [paragraph.strip() for paragraph in re.split(r"\n\s*\n", body.strip()) if paragraph.strip()]


def source_page(writer: Writer, body: str) -> str:
    """Return the founding text in a language; headings are where the Thai text has them."""
    page = writer.catalog.standing["plan/source/index"][writer.locale]
    original = paragraphs(writer.catalog.standing["plan/source/index"][DEFAULT_LOCALE].body)
    errata: dict[int, list[str]] = defaultdict(list)
    for word in writer.catalog.vocabulary.get("errata", {}).values():
        errata[int(word.more["paragraph"])].append(word.id)
    shown = []
    for number, (text, thai) in enumerate(zip(paragraphs(body), original, strict=False), 1):
        marks = " ".join(f"[{writer.text('erratum', number=e[1:])}](#{e}){{ .erratum-mark }}" for e in errata[number])
        anchor = f"[{number}](#p{number}){{ .paragraph-number }}"
        margin = f"{anchor} {marks}".strip()
        if _PART.match(thai):
            shown.append(f"{margin}\n{{: .margin }}\n\n## {plain(text)} {{ #p{number} }}")
            continue
        name = " .label" if thai in _LABELS else ""
        shown.append(f"{margin}\n{{: .margin }}\n\n{plain(text)}\n{{: #p{number} .verbatim{name} }}")
    return join(
        f"# {plain(page.meta['title'])}",
        block("lead", plain(page.meta["summary"])),
        block("translation-note", writer.text("our_translation")) if writer.locale != DEFAULT_LOCALE else "",
        writer.text("source_how"),
        block("founding-text", "\n\n".join(shown)),
        f"## {writer.text('errata')} {{ #errata }}",
        writer.text("errata_how"),
        _errata(writer),
    )


def _errata(writer: Writer) -> str:
    """Return the numbered errata, each with the words as they stand and what we think was meant."""
    lines = []
    for word in writer.catalog.vocabulary.get("errata", {}).values():
        paragraph = word.more["paragraph"]
        where = f"[{writer.text('paragraph', number=paragraph)}](#p{paragraph})"
        slip = plain(str(word.more["slip"]))
        lines.append(
            f"{writer.text('erratum', number=word.id[1:])} · {where} · “{slip}”: {plain(word.label(writer.locale))}\n"
            f"{{: #{word.id} .erratum }}"
        )
    return "\n\n".join(lines)
