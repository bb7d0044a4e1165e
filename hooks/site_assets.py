"""Adds files that are no pages: fonts and scripts from npm, the map behind a place, open data, feeds."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from porpiang.assembly import Assembly
from porpiang.changes import edited_entries
from porpiang.export import export_data
from porpiang.feeds import feeds
from porpiang.library_index import library_indexes
from porpiang.likeness import likeness_rule
from porpiang.province_map import silhouette
from porpiang.search import search_files
from rcssmin import cssmin

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "node_modules" / "@fontsource" / "sarabun"
SIGNATURES = ROOT / "node_modules" / "@noble" / "ed25519"  # checks signatures in the reader's browser
_exported: list[tuple[Assembly, str, dict[str, str]]] = []  # what the build before published, from what and where
_WEIGHTS = (400, 700)
_SCRIPTS = ("thai", "latin")


@event_priority(-110)  # after i18n, which would drop files it has not seen on disk
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Send style sheets without remarks; add the files once, in the default language's build, for all languages."""
    for file in files.css_files():
        if file.src_uri.startswith("assets/css/"):
            file.content_string = cssmin(Path(file.abs_src_path).read_text(encoding="utf-8"))
    if config.plugins["i18n"].building:
        return files
    for script in _SCRIPTS:
        for weight in _WEIGHTS:
            name = f"sarabun-{script}-{weight}-normal.woff2"
            _copy(files, config, FONTS / "files" / name, f"assets/fonts/{name}")
    _copy(files, config, FONTS / "LICENSE", "assets/fonts/LICENSE.txt")
    _copy(files, config, SIGNATURES / "index.js", "assets/js/ed25519.js")
    _copy(files, config, SIGNATURES / "LICENSE", "assets/js/ed25519-LICENSE.txt")
    site = config.extra["site"]
    if not _is_exported(site, config.site_url):
        texts = {"assets/images/thailand.svg": silhouette(config.extra["outlines"]), **export_data(site.catalog)}
        texts |= library_indexes(site.catalog) | likeness_rule(site.catalog) | search_files(site.catalog)
        texts |= feeds(site.catalog, config.site_url)
        _exported[:] = [(site, config.site_url, texts)]
    for path, text in _exported[0][2].items():
        files.append(File.generated(config, path, content=text))
    return files


def _is_exported(site: Assembly, home: str) -> bool:
    """Say whether the build before published the same: no entry and no word of the vocabulary is another."""
    if not _exported:
        return False
    before, address, _ = _exported[0]
    same_words = site.catalog.vocabulary == before.catalog.vocabulary
    return address == home and same_words and not edited_entries(site, before)


def _copy(files: Files, config: MkDocsConfig, source: Path, path: str) -> None:
    file = File.generated(config, path, abs_src_path=str(source))
    files.append(file)
