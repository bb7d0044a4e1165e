"""HTML for one page: text shown letter by letter, links as seen from the page, counts, cards."""

from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from conftest import STORY_TH, VISIT
from porpiang.pages.writer import Writer, block, heading, items, paragraph
from shown import read


@pytest.fixture
def writer(read_site):
    """Return a writer of the page of a story, in a language or at another address."""
    return lambda locale="th", uri="stories/pond.md", changes=None: Writer(read_site(changes).catalog, locale, uri)


class _Parts(HTMLParser):
    """Collects the tags and the text of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> & &lt;b&gt; ลด < 5%",
        "\"><img src=x onerror='alert(1)'>",
        "[x](javascript:alert(1)) *ข้าว* _หอม_ `มะลิ` <http://a.b>",
        "1. ไม่ใช่รายการ\n# ไม่ใช่หัวข้อ {: .hidden }",
    ],
)
def test_text_is_shown_letter_by_letter(writer, text):
    shown = _Parts(paragraph(text, "lead") + writer().link("index.md", text))
    assert shown.text == text + text
    assert shown.tags == [("p", {"class": "lead"}), ("a", {"href": "../../"})]


PAGES = {
    "index.md": "",
    "plan/s1.md": "plan/s1/",
    "stories/index.md": "stories/",
    "stories/pond.md": "stories/pond/",
    "stories/book-index.md": "stories/book-index/",
    "stories/province/90.md": "stories/province/90/",
    "stories/theme/waste/page/2.md": "stories/theme/waste/page/2/",
}


@pytest.mark.parametrize("here", PAGES)
@pytest.mark.parametrize(("locale", "home"), [("th", "https://x.example/sub/"), ("en", "https://x.example/sub/en/")])
def test_link_leads_to_the_page_in_the_language_of_the_page_it_stands_on(writer, here, locale, home):
    writer = writer(locale, here)
    assert all(writer.url(there) for there in PAGES)
    assert {there: urljoin(home + PAGES[here], writer.url(there)) for there in PAGES} == {
        there: home + address for there, address in PAGES.items()
    }


@pytest.mark.parametrize("here", PAGES)
@pytest.mark.parametrize(("locale", "home"), [("th", "https://x.example/sub/"), ("en", "https://x.example/sub/en/")])
def test_files_are_found_from_both_languages(writer, here, locale, home):
    asset = writer(locale, here).asset("assets/x.svg")
    assert urljoin(home + PAGES[here], asset) == "https://x.example/sub/assets/x.svg"


def test_count_has_a_word_for_one_and_commas_for_thousands(writer):
    assert [writer("en").count("stories", number) for number in (0, 1, 2, 1234)] == [
        "0 stories",
        "1 story",
        "2 stories",
        "1,234 stories",
    ]


def test_title_of_an_entry_that_is_only_in_thai_is_marked_thai_on_english_pages(writer):
    en = writer("en", changes={"stories/pond.en.md": None})
    pond = en.catalog.entries["stories"]["pond"]
    link = _Parts(en.entry_link(pond))
    assert link.text == "บ้านตัวอย่างเก็บน้ำไว้ใช้ (in Thai)"
    assert link.tags == [("a", {"href": "../../stories/pond/"}), ("span", {"lang": "th"})]
    assert '<span lang="th">บ้านตัวอย่างเก็บน้ำไว้ใช้</span>' in en.entry_link(pond)
    card = _Parts(en.cards([pond]))
    assert [(tag, a["lang"]) for tag, a in card.tags if "lang" in a] == [("span", "th"), ("p", "th")]
    assert "ชาวบ้านช่วยกันขุดสระและมีน้ำใช้ตลอดปี" in card.text


@pytest.mark.parametrize(
    ("locale", "changes", "title"),
    [("en", None, "A village that keeps its water"), ("th", {"stories/pond.en.md": None}, "บ้านตัวอย่างเก็บน้ำไว้ใช้")],
    ids=["translated", "on a Thai page"],
)
def test_title_in_the_language_of_the_page_needs_no_mark(writer, locale, changes, title):
    here = writer(locale, changes=changes)
    pond = here.catalog.entries["stories"]["pond"]
    link = _Parts(here.entry_link(pond))
    assert link.text == here.entry_title(pond) == title
    assert [attributes.keys() for _, attributes in link.tags] == [{"href"}]


def test_card_of_a_story_shows_level_province_and_themes(writer):
    en = writer("en", "index.md", {"stories/pond.th.md": STORY_TH.replace("[water-forest]", "[water-forest, waste]")})
    assert read(en.cards(en.catalog.of("stories"))) == (
        "- **[A village that keeps its water](stories/pond/)**\n"
        "  Villagers dug a pond together and have water all year.\n"
        "  Community · Songkhla · Water and forest · Waste"
    )
    article = "- **[The philosophy](knowledge/philosophy/)**\n  A short explanation."
    assert read(en.cards(en.catalog.of("knowledge"))) == article
    assert read(en.cards([])) == "*none yet*"


def test_card_of_a_place_to_visit_shows_what_it_is_known_for_its_kind_province_and_themes(writer):
    en = writer("en", "index.md", VISIT)
    assert read(en.cards(en.catalog.of("visits"))) == (
        "- **[Example centre](visits/centre/)**\n"
        "  Known for: Water kept for the whole year\n"
        "  Royal Development Study Centre · Songkhla · Water and forest"
    )


def test_heading_has_an_anchor_and_no_words_but_its_own(writer):
    parts = _Parts(heading("ก &lt; ข", 'a"b', 3))
    assert (parts.tags, parts.text) == ([("h3", {"id": 'a"b'})], "ก < ข")
    assert _Parts(writer("en").heading("not_for")).tags[0] == ("h2", {"id": "not-for"})


def test_pieces_become_lists_and_divisions_in_their_order():
    assert read(items(["<b>ก</b>", "ข &amp; ค"], "ol")) == "1. **ก**\n2. ข & ค"
    assert block("hero", "<p>ก</p>", "", "<p>ข</p>") == '<div class="hero"><p>ก</p><p>ข</p></div>'
