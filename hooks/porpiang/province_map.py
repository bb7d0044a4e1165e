"""The map of provinces as SVG, drawn from TopoJSON outlines (Natural Earth, public domain)."""

import html
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .geography import provinces

WIDTH = 480
_TOLERANCE = 1.1  # in units of WIDTH: coarser than a pixel of a phone's map, fine enough to know each province
_OTHER_NAMES = {"Bangkok Metropolis": "Bangkok"}
_SHADES = (1, 2, 3, 5)  # a province with at least this many stories or places is drawn one shade darker

Point = tuple[float, float]


@dataclass(frozen=True)
class Outlines:
    """The rings of every province by DOPA code, in SVG units: x 0–WIDTH from west, y 0–height from north."""

    rings: Mapping[str, list[list[Point]]]
    height: int

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Code → SVG path data in whole units."""
        return {code: "".join(_path(ring) for ring in rings) for code, rings in self.rings.items()}

    @cached_property
    def centres(self) -> Mapping[str, Point]:
        """Code → the middle of a province's largest ring, as fractions of width and height."""
        middles = {code: _centroid(max(rings, key=lambda ring: abs(_area(ring)))) for code, rings in self.rings.items()}
        return {code: (x / WIDTH, y / self.height) for code, (x, y) in middles.items()}


def read_outlines(topology: Mapping[str, Any]) -> Outlines:
    """Turn a TopoJSON topology of provinces named in English into outlines; KeyError for a province nobody knows."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [_decode(arc, scale, translate) for arc in topology["arcs"]]
    codes = {_key(area.en): code for code, area in provinces().items()}
    everywhere = [point for arc in arcs for point in arc]
    west, north = min(x for x, _ in everywhere), max(y for _, y in everywhere)
    east, south = max(x for x, _ in everywhere), min(y for _, y in everywhere)
    squeeze = math.cos(math.radians((north + south) / 2))  # a degree of longitude is shorter than one of latitude
    unit = WIDTH / ((east - west) * squeeze)
    flat = [_simplify([((x - west) * squeeze * unit, (north - y) * unit) for x, y in arc]) for arc in arcs]
    rings: dict[str, list[list[Point]]] = {}
    (collection,) = topology["objects"].values()
    for geometry in collection["geometries"]:
        name = geometry["properties"]["name"]
        if name is None:
            continue  # islets that the source gives no province
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        drawn = [_join(ring, flat) for polygon in polygons for ring in polygon]
        large = [ring for ring in drawn if abs(_area(ring)) > 4 * _TOLERANCE]
        rings[codes[_key(_OTHER_NAMES.get(name, name))]] = large or [max(drawn, key=lambda ring: abs(_area(ring)))]
    return Outlines(rings, math.ceil((north - south) * unit))


def shade_of(count: int) -> int:
    """Return how dark a province with so many stories or places is drawn: 0 for none, 4 for the darkest."""
    return sum(count >= bound for bound in _SHADES)


def draw(
    outlines: Outlines, counts: Mapping[str, int], title: str, name: Callable[[str], str],
    href: Callable[[str], str | None], here: str | None = None,
) -> str:  # fmt: skip
    """Return the SVG: every province named name(code), shaded by counts[code], a link where href(code) leads somewhere.

    here marks one province.
    """
    shapes = []
    for code, path in sorted(outlines.paths.items()):
        shade = shade_of(counts.get(code, 0))
        mark = ' aria-current="true"' if code == here else ""
        inside = f'<title>{html.escape(name(code))}</title><path d="{path}"/>'
        way = href(code)
        shapes.append(
            f'<a href="{way}" class="shade-{shade}"{mark}>{inside}</a>'
            if way
            else f'<g class="shade-{shade}">{inside}</g>'
        )
    return (
        f'<svg class="province-map" viewBox="-2 -2 {WIDTH + 4} {outlines.height + 4}" role="group" '
        f'aria-label="{html.escape(title)}">{"".join(shapes)}</svg>'
    )


def silhouette(outlines: Outlines) -> str:
    """Return the country as one grey shape in an SVG file of its own, the ground for the dot of a story's place."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {outlines.height}">'
        f'<path fill="#8a9a92" d="{"".join(outlines.paths.values())}"/></svg>'
    )


def _key(name: str) -> str:
    return name.replace(" ", "").replace("-", "").lower()


def _decode(arc: list[list[int]], scale: list[float], translate: list[float]) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
    return points


def _simplify(points: list[Point]) -> list[Point]:
    """Drop points that lie nearer than the tolerance to the line between their neighbours (Douglas–Peucker)."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    distance, index = max((_distance(point, first, last), i) for i, point in enumerate(points[1:-1], 1))
    if distance <= _TOLERANCE:
        return [first, last]
    return _simplify(points[: index + 1])[:-1] + _simplify(points[index:])


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if length == 0:
        return math.hypot(point[0] - start[0], point[1] - start[1])
    return abs(dy * (point[0] - start[0]) - dx * (point[1] - start[1])) / length


def _join(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Lay arcs end to end; a negative index means the arc is walked backwards (TopoJSON)."""
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _area(ring: list[Point]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _centroid(ring: list[Point]) -> Point:
    area = _area(ring) or 1.0
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * area)
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * area)
    return x, y


def _path(ring: list[Point]) -> str:
    """Write a ring in relative whole steps, skipping steps of nothing."""
    x0, y0 = (round(value) for value in ring[0])
    steps, x, y = [], x0, y0
    for px, py in ring[1:-1]:
        nx, ny = round(px), round(py)
        if (nx, ny) != (x, y):
            steps.append(f"{nx - x} {ny - y}")
            x, y = nx, ny
    return f"M{x0} {y0}l{' '.join(steps)}z".replace(" -", "-") if steps else ""
