"""The lock on contributed text: of its HTML only what reading needs goes through, nothing that runs code."""

import nh3

_TAGS = nh3.ALLOWED_TAGS | {"section", "figure", "figcaption"}
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "title", "aria-hidden"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "td": {"style"},
    "th": {"style", "scope"},
}


def clean(html: str) -> str:
    """Return the HTML without scripts, event attributes, foreign frames, and addresses of unknown schemes."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        filter_style_properties={"text-align"},
        link_rel=None,
    )
