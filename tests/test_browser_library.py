"""The library narrowed in the page: several things at once, counts that tell the truth, an address that keeps it all."""

import json
from urllib.parse import parse_qs, urlparse

import pytest


def shown(page) -> list[str]:
    """Return the ids of all stories that fit, one click for more after the other."""
    more = page.get_by_role("button", name="แสดงเพิ่ม").or_(page.get_by_role("button", name="Show more"))
    while more.is_visible():
        more.click()
    links = page.locator(".filters .cards b a").evaluate_all("found => found.map(link => link.pathname)")
    return [link.strip("/").split("/")[-1] for link in links]


def open_filters(page):
    page.click(".filters > button")
    page.wait_for_selector(".filters-form")


def stories(visited, language="th") -> dict[str, dict]:
    """Return id → facts of every story as the open index has them."""
    prefix = "" if language == "th" else "en/"
    root = visited.page.evaluate("new URL(document.documentElement.dataset.base + '/', location.href).href")
    columns = json.loads(visited.page.request.get(f"{root}{prefix}stories/index.json").text())["stories"]
    return {i: {name: column[row] for name, column in columns.items()} for row, i in enumerate(columns["id"])}


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("size", ["phone", "desk"])
def test_conditions_combine_and_every_count_is_what_is_shown(visit, address, language, size):
    seen = visit(f"{address}/{'' if language == 'th' else 'en/'}stories/", size)
    page, known = seen.page, stories(seen, language)
    open_filters(page)
    assert sorted(shown(page)) == sorted(known)
    for name, value in (("region", "south"), ("kind", "lao"), ("theme", "participation")):
        label = page.locator(f"select[name={name}] option[value={value}]").text_content()
        page.select_option(f"select[name={name}]", value)
        fit = [i for i, facts in known.items() if value in facts[name]]
        known = {i: known[i] for i in fit}
        assert label.endswith(f"({len(known)})")
        assert sorted(shown(page)) == sorted(known)
    assert len(known) >= 1
    assert str(len(known)) in page.inner_text(".filters-status")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.complaints == []


def test_value_that_would_leave_nothing_cannot_be_chosen(visit, address):
    page = visit(f"{address}/stories/?region=south").page
    page.wait_for_selector(".filters-form")
    assert page.locator("select[name=province] option[value='50']").is_disabled()
    assert page.locator("select[name=province] option[value='90']").is_enabled()


def test_address_keeps_the_choice_and_back_takes_it_off_step_by_step(visit, address):
    page = visit(f"{address}/stories/").page
    open_filters(page)
    page.select_option("select[name=theme]", "waste")
    page.select_option("select[name=region]", "east")
    assert parse_qs(urlparse(page.url).query) == {"theme": ["waste"], "region": ["east"]}
    both = shown(page)
    page.reload(wait_until="load")
    page.wait_for_selector(".filters-form")
    assert shown(page) == both
    page.go_back()
    page.wait_for_function("document.querySelector('select[name=region]').value === ''")
    assert page.input_value("select[name=theme]") == "waste"
    assert len(shown(page)) > len(both)
    page.click("text=ล้างเงื่อนไขทั้งหมด")
    assert urlparse(page.url).query == ""
    assert page.input_value("select[name=theme]") == ""


def test_back_from_a_story_shows_the_same_choice(visit, address):
    page = visit(f"{address}/en/stories/?theme=waste").page
    page.wait_for_selector(".filters .cards")
    before = shown(page)
    page.click(".filters .cards a >> nth=0")
    page.wait_for_url("**/en/stories/*/")
    page.go_back()
    page.wait_for_selector(".filters .cards")
    assert shown(page) == before


def test_filters_say_the_same_as_the_plain_page_of_the_facet(visit, address):
    page = visit(f"{address}/stories/?problem=flood").page
    page.wait_for_selector(".filters .cards")
    filtered = shown(page)
    page.goto(f"{address}/stories/problem/flood/")
    plain = page.locator(".cards b a").evaluate_all("found => found.map(link => link.pathname.split('/').at(-2))")
    assert filtered == plain


def test_words_of_an_address_that_the_library_lacks_are_left_out(visit, address):
    seen = visit(f"{address}/stories/?theme=nothing&region=south")
    seen.page.wait_for_selector(".filters .cards")
    assert seen.page.input_value("select[name=region]") == "south"
    assert len(shown(seen.page)) > 1
    assert seen.complaints == []


def test_chosen_stories_go_to_the_comparison(visit, address):
    page = visit(f"{address}/stories/?theme=waste").page
    page.wait_for_selector(".filters .cards")
    boxes = page.locator(".pick input")
    for number in range(4):
        boxes.nth(number).check()
    boxes.nth(4).click()
    assert not boxes.nth(4).is_checked()
    assert "4" in page.inner_text(".filters-status")
    boxes.nth(3).uncheck()
    chosen = shown(page)[:3]
    page.click(".compare-chosen")
    page.wait_for_url("**/stories/compare/**")
    assert parse_qs(urlparse(page.url).query)["ids"] == [",".join(chosen)]


def test_index_is_fetched_only_when_asked_for_and_its_failure_is_said(visit, address):
    seen = visit(f"{address}/stories/")
    assert not [url for url in seen.requests if url.endswith("index.json")]
    seen.page.context.set_offline(True)
    seen.page.click(".filters > button")
    seen.page.wait_for_selector(".filters-failed:not([hidden])")
    assert seen.page.is_visible(".all-stories .cards")
    seen.page.context.set_offline(False)
    seen.page.click(".filters > button")
    seen.page.wait_for_selector(".filters-form")
    assert seen.page.is_hidden(".all-stories")
