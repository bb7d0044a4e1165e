"""The page of an LAO like mine: a form that can be asked, the rule in full, and a way on without JavaScript."""

import re
from html import unescape

import pytest
from conftest import REAL
from porpiang.scoring import read_rule
from shown import lay_out, read


@pytest.fixture
def page(read_site):
    """Return a function that writes the page in a language, from the tiny site with some files changed."""
    return lambda locale="th", changes=None: read_site(changes).lay_out(f"stories/like-mine.{locale}.md", "", None)


def text_of(html):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def options(html, name):
    """Return value → label of the choices of a question."""
    choices = re.search(rf'<select id="ask-{name}" name="{name}">(.*?)</select>', html)[1]
    return dict(re.findall(r'<option value="(.*?)">(.*?)</option>', choices))


@pytest.mark.parametrize(("locale", "title"), [("th", "อปท. ที่คล้ายเรา"), ("en", "An LAO like mine")])
def test_page_has_a_title_and_says_that_nothing_is_sent(page, locale, title):
    html = page(locale)
    assert html.startswith(f"<h1>{title}</h1>")
    assert {"th": "คำตอบไม่ถูกส่งไปที่ใด", "en": "your answers are sent nowhere"}[locale] in html


def test_every_question_is_labelled_and_may_be_left_out(page):
    html = page()
    for name in ("lao-type", "province", "problem", "budget", "size"):
        assert re.search(rf'<label for="ask-{name}">[ก-๙]', html)
        assert options(html, name)[""] == "ไม่ระบุ"
    assert options(html, "lao-type")["sao"] == "องค์การบริหารส่วนตำบล (อบต.)"
    assert options(page("en"), "budget")["small"] == "Up to 100,000 baht"
    assert len(re.findall("<select", html)) == 5


def test_provinces_stand_under_their_region_in_the_order_of_a_dictionary(page):
    html = page()
    assert len(options(html, "province")) == 78
    south = re.search(r'<optgroup label="ภาคใต้">(.*?)</optgroup>', html)[1]
    assert re.findall(r">(.+?)</option>", south)[:3] == ["กระบี่", "ชุมพร", "ตรัง"]


@pytest.mark.parametrize("locale", ["th", "en"])
def test_whole_rule_stands_in_the_page_for_readers_to_check(page, read_site, locale):
    rule = read_rule(read_site().catalog.vocabulary)
    table = re.search(r"<table.*</table>", page(locale))[0]
    rows = re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td></tr>", table)
    outcomes = [outcome for outcomes in rule.criteria.values() for outcome in outcomes.values()]
    expected = [(getattr(found, locale).replace("{label}", "…"), str(found.points)) for found in outcomes]
    assert [(unescape(reason), points.replace("−", "-")) for reason, points in rows] == expected
    words = text_of(page(locale))
    for band in (*rule.budget_bands, *rule.size_bands):
        assert getattr(band, locale) in words


def test_rule_names_the_types_held_to_be_near_and_how_ties_are_broken(page):
    words = text_of(page("en"))
    assert "City municipality · Town municipality · Subdistrict municipality" in words
    assert "Where scores are equal, high confidence in the evidence comes first" in words


def test_reader_without_javascript_is_led_to_lists_that_are_there(page, read_site):
    noscript = re.search(r"<noscript>(.*?)</noscript>", page())[1]
    assert "JavaScript" in noscript
    library = lay_out(read_site(), "stories/index.th.md")
    links = re.findall(r'href="\.\./\.\./stories/#(.*?)"', noscript)
    assert links == ["facet-lao-type", "facet-province", "facet-problem"]
    for anchor in links:
        assert f' id="{anchor}"' in library


def test_library_without_stories_asks_nothing(page):
    html = page("en", {"stories/pond.th.md": None, "stories/pond.en.md": None})
    assert read(html).endswith("*none yet*")
    assert "<form" not in html
    assert "<script" not in html


def test_markup_in_words_stays_words(page):
    bands = REAL["_vocabulary/budget_bands.yml"].replace("Up to 100,000 baht", '<b>100,000 & \\"more\\"')
    problems = REAL["_vocabulary/problems.yml"].replace("en: Floods", "en: '<i onclick=x>'")
    rule = REAL["_vocabulary/likeness.yml"].replace("Another type: {label}", "<script>{label}")
    changed = {"budget_bands": bands, "problems": problems, "likeness": rule}
    html = page("en", {f"_vocabulary/{name}.yml": text for name, text in changed.items()})
    assert "&lt;b&gt;100,000 &amp; &quot;more&quot;" in html
    assert "<i onclick" not in html
    assert html.count("<script") == 1


def test_library_has_a_door_to_the_page_before_its_ways_in(read_site):
    for locale, title in (("th", "อปท. ที่คล้ายเรา"), ("en", "An LAO like mine")):
        shown = read(lay_out(read_site(), f"stories/index.{locale}.md"), "stories/index.md")
        before, _ = re.split(r"\n## (?:เลือกดูตามที่สนใจ|Choose a way in)\n", shown)
        assert before.endswith(f"[{title}](stories/like-mine/)")
