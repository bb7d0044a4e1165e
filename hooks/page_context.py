"""Gives templates what they need to lay a page out: the interface's words, the kind of page, its language."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from porpiang.catalog import Catalog
from porpiang.page import locale_of


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates write t("key") for an interface sentence in the language of the build."""
    catalog: Catalog = config.extra["assembly"].catalog
    locale = config.plugins["i18n"].current_language
    env.globals["t"] = lambda key, language=locale, **values: catalog.text(key, language, **values)
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Say what kind of page this is, and in which language its text is."""
    path = page.file.src_uri
    context["kind"] = path.partition("/")[0].partition(".")[0]
    context["text_locale"] = locale_of(path)
    return context
