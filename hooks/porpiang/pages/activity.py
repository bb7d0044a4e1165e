"""The page of one activity: what the plan says, the guide to it, and everything that serves it."""

from collections.abc import Iterator

from ..catalog import Catalog, Entry
from ..dates import day
from ..model import Activity, PlannedActivity, Strategy, Tactic
from .lists import cut, list_rest, page_uris, pager
from .story import activity_number
from .strategy import quotation, translation_note
from .writer import Writer, block, join, plain


def activity_page(writer: Writer, entry: Entry) -> str:
    """Return the guide to an activity, and everything that serves it."""
    guide: Activity = entry.in_locale(writer.locale)
    if entry.id not in writer.catalog.strategy_of:  # reported as a problem; readers see the guide's own words
        return join(f"# {plain(guide.title)}", entry.body(writer.locale).strip())
    strategy = writer.catalog.strategy_of[entry.id]
    number = activity_number(entry.id)
    tactic, activity = _find(strategy.in_locale(writer.locale), entry.id)
    strategy_title = strategy.in_locale(writer.locale).title
    strategy_name = f"{writer.text('strategy_number', number=strategy.id[1:])} {strategy_title}"
    return join(
        block("crumbs", f"{writer.link(strategy.uri, strategy_name)} › {plain(tactic.text)}"),
        f"# {writer.text('activity_number', number=number)} {plain(guide.title)}",
        block("lead", plain(guide.summary)),
        quotation(writer.text("plan_says"), activity.text),
        translation_note(writer),
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
            yield pager(writer, page_uris(entry.uri, len(entries)), 0)


def activity_rest(catalog: Catalog, locale: str) -> Iterator[tuple[str, str]]:
    """Yield the second and later pages of the stories of every activity."""
    for entry in catalog.of("activities"):
        stories = catalog.serving.get(entry.id, {}).get("stories", [])
        uris = page_uris(entry.uri, len(stories))
        yield from list_rest(catalog, locale, uris, stories, entry.in_locale(locale).title)
