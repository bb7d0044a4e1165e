"""The lock on contributed text: of a page's HTML only what reading needs goes through, nothing that runs code."""

import nh3
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_DRAWING = {"svg", "g", "path", "circle", "rect", "line", "text", "tspan", "title", "desc"}
_TAGS = nh3.ALLOWED_TAGS | {"section", "figure", "figcaption"} | _DRAWING
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "title", "role", "aria-label", "aria-current", "aria-hidden"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "loading"},
    "td": {"style"},
    "th": {"style", "scope"},
    "svg": {"viewBox"},
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "rect": {"x", "y", "width", "height", "rx"},
    "line": {"x1", "y1", "x2", "y2"},
    "text": {"x", "y", "text-anchor"},
    "tspan": {"x", "dy"},
}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Sanitize the page's content; the theme's own markup is added later and is not touched."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        filter_style_properties={"text-align"},
        link_rel=None,
    )
