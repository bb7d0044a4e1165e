"""Long lists: fifty cards a page, every entry on exactly one page, a way to the others; written when asked for."""

import re

import pytest
from conftest import STORY_TH
from porpiang.pages import computed_pages
from porpiang.pages.lists import cut, list_rest, page_uris, pager
from porpiang.pages.writer import Writer
from shown import read


@pytest.fixture(autouse=True)
def _fifty_cards_a_page(monkeypatch):
    monkeypatch.setattr("porpiang.pages.lists.PAGE_SIZE", 50)


@pytest.mark.parametrize(
    ("first", "total", "addresses"),
    [
        ("stories/index.md", 0, ["stories/index.md"]),
        ("stories/index.md", 50, ["stories/index.md"]),
        ("stories/index.md", 51, ["stories/index.md", "stories/page/2.md"]),
        ("stories/theme/waste.md", 101, [f"stories/theme/waste{end}.md" for end in ("", "/page/2", "/page/3")]),
    ],
)
def test_addresses_of_pages(first, total, addresses):
    assert page_uris(first, total) == addresses


def test_every_entry_is_on_exactly_one_page():
    entries = list(range(101))
    pages = [cut(entries, number) for number in range(3)]
    assert [len(page) for page in pages] == [50, 50, 1]
    assert [entry for page in pages for entry in page] == entries


@pytest.fixture
def writer(read_site):
    """Return a writer of the library's first page in English."""
    return Writer(read_site().catalog, "en", "stories/index.md")


@pytest.mark.parametrize(
    ("total", "number", "numbers"),
    [
        (2, 0, "**1** [2]"),
        (2, 1, "[1] **2**"),
        (10, 0, "**1** [2] [3] … [10]"),
        (10, 4, "[1] … [3] [4] **5** [6] [7] … [10]"),
        (10, 3, "[1] [2] [3] **4** [5] [6] … [10]"),
        (10, 9, "[1] … [8] [9] **10**"),
    ],
)
def test_pager_links_first_last_and_near_pages(writer, total, number, numbers):
    shown = pager(writer, page_uris("stories/index.md", total * 50), number)
    line = read(shown, "stories/index.md")
    assert re.sub(r"\(.*?\)", "", line) == f"Page {numbers}"
    links = {"1": "stories/", **{str(n): f"stories/page/{n}/" for n in range(2, 11)}}
    assert all(links[text] == address for text, address in re.findall(r"\[(\d+)\]\((.*?)\)", line))
    assert shown.count('aria-current="page"') == 1


def test_single_page_has_no_pager(writer):
    assert pager(writer, ["stories/index.md"], 0) == ""


def test_later_pages_have_a_title_the_way_back_and_their_own_cards(read_site):
    catalog = read_site({f"stories/p{number:03}.th.md": STORY_TH for number in range(60)}).catalog
    uris = ["stories/index.md", "stories/page/2.md"]
    ((address, page),) = list_rest(catalog, "en", uris, catalog.of("stories"), "All <stories>")
    assert address == "stories/page/2.md"
    assert (page.title, page.summary) == ("All <stories>, page 2", "All <stories>, page 2")
    shown = read(page.write(), "stories/page/2.md")
    assert shown.startswith("[All <stories>](stories/)\n")
    cards = re.findall(r"^- \*\*\[.*\]\(stories/(\w+)/\)", shown, re.MULTILINE)
    assert cards == [*(f"p{number:03}" for number in range(50, 60)), "pond"]
    assert shown.endswith("\nPage [1](stories/) **2**")


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("plan/coverage", "coverage_how"),
        ("stories/theme/waste", "none_yet"),
        ("stories/page/2", "page"),
        ("stories/theme/water-forest/page/2", "page"),
        ("activities/s1-1-1/stories/page/2", "page"),
    ],
)
def test_computed_page_is_only_written_when_asked_for(read_site, page, key):
    catalog = read_site({f"stories/p{number}.th.md": STORY_TH for number in range(50)}).catalog
    written = computed_pages(catalog)[f"{page}.th.md"]
    del catalog.vocabulary["interface"][key]  # what is written from now on shows the key in the sentence's place
    assert re.search(rf"^\*?{key}\b", read(written.write()), re.MULTILINE)
