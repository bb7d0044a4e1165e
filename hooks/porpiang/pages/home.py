"""The home page: what this is, a door for each reader, and a few stories."""

from ..body import sections
from .facets import library, sort_stories
from .library import LIBRARY
from .maps import draw_map
from .writer import Writer, block, join

_SHOWN = 6


def home_page(writer: Writer, body: str) -> str:
    """Return the home page; every ## section of its own words becomes a door."""
    stories = library(writer.catalog)
    by_province = sort_stories(writer.catalog)["province"]
    intro = body.partition("\n## ")[0].strip()
    doors = [block("door", f"## {heading}\n\n{text}") for heading, text in sections(body).items()]
    figures = " · ".join(
        (
            writer.count("stories", len(stories)),
            writer.count("provinces", len(by_province)),
            writer.count("activities", len(writer.catalog.strategy_of)),
        )
    )
    recent = [*stories[:: max(1, len(stories) // _SHOWN)]][:_SHOWN]
    counts = {code: len(found) for code, found in by_province.items()}
    return join(
        block("hero", join(intro, block("figures", figures))),
        block("doors", "\n\n".join(doors)),
        block(
            "from-library",
            join(
                f"## {writer.text('from_library')}",
                writer.cards(recent),
                writer.link(LIBRARY, writer.text("all_stories")),
            ),
        ),
        block("home-map", join(f"## {writer.text('map_title')}", draw_map(writer, counts))),
    )
