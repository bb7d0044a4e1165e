"""Measures the search over synthetic stories: the index, the way to first results, and the theme's own beside it."""

import gzip
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from serve_folder import serve_folder

Row = Callable[..., None]

# What readers of every group type: a word, a part of one, a question, an abbreviation, a place, English.
FIRST = ("ขยะ", "เศรษฐกิจพอเพียง", "แก้หนี้ยังไง", "อบต. ป่าชุมชน", "น้ำท่วม สงขลา", "sufficiency economy")
NEXT = "สวัสดิการชุมชน"


def index_site(site: Path) -> None:
    """Index a built site as `make build` does."""
    import site_search

    site_search.index_site(site)


def bench_index(row: Row, size: int, site: Path) -> float:
    """Index a site in a process of its own; tell seconds and the most memory of the indexer; return the seconds."""
    receiver, sender = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=_indexed, args=(sender, site))
    process.start()
    seconds, megabytes = receiver.recv()
    process.join()
    bounds = (12, 1_500) if size == 1_000 else (None, None)
    row(f"{size:,} stories: search index", seconds, "s", bounds[0])
    row(f"{size:,} stories: search index, memory", megabytes, "MB", bounds[1])
    weight = sum(path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file())
    row(f"{size:,} stories: search index on disk", weight / 1_000_000, "MB")
    return float(seconds)


def _indexed(sender: Any, site: Path) -> None:
    start = time.perf_counter()
    index_site(site)
    sender.send((time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))


def bench_queries(row: Row, size: int, site: Path) -> None:
    """Type first and next queries as a reader does; tell the heaviest way to five results, and the middle time."""
    from find_browser import find_browser
    from playwright.sync_api import sync_playwright

    chromium = find_browser()
    first_weights, next_weights, seconds = [], [], []
    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for query in FIRST:
            page = browser.new_context().new_page()
            page.goto(f"{address}/", wait_until="networkidle")
            weights: list[int] = []
            page.on("response", partial(_weigh, weights))
            start = time.perf_counter()
            page.keyboard.press("/")
            page.wait_for_selector(".search-dialog[open]")
            page.keyboard.insert_text(query)
            page.wait_for_selector(".search-results > li:nth-child(5)")
            seconds.append(time.perf_counter() - start)
            page.wait_for_load_state("networkidle")
            first_weights.append(sum(weights))
            weights.clear()
            page.fill("#search-input", NEXT)
            page.wait_for_selector(f".search-results mark:text('{NEXT[:9]}')")
            page.wait_for_load_state("networkidle")
            next_weights.append(sum(weights))
            page.context.close()
        browser.close()
    bounds = (170, 90) if size == 1_000 else (None, None)
    row(
        f"{size:,} stories: first query, five results, median of 6",
        statistics.median(first_weights) / 1000,
        "KB",
        bounds[0],
    )
    row(f"{size:,} stories: first query, five results, heaviest of 6", max(first_weights) / 1000, "KB")
    row(f"{size:,} stories: next query, heaviest of 6", max(next_weights) / 1000, "KB", bounds[1])
    row(f"{size:,} stories: first query, median time to five results", statistics.median(seconds), "s")


def bench_theme_search(row: Row, size: int, site: Path) -> None:
    """Weigh the theme's own index of the same stories, and time it until it answers."""
    from find_browser import find_browser
    from playwright.sync_api import sync_playwright

    index = site / "search" / "search_index.json"
    row(f"{size:,} stories: the theme's own index", _sent(index.read_bytes()) / 1000, "KB")
    chromium = find_browser()
    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(f"{address}/")
        page.keyboard.press("/")
        page.keyboard.type("PAO", delay=20)
        page.wait_for_selector(".md-search-result__item", state="attached", timeout=120_000)
        row(f"{size:,} stories: the theme's own search, time to first results", time.perf_counter() - start, "s")
        browser.close()


def bench_library_index(row: Row, site: Path) -> None:
    """Weigh the file that the library's filters, comparison and likeness read."""
    for name in ("stories/index.json", "en/stories/index.json"):
        row(f"1,000 stories: {name}", _sent((site / name).read_bytes()) / 1000, "KB", 60)


def _weigh(weights: list[int], answer: Any) -> None:
    weights.append(_sent(answer.body()))


def _sent(body: bytes) -> int:
    """Return the bytes on the line: what is not compressed yet goes as gzip."""
    return min(len(body), len(gzip.compress(body, 6)))
