"""Long lists of cards, cut into pages."""

from collections.abc import Iterator, Sequence

from ..catalog import Catalog, Entry
from .writer import Writer, block, front_matter, join, plain

PAGE_SIZE = 50  # cards on one page, so that a list stays light on a slow line however long it grows


def page_uris(first: str, total: int) -> list[str]:
    """Return the addresses of the pages of a list of `total` cards: x.md, x/2.md, x/3.md …"""
    stem = first.removesuffix(".md").removesuffix("/index")
    return [first] + [f"{stem}/page/{number}.md" for number in range(2, -(-total // PAGE_SIZE) + 1)]


def cut(entries: Sequence[Entry], number: int) -> Sequence[Entry]:
    """Return the entries of page `number` (from 0) of a list."""
    return entries[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]


def pager(writer: Writer, pages: Sequence[str], number: int) -> str:
    """Return links to the pages of a long list; pages are addresses in order, number counts from 0."""
    if len(pages) < 2:
        return ""
    near = [i for i in range(len(pages)) if i in (0, len(pages) - 1) or abs(i - number) <= 2]
    parts = []
    for position, i in enumerate(near):
        if position and i != near[position - 1] + 1:
            parts.append("…")
        parts.append(f"**{i + 1}**" if i == number else f"[{i + 1}]({writer.href(pages[i])})")
    return block("pager", f"{writer.text('page')} " + " ".join(parts))


def list_rest(
    catalog: Catalog, locale: str, uris: list[str], entries: list[Entry], title: str
) -> Iterator[tuple[str, str]]:
    """Yield the second and later pages of a long list whose first page is a page of its own."""
    for number, uri in enumerate(uris[1:], start=1):
        writer = Writer(catalog, locale, uri)
        heading = writer.text("page_of", title=title, number=number + 1)
        yield (
            uri,
            front_matter(heading, heading)
            + join(
                f"# {plain(heading)}",
                writer.link(uris[0], title),
                writer.cards(cut(entries, number)),
                pager(writer, uris, number),
            ),
        )
