"""Places to visit: their index, and the page of one with what to look at and what to ask."""

from html import escape

from ..catalog import Entry
from ..dates import day
from ..model import Visit
from .maps import map_position
from .story import activity_link, place_words, source_list
from .writer import Writer, aside, block, items, paragraph


def visits_page(writer: Writer, body: str) -> str:
    """Return the index of the places."""
    return body + writer.cards(writer.catalog.of("visits"))


def visit_page(writer: Writer, entry: Entry, body: str) -> str:
    """Return a place: where it is, what it is known for, what to look at and to ask, how to get in touch."""
    visit: Visit = entry.in_locale(writer.locale)
    stories = writer.catalog.entries["stories"]
    served = items(activity_link(writer, i) for i in visit.activities if i in writer.catalog.strategy_of)
    related = [stories[i] for i in visit.stories if i in stories]
    return "".join(
        (
            paragraph(visit.summary, "lead"),
            block("fact-box", map_position(writer, visit.place.province), _facts(writer, visit)),
            body,
            writer.heading("look_at"),
            items(map(escape, visit.look_at)),
            writer.heading("visit_questions"),
            items(map(escape, visit.questions)),
            block("related", writer.heading("module_stories"), writer.cards(related)) if related else "",
            block("related", writer.heading("serves"), served),
            source_list(writer, visit.sources),
            paragraph(writer.text("reviewed_on", date=day(visit.reviewed_on, writer.locale)), "review-note"),
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
        ("visit_speciality", escape(visit.speciality)),
        ("visit_founded", escape(day(visit.founded, writer.locale)) if visit.founded else unknown),
        ("visit_run_by", escape(visit.run_by) if visit.run_by else unknown),
        ("visit_contact", "<br>".join(contact)),
    )
    return f"<dl>{''.join(f'<dt>{writer.html(term)}</dt><dd>{value}</dd>' for term, value in facts)}</dl>"
