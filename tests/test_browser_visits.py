"""Places to visit in a real browser: the map that leads to the list, the sheet on paper, the button that prints it."""

import re

import pytest
from conftest import SIZES

VISITS = ["huai-hong-khrai", "pid-thong", "umong", "wat-yan"]  # five questions each, the most there are


@pytest.mark.parametrize("path", ["visits/", "en/visits/huai-hong-khrai/"])
def test_page_does_not_scroll_sideways_on_the_narrowest_phone(visit, address, path):
    page = visit(f"{address}/{path}", "phone").page
    page.set_viewport_size({"width": 320, "height": 568})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("size", SIZES)
def test_map_is_used_by_keyboard_and_leads_to_the_places_of_a_province(visit, address, size):
    page = visit(f"{address}/en/visits/", size).page
    page.locator(".province-map a", has=page.locator("title", has_text=re.compile("^Pathum Thani: 2 places$"))).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#province-13")
    line = page.locator("#province-13")
    assert line.evaluate("line => line.matches(':target')")
    assert line.locator("a").count() == 2


def test_button_prints_the_page(visit, address):
    page = visit(f"{address}/en/visits/umong/", "phone").page
    page.evaluate("window.print = () => document.body.dataset.printed = 'once'")
    page.get_by_role("button", name="Print the visit sheet").click()
    assert page.get_attribute("body", "data-printed") == "once"


def test_reader_without_javascript_has_no_button_but_is_told_of_the_sheet(address, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/visits/umong/")
    assert page.get_by_text("Printed, this page becomes an A4 sheet").is_visible()
    assert page.get_by_role("button", name="Print the visit sheet").count() == 0
    assert page.get_by_text("What would fail at home, and why?").is_visible()
    context.close()


def test_paper_shows_the_sheet_and_nothing_else(visit, address):
    page = visit(f"{address}/en/visits/umong/").page
    assert not page.get_by_text("Written by").is_visible()
    page.emulate_media(media="print")
    shown = page.locator("article > :visible").all()
    assert [part.evaluate("part => part.localName") for part in shown] == ["h1", "section"]
    assert page.get_by_text("Written by").is_visible()
    assert not page.get_by_role("button", name="Print the visit sheet").is_visible()
    boxes, lines = (
        page.evaluate(
            f"[...document.querySelectorAll('{items}')].map(item => getComputedStyle(item, '{part}').borderTopWidth)"
        )
        for items, part in ((".look-at li", "::before"), (".questions li", "::after"))
    )
    assert len(boxes) == 3
    assert len(lines) == 5 + 3
    assert all(width not in ("", "0px") for width in boxes + lines)


@pytest.mark.parametrize("name", VISITS)
@pytest.mark.parametrize("language", ["", "en/"])
def test_sheet_fits_on_one_page_of_a4(visit, address, language, name):
    pdf = visit(f"{address}/{language}visits/{name}/").page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    (width, height) = (float(side) for side in re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf).groups())
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
