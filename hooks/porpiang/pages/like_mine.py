"""The page that finds stories from places like the reader's own: the form, what the script fills in, and the rule."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from html import escape

from ..catalog import Catalog
from ..collation import sort_key
from ..geography import provinces
from ..scoring import OUTCOMES, RULE_FILE, Band, Rule, read_rule
from .computed import Computed
from .library import LIBRARY, LIKE_MINE
from .writer import Writer, block, items, paragraph

_MESSAGES = ("reading", "failed", "nothing", "strange")
_WAYS = ("facet_lao-type", "facet_province", "facet_problem")


def like_mine_page(catalog: Catalog, locale: str) -> tuple[str, Computed]:
    """Return (address, page) of the search for an LAO like the reader's."""
    writer = Writer(catalog, locale, LIKE_MINE)
    title, summary = writer.text("like_mine_title"), writer.text("like_mine_summary")
    return LIKE_MINE, Computed(title, summary, partial(_page, writer), "lists")


def _page(writer: Writer) -> str:
    lead = paragraph(writer.text("like_mine_summary"), "lead")
    if not writer.catalog.of("stories"):
        return f"{lead}{writer.none_yet()}"
    rule = read_rule(writer.catalog.vocabulary)
    style = f'<link rel="stylesheet" href="{writer.asset("assets/css/like-mine.css")}">'
    script = f'<script type="module" src="{writer.asset("assets/js/like-mine.js")}"></script>'
    places = f'data-stories="{writer.url(LIBRARY)}" data-rule="{writer.asset(RULE_FILE)}"'
    asking = f'<div class="like-mine" {places}>{_form(writer, rule)}{_found(writer)}</div>'
    return "".join((style, lead, _without_script(writer), asking, _story(writer), _rule(writer, rule), script))


def _without_script(writer: Writer) -> str:
    """Return what readers without JavaScript see in place of the form: the lists of the library."""
    links = (f'<a href="{writer.url(LIBRARY)}#{way.replace("_", "-")}">{writer.html(way)}</a>' for way in _WAYS)
    hidden = "<style>.like-mine { display: none }</style>"
    return f"<noscript>{hidden}{paragraph(writer.text('like_mine_no_script'))}{items(links)}</noscript>"


def _form(writer: Writer, rule: Rule) -> str:
    """Return the form; the button waits for the script, so that answers are never sent in place of being scored."""
    catalog, locale = writer.catalog, writer.locale
    choices = {
        "lao-type": _options((word.id, word.label(locale)) for word in catalog.vocabulary["lao_types"].values()),
        "province": _provinces(writer, rule),
        "problem": _options((word.id, word.label(locale)) for word in catalog.vocabulary["problems"].values()),
        "budget": _options((band.id, getattr(band, locale)) for band in rule.budget_bands),
        "size": _options((band.id, getattr(band, locale)) for band in rule.size_bands),
    }
    nothing = f'<option value="">{writer.html("like_mine_not_stated")}</option>'
    fields = (
        f'<p><label for="ask-{name}">{writer.html(_asked(name))}</label>'
        f'<select id="ask-{name}" name="{name}">{nothing}{options}</select></p>'
        for name, options in choices.items()
    )
    messages = " ".join(f'data-{name}="{writer.html(f"like_mine_{name}")}"' for name in _MESSAGES)
    button = f'<button type="submit" disabled>{writer.html("like_mine_find")}</button>'
    return f'<form autocomplete="off" {messages}>{"".join(fields)}{button}</form>' + paragraph(
        writer.text("like_mine_private"), "proposal"
    )


def _asked(criterion: str) -> str:
    return f"like_mine_{criterion.replace('-', '_')}"


def _options(choices: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<option value="{escape(value)}">{escape(label)}</option>' for value, label in choices)


def _provinces(writer: Writer, rule: Rule) -> str:
    """Return the provinces under their regions, since people know their province."""
    parts = []
    for region, codes in rule.regions.items():
        names = [(code, provinces()[code].name(writer.locale)) for code in codes if code in provinces()]
        options = _options(sorted(names, key=lambda name: sort_key(name[1])))
        parts.append(f'<optgroup label="{escape(writer.label("regions", region))}">{options}</optgroup>')
    return "".join(parts)


def _found(writer: Writer) -> str:
    """Return the places that the script fills in; a heading without an anchor is not listed beside the page."""
    heading = f'<h2 tabindex="-1" data-words="{writer.html("like_mine_found")}"></h2>'
    compare = f'<p class="compare" data-words="{writer.html("like_mine_compare")}"></p>'
    more = f'<button type="button" data-words="{writer.html("like_mine_more")}"></button>'
    return f'<p class="status" role="status"></p><div class="found" hidden>{heading}{compare}<ol></ol>{more}</div>'


def _story(writer: Writer) -> str:
    """Return the card of a story that the script copies."""
    sides = (block(side, f"<p>{writer.html(f'like_mine_{side}')}</p><ul></ul>") for side in ("for", "against"))
    title = f'<p><b><a></a></b><span class="in-thai"> ({writer.html("in_thai")})</span></p><p class="about"></p>'
    score = paragraph(writer.text("like_mine_score"), "score")
    return f'<template id="like-mine-story">{title}{block("reasons", *sides)}{score}</template>'


def _rule(writer: Writer, rule: Rule) -> str:
    """Return the whole rule as a table that opens, so that readers can check every score."""
    head = "".join(f'<th scope="col">{writer.html(f"like_mine_{name}")}</th>' for name in ("outcome", "points"))
    near = (" · ".join(writer.label("lao_types", lao_type) for lao_type in group) for group in rule.near)
    return "".join(
        (
            f'<details class="like-mine-rule"><summary>{writer.html("like_mine_rule")}</summary>',
            paragraph(writer.text("like_mine_rule_how")),
            f'<table class="rule"><thead><tr>{head}</tr></thead>{"".join(_criteria(writer, rule))}</table>',
            _bands(writer, "budget", rule.budget_bands),
            _bands(writer, "size", rule.size_bands),
            f"<p><b>{writer.html('like_mine_near')}</b></p>{items(map(escape, near))}",
            paragraph(writer.text("like_mine_ties")),
            f'<p><a href="{writer.asset(RULE_FILE)}">{writer.html("like_mine_data")}</a></p></details>',
        )
    )


def _bands(writer: Writer, criterion: str, bands: Sequence[Band]) -> str:
    names = " · ".join(getattr(band, writer.locale) for band in bands)
    return f"<p><b>{writer.html(_asked(criterion))}</b> {escape(names)}</p>"


def _criteria(writer: Writer, rule: Rule) -> Iterator[str]:
    for criterion in OUTCOMES:
        rows = [f'<tr><th scope="rowgroup" colspan="2">{writer.html(_asked(criterion))}</th></tr>']
        for outcome in rule.criteria[criterion].values():
            reason = getattr(outcome, writer.locale).replace("{label}", "…")
            points = str(outcome.points).replace("-", "−")
            rows.append(f"<tr><td>{escape(reason)}</td><td>{points}</td></tr>")
        yield f"<tbody>{''.join(rows)}</tbody>"
