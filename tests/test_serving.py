"""`make serve`: an edit shows, wherever it is made, and broken content does not bring the site down."""

import logging
import sys
from pathlib import Path

import pytest
from conftest import ROOT, STORY_TH, build_in
from mkdocs.commands.build import build
from mkdocs.config import load_config


class Serving:
    """The tiny site as `mkdocs serve --dirty` builds it, again and again in one process."""

    def __init__(self, folder: Path) -> None:
        self.docs, self.site = folder / "docs", folder / "site"

    def rebuild(self) -> None:
        config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(self.docs), site_dir=str(self.site))
        build(config, serve_url="http://127.0.0.1:8000/", dirty=True)

    def write(self, path: str, text: str) -> None:
        (self.docs / path).write_text(text, encoding="utf-8")

    def read(self, address: str) -> str:
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def age(self, address: str) -> int:
        return (self.site / address / "index.html").stat().st_mtime_ns


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serving:
    monkeypatch.setattr(sys, "argv", ["mkdocs", "serve", "--dirty"])  # where the languages' plugin looks for it
    build_in(tmp_path, [], None, {})
    return Serving(tmp_path)


def test_edited_words_show_and_nothing_else_is_built_again(serving):
    serving.rebuild()
    before = serving.age("stories/theme/waste")
    serving.write("stories/pond.th.md", STORY_TH.replace("ขุดสระร่วมกัน", "ขุดคลองร่วมกัน"))
    serving.rebuild()
    assert "ขุดคลองร่วมกัน" in serving.read("stories/pond")
    assert serving.age("stories/theme/waste") == before


def test_edited_title_shows_wherever_the_story_is_listed(serving):
    serving.write("stories/pond.th.md", STORY_TH.replace("title: บ้านตัวอย่างเก็บน้ำไว้ใช้", "title: ชื่อใหม่ของเรื่อง"))
    serving.rebuild()
    for address in ("stories/pond", "stories", "stories/theme/water-forest", "activities/s1-1-1", "plan/s1"):
        assert "ชื่อใหม่ของเรื่อง" in serving.read(address), address


def test_new_story_and_removed_story_change_the_lists(serving):
    serving.write("stories/second.th.md", STORY_TH.replace("บ้านตัวอย่างเก็บน้ำไว้ใช้", "เรื่องที่สอง"))
    serving.rebuild()
    assert "เรื่องที่สอง" in serving.read("stories/province/90")
    (serving.docs / "stories" / "second.th.md").unlink()
    serving.rebuild()
    assert "เรื่องที่สอง" not in serving.read("stories/province/90")


def test_broken_content_is_told_and_the_site_stays(serving, caplog):
    caplog.set_level(logging.WARNING, "mkdocs")
    serving.write("stories/pond.th.md", "---\ntitle: [\n---\n")
    serving.rebuild()
    assert any(record.getMessage().startswith("docs/stories/pond.th.md:") for record in caplog.records)
    assert "ยังไม่มี" in serving.read("stories")
    serving.write("stories/pond.th.md", STORY_TH)
    serving.rebuild()
    assert "บ้านตัวอย่างเก็บน้ำไว้ใช้" in serving.read("stories")


def test_data_feeds_and_their_page_follow_an_edit(serving):
    serving.rebuild()
    serving.write("stories/pond.th.md", STORY_TH.replace("title: บ้านตัวอย่างเก็บน้ำไว้ใช้", f"title: {'ชื่อใหม่ ' * 200}"))
    before = serving.read("data")
    serving.rebuild()
    for path in ("data/stories.json", "data/stories-excel.csv", "feeds/stories.atom", "en/feeds/s1.json"):
        text = (serving.site / path).read_text(encoding="utf-8")
        assert ("A village" if path.startswith("en/") else "ชื่อใหม่ ชื่อใหม่") in text, path
    assert serving.read("data") != before, "the sizes are others now"


def test_edited_word_shows_in_feeds_and_schema(serving):
    serving.rebuild()
    themes = (serving.docs / "_vocabulary" / "themes.yml").read_text(encoding="utf-8")
    serving.write("_vocabulary/themes.yml", themes.replace("น้ำและป่า", "น้ำ ป่า และดิน"))
    serving.rebuild()
    for path in ("feeds/stories.atom", "data/schema/stories.json", "stories/index.json"):
        assert "น้ำ ป่า และดิน" in (serving.site / path).read_text(encoding="utf-8"), path
