"""Pages that begin with a problem: only where enough helps with it, with stories first and then what the plan says."""

import pytest
from conftest import STORY_TH
from shown import lay_out, read

SECOND = {"stories/well.th.md": STORY_TH.replace("title: บ้านตัวอย่าง", "title: บ้านบ่อ")}
DROUGHT = "stories/problem/drought"


@pytest.fixture
def page(read_site):
    """Return a function that shows a page from the tiny site with some files changed."""
    return lambda path, changes=None: read(lay_out(read_site(changes), path), path)


def test_problem_page_leads_to_stories_and_to_the_activities_they_carry_out(page):
    shown = page(f"{DROUGHT}.th.md", SECOND)
    assert shown.startswith("# น้ำไม่พอหน้าแล้ง: ใครแก้ได้ แก้อย่างไร\n2 เรื่อง · [เริ่มจากปัญหา](stories/problem/)\n")
    assert "\n- **[บ้านบ่อเก็บน้ำไว้ใช้](stories/well/)**\n" in shown
    assert "\n- **[บ้านตัวอย่างเก็บน้ำไว้ใช้](stories/pond/)**\n" in shown
    activities = shown.split("\n## กิจกรรมของแผนที่แบบอย่างเหล่านี้ทำ\n")[1]
    assert activities.endswith("- [กิจกรรม 1-1.1 รวบรวมความรู้](activities/s1-1-1/) (2)")


def test_problem_that_one_story_helps_with_has_no_page_and_no_link(page, read_site):
    site = read_site()
    assert not [path for path in site.computed if path.startswith(DROUGHT)]
    assert "(stories/problem/drought/)" not in page("stories/index.th.md") + page("stories/pond.en.md")
    assert "(stories/problem/drought/)" in page("stories/pond.en.md", SECOND)


def test_list_of_problems_has_those_with_the_most_stories_first(page):
    changed = STORY_TH.replace("problems: [drought]", "problems: [debt, drought]")
    more = SECOND | {"stories/a.th.md": changed, "stories/b.th.md": changed}
    lines = page("stories/problem/index.en.md", more).split("\n")
    assert lines[0] == "# Start from a problem"
    assert lines[2:] == [
        "- [Not enough water in the dry season](stories/problem/drought/) 4",
        "- [Household debt](stories/problem/debt/) 2",
    ]


def test_long_problem_goes_on_at_a_second_page(read_site):
    site = read_site({f"stories/p{number}.th.md": STORY_TH for number in range(60)})
    first, second = (site.computed[f"{DROUGHT}{rest}.en.md"] for rest in ("", "/page/2"))
    assert first.write().count('class="about"') == 41  # a card each, and the line that counts them
    assert second.title == "Not enough water in the dry season: who dealt with it, and how, page 2"
    assert (first.page_kind, second.page_kind) == ("problems", None)
