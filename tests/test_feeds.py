"""Feeds: what a reader that others wrote makes of them, and that they say what the catalog says."""

import json
import re
from datetime import datetime

import feedparser
import pytest
from conftest import MINIMAL, STORY_EN, STORY_TH
from jsonschema import Draft202012Validator, FormatChecker
from porpiang.feeds import MOST, feeds
from porpiang.pages.facets import library, regions_of, strategies_of

HOME = "https://example.org/porpiang/"
REGIONS = ("north", "northeast", "central", "east", "west", "south")
NAMES = ["stories", "s1", "s2", "s3", "s4", *(f"region-{region}" for region in REGIONS)]
TIMESTAMP = r"\d{4}-\d{2}-\d{2}T00:00:00Z"
ADDRESS = {"type": "string", "pattern": "^https://example\\.org/porpiang/"}
JSON_FEED = {  # https://www.jsonfeed.org/version/1.1/, as far as this site uses it
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url", "language", "authors"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "language": {"enum": ["th", "en"]},
        "authors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string"}, "url": ADDRESS},
            },
        },
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url", "title", "content_text", "summary", "date_modified"],
                "additionalProperties": False,
                "properties": {
                    "id": ADDRESS,
                    "url": ADDRESS,
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "summary": {"type": "string", "minLength": 1},
                    "date_modified": {"type": "string", "pattern": f"^{TIMESTAMP}$"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "language": {"enum": ["th", "en"]},
                },
            },
        },
    },
}
ELSEWHERE = {  # two stories of other places, strategies and days
    "stories/north.th.md": STORY_TH.replace('"90"', '"50"')
    .replace("district: สะเดา", "district: unknown")
    .replace("subdistrict: ปริก", "subdistrict: unknown")
    .replace("[s1-1-1]", "[s3-1-1]")
    .replace("2026-11-23", "2026-12-01"),
    "stories/old.th.md": STORY_TH.replace("2026-11-23", "2025-01-31"),
    "stories/old.en.md": STORY_EN,
}


def every(site):
    return feeds(site.catalog, HOME)


def atom(text):
    """Return a feed as feedparser reads it, without complaints."""
    read = feedparser.parse(text)
    assert read.bozo == 0, read.get("bozo_exception")
    return read


def ids(text):
    return [entry.id.removeprefix(HOME) for entry in atom(text).entries]


def test_there_is_a_feed_of_all_of_each_strategy_and_of_each_region_in_both_languages(read_site):
    wanted = {f"{prefix}feeds/{name}.{end}" for prefix in ("", "en/") for name in NAMES for end in ("atom", "json")}
    assert every(read_site()).keys() == wanted


@pytest.mark.parametrize("changes", [{}, ELSEWHERE, {"stories/pond.th.md": None, "stories/pond.en.md": None}])
def test_every_atom_feed_has_what_the_rfc_asks_for(read_site, changes):
    for path, text in every(read_site(changes)).items():
        if not path.endswith(".atom"):
            continue
        read = atom(text)
        assert read.version == "atom10"
        links = {link.rel: link.href for link in read.feed.links}
        assert read.feed.id == links["self"] == HOME + path
        assert links["alternate"].startswith(HOME)
        assert read.feed.title
        assert read.feed.author
        assert re.fullmatch(TIMESTAMP, read.feed.updated)
        newest = [entry.updated for entry in read.entries]
        assert newest == sorted(newest, reverse=True)
        assert read.feed.updated == (newest or [read.feed.updated])[0]
        for entry in read.entries:
            assert entry.title
            assert entry.summary
            assert entry.id == entry.link
            assert re.fullmatch(TIMESTAMP, entry.updated)


@pytest.mark.parametrize("changes", [{}, ELSEWHERE, {"stories/pond.th.md": None, "stories/pond.en.md": None}])
def test_every_json_feed_keeps_to_version_1_1_and_says_the_same_as_atom(read_site, changes):
    files = every(read_site(changes))
    validator = Draft202012Validator(JSON_FEED, format_checker=FormatChecker())
    for path in (path for path in files if path.endswith(".json")):
        data, read = json.loads(files[path]), atom(files[path.replace(".json", ".atom")])
        assert [error.message for error in validator.iter_errors(data)] == []
        assert data["feed_url"] == HOME + path
        assert (data["title"], data["home_page_url"]) == (read.feed.title, read.feed.link)
        same = [(entry.id, entry.title, entry.summary, entry.updated) for entry in read.entries]
        assert [(i["id"], i["title"], i["summary"], i["date_modified"]) for i in data["items"]] == same


def test_feeds_hold_the_stories_that_the_catalog_puts_there(read_site):
    catalog = read_site(ELSEWHERE).catalog
    files = feeds(catalog, HOME)
    for prefix in ("", "en/"):
        for name in NAMES:
            wanted = []
            for entry in library(catalog):
                story = entry.in_locale("th")
                places = [f"region-{region}" for region in regions_of(story.place.province, catalog)]
                if name in ("stories", *strategies_of(story.activities, catalog), *places):
                    wanted.append(f"{prefix}stories/{entry.id}/")
            assert ids(files[f"{prefix}feeds/{name}.atom"]) == wanted, name
    assert ids(files["feeds/stories.atom"]) == ["stories/north/", "stories/pond/", "stories/old/"]
    assert ids(files["feeds/region-north.atom"]) == ids(files["feeds/s3.atom"]) == ["stories/north/"]


def test_feed_leads_to_the_page_that_shows_the_same_stories(read_site):
    files = every(read_site())
    pages = {name: atom(files[f"en/feeds/{name}.atom"]).feed.link for name in ("stories", "s2", "region-west")}
    assert pages == {
        "stories": f"{HOME}en/stories/",
        "s2": f"{HOME}en/plan/s2/",
        "region-west": f"{HOME}en/stories/region/west/",
    }


def test_each_language_has_its_own_words(read_site):
    files = every(read_site())
    thai, english = atom(files["feeds/s1.atom"]), atom(files["en/feeds/s1.atom"])
    assert thai.feed.title == "แบบอย่างของยุทธศาสตร์ที่ 1 ยุทธศาสตร์ตัวอย่าง – เครือข่ายเรียนรู้วิถีพอเพียง"
    assert english.feed.title == "Stories for Strategy 1 A strategy – Sufficiency Learning Network"
    assert (thai.feed.language, english.feed.language) == ("th", "en")
    assert english.entries[0].summary == "Villagers dug a pond together and have water all year."
    assert [tag.label for tag in english.entries[0].tags] == ["Water and forest"]
    assert thai.entries[0].updated_parsed[:6] == datetime(2026, 11, 23).timetuple()[:6]


def test_story_not_in_english_is_in_the_english_feed_and_said_to_be_thai(read_site):
    files = every(read_site({"stories/pond.en.md": None}))
    entry = atom(files["en/feeds/stories.atom"]).entries[0]
    assert (entry.title_detail.language, entry.summary_detail.language) == ("th", "th")
    assert entry.id == f"{HOME}en/stories/pond/"
    assert json.loads(files["en/feeds/stories.json"])["items"][0]["language"] == "th"


def test_feed_holds_the_newest_fifty(read_site):
    many = {f"stories/more-{n}.th.md": STORY_TH.replace("2026-11-23", "2026-10-01") for n in range(MOST)}
    files = every(read_site(many))
    assert len(ids(files["feeds/stories.atom"])) == MOST
    assert ids(files["feeds/stories.atom"])[0] == "stories/pond/"
    assert len(json.loads(files["feeds/region-south.json"])["items"]) == MOST


def test_empty_feed_is_as_old_as_the_last_review_of_anything(read_site):
    no_stories = {"stories/pond.th.md": None, "stories/pond.en.md": None}
    assert atom(every(read_site())["feeds/s4.atom"]).feed.updated == "2026-11-23T00:00:00Z"
    older = {path: MINIMAL[path].replace("2026-11-23", "2024-02-29") for path in MINIMAL if path.endswith(".th.md")}
    assert atom(every(read_site(older | no_stories))["feeds/s4.atom"]).feed.updated == "2024-02-29T00:00:00Z"
    bare = {path: None for path in MINIMAL if path.startswith(("stories/", "activities/", "knowledge/"))}
    assert atom(every(read_site(bare))["feeds/stories.atom"]).feed.updated == "1970-01-01T00:00:00Z"


def test_same_content_gives_the_same_bytes(read_site):
    assert every(read_site(ELSEWHERE)) == every(read_site(ELSEWHERE))


@pytest.mark.parametrize("title", ['<b>&amp; ]]> "x"', "a\\u0008b\\u001fc\\uFFFEd"])
def test_no_letter_of_a_title_breaks_a_feed(read_site, title):
    escaped = title.replace('"', '\\"')
    changed = STORY_TH.replace("title: บ้านตัวอย่างเก็บน้ำไว้ใช้", f'title: "{escaped}"')
    read = atom(every(read_site({"stories/pond.th.md": changed}))["feeds/stories.atom"])
    assert len(read.entries) == 1
    assert read.entries[0].title in (title, "abcd")


def test_feeds_are_published_and_every_page_names_the_one_in_its_language(build_site):
    site, warnings = build_site(site_url=HOME, strict=True)
    assert warnings == []
    for prefix, address in (("", "plan/s1"), ("en/", "en/stories/pond"), ("", ""), ("en/", "en")):
        html = (site / address / "index.html").read_text(encoding="utf-8")
        links = re.findall(r'<link rel="alternate feed" type="(.*?)" title=".*?" href="(.*?)">', html)
        assert [kind for kind, _ in links] == ["application/atom+xml", "application/feed+json"]
        for _, href in links:
            path = (site / address / href).resolve().relative_to(site.resolve())
            assert path.as_posix().startswith(f"{prefix}feeds/stories.")
            assert HOME + path.as_posix() in (site / path).read_text(encoding="utf-8")
    missing = (site / "404.html").read_text(encoding="utf-8")
    named = re.findall(r'href="/porpiang/([^"]*(?:feeds|data)/[^"]*)"', missing)
    assert len(named) == 4, "two feeds, the data in the menu and in the footer"
    assert [path for path in named if not (site / path).exists() or "//" in path or path.startswith("/")] == []
