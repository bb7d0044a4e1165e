"""The comparison in a real browser: the same facts as the stories' pages, the address as its only memory, on paper."""

import csv
import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlparse

import pytest
from conftest import DOCS, KNOWN_SAFE, SIZES, serious_faults
from playwright.sync_api import Page, expect
from porpiang.assembly import Assembly, assemble, read_files
from porpiang.dates import day, year
from porpiang.geography import provinces
from porpiang.pages.compare import ROWS

PREFIX = {"th": "", "en": "en/"}
TWO = ("prik-zero-waste", "thungsong-flood")
FIVE = (*TWO, "kiriwong", "maetha-organic", "limthong-water")


@pytest.fixture(scope="module")
def real() -> Assembly:
    """Read the real content."""
    return assemble(read_files(DOCS))


@pytest.fixture
def compare(visit, address):
    """Return a function that opens the comparison of stories and waits until none is still being fetched."""

    def _compare(ids="", language="th", size="desk", **settings):
        query = f"?ids={','.join(ids) if isinstance(ids, tuple) else ids}" if ids else ""
        seen = visit(f"{address}/{PREFIX[language]}stories/compare/{query}", size, **settings)
        settle(seen.page)
        return seen

    return _compare


def settle(page: Page) -> None:
    expect(page.locator(".compare")).to_have_count(1)
    expect(page.locator(".compare[hidden]")).to_have_count(0)
    loading = page.evaluate("document.querySelector('[data-says=loading]').content.textContent")
    expect(page.locator(".chosen", has_text=loading)).to_have_count(0)


def columns(page: Page) -> list[dict[str, str]]:
    """Return what each column says: row → text, its lines one after another."""
    return page.evaluate(
        """() => [...document.querySelectorAll("thead th + th")].map((head, i) => Object.fromEntries(
            [["title", head.innerText], ...[...document.querySelectorAll("tbody tr")]
                .map(row => [row.dataset.row, row.querySelectorAll("td")[i].innerText])]))"""
    )


def ids_in_address(page: Page) -> list[str]:
    return page.evaluate("(new URLSearchParams(location.search).get('ids') || '').split(',').filter(Boolean)")


def fullest(site: Assembly) -> str:
    """Return the id of the story of which most is known, so that every row has something to show."""

    def known(entry):
        story = entry.in_locale("th")
        facts = (story.people, story.cost, story.legal_basis, story.budget_source, story.weaknesses, story.not_for,
                 story.conditions.knowledge, story.conditions.virtue, story.years.start, story.lao, *story.awards[:1])  # fmt: skip
        return sum(fact is not None for fact in facts)

    return max(site.catalog.of("stories"), key=lambda entry: (known(entry), entry.id)).id


def expected(site: Assembly, story_id: str, locale: str) -> dict[str, list[str]]:
    """Return row → texts that must stand in its cell, from the catalog."""
    catalog = site.catalog
    story = catalog.entries["stories"][story_id].in_locale(locale)
    unknown, not_said = catalog.text("unknown", locale), catalog.text("compare_not_said", locale)

    def readings(found):
        if found is None:
            return [catalog.text("unknown_from_sources", locale)]
        return [f"{reading.text} ({catalog.text(f'basis_{reading.basis}', locale)})" for reading in found]

    def condition(found):
        return readings([found]) if found else [not_said]

    money = [f"{cost.baht:,.0f}" for cost in story.cost or [] if cost.baht is not None]
    grades = [catalog.label("evidence_grades", result.grade, locale) for result in story.results]
    return {
        "title": [story.title],
        "place": [provinces()[story.place.province].name(locale)],
        "kind": [catalog.label("story_kinds", story.kind, locale)],
        "lao": [story.lao or unknown, *([catalog.label("lao_types", story.lao_type, locale)] if story.lao_type else [])],
        "people": [f"{story.people:,}" if story.people else unknown],
        "years": [*([year(story.years.start, locale)] if story.years.start else []), story.years.note or ""],
        "cost": [text for cost in story.cost for text in (cost.item, cost.paid_by or "")] + money if story.cost else [unknown],
        "legal_basis": [story.legal_basis or unknown],
        "budget_source": [story.budget_source or unknown],
        "knowledge": condition(story.conditions.knowledge),
        "virtue": condition(story.conditions.virtue),
        "results": [text for pair in zip((r.text for r in story.results), grades, strict=True) for text in pair],
        "weaknesses": readings(story.weaknesses),
        "not_for": readings(story.not_for),
        "awards": [award.name for award in story.awards] or [not_said],
        "confidence": [catalog.text(f"confidence_{story.confidence}", locale),
                       catalog.text("compare_sources", locale, count=len(story.sources))],
        "reviewed_on": [day(story.reviewed_on, locale)],
    }  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_row_says_what_the_catalog_knows(compare, real, language, size):
    ids = (fullest(real), *[story for story in TWO if story != fullest(real)][:1])
    seen = compare(ids, language, size)
    shown = columns(seen.page)
    assert seen.complaints == []
    assert len(shown) == 2
    for story_id, column in zip(ids, shown, strict=True):
        assert list(column) == ["title", *(row.fact for row in ROWS)]
        wanted = expected(real, story_id, language)
        missing = [(row, text) for row, texts in wanted.items() for text in texts if text not in column[row]]
        assert missing == []
        assert [row for row, text in column.items() if not text.strip()] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("ids", [TWO, FIVE[:4], ("no-such-story", TWO[0])], ids=["two", "four", "unknown"])
def test_comparison_stands_in_the_browser(compare, address, ids, language, size, scheme):
    seen = compare(ids, language, size, scheme=scheme)
    page = seen.page
    assert [text for text in seen.complaints if not text.startswith(KNOWN_SAFE)] == []
    assert {urlparse(url).netloc for url in seen.requests} == {urlparse(address).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], "scrolls sideways"
    assert page.locator("[id]").count() == page.evaluate(
        "new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"
    )
    assert serious_faults(page) == []


def test_comparison_fits_the_narrowest_phone(compare):
    page = compare(TWO).page
    page.set_viewport_size({"width": 320, "height": 640})
    edges = page.locator("article :visible").evaluate_all("all => all.map(e => e.getBoundingClientRect().right)")
    assert max(edges) <= 320


def test_two_stories_stand_beside_each_other_below_the_name_of_the_row_on_a_phone(compare):
    page = compare(TWO, size="phone").page
    name, first, second = (page.locator("tr[data-row=kind] > *").nth(number).bounding_box() for number in range(3))
    assert name["width"] > 300
    assert name["y"] + name["height"] <= first["y"] + 1
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] <= second["x"] + 1
    assert second["x"] + second["width"] <= 360


def test_four_stories_scroll_in_their_own_frame_and_the_names_of_rows_stay(compare):
    page = compare(FIVE[:4], size="phone").page
    frame = page.locator(".side-by-side")
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth + 200")
    frame.evaluate("e => { e.scrollLeft = 300; }")
    name = page.locator("tr[data-row=kind] th span").bounding_box()
    assert 0 <= name["x"] < 60
    frame.focus()
    before = frame.evaluate("e => e.scrollLeft")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("before => document.querySelector('.side-by-side').scrollLeft < before", arg=before)


def test_titles_stay_in_sight_while_a_phone_scrolls_down_the_rows(compare):
    page = compare(TWO, size="phone").page
    page.locator("tr[data-row=awards]").scroll_into_view_if_needed()
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(200)
    title = page.locator("thead th a").first.bounding_box()
    assert 40 <= title["y"] <= 80


def test_links_lead_where_they_led_on_the_story_page(compare, address):
    page = compare(TWO, "en").page
    assert page.get_attribute("thead th a >> nth=0", "href") == f"{address}/en/stories/prik-zero-waste/"
    province = page.locator("tr[data-row=place] td").first.locator("a").first
    assert province.get_attribute("href") == f"{address}/en/stories/province/90/"
    sources = page.locator("tr[data-row=confidence] a").first
    assert sources.get_attribute("href") == f"{address}/en/stories/prik-zero-waste/#sources"
    sources.click()
    page.wait_for_url("**/prik-zero-waste/#sources")
    assert page.is_visible("#sources")


def test_story_page_leads_here_and_asks_for_a_second(visit, address):
    page = visit(f"{address}/stories/prik-zero-waste/", "phone").page
    page.click("text=เทียบกับเรื่องอื่น")
    page.wait_for_url("**/stories/compare/?ids=prik-zero-waste")
    settle(page)
    assert ids_in_address(page) == ["prik-zero-waste"]
    assert page.inner_text(".notes") == "เลือกอย่างน้อย 2 เรื่อง จึงจะเทียบกันได้"
    assert len(columns(page)) == 1
    assert page.is_visible("#picked")


def pick(page: Page, story_id: str) -> None:
    page.locator(f"#picked option[value={story_id}]").wait_for(state="attached")
    page.select_option("#picked", story_id)
    page.click(".picker button")
    settle(page)


def test_choice_is_in_the_address_and_the_back_button_undoes_it(compare):
    page = compare(TWO[:1]).page
    pick(page, "thungsong-flood")
    assert ids_in_address(page) == list(TWO)
    assert len(columns(page)) == 2
    assert page.inner_text(".happened").startswith("เพิ่ม “เทศบาลเมืองทุ่งสง")
    page.click("[data-removes=prik-zero-waste]")
    assert ids_in_address(page) == ["thungsong-flood"]
    assert page.inner_text(".happened").startswith("นำ “เทศบาลตำบลปริก")
    page.go_back()
    assert ids_in_address(page) == list(TWO)
    expect(page.locator("thead th")).to_have_count(3)
    page.go_back()
    expect(page.locator("thead th")).to_have_count(2)
    page.go_forward()
    expect(page.locator("thead th")).to_have_count(3)
    assert [column["title"][:12] for column in columns(page)] == ["เทศบาลตำบลปร", "เทศบาลเมืองท"]


def test_list_of_stories_is_fetched_only_when_it_is_needed(compare):
    seen = compare(TWO, "en")
    assert not any(url.endswith("/index.json") for url in seen.requests)
    seen.page.click("text=Add another story")
    pick(seen.page, "kiriwong")
    assert [urlparse(url).path for url in seen.requests if url.endswith(".json")] == ["/en/stories/index.json"]
    assert ids_in_address(seen.page) == [*TWO, "kiriwong"]
    assert seen.page.is_hidden("#picked")


def test_story_cannot_be_chosen_twice_and_four_leave_no_room(compare):
    page = compare(f"{TWO[0]},{TWO[0]},{TWO[1]},kiriwong").page
    assert ids_in_address(page).count(TWO[0]) == 2
    assert len(columns(page)) == 3
    page.click("[data-does=pick]")
    page.locator("#picked option[value=kiriwong]").wait_for(state="attached")
    assert page.locator("#picked option[value=kiriwong]").is_disabled()
    pick(page, "maetha-organic")
    assert len(columns(page)) == 4
    assert page.is_hidden("#picked")
    assert page.is_hidden("[data-does=pick]")
    assert page.evaluate("document.activeElement.dataset.removes") == "maetha-organic"


def test_list_offers_every_story_under_its_region(compare, real):
    page = compare(language="en").page
    page.locator("#picked optgroup").first.wait_for(state="attached")
    offered = page.locator("#picked option[value]:not([value=''])").evaluate_all("all => all.map(e => e.value)")
    assert sorted(offered) == sorted(entry.id for entry in real.catalog.of("stories"))
    group = page.locator("#picked option[value=prik-zero-waste]").evaluate("e => e.parentElement.label")
    assert group == "South"
    assert "Songkhla" in page.locator("#picked option[value=prik-zero-waste]").inner_text()


def test_everything_can_be_done_by_keyboard(compare):
    page = compare(TWO, "en").page
    page.focus("[data-removes=thungsong-flood]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.removes") == "prik-zero-waste"
    page.locator("#picked option[value=kiriwong]").wait_for(state="attached")
    page.focus("#picked")
    page.keyboard.type("Ban Khiri")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("thead th")).to_have_count(3)
    assert ids_in_address(page) == ["prik-zero-waste", "kiriwong"]
    assert page.evaluate("document.activeElement.dataset.does") == "pick"


@pytest.mark.parametrize("unknown", ["no-such-story", "compare", "<i>x", "../plan", "PRIK"])
def test_unknown_id_is_named_and_the_rest_stays(compare, unknown):
    page = compare((unknown, TWO[0]), "en").page
    assert f"There is no story with the id “{unknown}”" in page.inner_text(".notes")
    assert "Choose at least two stories" in page.inner_text(".notes")
    assert len(columns(page)) == 1
    pick(page, "kiriwong")
    assert ids_in_address(page) == ["prik-zero-waste", "kiriwong"], "the id that does not exist leaves the address"
    assert page.inner_text(".notes") == ""


def test_link_that_was_cut_short_offers_the_story_it_meant(compare):
    page = compare("thungsong-flood,prik-zero-was").page
    expect(page.locator("#picked")).to_have_value("prik-zero-waste")
    page.click(".picker button")
    expect(page.locator("thead th")).to_have_count(3)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("th", "ลิงก์นี้มีแบบอย่าง 5 เรื่อง แต่ตารางเทียบได้ครั้งละไม่เกิน 4 เรื่อง"),
        ("en", "This link names 5 stories. The table holds four"),
    ],
)
def test_of_five_ids_the_first_four_are_shown(compare, language, words):
    seen = compare(FIVE, language)
    assert words in seen.page.inner_text(".notes")
    heads = seen.page.locator("thead th a").evaluate_all("all => all.map(e => e.pathname.split('/').at(-2))")
    assert heads == list(FIVE[:4])
    assert not any("/limthong-water/" in url for url in seen.requests)


def test_story_that_cannot_be_fetched_is_named_and_can_be_tried_again(compare):
    page = compare(TWO[:1]).page
    page.route("**/stories/thungsong-flood/", lambda route: route.abort())
    pick(page, "thungsong-flood")
    assert "เปิดแบบอย่าง “เทศบาลเมืองทุ่งสง" in page.inner_text(".notes")
    assert len(columns(page)) == 1
    page.unroute("**/stories/thungsong-flood/")
    page.click("[data-does=retry]")
    expect(page.locator("thead th")).to_have_count(3)
    assert page.inner_text(".notes") == ""
    assert ids_in_address(page) == list(TWO)


def test_without_a_connection_the_list_says_so_and_can_be_tried_again(compare):
    page = compare(TWO, "en").page
    page.context.set_offline(True)
    page.click("text=Add another story")
    expect(page.locator(".notes")).to_contain_text("The list of stories could not be opened")
    assert len(columns(page)) == 2
    page.context.set_offline(False)
    page.click("button:has-text('Try again')")
    pick(page, "kiriwong")
    assert len(columns(page)) == 3


def test_story_only_in_thai_is_said_to_be_thai(compare):
    page = compare(TWO[:1], "en").page

    def answer(route):
        found = route.fetch(url=route.request.url.replace("/en/", "/"))
        route.fulfill(response=found)

    page.route("**/en/stories/thungsong-flood/", answer)
    pick(page, "thungsong-flood")
    assert page.locator("thead th >> nth=2").get_attribute("lang") == "th"
    assert page.locator("tr[data-row=place] td >> nth=1").locator("[lang=th]").count() == 1
    assert page.locator("tr[data-row=place] td >> nth=0").locator("[lang]").count() == 0
    assert page.locator(".chosen [lang=th]").count() == 1


def test_what_happens_is_read_out(compare):
    page = compare(TWO).page
    assert page.locator("article [role=status]").count() == 2
    page.evaluate(
        """() => { window.heard = []; new MutationObserver(() => heard.push(document.querySelector(".happened").innerText))
            .observe(document.querySelector(".happened"), {childList: true, subtree: true, characterData: true}); }"""
    )
    page.click("[data-removes=thungsong-flood]")
    assert page.evaluate("heard") == ["นำ “เทศบาลเมืองทุ่งสง ร่วมกับเครือข่ายแก้ปัญหาน้ำท่วม” ออกแล้ว"]


def test_cells_are_headed_by_their_row_and_column(compare):
    page = compare(TWO).page
    assert page.locator("table.comparison > caption").inner_text() == "เทียบแบบอย่าง 2 เรื่อง"
    assert page.locator("thead th[scope=col]").count() == 3
    assert page.locator("tbody th[scope=row]").count() == len(ROWS)
    for size in ((360, 740), (1280, 900)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        assert page.get_by_role("rowheader", name="สถานที่").count() == 1
        assert page.get_by_role("columnheader").count() == 3
        assert page.get_by_role("cell").count() == 2 * len(ROWS)


def test_other_language_compares_the_same_stories(compare):
    page = compare(TWO).page
    page.click(".language-switch")
    page.wait_for_url("**/en/stories/compare/?ids=prik-zero-waste,thungsong-flood")
    settle(page)
    assert columns(page)[0]["title"].startswith("Prik Subdistrict Municipality")


@pytest.mark.parametrize("language", ["th", "en"])
def test_without_javascript_the_page_says_how_to_get_the_same(visit, address, language):
    url = f"{address}/{PREFIX[language]}stories/compare/?ids=prik-zero-waste"
    page = visit(url, "phone", java_script_enabled=False).page
    assert page.is_hidden(".compare")
    assert "JavaScript" in page.inner_text("noscript")
    assert page.get_attribute("noscript a >> nth=0", "href") == "../../stories/"
    data = page.request.get(urljoin(url, page.get_attribute("noscript a >> nth=1", "href")))
    header = next(csv.reader([data.text().split("\r\n")[0]]))
    named = set(page.locator("noscript code").all_inner_texts())
    assert len(named) > 12
    assert named <= set(header)


@pytest.mark.parametrize(("language", "words"), [("th", "พิมพ์เมื่อ "), ("en", "Printed on ")])
@pytest.mark.parametrize("ids", [TWO, FIVE[:4]], ids=["two", "four"])
def test_table_prints_across_the_paper_in_black_on_white(compare, address, tmp_path: Path, ids, language, words):
    page = compare(ids, language, scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 1032, "height": 700})  # A4 landscape within its margins, at 96 dots an inch
    for part in ("header", "footer", ".chosen", ".tools", ".picker", ".notes", ".happened"):
        assert page.is_hidden(part), part
    assert page.evaluate("document.documentElement.scrollWidth") <= 1032
    assert page.locator("thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"
    colours = page.locator(".comparison :is(th, td, a, em, p)").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e).color + getComputedStyle(e).backgroundColor))]"
    )
    assert colours == ["rgb(0, 0, 0)rgba(0, 0, 0, 0)"]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    foot = page.inner_text("tfoot")
    assert foot.startswith(words)
    assert re.search(r"\d{4} (จาก|from) http", foot)
    assert re.findall(r"http\S+", foot) == [f"{address}/{PREFIX[language]}stories/{i}/" for i in ids]
    page.pdf(path=str(tmp_path / "table.pdf"), prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", (tmp_path / "table.pdf").read_bytes())
    assert 1 <= len(boxes) <= 4
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(842, 595)}


def test_print_button_prints(compare):
    page = compare(TWO).page
    page.evaluate("window.print = () => { window.printed = true; }")
    page.click("[data-does=print]")
    assert page.evaluate("window.printed")
    assert unescape(page.inner_text("[data-does=print]")) == "พิมพ์ตาราง"
