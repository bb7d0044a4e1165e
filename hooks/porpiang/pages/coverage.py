"""The matrix of the plan: activities down, kinds of content across, empties said."""

from ..catalog import Catalog
from ..model import Strategy
from ..page import DEFAULT_LOCALE
from .story import activity_number
from .writer import Writer, block, front_matter, join

COVERAGE = "plan/coverage.md"


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
