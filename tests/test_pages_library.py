"""The library: the map's content in words, ways in that lead somewhere, and a page for every value, empty or not."""

import re

import pytest
from conftest import STORY_TH
from porpiang.pages import computed_pages
from porpiang.pages.library import facet_pages, library_rest
from shown import lay_out, read


@pytest.fixture(autouse=True)
def _fifty_cards_a_page(monkeypatch):
    monkeypatch.setattr("porpiang.pages.lists.PAGE_SIZE", 50)


@pytest.fixture
def page(read_site):
    """Return a function that shows a page from the tiny site with some files changed."""
    return lambda path, changes=None: read(lay_out(read_site(changes), path), path)


def test_every_province_stands_under_its_region_with_its_count(page):
    words = page("stories/index.en.md").split("## By province\n")[1].split("\n## ")[0]
    south = re.search(r"^\*\*\[South\]\(stories/region/south/\)\*\* \(1\)\n(.*)", words, re.MULTILINE)[1]
    assert south.startswith("[Chumphon](stories/province/86/) 0 · [Krabi](stories/province/81/) 0 · ")
    assert "[Songkhla](stories/province/90/) 1 · " in south
    assert len(re.findall(r"\(stories/province/\d\d/\) \d", words)) == 77
    assert "**[North](stories/region/north/)** (0)\n" in words


def test_provinces_stand_in_the_order_of_a_thai_dictionary(page):
    south = page("stories/index.th.md").split("**[ภาคใต้]")[1].split("\n")[1]
    assert re.findall(r"\[(.*?)\]", south) == [
        "กระบี่", "ชุมพร", "ตรัง", "นครศรีธรรมราช", "นราธิวาส", "ปัตตานี", "พังงา", "พัทลุง", "ภูเก็ต", "ยะลา", "ระนอง",
        "สงขลา", "สตูล", "สุราษฎร์ธานี",
    ]  # fmt: skip
    north = page("stories/index.th.md").split("**[ภาคเหนือ]")[1].split("\n")[1]
    names = re.findall(r"\[(.*?)\]", north)
    assert names == ["เชียงราย", "เชียงใหม่", "น่าน", "พะเยา", "แพร่", "แม่ฮ่องสอน", "ลำปาง", "ลำพูน", "อุตรดิตถ์"]


def test_ways_in_are_the_values_that_have_stories(page):
    thai = page("stories/index.th.md", {"stories/well.th.md": STORY_TH})
    assert thai.split("\n## เลือกดูตามที่สนใจ\n")[1].split("\n## ตามจังหวัด\n")[0].split("\n") == [
        "### ตามปัญหา",
        "- [น้ำไม่พอหน้าแล้ง](stories/problem/drought/) 2",
        "### ตามเรื่อง",
        "- [น้ำและป่า](stories/theme/water-forest/) 2",
        "### ตามระดับ",
        "- [ชุมชน](stories/kind/community/) 2",
        "### ตามประเภท อปท.",
        "- [องค์การบริหารส่วนตำบล (อบต.)](stories/lao-type/sao/) 2",
    ]


def test_library_keeps_its_own_words_and_shows_the_map(read_site, outlines):
    html = lay_out(read_site(), "stories/index.th.md", outlines)
    assert read(html).startswith("# คลัง\nข้อความ\n")
    assert html.count('<figure class="map">') == 1


def test_empty_library_says_none_yet(page):
    empty = page("stories/index.en.md", {"stories/pond.th.md": None, "stories/pond.en.md": None})
    assert empty == "# Library\nข้อความ\n*none yet*"


def test_empty_value_has_a_page_that_says_none_yet(page, read_site):
    assert page("stories/theme/waste.en.md") == "# Stories on: Waste\n0 stories · [All stories](stories/)\n*none yet*"
    waste = read_site().computed["stories/theme/waste.en.md"]
    assert (waste.title, waste.summary) == ("Stories on: Waste", "Waste, stories in all: 0")


def test_value_with_a_story_shows_its_card(page, read_site):
    theme = read_site().computed["stories/theme/water-forest.th.md"]
    assert (theme.title, theme.summary) == ("แบบอย่างเรื่องน้ำและป่า", "รวมแบบอย่าง น้ำและป่า 1 เรื่อง")
    shown = page("stories/theme/water-forest.th.md")
    assert shown.startswith(f"# {theme.title}\n1 เรื่อง · [แบบอย่างทั้งหมด](stories/)\n")
    assert "\n- **[บ้านตัวอย่างเก็บน้ำไว้ใช้](stories/pond/)**\n" in shown


def test_map_is_on_the_first_page_of_a_province_only(read_site, outlines):
    catalog = read_site({f"stories/p{number}.th.md": STORY_TH for number in range(50)}).catalog
    pages = {uri: page.write() for uri, page in facet_pages(catalog, "th", outlines) if "/90" in uri or "south" in uri}
    assert pages["stories/province/90.md"].count('aria-current="true"') == 1
    assert "สงขลา: 51 เรื่อง" in pages["stories/province/90.md"]
    assert "<svg" not in pages["stories/province/90/page/2.md"]
    assert "<svg" not in pages["stories/region/south.md"]


def test_long_library_goes_on_at_later_pages(read_site):
    site = read_site({f"stories/p{number}.th.md": STORY_TH for number in range(100)})
    later = dict(library_rest(site.catalog, "th"))
    assert list(later) == ["stories/page/2.md", "stories/page/3.md"]
    assert later["stories/page/2.md"].title == "แบบอย่างทั้งหมด หน้า 2"
    first = read(lay_out(site, "stories/index.th.md"), "stories/index.md")
    assert "\nหน้า **1** [2](stories/page/2/) [3](stories/page/3/)" in first
    texts = [first, *(read(page.write(), uri) for uri, page in later.items())]
    shown = [re.findall(r"^- \*\*\[.*?\]\(stories/(\w+)/\)", text, re.MULTILINE) for text in texts]
    assert [len(cards) for cards in shown] == [50, 50, 1]
    assert len({card for cards in shown for card in cards}) == 101
    assert {"stories/page/3.en.md", "stories/kind/community/page/3.th.md"} <= computed_pages(site.catalog).keys()
