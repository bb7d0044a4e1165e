"""Markdown for one page: text shown letter by letter, links as seen from the page, counts, cards."""

import html
import re

import markdown
import pytest
import yaml
from conftest import STORY_TH
from porpiang.pages.writer import Writer, block, front_matter, join, plain


@pytest.mark.parametrize(
    "text",
    [
        "ปลูก *ข้าว* _หอม_ `มะลิ` **ทุก**ปี",
        "<script>alert(1)</script> & &lt;b&gt; ลด < 5%",
        "[x](javascript:alert(1)) ![x](x.png) [1]: y <http://a.b>",
        "1. ไม่ใช่รายการ",
        "๑. ไม่ใช่รายการ",
        "- ไม่ใช่รายการ",
        "+ ไม่ใช่รายการ",
        "# ไม่ใช่หัวข้อ",
        "ชื่อ {: .hidden onclick=x } {#id}",
        r"ทางลัด C:\name\_x | ช่อง",
        "2 ^ 3 ~~ไม่ขีด~~ ยาย ๆ",
    ],
)
def test_text_is_shown_letter_by_letter(text):
    shown = markdown.markdown(plain(text), extensions=["attr_list", "def_list", "md_in_html", "sane_lists", "tables"])
    assert re.fullmatch(r"<p>[^<]*</p>", shown), "the text became more than a paragraph"
    assert html.unescape(shown[3:-4]) == text


def test_text_cannot_set_attributes_of_the_heading_it_stands_in():
    heading = markdown.markdown(f"# {plain('แผน {: .hidden #x onclick=y }')}", extensions=["attr_list"])
    assert heading == "<h1>แผน {: .hidden #x onclick=y }</h1>"


@pytest.fixture
def writer(read_site):
    """Return a writer of the page of a story, in a language or at another address."""
    return lambda locale="th", uri="stories/pond.md", changes=None: Writer(read_site(changes).catalog, locale, uri)


@pytest.mark.parametrize(
    ("here", "there", "href", "url"),
    [
        ("index.md", "plan/s1.md", "plan/s1.md", "plan/s1/"),
        ("stories/pond.md", "stories/index.md", "index.md", "../"),
        ("stories/pond.md", "plan/s1.md", "../plan/s1.md", "../../plan/s1/"),
        ("stories/index.md", "stories/province/90.md", "province/90.md", "province/90/"),
        ("stories/province/90.md", "index.md", "../../index.md", "../../../"),
    ],
)
def test_address_is_as_seen_from_the_page(writer, here, there, href, url):
    assert writer(uri=here).href(there) == href
    assert writer(uri=here).url(there) == url
    assert writer(uri=here).link(there, "ก [ข]") == rf"[ก \[ข\]]({href})"


@pytest.mark.parametrize(
    ("locale", "here", "address"),
    [
        ("th", "index.md", "./assets/x.svg"),
        ("en", "index.md", "./../assets/x.svg"),
        ("th", "stories/pond.md", "../../assets/x.svg"),
        ("en", "stories/pond.md", "../../../assets/x.svg"),
        ("en", "stories/index.md", "../../assets/x.svg"),
    ],
)
def test_files_are_found_from_both_languages(writer, locale, here, address):
    assert writer(locale, here).asset("assets/x.svg") == address


def test_count_has_a_word_for_one_and_commas_for_thousands(writer):
    assert [writer("en").count("stories", number) for number in (0, 1, 2, 1234)] == [
        "0 stories",
        "1 story",
        "2 stories",
        "1,234 stories",
    ]


def test_link_to_an_entry_says_when_it_is_only_in_thai(writer):
    en = writer("en", changes={"stories/pond.en.md": None})
    assert en.entry_link(en.catalog.entries["stories"]["pond"]) == "[บ้านตัวอย่างเก็บน้ำไว้ใช้](pond.md) (in Thai)"
    th = writer("th", changes={"stories/pond.en.md": None})
    assert th.entry_link(th.catalog.entries["stories"]["pond"]) == "[บ้านตัวอย่างเก็บน้ำไว้ใช้](pond.md)"


def test_card_of_a_story_shows_level_province_and_themes(writer):
    en = writer("en", "index.md", {"stories/pond.th.md": STORY_TH.replace("[water-forest]", "[water-forest, waste]")})
    cards = en.cards(en.catalog.of("stories"))
    assert cards == (
        '<div class="cards" markdown="1">\n\n'
        "-   **[A village that keeps its water](stories/pond.md)**\n\n"
        "    Villagers dug a pond together and have water all year.\n\n"
        "    *Community · Songkhla · Water and forest · Waste*\n\n"
        "</div>"
    )
    assert "*" not in en.cards(en.catalog.of("knowledge")).replace("**", ""), "an article has no line of facts"
    assert en.cards([]) == "*none yet*"


def test_parts_are_put_under_one_another_without_empty_ones():
    assert join("# ก", "", "ข") == "# ก\n\nข\n"
    assert block("lead", "ก") == '<div class="lead" markdown="1">\n\nก\n\n</div>'


def test_front_matter_holds_any_title():
    written = front_matter('“แผน”: "ก" # [x]\n---', "สรุป\\")
    assert written.endswith("\n---\n\n")
    assert yaml.safe_load(written.removesuffix("---\n\n")) == {"title": '“แผน”: "ก" # [x]\n---', "summary": "สรุป\\"}
