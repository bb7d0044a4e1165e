"""The list of pages for search engines: every page in the languages it is really written in, and nothing else."""

from html import escape

from .assembly import Assembly
from .page import DEFAULT_LOCALE, LOCALES
from .pages.writer import page_address

_NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap(site: Assembly, home: str) -> str:
    """Return the sitemap as XML; home is the site's own address.

    A page shown in Thai for want of a translation is not named a second time as English.
    """
    urls = []
    for uri, paths in _written(site).items():
        where = {locale: escape(page_address(home, uri, locale)) for locale in paths}
        default = where.get(DEFAULT_LOCALE) or next(iter(where.values()))
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
            for language, address in {**where, "x-default": default}.items()
        )
        for locale, address in where.items():
            urls.append(f"<url><loc>{address}</loc>{_last_review(site, paths[locale])}{alternates}</url>")
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', f"<urlset {_NAMESPACES}>", *urls, "</urlset>", ""))


def _written(site: Assembly) -> dict[str, dict[str, str]]:
    """Return a page's address without language → language → file name, Thai first."""
    found: dict[str, dict[str, str]] = {}
    every = sorted(site.computed.keys() | site.pages.keys())
    for locale in LOCALES:
        for path in every:
            if path.endswith(f".{locale}.md"):
                found.setdefault(f"{path.removesuffix(f'.{locale}.md')}.md", {})[locale] = path
    return found


def _last_review(site: Assembly, path: str) -> str:
    entry = site.entry_of(path)
    reviewed_on = getattr(entry.in_locale(DEFAULT_LOCALE), "reviewed_on", None) if entry else None
    return f"<lastmod>{reviewed_on.isoformat()}</lastmod>" if reviewed_on else ""
