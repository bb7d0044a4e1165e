"""The two maps: provinces shaded by number of stories, and the dot that says where a story is."""

from collections.abc import Mapping

from ..province_map import WIDTH, draw
from .facets import FACETS
from .writer import Writer


def draw_map(writer: Writer, counts: Mapping[str, int], here: str | None = None) -> str:
    """Return the province map as one block of HTML with links that fit this page; nothing without outlines."""
    if writer.outlines is None:
        return ""
    province = FACETS["province"]

    def name(code: str) -> str:
        label = province.label(code, writer.catalog, writer.locale)
        return f"{label}: {writer.count('stories', counts.get(code, 0))}"

    drawn = draw(
        writer.outlines, counts, writer.text("map_title"), name, lambda code: writer.url(province.uri(code)), here
    )
    legend = "".join(
        f'<li class="shade-{shade}">{writer.text(f"shade_{shade}")}</li>' for shade in range(5)
    )  # five shades, as province_map draws them
    return f'<figure class="map">{drawn}<figcaption><ul class="legend">{legend}</ul></figcaption></figure>'


def map_position(writer: Writer, province: str) -> str:
    """Return the country with a dot on the story's province; the fact list beside it says the same in words."""
    if writer.outlines is None:
        return ""
    x, y = writer.outlines.centre(province)
    size = f"0 0 {WIDTH} {writer.outlines.height}"
    picture = writer.asset("assets/images/thailand.svg")
    label = writer.text("map_position", place=writer.province(province))
    return (
        f'<figure class="map-position"><img src="{picture}" alt="" width="96" height="176" loading="lazy">'
        f'<svg viewBox="{size}" role="img" aria-label="{label}"><title>{label}</title>'
        f'<circle cx="{x * WIDTH:.0f}" cy="{y * writer.outlines.height:.0f}" r="26"/></svg></figure>'
    )
