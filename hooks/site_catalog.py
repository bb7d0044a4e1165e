"""Reads the content for MkDocs: announces computed pages, gives every page its own words, reports every problem."""

import gc
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

log = logging.getLogger("mkdocs.content")  # below "mkdocs": counted by --strict, and the path stays first

ROOT = Path(__file__).resolve().parent.parent

_read: list[Catalog] = []  # the catalog of the build before this one; `mkdocs serve` builds many times


def _read_site(config: MkDocsConfig) -> None:
    """Read the content once for all languages; config.extra carries it to the other hooks and to the templates."""
    gc.unfreeze()  # what the build before kept may go
    gc.disable()  # what is read lives as long as the build; looking through it for garbage cost a fifth of the time
    try:
        outlines = load_outlines(ROOT / "node_modules")
        site = assemble(read_files(Path(config.docs_dir)), outlines, *_read)
    finally:
        gc.freeze()
        gc.enable()
    _read[:] = [site.catalog]
    config.extra |= {"site": site, "outlines": outlines}
    for problem in site.problems:
        log.warning("%s", problem)


@event_priority(-90)  # after the other plugins, just before i18n (-100) sorts files by language
def _announce(files: Files, config: MkDocsConfig) -> Files:
    if not config.plugins["i18n"].building:
        _read_site(config)
    for path in config.extra["site"].computed:
        if path in files.src_uris:
            continue  # reported as a problem; the computed page is shown in its place
        file = File.generated(config, path, content="")
        file.abs_src_path = os.path.join(config.docs_dir, path)  # i18n keeps only files below docs/
        files.append(file)
    return files


@event_priority(-110)  # just after i18n, which makes new files without content
def _restore(files: Files, config: MkDocsConfig) -> Files:
    site = config.extra["site"]
    for file in files.documentation_pages():
        if file.src_uri in site.computed:
            file.content_string = ""
            file.generated_by = __name__
        elif page := site.pages.get(file.src_uri):
            file.content_string = page.body  # the front matter is read already
    return files


on_files = CombinedEvent(_announce, _restore)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the page its title and description; templates write them as they are, so they are escaped here."""
    title, summary = config.extra["site"].title_and_summary(page.file.src_uri)
    page.meta |= {"title": html.escape(title), "description": html.escape(summary)}
    return markdown
