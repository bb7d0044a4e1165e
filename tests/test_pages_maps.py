"""The maps: every province a link that works from the page, and the dot where a story is."""

import re
from urllib.parse import urljoin

import pytest
from porpiang.geography import provinces
from porpiang.pages.maps import draw_map, draw_places, map_position
from porpiang.pages.writer import Writer


@pytest.fixture
def writer(read_site, outlines):
    """Return a writer of a page in a language, with the real outlines."""
    return lambda locale, uri: Writer(read_site().catalog, locale, uri, outlines)


def test_every_province_is_a_link_with_its_name_and_count(writer):
    drawn = draw_map(writer("en", "stories/index.md"), {"90": 1, "55": 12})
    assert drawn.count("<a href=") == 77
    found = re.findall(r'<a href="[^"]*province/(90|55|38)/" class="shade-(\d)"><title>(.*?)</title>', drawn)
    assert sorted(found) == [
        ("38", "0", "Bueng Kan: 0 stories"),
        ("55", "4", "Nan: 12 stories"),
        ("90", "1", "Songkhla: 1 story"),
    ]
    assert 'aria-label="Stories by province"' in drawn


@pytest.mark.parametrize(
    ("uri", "served"),
    [
        ("index.md", ""),
        ("stories/index.md", "stories/"),
        ("stories/province/38.md", "stories/province/38/"),
        ("stories/region/south.md", "stories/region/south/"),
    ],
)
def test_links_fit_the_page_the_map_is_on(writer, uri, served):
    links = re.findall(r'<a href="(.*?)"', draw_map(writer("th", uri), {}))
    home = "https://x.example/"
    assert {urljoin(home + served, link) for link in links} == {
        f"{home}stories/province/{code}/" for code in provinces()
    }


def test_province_of_the_page_is_marked(writer):
    drawn = draw_map(writer("th", "stories/province/90.md"), {"90": 3}, "90")
    assert re.findall(r'aria-current="true"><title>(.*?)</title>', drawn) == ["สงขลา: 3 เรื่อง"]


def test_legend_says_what_each_shade_means(writer):
    legend = re.findall(r'<li class="shade-(\d)">(.*?)</li>', draw_map(writer("en", "index.md"), {}))
    assert legend == [("0", "none yet"), ("1", "1 story"), ("2", "2 stories"), ("3", "3–4 stories"), ("4", "5 or more")]


@pytest.mark.parametrize("stories", [0, 1, 2, 3, 4, 5, 60])
def test_legend_agrees_with_the_shades_of_the_map(writer, stories):
    shade = re.search(r'class="shade-(\d)"><title>Songkhla', draw_map(writer("en", "index.md"), {"90": stories}))[1]
    words = writer("en", "index.md").text(f"shade_{shade}")
    expected = {0: "none yet", 1: "1 story", 2: "2 stories", 3: "3–4 stories", 4: "3–4 stories"}
    assert words == expected.get(stories, "5 or more")


def test_dot_of_a_story_lies_in_its_part_of_the_country(writer):
    def dot(province):
        shown = map_position(writer("th", "stories/pond.md"), province)
        return tuple(int(number) for number in re.search(r'<circle cx="(\d+)" cy="(\d+)"', shown).groups())

    chiang_mai, ubon, songkhla = dot("50"), dot("34"), dot("90")
    assert chiang_mai[0] < songkhla[0] < ubon[0] <= 480
    assert chiang_mai[1] < ubon[1] < songkhla[1]


def test_dot_is_named_and_its_picture_is_found_from_both_languages(writer):
    thai = map_position(writer("th", "stories/pond.md"), "90")
    assert 'aria-label="ตำแหน่งบนแผนที่: จังหวัดสงขลา"' in thai
    assert 'src="../../assets/images/thailand.svg"' in thai
    english = map_position(writer("en", "stories/pond.md"), "90")
    assert 'aria-label="Place on the map: Songkhla Province"' in english
    assert 'src="../../../assets/images/thailand.svg"' in english
    assert 'aria-label="Place on the map: Bangkok"' in map_position(writer("en", "stories/pond.md"), "10")
    assert english.count('alt=""') == 1, "the picture under the dot says nothing by itself"


def test_map_of_places_leads_to_the_list_below_it_and_only_from_provinces_that_have_some(writer):
    drawn = draw_places(writer("en", "visits/index.md"), {"90": 1, "13": 2})
    assert re.findall(r'<a href="(.*?)" class="shade-(\d)"><title>(.*?)</title>', drawn) == [
        ("#province-13", "2", "Pathum Thani: 2 places"),
        ("#province-90", "1", "Songkhla: 1 place"),
    ]
    assert len(re.findall(r'<g class="shade-0"><title>[^<]+: 0 places</title>', drawn)) == 75
    legend = re.findall(r'<li class="shade-(\d)">(.*?)</li>', drawn)
    assert legend == [("0", "none yet"), ("1", "1 place"), ("2", "2 places")]


def test_without_outlines_pages_do_without_maps(read_site):
    writer = Writer(read_site().catalog, "th", "index.md")
    assert draw_map(writer, {"90": 1}) == draw_places(writer, {}) == map_position(writer, "90") == ""
