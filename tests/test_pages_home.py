"""The home page: what this is, a door for each reader, figures that are true, a few stories, the map."""

import re

import pytest
from conftest import COURSE, MINIMAL, STORY_TH, VISIT
from shown import lay_out, read


@pytest.fixture
def html(read_site):
    """Return a function that lays the home page out from the tiny site with some files changed."""
    return lambda locale="th", changes=None, outlines=None: lay_out(read_site(changes), f"index.{locale}.md", outlines)


@pytest.fixture
def home(html):
    """Return a function that shows the home page as readers see it."""
    return lambda *arguments: read(html(*arguments))


def doors(html):
    """Return each door as readers see it."""
    found = html.split('<div class="doors">')[1].split('<div class="from-library ways">')[0].removesuffix("</div>")
    return [read(f'<div class="door">{door}') for door in found.split('<div class="door">')[1:]]


def test_figures_count_what_there_is(home):
    assert home().startswith("# หน้าแรก\nคำนำ\n1 เรื่อง · 1 จังหวัด · 4 กิจกรรม · 0 หลักสูตร · 0 แหล่งดูงาน\n## ")
    nan = (
        STORY_TH.replace('"90"', '"55"').replace("สะเดา", "unknown").replace("subdistrict: ปริก", "subdistrict: unknown")
    )
    more = {"stories/two.th.md": STORY_TH, "stories/three.th.md": nan, **COURSE, **VISIT}
    assert "\n3 stories · 2 provinces · 4 activities · 1 course · 1 place to visit\n" in home("en", more)


def test_every_section_of_its_own_words_is_a_door(html):
    more = (
        MINIMAL["index.en.md"] + "\n## Library & more\n\nRead [stories](stories/index.md).\n\n### Small\n\n- and more\n"
    )
    page = html("en", {"index.en.md": more})
    assert "Door" not in page.split('<div class="doors">')[0]
    assert doors(page) == [
        "## Door\n[Plan](plan/index.md)",
        "## Library & more\nRead [stories](stories/index.md).\n### Small\n- and more",
    ]


def test_sections_under_the_same_heading_are_not_lost(html):
    page = html("en", {"index.en.md": MINIMAL["index.en.md"] + "\n## Library\n\nB\n\n## Door\n\nTwice\n"})
    assert doors(page) == ["## Door\n[Plan](plan/index.md)\n## Door\nTwice", "## Library\nB"]


def test_home_without_sections_has_no_doors(html):
    page = html("en", {"index.en.md": "---\ntitle: Home\nsummary: Short\n---\n\nOnly an intro.\n"})
    assert read(page).startswith("# Home\nOnly an intro.\n1 story · ")
    assert doors(page) == []


@pytest.mark.parametrize(("stories", "shown"), [(1, 1), (6, 6), (7, 6), (40, 6)])
def test_at_most_six_different_stories_are_shown(home, stories, shown):
    page = home("th", {f"stories/p{number}.th.md": STORY_TH for number in range(1, stories)})
    cards = re.findall(r"^- \*\*\[.*\]\((stories/.*)\)", page, re.MULTILINE)
    assert len(cards) == len(set(cards)) == shown
    assert "\n[แบบอย่างทั้งหมด](stories/)\n" in page


def test_empty_library_says_none_yet(home):
    page = home("en", {"stories/pond.th.md": None, "stories/pond.en.md": None})
    assert "\n0 stories · 0 provinces · 4 activities · 0 courses · 0 places to visit\n" in page
    assert "\n## From the library\n*none yet*\n" in page


def test_map_leads_to_the_provinces(html, outlines):
    drawn = html("en", None, outlines).split('<div class="home-map">')[1]
    assert read(f"<div>{drawn}").startswith("## Stories by province\n")
    assert '<a href="stories/province/90/" class="shade-1"><title>Songkhla: 1 story</title>' in drawn
