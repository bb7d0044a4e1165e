"""The map: two provinces whose shapes can be worked out by hand, and the real outlines."""

from xml.etree import ElementTree

import pytest
from porpiang.geography import provinces
from porpiang.province_map import draw, read_outlines, silhouette

BORDER = [[1000, 1000], [100, -500], [-100, -500]]
WEST = [[1000, 0], [-500, 2], [-500, -2], [0, 1000], [1000, 0]]  # with a bump too small to be seen
EAST = [[1000, 1000], [1000, 0], [0, -1000], [-1000, 0]]
ISLET = [[1500, 500], [8, 0], [0, 8], [-8, 0], [0, -8]]


def province(name: str | None, *rings: list[int]) -> dict:
    return {"type": "MultiPolygon", "properties": {"name": name}, "arcs": [[ring] for ring in rings]}


def topology(*geometries: dict) -> dict:
    """Two degrees from west to east and one from south to north, on the equator: 480 by 240 on the map."""
    transform = {"scale": [0.001, 0.001], "translate": [100, -0.5]}
    return {
        "transform": transform,
        "arcs": [BORDER, WEST, EAST, ISLET],
        "objects": {"THA": {"geometries": list(geometries)}},
    }


SQUARES = topology(province("Songkhla", [0, 1]), province("Pattani", [2, -1]))


def test_shared_border_is_walked_forwards_by_one_province_and_backwards_by_the_other():
    outlines = read_outlines(SQUARES)
    assert outlines.height == 240
    assert outlines.paths == {"90": "M240 0l24 120-24 120-240 0 0-240z", "94": "M240 0l240 0 0 240-240 0 24-120z"}


def test_centre_is_a_fraction_of_the_map_from_the_north_west():
    outlines = read_outlines(SQUARES)
    # a square of 57,600 around x = 120 or 360, with or without a triangle of 2,880 around x = 248
    assert outlines.centres["90"] == pytest.approx(((57_600 * 120 + 2_880 * 248) / 60_480 / 480, 0.5))
    assert outlines.centres["94"] == pytest.approx(((57_600 * 360 - 2_880 * 248) / 54_720 / 480, 0.5))


def test_islets_are_left_out_and_a_polygon_reads_like_many():
    west = {"type": "Polygon", "properties": {"name": "Songkhla"}, "arcs": [[0, 1]]}
    outlines = read_outlines(topology(west, province("Pattani", [2, -1], [3]), province(None, [3])))
    assert outlines.paths == read_outlines(SQUARES).paths


def test_names_of_the_source_that_differ_from_ours_are_understood():
    outlines = read_outlines(topology(province("Bangkok Metropolis", [0, 1]), province("Buri Ram", [2, -1])))
    assert sorted(outlines.rings) == ["10", "31"]


def test_province_nobody_knows_stops_the_build():
    with pytest.raises(KeyError):
        read_outlines(topology(province("Atlantis", [0, 1])))


def drawn(counts: dict[str, int], here: str | None = None) -> dict[str, dict[str, str]]:
    """Return href → attributes of every province of the drawing."""
    svg = draw(read_outlines(SQUARES), counts, "แผนที่", lambda code: f"จ. {code}", lambda code: f"../{code}/", here)
    return {link.attrib["href"]: dict(link.attrib) for link in ElementTree.fromstring(svg).iter("a")}


@pytest.mark.parametrize(("count", "shade"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (99, 4)])
def test_provinces_with_more_stories_are_darker(count, shade):
    links = drawn({"90": count})
    assert links["../90/"]["class"] == f"shade-{shade}"
    assert links["../94/"]["class"] == "shade-0"


def test_only_the_province_of_this_page_is_marked():
    assert "aria-current" not in drawn({})["../94/"]
    links = drawn({}, here="94")
    assert links["../94/"]["aria-current"] == "true"
    assert "aria-current" not in links["../90/"]


def test_map_and_provinces_are_named_for_those_who_cannot_see_and_names_stay_text():
    svg = draw(read_outlines(SQUARES), {}, 'a "<b>"', lambda code: f"<i>{code} & co", lambda code: code)
    root = ElementTree.fromstring(svg)
    assert root.attrib["aria-label"] == 'a "<b>"'
    assert root.attrib["viewBox"] == "-2 -2 484 244"
    assert [title.text for title in root.iter("title")] == ["<i>90 & co", "<i>94 & co"]


def test_silhouette_is_one_shape_of_all_provinces():
    (shape,) = ElementTree.fromstring(silhouette(read_outlines(SQUARES)))
    assert shape.attrib["d"] == "M240 0l24 120-24 120-240 0 0-240zM240 0l240 0 0 240-240 0 24-120z"


def test_real_outlines_show_every_province_in_its_place_and_stay_small(outlines):
    assert set(outlines.paths) == set(provinces())
    assert all(path.startswith("M") for path in outlines.paths.values())
    (chiang_mai, ubon, songkhla) = (outlines.centres[code] for code in ("50", "34", "90"))
    assert chiang_mai[0] < ubon[0]
    assert chiang_mai[1] < ubon[1] < songkhla[1]
    assert sum(map(len, outlines.paths.values())) < 20_000
