"""Adds files that are no pages: fonts from npm, the map behind a story's place, open data, what scripts read."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from porpiang.assembly import Assembly
from porpiang.changes import edited_entries
from porpiang.export import export_data
from porpiang.library_index import library_indexes
from porpiang.likeness import likeness_rule
from porpiang.province_map import silhouette
from porpiang.search import search_files

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "node_modules" / "@fontsource" / "sarabun"
_exported: list[tuple[Assembly, dict[str, str]]] = []  # what the build before this one published, and from what
_WEIGHTS = (400, 700)
_SCRIPTS = ("thai", "latin")


@event_priority(-110)  # after i18n, which would drop files it has not seen on disk
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the files once, in the default language's build: they are the same for all languages."""
    if config.plugins["i18n"].building:
        return files
    for script in _SCRIPTS:
        for weight in _WEIGHTS:
            name = f"sarabun-{script}-{weight}-normal.woff2"
            _copy(files, config, FONTS / "files" / name, f"assets/fonts/{name}")
    _copy(files, config, FONTS / "LICENSE", "assets/fonts/LICENSE.txt")
    site = config.extra["site"]
    before = _exported[0][0] if _exported else None
    if before is None or site.catalog.vocabulary != before.catalog.vocabulary or edited_entries(site, before):
        texts = {"assets/images/thailand.svg": silhouette(config.extra["outlines"])}
        texts |= export_data(site.catalog) | library_indexes(site.catalog)
        texts |= likeness_rule(site.catalog) | search_files(site.catalog)
        _exported[:] = [(site, texts)]
    for path, text in _exported[0][1].items():
        files.append(File.generated(config, path, content=text))
    return files


def _copy(files: Files, config: MkDocsConfig, source: Path, path: str) -> None:
    file = File.generated(config, path, abs_src_path=str(source))
    files.append(file)
