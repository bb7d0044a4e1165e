"""The page of one activity: what the plan says, the guide to it, and everything that serves it."""

from collections.abc import Iterator
from html import escape

from ..catalog import Catalog, Entry
from ..dates import day
from ..model import Activity, PlannedActivity, Strategy, Tactic
from .computed import Computed
from .facets import strategy_name
from .lists import cut, list_rest, page_uris, pager
from .strategy import quotation, translation_note
from .writer import Writer, aside, heading, items, paragraph


def activity_page(writer: Writer, entry: Entry, body: str) -> str:
    """Return the guide to an activity, and everything that serves it; body explains it, in HTML."""
    guide: Activity = entry.in_locale(writer.locale)
    strategy = writer.catalog.strategy_of.get(entry.id)
    parts = [paragraph(guide.summary, "lead")]
    if strategy:  # a guide to an activity that no strategy names is a problem, not a broken page
        tactic, activity = _find(strategy.in_locale(writer.locale), entry.id)
        name = strategy_name(writer.catalog, strategy, writer.locale)
        crumbs = f"{writer.link(strategy.uri, name)} › {escape(tactic.text)}"
        parts = [f'<p class="crumbs">{crumbs}</p>', *parts, quotation(writer.text("plan_says"), activity.text)]
        parts.append(translation_note(writer))
    return "".join(
        (
            *parts,
            paragraph(writer.text("guide_is_proposal"), "proposal"),
            writer.heading("in_practice"),
            body,
            writer.heading("doers"),
            items(f"<b>{escape(doer.who)}</b> {escape(doer.does)}" for doer in guide.doers),
            writer.heading("steps"),
            items(map(escape, guide.steps), "ol"),
            writer.heading("rules"),
            _rules(writer, guide),
            writer.heading("signs"),
            items(map(escape, guide.signs)),
            *_serving(writer, entry),
            paragraph(writer.text("reviewed_on", date=day(guide.reviewed_on, writer.locale)), "review-note"),
        )
    )


def _find(strategy: Strategy, activity_id: str) -> tuple[Tactic, PlannedActivity]:
    return next((t, a) for t in strategy.tactics for a in t.activities if a.id == activity_id)


def _rules(writer: Writer, guide: Activity) -> str:
    """Return the rules with their source, and the papers, each with the rule it rests on."""
    words = writer.catalog.vocabulary["rules"]
    if not guide.rules and not guide.papers:
        return f"<p>{aside(writer.html('no_rules'))}</p>"
    rules = []
    for rule in guide.rules:
        word, url = words[rule], str(words[rule].more.get("url", "unknown"))
        known = url.startswith(("http://", "https://"))
        source = f'<a href="{escape(url)}">{writer.html("source")}</a>' if known else writer.html("no_source_page")
        rules.append(f"<b>{escape(word.label(writer.locale))}</b> {escape(word.note(writer.locale))} {source}")
    papers = []
    for paper in guide.papers:
        rests_on = writer.html("rests_on", rule=words[paper.rule].label(writer.locale))
        papers.append(f"{escape(paper.text)} {aside(f'({rests_on})')}")
    named_papers = f"<p><b>{writer.html('papers')}</b></p>{items(papers)}" if papers else ""
    return f"{items(rules)}{named_papers}<p>{aside(writer.html('check_rules'))}</p>"


def _serving(writer: Writer, entry: Entry) -> Iterator[str]:
    """Yield what serves an activity, a section for each kind of entry."""
    for kind in writer.catalog.serving_kinds:
        entries = writer.catalog.serving.get(entry.id, {}).get(kind, [])
        yield heading(f"{escape(writer.label('kinds', kind))} ({len(entries):,})", kind)
        yield writer.cards(cut(entries, 0))
        yield pager(writer, _uris(entry, kind, entries), 0)


def _uris(entry: Entry, kind: str, entries: list[Entry]) -> list[str]:
    """Return the pages of one kind's list: the guide itself, then activities/<id>/<kind>/page/2 …"""
    rest = page_uris(f"{entry.kind}/{entry.id}/{kind}.md", len(entries))[1:]
    return [entry.uri, *rest]


def activity_rest(catalog: Catalog, locale: str) -> Iterator[tuple[str, Computed]]:
    """Yield the second and later pages of everything that serves an activity."""
    for entry in catalog.of("activities"):
        for kind in catalog.serving_kinds:
            entries = catalog.serving.get(entry.id, {}).get(kind, [])
            title = entry.in_locale(locale).title
            yield from list_rest(catalog, locale, _uris(entry, kind, entries), entries, title)
