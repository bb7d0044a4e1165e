"""Reads the content for MkDocs: announces computed pages, lays out every page, reports every problem."""

import html
import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from porpiang.assembly import assemble, load_outlines, read_files
from porpiang.catalog import Catalog
from porpiang.pages import lay_out_site

log = logging.getLogger("mkdocs.content")  # below "mkdocs": counted by --strict, and the path stays first

ROOT = Path(__file__).resolve().parent.parent


_written: dict[
    str, str
] = {}  # output file → what the build before this one put there; `mkdocs serve` builds many times
_read: list[Catalog] = []  # the catalog of the build before this one


def _read_site(config: MkDocsConfig) -> None:
    """Read the content once for all languages; config.extra carries it to the other hooks and to the templates."""
    outlines = load_outlines(ROOT / "node_modules")
    assembly = assemble(read_files(Path(config.docs_dir)), outlines, *_read)
    _read[:] = [assembly.catalog]
    config.extra |= {"assembly": assembly, "outlines": outlines, "pages": lay_out_site(assembly.catalog, outlines)}
    for problem in assembly.problems:
        log.warning("%s", problem)


@event_priority(-90)  # after the other plugins, just before i18n (-100) sorts files by language
def _announce(files: Files, config: MkDocsConfig) -> Files:
    if not config.plugins["i18n"].building:
        _read_site(config)
    pages = config.extra["pages"]
    for path in config.extra["assembly"].generated:
        if path in files.src_uris:
            continue  # reported as a problem; the file on disk stays what readers see
        file = File.generated(config, path, content=pages[path])
        file.abs_src_path = os.path.join(config.docs_dir, path)  # i18n keeps only files below docs/
        files.append(file)
    return files


@event_priority(-110)  # just after i18n, which makes new files without content
def _restore(files: Files, config: MkDocsConfig) -> Files:
    for file in files.documentation_pages():
        markdown = config.extra["pages"].get(file.src_uri)
        if markdown is None:
            continue
        if file.src_uri in config.extra["assembly"].generated:
            file.content_string = markdown
            file.generated_by = __name__
        # Under `serve --dirty` a page is built again when what it shows has changed, wherever the change was made.
        same = _written.get(file.abs_dest_path) == markdown and os.path.exists(file.abs_dest_path)
        file.is_modified = lambda same=same: not same
        _written[file.abs_dest_path] = markdown
    return files


on_files = CombinedEvent(_announce, _restore)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the laid-out page in place of the file's own text."""
    # Templates write these as they are; a title is text, never markup.
    page.meta["title"] = html.escape(str(page.meta.get("title", "")))
    page.meta["description"] = html.escape(str(page.meta.get("summary", "")))
    path = page.file.src_uri
    return markdown if path in config.extra["assembly"].generated else config.extra["pages"].get(path, markdown)
