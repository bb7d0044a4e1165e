"""Lays out every page: makes contributed HTML safe, puts what is computed around it, lists its headings."""

import html
import logging
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import material
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from porpiang.assembly import Assembly
from porpiang.body import anchor_of
from porpiang.changes import changed_pages
from porpiang.page import locale_of
from porpiang.safe_html import clean
from porpiang.sitemap import sitemap
from porpiang.structured_data import as_script, page_data

_HEADING = re.compile(r'<h([23])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)(?=</h\1>)', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")

_THEME_FILES = {
    "main": "assets/stylesheets/main.*.min.css",
    "script": "assets/javascripts/bundle.*.min.js",
}

THEME = Path(material.__file__).parent / "templates"

_previous: list[tuple[Assembly, float]] = []  # what the build before read, and its frame's age
_is_serving: list[bool] = []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let anchors of Thai headings keep their vowels and tone marks, which the usual function drops."""
    config.mdx_configs["toc"]["slugify"] = anchor_of
    return config


def on_startup(command: str, dirty: bool) -> None:
    """Begin without a build before; MkDocs' warning about --dirty is not true here, where changes are looked for."""
    _previous.clear()
    _is_serving[:] = [command == "serve"]
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())


def on_build_error(error: Exception) -> None:
    """Build everything again after a build that was cut short."""
    _previous.clear()


class _ComputedPage(Page):
    """A page without words of its own: no Markdown is read or converted for it."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Start from nothing."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Start from nothing; on_page_content lays the page out."""
        self.content = ""


@event_priority(-120)  # after the catalog is read and i18n has chosen files
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Make computed pages, and mark what changed since the build before, which is all that `serve --dirty` builds."""
    site = config.extra["site"]
    if not config.plugins["i18n"].building:
        frame = max(path.stat().st_mtime for path in Path(config.theme.custom_dir).rglob("*.html"))
        same_frame = bool(_previous) and _previous[0][1] == frame
        config.extra["changed"] = changed_pages(site, _previous[0][0], config.extra["outlines"]) if same_frame else None
        _previous[:] = [(site, frame)]
    changed = config.extra["changed"]
    for file in files.documentation_pages():
        if file.src_uri in site.computed:
            _ComputedPage(None, file, config)
        same = changed is not None and file.src_uri not in changed and os.path.exists(file.abs_dest_path)
        file.is_modified = lambda same=same: not same
    return files


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the laid-out page; its headings become the table of contents, its ids the anchors links may name."""
    laid_out = config.extra["site"].lay_out(page.file.src_uri, content and clean(content), config.extra["outlines"])
    page.toc = _table_of_contents(laid_out)
    name = html.escape(config.extra["site"].catalog.text("link_here", locale_of(page.file.src_uri) or "th"))
    laid_out = _HEADING.sub(
        lambda found: f'{found[0]}<a class="headerlink" href="#{found[2]}" title="{name}">¶</a>', laid_out
    )
    page.present_anchor_ids = set(re.findall(r' id="([^"]+)"', laid_out))
    return laid_out


def _table_of_contents(content: str) -> TableOfContents:
    links: list[AnchorLink] = []
    for level, anchor, title in _HEADING.findall(content):
        link = AnchorLink(_TAG.sub("", title).strip(), html.unescape(anchor), int(level))
        (links[-1].children if level == "3" and links else links).append(link)
    return TableOfContents(links)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates write t(key) for an interface sentence in the language of the build."""
    catalog, locale = config.extra["site"].catalog, config.plugins["i18n"].current_language
    env.globals["t"] = cache(lambda key, **values: html.escape(catalog.text(key, locale, **values)))
    env.globals["theme_files"] = {name: _theme_file(pattern) for name, pattern in _THEME_FILES.items()}
    env.globals["icon"] = _icon
    env.globals["live_reload"] = any(_is_serving)  # the live reload's own script stands in the page
    return env


def _theme_file(pattern: str) -> str:
    """Return the address of a theme file whose name carries a hash that changes with every release."""
    (found,) = THEME.glob(pattern)
    return found.relative_to(THEME).as_posix()


@cache
def _icon(name: str) -> str:
    """Return one of the theme's icons as SVG."""
    return (THEME / ".icons" / f"{name}.svg").read_text(encoding="utf-8")


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Say what kind of page this is, in which language its text is, and where it is in other languages."""
    languages = config.plugins["i18n"]
    own = "" if languages.is_default_language_build else f"{languages.current_language}/"
    context["other_languages"] = [
        (other.locale, other.name, ("" if other.default else f"{other.locale}/") + page.url.removeprefix(own))
        for other in languages.config.languages
        if other.locale != languages.current_language
    ]
    context["kind"] = page.file.src_uri.partition("/")[0].partition(".")[0]
    text_locale = context["text_locale"] = locale_of(page.file.src_uri)
    for locale, _, address in context["other_languages"]:
        if locale == text_locale:  # shown here for want of a translation: the page it repeats is the one to be found
            page.canonical_url = config.site_url + address
    site = config.extra["site"]
    entry = site.entry_of(page.file.src_uri)
    if entry and (data := page_data(site.catalog, entry, text_locale, config.site_url)):
        context["structured_data"] = as_script(data)
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the sitemap its text."""
    if template_name == "sitemap.xml":
        context["sitemap"] = sitemap(config.extra["site"], config.site_url)
    return context
