"""A page that stands in no file: its title and summary at once, its HTML when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Computed:
    """title and summary are plain text; write returns the HTML below the title."""

    title: str
    summary: str
    write: Callable[[], str]
