"""Makes pages findable: marks what is indexed, and runs Pagefind over the site when all of it is on disk."""

import html
import logging
import re
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from porpiang.assembly import Assembly
from porpiang.page import locale_of
from porpiang.search import WEIGHTS
from porpiang.search_index import lighten
from porpiang.search_words import SearchWords, search_words

log = logging.getLogger("mkdocs.content")

ROOT = Path(__file__).resolve().parent.parent
_TAG = re.compile(r"<[^>]+>")
_TARGET = re.compile(r"(?<=\])\([^)]*\)")  # of a link in Markdown
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "pagefind-worker")
_OTHER_PAGES = (
    ".cards",
    ".crumbs",
    ".pager",
    ".province-list",
    ".related",
    ".ways",
    ".matrix",
)  # words of pages linked to
_REMARKS = (
    ".headerlink",
    ".about",
    ".aside",
    ".proposal",
    ".review-note",
    "[data-fact=sources]",
    "dt",
    ".map",
    ".map-position",
    ".on-paper",
    ".print-sheet",
    ".take-home",
)
_EXERCISES = (".task", ".quiz")  # a learner looks for what a module teaches; wrong choices would be found too
_QUIET = 2.0  # seconds without a new build before a site that is being edited is indexed again

_is_serving: list[bool] = []
_waiting: list[threading.Timer] = []
_one_at_a_time = threading.Lock()
_words: dict[str, SearchWords] = {}


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether a site is being edited, where the index may lag but must not hold anybody up."""
    _is_serving[:] = [command == "serve"]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forget the words of the build before."""
    _words.clear()
    return config


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Mark what the index takes from a page; one that stands in for a translation is found in its own language only."""
    path, locale = page.file.src_uri, config["plugins"]["i18n"].current_language
    site = config.extra["site"]
    filters = site.search_filters(path) if locale_of(path) == locale else None
    if filters:
        if locale not in _words:
            _words[locale] = search_words(site.catalog.vocabulary, locale)
        context["search_filters"] = [f"{name}:{value}" for name, ids in filters.items() for value in ids]
        context["search_weight"] = WEIGHTS.get(filters["page"][0]) if site.entry_of(path) else None
        context["search_terms"] = " · ".join(_words[locale].terms_of(_own_words(site, path, page)))
    return context


def _own_words(site: Assembly, path: str, page: Page) -> str:
    """Return what a page says itself, without what it lists of other pages."""
    if site.entry_of(path):
        return html.unescape(_TAG.sub(" ", page.content or ""))
    body = site.pages[path].body if path in site.pages else ""
    return " ".join((*site.title_and_summary(path), _TARGET.sub("", body)))


@event_priority(-120)  # after i18n (-100) has built the other languages: the one moment when all is on disk
def on_post_build(config: MkDocsConfig) -> None:
    """Index the whole site; while it is served, in the background and only after a pause in the editing."""
    if config["plugins"]["i18n"].building:
        return
    if not any(_is_serving):
        index_site(Path(config.site_dir))
        return
    for timer in _waiting:
        timer.cancel()
    timer = threading.Timer(_QUIET, _index_patiently, [Path(config.site_dir)])
    timer.daemon = True
    _waiting[:] = [timer]
    timer.start()


def _index_patiently(site: Path) -> None:
    """Index a site in a process that gives way to the next edit."""
    with _one_at_a_time:
        run = subprocess.run([sys.executable, ROOT / "scripts" / "index_site.py", site], capture_output=True, text=True)
    if run.returncode:
        log.error(run.stderr.strip())


def index_site(site: Path) -> bool:
    """Write the search index of a built site into its folder pagefind/; say whether that went well."""
    left_out = ", ".join(_OTHER_PAGES + _REMARKS + _EXERCISES)
    command: list[str | Path] = [pagefind(), "--site", site, "--silent", "--exclude-selectors", left_out]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        log.error("search index: %s", (run.stderr or run.stdout).strip())
        return False
    for path in (site / "pagefind").glob("pagefind-*"):
        if path.name.startswith(_UNUSED):
            path.unlink()
    lighten(site / "pagefind")
    return True


@cache
def pagefind() -> Path:
    """Return the program that npm installed for this machine."""
    programs = (ROOT / "node_modules" / "@pagefind").glob("*/bin/pagefind_extended*")
    return next(path for path in programs if path.suffix in ("", ".exe"))
