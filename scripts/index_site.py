#!/usr/bin/env python3
"""Index a built site for the search, giving way to everything else: while a site is edited, the edit comes first."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from site_search import index_site  # noqa: E402


def main(site: Path) -> int:
    """Index the site in a folder; what went wrong is told on the way."""
    if hasattr(os, "nice"):
        os.nice(19)  # Pagefind, which it starts, is as patient
    return 0 if index_site(site) else 1


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
