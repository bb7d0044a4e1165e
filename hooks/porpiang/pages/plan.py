"""The pages of the plan: strategies, activity guides, the plan at a glance, the coverage matrix."""

from collections.abc import Iterator

from ..catalog import Catalog, Entry
from ..dates import day
from ..model import Activity, PlannedActivity, Strategy, Tactic
from ..page import DEFAULT_LOCALE
from .facets import list_rest
from .story import activity_number
from .writer import Writer, block, cut, front_matter, join, page_uris, plain

COVERAGE = "plan/coverage.md"
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
        _quotation(writer, writer.text("plan_name"), strategy.name),
        _quotation(writer, writer.text("goal"), strategy.goal),
        _translation_note(writer),
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


def activity_page(writer: Writer, entry: Entry) -> str:
    """Return the guide to an activity, and everything that serves it."""
    guide: Activity = entry.in_locale(writer.locale)
    strategy = writer.catalog.strategy_of[entry.id]
    number = activity_number(entry.id)
    tactic, activity = _find(strategy.in_locale(writer.locale), entry.id)
    strategy_title = strategy.in_locale(writer.locale).title
    strategy_name = f"{writer.text('strategy_number', number=strategy.id[1:])} {strategy_title}"
    return join(
        block("crumbs", f"{writer.link(strategy.uri, strategy_name)} › {plain(tactic.text)}"),
        f"# {writer.text('activity_number', number=number)} {plain(guide.title)}",
        block("lead", plain(guide.summary)),
        _quotation(writer, writer.text("plan_says"), activity.text),
        _translation_note(writer),
        block("proposal", writer.text("guide_is_proposal")),
        f"## {writer.text('in_practice')}",
        entry.body(writer.locale).strip(),
        f"## {writer.text('doers')}",
        "\n".join(f"- **{plain(doer.who)}** {plain(doer.does)}" for doer in guide.doers),
        f"## {writer.text('steps')}",
        "\n".join(f"{index}. {plain(step)}" for index, step in enumerate(guide.steps, 1)),
        f"## {writer.text('rules')}",
        _rules(writer, guide),
        f"## {writer.text('signs')}",
        "\n".join(f"- {plain(sign)}" for sign in guide.signs),
        *_serving(writer, entry),
        block("review-note", writer.text("reviewed_on", date=day(guide.reviewed_on, writer.locale))),
    )


def _find(strategy: Strategy, activity_id: str) -> tuple[Tactic, PlannedActivity]:
    return next((t, a) for t in strategy.tactics for a in t.activities if a.id == activity_id)


def _rules(writer: Writer, guide: Activity) -> str:
    """Return the rules with their source, and the papers, each with the rule that asks for it."""
    words = writer.catalog.vocabulary["rules"]
    papers = [
        f"- {plain(paper.text)} *({writer.text('rests_on', rule=plain(words[paper.rule].label(writer.locale)))})*"
        for paper in guide.papers
    ]
    lines = []
    for rule in guide.rules:
        word, url = words[rule], words[rule].more.get("url", "unknown")
        source = f" [{writer.text('source')}](<{url}>)" if url != "unknown" else f" *{writer.text('no_source_page')}*"
        lines.append(f"- **{plain(word.label(writer.locale))}** {plain(word.note(writer.locale))}{source}")
    if not lines and not papers:
        return f"*{writer.text('no_rules')}*"
    heading = [f"**{writer.text('papers')}**", "\n".join(papers)] if papers else []
    return join("\n".join(lines), *heading, f"*{writer.text('check_rules')}*")


def _serving(writer: Writer, entry: Entry) -> Iterator[str]:
    """Yield what serves an activity, a section for each kind of entry."""
    for kind in writer.catalog.serving_kinds:
        entries = writer.catalog.serving.get(entry.id, {}).get(kind, [])
        yield f"## {writer.label('kinds', kind)} ({len(entries):,})"
        yield writer.cards(cut(entries, 0))
        if kind == "stories":
            yield writer.pager(page_uris(entry.uri, len(entries)), 0)


def activity_rest(catalog: Catalog, locale: str) -> Iterator[tuple[str, str]]:
    """Yield the second and later pages of the stories of every activity."""
    for entry in catalog.of("activities"):
        stories = catalog.serving.get(entry.id, {}).get("stories", [])
        uris = page_uris(entry.uri, len(stories))
        yield from list_rest(catalog, locale, uris, stories, entry.in_locale(locale).title)


def coverage_page(catalog: Catalog, locale: str) -> tuple[str, str]:
    """Return (address, Markdown) of the matrix: activities down, kinds of content across, empties said."""
    writer = Writer(catalog, locale, COVERAGE)
    story_kinds = list(catalog.vocabulary["story_kinds"])
    kinds = catalog.serving_kinds
    head = [writer.text("activity"), writer.text("guide"), *(writer.label("kinds", kind) for kind in kinds)]
    head += [writer.label("story_kinds", kind) for kind in story_kinds]
    parts, filled = [], 0
    for strategy in catalog.of("plan"):
        fields: Strategy = strategy.in_locale(locale)
        title = f"{writer.text('strategy_number', number=strategy.id[1:])} {fields.title}"
        rows = ["| " + " | ".join(head) + " |", "|" + " --- |" + " :-: |" * (len(head) - 1)]
        for tactic in fields.tactics:
            for activity in tactic.activities:
                guide = catalog.entries["activities"].get(activity.id)
                served = catalog.serving.get(activity.id, {})
                stories = [entry.in_locale(DEFAULT_LOCALE).kind for entry in served.get("stories", [])]
                counts = [len(served.get(kind, [])) for kind in kinds]
                counts += [stories.count(kind) for kind in story_kinds]
                filled += bool(served.get("stories"))
                name = f"{activity_number(activity.id)} {guide.in_locale(locale).title if guide else ''}".strip()
                cells = [writer.link(guide.uri if guide else strategy.uri, name), "✓" if guide else "–"]
                rows.append("| " + " | ".join([*cells, *(f"{n:,}" if n else "–" for n in counts)]) + " |")
        parts += [f"## {writer.link(strategy.uri, title)}", block("matrix", "\n".join(rows))]
    total = len(catalog.strategy_of)
    summary = writer.text("coverage_summary", filled=filled, total=total, empty=total - filled)
    body = join(f"# {writer.text('coverage_title')}", summary, writer.text("coverage_how"), *parts)
    return COVERAGE, front_matter(writer.text("coverage_title"), writer.text("coverage_meta")) + body


def _served(writer: Writer, activities: list[PlannedActivity]) -> str:
    """Return how many stories serve any of these activities, and how many activities have none."""
    found = {
        entry.id for activity in activities for entry in writer.catalog.serving.get(activity.id, {}).get("stories", [])
    }
    return writer.count("stories", len(found)) if found else writer.text("none_yet")


def _quotation(writer: Writer, heading: str, text: str) -> str:
    return f"**{heading}**\n\n> {plain(text)}"


def _translation_note(writer: Writer) -> str:
    """Return, outside Thai, the note that the plan's English is our translation."""
    return block("translation-note", writer.text("our_translation")) if writer.locale != DEFAULT_LOCALE else ""
