"""Long lists of cards, cut into pages."""

from collections.abc import Iterator, Sequence
from functools import partial

from ..catalog import Catalog, Entry
from .computed import Computed
from .writer import Writer, block

PAGE_SIZE = 40  # cards on one page, so that a list stays light on a slow line however long it grows


def page_uris(first: str, total: int) -> list[str]:
    """Return the addresses of the pages of a list of `total` cards: x.md, x/page/2.md, x/page/3.md …"""
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
        parts.append(f'<b aria-current="page">{i + 1}</b>' if i == number else writer.link(pages[i], str(i + 1)))
    return block("pager", f"{writer.html('page')} ", " ".join(parts))


def list_rest(
    catalog: Catalog, locale: str, uris: list[str], entries: list[Entry], title: str
) -> Iterator[tuple[str, Computed]]:
    """Yield the second and later pages of a long list whose first page is a page of its own."""
    for number, uri in enumerate(uris[1:], start=1):
        writer = Writer(catalog, locale, uri)
        name = writer.text("page_of", title=title, number=number + 1)
        yield uri, Computed(name, name, partial(_rest, writer, uris, entries, number, title))


def _rest(writer: Writer, uris: list[str], entries: list[Entry], number: int, title: str) -> str:
    return writer.link(uris[0], title) + writer.cards(cut(entries, number)) + pager(writer, uris, number)
