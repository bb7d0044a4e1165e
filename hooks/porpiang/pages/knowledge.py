"""The knowledge base: its index, and articles with their sources."""

from ..catalog import Entry
from ..dates import day
from ..model import Article
from .diagram import sufficiency_diagram
from .story import activity_link, source_list
from .writer import Writer, items, paragraph


def article_page(writer: Writer, entry: Entry, body: str) -> str:
    """Return an article: its text, the activities it serves, its sources."""
    article: Article = entry.in_locale(writer.locale)
    known = writer.catalog.strategy_of
    return "".join(
        (
            paragraph(article.summary, "lead"),
            sufficiency_diagram(writer) if article.diagram == "sufficiency" else "",
            body,
            writer.heading("serves"),
            items(activity_link(writer, activity) for activity in article.activities if activity in known),
            source_list(writer, article.sources),
            paragraph(writer.text("reviewed_on", date=day(article.reviewed_on, writer.locale)), "review-note"),
        )
    )


def knowledge_page(writer: Writer, body: str) -> str:
    """Return the index of the knowledge base."""
    return body + writer.cards(writer.catalog.of("knowledge"))
