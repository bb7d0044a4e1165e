"""The founding text: word for word, a lasting number at every paragraph, errata beside it."""

import re

import pytest
from conftest import REAL
from porpiang.pages import lay_out_site
from porpiang.pages.source import paragraphs

FOUNDING = "plan/source/index"


def source(title, body):
    return f"---\ntitle: {title}\nsummary: สั้น\n---\n\n{body}\n"


TINY = {
    f"{FOUNDING}.th.md": source("ต้นฉบับ", "หนังสือ\n\nส่วนที่ ๑ บทนำ\n\nวิสัยทัศน์\n\n๑. ท้องถิ่น *น่าอยู่*"),
    f"{FOUNDING}.en.md": source("Founding text", "Letter\n\nPart 1 Introduction\n\nVision\n\n1. A good place"),
    "_vocabulary/errata.yml": "e1: {paragraph: 4, slip: น่าอยู่, th: น่าจะดี, en: Probably good.}\n"
    "e2: {paragraph: 4, slip: ท้อง, th: ก, en: B}\n",
}


@pytest.fixture
def page(read_site):
    """Return the founding text's page in a language."""
    return lambda locale, changes=TINY: lay_out_site(read_site(changes).catalog)[f"{FOUNDING}.{locale}.md"]


def test_paragraphs_are_parted_by_empty_lines():
    assert paragraphs("\nก\nข\n\n \n ค \n\n") == ["ก\nข", "ค"]


@pytest.mark.parametrize(
    ("locale", "heading", "label", "text", "mark"),
    [
        ("th", "ส่วนที่ ๑ บทนำ", "วิสัยทัศน์", r"๑\. ท้องถิ่น \*น่าอยู่\*", "หมายเหตุ"),
        ("en", "Part 1 Introduction", "Vision", r"1\. A good place", "Note"),
    ],
)
def test_each_paragraph_has_its_number_and_the_headings_of_the_thai_text(page, locale, heading, label, text, mark):
    shown = page(locale)
    assert f"[2](#p2){{ .paragraph-number }}\n{{: .margin }}\n\n## {heading} {{ #p2 }}\n" in shown
    assert f"\n{label}\n{{: #p3 .verbatim .label }}\n" in shown
    margin = f"[4](#p4){{ .paragraph-number }} [{mark} 1](#e1){{ .erratum-mark }} [{mark} 2](#e2){{ .erratum-mark }}"
    assert f"\n{margin}\n{{: .margin }}\n\n{text}\n{{: #p4 .verbatim }}\n" in shown


def test_errata_stand_below_and_point_at_their_paragraph(page):
    assert "## Errata { #errata }\n" in page("en")
    assert "\nNote 1 · [paragraph 4](#p4) · “น่าอยู่”: Probably good.\n{: #e1 .erratum }\n" in page("en")
    assert "\nหมายเหตุ 1 · [ย่อหน้า 4](#p4) · “น่าอยู่”: น่าจะดี\n{: #e1 .erratum }\n" in page("th")


def test_only_the_english_says_that_it_is_our_translation(page):
    assert "our own translation" in page("en")
    assert "คำแปลของเรา" not in page("th")


def test_real_text_is_shown_word_for_word_in_the_order_of_its_numbers(page):
    shown = page("th", {})
    verbatim = re.findall(r"^(?:## )?(.*)(?: \{ |\n\{: )#p(\d+)", shown, re.MULTILINE)
    body = REAL[f"{FOUNDING}.th.md"].split("\n---\n", 1)[1]
    written = [part.strip() for part in body.split("\n\n") if part.strip()]
    assert [int(number) for _, number in verbatim] == list(range(1, len(written) + 1))
    assert [re.sub(r"\\([-.*#])", r"\1", text) for text, _ in verbatim] == written


def test_every_real_slip_stands_in_the_paragraph_that_its_erratum_names(read_site):
    catalog = read_site().catalog
    written = paragraphs(catalog.standing[FOUNDING]["th"].body)
    errata = catalog.vocabulary["errata"].values()
    assert [
        word.id
        for word in errata
        if word.more["slip"].replace("ำ", "\u0e4d\u0e32")
        not in written[word.more["paragraph"] - 1].replace("ำ", "\u0e4d\u0e32")
    ] == []
    assert len(written) == len(paragraphs(catalog.standing[FOUNDING]["en"].body)), "a paragraph is not translated"
