"""Where readers find the feeds that tell of new stories: one of all, one a strategy, one a region."""

from html import escape

from .writer import Writer

ALL = "stories"
FOLLOWED = ("strategy", "region")
FORMS = {"atom": ("Atom", "application/atom+xml"), "json": ("JSON", "application/feed+json")}
"""File name's end → (what readers call it, media type)."""


def feed_name(facet: str, value: str) -> str:
    """Return the name of the feed of a facet's value: s1, region-south."""
    return value if facet == "strategy" else f"{facet}-{value}"


def feed_path(name: str, end: str) -> str:
    """Return where a feed lies below the home page of its language."""
    return f"feeds/{name}.{end}"


def feed_links(writer: Writer, name: str) -> str:
    """Return links to a feed in the language of the page, one for each form it has."""
    links = (
        f'<a href="{writer.root}{escape(feed_path(name, end))}" type="{media}">{form}</a>'
        for end, (form, media) in FORMS.items()
    )
    return " · ".join(links)


def follow(writer: Writer, name: str) -> str:
    """Return the small line that offers the feed of what a page shows."""
    return f'<p class="about">{writer.html("follow")} {feed_links(writer, name)}</p>'
