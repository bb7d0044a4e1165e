"""An LAO like mine in a real browser: asked, answered with reasons, shared, gone back, without a mouse or a request."""

import json
import re
from urllib.parse import urlparse

import pytest
from conftest import ROOT, SIZES, serious_faults

SHARED = json.loads((ROOT / "tests" / "likeness_vectors.json").read_text(encoding="utf-8"))
QUESTION = {"lao-type": "sao", "province": "90", "problem": "debt", "budget": "small", "size": "medium"}
QUERY = "?lao-type=sao&province=90&problem=debt&budget=small&size=medium"
PREFIXES = {"th": "", "en": "en/"}


@pytest.fixture
def ask(visit, address):
    """Return a function that opens the page in a language, answers questions and waits for the stories."""

    def _ask(language="th", size="desk", answers=QUESTION, **settings):
        seen = visit(f"{address}/{PREFIXES[language]}stories/like-mine/", size, **settings)
        for name, value in answers.items():
            seen.page.select_option(f"#ask-{name}", value)
        seen.page.click(".like-mine form button")
        seen.page.wait_for_selector(".found ol > li" if answers else ".like-mine .status:not(:empty)")
        return seen

    return _ask


def ids(page):
    return page.evaluate(
        """[...document.querySelectorAll(".found ol > li b > a")].map(link => link.pathname.split("/").slice(-2)[0])"""
    )


def status(page):
    return page.inner_text(".like-mine .status")


def answered(page):
    """Return the answers that the form shows."""
    return page.evaluate(
        """Object.fromEntries([...document.querySelectorAll(".like-mine select")].map(s => [s.name, s.value]))"""
    )


def test_script_ranks_as_every_vector_says(visit, address):
    page = visit(f"{address}/stories/like-mine/").page
    found = page.evaluate(
        """async ({ rule, vectors, module }) => {
            const { most, rank } = await import(module);
            return vectors.map(({ question, stories }) => [rank(question, stories, rule), most(question, rule)]);
        }""",
        SHARED | {"module": f"{address}/assets/js/likeness.js"},
    )
    for vector, (ranked, total) in zip(SHARED["vectors"], found, strict=True):
        assert ranked == vector["expected"], vector["name"]
        assert total == vector["most"], vector["name"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", PREFIXES)
def test_answers_are_found_with_reasons_for_and_against(ask, language, size, scheme):
    seen = ask(language, size, scheme=scheme)
    page = seen.page
    page.click("details summary")
    assert seen.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], "scrolls sideways"
    assert page.locator(".found ol > li").count() == 10
    first = page.locator(".found ol > li").first
    assert first.locator(".about").inner_text().count(" · ") >= 2
    for_it, against = ({"th": "เข้ากับเราตรงที่", "en": "Fits us because"}, {"th": "ต่างจากเรา", "en": "Differs from us"})
    assert for_it[language] in first.locator(".for").inner_text()
    assert against[language] in first.locator(".against").inner_text()
    assert re.search({"th": r"ได้ \d+ จาก 15 คะแนน", "en": r"\d+ of 15 points"}[language], first.inner_text())
    assert "{" not in page.inner_text(".like-mine")
    assert serious_faults(page) == []


def test_every_story_has_a_reason_line_for_every_fact_and_the_sum_of_its_points(ask, address):
    page = ask().page
    rule = page.evaluate(f"fetch('{address}/data/like-mine.json').then(answer => answer.json())")
    points = {name: found["points"] for outcomes in rule["criteria"].values() for name, found in outcomes.items()}
    for card in page.locator(".found ol > li").all():
        sides = {
            side: [line.get_attribute("data-outcome") for line in card.locator(f".{side} li").all()]
            for side in ("for", "against")
        }
        names = sides["for"] + sides["against"]
        assert len(names) == len(QUESTION) + 1
        assert all(points[name] > 0 for name in sides["for"])
        assert all(points[name] <= 0 for name in sides["against"])
        total = sum(points[name] for name in names)
        assert card.locator(".score").inner_text() == f"ได้ {total} จาก 15 คะแนน"


def test_reasons_name_what_they_speak_of(ask):
    page = ask(answers={"province": "90", "problem": "waste"}).page
    first = page.locator(".found ol > li").first.inner_text()
    assert "อยู่จังหวัดเดียวกัน: สงขลา" in first
    assert "ปัญหาหลักเดียวกัน: ขยะล้น" in first
    assert "ไม่ทราบว่าใช้เงินเท่าไร" not in first, "a fact left out is named"
    assert "จาก 8 คะแนน" in first


def test_costs_are_given_in_figures(ask):
    page = ask("en", answers={"budget": "large"}).page
    shown = page.locator("[data-outcome=budget-within]").all_inner_texts()
    assert shown
    assert all(re.fullmatch(r"Cost [\d,.]+ baht, within our budget", line) for line in shown)


def test_address_holds_the_answers_and_the_back_button_returns_to_them(ask):
    page = ask().page
    start = page.url.partition("?")[0]
    assert page.url == start + QUERY
    before = ids(page)
    page.select_option("#ask-problem", "waste")
    page.select_option("#ask-size", "")
    page.click(".like-mine form button")
    page.wait_for_selector(".found ol:not(:has([data-outcome^=size])) > li")
    assert page.url == f"{start}?lao-type=sao&province=90&problem=waste&budget=small"
    after = ids(page)
    assert after
    assert after != before
    page.go_back()
    page.wait_for_selector("[data-outcome^=size]")
    assert (page.url, ids(page), answered(page)) == (start + QUERY, before, QUESTION)
    page.go_back()
    page.wait_for_selector(".like-mine .found", state="hidden")
    assert page.url == start
    assert set(answered(page).values()) == {""}
    page.go_forward()
    page.wait_for_selector(".found ol > li")
    assert ids(page) == before


@pytest.mark.parametrize("language", PREFIXES)
def test_shared_address_shows_the_same_stories(ask, visit, address, language):
    first = ids(ask(language).page)
    page = visit(f"{address}/{PREFIXES[language]}stories/like-mine/{QUERY}").page
    page.wait_for_selector(".found ol > li")
    assert ids(page) == first
    assert answered(page) == QUESTION


def test_reader_comes_back_from_a_story_to_the_same_answer(ask, address):
    page = ask().page
    before = ids(page)
    page.click(".found ol > li b > a")
    page.wait_for_url(f"{address}/stories/{before[0]}/")
    page.go_back()
    page.wait_for_selector(".found ol > li")
    assert ids(page) == before


def test_address_with_strange_answers_says_which_to_choose_again(visit, address):
    page = visit(f"{address}/stories/like-mine/?province=999&problem=debt&budget=<b>").page
    page.wait_for_selector(".found ol > li")
    assert status(page) == "ที่อยู่ของหน้านี้มีคำตอบที่เว็บไม่รู้จัก เลือกข้อนี้ใหม่แล้วกดปุ่ม: จังหวัด · งบที่ใช้ได้"
    assert answered(page) == dict.fromkeys(QUESTION, "") | {"problem": "debt"}


@pytest.mark.parametrize(
    ("language", "told"),
    [("th", "เลือกอย่างน้อยหนึ่งข้อ แล้วกดปุ่มอีกครั้ง"), ("en", "Choose at least one fact, then press the button again.")],
)
def test_question_without_a_fact_asks_for_one(ask, language, told):
    seen = ask(language, answers={})
    assert status(seen.page) == told
    assert seen.page.is_hidden(".found")
    assert not any("index.json" in url for url in seen.requests)


@pytest.mark.parametrize("language", PREFIXES)
def test_only_the_two_files_of_the_site_are_asked_for_and_only_when_the_reader_asks(visit, address, language):
    start = f"{address}/{PREFIXES[language]}stories/"
    seen = visit(f"{start}like-mine/")
    seen.page.wait_for_selector(".like-mine form button:enabled")
    opened = len(seen.requests)
    assert not any(url.endswith(".json") for url in seen.requests)
    requests = []
    seen.page.on("request", lambda request: requests.append(request))
    for problem in ("debt", "waste"):
        seen.page.select_option("#ask-problem", problem)
        seen.page.click(".like-mine form button")
        seen.page.wait_for_selector(".found ol > li")
    later = [url for url in seen.requests[opened:] if not url.endswith((".woff2", "/mark.svg"))]
    assert sorted(later) == sorted([f"{start}index.json", f"{address}/data/like-mine.json"])
    seen.page.click(".found ol > li b > a")
    seen.page.wait_for_url(re.compile(rf"{start}[a-z0-9-]+/$"))
    assert {urlparse(url).netloc for url in seen.requests} == {urlparse(address).netloc}
    assert not any("?" in url for url in seen.requests)
    told = [request.all_headers().get("referer", "") for request in requests]
    assert not any("problem=" in referrer for referrer in told), "the answers are passed on with a request"


def test_keyboard_is_enough(visit, address):
    page = visit(f"{address}/stories/like-mine/", "phone").page
    page.wait_for_selector(".like-mine form button:enabled")
    page.focus("#ask-lao-type")
    for key in ("Tab", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.id") == "ask-problem"
    page.keyboard.press("ArrowDown")
    assert page.input_value("#ask-problem")
    for key in ("Tab", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    page.wait_for_selector(".found ol > li")
    page.wait_for_function("document.activeElement.tagName === 'H2'")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 48, "the header hides the heading"
    assert page.inner_text(".found h2").startswith("แบบอย่าง ")
    page.focus(".found > button")
    page.keyboard.press("Enter")
    eleventh = page.locator(".found ol > li b > a").nth(10)
    assert eleventh.evaluate("link => link === document.activeElement")


def test_stories_come_ten_at_a_time_until_there_are_no_more(ask, address):
    page = ask().page
    total = page.evaluate(f"fetch('{address}/stories/index.json').then(a => a.json()).then(i => i.stories.id.length)")
    assert total > 20
    assert str(total) in page.inner_text(".found h2")
    for shown in range(10, total, 10):
        assert page.locator(".found ol > li").count() == shown
        assert page.inner_text(".found > button") == f"ดูต่ออีก {min(10, total - shown)} เรื่อง"
        page.click(".found > button")
    assert len(set(ids(page))) == total
    assert page.is_hidden(".found > button")


def test_first_two_are_offered_for_comparison(ask, address):
    page = ask("en").page
    link = page.locator(".found .compare a")
    assert link.evaluate("a => a.href") == f"{address}/en/stories/compare/?ids={','.join(ids(page)[:2])}"


def test_line_that_breaks_is_told_and_the_button_tries_again(visit, address):
    seen = visit(f"{address}/stories/like-mine/")
    seen.page.route("**/index.json", lambda route: route.abort())
    seen.page.select_option("#ask-problem", "debt")
    seen.page.click(".like-mine form button")
    seen.page.wait_for_function("document.querySelector('.status').textContent.startsWith('อ่านข้อมูลไม่ได้')")
    assert seen.page.is_hidden(".found")
    seen.page.unroute("**/index.json")
    seen.page.click(".like-mine form button")
    seen.page.wait_for_selector(".found ol > li")
    assert status(seen.page) == ""


def test_reader_without_javascript_finds_the_lists(visit, address):
    page = visit(f"{address}/stories/like-mine/", "phone", java_script_enabled=False).page
    assert page.is_hidden(".like-mine form")
    assert "JavaScript" in page.inner_text("article")
    page.click("details summary")
    assert page.is_visible("details table")
    page.click("article a:has-text('ตามประเภท อปท.')")
    assert page.url == f"{address}/stories/#facet-lao-type"


def test_library_leads_to_the_page(visit, address):
    page = visit(f"{address}/en/stories/", "phone").page
    page.click("article a:has-text('An LAO like mine')")
    page.wait_for_url(f"{address}/en/stories/like-mine/")
