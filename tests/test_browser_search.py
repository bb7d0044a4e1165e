"""The search in a real browser: opened, asked, narrowed, shared, gone back to, by keyboard, on a phone, in both languages."""

import json
import re
from itertools import accumulate
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from conftest import SIZES, serious_faults
from playwright.sync_api import Page, expect
from serve_folder import serve_folder

PREFIX = {"th": "", "en": "en/"}
QUERY = {"th": "ขยะ", "en": "waste"}
FOUND = {"th": r"พบ ([\d,]+) หน้า", "en": r"([\d,]+) pages? found"}
NONSENSE = "xqzwv"
DIALOG = ".search-dialog[open]"


@pytest.fixture
def start(visit, address):
    """Return a function that opens a page and, with a query, the search."""

    def _start(language="th", size="desk", typed=None, path="plan/", **settings):
        seen = visit(f"{address}/{PREFIX[language]}{path}", size, **settings)
        if typed is not None:
            seen.page.keyboard.press("/")
            ask(seen.page, typed)
        return seen

    return _start


def ask(page: Page, typed: str) -> None:
    """Type a query and wait for its answer."""
    expect(page.locator(f"{DIALOG} input[type=search]")).to_be_focused()
    page.evaluate("document.querySelector('.search-status').textContent = 'waiting for the answer'")
    page.fill("#search-input", typed)
    settle(page)


def settle(page: Page) -> None:
    expect(page.locator(f"{DIALOG} .search-status")).not_to_have_text(re.compile("^$|กำลังค้น|Searching|^waiting"))


def total(page: Page, language: str = "th") -> int:
    """Return the number of pages that the search says it found."""
    return int(re.match(FOUND[language], page.inner_text(".search-status"))[1].replace(",", ""))


def all_results(page: Page) -> list[str]:
    """Return the addresses of all results, one click for more after the other."""
    while page.is_visible(".search-more"):
        count = page.locator(".search-results > li").count()
        page.click(".search-more")
        expect(page.locator(".search-results > li").nth(count)).to_be_visible()
    return page.locator(".search-title a").evaluate_all("all => all.map(e => e.pathname)")


def focused(page: Page) -> str:
    return page.evaluate(
        "document.activeElement.id || document.activeElement.innerText.trim() || document.activeElement.tagName"
    )


def query_of(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


# --- opening and closing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("key", ["/", "s", "click"])
def test_search_opens_by_button_and_by_keys_and_esc_gives_focus_back(start, language, key):
    page = start(language).page
    expect(page.locator(".search-dialog")).to_have_count(0)
    if key == "click":
        page.click("[data-search]")
    else:
        page.focus(".language-switch")
        page.keyboard.press(key)
    expect(page.locator(f"{DIALOG} input[type=search]")).to_be_focused()
    assert page.input_value("#search-input") == ""
    assert page.inner_text(f"{DIALOG} .search-form label") == {"th": "ค้นหาในเว็บนี้", "en": "Search this site"}[language]
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_have_count(0)
    assert page.evaluate("document.activeElement.matches('[data-search], .language-switch')")
    if key != "click":
        assert page.evaluate("document.activeElement.matches('.language-switch')")


def test_search_is_closed_by_its_button_and_opens_again_with_what_was_asked(start, address):
    page = start("en", typed="waste").page
    page.click(".search-close")
    expect(page.locator(DIALOG)).to_have_count(0)
    expect(page).to_have_url(f"{address}/en/plan/")
    page.keyboard.press("s")
    settle(page)
    assert page.input_value("#search-input") == "waste"
    assert total(page, "en") > 10


@pytest.mark.parametrize("key", ["/", "s"])
def test_key_is_typed_where_one_types(start, key):
    page = start(path="stories/like-mine/").page
    page.evaluate("document.querySelector('article').prepend(document.createElement('input'))")
    page.focus("article input")
    page.keyboard.press(key)
    assert page.input_value("article input") == key
    page.wait_for_timeout(200)
    assert page.locator(".search-dialog").count() == 0


@pytest.mark.parametrize("key", ["Control+/", "Control+s", "Alt+s"])
def test_key_with_control_or_alt_is_the_browsers_own(start, key):
    page = start().page
    page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.locator(".search-dialog").count() == 0


@pytest.mark.parametrize("language", ["th", "en"])
def test_nothing_of_the_search_is_fetched_before_it_is_opened_and_nothing_from_elsewhere_after(
    start, address, language
):
    seen = start(language)
    assert not [
        url
        for url in seen.requests
        if "pagefind" in url or re.search(r"/search(-engine|-words|-thai|-spelling)?\.(js|css)|words\.json", url)
    ]
    seen.page.keyboard.press("/")
    ask(seen.page, QUERY[language])
    assert any("/pagefind/pagefind.js" in url for url in seen.requests)
    assert {urlparse(url).netloc for url in seen.requests} == {urlparse(address).netloc}
    assert seen.complaints == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_page_of_the_search_helps_without_javascript_and_loads_nothing_before_it_is_opened(visit, address, language):
    url = f"{address}/{PREFIX[language]}search/"
    assert not [request for request in visit(url).requests if "pagefind" in request or "words.json" in request]
    page = visit(url, java_script_enabled=False).page
    assert page.locator("article a[href*=problem]").count() >= 20
    start_page = visit(f"{address}/{PREFIX[language]}", java_script_enabled=False).page
    start_page.click("[data-search]")
    assert start_page.url == url


# --- results -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["th", "en"])
def test_results_have_titles_marked_words_and_sections_that_exist(start, visit, address, language, size):
    page = start(language, size, QUERY[language]).page
    assert page.locator(".search-results > li").count() == 5
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], "scrolls sideways"
    assert page.evaluate("(body => body.scrollWidth - body.clientWidth)(document.querySelector('.search-body'))") == 0
    marks = page.locator(".search-results mark").all_inner_texts()
    assert len(marks) >= 5
    assert all(QUERY[language] in mark.lower() for mark in marks)
    assert page.locator(".search-results > li", has=page.locator("mark")).count() == 5
    links = page.locator(".search-sections a").evaluate_all("all => all.map(e => [e.href, e.innerText])")
    assert len(links) >= 3
    other = visit(f"{address}/").page
    for href, title in links[:6]:
        other.goto(href)
        heading = other.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1)))?.innerText")
        assert heading, href
        assert heading.replace("¶", "").strip() == title


@pytest.mark.parametrize("language", ["th", "en"])
def test_more_results_follow_until_all_are_shown(start, language):
    page = start(language, typed=QUERY[language]).page
    page.click(".search-more")
    expect(page.locator(".search-results > li")).to_have_count(10)
    sixth = page.locator(".search-title a").nth(5).inner_text()
    assert focused(page) == sixth
    shown = all_results(page)
    assert len(shown) == len(set(shown)) == total(page, language)
    assert all(path.startswith("/en/") == (language == "en") for path in shown)


def test_arrow_keys_move_through_results_and_enter_goes_to_the_first(start, address):
    page = start(typed="สัจจะวันละบาท").page
    titles = page.locator(".search-results a").all_inner_texts()
    page.keyboard.press("ArrowDown")
    assert focused(page) == titles[0]
    page.keyboard.press("ArrowDown")
    assert focused(page) == titles[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "search-input"
    page.keyboard.press("ArrowUp")
    assert focused(page) == "search-input"
    page.keyboard.press("Enter")
    expect(page.locator(".search-title a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/stories/khru-chob-satja/")


@pytest.mark.parametrize(
    ("language", "queries"),
    [
        ("th", ["จักสาน", "ขยะ", "ป่าชายเลน", "อบต", "อปท.", "ธกส", "แปดริ้ว", "คนแก่", "2554", "กองทุนเงินล้าน"]),
        ("en", ["waste", "SAO", "LAO", "BAAC", "garbadge", "Isan", "elderly"]),
    ],
)
def test_excerpt_is_of_whole_words_that_the_page_shows(start, language, queries):
    page = start(language).page
    page.keyboard.press("/")
    for query in queries:
        ask(page, query)
        shown = page.locator(".search-results > li > p:nth-child(2)").all_inner_texts()
        texts = page.evaluate(
            """async ([home, query]) => {
                const { openSearch } = await import("/assets/js/search-engine.js");
                const engine = await openSearch(new URL("/", location.href), new URL(home, location.href));
                const { results } = await engine.search(query);
                return Promise.all(results.slice(0, 5).map(async result => (await result.data()).raw_content));
            }""",
            [f"/{PREFIX[language]}", query],
        )
        assert len(shown) == len(texts) > 0
        for excerpt, text in zip(shown, texts, strict=True):
            assert not re.search("zz[a-z]{4}|คำค้นอื่น|Other words:", excerpt), query
            words = re.split(r"[\s\u200b]+", text)
            ends = {0, *accumulate(map(len, words))}
            told = re.sub(r"\s", "", excerpt).removesuffix("…")
            places = [match.start() for match in re.finditer(re.escape(told), "".join(words))]
            assert any(place in ends and place + len(told) in ends for place in places), (query, excerpt)


# --- filters and the address -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["th", "en"])
def test_filters_narrow_and_every_count_is_what_is_shown(start, language):
    page = start(language, typed=QUERY[language]).page
    everything = total(page, language)
    page.click(".search-filters summary")
    for name, value in (("page", "stories"), ("region", "south"), ("theme", "waste"), ("lao-type", "sao")):
        option = page.locator(f"select[name={name}] option[value={value}]")
        expect(option).to_have_text(re.compile(r"\(\d+\)$"))
        count = int(re.search(r"\((\d+)\)$", option.text_content())[1])
        assert 0 < count < everything
        page.select_option(f"select[name={name}]", value)
        expect(page.locator(".search-status")).to_have_text(
            re.compile(FOUND[language].replace(r"([\d,]+)", str(count)))
        )
        assert len(all_results(page)) == count
        page.select_option(f"select[name={name}]", "")
        expect(page.locator(".search-status")).to_have_text(
            re.compile(FOUND[language].replace(r"([\d,]+)", str(everything)))
        )


def test_filters_combine_and_offer_no_value_that_leaves_nothing(start):
    page = start(typed="ขยะ").page
    page.click(".search-filters summary")
    for choice in ("region", "province", "theme"):
        expect(page.locator(f"select[name={choice}] option:not([disabled])").nth(1)).to_have_text(
            re.compile(r"\(\d+\)$")
        )
        offered = page.locator(f"select[name={choice}] option:not([disabled])").evaluate_all(
            "all => all.filter(e => e.value).map(e => [e.value, Number(e.textContent.match(/[(](\\d+)[)]$/)[1])])"
        )
        if choice == "province":
            assert sum(count for _, count in offered) == total(page), "each story of the region is in one province"
        assert all(count > 0 for _, count in offered)
        value, count = max(offered, key=lambda one: one[1])
        page.select_option(f"select[name={choice}]", value)
        page.wait_for_timeout(300)
        expect(page.locator(".search-status")).to_have_text(re.compile(f"^พบ {count} หน้า"))
    assert len(all_results(page)) == count
    assert set(query_of(page)) == {"q", "q-region", "q-province", "q-theme"}


@pytest.mark.parametrize("language", ["th", "en"])
def test_address_keeps_query_and_filters(start, visit, language):
    page = start(language, typed=QUERY[language]).page
    page.click(".search-filters summary")
    page.select_option("select[name=page]", "stories")
    page.select_option("select[name=theme]", "waste")
    expect(page.locator("select[name=region] option[value=south]")).to_have_text(re.compile(r"\(\d+\)$"))
    settle(page)
    shown, said = all_results(page), page.inner_text(".search-status")
    assert query_of(page) == {"q": [QUERY[language]], "q-page": ["stories"], "q-theme": ["waste"]}
    for again in (visit(page.url).page, page):
        if again is page:
            again.reload()
        settle(again)
        expect(again.locator(".search-status")).to_have_text(said)
        assert all_results(again) == shown
        assert again.input_value("select[name=theme]") == "waste"
        assert again.is_visible("select[name=theme]")


def test_back_from_a_result_shows_the_results_again(start):
    page = start(typed="ธนาคารขยะ").page
    titles = page.locator(".search-title").all_inner_texts()
    page.locator(".search-title a").nth(1).click()
    page.wait_for_url("**/stories/**")
    page.go_back()
    settle(page)
    assert page.input_value("#search-input") == "ธนาคารขยะ"
    assert page.locator(".search-title").all_inner_texts() == titles


def test_result_on_the_page_one_is_on_leads_to_its_section(start):
    page = start(path="stories/prik-zero-waste/", typed="ปริก").page
    page.locator(".search-sections a").first.click()
    page.wait_for_timeout(300)
    assert urlparse(page.url).fragment
    assert not page.is_visible(DIALOG), "the search lies over what it leads to"


def test_closing_leaves_the_rest_of_the_address(start):
    page = start(path="stories/compare/?ids=prik-zero-waste,kiriwong", typed="ขยะ").page
    assert query_of(page) == {"ids": ["prik-zero-waste,kiriwong"], "q": ["ขยะ"]}
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("q="))
    assert query_of(page) == {"ids": ["prik-zero-waste,kiriwong"]}


def test_query_that_is_not_run_yet_is_not_run_after_closing(start):
    page = start(typed="ขยะ").page
    page.fill("#search-input", "จักสาน")
    page.keyboard.press("Escape")
    page.wait_for_timeout(500)
    assert query_of(page) == {}
    assert page.locator(DIALOG).count() == 0


# --- nothing found, misspelt, broken -----------------------------------------------------------------------


@pytest.mark.parametrize("language", ["th", "en"])
def test_nothing_found_leads_to_problems_and_other_ways(start, language):
    page = start(language, typed=NONSENSE).page
    assert (
        page.inner_text(".search-status")
        == {"th": f"ไม่พบหน้าที่มีคำว่า “{NONSENSE}”", "en": f"Nothing found for “{NONSENSE}”"}[language]
    )
    links = page.locator(".search-advice a").evaluate_all("all => all.map(e => e.href)")
    assert len(links) >= 25
    for href in links:
        assert page.request.get(href).status == 200, href
        assert urlparse(href).path.startswith(f"/{PREFIX[language]}")


@pytest.mark.parametrize(("language", "typed", "meant"), [("th", "NDP", "UNDP"), ("en", "hob", "Chob")])
def test_nearest_spelling_is_offered_and_runs(start, language, typed, meant):
    page = start(language, typed=typed).page
    assert page.locator(".search-results > li").count() == 0
    page.click(f".search-advice button:has-text('{meant}')")
    expect(page.locator("#search-input")).to_have_value(meant)
    expect(page.locator(".search-title").first).to_be_visible()
    assert page.is_hidden(".search-advice")
    assert query_of(page) == {"q": [meant]}


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [("th", "OTPO", "ค้นรวมถึง “OTOP”"), ("en", "comunity", "Also searched for “community”")],
)
def test_mended_query_is_said(start, language, typed, said):
    page = start(language, typed=typed).page
    assert said in page.inner_text(".search-status")
    assert page.locator(".search-results > li").count() >= 1
    assert page.input_value("#search-input") == typed


def test_query_that_needs_no_mending_says_nothing_of_it(start):
    page = start(typed="ขยะ").page
    assert re.fullmatch(FOUND["th"], page.inner_text(".search-status"))


@pytest.mark.parametrize(
    "typed",
    ['<img src=x onerror="window.ran=1">', "<b>หนี้</b> & \"ขยะ\" 'x'", "{query} %00 \\ $& ${1}", "&lt;script&gt;"],
)
@pytest.mark.parametrize("language", ["th", "en"])
def test_signs_in_a_query_are_shown_as_typed_and_nothing_runs(start, visit, language, typed):
    seen = start(language, typed=typed)
    page = seen.page
    assert page.input_value("#search-input") == typed
    assert page.locator(".search-dialog :is(b, img, script)").count() == 0
    if page.locator(".search-results > li").count() == 0:
        assert f"“{typed}”" in page.inner_text(".search-status")
    again = visit(page.url).page
    settle(again)
    assert again.input_value("#search-input") == typed
    assert again.inner_text(".search-status") == page.inner_text(".search-status")
    assert page.evaluate("window.ran") is None
    assert again.evaluate("window.ran") is None
    assert seen.complaints == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_without_a_connection_the_search_says_so_and_works_again_after(start, language):
    page = start(language, typed=QUERY[language]).page
    page.context.set_offline(True)
    page.fill("#search-input", {"th": "จักสาน", "en": "basketry"}[language])
    sentence = {"th": "ค้นไม่ได้ในตอนนี้ ตรวจสัญญาณอินเทอร์เน็ตแล้วลองใหม่", "en": "The search cannot be reached."}[language]
    expect(page.locator(".search-status")).to_contain_text(sentence)
    assert page.locator(".search-results > li").count() == 0
    page.context.set_offline(False)
    ask(page, {"th": "จักสาน ", "en": "basketry "}[language])
    assert page.locator(".search-results > li").count() > 0


@pytest.mark.parametrize("language", ["th", "en"])
def test_search_that_cannot_be_loaded_says_so_and_can_be_tried_again(start, language):
    page = start(language).page
    page.context.set_offline(True)
    page.click("[data-search]")
    sentence = {"th": "ค้นไม่ได้ในตอนนี้", "en": "The search cannot be reached."}[language]
    expect(page.get_by_role("status").filter(has_text=sentence)).to_be_visible()
    expect(page.locator(".md-dialog")).to_have_css("opacity", "1")
    page.context.set_offline(False)
    page.click("[data-search]")
    ask(page, QUERY[language])
    assert page.locator(".search-results > li").count() == 5


@pytest.mark.parametrize("missing", ["pagefind/pagefind.js", "search/words.json"])
def test_search_of_which_a_part_is_missing_says_so_and_can_be_tried_again(start, missing):
    page = start("en").page
    page.route(f"**/{missing}*", lambda route: route.abort())
    page.click("[data-search]")
    expect(page.locator(".md-dialog")).to_have_css("opacity", "1")
    page.unroute(f"**/{missing}*")
    page.click("[data-search]")
    ask(page, "waste")
    assert page.locator(".search-results > li").count() == 5


@pytest.mark.parametrize("language", ["th", "en"])
def test_slow_answer_does_not_replace_a_newer_one(start, language):
    page = start(language, typed=QUERY[language]).page
    first, second = {"th": ("ป่าชายเลน", "ลุงนิล"), "en": ("mangrove", "Uncle Nil")}[language]
    page.fill("#search-input", first)
    page.keyboard.press("Enter")
    page.fill("#search-input", second)
    page.keyboard.press("Enter")
    expect(page.locator(".search-title").first).to_contain_text(second)
    page.wait_for_timeout(500)
    expect(page.locator(".search-title").first).to_contain_text(second)


# --- for everybody, everywhere -----------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("typed", ["found", "nothing"])
def test_open_search_has_no_serious_fault(start, language, size, scheme, typed):
    seen = start(language, size, QUERY[language] if typed == "found" else NONSENSE, scheme=scheme)
    page = seen.page
    page.click(".search-filters summary")
    settle(page)
    assert serious_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    assert page.evaluate("(body => body.scrollWidth - body.clientWidth)(document.querySelector('.search-body'))") == 0
    box = page.locator(".search-dialog").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= SIZES[size][0]
    background = page.evaluate("getComputedStyle(document.querySelector('.search-dialog')).backgroundColor")
    light = sum(map(int, re.findall(r"\d+", background)[:3])) > 3 * 128
    assert light == (scheme == "light")
    assert seen.complaints == []


def test_search_fits_the_narrowest_phone(start):
    page = start("en", "phone", "waste").page
    page.set_viewport_size({"width": 320, "height": 568})
    page.click(".search-filters summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("(body => body.scrollWidth - body.clientWidth)(document.querySelector('.search-body'))") == 0
    for part in (".search-close", "#search-input", ".search-filters summary", "select[name=page]"):
        assert page.locator(part).bounding_box()["height"] >= 24, part


def test_answer_is_read_out_and_the_dialog_is_named(start):
    page = start("en", typed="waste").page
    assert page.get_by_role("dialog", name="Search this site").count() == 1
    assert page.get_by_role("status").filter(has_text="pages found").count() == 1
    assert page.get_by_role("searchbox", name="Search this site").count() == 1
    assert page.get_by_role("button", name="Close the search").count() == 1


@pytest.mark.parametrize("language", ["th", "en"])
def test_search_works_in_a_site_below_a_path(visit, real_site: Path, tmp_path: Path, language):
    (tmp_path / "porpiang").symlink_to(real_site)
    with serve_folder(tmp_path) as url:
        seen = visit(f"{url}/porpiang/{PREFIX[language]}stories/prik-zero-waste/")
        page = seen.page
        page.keyboard.press("/")
        ask(page, QUERY[language])
        links = page.locator(".search-results a").evaluate_all("all => all.map(e => e.pathname)")
        assert len(links) >= 8
        assert all(path.startswith(f"/porpiang/{PREFIX[language]}") for path in links)
        assert page.request.get(url + links[0]).status == 200
        ask(page, NONSENSE)
        advice = page.locator(".search-advice a").evaluate_all("all => all.map(e => e.pathname)")
        assert all(path.startswith(f"/porpiang/{PREFIX[language]}") for path in advice)
        assert all(urlparse(asked).path.startswith("/porpiang/") for asked in seen.requests)
        assert seen.complaints == []


# --- pages of problems -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["th", "en"])
def test_problems_have_pages_with_enough_to_read(real_site: Path, language):
    offered = json.loads((real_site / PREFIX[language] / "search" / "words.json").read_text(encoding="utf-8"))[
        "problems"
    ]
    assert len(offered) >= 25
    for problem, label in offered.items():
        html = (real_site / PREFIX[language] / "stories" / "problem" / problem / "index.html").read_text(
            encoding="utf-8"
        )
        article = re.search(r"<article.*</article>", html, re.DOTALL)[0]
        cards = re.findall(r'<ul class="cards">(.*?)</ul>', article, re.DOTALL)
        assert sum(part.count("<li>") for part in cards) >= 2, problem
        assert label in article
