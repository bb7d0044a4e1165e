"""Gives templates what they need to lay a page out: the interface's words, the entry, where it is on the map."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from porpiang.catalog import Catalog, Entry
from porpiang.page import locale_of


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates write t("key") for an interface sentence in the language of the build."""
    catalog: Catalog = config.extra["assembly"].catalog
    locale = config.plugins["i18n"].current_language
    env.globals["t"] = lambda key, language=locale, **values: catalog.text(key, language, **values)
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Say which entry a page is, in which language its text is, and where a story lies on the map."""
    catalog: Catalog = config.extra["assembly"].catalog
    path = page.file.src_uri
    entry = _entry(catalog, path)
    context["kind"] = entry.kind if entry else path.partition("/")[0].partition(".")[0]
    context["text_locale"] = locale_of(path)
    if entry and entry.kind == "stories":
        x, y = config.extra["outlines"].centre(entry.in_locale("th").place.province)
        context["map_position"] = {"left": round(100 * x, 1), "top": round(100 * y, 1)}
    return context


def _entry(catalog: Catalog, path: str) -> Entry | None:
    kind, _, name = path.rpartition("/")
    return catalog.entries.get(kind, {}).get(name.partition(".")[0])
