"""Our own drawing of the philosophy: three components, on two conditions, towards balance in four dimensions."""

from html import escape

from .writer import Writer

_RINGS = (("moderation", 170, 130), ("reasonableness", 310, 130), ("immunity", 240, 235))


def sufficiency_diagram(writer: Writer) -> str:
    """Return the drawing as one block of HTML, its words in the page's language and the site's own font."""
    text = writer.text
    rings = "".join(f'<circle class="ring" cx="{x}" cy="{y}" r="98"/>' for _, x, y in _RINGS)
    names = "".join(
        _label(text(f"diagram_{name}"), x + dx, y + dy)
        for (name, x, y), (dx, dy) in zip(_RINGS, ((-34, -14), (34, -14), (0, 48)), strict=True)
    )
    conditions = "".join(
        f'<rect class="ground" x="{x}" y="352" width="222" height="74" rx="8"/>'
        + _label(text(f"diagram_{name}"), x + 111, 380)
        + _small(text(f"diagram_{name}_more"), x + 111, 408)
        for name, x in (("knowledge", 12), ("virtue", 246))
    )
    balance = (
        '<rect class="ground" x="12" y="450" width="456" height="74" rx="8"/>'
        + _label(text("diagram_balance"), 240, 479)
        + _small(text("diagram_balance_more"), 240, 506)
    )
    middle = _small(text("diagram_middle"), 240, 172)
    title = escape(text("diagram_title"))
    return (
        f'<figure class="diagram"><svg viewBox="0 0 480 536" role="img" aria-label="{title}"><title>{title}</title>'
        f"{rings}{names}{middle}{conditions}{balance}</svg></figure>"
    )


def _label(words: str, x: int, y: int) -> str:
    return f'<text class="strong" x="{x}" y="{y}" text-anchor="middle">{escape(words)}</text>'


def _small(words: str, x: int, y: int) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="middle">{escape(words)}</text>'
