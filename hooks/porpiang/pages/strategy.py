"""The plan at a glance, and the page of one strategy with what serves each tactic and activity."""

from html import escape

from ..catalog import Entry
from ..model import PlannedActivity, Strategy, Tactic
from ..page import DEFAULT_LOCALE
from .coverage import COVERAGE
from .facets import strategy_name
from .feed_links import feed_name, follow
from .story import activity_number
from .writer import Writer, aside, heading, items, paragraph

SOURCE = "plan/source/index.md"
_SHOWN = 3  # entries of a kind under each activity on a strategy's page; the activity's own page has them all


def plan_page(writer: Writer, body: str) -> str:
    """Return the plan at a glance: its own words, then the four strategies with how many things serve them."""
    cards = []
    for entry in writer.catalog.of("plan"):
        strategy: Strategy = entry.in_locale(writer.locale)
        activities = [activity for tactic in strategy.tactics for activity in tactic.activities]
        counts = (writer.count("tactics", len(strategy.tactics)), writer.count("activities", len(activities)))
        title = writer.link(entry.uri, strategy_name(writer.catalog, entry, writer.locale))
        about = f'<p class="about">{" · ".join((*counts, _served(writer, activities)))}</p>'
        cards.append(f"<li><p><b>{title}</b></p>{paragraph(strategy.summary)}{about}</li>")
    more = (writer.link(SOURCE, writer.text("read_source")), writer.link(COVERAGE, writer.text("coverage_title")))
    return "".join(
        (
            body,
            writer.heading("four_strategies"),
            f'<ul class="cards">{"".join(cards)}</ul>',
            writer.heading("see_also"),
            items(more),
        )
    )


def strategy_page(writer: Writer, entry: Entry, body: str) -> str:
    """Return a strategy: what the plan says, and under every tactic and activity what serves it."""
    strategy: Strategy = entry.in_locale(writer.locale)
    return "".join(
        (
            paragraph(strategy.summary, "lead"),
            quotation(writer.text("plan_name"), strategy.name),
            quotation(writer.text("goal"), strategy.goal),
            translation_note(writer),
            body,
            *(_tactic(writer, tactic) for tactic in strategy.tactics),
            follow(writer, feed_name("strategy", entry.id)),
        )
    )


def _tactic(writer: Writer, tactic: Tactic) -> str:
    name = f"{writer.text('tactic_number', number=tactic.id.rpartition('-')[2])} {tactic.text}"
    counts = f"{writer.count('activities', len(tactic.activities))} · {_served(writer, tactic.activities)}"
    activities = "".join(_planned(writer, activity) for activity in tactic.activities)
    return f'{heading(escape(name), tactic.id)}<p class="about">{counts}</p>{activities}'


def _planned(writer: Writer, activity: PlannedActivity) -> str:
    """Return an activity's wording, its guide, and the first few entries of each kind that serve it."""
    guide = writer.catalog.entries["activities"].get(activity.id)
    name = writer.html("activity_number", number=activity_number(activity.id))
    if guide:
        name += f" {writer.entry_title(guide)}"
    parts = [heading(name, activity.id, 3), f"<blockquote>{paragraph(activity.text)}</blockquote>"]
    if guide:
        parts.append(f"<p>{writer.link(guide.uri, writer.text('read_guide'))}</p>")
    for kind in writer.catalog.serving_kinds:
        entries = writer.catalog.serving.get(activity.id, {}).get(kind, [])
        label = escape(writer.label("kinds", kind))
        if not entries:
            parts.append(f"<p><b>{label}</b> {aside(writer.html('none_yet'))}</p>")
            continue
        lines = [writer.entry_link(entry) for entry in entries[:_SHOWN]]
        if len(entries) > _SHOWN and guide:
            lines.append(writer.link(guide.uri, writer.text("see_all", count=len(entries))))
        parts.append(f"<p><b>{label}</b> ({len(entries):,})</p>{items(lines)}")
    return "".join(parts)


def _served(writer: Writer, activities: list[PlannedActivity]) -> str:
    """Return how many stories serve any of these activities, or that none does yet."""
    found = {
        entry.id for activity in activities for entry in writer.catalog.serving.get(activity.id, {}).get("stories", [])
    }
    return writer.count("stories", len(found)) if found else writer.html("none_yet")


def quotation(name: str, text: str) -> str:
    """Return words of the plan under a name, as a quotation."""
    return f"<p><b>{escape(name)}</b></p><blockquote>{paragraph(text)}</blockquote>"


def translation_note(writer: Writer) -> str:
    """Return, outside Thai, the note that the plan's English is our translation."""
    return paragraph(writer.text("our_translation"), "translation-note") if writer.locale != DEFAULT_LOCALE else ""
