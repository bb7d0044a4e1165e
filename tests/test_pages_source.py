"""The founding text: word for word, a lasting number at every paragraph, errata beside it."""

import re
from html import unescape

import pytest
from conftest import REAL
from porpiang.pages.source import paragraphs
from shown import lay_out, read

FOUNDING = "plan/source/index"


def source(title, body):
    return f"---\ntitle: {title}\nsummary: สั้น\n---\n\n{body}\n"


TINY = {
    f"{FOUNDING}.th.md": source("ต้นฉบับ", "หนังสือ\n\nส่วนที่ ๑ บทนำ\n\nวิสัยทัศน์\n\n๑. ท้องถิ่น *น่าอยู่* <b> & {: #x }"),
    f"{FOUNDING}.en.md": source("Founding text", "Letter\n\nPart 1 Introduction\n\nVision\n\n1. A good place"),
    "_vocabulary/errata.yml": "e1: {paragraph: 4, slip: น่าอยู่, th: น่าจะดี, en: Probably good.}\n"
    "e2: {paragraph: 4, slip: ท้อง, th: ก, en: B}\n",
}


@pytest.fixture
def html(read_site):
    """Return a function that lays the founding text's page out in a language."""
    return lambda locale, changes=TINY: lay_out(read_site(changes), f"{FOUNDING}.{locale}.md")


def test_paragraphs_are_parted_by_empty_lines():
    assert paragraphs("\nก\nข\n\n \n ค \n\n") == ["ก\nข", "ค"]


@pytest.mark.parametrize(
    ("locale", "lines"),
    [
        ("th", ["หนังสือ", "## ส่วนที่ ๑ บทนำ", "วิสัยทัศน์", "๑. ท้องถิ่น *น่าอยู่* <b> & {: #x }"]),
        ("en", ["Letter", "## Part 1 Introduction", "Vision", "1. A good place"]),
    ],
)
def test_each_paragraph_is_shown_letter_by_letter_after_its_number(html, locale, lines):
    mark = {"th": "หมายเหตุ", "en": "Note"}[locale]
    margins = ["[1](#p1)", "[2](#p2)", "[3](#p3)", f"[4](#p4) [{mark} 1](#e1) [{mark} 2](#e2)"]
    text = html(locale).split('<div class="founding-text">')[1].split("</div>")[0]
    assert read(text).split("\n") == [line for pair in zip(margins, lines, strict=True) for line in pair]


@pytest.mark.parametrize("locale", ["th", "en"])
def test_headings_and_labels_are_where_the_thai_text_has_them(html, locale):
    found = re.findall(r'<(\w+) id="(p\d)"(?: class="(.*?)")?>', html(locale))
    assert found == [
        ("p", "p1", "verbatim"),
        ("h2", "p2", ""),
        ("p", "p3", "verbatim label"),
        ("p", "p4", "verbatim"),
    ]


def test_errata_stand_below_and_point_at_their_paragraph(html):
    english, thai = read(html("en")), read(html("th"))
    assert "\n**Note 1** · [paragraph 4](#p4) · “น่าอยู่”: Probably good.\n" in english.split("\n## Errata\n")[1]
    assert "\n**หมายเหตุ 1** · [ย่อหน้า 4](#p4) · “น่าอยู่”: น่าจะดี\n" in thai
    assert re.findall(r'<p id="(e\d)">', html("en")) == ["e1", "e2"]


def test_every_link_within_the_page_leads_somewhere(html):
    page = html("th", {})
    anchors = re.findall(r' id="(.*?)"', page)
    assert len(anchors) == len(set(anchors)) > 90
    assert set(re.findall(r'href="#(.*?)"', page)) <= set(anchors)


def test_page_begins_with_its_title_and_only_the_english_says_that_it_is_our_translation(html):
    assert read(html("en")).startswith(
        "# Founding text\nสั้น\nThe plan was written in Thai only. This English wording is our own"
    )
    assert read(html("th")).startswith("# ต้นฉบับ\nสั้น\nเลขหน้าย่อหน้าเป็นลิงก์ประจำย่อหน้า")


def test_paragraph_whose_translation_is_not_written_yet_does_not_break_the_page(html):
    short = {**TINY, f"{FOUNDING}.en.md": source("Founding text", "Letter\n\nPart 1 Introduction")}
    assert re.findall(r' id="(p\d)"', html("en", short)) == ["p1", "p2"]


def test_real_text_is_shown_word_for_word_in_the_order_of_its_numbers(html):
    verbatim = re.findall(r'<(?:h2|p) id="p(\d+)"[^>]*>(.*?)</(?:h2|p)>', html("th", {}), re.DOTALL)
    body = REAL[f"{FOUNDING}.th.md"].split("\n---\n", 1)[1]
    written = [part.strip() for part in body.split("\n\n") if part.strip()]
    assert [int(number) for number, _ in verbatim] == list(range(1, len(written) + 1))
    assert [unescape(text) for _, text in verbatim] == written


def test_every_real_slip_stands_in_the_paragraph_that_its_erratum_names(read_site):
    catalog = read_site().catalog
    written = paragraphs(catalog.standing[FOUNDING]["th"].body)
    errata = catalog.vocabulary["errata"].values()
    assert [
        word.id
        for word in errata
        if word.more["slip"].replace("ำ", "\u0e4d\u0e32")
        not in written[int(word.more["paragraph"]) - 1].replace("ำ", "\u0e4d\u0e32")
    ] == []
    assert len(written) == len(paragraphs(catalog.standing[FOUNDING]["en"].body)), "a paragraph is not translated"
