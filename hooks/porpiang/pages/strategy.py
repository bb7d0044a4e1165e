"""The plan at a glance, and the page of one strategy with what serves each tactic and activity."""

from ..catalog import Entry
from ..model import PlannedActivity, Strategy, Tactic
from ..page import DEFAULT_LOCALE
from .coverage import COVERAGE
from .story import activity_number
from .writer import Writer, block, join, plain

SOURCE = "plan/source/index.md"
_SHOWN = 3  # entries of a kind under each activity on a strategy's page; the activity's own page has them all


def plan_page(writer: Writer, body: str) -> str:
    """Return the plan at a glance: its own words, then the four strategies with how many things serve them."""
    cards = []
    for entry in writer.catalog.of("plan"):
        strategy: Strategy = entry.in_locale(writer.locale)
        activities = [activity for tactic in strategy.tactics for activity in tactic.activities]
        tactics = writer.count("tactics", len(strategy.tactics))
        title = f"{writer.text('strategy_number', number=entry.id[1:])} {strategy.title}"
        lines = [
            f"-   **{writer.link(entry.uri, title)}**",
            f"    {plain(strategy.summary)}",
            f"    *{tactics} · {writer.count('activities', len(activities))} · {_served(writer, activities)}*",
        ]
        cards.append("\n\n".join(lines))
    more = [writer.link(SOURCE, writer.text("read_source")), writer.link(COVERAGE, writer.text("coverage_title"))]
    return join(
        body.strip(),
        f"## {writer.text('four_strategies')}",
        block("cards", "\n\n".join(cards)),
        f"## {writer.text('see_also')}",
        "\n".join(f"- {link}" for link in more),
    )


def strategy_page(writer: Writer, entry: Entry) -> str:
    """Return a strategy: what the plan says, and under every tactic and activity what serves it."""
    strategy: Strategy = entry.in_locale(writer.locale)
    return join(
        f"# {writer.text('strategy_number', number=entry.id[1:])} {plain(strategy.title)}",
        block("lead", plain(strategy.summary)),
        quotation(writer.text("plan_name"), strategy.name),
        quotation(writer.text("goal"), strategy.goal),
        translation_note(writer),
        entry.body(writer.locale).strip(),
        *(_tactic(writer, tactic) for tactic in strategy.tactics),
    )


def _tactic(writer: Writer, tactic: Tactic) -> str:
    heading = writer.text("tactic_number", number=tactic.id.rpartition("-")[2])
    return join(
        f"## {heading} {plain(tactic.text)}",
        f"*{writer.count('activities', len(tactic.activities))} · {_served(writer, tactic.activities)}*",
        *(_planned(writer, activity) for activity in tactic.activities),
    )


def _planned(writer: Writer, activity: PlannedActivity) -> str:
    """Return an activity's wording, its guide, and the first few entries of each kind that serve it."""
    guide = writer.catalog.entries["activities"].get(activity.id)
    number = writer.text("activity_number", number=activity_number(activity.id))
    heading = f"{number} {plain(guide.in_locale(writer.locale).title)}" if guide else number
    parts = [f"### {heading}", f"> {plain(activity.text)}"]
    if guide:
        parts.append(writer.link(guide.uri, writer.text("read_guide")))
    for kind in writer.catalog.serving_kinds:
        entries = writer.catalog.serving.get(activity.id, {}).get(kind, [])
        label = writer.label("kinds", kind)
        if not entries:
            parts.append(f"**{label}** *{writer.text('none_yet')}*")
            continue
        lines = [f"- {writer.entry_link(entry)}" for entry in entries[:_SHOWN]]
        if len(entries) > _SHOWN and guide:
            lines.append(f"- {writer.link(guide.uri, writer.text('see_all', count=len(entries)))}")
        parts += [f"**{label}** ({len(entries):,})", "\n".join(lines)]
    return join(*parts)


def _served(writer: Writer, activities: list[PlannedActivity]) -> str:
    """Return how many stories serve any of these activities, and how many activities have none."""
    found = {
        entry.id for activity in activities for entry in writer.catalog.serving.get(activity.id, {}).get("stories", [])
    }
    return writer.count("stories", len(found)) if found else writer.text("none_yet")


def quotation(heading: str, text: str) -> str:
    """Return words of the plan under a heading, as a quotation."""
    return f"**{heading}**\n\n> {plain(text)}"


def translation_note(writer: Writer) -> str:
    """Return, outside Thai, the note that the plan's English is our translation."""
    return block("translation-note", writer.text("our_translation")) if writer.locale != DEFAULT_LOCALE else ""
