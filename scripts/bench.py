#!/usr/bin/env python3
"""Measure speed and weight beside their bounds: a table for people, JSON lines in build/bench.jsonl.

Speed is given as a ratio to plain MkDocs + Material + i18n over the same files in the same run, since machines vary.
"""

import gzip
import json
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "scripts")]

from bench_search import bench_index, bench_library_index, bench_queries, bench_theme_search, index_site  # noqa: E402
from serve_folder import serve_folder  # noqa: E402
from synthetic_stories import copy_with_stories  # noqa: E402

_LARGEST_PACKS = {"epub": 1.5, "handout": 3, "trainer": 3}  # MB
_BELOW_100 = {"performance": 2, "accessibility": 0, "best-practices": 0, "seo": 0}
WORK = ROOT / "build" / "bench"
SIZES = (1_000, 10_000)
PAGES = {
    "home": "",
    "plan": "plan/",
    "founding text": "plan/source/",
    "strategy": "plan/s3/",
    "coverage": "plan/coverage/",
    "activity": "activities/s3-1-5/",
    "library": "stories/",
    "story": "stories/prik-zero-waste/",
    "province": "stories/province/90/",
    "article": "knowledge/philosophy/",
    "contribute": "contribute/",
    "problem": "stories/problem/debt/",
    "comparison": "stories/compare/?ids=prik-zero-waste,thungsong-flood",
    "LAO like mine": "stories/like-mine/",
    "search": "search/",
    "data": "data/",
    "course": "curricula/leaders/",
    "module": "curricula/leaders/household-account/",
    "test": "curricula/leaders/pre-test/",
}
LEARNING = ("learning.js", "quiz.js", "progress.js", "words.js")


def build_ours(docs: str, site: str) -> None:
    """Build the pages as `make build` does; the search index is measured by itself."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=docs, site_dir=site)
    config["hooks"]["hooks/site_search.py"].index_site = lambda _: None
    build(config)


def build_plain(docs: str, site: str) -> None:
    """Build the same files with the same theme, languages and Markdown, but nothing of ours."""
    _build_plain(docs, site)


def build_plain_with_search(docs: str, site: str) -> None:
    """Build the same files with the theme's own search too."""
    from mkdocs.utils.yaml import yaml_load

    plugins = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    _build_plain(docs, site, plugins=[*plugins, {"search": {"lang": "th"}}])


def _build_plain(docs: str, site: str, **more: Any) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    theme = {"name": "material", "language": "th", "font": False, "features": ["navigation.tabs"]}
    nav = [{"หน้าแรก": "index.md"}, {"แผน": ["plan/index.md", "plan/s1.md"]}, {"แบบอย่าง": ["stories/index.md"]}]
    settings: dict[str, Any] = {"hooks": [], "theme": theme, "extra_css": [], "nav": nav}
    build(load_config(str(ROOT / "mkdocs.yml"), docs_dir=docs, site_dir=site, **settings, **more))


def serve_ours(docs: str) -> None:
    """Serve as `make serve` does, on port 8765."""
    from mkdocs.commands.serve import serve

    sys.argv = ["mkdocs", "serve", "--dirty"]  # i18n looks there for --dirty
    serve(str(ROOT / "mkdocs.yml"), build_type="dirty", docs_dir=docs, dev_addr="127.0.0.1:8765")


def measure(task: Callable[..., None], *arguments: str) -> tuple[float, float]:
    """Run a task in a process of its own; return its seconds and the most memory it held, in MB."""
    receiver, sender = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=_measured, args=(sender, task, arguments))
    process.start()
    seconds, megabytes = receiver.recv()
    process.join()
    return seconds, megabytes


def _measured(sender: Any, task: Callable[..., None], arguments: tuple[str, ...]) -> None:
    import logging

    logging.disable(logging.CRITICAL)
    start = time.perf_counter()
    task(*arguments)
    seconds = time.perf_counter() - start
    sender.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


class Table:
    """Prints rows as they come and keeps them in build/bench.jsonl."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = path.open("w", encoding="utf-8")
        print(f"{'what':<58}{'measured':>14}{'bound':>12}")

    def row(self, what: str, value: float, unit: str, bound: float | None = None) -> None:
        """Add a row; a value over its bound is marked."""
        mark = "" if bound is None else " ✓" if value <= bound else " ✗"
        limit = "" if bound is None else f"≤ {bound:g}{mark}"
        print(f"{what:<58}{f'{value:.2f} {unit}':>14}{limit:>12}", flush=True)
        record = {"what": what, "value": round(value, 3), "unit": unit, "bound": bound}
        self.file.write(json.dumps(record, ensure_ascii=False) + "\n")


def bench_builds(table: Table) -> None:
    """Compare full builds, and how time grows with the number of stories."""
    ours: dict[int, float] = {}
    for size in SIZES:
        docs = WORK / str(size) / "docs"
        copy_with_stories(ROOT / "docs", docs, size)
        plain, plain_memory = measure(build_plain, str(docs), str(WORK / str(size) / "plain"))
        ours[size], memory = measure(build_ours, str(docs), str(WORK / str(size) / "site"))
        table.row(f"{size:,} stories: plain MkDocs + Material + i18n", plain, "s")
        table.row(f"{size:,} stories: full build", ours[size], "s")
        table.row(f"{size:,} stories: full build against plain", ours[size] / plain, "×", 1.25)
        table.row(f"{size:,} stories: memory, plain", plain_memory, "MB")
        table.row(f"{size:,} stories: memory, full build", memory, "MB")
    small, large = SIZES
    growth = (ours[large] / large) / (ours[small] / small)
    table.row(f"time a story at {large:,} against {small:,} (1 = linear)", growth, "×", 1.25)


def bench_search(table: Table) -> None:
    """Index both sets and search the smaller one, with the theme's own search over the same files beside it."""
    small, large = SIZES
    seconds = {size: bench_index(table.row, size, WORK / str(size) / "site") for size in SIZES}
    growth = (seconds[large] / large) / (seconds[small] / small)
    table.row(f"index time a story at {large:,} against {small:,} (1 = linear)", growth, "×")
    for size in SIZES:
        bench_queries(table.row, size, WORK / str(size) / "site")
    bench_library_index(table.row, WORK / str(small) / "site")
    measure(build_plain_with_search, str(WORK / str(small) / "docs"), str(WORK / "theme-search"))
    bench_theme_search(table.row, small, WORK / "theme-search")


def bench_check(table: Table) -> None:
    """Time `make check` over the smaller set."""
    docs = WORK / str(SIZES[0]) / "docs"
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, ROOT / "scripts" / "check.py", docs], check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    table.row(f"{SIZES[0]:,} stories: make check, median of 3", median(seconds), "s", 3)


def bench_edit(table: Table) -> None:
    """Edit one story while serving; time until its page shows the edit."""
    docs = WORK / str(SIZES[0]) / "docs"
    story_id = copy_with_stories(ROOT / "docs", docs, SIZES[0])[7]
    process = multiprocessing.get_context("spawn").Process(target=serve_ours, args=(str(docs),))
    process.start()
    try:
        address = f"http://127.0.0.1:8765/stories/{story_id}/"
        _wait_for(address, "<article", 300)
        story = docs / "stories" / f"{story_id}.th.md"
        seconds = []
        for _ in range(5):
            time.sleep(2)
            mark = f"edit-{time.time_ns()}"
            story.write_text(f"{story.read_text(encoding='utf-8')}\n{mark}\n", encoding="utf-8")
            seconds.append(_wait_for(address, mark, 60))
        table.row(f"{SIZES[0]:,} stories: one edit while serving, median of 5", median(seconds), "s", 2)
    finally:
        process.terminate()
        process.join()


def _wait_for(address: str, text: str, limit: float) -> float:
    """Ask for a page until it holds the text; return the seconds that took."""
    start = time.perf_counter()
    while time.perf_counter() - start < limit:
        try:
            with urllib.request.urlopen(address, timeout=limit) as answer:
                if text in answer.read().decode():
                    return time.perf_counter() - start
        except OSError:
            pass  # not up yet
        time.sleep(0.05)
    raise TimeoutError(f"{address} does not show {text!r} after {limit} s")


def bench_weight(table: Table) -> None:
    """Weigh the first view of every type of page, and a next view in the same visit, as gzip sends them."""
    from find_browser import find_browser
    from playwright.sync_api import sync_playwright

    site, chromium = WORK / "real", find_browser()
    measure(build_ours, str(ROOT / "docs"), str(site))
    index_site(site)
    scripts = (site / "assets" / "js" / name for name in LEARNING)
    table.row("scripts of courses", sum(len(gzip.compress(path.read_bytes(), 6)) for path in scripts) / 1000, "KB", 12)
    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for language, prefix in (("th", ""), ("en", "en/")):
            loaded: dict[str, dict[str, int]] = {}
            for name, path in PAGES.items():
                page = browser.new_page()
                weights = loaded.setdefault(name, {})
                page.on("response", partial(_weigh, weights))
                page.goto(f"{address}/{prefix}{path}", wait_until="networkidle")
                page.close()
            for name, weights in loaded.items():
                table.row(f"first view, {language}, {name}", sum(weights.values()) / 1000, "KB", 130)
            first = loaded["home"]
            for name, weights in loaded.items():
                new = sum(weight for url, weight in weights.items() if url not in first)
                table.row(f"next view after home, {language}, {name}", new / 1000, "KB", 25)
        browser.close()


def bench_packs(table: Table) -> None:
    """Make the packs of every course; the row of a kind says how large its largest is."""
    import packs

    start = time.perf_counter()
    made = packs.make_packs(WORK / "real")
    table.row("packs of all courses", time.perf_counter() - start, "s")
    for kind in sorted({pack.kind for pack in made}):
        largest = max(pack.bytes for pack in made if pack.kind == kind)
        table.row(f"largest pack: {kind}", largest / 1_000_000, "MB", _LARGEST_PACKS.get(kind))


def bench_lighthouse(table: Table) -> None:
    """Score every type of page as Lighthouse sees it on a phone; the row says how far below 100 each score is."""
    from find_browser import find_browser

    report = WORK / "lighthouse.json"
    lighthouse = ROOT / "scripts" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
    flags = "--chrome-flags=--headless --no-sandbox --disable-background-networking"
    options = ["--quiet", "--output=json", f"--output-path={report}", flags]
    environment = os.environ | {"CHROME_PATH": find_browser() or "", "PATH": f"{ROOT}/.venv/bin:{os.environ['PATH']}"}
    with serve_folder(WORK / "real") as address:
        for language, prefix in (("th", ""), ("en", "en/")):
            for name, path in PAGES.items():
                run = [str(lighthouse), f"{address}/{prefix}{path}", *options]
                subprocess.run(run, env=environment, check=True, capture_output=True)
                categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
                for category, most in _BELOW_100.items():
                    below = 100 - 100 * categories[category]["score"]
                    table.row(f"below 100: {category}, {language}, {name}", below, "", most)


def _weigh(weights: dict[str, int], answer: Any) -> None:
    body = answer.body()
    weights[answer.url] = len(body) if answer.url.endswith(".woff2") else len(gzip.compress(body, 6))


def main() -> int:
    """Run every benchmark."""
    shutil.rmtree(WORK, ignore_errors=True)
    table = Table(ROOT / "build" / "bench.jsonl")
    bench_weight(table)
    bench_packs(table)
    bench_lighthouse(table)
    bench_builds(table)
    bench_search(table)
    bench_check(table)
    bench_edit(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
