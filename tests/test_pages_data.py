"""The page of the open data: every file with its size, every column explained, every feed."""

import re

import pytest
from conftest import STORY_TH, standing
from porpiang.export import export_data, file_addresses
from porpiang.model import KINDS
from shown import lay_out, read

BODY = "คำนำ\n\n## อ้างอิง\n\nชื่อ"


@pytest.fixture
def page(read_site):
    """Return a function that shows the page in a language, with some files of the site changed."""

    def _page(locale="th", changes=None):
        own = {"data/index.th.md": standing("ข้อมูลเปิด", body=BODY)}
        return read(lay_out(read_site(own | (changes or {})), f"data/index.{locale}.md"), f"data/index.{locale}.md")

    return _page


def test_files_come_after_the_first_words_and_the_rest_after_the_files(page):
    assert re.findall(r"^##? (.*)", page(), re.MULTILINE) == [
        "ข้อมูลเปิด",
        "ไฟล์ทั้งหมด",
        "อ้างอิง",
        "ความหมายของคอลัมน์",
        "ติดตามเรื่องใหม่ด้วยฟีด",
    ]
    assert page().startswith("# ข้อมูลเปิด\nคำนำ\n## ไฟล์ทั้งหมด")


@pytest.mark.parametrize(("locale", "word"), [("th", "กิโลไบต์"), ("en", "kB")])
def test_every_file_is_linked_with_its_true_size(read_site, locale, word):
    site = read_site()
    shown = read(lay_out(site, f"data/index.{locale}.md"), f"data/index.{locale}.md")
    texts = export_data(site.catalog)
    for path in (path for kind in KINDS for path in file_addresses(kind).values()):
        size = -(-len(texts[path].encode()) // 1000)
        row = shown.split(f"| [{path.removeprefix('data/')}](", 1)[1].split("|\n", 1)[0]
        assert row.endswith(f"| {size} {word} "), path
    assert shown.count(f" {word} |") == len(texts)


def test_records_are_counted(page):
    assert "| แบบอย่าง · 1 รายการ |" in page()
    assert "| Strategies · 4 records |" in page("en")
    assert "| Stories · 2 records |" in page("en", {"stories/more.th.md": STORY_TH})
    assert "| Stories · 1 record |" in page("en")


def test_every_column_is_explained_in_the_language_of_the_page(page):
    thai, english = page().split("## ความหมายของคอลัมน์")[1], page("en").split("## What the columns mean")[1]
    assert "| `themes` | เรื่องที่เกี่ยวข้อง 1–3 คำ (themes) | รหัส คั่นด้วย ; |" in thai
    assert "| `themes` | one to three themes (themes) | codes, with ; between them |" in english
    assert "| `people` | number of people living in the area, or unknown | number |" in english
    assert "| `steps` | five to nine steps | JSON |" in english
    assert "| `reviewed_on` | date of the last review, YYYY-MM-DD | date, YYYY-MM-DD |" in english
    assert english.count("| `id` | id; never changes once it is published | text |") == len(KINDS)
    columns = {name for model in KINDS.values() for name in model.model_fields}
    assert columns <= set(re.findall(r"^\| `(.*?)` \|", english, re.MULTILINE))


def test_every_feed_is_linked_in_the_language_of_the_page(page):
    assert "- แบบอย่างทั้งหมด: [Atom](feeds/stories.atom) · [JSON](feeds/stories.json)" in page()
    assert "- South: [Atom](feeds/region-south.atom) · [JSON](feeds/region-south.json)" in page("en")
    assert "- Strategy 2 A strategy: [Atom](feeds/s2.atom) · [JSON](feeds/s2.json)" in page("en")
    assert page().count(".atom)") == 11


@pytest.mark.parametrize(
    ("path", "thai", "feed"),
    [
        ("plan/s1.{}.md", "ติดตามเรื่องใหม่:", "s1"),
        ("stories/region/south.{}.md", "ติดตามเรื่องใหม่:", "region-south"),
    ],
)
def test_strategy_and_region_offer_their_feed(read_site, path, thai, feed):
    site = read_site()
    links = f"[Atom](feeds/{feed}.atom) · [JSON](feeds/{feed}.json)"
    for locale, words in (("th", thai), ("en", "Follow new stories:")):
        name = path.format(locale)
        assert f"{words} {links}" in read(lay_out(site, name), name).split("\n")


@pytest.mark.parametrize("path", ["stories/theme/waste.th.md", "stories/province/90.th.md"])
def test_other_lists_have_no_feed(read_site, path):
    assert "feeds/" not in lay_out(read_site(), path)


def test_page_links_to_the_files_wherever_it_lies(site):
    for address in ("data", "en/data"):
        html = (site / address / "index.html").read_text(encoding="utf-8")
        links = re.findall(r'<a href="([^"]*)" download>', html)
        assert len(links) == 4 * len(KINDS)
        for link in links:
            assert (site / address / link).resolve().is_file(), link
