"""The record of learning of a course: a sheet for paper, filled in by a script from what the reader's device keeps."""

from collections.abc import Iterator
from functools import partial
from html import escape

from ..catalog import Catalog, Entry
from .computed import Computed
from .module import modules_of, test_uri
from .writer import Writer, block, items, paragraph

VERIFY = "curricula/verify.md"
MANUAL = "contribute/records.md"

_SHOWN = "<style>.sheet[hidden] { display: block }</style>"
_SAID_BY_SCRIPT = ("none", "damaged", "blocked", "ready", "met", "not_met", "tally", "version_changed")


def record_pages(catalog: Catalog, locale: str) -> Iterator[tuple[str, Computed]]:
    """Yield the page on which a learner prints the record of each course."""
    for entry in catalog.of("curricula"):
        uri = record_uri(entry)
        writer = Writer(catalog, locale, uri)
        title = writer.text("record_title", title=entry.in_locale(locale).title)
        yield uri, Computed(title, writer.text("record_summary"), partial(_page, writer, entry), None)


def record_uri(course: Entry) -> str:
    """Return the address of a course's record."""
    return f"curricula/{course.id}/record.md"


def _page(writer: Writer, entry: Entry) -> str:
    version = escape(entry.in_locale(writer.locale).version)
    return "".join(
        (
            f'<link rel="stylesheet" href="{writer.asset("assets/css/record.css")}">',
            f'<p class="crumbs">{writer.entry_link(entry)}</p>',
            paragraph(writer.text("record_how"), "lead"),
            f"<noscript>{_SHOWN}{paragraph(writer.text('record_no_script'))}</noscript>",
            f'<div class="record" data-course="{escape(entry.id)}" data-version="{version}">',
            '<p class="state" role="status"></p>',
            f'<p class="to-test">{writer.link(test_uri(entry, "post-test"), writer.text("post_test"))}</p>',
            _name_form(writer),
            _sheet(writer, entry),
            *(f'<template data-says="{key}">{writer.html(f"record_{key}")}</template>' for key in _SAID_BY_SCRIPT),
            "</div>",
            block("about-signed", _signed(writer)),
            f'<script type="module" src="{writer.asset("assets/js/record.js")}"></script>',
        )
    )


def _name_form(writer: Writer) -> str:
    """Return where the learner types a name, which has no name of its own so that it can never be sent."""
    return (
        f'<div class="make" hidden><p><label for="learner">{writer.html("record_name")}</label>'
        '<input id="learner" type="text" maxlength="80" autocomplete="off" aria-describedby="learner-stays"></p>'
        f'<p id="learner-stays" class="about">{writer.html("record_name_stays")}</p>'
        f'<p><button type="button">{writer.html("record_print")}</button></p></div>'
    )


def _sheet(writer: Writer, entry: Entry) -> str:
    """Return the sheet that is printed; without a script it shows what the course's tests look for."""
    title = escape(entry.in_locale(writer.locale).title)
    facts = (("record_course_version", "version"), ("record_day", "day"), ("record_score", "score"))
    rows = "".join(f'<dt>{writer.html(key)}</dt><dd data-fact="{name}"></dd>' for key, name in facts)
    return (
        f'<section class="sheet" aria-label="{writer.html("record_heading")}" hidden>'
        f'<p class="network">{writer.html("network")}</p>'
        f"<h2>{writer.html('record_heading')}</h2>"
        f'<div class="filled-in" hidden><p class="learner"></p><p>{writer.html("record_learnt")}</p></div>'
        f'<p class="course"><b>{title}</b></p>'
        f'<dl class="filled-in" hidden>{rows}</dl>'
        f'<h3>{writer.html("record_objectives")}</h3><p class="tally"></p>'
        f'<ol class="objectives">{"".join(_objectives(writer, entry))}</ol>'
        f'<p class="not-official"><b>{writer.html("record_not_official")}</b></p>'
        '<p class="address"></p></section>'
    )


def _objectives(writer: Writer, entry: Entry) -> Iterator[str]:
    """Yield each module with its objectives, which name the items that test them."""
    for module in modules_of(writer, entry):
        fields = module.in_locale(writer.locale)
        lines = []
        for objective in fields.objectives:
            tested = " ".join(f"{module.id}#{item.id}" for item in fields.quiz if item.objective == objective.id)
            on_paper = "" if tested else f" <em>({writer.html('record_on_worksheet')})</em>"
            lines.append(f'<li data-items="{escape(tested)}">{escape(objective.text)}{on_paper}</li>')
        yield f"<li><b>{writer.entry_title(module)}</b><ul>{''.join(lines)}</ul></li>"


def _signed(writer: Writer) -> str:
    links = (
        writer.link(VERIFY, writer.text("verify_title")),
        writer.link(MANUAL, writer.text("record_manual")),
    )
    return paragraph(writer.text("record_signed")) + items(links)
