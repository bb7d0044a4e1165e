"""The library: the map's content in words, ways in that lead somewhere, and a page for every value, empty or not."""

import re

import pytest
from conftest import STORY_TH
from porpiang.pages import generate_pages, lay_out_site
from porpiang.pages.library import facet_pages, library_rest


@pytest.fixture
def page(read_site):
    """Return a function that lays a page out from the tiny site with some files changed."""
    return lambda path, changes=None, outlines=None: lay_out_site(read_site(changes).catalog, outlines)[path]


def test_every_province_stands_under_its_region_with_its_count(page):
    words = page("stories/index.en.md")
    south = re.search(r"\*\*\[South\]\(region/south\.md\)\*\* \(1\)  \n(.*)", words)[1]
    assert south.startswith("[Chumphon](province/86.md) 0 · [Krabi](province/81.md) 0 · ")
    assert "[Songkhla](province/90.md) 1 · " in south
    assert len(re.findall(r"\(province/\d\d\.md\) \d", words)) == 77
    assert "**[North](region/north.md)** (0)" in words


def test_ways_in_are_the_values_that_have_stories(page):
    ways = page("stories/index.th.md").split("## เลือกดูตามที่สนใจ")[1].split("## แบบอย่างทั้งหมด (1)")[0]
    assert re.findall(r"^- .*", ways, re.MULTILINE) == [
        "- [ชุมชน](kind/community.md) 1",
        "- [น้ำและป่า](theme/water-forest.md) 1",
        "- [น้ำไม่พอหน้าแล้ง](problem/drought.md) 1",
        "- [องค์การบริหารส่วนตำบล (อบต.)](lao-type/sao.md) 1",
    ]
    assert re.findall(r"^### .*", ways, re.MULTILINE) == [
        "### ตามระดับ",
        "### ตามเรื่อง",
        "### ตามปัญหา",
        "### ตามประเภท อปท.",
    ]


def test_library_keeps_its_own_words_and_shows_the_map(page, outlines):
    drawn = page("stories/index.th.md", outlines=outlines)
    assert drawn.startswith("# คลัง\n\nข้อความ\n")
    assert drawn.count('<figure class="map">') == 1


def test_empty_library_says_none_yet(page):
    empty = page("stories/index.en.md", {"stories/pond.th.md": None, "stories/pond.en.md": None})
    assert empty == "# Library\n\nข้อความ\n\n*none yet*\n"


def test_empty_value_has_a_page_that_says_none_yet(page):
    assert page("stories/theme/waste.en.md") == (
        '---\ntitle: "Stories on: Waste"\nsummary: "Waste: 0 stories"\n---\n\n'
        "# Stories on: Waste\n\n0 stories · [All stories](../index.md)\n\n*none yet*\n"
    )


def test_value_with_a_story_shows_its_card(page):
    waste = page("stories/problem/drought.th.md")
    assert waste.startswith('---\ntitle: "แบบอย่างที่ช่วยแก้ปัญหาน้ำไม่พอหน้าแล้ง"\nsummary: "รวมน้ำไม่พอหน้าแล้ง 1 เรื่อง"\n')
    assert "1 เรื่อง · [แบบอย่างทั้งหมด](../index.md)" in waste
    assert "**[บ้านตัวอย่างเก็บน้ำไว้ใช้](../pond.md)**" in waste


def test_map_is_on_the_first_page_of_a_province_only(read_site, outlines):
    catalog = read_site({f"stories/p{number}.th.md": STORY_TH for number in range(50)}).catalog
    pages = dict(facet_pages(catalog, "th", outlines))
    assert pages["stories/province/90.md"].count('aria-current="true"') == 1
    assert "สงขลา: 51 เรื่อง" in pages["stories/province/90.md"]
    assert "<svg" not in pages["stories/province/90/page/2.md"]
    assert "<svg" not in pages["stories/region/south.md"]


def test_long_library_goes_on_at_later_pages(read_site):
    catalog = read_site({f"stories/p{number}.th.md": STORY_TH for number in range(100)}).catalog
    later = dict(library_rest(catalog, "th"))
    assert list(later) == ["stories/page/2.md", "stories/page/3.md"]
    first = lay_out_site(catalog)["stories/index.th.md"]
    shown = [
        re.findall(r"^-   \*\*\[.*?\]\((?:\.\./)?(\w+)\.md\)", text, re.MULTILINE) for text in (first, *later.values())
    ]
    assert [len(cards) for cards in shown] == [50, 50, 1]
    assert len({card for cards in shown for card in cards}) == 101
    assert {"stories/page/3.en.md", "stories/kind/community/page/3.th.md"} <= generate_pages(catalog).keys()
