"""What a story's page says to machines: true, whole, in the language of its text, and safe in a page."""

import json
import re

import pytest
from conftest import COURSE, STORY_EN, STORY_TH, VISIT, VISIT_TH
from porpiang.page import locale_of
from porpiang.structured_data import as_script, page_data

HOME = "https://example.org/porpiang/"


def data_of(site, locale="th"):
    return page_data(site.catalog, site.catalog.entries["stories"]["pond"], locale, HOME)


def in_page(folder, address):
    """Return the data in a built page, or None."""
    html = (folder / address / "index.html").read_text(encoding="utf-8")
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(found) <= 1
    return json.loads(found[0]) if found else None


def test_thai_story_is_an_article_of_the_network(read_site):
    network = {"@type": "Organization", "name": "เครือข่ายเรียนรู้วิถีพอเพียง", "url": HOME}
    site = read_site()
    drought = site.catalog.label("problems", "drought", "th")
    assert data_of(site) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": f"{HOME}stories/pond/",
        "mainEntityOfPage": f"{HOME}stories/pond/",
        "headline": "บ้านตัวอย่างเก็บน้ำไว้ใช้",
        "abstract": "ชาวบ้านช่วยกันขุดสระและมีน้ำใช้ตลอดปี",
        "inLanguage": "th",
        "dateModified": "2026-11-23",
        "author": network,
        "publisher": network,
        "isPartOf": {"@type": "WebSite", "name": "เครือข่ายเรียนรู้วิถีพอเพียง", "url": HOME},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "keywords": ["น้ำและป่า", drought],
        "about": [
            {"@type": "Thing", "name": "น้ำและป่า", "url": f"{HOME}stories/theme/water-forest/"},
            {"@type": "Thing", "name": drought, "url": f"{HOME}stories/problem/drought/"},
        ],
        "contentLocation": {
            "@type": "Place",
            "name": "อำเภอสะเดา จังหวัดสงขลา",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "สะเดา",
                "addressRegion": "สงขลา",
                "addressCountry": "TH",
            },
            "containedInPlace": {"@type": "AdministrativeArea", "name": "จังหวัดสงขลา"},
        },
        "citation": [{"@type": "CreativeWork", "name": "หน้าตัวอย่าง", "url": "https://example.org/water"}],
        "workTranslation": [{"@id": f"{HOME}en/stories/pond/"}],
    }


def test_english_story_speaks_english_and_names_its_thai_original(read_site):
    data = data_of(read_site(), "en")
    assert (data["headline"], data["inLanguage"]) == ("A village that keeps its water", "en")
    assert data["mainEntityOfPage"] == f"{HOME}en/stories/pond/"
    assert data["author"]["name"] == "Sufficiency Learning Network"
    assert data["isPartOf"]["url"] == f"{HOME}en/"
    assert data["about"][0] == {
        "@type": "Thing",
        "name": "Water and forest",
        "url": f"{HOME}en/stories/theme/water-forest/",
    }
    assert data["contentLocation"]["name"] == "Sadao District, Songkhla Province"
    assert data["translationOfWork"] == {"@id": f"{HOME}stories/pond/"}
    assert "workTranslation" not in data


def test_nothing_is_said_that_nobody_knows(read_site):
    bare = STORY_TH.replace("  district: สะเดา\n  subdistrict: ปริก", "  district: unknown\n  subdistrict: unknown")
    data = data_of(read_site({"stories/pond.th.md": bare, "stories/pond.en.md": None}))
    assert data["contentLocation"]["name"] == "จังหวัดสงขลา"
    assert "addressLocality" not in data["contentLocation"]["address"]
    assert not {"datePublished", "dateCreated", "workTranslation", "translationOfWork"} & data.keys()


def test_capital_is_named_as_the_capital(read_site):
    capital = (
        STORY_TH.replace('"90"', '"10"')
        .replace("สะเดา", "เขตพระนคร")
        .replace("subdistrict: ปริก", "subdistrict: unknown")
    )
    place = data_of(read_site({"stories/pond.th.md": capital}))["contentLocation"]
    assert place["name"] == "เขตพระนคร กรุงเทพมหานคร"


def test_visit_is_a_place(read_site):
    catalog = read_site(VISIT).catalog
    assert page_data(catalog, catalog.entries["visits"]["centre"], "en", HOME) == {
        "@context": "https://schema.org",
        "@type": "Place",
        "@id": f"{HOME}en/visits/centre/",
        "mainEntityOfPage": f"{HOME}en/visits/centre/",
        "name": "Example centre",
        "description": "A centre in Songkhla that keeps water.",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Sadao",
            "addressRegion": "Songkhla",
            "addressCountry": "TH",
        },
        "containedInPlace": {"@type": "AdministrativeArea", "name": "Songkhla Province"},
        "telephone": "0 7400 0000",
        "url": "https://example.org/centre",
    }


def test_nothing_is_said_of_how_to_reach_a_visit_that_nobody_knows(read_site):
    bare = VISIT_TH.replace('phone: "0 7400 0000"', "phone: unknown").replace("https://example.org/centre", "unknown")
    catalog = read_site(VISIT | {"visits/centre.th.md": bare}).catalog
    data = page_data(catalog, catalog.entries["visits"]["centre"], "th", HOME)
    assert not {"telephone", "url"} & data.keys()


def test_other_entries_say_nothing(read_site):
    catalog = read_site(COURSE).catalog
    for kind in ("plan", "activities", "knowledge", "curricula", "modules"):
        assert page_data(catalog, catalog.of(kind)[0], "th", HOME) is None, kind


@pytest.mark.parametrize("attack", ["</script><script>alert(1)</script>", "<!--<script>", "]]></SCRIPT >"])
def test_attack_cannot_close_the_script(attack):
    text = as_script({"headline": attack})
    assert "<" not in text
    assert json.loads(text) == {"headline": attack}


def test_attack_in_a_built_page_stays_data(build_site):
    attack = "</script><script>alert(1)</script><!--"
    thai = STORY_TH.replace("title: บ้านตัวอย่างเก็บน้ำไว้ใช้", f'title: "{attack}"')
    site, _ = build_site({"stories/pond.th.md": thai})
    assert in_page(site, "stories/pond")["headline"] == attack
    assert "<script>alert" not in (site / "stories" / "pond" / "index.html").read_text(encoding="utf-8")


def test_only_stories_and_visits_have_it_each_in_its_language(site):
    thai, english = in_page(site, "stories/pond"), in_page(site, "en/stories/pond")
    assert (thai["inLanguage"], english["inLanguage"]) == ("th", "en")
    assert thai["mainEntityOfPage"].startswith("http")
    for address in (
        "",
        "stories",
        "plan/s1",
        "activities/s1-1-1",
        "knowledge/philosophy",
        "stories/province/90",
        "data",
        "visits",
    ):
        assert in_page(site, address) is None, address
        assert in_page(site, f"en/{address}") is None, address


def test_story_that_is_only_in_thai_is_one_work_under_one_address(build_site):
    site, _ = build_site({"stories/pond.en.md": None}, site_url=HOME)
    fallback = in_page(site, "en/stories/pond")
    assert fallback == in_page(site, "stories/pond")
    assert (fallback["inLanguage"], fallback["mainEntityOfPage"]) == ("th", f"{HOME}stories/pond/")
    html = (site / "en" / "stories" / "pond" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{HOME}stories/pond/">' in html


def test_translated_page_is_found_under_its_own_address(build_site):
    site, _ = build_site({"stories/pond.en.md": STORY_EN}, site_url=HOME)
    html = (site / "en" / "stories" / "pond" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{HOME}en/stories/pond/">' in html
    assert locale_of("stories/pond.en.md") == "en"
