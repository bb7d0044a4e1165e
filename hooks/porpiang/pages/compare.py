"""The page that puts two to four stories side by side: the empty table and its words; a script fills it in."""

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import NamedTuple

from ..catalog import Catalog, Entry
from .computed import Computed
from .writer import Writer, items, paragraph

ADDRESS = "stories/compare.md"


class Row(NamedTuple):
    """One row: the fact as story pages mark it, the interface's word for it, its columns in the open data."""

    fact: str
    label: str
    columns: tuple[str, ...]


ROWS = (
    Row("place", "fact_place", ("place",)),
    Row("kind", "fact_kind", ("kind",)),
    Row("lao", "fact_lao", ("lao", "lao_type")),
    Row("people", "fact_people", ("people",)),
    Row("years", "fact_years", ("years",)),
    Row("cost", "fact_cost", ("cost",)),
    Row("legal_basis", "fact_legal_basis", ("legal_basis",)),
    Row("budget_source", "fact_budget_source", ("budget_source",)),
    Row("knowledge", "compare_knowledge", ("conditions",)),
    Row("virtue", "compare_virtue", ("conditions",)),
    Row("results", "results", ("results",)),
    Row("weaknesses", "weaknesses", ("weaknesses",)),
    Row("not_for", "not_for", ("not_for",)),
    Row("awards", "fact_awards", ("awards",)),
    Row("confidence", "fact_confidence", ("confidence", "sources")),
    Row("reviewed_on", "compare_reviewed", ("reviewed_on",)),
)
"""What is compared, in the order readers see, the same for every story."""

_SAID_BY_SCRIPT = (
    "added", "address_too_long", "at_least_two", "caption", "list_failed", "loading", "missing", "not_said", "printed",
    "remove", "removed", "retry", "sources", "unreachable",
)  # fmt: skip


def compare_page(catalog: Catalog, locale: str) -> tuple[str, Computed]:
    """Return (address, page) of the comparison in a language."""
    writer = Writer(catalog, locale, ADDRESS)
    title, summary = writer.text("compare_title"), writer.text("compare_summary")
    return ADDRESS, Computed(title, summary, partial(_page, writer, summary), "lists")


def compare_link(writer: Writer, entry: Entry) -> str:
    """Return the line on a story's page that leads to the comparison with that story chosen."""
    address = f"{writer.url(ADDRESS)}?ids={escape(entry.id)}"
    return f'<p class="about"><a href="{address}">{writer.html("compare_link")}</a></p>'


def _page(writer: Writer, summary: str) -> str:
    return "".join(
        (
            f'<link rel="stylesheet" href="{writer.asset("assets/css/compare.css")}">',
            paragraph(summary, "lead"),
            f"<noscript>{_without_script(writer)}</noscript>",
            f'<div class="compare" data-library="{writer.url("stories/index.md")}" hidden>',
            *_choosing(writer),
            _table(writer),
            *(f'<template data-says="{key}">{writer.html(f"compare_{key}")}</template>' for key in _SAID_BY_SCRIPT),
            "</div>",
            f'<script type="module" src="{writer.asset("assets/js/compare.js")}"></script>',
        )
    )


def _choosing(writer: Writer) -> Iterator[str]:
    """Yield the list of chosen stories, the control that adds one, and where the script says what happened."""
    yield f'<ul class="chosen" aria-label="{writer.html("compare_chosen")}"></ul>'
    yield '<div class="notes" role="status"></div>'
    yield (
        f'<form class="picker" hidden><label for="picked">{writer.html("compare_pick")}</label>'
        f'<select id="picked" required><option value="">{writer.html("compare_pick_none")}</option></select>'
        f"<button>{writer.html('compare_add')}</button></form>"
    )
    yield (
        f'<p class="tools"><button type="button" data-does="pick" hidden>'
        f"{writer.html('compare_another')}</button> "
        f'<button type="button" data-does="print" hidden>{writer.html("compare_print")}</button></p>'
    )
    yield '<p class="happened" role="status"></p>'


def _table(writer: Writer) -> str:
    """Return the table without stories; its roles are spelled out because phones lay it out as a grid."""
    rows = "".join(
        f'<tr role="row" data-row="{row.fact}"><th role="rowheader" scope="row">'
        f"<span>{writer.html(row.label)}</span></th></tr>"
        for row in ROWS
    )
    corner = f'<th role="columnheader" scope="col">{writer.html("compare_point")}</th>'
    return (
        '<div class="side-by-side" role="region" aria-labelledby="compared" tabindex="0" hidden>'
        '<table class="comparison" role="table"><caption id="compared"></caption>'
        f'<thead role="rowgroup"><tr role="row">{corner}</tr></thead><tbody role="rowgroup">{rows}</tbody>'
        "<tfoot><tr><td></td></tr></tfoot></table></div>"
    )


def _without_script(writer: Writer) -> str:
    """Return the way to the same facts for readers without JavaScript: the library, and the data with its columns."""
    columns = (
        f"{writer.html(row.label)}: {', '.join(f'<code>{column}</code>' for column in row.columns)}" for row in ROWS
    )
    ways = (
        writer.link("stories/index.md", writer.text("all_stories")),
        f'<a href="{writer.asset("data/stories.csv")}">{writer.html("compare_no_script_data")}</a>',
    )
    return (
        paragraph(writer.text("compare_no_script_how"))
        + items(ways)
        + paragraph(writer.text("compare_no_script_columns"))
        + items(columns)
    )
