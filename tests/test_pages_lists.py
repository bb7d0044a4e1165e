"""Long lists: fifty cards a page, every entry on exactly one page, and a way from each page to the others."""

import pytest
from conftest import STORY_TH
from porpiang.pages.lists import cut, list_rest, page_uris, pager
from porpiang.pages.writer import Writer


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
        (2, 0, "**1** [2](page/2.md)"),
        (2, 1, "[1](index.md) **2**"),
        (10, 0, "**1** [2](page/2.md) [3](page/3.md) … [10](page/10.md)"),
        (10, 4, "[1](index.md) … [3](page/3.md) [4](page/4.md) **5** [6](page/6.md) [7](page/7.md) … [10](page/10.md)"),
        (10, 3, "[1](index.md) [2](page/2.md) [3](page/3.md) **4** [5](page/5.md) [6](page/6.md) … [10](page/10.md)"),
    ],
)
def test_pager_links_first_last_and_near_pages(writer, total, number, numbers):
    shown = pager(writer, page_uris("stories/index.md", total * 50), number)
    assert shown == f'<div class="pager" markdown="1">\n\nPage {numbers}\n\n</div>'


def test_single_page_has_no_pager(writer):
    assert pager(writer, ["stories/index.md"], 0) == ""


def test_later_pages_have_a_title_the_way_back_and_their_own_cards(read_site):
    catalog = read_site({f"stories/p{number:03}.th.md": STORY_TH for number in range(60)}).catalog
    uris = ["stories/index.md", "stories/page/2.md"]
    ((address, page),) = list_rest(catalog, "en", uris, catalog.of("stories"), "All [stories]")
    assert address == "stories/page/2.md"
    assert page.startswith('---\ntitle: "All [stories], page 2"\n')
    assert "\n# All \\[stories\\], page 2\n\n[All \\[stories\\]](../index.md)\n" in page
    assert page.count("-   **[") == 11  # 61 stories: 60 and the pond; "p050" … "p059" and "pond" come after fifty
    assert "(../p050.md)" in page
    assert "(../p049.md)" not in page
    assert "Page [1](../index.md) **2**" in page
