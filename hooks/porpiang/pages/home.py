"""The home page: what this is, a door for each reader, and a few stories."""

from ..body import split_html
from .facets import library, sort_stories
from .library import LIBRARY
from .maps import draw_map
from .problems import PROBLEMS, problem_links, problems_in_order
from .writer import Writer, block

_SHOWN = 6
_PROBLEMS_SHOWN = 12


def home_page(writer: Writer, body: str) -> str:
    """Return the home page; every second-level section of its own words becomes a door."""
    stories = library(writer.catalog)
    by_province = sort_stories(writer.catalog)["province"]
    doors = split_html(body)
    intro = doors.pop("")
    counted = (
        ("stories", stories),
        ("provinces", by_province),
        ("activities", writer.catalog.strategy_of),
        ("curricula", writer.catalog.of("curricula")),
        ("visits", writer.catalog.of("visits")),
    )
    figures = " · ".join(f"<span>{writer.count(key, len(things))}</span>" for key, things in counted)
    shown = stories[:: max(1, len(stories) // _SHOWN)][:_SHOWN]
    counts = {code: len(found) for code, found in by_province.items()}
    return "".join(
        (
            block("hero", intro, f'<p class="figures">{figures}</p>'),
            block("doors", *(block("door", html) for html in doors.values())),
            block(
                "from-library ways",
                writer.heading("problems_title"),
                problem_links(writer, problems_in_order(writer.catalog)[:_PROBLEMS_SHOWN]),
                f"<p>{writer.link(PROBLEMS, writer.text('all_problems'))}</p>",
            ),
            block(
                "from-library",
                writer.heading("from_library"),
                writer.cards(shown),
                f"<p>{writer.link(LIBRARY, writer.text('all_stories'))}</p>",
            ),
            block("home-map", writer.heading("map_title"), draw_map(writer, counts)),
        )
    )
