"""The search index of a built site: what it takes of each page, and when it is made."""

import gzip
import json
import logging
import re
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT, STORY_EN, STORY_TH, build_in
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from porpiang.assembly import assemble, read_files
from serve_folder import serve_folder

HOOK = "hooks/site_search.py"
SIGNATURE = b"pagefind_dcd"
SECOND = {
    "stories/well.th.md": STORY_TH.replace("title: บ้านตัวอย่างเก็บน้ำไว้ใช้", "title: บ้านกุดน้ำใสพึ่งกันเอง"),
    "stories/well.en.md": STORY_EN.replace("title: A village that keeps its water", "title: Zebrawood helps itself"),
}


def fragments(site: Path) -> dict[str, dict]:
    """Return address → what the index holds of a page, its words without the invisible spaces between them."""
    found = {}
    files = (site / "pagefind" / "fragment").glob("*.pf_fragment")
    for path in sorted(files, key=lambda path: path.stat().st_mtime_ns):  # while serving, those of before stay
        data = gzip.decompress(path.read_bytes())
        assert data.startswith(SIGNATURE)
        page = json.loads(data[len(SIGNATURE) :])
        page["language"] = path.name.partition("_")[0]
        page["content"] = page["content"].replace("\u200b", "")
        found[page["url"].strip("/")] = page
    return found


@pytest.fixture(scope="module")
def indexed(site: Path) -> dict[str, dict]:
    """Return what the index of the tiny site holds."""
    return fragments(site)


@pytest.fixture(scope="module")
def indexed_real(real_site: Path) -> dict[str, dict]:
    """Return what the index of the real site holds."""
    return fragments(real_site)


@pytest.fixture(scope="module")
def two_stories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """Return what the index holds of a site with two stories, the second without English."""
    changes = SECOND | {"stories/well.en.md": None}
    return fragments(build_in(tmp_path_factory.mktemp("two"), [], changes, {"strict": True})[0])


# --- what is in the index ----------------------------------------------------------------------------------


def test_each_language_is_one_index_of_its_own_pages(site, indexed):
    languages = json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"]
    pages = Counter(page["language"] for page in indexed.values())
    assert {name: language["page_count"] for name, language in languages.items()} == pages
    assert pages["th"] == pages["en"] > 10
    assert {address: page["language"] for address, page in indexed.items()} == {
        address: "en" if address.split("/")[0] == "en" else "th" for address in indexed
    }


def test_every_page_is_found_that_shall_be_and_no_other(indexed_real):
    site = assemble(read_files(ROOT / "docs"))
    expected = {}
    for path in [*site.pages, *site.computed]:
        if (filters := site.search_filters(path)) is not None:
            stem, locale = path.removesuffix(".md").rsplit(".", 1)
            name = re.sub(r"(^|/)index$", "", stem)
            expected[("en/" if locale == "en" else "") + name if name or locale == "th" else "en"] = filters
    assert indexed_real.keys() == expected.keys()
    for address, filters in expected.items():
        known = {name: sorted(values) for name, values in filters.items() if values}
        assert {name: sorted(values) for name, values in indexed_real[address]["filters"].items()} == known, address


def test_title_fields_and_text_of_a_page_are_in_the_index(indexed):
    thai, english = indexed["stories/pond"]["content"], indexed["en/stories/pond"]["content"]
    for told in ("บ้านตัวอย่างเก็บน้ำไว้ใช้", "หน้าแล้งน้ำไม่พอ", "ขุดสระร่วมกัน", "ต้องมีที่ดินส่วนกลาง", "รางวัลตัวอย่าง"):
        assert told in thai
    for told in ("A village that keeps its water", "Water ran short", "needs common land", "Example award"):
        assert told in english
    assert indexed["stories/pond"]["meta"]["title"] == "บ้านตัวอย่างเก็บน้ำไว้ใช้"


def test_sections_can_be_led_to(indexed):
    anchors = {anchor["id"]: anchor["text"] for anchor in indexed["stories/pond"]["anchors"]}
    assert anchors["สิ่งที่ทำ"] == "สิ่งที่ทำ"
    assert "what-was-done" in {anchor["id"] for anchor in indexed["en/stories/pond"]["anchors"]}


def test_what_explains_comes_before_what_mentions(site):
    def article(address):
        return re.search(r"<article[^>]*>", (site / address / "index.html").read_text(encoding="utf-8"))[0]

    assert 'data-pagefind-weight="2"' in article("knowledge/philosophy")
    assert "data-pagefind-weight" not in article("stories/pond")


# --- what is left out --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "¶",  # links of headings to themselves
        "เครือข่ายเรียนรู้วิถีพอเพียง ข้าม",
        "ข้ามไปที่เนื้อหา",
        "Skip to",
        "CC BY 4.0",  # the footer
        "Natural Earth",
        "not been translated",
        "ตรวจทานล่าสุด 23",
        "Last reviewed 23",
    ],
)
def test_frame_and_remarks_are_not_in_the_index(indexed, words):
    told = {address for address, page in indexed.items() if words in page["content"]}
    assert told - {"contribute", "en/contribute"} == set()


def test_remarks_are_in_the_page_but_not_in_the_index(site, indexed):
    page = (site / "stories" / "pond" / "index.html").read_text(encoding="utf-8")
    assert '<em class="aside">ไม่ทราบ</em>' in page
    assert "ไม่ทราบ" not in indexed["stories/pond"]["content"]
    assert 'class="review-note"' in page
    assert "¶" in page


@pytest.mark.parametrize(
    "address", ["", "stories", "stories/theme/water-forest", "stories/problem/drought", "activities/s1-1-1"]
)
def test_words_on_cards_of_other_pages_are_not_in_the_index(two_stories, address):
    assert "กุดน้ำใส" not in two_stories[address]["content"]
    assert "กุดน้ำใส" in two_stories["stories/well"]["content"]


def test_lists_of_ways_in_are_not_in_the_index(indexed_real):
    provinces = ("อุทัยธานี", "สมุทรสงคราม", "หนองบัวลำภู", "พิษณุโลก")
    for address in ("", "stories", "stories/compare", "stories/like-mine", "search"):
        content = indexed_real[address]["content"]
        assert sum(name in content for name in provinces) == 0, address


def test_matrix_of_the_plan_is_not_in_the_index(site, indexed):
    assert 'class="matrix' in (site / "plan" / "coverage" / "index.html").read_text(encoding="utf-8")
    assert len(indexed["plan/coverage"]["content"]) < 600
    assert "กิจกรรมตามแผน" not in indexed["plan/coverage"]["content"]


def test_page_that_stands_in_for_a_translation_is_found_in_its_own_language_only(two_stories):
    assert "stories/well" in two_stories
    assert "en/stories/well" not in two_stories
    assert "en/stories/pond" in two_stories


def test_error_page_is_not_in_the_index(indexed):
    assert [address for address, page in indexed.items() if "404" in address or "ไม่พบหน้านี้" in page["content"]] == []


# --- words people type -------------------------------------------------------------------------------------

LONG, SHORT = "องค์การบริหารส่วนตำบล", "อบต."


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of which one story says the full name only, and another the abbreviation only."""
    bare = STORY_TH.replace("lao: อบต. ตัวอย่าง\nlao_type: sao", "lao: unknown\nlao_type: unknown")
    changes = {
        "stories/pond.th.md": bare,
        "stories/pond.en.md": None,
        "stories/long.th.md": bare.replace("หน้าแล้งน้ำไม่พอ", f"{LONG}ช่วยขุด ปี ๒๕๔๑").replace(
            "title: บ้าน", "title: ยาวบ้าน"
        ),
        "stories/short.th.md": bare.replace("หน้าแล้งน้ำไม่พอ", f"{SHORT} ช่วยขุด").replace("title: บ้าน", "title: สั้นบ้าน"),
    }
    return build_in(tmp_path_factory.mktemp("forms"), [], changes, {"strict": True})[0]


def test_terms_stand_in_the_page_unseen_and_in_the_index(forms):
    html = {
        name: (forms / "stories" / name / "index.html").read_text(encoding="utf-8")
        for name in ("long", "short", "pond")
    }
    terms = {name: re.findall(r"<p hidden>(.*?)</p>", page) for name, page in html.items()}
    assert all(found[0].startswith("คำค้นอื่น: ") for found in terms.values() if found)
    assert "zzbsazau" in terms["long"][0]
    assert "zzbsazau" in terms["short"][0]
    assert "zzbsazau" not in html["pond"]
    assert "2541" in terms["long"][0]
    assert "zzbsazau" in fragments(forms)["stories/long"]["content"]


def test_page_is_not_found_by_other_words_for_what_it_only_lists(site, indexed):
    assert "อบต." in (site / "search" / "index.html").read_text(encoding="utf-8")
    assert [
        address for address in ("", "search", "stories", "contribute") if "zzbsazau" in indexed[address]["content"]
    ] == []


@pytest.mark.parametrize("typed", ["อบต.", "อบต", "อ.บ.ต.", LONG, "องการบริหารส่วนตำบล", "SAO", "tao"])
def test_page_is_found_by_any_form_of_what_it_says(visit, forms, typed):
    with serve_folder(forms) as url:
        found = visit(f"{url}/").page.evaluate(
            """async typed => {
                const { openSearch } = await import("/assets/js/search-engine.js");
                const engine = await openSearch(new URL("/", location.href), new URL("/", location.href));
                const { results } = await engine.search(typed, { page: "stories" });
                return (await Promise.all(results.map(result => result.data()))).map(page => page.url);
            }""",
            typed,
        )
    assert sorted(found) == ["/stories/long/", "/stories/short/"]


def test_words_the_index_is_cut_into_are_listed_for_the_browser(site, indexed):
    words = json.loads((site / "pagefind" / "thai-words.json").read_text(encoding="utf-8"))
    assert words == sorted(set(words))
    assert {"น้ำ", "สระ", "ตำบล", "ชาว"} <= set(words)
    assert all(re.fullmatch("[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e]+", word) for word in words)
    everything = "".join(page["content"] for page in indexed.values())
    assert [word for word in words if word not in everything] == []


def test_only_files_that_the_search_reads_are_published(site):
    files = {path.relative_to(site / "pagefind").parts[0] for path in (site / "pagefind").rglob("*")}
    assert {"pagefind.js", "pagefind-entry.json", "thai-words.json", "fragment", "index", "filter"} <= files
    rest = {
        name
        for name in files
        if not re.fullmatch(r"(pagefind\.(th|en)_\w+\.pf_meta|wasm\.(en|unknown)\.pagefind)", name)
    }
    assert rest == {"pagefind.js", "pagefind-entry.json", "thai-words.json", "fragment", "index", "filter"}


# --- when it is made ---------------------------------------------------------------------------------------


class Serving:
    """The tiny site as `mkdocs serve --dirty` builds it; hook is the module that makes the index."""

    def __init__(self, folder: Path) -> None:
        self.docs, self.site = folder / "docs", folder / "site"
        self.config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(self.docs), site_dir=str(self.site))
        self.hook = self.config.hooks[HOOK]

    def rebuild(self) -> None:
        config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(self.docs), site_dir=str(self.site))
        config.plugins.on_startup(command="serve", dirty=True)
        build(config, serve_url="http://127.0.0.1:8000/", dirty=True)

    def wait(self, done, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, "the index was not made in time"
            time.sleep(0.05)

    def is_told(self, words: str) -> bool:
        """Say whether the index is whole and the story has these words there."""
        if any(timer.is_alive() for timer in self.hook._waiting):
            return False
        return words in fragments(self.site).get("stories/pond", {}).get("content", "")


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function that makes the site without an index, and begins to serve it."""
    build_in(tmp_path, [], None, {})
    monkeypatch.setattr(sys, "argv", ["mkdocs", "serve", "--dirty"])  # where the languages' plugin looks for it
    site = Serving(tmp_path)
    monkeypatch.setattr(site.hook, "_QUIET", 0.05)
    yield site
    for timer in site.hook._waiting:
        timer.cancel()
        timer.join()
    site.config.plugins.on_startup(command="build", dirty=False)


def test_serving_goes_on_while_the_index_is_made(serving, monkeypatch):
    begun, may_end = threading.Event(), threading.Event()

    def slow(_):
        begun.set()
        assert may_end.wait(60)

    monkeypatch.setattr(serving.hook, "_index_patiently", slow)
    serving.rebuild()
    assert begun.wait(30), "the index is not begun by itself"
    serving.rebuild()
    assert not may_end.is_set()
    may_end.set()


def test_several_edits_in_a_row_are_indexed_once(serving, monkeypatch):
    made = []
    monkeypatch.setattr(serving.hook, "_index_patiently", made.append)
    serving.rebuild()
    serving.wait(lambda: made)
    made.clear()
    monkeypatch.setattr(serving.hook, "_QUIET", 0.5)
    for _ in range(4):
        serving.hook.on_post_build(serving.config)
    serving.wait(lambda: made)
    time.sleep(0.8)
    assert made == [serving.site]


def test_index_appears_while_serving_and_is_renewed_after_an_edit(serving):
    for path in (serving.site / "pagefind").rglob("*.pf_fragment"):
        path.unlink()
    serving.rebuild()
    serving.wait(lambda: serving.is_told("ขุดสระร่วมกัน"))
    text = STORY_TH.replace("ขุดสระร่วมกัน", "ขุดคลองร่วมแรง")
    (serving.docs / "stories" / "pond.th.md").write_text(text, encoding="utf-8")
    serving.rebuild()
    serving.wait(lambda: serving.is_told("ขุดคลองร่วมแรง"))
    assert not serving.is_told("ขุดสระร่วมกัน")
    assert "stories/theme/water-forest" in fragments(serving.site), "pages that were not built again are still found"


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in Pagefind's place that fails."""
    program = tmp_path / "pagefind-that-fails"
    program.write_text("#!/bin/sh\necho 'no room on the disk' >&2\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(load_config(str(ROOT / "mkdocs.yml")).hooks[HOOK], "pagefind", lambda: program)


@pytest.mark.usefixtures("broken")
def test_failing_index_is_reported_and_fails_a_strict_build(build_site, caplog):
    site, _ = build_site()
    (found,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert found.getMessage() == "search index: no room on the disk"
    assert (site / "stories" / "pond" / "index.html").exists()
    with pytest.raises(Abort):
        build_site(strict=True)
