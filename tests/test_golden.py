"""The golden set: what readers type, and the pages they must find, in the browsers' own ways of cutting Thai."""

import json
import queue
import re
import subprocess
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import yaml
from conftest import DOCS, ROOT
from find_browser import find_firefox
from playwright.sync_api import Browser
from serve_folder import serve_folder

GROUPS = {
    "whole-words", "compound-part", "question", "misspelling", "abbreviation", "place", "person-title", "digits",
    "cross-language",
}  # fmt: skip
FEWEST = {"th": 120, "en": 50}
HOME = {"th": "/", "en": "/en/"}
SHOWN = 10
RECALL, RANK, EMPTY = 0.95, 0.80, 0.02  # least share of pages found, least mean 1/rank of the first, most empty answers
REPORT = ROOT / "build" / "golden.json"

FIND = """async ([home, queries, shown]) => {
    const { openSearch } = await import("/assets/js/search-engine.js");
    const engine = await openSearch(new URL("/", location.href), new URL(home, location.href));
    const found = [];
    for (const query of queries) {
        const { results } = await engine.search(query);
        const pages = await Promise.all(results.slice(0, shown).map(result => result.data()));
        found.push(pages.map(page => page.url));
    }
    return found;
}"""
UNCUT = "delete Intl.Segmenter;"
CUT_BY = """(() => {
    const Native = Intl.Segmenter;
    const cuts = new Map(CUTS);
    window.asked = [];
    Intl.Segmenter = class {
        constructor(locale, options) { this.options = options; this.native = new Native(locale, options); }
        segment(text) {
            if (this.options?.granularity !== "word") return this.native.segment(text);
            if (!cuts.has(text)) window.asked.push(text);
            let index = 0;
            return (cuts.get(text) ?? [text]).map(segment => {
                const cut = { segment, index, input: text, isWordLike: /[\\p{L}\\p{N}]/u.test(segment) };
                index += segment.length;
                return cut;
            });
        }
    };
})();"""


def golden(language: str) -> list[dict]:
    """Return the queries of a language: query, group, find."""
    return yaml.safe_load((ROOT / "tests" / "golden" / f"queries.{language}.yml").read_text(encoding="utf-8"))


def page_of(url: str) -> str:
    """Return an address as the golden set names it, the same in both languages."""
    return url.strip("/").removeprefix("en/")


def measure(rows: list[dict], found: list[list[str]]) -> dict[str, dict[str, float]]:
    """Return group → its measures; of all groups under "all"."""
    measures: dict[str, list[tuple[float, float, bool]]] = defaultdict(list)
    for row, urls in zip(rows, found, strict=True):
        pages = [page_of(url) for url in urls]
        recall = len(set(row["find"]) & set(pages)) / len(row["find"])
        rank = next((1 / place for place, page in enumerate(pages, 1) if page in row["find"]), 0.0)
        for group in (row["group"], "all"):
            measures[group].append((recall, rank, not pages))
    return {
        group: {"queries": len(rows)}
        | {
            name: round(sum(values) / len(values), 3)
            for name, values in zip(("recall", "mrr", "empty"), zip(*rows, strict=True), strict=True)
        }
        for group, rows in sorted(measures.items())
    }


def missed(rows: list[dict], found: list[list[str]]) -> str:
    """Return a line for each query of which a page is missing: what misses, and what came instead."""
    lines = []
    for row, urls in zip(rows, found, strict=True):
        pages = [page_of(url) for url in urls]
        if missing := [page for page in row["find"] if page not in pages]:
            lines.append(
                f"{row['group']}: {row['query']!r} misses {', '.join(missing)}; got {', '.join(pages) or 'nothing'}"
            )
    return "\n".join(lines)


@pytest.fixture(scope="module")
def judge() -> Iterator[Callable[[str, str, list[list[str]]], None]]:
    """Return a function that holds what was found against the bounds, and keep all measures in build/golden.json."""
    report: dict[str, dict] = {}

    def _judge(language: str, way: str, found: list[list[str]]) -> None:
        rows = golden(language)
        measures = measure(rows, found)
        report[f"{language} {way}"] = measures
        whole = measures["all"]
        print(f"{language} {way}: {whole}")
        enough = whole["recall"] >= RECALL and whole["mrr"] >= RANK and whole["empty"] <= EMPTY
        assert enough, f"{language} {way}: {whole}\n{missed(rows, found)}"

    yield _judge
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def ask(browser: Browser, address: str) -> Callable[..., tuple[list[list[str]], list[str]]]:
    """Return a function that asks the golden set in Chromium; gives the addresses found, and the texts cut in vain."""

    def _ask(language: str, script: str = "") -> tuple[list[list[str]], list[str]]:
        with browser.new_context() as context:
            context.add_init_script(script)
            page = context.new_page()
            page.goto(f"{address}{HOME[language]}")
            found = page.evaluate(FIND, [HOME[language], [row["query"] for row in golden(language)], SHOWN])
            return found, page.evaluate("window.asked ?? []")

    return _ask


@pytest.mark.parametrize("language", ["th", "en"])
def test_readers_find_what_they_look_for(ask, judge, language):
    found, _ = ask(language)
    judge(language, "in Chromium", found)


def test_browser_that_cannot_cut_thai_is_not_left_behind(ask, judge):
    found, _ = ask("th", UNCUT)
    judge("th", "uncut", found)


def test_browser_that_cuts_thai_by_another_dictionary_is_not_left_behind(ask, judge):
    from pythainlp.tokenize import word_tokenize

    cuts: dict[str, list[str]] = {}
    for _ in range(5):  # a cut can lead to texts that were not asked for before
        found, asked = ask("th", CUT_BY.replace("CUTS", json.dumps(list(cuts.items()), ensure_ascii=False)))
        if not asked:
            break
        cuts |= {text: word_tokenize(text, engine="newmm", keep_whitespace=True) for text in asked}
    assert not asked, "some texts were not cut by the dictionary"
    judge("th", "cut by newmm", found)


QUIET = {  # a Firefox that shows nothing of its own and asks nobody for anything
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


class _Answers(HTTPServer):
    """Takes what a page posts; Firefox needs no driver that way."""

    def __init__(self) -> None:
        self.given: queue.Queue[dict] = queue.Queue()
        super().__init__(("127.0.0.1", 0), _Answer)


class _Answer(BaseHTTPRequestHandler):
    server: _Answers

    def do_POST(self) -> None:
        self.server.given.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def answers() -> Iterator[_Answers]:
    """Listen for the answers of a page."""
    with _Answers() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("language", ["th", "en"])
def test_firefox_finds_as_much(real_site: Path, answers, judge, tmp_path: Path, language):
    """The site with one more page, under the site's own policy, that asks the golden set and posts what it found."""
    firefox = find_firefox()
    assert firefox, "no Firefox found: install the package firefox-esr"
    folder, profile = tmp_path / "site", tmp_path / "profile"
    for made in (folder, profile):
        made.mkdir()
    for path in real_site.iterdir():
        (folder / path.name).symlink_to(path)
    answer = f"http://127.0.0.1:{answers.server_port}/"
    given = json.dumps([HOME[language], [row["query"] for row in golden(language)], SHOWN], ensure_ascii=False)
    (folder / "golden.js").write_text(
        f"""const give = found => fetch("{answer}", {{ method: "POST", mode: "no-cors", body: JSON.stringify(found) }});
        ({FIND})({given}).then(found => give({{ found }}), error => give({{ error: String(error) }}));""",
        encoding="utf-8",
    )
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', (real_site / "index.html").read_text("utf-8"))[1]
    (folder / "golden.html").write_text(
        f"""<!doctype html><html lang="{language}"><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{policy}; connect-src 'self' {answer}">
        <title>golden</title><script src="golden.js"></script></html>""",
        encoding="utf-8",
    )
    settings = "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in QUIET.items())
    (profile / "user.js").write_text(settings, encoding="utf-8")
    with serve_folder(folder) as url:
        command = [firefox, "--headless", "--no-remote", "--profile", str(profile), f"{url}/golden.html"]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            told = answers.given.get(timeout=180)
        finally:
            running.terminate()
            running.wait(30)
    assert "error" not in told, told["error"]
    judge(language, "in Firefox", told["found"])


@pytest.mark.parametrize("language", ["th", "en"])
def test_golden_set_is_sound(real_site: Path, language):
    rows = golden(language)
    queries = [row["query"] for row in rows]
    assert len(queries) >= FEWEST[language]
    assert [query for query in set(queries) if queries.count(query) > 1] == []
    assert {row["group"] for row in rows} == GROUPS
    assert [row for row in rows if set(row) != {"query", "group", "find"} or not row["find"]] == []
    folder = real_site / HOME[language].strip("/")
    assert [page for row in rows for page in row["find"] if not (folder / page / "index.html").is_file()] == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_form_of_a_word_finds_the_same_pages(visit, address, language):
    """All of docs/_vocabulary/search.yml: what a page calls a thing, its name in the other language, and all it is typed as."""
    words = yaml.safe_load((DOCS / "_vocabulary" / "search.yml").read_text(encoding="utf-8")).values()
    other = {"th": "en", "en": "th"}[language]
    groups = [[word[language], word[other], *map(str, word.get("typed", []))] for word in words]
    assert len(groups) >= 80
    forms = [form for group in groups for form in group]
    page = visit(f"{address}{HOME[language]}").page
    found = dict(zip(forms, page.evaluate(FIND, [HOME[language], forms, SHOWN]), strict=True))
    different = [
        f"{group[0]!r} finds {found[group[0]]}, but {form!r} {found[form]}"
        for group in groups
        for form in group[1:]
        if found[form] != found[group[0]]
    ]
    assert different == []
    assert [group[0] for group in groups if not found[group[0]]] == [], "nothing is found for what pages should say"
