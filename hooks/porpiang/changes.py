"""Which pages show something new since the content was read before: what makes an edit quick while serving."""

from .assembly import Assembly
from .page import DEFAULT_LOCALE
from .province_map import Outlines


def changed_pages(site: Assembly, before: Assembly, outlines: Outlines | None) -> set[str]:
    """Return the file names of the pages that differ from the ones before, wherever the edit was made."""
    every = site.computed.keys() | site.pages.keys()
    if site.catalog.vocabulary != before.catalog.vocabulary:
        return set(every)
    changed = {path for path, page in site.pages.items() if page != before.pages.get(path)}
    for path in before.pages.keys() - site.pages.keys():
        changed |= {path, f"{before.pages[path].name}.{DEFAULT_LOCALE}.md"}
    edited = edited_entries(site, before)
    if not edited:
        return changed  # only words below the front matter: nothing is listed anywhere else
    if {kind for kind, _ in edited} == {"stories"} and _problem_pages(site) == _problem_pages(before):
        stories = site.catalog.of("stories")
        apart = [story for story in stories if not _names({entry_id for _, entry_id in edited}, story.id, site)]
        every -= {page.path for story in apart for page in story.pages.values()}
    return changed | {
        path for path in every - changed if site.lay_out(path, "", outlines) != before.lay_out(path, "", outlines)
    }


def _problem_pages(site: Assembly) -> set[str]:
    """Return the pages of problems, to which stories link as soon as there are enough of them."""
    return {path for path in site.computed if path.startswith("stories/problem/")}


def edited_entries(site: Assembly, before: Assembly) -> set[tuple[str, str]]:
    """Return (kind, id) of the entries whose front matter changed, that are new, or that are gone."""
    found = set()
    for kind in site.catalog.entries.keys() | before.catalog.entries.keys():
        new, old = site.catalog.entries.get(kind, {}), before.catalog.entries.get(kind, {})
        for entry_id in new.keys() | old.keys():
            mine, theirs = new.get(entry_id), old.get(entry_id)
            if mine is not theirs and (mine is None or theirs is None or mine.fields != theirs.fields):
                found.add((kind, entry_id))
    return found


def _names(edited: set[str], story: str, site: Assembly) -> bool:
    """Say whether a story was edited or names an edited one."""
    origins = site.catalog.entries["stories"][story].in_locale(DEFAULT_LOCALE).adapted_from
    return story in edited or not edited.isdisjoint(origins)
