"""The maps: provinces shaded by number of stories or of places to visit, and the dot that says where an entry is."""

from collections.abc import Mapping
from html import escape, unescape

from ..geography import provinces
from ..province_map import WIDTH, draw, shade_of
from .facets import FACETS
from .writer import Writer


def draw_map(writer: Writer, counts: Mapping[str, int], here: str | None = None) -> str:
    """Return the map of stories with links to every province's page; nothing without outlines."""
    if writer.outlines is None:
        return ""
    province = FACETS["province"]

    def name(code: str) -> str:
        label = province.label(code, writer.catalog, writer.locale)
        return f"{label}: {unescape(writer.count('stories', counts.get(code, 0)))}"

    drawn = draw(
        writer.outlines, counts, writer.text("map_title"), name, lambda code: writer.url(province.uri(code)), here
    )
    return _figure(drawn, [(shade, writer.html(f"shade_{shade}")) for shade in range(5)])


def draw_places(writer: Writer, counts: Mapping[str, int]) -> str:
    """Return the map of places to visit; a province that has some leads to its line on the page, #province-<code>."""
    if writer.outlines is None:
        return ""

    def name(code: str) -> str:
        return f"{provinces()[code].name(writer.locale)}: {unescape(writer.count('places', counts.get(code, 0)))}"

    drawn = draw(
        writer.outlines,
        counts,
        writer.text("places_map"),
        name,
        lambda code: f"#province-{code}" if code in counts else None,
    )
    shades = [(shade_of(count), writer.count("places", count)) for count in sorted(set(counts.values()))]
    return _figure(drawn, [(0, writer.html("none_yet")), *shades])


def _figure(drawn: str, legend: list[tuple[int, str]]) -> str:
    lines = "".join(f'<li class="shade-{shade}">{words}</li>' for shade, words in legend)
    return f'<figure class="map">{drawn}<figcaption><ul class="legend">{lines}</ul></figcaption></figure>'


def map_position(writer: Writer, province: str) -> str:
    """Return the country with a dot on a province; the fact list beside it says the same in words."""
    if writer.outlines is None:
        return ""
    x, y = writer.outlines.centres[province]
    size = f"0 0 {WIDTH} {writer.outlines.height}"
    picture = writer.asset("assets/images/thailand.svg")
    label = escape(writer.text("map_position", place=writer.province(province)))
    return (
        f'<figure class="map-position"><img src="{picture}" alt="" width="96" height="176" loading="lazy">'
        f'<svg viewBox="{size}" role="img" aria-label="{label}">'
        f'<circle cx="{x * WIDTH:.0f}" cy="{y * writer.outlines.height:.0f}" r="26"/></svg></figure>'
    )
