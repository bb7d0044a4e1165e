"""The home page: what this is, a door for each reader, figures that are true, a few stories, the map."""

import re

import pytest
from conftest import MINIMAL, STORY_TH
from porpiang.pages import lay_out_site


@pytest.fixture
def home(read_site):
    """Return a function that lays the home page out from the tiny site with some files changed."""
    return lambda locale="th", changes=None, outlines=None: lay_out_site(read_site(changes).catalog, outlines)[
        f"index.{locale}.md"
    ]


def hero(page):
    return page.split('<div class="doors"')[0]


def test_figures_count_stories_provinces_and_activities(home):
    assert "1 เรื่อง · 1 จังหวัด · 4 กิจกรรม" in hero(home())
    nan = (
        STORY_TH.replace('"90"', '"55"').replace("สะเดา", "unknown").replace("subdistrict: ปริก", "subdistrict: unknown")
    )
    more = {"stories/two.th.md": STORY_TH, "stories/three.th.md": nan}
    assert "3 stories · 2 provinces · 4 activities" in hero(home("en", more))


def test_every_section_of_its_own_words_is_a_door(home):
    doors = MINIMAL["index.en.md"] + "\n## Library\n\nRead [stories](stories/index.md).\n\n- and more\n"
    page = home("en", {"index.en.md": doors})
    assert "# Home\n\nIntro\n" in hero(page)
    assert "Door" not in hero(page)
    assert re.findall(r'<div class="door" markdown="1">\n\n(.*?)\n\n</div>', page, re.DOTALL) == [
        "## Door\n\n[Plan](plan/index.md)",
        "## Library\n\nRead [stories](stories/index.md).\n\n- and more",
    ]


@pytest.mark.parametrize(("stories", "shown"), [(1, 1), (6, 6), (7, 6), (40, 6)])
def test_at_most_six_different_stories_are_shown(home, stories, shown):
    page = home("th", {f"stories/p{number}.th.md": STORY_TH for number in range(1, stories)})
    cards = re.findall(r"^-   \*\*\[.*\]\((stories/.*)\)", page, re.MULTILINE)
    assert len(cards) == len(set(cards)) == shown
    assert "[แบบอย่างทั้งหมด](stories/index.md)" in page


def test_empty_library_says_none_yet(home):
    page = home("en", {"stories/pond.th.md": None, "stories/pond.en.md": None})
    assert "0 stories · 0 provinces · 4 activities" in page
    assert "## From the library\n\n*none yet*\n" in page


def test_map_leads_to_the_provinces(home, outlines):
    drawn = home("en", outlines=outlines).split("## Stories by province\n")[1]
    assert '<a href="stories/province/90/" class="shade-1"><title>Songkhla: 1 story</title>' in drawn
