"""Places to visit: their index, and the page of one with what to look at and what to ask, which prints as a sheet."""

from collections import defaultdict
from collections.abc import Mapping
from html import escape

from ..body import split_html
from ..catalog import Entry
from ..collation import sort_key
from ..dates import day
from ..geography import provinces
from ..model import Visit
from ..page import DEFAULT_LOCALE
from .maps import draw_places, map_position
from .story import activity_link, named_by, place_words, source_list
from .writer import Writer, aside, block, heading, items, paragraph

ROYAL = "royal-centre"


def visits_page(writer: Writer, body: str) -> str:
    """Return the index: how its own words begin, the map and the same in a list, the places, the rest of its words."""
    told = split_html(body)
    intro = told.pop("")
    places = sorted(writer.catalog.of("visits"), key=lambda entry: sort_key(entry.in_locale(writer.locale).title))
    if not places:
        return body + writer.none_yet()
    by_province: dict[str, list[Entry]] = defaultdict(list)
    for entry in places:
        by_province[entry.in_locale(DEFAULT_LOCALE).place.province].append(entry)
    royal = [entry for entry in places if entry.in_locale(DEFAULT_LOCALE).kind == ROYAL]
    others = [entry for entry in places if entry not in royal]
    return "".join(
        (
            intro,
            block(
                "by-province",
                draw_places(writer, {code: len(entries) for code, entries in by_province.items()}),
                block("province-list", writer.heading("places_by_region"), _by_region(writer, by_province)),
            ),
            *(
                heading(f"{writer.html(key)} ({len(entries)})", key.replace("_", "-")) + writer.cards(entries)
                for key, entries in (("royal_centres", royal), ("other_places", others))
                if entries
            ),
            *told.values(),
        )
    )


def _by_region(writer: Writer, by_province: Mapping[str, list[Entry]]) -> str:
    """Return the places under their provinces and regions: the map's content in words, where the map leads to."""
    parts = []
    for region in writer.catalog.vocabulary["regions"].values():
        codes = [code for code in region.more.get("provinces", ()) if code in by_province]
        lines = (
            f'<li id="province-{code}">{escape(provinces()[code].name(writer.locale))}: '
            f"{' · '.join(map(writer.entry_link, by_province[code]))}</li>"
            for code in codes
        )
        total = sum(len(by_province[code]) for code in codes)
        parts.append(f"<p><b>{escape(region.label(writer.locale))}</b> ({total})</p>")
        parts.append(f"<ul>{''.join(lines)}</ul>" if codes else "")
    return "".join(parts)


def visit_page(writer: Writer, entry: Entry, body: str) -> str:
    """Return a place: where it is, what it is known for, how to get in touch, what to look at and ask, who names it."""
    visit: Visit = entry.in_locale(writer.locale)
    stories = writer.catalog.entries["stories"]
    served = items(activity_link(writer, i) for i in visit.activities if i in writer.catalog.strategy_of)
    related = [stories[i] for i in visit.stories if i in stories]
    return "".join(
        (
            paragraph(visit.summary, "lead"),
            block("fact-box", map_position(writer, visit.place.province), _facts(writer, visit)),
            body,
            _sheet(writer, visit),
            block("related", writer.heading("module_stories"), writer.cards(related)) if related else "",
            *named_by(writer, entry, "curricula", "modules"),
            block("related", writer.heading("serves"), served),
            source_list(writer, visit.sources),
            paragraph(writer.text("reviewed_on", date=day(visit.reviewed_on, writer.locale)), "review-note"),
            f'<link rel="stylesheet" href="{writer.asset("assets/css/visit.css")}">',
            f'<script type="module" src="{writer.asset("assets/js/print-button.js")}"></script>',
        )
    )


def _facts(writer: Writer, visit: Visit) -> str:
    unknown = aside(writer.html("unknown"))
    contact = [escape(visit.contact.how)]
    if visit.contact.phone:
        contact.append(escape(writer.text("phone", number=visit.contact.phone)))
    if visit.contact.url:
        contact.append(f'<a href="{escape(visit.contact.url)}">{escape(visit.contact.url)}</a>')
    facts = (
        ("fact_place", place_words(writer, visit.place)),
        ("visit_kind", escape(writer.label("visit_kinds", visit.kind))),
        ("visit_speciality", escape(visit.speciality)),
        ("visit_founded", escape(day(visit.founded, writer.locale)) if visit.founded else unknown),
        ("visit_run_by", escape(visit.run_by) if visit.run_by else unknown),
        ("visit_contact", "<br>".join(contact)),
    )
    return f"<dl>{''.join(f'<dt>{writer.html(term)}</dt><dd>{value}</dd>' for term, value in facts)}</dl>"


def _sheet(writer: Writer, visit: Visit) -> str:
    """Return what a group takes along; on paper it is the whole page, with boxes to tick and lines to write on."""
    blanks = "".join(f"<span>{writer.html(f'sheet_{blank}')}</span>" for blank in ("date", "group", "writer"))
    home = (writer.html(f"take_home_{question}") for question in ("works", "fails", "first"))
    return (
        f'<section class="visit-sheet"><p class="on-paper">{blanks}</p>'
        f'<p class="print-sheet">{writer.html("sheet_how")} '
        f'<button type="button" data-does="print" hidden>{writer.html("sheet_print")}</button></p>'
        f'<div class="look-at">{writer.heading("look_at")}{items(map(escape, visit.look_at))}</div>'
        f'<div class="questions">{writer.heading("visit_questions")}{items(map(escape, visit.questions), "ol")}</div>'
        f'<div class="questions take-home">{writer.heading("take_home")}{items(home, "ol")}</div></section>'
    )
