"""The matrix of the plan: activities down, kinds of content across, empties said."""

from functools import partial
from html import escape

from ..catalog import Catalog
from ..model import Strategy
from ..page import DEFAULT_LOCALE
from .computed import Computed
from .story import activity_number
from .writer import Writer, block, heading, paragraph

COVERAGE = "plan/coverage.md"


def coverage_page(catalog: Catalog, locale: str) -> tuple[str, Computed]:
    """Return (address, page) of the matrix."""
    writer = Writer(catalog, locale, COVERAGE)
    title, summary = writer.text("coverage_title"), writer.text("coverage_meta")
    return COVERAGE, Computed(title, summary, partial(_matrix, writer), "plan")


def _matrix(writer: Writer) -> str:
    catalog = writer.catalog
    kinds, story_kinds = catalog.serving_kinds, list(catalog.vocabulary["story_kinds"])
    head = [writer.html("activity"), writer.html("guide"), *(escape(writer.label("kinds", kind)) for kind in kinds)]
    head += [escape(writer.label("story_kinds", kind)) for kind in story_kinds]
    row = "<tr>" + "".join(f'<th scope="col">{name}</th>' for name in head) + "</tr>"
    parts = []
    for strategy in catalog.of("plan"):
        fields: Strategy = strategy.in_locale(writer.locale)
        name = f"{writer.text('strategy_number', number=strategy.id[1:])} {fields.title}"
        rows = [_row(writer, activity.id) for tactic in fields.tactics for activity in tactic.activities]
        table = f"<table><thead>{row}</thead><tbody>{''.join(rows)}</tbody></table>"
        parts += [heading(writer.link(strategy.uri, name), strategy.id), block("matrix", table)]
    total = len(catalog.strategy_of)
    filled = sum(bool(catalog.serving.get(activity, {}).get("stories")) for activity in catalog.strategy_of)
    summary = writer.text("coverage_summary", filled=filled, total=total, empty=total - filled)
    return "".join((paragraph(summary), paragraph(writer.text("coverage_how")), *parts))


def _row(writer: Writer, activity: str) -> str:
    """Return an activity's row: its guide, then how many entries of each kind and each kind of story serve it."""
    catalog = writer.catalog
    guide = catalog.entries["activities"].get(activity)
    served = catalog.serving.get(activity, {})
    kinds_of_stories = [entry.in_locale(DEFAULT_LOCALE).kind for entry in served.get("stories", [])]
    counts = [len(served.get(kind, [])) for kind in catalog.serving_kinds]
    counts += [kinds_of_stories.count(kind) for kind in catalog.vocabulary["story_kinds"]]
    uri = guide.uri if guide else catalog.strategy_of[activity].uri
    title = f" {writer.entry_title(guide)}" if guide else ""
    link = f'<a href="{writer.url(uri)}">{escape(activity_number(activity))}{title}</a>'
    cells = ["✓" if guide else "–", *(f"{count:,}" if count else "–" for count in counts)]
    return f'<tr><th scope="row">{link}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
