"""The page that checks a signed record of learning, in the reader's browser and nowhere else."""

from functools import partial
from html import escape

from ..catalog import Catalog
from ..dates import day
from ..organizers import Organizer, read_organizers
from .computed import Computed
from .record import MANUAL, VERIFY
from .writer import Writer, items, paragraph

_SAID_BY_SCRIPT = (
    "nothing", "strange", "cut", "changed", "bad_key", "unable", "unknown_organizer", "signed", "signed_by_pasted",
    "revoked", "outside", "ended", "name", "course", "version", "day", "score", "organizer", "score_value",
)  # fmt: skip


def verify_page(catalog: Catalog, locale: str) -> tuple[str, Computed]:
    """Return (address, page) of the check of signed records."""
    writer = Writer(catalog, locale, VERIFY)
    return VERIFY, Computed(writer.text("verify_title"), writer.text("verify_summary"), partial(_page, writer), None)


def _page(writer: Writer) -> str:
    courses = writer.catalog.of("curricula")
    titles = ((course.id, course.in_locale(writer.locale).title) for course in courses)
    return "".join(
        (
            f'<link rel="stylesheet" href="{writer.asset("assets/css/record.css")}">',
            paragraph(writer.text("verify_summary"), "lead"),
            f"<noscript>{paragraph(writer.text('verify_no_script'))}</noscript>",
            f'<div class="verify">{_form(writer)}<div class="verdict" role="status"></div>',
            *(f'<template data-says="{key}">{writer.html(f"verify_{key}")}</template>' for key in _SAID_BY_SCRIPT),
            *(f'<template data-course="{escape(key)}">{escape(title)}</template>' for key, title in titles),
            "</div>",
            writer.heading("verify_means"),
            paragraph(writer.text("verify_means_text")),
            writer.heading("verify_organizers"),
            _organizers(writer),
            f"<p>{writer.link(MANUAL, writer.text('record_manual'))}</p>",
            f'<script type="module" src="{writer.asset("assets/js/verify.js")}"></script>',
        )
    )


def _form(writer: Writer) -> str:
    """Return the form; what is typed into it has no names, so that it can never be sent."""
    plain = 'autocomplete="off" autocapitalize="characters" spellcheck="false"'
    return (
        f'<form hidden novalidate><p><label for="code">{writer.html("verify_code")}</label>'
        f'<textarea id="code" rows="6" {plain} aria-describedby="code-how"></textarea></p>'
        f'<p id="code-how" class="about">{writer.html("verify_code_how")}</p>'
        f"<details><summary>{writer.html('verify_paste')}</summary>"
        f'<p><label for="key">{writer.html("verify_key")}</label><input id="key" type="text" {plain}></p>'
        f'<p class="about">{writer.html("verify_key_how")}</p></details>'
        f"<p><button>{writer.html('verify_check')}</button></p></form>"
    )


def _organizers(writer: Writer) -> str:
    """Return the organizers whose keys the site knows, for the script and for the reader."""
    organizers = read_organizers(writer.catalog.vocabulary).values()
    if not organizers:
        return paragraph(writer.text("verify_no_organizers"))
    return items((_organizer(writer, organizer) for organizer in organizers), marks=' class="organizers"')


def _organizer(writer: Writer, organizer: Organizer) -> str:
    days = {"begins": day(organizer.begins, writer.locale), "ends": day(organizer.ends, writer.locale)}
    said = writer.html("verify_valid", **days)
    marks = f'data-begins="{organizer.begins}" data-ends="{organizer.ends}"'
    if organizer.revoked:
        said += f" <b>{writer.html('verify_revoked_on', date=day(organizer.revoked, writer.locale))}</b>"
        marks += f' data-revoked="{organizer.revoked}"'
    name = f"<b>{escape(organizer.names[writer.locale])}</b>"
    return (
        f'<div data-organizer="{organizer.id}" data-key="{organizer.key}" {marks}>'
        f"{name} ({organizer.id}) · {said}<br><code>{organizer.key}</code></div>"
    )
