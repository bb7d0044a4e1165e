#!/usr/bin/env python3
"""Print the paths of a Chromium and a Firefox that start; a Chromium on the PATH, else Playwright's own download."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOX_NAMES = ("firefox-esr", "firefox")


def find_browser() -> str | None:
    """Return the path of the first Chromium that answers --version, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return _first_that_starts([*_on_path(NAMES), playwright.chromium.executable_path])


def find_firefox() -> str | None:
    """Return the path of the first Firefox that answers --version, or None."""
    return _first_that_starts(_on_path(FIREFOX_NAMES))


def _on_path(names: Iterable[str]) -> list[str]:
    return [path for name in names if (path := shutil.which(name))]


def _first_that_starts(paths: Iterable[str]) -> str | None:
    for path in paths:
        if Path(path).exists() and subprocess.run([path, "--version"], capture_output=True).returncode == 0:
            return path
    return None


if __name__ == "__main__":
    chromium, firefox = find_browser(), find_firefox()
    print(chromium or "no Chromium found", firefox or "no Firefox found", sep="\n")
    sys.exit(0 if chromium and firefox else 1)
