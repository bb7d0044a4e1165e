"""Taking a course in a real browser: quizzes, progress that the device keeps, tests before and after, paper."""

import json
from urllib.parse import urlparse

import pytest
from conftest import DOCS, SIZES, serious_faults
from playwright.sync_api import Page, expect
from porpiang.assembly import Assembly, assemble, read_files

PREFIX = {"th": "", "en": "en/"}
KEY = "porpiang.learning"
MODULE = "leaders/household-account"
FORBIDDEN = (
    """Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }})"""
)
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }"""


@pytest.fixture(scope="module")
def real() -> Assembly:
    """Read the real content, whose keys the learner of these tests knows."""
    return assemble(read_files(DOCS))


@pytest.fixture
def learn(visit, address):
    """Return a function that opens a page of the course for leaders; below is what stands after its address."""

    def _learn(below="", language="th", size="phone", **settings):
        seen = visit(f"{address}/{PREFIX[language]}curricula/leaders/{below}", size, **settings)
        settle(seen.page)
        return seen

    return _learn


def settle(page: Page) -> None:
    """Wait until the script has brought the page to life: its questions have buttons, its box of data is there."""
    expect(page.locator("quiz-item:not(:has(form)), .read-mark[hidden], .my-data[hidden]")).to_have_count(0)


def go(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)


def item(page: Page, number: int):
    return page.locator("quiz-item").nth(number)


def fill_in(asked, quiz, is_right: bool) -> None:
    """Answer a question rightly or wrongly, by its key."""
    if quiz.kind == "number":
        asked.locator("input").fill(f"{quiz.number.value + (0 if is_right else 7):g}")
    elif quiz.kind == "ordering":
        count = len(quiz.choices)
        wanted = [choice.id for choice in quiz.choices]
        for place in range(count):  # bring the choice for each place up to it
            choice = asked.locator(f"form [data-choice={(wanted if is_right else wanted[::-1])[place]}]")
            while choice.evaluate("e => [...e.parentElement.children].indexOf(e)") > place:
                choice.locator("[data-by='-1']").click()
    else:
        for choice in quiz.choices:
            box = asked.locator(f"form [data-choice={choice.id}] input")
            wanted = choice.right == is_right
            if wanted or quiz.kind == "multiple":
                box.set_checked(wanted)
                if quiz.kind == "single":
                    break


def check(asked) -> None:
    asked.locator("form > button").click()


def answer_all(page: Page, site: Assembly, language: str, is_right: bool = True) -> None:
    """Answer every question of a page."""
    modules = site.catalog.entries["modules"]
    for asked in page.locator("quiz-item").all():
        module, _, item_id = asked.get_attribute("data-item").partition("#")
        quiz = next(quiz for quiz in modules[module].in_locale(language).quiz if quiz.id == item_id)
        fill_in(asked, quiz, is_right)
        check(asked)


def stored(page: Page) -> dict:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "{}")


def quiz_of(site: Assembly, language: str):
    return site.catalog.entries["modules"][MODULE].in_locale(language).quiz


WORDS = {
    "th": ("เริ่มเรียน:", "เรียนต่อ:", "เรียนแล้ว 8 จาก 8 บท", "ก่อนเรียนตอบถูก 0 จาก 8 ข้อ (0%) หลังเรียนตอบถูก 16 จาก 16 ข้อ (100%)"),
    "en": ("Begin with:", "Go on with:", "8 of 8 modules done", "Before the course: 0 of 8 right (0%). After it: 16 of 16 right (100%)."),
}  # fmt: skip


@pytest.mark.parametrize("language", ["th", "en"])
def test_learner_takes_a_course_on_a_phone(learn, real, address, language):
    begin, go_on, all_modules, comparison = WORDS[language]
    seen = learn(language=language)
    page = seen.page
    course = page.url
    assert page.inner_text(".next-step b") == begin
    page.click(".next-step a")
    settle(page)
    assert urlparse(page.url).path.endswith("/leaders/pre-test/")
    answer_all(page, real, language, is_right=False)
    page.click(".neighbours b a")
    settle(page)
    assert urlparse(page.url).path.endswith("/leaders/enough-circle/")
    page.click(".read-mark button")
    for _ in range(7):
        page.click(".neighbours b a")
        settle(page)
        page.click(".read-mark button")
    go(page, course)
    assert page.inner_text(".how-far") == all_modules
    assert page.locator(".course-map .state").count() == 9
    assert page.inner_text(".next-step b") == go_on
    page.click(".next-step a")
    settle(page)
    answer_all(page, real, language)
    assert comparison in page.inner_text(".score")
    assert page.locator(".more a").get_attribute("href").endswith("/curricula/leaders/record/")
    go(page, course)
    assert page.locator(".course-map .state").count() == 10
    assert seen.complaints == []
    assert {urlparse(url).netloc for url in seen.requests} == {urlparse(address).netloc}


@pytest.mark.parametrize(
    ("language", "wrong", "partly", "right"),
    [
        ("th", "ไม่ถูก", "ยังไม่ครบหรือยังไม่ถูกทั้งหมด", "ถูกต้อง"),
        ("en", "Wrong", "Not all of it yet", "Right"),
    ],
)
def test_quiz_answered_wrong_then_right_says_why_each_time(learn, real, language, wrong, partly, right):
    page = learn("household-account/", language).page
    for number, quiz in enumerate(quiz_of(real, language)):
        asked = item(page, number)
        fill_in(asked, quiz, is_right=False)
        check(asked)
        said = asked.locator(".said")
        assert said.inner_text().startswith(wrong if quiz.kind in ("single", "number") else partly)
        chosen = [choice for choice in quiz.choices or [] if quiz.kind == "ordering" or not choice.right]
        reasons = [quiz.number.wrong] if quiz.number else [choice.feedback for choice in chosen]
        found = [reason for reason in reasons if reason in said.inner_text()]
        assert found == reasons if quiz.kind != "single" else len(found) == 1
        assert not asked.locator("details").get_attribute("open")
        check(asked)  # try again
        assert said.inner_text() == ""
        fill_in(asked, quiz, is_right=True)
        check(asked)
        assert said.inner_text().startswith(right)
    count = len(quiz_of(real, language))
    expect(page.locator(".score")).to_have_text(
        f"ถูก {count} จาก {count} ข้อ" if language == "th" else f"{count} of {count} right"
    )
    expect(page.locator(".read-mark button")).to_have_attribute("aria-pressed", "true")
    assert stored(page)["modules"][MODULE]["read"] is True


def test_choice_of_several_is_right_only_when_it_is_complete(learn, real):
    page = learn("household-account/", "en").page
    number, quiz = next((i, quiz) for i, quiz in enumerate(quiz_of(real, "en")) if quiz.kind == "multiple")
    first, *others = [choice for choice in quiz.choices if choice.right]
    asked = item(page, number)
    asked.locator(f"[data-choice={first.id}] input").check()
    check(asked)
    said = asked.locator(".said").inner_text()
    assert said.startswith("Not all of it yet")
    assert first.feedback in said
    assert not any(other.feedback in said for other in others)


@pytest.mark.parametrize("typed", ["720", "๗๒๐", " 720 บาท", "720.00", "+"])
def test_number_may_be_typed_as_people_write_it(learn, typed):
    page = learn("household-account/").page
    asked = item(page, 1)
    asked.locator("input").fill(typed)
    asked.locator("input").press("Enter")
    said = "พิมพ์คำตอบเป็นตัวเลขก่อน" if typed == "+" else "ถูกต้อง"
    assert asked.locator(".said").inner_text().startswith(said)


@pytest.mark.parametrize(
    ("typed", "said"), [("32,850", "Right"), ("๓๒,๘๕๐ baht", "Right"), ("32,85", "Type a number"), ("32.850", "Wrong")]
)
def test_comma_stands_between_thousands(learn, typed, said):
    page = learn("saving-welfare/", "en").page
    asked = page.locator("[data-kind=number]").filter(has=page.locator("[data-value='32850.0']"))
    asked.locator("input").fill(typed)
    check(asked)
    assert asked.locator(".said").inner_text().startswith(said)


def test_nothing_chosen_is_said_and_not_counted(learn):
    page = learn("household-account/", "en").page
    check(item(page, 0))
    assert item(page, 0).locator(".said").inner_text() == "Choose an answer first, then check it."
    assert page.inner_text(".score") == ""
    assert stored(page) == {}


def test_ordering_keeps_the_focus_and_says_the_new_place(learn):
    page = learn("household-account/", "en").page
    asked = page.locator("[data-kind=ordering]")
    last = asked.locator("form li").last
    text = last.locator("span").inner_text()
    last.locator("[data-by='-1']").focus()
    for place in (3, 2, 1, 1):
        page.keyboard.press("Enter")
        assert asked.locator(".said").inner_text() == f"“{text}” is now number {place} of 4"
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == f"Move “{text}” up"
    assert asked.locator("form li").first.locator("span").inner_text() == text


def test_everything_can_be_done_by_keyboard(learn):
    page = learn("household-account/", "en").page
    page.locator("quiz-item input").first.focus()
    page.keyboard.press("Space")  # the first choice, which is wrong
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert item(page, 0).locator(".said").inner_text().startswith("Wrong")
    page.keyboard.press("Enter")  # try again: the focus goes back to what was chosen
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert item(page, 0).locator(".said").inner_text().startswith("Right")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert item(page, 0).locator("details").get_attribute("open") is not None
    page.keyboard.press("Tab")
    page.keyboard.type("720")
    page.keyboard.press("Enter")
    assert item(page, 1).locator(".said").inner_text().startswith("Right")
    page.locator(".read-mark button").focus()
    page.keyboard.press("Space")
    expect(page.locator(".read-mark button")).to_have_attribute("aria-pressed", "true")
    assert stored(page)["modules"][MODULE]["read"] is True
    go(page, page.url.removesuffix("household-account/") + "pre-test/")
    page.locator("quiz-item input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.className") == "key", (
        "the button is gone, the focus is not"
    )
    go(page, page.url.removesuffix("pre-test/"))
    page.focus(".my-data summary")
    page.keyboard.press("Enter")
    page.focus("[data-does=delete]")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # the first button keeps everything
    assert page.evaluate("document.activeElement.dataset.does") == "delete"
    assert stored(page)["modules"][MODULE]["read"] is True


def test_reload_keeps_answers_of_modules_and_of_tests(learn, real):
    page = learn("household-account/").page
    answer_all(page, real, "th")
    item(page, 0).locator("form > button").click()  # tries again, but does not check
    page.reload()
    settle(page)
    before = [quiz.kind for quiz in quiz_of(real, "th")]
    assert page.locator(".said [data-right] > b:first-child").count() >= len(before)
    assert item(page, 1).locator("input").input_value() == "720"
    expect(page.locator(".score")).to_have_text(f"ถูก {len(before)} จาก {len(before)} ข้อ")
    go(page, page.url.removesuffix("household-account/") + "pre-test/")
    fill_in(item(page, 1), quiz_of(real, "th")[0], is_right=False)
    check(item(page, 1))
    page.reload()
    settle(page)
    assert item(page, 1).locator(".said").inner_text().startswith("ไม่ถูก")
    expect(page.locator(".score")).to_have_text("ตอบแล้ว 1 จาก 8 ข้อ ถูก 0 ข้อ")
    assert stored(page)["tests"] == {}, "a test that is not finished has no result"
    assert stored(page)["items"][f"{MODULE}#q1"]["right"] is True, "the test leaves the module's answers alone"


def test_result_of_a_test_is_kept_until_it_is_taken_again(learn, real):
    page = learn("pre-test/", "en").page
    answer_all(page, real, "en", is_right=False)
    result = stored(page)["tests"]["leaders"]["pre-test"]
    assert (result["right"], result["count"], result["version"], len(result["items"])) == (0, 8, "1.0", 8)
    assert page.locator("quiz-item form > button:visible").count() == 0, "the first answer counts"
    page.click(".more button")
    assert page.locator("quiz-item form > button:visible").count() == 8
    assert page.evaluate("document.activeElement.closest('quiz-item').dataset.item") == "leaders/enough-circle#q1"
    assert stored(page)["tests"]["leaders"]["pre-test"] == result
    answer_all(page, real, "en")
    assert stored(page)["tests"]["leaders"]["pre-test"]["right"] == 8


def test_test_after_the_course_says_when_there_is_nothing_to_compare_with(learn, real):
    page = learn("post-test/", "en").page
    answer_all(page, real, "en")
    assert "no result of the test before the course to compare with" in page.inner_text(".score")


def test_module_can_be_marked_and_unmarked_and_the_course_follows_without_reload(learn):
    page = learn().page
    other = page.context.new_page()
    go(other, f"{page.url}household-account/")
    other.click(".read-mark button")
    expect(page.locator(f"[data-module='{MODULE}'] .state")).to_have_text("เรียนแล้ว")
    expect(page.locator(".how-far")).to_have_text("เรียนแล้ว 1 จาก 8 บท")
    expect(page.locator(".next-step a")).to_have_text('วงเล่า "พอ" ของเรา')
    other.click(".read-mark button")
    expect(page.locator(".state")).to_have_count(0)
    assert stored(page)["modules"] == {}


def test_back_button_shows_what_was_done_meanwhile(learn):
    page = learn().page
    page.click(f"[data-module='{MODULE}'] a")
    settle(page)
    page.click(".read-mark button")
    page.go_back()
    expect(page.locator(f"[data-module='{MODULE}'] .state")).to_have_text("เรียนแล้ว")


@pytest.mark.parametrize("obstacle", [FORBIDDEN, FULL], ids=["forbidden", "full"])
@pytest.mark.parametrize(
    ("language", "words"), [("th", "เครื่องนี้เก็บคำตอบไม่ได้"), ("en", "This device cannot keep your answers")]
)
def test_device_that_keeps_nothing_says_so_and_learning_goes_on(visit, address, real, obstacle, language, words):
    seen = visit("about:blank", "phone")
    page = seen.page
    page.add_init_script(obstacle)
    go(page, f"{address}/{PREFIX[language]}curricula/leaders/household-account/")
    answer_all(page, real, language)
    count = len(quiz_of(real, language))
    assert words in page.inner_text(".score")
    assert str(count) in page.inner_text(".score").split("\n")[0], "the score is right although nothing is kept"
    expect(page.locator(".read-mark button")).to_have_attribute("aria-pressed", "true")
    assert words in page.inner_text(".read-mark [role=status]")
    assert seen.complaints == []


DATA = {
    "version": 1,
    "items": {f"{MODULE}#q1": {"answer": "b", "right": True, "on": "2026-01-05"}},
    "modules": {MODULE: {"read": True, "on": "2026-01-05"}},
    "tests": {"leaders": {"pre-test": {"items": {f"{MODULE}#q1": True}, "right": 5, "count": 8, "on": "2026-01-04", "version": "1.0"}}},
}  # fmt: skip


def bring_in(page: Page, content: str | bytes) -> str:
    """Bring a file in and return what the box says."""
    if page.locator(".my-data").get_attribute("open") is None:
        page.click(".my-data summary")
    said = page.locator(".my-data > [role=status]")
    said.evaluate("e => e.replaceChildren()")
    data = content.encode() if isinstance(content, str) else content
    page.set_input_files(".my-data input", {"name": "a.json", "mimeType": "application/json", "buffer": data})
    expect(said).not_to_be_empty()
    return said.inner_text()


def changed(**parts) -> str:
    return json.dumps(DATA | parts)


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "null", "[]", '"text"', b"\xff\xfe\x00", '{"version": 1}', '{"title": "something else"}',
        changed(version="1"), changed(items=[]), changed(items={"<img src=x>": {"answer": "a", "right": True, "on": "2026-01-05"}}),
        changed(items={f"{MODULE}#q1": {"answer": {}, "right": True, "on": "2026-01-05"}}),
        changed(modules={MODULE: True}), changed(modules={MODULE: {"read": True, "on": "yesterday"}}),
        changed(tests={"leaders": {"pre-test": {"right": 9, "count": 8, "items": {}, "on": "2026-01-05", "version": "1.0"}}}),
        '{"version": 1, "items": {}, "modules": {}, "tests": {}, "sheets": {"__proto__": 1}}',
    ],
)  # fmt: skip
def test_damaged_or_foreign_file_is_named_and_nothing_is_lost(learn, content):
    seen = learn(language="en")
    page = seen.page
    bring_in(page, json.dumps(DATA))
    before = stored(page)
    assert bring_in(page, content).startswith("This file cannot be read, or is not a file of learning data")
    page.reload()
    settle(page)
    assert stored(page) == before
    expect(page.locator(".how-far")).to_have_text("1 of 8 modules done")
    assert seen.complaints == []


def test_file_of_a_newer_site_is_named_as_such(learn):
    page = learn().page
    assert bring_in(page, changed(version=2)).startswith("ไฟล์นี้มาจากเว็บรุ่นใหม่กว่า")


def test_of_two_records_the_newer_stays(learn):
    page = learn(language="en").page
    bring_in(page, json.dumps(DATA))
    older = {"answer": "a", "right": False, "on": "2026-01-04"}
    newer = {"answer": "c", "right": False, "on": "2026-01-06"}
    bring_in(page, changed(items={f"{MODULE}#q1": older, f"{MODULE}#q5": newer}))
    bring_in(page, changed(items={f"{MODULE}#q5": older}))
    assert stored(page)["items"] == DATA["items"] | {f"{MODULE}#q5": newer}


def test_export_then_delete_then_import_restores_everything(learn, real):
    page = learn("pre-test/", "en").page
    answer_all(page, real, "en")
    course = page.url.removesuffix("pre-test/")
    go(page, f"{course}household-account/")
    answer_all(page, real, "en")
    go(page, course)
    before, shown = stored(page), page.inner_text(".course-map")
    page.click(".my-data summary")
    with page.expect_download() as download:
        page.click("[data-does=export]")
    assert download.value.suggested_filename.startswith("porpiang-20")
    content = download.value.path().read_text()
    page.click("[data-does=delete]")
    page.click("dialog button[value='']")
    assert stored(page) == before
    page.click("[data-does=delete]")
    page.click("dialog button[value=delete]")
    expect(page.locator(".my-data > [role=status]")).to_have_text(
        "Deleted. This device keeps no learning data any more."
    )
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    expect(page.locator(".state")).to_have_count(0)
    assert bring_in(page, content) == "The data of the file has been added to what was on the device."
    assert stored(page) == before
    assert page.inner_text(".course-map") == shown
    go(page, f"{course}pre-test/")
    expect(page.locator(".score")).to_have_text("8 of 8 right")


def test_damaged_data_on_the_device_is_put_aside_and_said(learn):
    page = learn(language="en").page
    page.evaluate(f"localStorage.setItem('{KEY}', '{{half')")
    page.reload()
    settle(page)
    assert "was damaged and could not be read" in page.inner_text(".my-data > [role=status]")
    assert page.evaluate(f"localStorage.getItem('{KEY}.unreadable')") == "{half"
    go(page, f"{page.url}household-account/")
    page.click(".read-mark button")
    assert stored(page)["modules"][MODULE]["read"] is True


def test_answer_that_no_longer_fits_its_question_is_asked_again(learn):
    page = learn("household-account/", "en").page
    gone = {f"{MODULE}#{item_id}": {"answer": answer, "right": True, "on": "2026-01-05"}
            for item_id, answer in {"q1": "h", "q2": "b", "q3": 5, "q4": 7, "q5": ["a"]}.items()}  # fmt: skip
    page.evaluate(f"data => localStorage.setItem('{KEY}', data)", changed(items=gone))
    page.reload()
    settle(page)
    assert page.inner_text(".score") == ""
    assert page.locator("quiz-item .said:not(:empty)").count() == 0


PAGES = {"course": "", "module": "household-account/", "test": "post-test/"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_course_stand_in_the_browser(learn, real, name, language, size, scheme):
    seen = learn(PAGES[name], language, size, scheme=scheme)
    page = seen.page
    if name == "course":
        bring_in(page, json.dumps(DATA))
    else:
        answer_all(page, real, language, is_right=name == "test")
        item(page, 0).locator("summary").click()
    assert seen.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], "scrolls sideways"
    assert serious_faults(page) == []
    if name == "course":
        page.click("[data-does=delete]")
        assert serious_faults(page) == []


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_course_fit_the_narrowest_phone(learn, real, name, language):
    page = learn(PAGES[name], language).page
    page.set_viewport_size({"width": 320, "height": 640})
    if name != "course":
        answer_all(page, real, language, is_right=False)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    parts = page.locator(
        ":is(quiz-item, .course-map, .my-data, .worksheet, .neighbours, .score) :visible:not([class*=md-typeset__] *)"
    )
    assert max(parts.evaluate_all("all => all.map(e => e.getBoundingClientRect().right)")) <= 320


def test_answers_can_be_read_without_javascript(visit, address, real):
    page = visit(f"{address}/curricula/{MODULE}/", "phone", java_script_enabled=False).page
    for number, quiz in enumerate(quiz_of(real, "th")):
        key = item(page, number).locator("details")
        key.locator("summary").click()
        why = quiz.number.right if quiz.number else quiz.choices[-1].feedback
        assert why in key.inner_text()
    assert page.locator("quiz-item button, .read-mark:visible").count() == 0


def test_module_on_paper_has_a_worksheet_of_its_own_and_no_answers(learn, real):
    page = learn("household-account/", size="desk").page
    answer_all(page, real, "th", is_right=False)
    item(page, 0).locator("summary").click()
    page.emulate_media(media="print")
    for part in (
        ".md-header",
        ".md-tabs",
        ".md-footer",
        ".crumbs",
        ".neighbours",
        ".read-mark",
        ".key",
        ".said",
        ".score",
        ".quiz button",
    ):
        assert page.locator(part).count() > 0, part
        assert page.locator(f"{part}:visible").count() == 0, part
    assert page.locator(".question:visible").count() == len(quiz_of(real, "th"))
    sheet = page.locator(".worksheet").evaluate(
        "e => [getComputedStyle(e).breakBefore, getComputedStyle(e).breakAfter]"
    )
    assert sheet == ["page", "page"]
    chosen = page.locator("quiz-item input:checked").first
    assert chosen.evaluate("e => getComputedStyle(e).appearance") == "none"
