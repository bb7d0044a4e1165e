"""The open data in a real browser: the page on a phone and a desk, the downloads, the feeds, what machines read."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import SIZES, serious_faults

STORY = "stories/prik-zero-waste/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["th", "en"])
def test_page_stands_in_the_browser(visit, address, language, size, scheme):
    prefix = "" if language == "th" else "en/"
    seen = visit(f"{address}/{prefix}data/", size, scheme)
    assert seen.complaints == []
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], "scrolls sideways"
    assert seen.page.get_attribute("html", "lang") == language
    assert serious_faults(seen.page) == []


def test_page_does_not_scroll_sideways_on_the_narrowest_phone(visit, address):
    page = visit(f"{address}/data/", "phone").page
    page.set_viewport_size({"width": 320, "height": 568})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("language", "name"), [("th", "ข้อมูลเปิด"), ("en", "Open data")])
def test_footer_leads_to_the_data_and_a_table_can_be_downloaded(visit, address, language, name):
    prefix = "" if language == "th" else "en/"
    page = visit(f"{address}/{prefix}{STORY}", "phone").page
    page.click(f"footer a:has-text('{name}')")
    page.wait_for_url(f"{address}/{prefix}data/")
    assert page.inner_text("h1").startswith(name)
    with page.expect_download() as download:
        page.click("a:text-is('stories-excel.csv')")
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert "prik-zero-waste" in {row["id"] for row in rows}


@pytest.mark.parametrize(("prefix", "language"), [("", "th"), ("en/", "en")])
def test_story_tells_machines_what_it_is_without_a_complaint(visit, address, prefix, language):
    seen = visit(f"{address}/{prefix}{STORY}")
    assert seen.complaints == []
    text = seen.page.text_content("script[type='application/ld+json']")
    data = json.loads(text)
    assert (data["@type"], data["inLanguage"]) == ("Article", language)
    assert data["headline"] == seen.page.evaluate("document.querySelector('h1').firstChild.textContent")
    assert data["mainEntityOfPage"] == seen.page.get_attribute("link[rel=canonical]", "href")


@pytest.mark.parametrize("path", ["", "en/", STORY, "en/plan/s1/", "stories/region/south/"])
def test_feed_is_found_in_the_page_and_no_sitemap_is_asked_for(visit, address, path):
    seen = visit(f"{address}/{path}")
    seen.page.wait_for_timeout(500)  # the theme's script asks once it runs
    assert [url for url in seen.requests if "sitemap" in url or "feeds" in url] == []
    found = seen.page.evaluate(
        "[...document.querySelectorAll('link[rel~=alternate]')].map(link => [link.type, link.href])"
    )
    home = f"{address}/en" if path.startswith("en/") else address
    assert found == [
        ["application/atom+xml", f"{home}/feeds/stories.atom"],
        ["application/feed+json", f"{home}/feeds/stories.json"],
    ]
    for _, url in found:
        assert seen.page.request.get(url).ok


@pytest.mark.parametrize(("path", "feed"), [("plan/s2/", "s2"), ("en/stories/region/south/", "region-south")])
def test_link_on_the_page_opens_its_feed(visit, address, path, feed):
    page = visit(f"{address}/{path}", "phone").page
    link = page.locator("article a[type='application/feed+json']")
    answer = page.request.get(link.evaluate("link => link.href"))
    assert answer.json()["feed_url"].endswith(f"/feeds/{feed}.json")
    assert answer.json()["home_page_url"].endswith(f"/{path}")
