"""The sitemap: every page in the languages it is really in, each naming the others, and nothing that is no page."""

from xml.etree import ElementTree

import pytest
from conftest import STORY_TH, standing
from porpiang.assembly import Assembly
from porpiang.sitemap import sitemap

HOME = "https://example.org/porpiang/"
S, X = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"


def urls(text: str) -> dict[str, dict[str, str]]:
    """Return page → language → page, both below the site's root."""
    found = {}
    for url in ElementTree.fromstring(text).iter(f"{S}url"):
        alternates = {link.get("hreflang"): link.get("href").removeprefix(HOME) for link in url.iter(f"{X}link")}
        address = url.findtext(f"{S}loc").removeprefix(HOME)
        assert address not in found, f"{address} is there twice"
        found[address] = alternates
    return found


def last_reviews(text: str) -> dict[str, str | None]:
    root = ElementTree.fromstring(text)
    return {url.findtext(f"{S}loc").removeprefix(HOME): url.findtext(f"{S}lastmod") for url in root.iter(f"{S}url")}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    from conftest import build_in

    return build_in(tmp_path_factory.mktemp("map"), [], {"stories/thai.th.md": STORY_TH}, {"site_url": HOME})[0]


@pytest.fixture(scope="module")
def found(built):
    return urls((built / "sitemap.xml").read_text(encoding="utf-8"))


def test_every_address_is_a_page_on_disk_and_every_page_but_repeats_is_there(built, found):
    on_disk = {path.parent.relative_to(built).as_posix() for path in built.rglob("index.html")}
    pages = {"" if address == "." else f"{address}/" for address in on_disk}
    assert pages - found.keys() == {"en/stories/thai/"}, "the Thai story shown among the English pages"
    assert found.keys() <= pages


def test_alternates_are_mutual_and_name_the_page_itself(found):
    for address, alternates in found.items():
        assert address in alternates.values()
        for language, other in alternates.items():
            assert found[other] == alternates, f"{address} → {language}"


def test_page_in_both_languages_names_both_and_thai_for_all_others(found):
    both = {"th": "stories/pond/", "en": "en/stories/pond/", "x-default": "stories/pond/"}
    assert found["stories/pond/"] == found["en/stories/pond/"] == both
    assert found["en/"] == {"th": "", "en": "en/", "x-default": ""}
    assert found["stories/province/90/"]["en"] == "en/stories/province/90/"


def test_page_only_in_thai_is_not_said_to_be_english(found):
    assert found["stories/thai/"] == {"th": "stories/thai/", "x-default": "stories/thai/"}


def test_data_and_feeds_are_no_pages(built, found):
    assert (built / "feeds" / "stories.atom").exists()
    assert not [address for address in found if "feeds" in address or "." in address or "schema" in address]
    assert {"data/", "en/data/"} <= found.keys()


def test_page_that_was_reviewed_says_when_and_no_other_says_a_day(read_site):
    days = last_reviews(sitemap(read_site({"stories/thai.th.md": STORY_TH.replace("2026-11-23", "2025-03-01")}), HOME))
    assert (days["stories/thai/"], days["en/stories/pond/"]) == ("2025-03-01", "2026-11-23")
    assert days["activities/s1-1-1/"] == "2026-11-23"
    assert (days["stories/"], days["plan/s1/"], days["stories/province/90/"]) == (None, None, None)


def test_addresses_are_written_as_addresses_are(read_site):
    found = urls(sitemap(read_site({"about us & ข.th.md": standing("เรา")}), HOME))
    assert "about%20us%20%26%20%E0%B8%82/" in found


def test_site_without_pages_has_an_empty_sitemap():
    assert urls(sitemap(Assembly(), HOME)) == {}


def test_page_only_in_english_is_there_for_all(read_site):
    found = urls(sitemap(read_site({"help.en.md": standing("Help")}), HOME))
    assert found["en/help/"] == {"en": "en/help/", "x-default": "en/help/"}
