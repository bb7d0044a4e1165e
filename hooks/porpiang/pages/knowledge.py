"""The knowledge base: its index, and articles with their sources."""

from ..catalog import Entry
from ..dates import day
from ..model import Article
from .diagram import sufficiency_diagram
from .story import activity_number, source_line
from .writer import Writer, block, join, plain


def article_page(writer: Writer, entry: Entry) -> str:
    """Return an article: its text, the activities it serves, its sources."""
    article: Article = entry.in_locale(writer.locale)
    guides = writer.catalog.entries["activities"]
    served = [
        f"- {writer.link(guides[i].uri, activity_number(i) + ' ' + guides[i].in_locale(writer.locale).title)}"
        for i in article.activities
        if i in guides
    ]
    return join(
        f"# {plain(article.title)}",
        block("lead", plain(article.summary)),
        sufficiency_diagram(writer) if article.diagram == "sufficiency" else "",
        entry.body(writer.locale).strip(),
        f"## {writer.text('serves')}",
        "\n".join(served),
        f"## {writer.text('sources')}",
        "\n".join(source_line(writer, number, source) for number, source in enumerate(article.sources, 1)),
        block("review-note", writer.text("reviewed_on", date=day(article.reviewed_on, writer.locale))),
    )


def knowledge_page(writer: Writer, body: str) -> str:
    """Return the index of the knowledge base."""
    return join(body.strip(), writer.cards(writer.catalog.of("knowledge")))
