"""Data flows one way: a module of the library imports only from those before it, and nothing of MkDocs."""

import ast
from pathlib import Path

import pytest
from conftest import ROOT

LIBRARY = ROOT / "hooks" / "porpiang"
ORDER = [
    "problem", "page", "vocabulary", "scoring", "organizers", "record_code", "search_words", "collation", "safe_html",
    "geography", "province_map", "search_index", "body", "model", "dates", "timetable", "speech", "catalog",
    "record_rows", "links", "courses", "reader", "export", "pages", "library_index", "likeness", "search",
    "structured_data", "feeds", "assembly", "sitemap", "changes",
]  # fmt: skip
MODULES = sorted(path for path in LIBRARY.rglob("*.py") if path.parent != LIBRARY or path.name != "__init__.py")


def layer_of(path: Path) -> str:
    return path.relative_to(LIBRARY).with_suffix("").parts[0]


def imported(path: Path) -> tuple[set[str], set[str]]:
    """Return the library's layers and the outside packages that a module imports."""
    inside, outside = set(), set()
    depth = len(path.relative_to(LIBRARY).parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            outside |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            outside.add(str(node.module).split(".")[0])
        elif isinstance(node, ast.ImportFrom) and node.level == depth:
            inside.add(str(node.module).split(".")[0])
    return inside, outside


def test_every_module_has_its_place_in_the_order():
    assert {layer_of(path) for path in MODULES} == set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_module_imports_only_from_those_before_it(path):
    inside, outside = imported(path)
    before = ORDER[: ORDER.index(layer_of(path))]
    assert inside <= set(before)
    assert not outside & {"mkdocs", "material", "mkdocs_static_i18n"}
