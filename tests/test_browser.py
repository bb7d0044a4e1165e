"""Every type of page in a real browser: both languages, light and dark, a phone's width and a desk's."""

import re
from pathlib import Path
from urllib.parse import urlparse

import pytest
from conftest import DOCS, KNOWN_SAFE, SIZES, serious_faults
from playwright.sync_api import Page

PAGES = {
    "home": "",
    "plan": "plan/",
    "founding-text": "plan/source/",
    "strategy": "plan/s4/",
    "coverage": "plan/coverage/",
    "activity": "activities/s3-1-5/",
    "library": "stories/",
    "library-page-2": "stories/page/2/",
    "like-mine": "stories/like-mine/",
    "story": "stories/prik-zero-waste/",
    "province": "stories/province/90/",
    "empty-facet": "stories/lao-type/special/",
    "knowledge": "knowledge/",
    "article": "knowledge/philosophy/",
    "courses": "curricula/",
    "course": "curricula/leaders/",
    "module": "curricula/leaders/household-account/",
    "test": "curricula/leaders/post-test/",
    "visits": "visits/",
    "visit": "visits/huai-hong-khrai/",
    "contribute": "contribute/",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_page_stands_in_the_browser(visit, address, name, language, size, scheme):
    prefix = "" if language == "th" else "en/"
    seen = visit(f"{address}/{prefix}{PAGES[name]}", size, scheme)
    page = seen.page
    assert seen.complaints == []
    assert {urlparse(url).netloc for url in seen.requests} == {urlparse(address).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], "scrolls sideways"
    assert page.get_attribute("html", "lang") == language
    assert page.locator("h1").count() == 1
    assert serious_faults(page) == []


def glyph_widths(page: Page, text: str) -> list[float]:
    """Return the drawn width of a text in the page's font, and in a font that nobody has."""
    return page.evaluate(
        """async text => {
            await document.fonts.ready;
            const context = document.createElement("canvas").getContext("2d");
            return ["40px Sarabun", "40px no-such-font"].map(font => {
                context.font = font;
                return context.measureText(text).width;
            });
        }""",
        text,
    )


def test_thai_is_drawn_with_our_own_font(visit, address):
    seen = visit(f"{address}/")
    fonts = [url for url in seen.requests if url.endswith(".woff2")]
    assert any("sarabun-thai-400" in url for url in fonts)
    assert seen.page.evaluate("document.fonts.check('16px Sarabun', 'กิ่งไผ่')")
    ours, without = glyph_widths(seen.page, "เศรษฐกิจพอเพียง")
    assert ours != without, "without the site's font this machine draws the same boxes"


def test_english_page_does_not_fetch_bold_thai_it_does_not_show(visit, address):
    seen = visit(f"{address}/en/stories/prik-zero-waste/")
    assert not any("sarabun-thai-700" in url for url in seen.requests)


@pytest.mark.parametrize(
    ("here", "there"), [("stories/province/90/", "en/stories/province/90/"), ("en/plan/s2/", "plan/s2/")]
)
def test_language_switch_leads_to_the_same_page(visit, address, here, there):
    page = visit(f"{address}/{here}").page
    page.click(".language-switch")
    assert page.url == f"{address}/{there}"


@pytest.mark.parametrize("size", SIZES)
def test_map_is_used_by_keyboard_and_leads_to_a_province(visit, address, size):
    page = visit(f"{address}/stories/", size).page
    songkhla = page.locator(".province-map a", has=page.locator("title", has_text=re.compile("^สงขลา")))
    songkhla.focus()
    assert page.evaluate("document.activeElement.querySelector('title').textContent").startswith("สงขลา: ")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/stories/province/90/")
    assert page.locator(".cards > li").count() >= 1


def test_map_says_the_same_as_the_list_beside_it(visit, address):
    page = visit(f"{address}/en/stories/").page
    titles = page.locator(".province-map title").all_text_contents()
    on_map = {name: int(count.split()[0]) for name, count in (title.split(": ") for title in titles)}
    listed = page.evaluate(
        """[...document.querySelectorAll(".province-list a")].filter(a => a.nextSibling && !a.closest("b"))
            .map(a => [a.textContent, parseInt(a.nextSibling.textContent)])"""
    )
    assert len(on_map) == 77
    assert dict(listed) == on_map


def test_reader_without_javascript_finds_a_story_by_facet(visit, address):
    page = visit(f"{address}/stories/", java_script_enabled=False).page
    page.click(".ways a:has-text('จัดการขยะ')")
    page.click(".cards a:has-text('ปริก')")
    assert page.inner_text("h1").startswith("เทศบาลตำบลปริก")
    assert "สงขลา" in page.inner_text(".fact-box")


def test_dark_scheme_is_chosen_and_remembered(visit, address):
    page = visit(f"{address}/").page
    page.click("label[for=__palette_1]")
    page.click("label[for=__palette_2]")
    page.goto(f"{address}/plan/", wait_until="load")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"


def test_menu_on_a_phone_opens_and_leads_on(visit, address):
    page = visit(f"{address}/", "phone").page
    page.click("header label[for=__drawer]")
    page.click(".md-nav--primary a:has-text('คลังแบบอย่าง')")
    page.wait_for_url(f"{address}/stories/")


def test_menu_on_a_phone_opens_by_keyboard(visit, address):
    page = visit(f"{address}/", "phone").page
    assert page.is_hidden(".md-nav--primary")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "__drawer"
    page.keyboard.press("Space")
    assert page.is_visible(".md-nav--primary a:has-text('คลังแบบอย่าง')")


def test_script_put_into_a_page_does_not_run(visit, address):
    page = visit(f"{address}/stories/prik-zero-waste/").page
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.querySelector("article").append(script);
            document.querySelector("article").insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = true'>");
        }"""
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("language", ["th", "en"])
def test_missing_page_is_told_in_both_languages(visit, address, language):
    prefix = "" if language == "th" else "en/"
    seen = visit(f"{address}/{prefix}no-such-page/")
    assert "ไม่พบหน้านี้" in seen.page.inner_text("body")
    assert "Page not found" in seen.page.inner_text("body")
    assert [text for text in seen.complaints if not text.startswith(KNOWN_SAFE)] == []


@pytest.mark.parametrize("path", ["", "stories/", "plan/coverage/", "stories/prik-zero-waste/"])
def test_interface_of_a_thai_page_is_thai(visit, address, path):
    page = visit(f"{address}/{path}").page
    words = page.evaluate(
        """[...document.querySelectorAll("header, .md-tabs, .md-sidebar, footer, .md-top, [data-md-component=skip]")]
            .map(part => part.innerText + [...part.querySelectorAll("*")]
                .map(e => ["title", "aria-label", "alt"].map(name => e.getAttribute(name) || "").join(" ")).join(" "))
            .join(" ")"""
    )
    latin = set(re.findall(r"[A-Za-z]{2,}", words)) - {"English", "CC", "BY", "Natural", "Earth"}
    assert latin == set()


def test_story_prints_on_paper_without_the_frame(visit, address, tmp_path: Path):
    page = visit(f"{address}/stories/prik-zero-waste/").page
    page.emulate_media(media="print")
    assert page.is_hidden("header")
    assert page.is_hidden("footer")
    assert page.is_visible("h1")
    page.pdf(path=str(tmp_path / "story.pdf"), format="A4")
    assert (tmp_path / "story.pdf").stat().st_size > 10_000


def test_real_docs_are_what_is_tested():
    assert (DOCS / "stories" / "prik-zero-waste.th.md").exists()
