"""The page of the open data: every file with its size, what the columns hold, and the feeds."""

from html import escape
from pathlib import PurePosixPath

from ..body import split_html
from ..export import column_forms, export_data, file_addresses
from ..model import KINDS, Fields
from .contribute import fields_of, meaning
from .facets import FILTERS
from .feed_links import ALL, FOLLOWED, feed_links, feed_name
from .writer import Writer, block, heading, items


def data_page(writer: Writer, body: str) -> str:
    """Return the page: how its own words begin, the files, the rest of its own words, the columns, the feeds."""
    told = split_html(body)
    intro = told.pop("")
    columns = (
        heading(escape(writer.label("kinds", kind)), kind, 3) + _columns(writer, model) for kind, model in KINDS.items()
    )
    return "".join(
        (
            intro,
            writer.heading("data_files"),
            block("fields", f"<table>{_head(writer, 'data_file', 'data_size')}{_files(writer)}</table>"),
            *told.values(),
            writer.heading("data_columns"),
            *columns,
            writer.heading("data_feeds"),
            items(_feeds(writer)),
        )
    )


def _head(writer: Writer, *keys: str) -> str:
    cells = (f'<th scope="col">{writer.html(key)}</th>' for key in keys)
    return f"<thead><tr>{''.join(cells)}</tr></thead>"


def _files(writer: Writer) -> str:
    """Return a group of rows for each kind: how many records it has, then its files."""
    texts = export_data(writer.catalog)
    groups = []
    for kind in KINDS:
        records = writer.count("data_records", len(writer.catalog.of(kind)))
        rows = [f'<tr><th colspan="2" scope="rowgroup">{escape(writer.label("kinds", kind))} · {records}</th></tr>']
        for use, path in file_addresses(kind).items():
            name = f'<a href="{writer.asset(path)}" download>{PurePosixPath(path).relative_to("data")}</a>'
            size = writer.html("kilobytes", size=f"{-(-len(texts[path].encode()) // 1000):,}")
            rows.append(f"<tr><td>{name}<br>{writer.html(f'data_file_{use}')}</td><td>{size}</td></tr>")
        groups.append(f"<tbody>{''.join(rows)}</tbody>")
    return "".join(groups)


def _columns(writer: Writer, model: type[Fields]) -> str:
    """Return a table of the columns of a kind's CSV: name, meaning, how it is written."""
    meanings = {name: meaning(description, writer.locale) for name, description, _ in fields_of(model)}
    meanings["id"] = writer.text("data_id")
    rows = (
        f"<tr><td><code>{name}</code></td><td>{escape(meanings[name])}</td><td>{writer.html(f'form_{form}')}</td></tr>"
        for name, form in column_forms(model).items()
    )
    head = _head(writer, "data_column", "field_meaning", "data_as")
    return block("fields", f"<table>{head}<tbody>{''.join(rows)}</tbody></table>")


def _feeds(writer: Writer) -> list[str]:
    lines = [f"{writer.html('all_stories')}: {feed_links(writer, ALL)}"]
    for facet in (FILTERS[facet_id] for facet_id in FOLLOWED):
        for value in facet.values(writer.catalog):
            label = escape(facet.label(value, writer.catalog, writer.locale))
            lines.append(f"{label}: {feed_links(writer, feed_name(facet.id, value))}")
    return lines
