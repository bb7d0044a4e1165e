"""A page that stands in no file: its title and summary at once, its HTML when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Computed:
    """title and summary are plain text; write returns the HTML below the title.

    page_kind is the kind of page as which the search finds it; the second page of a list has none and is not found.
    """

    title: str
    summary: str
    write: Callable[[], str]
    page_kind: str | None = None
