"""The check of signed records in a real browser: the same answers as Python, from the code alone, sent nowhere."""

import json
from datetime import date

import pytest
from conftest import DOCS, KNOWN_SAFE, ROOT, SIZES, serious_faults
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.sync_api import expect
from porpiang.assembly import Assembly, assemble, read_files
from porpiang.pages.verify import verify_page
from porpiang.record_code import Record, grouped, public_key_of, sign

PREFIX = {"th": "", "en": "en/"}
SHARED = json.loads((ROOT / "tests" / "record_vectors.json").read_text(encoding="utf-8"))
KEY = SHARED["public_key"]
CODE = SHARED["signed"][0]["code"]
OTHER = Ed25519PrivateKey.generate()


@pytest.fixture(scope="module")
def real() -> Assembly:
    """Read the real content."""
    return assemble(read_files(DOCS))


def registered(days: str, language: str) -> str:
    """Return the list of organizers as the page has it when one is registered with these days."""
    line = f"khlong-sai: {{th: อบต. ตัวอย่าง, en: Example SAO, key: {KEY}, {days}}}\n"
    site = assemble((dict(read_files(DOCS)) | {"_vocabulary/organizers.yml": line.encode()}).items())
    assert site.problems == []
    html = verify_page(site.catalog, language)[1].write()
    return html[html.index('<ul class="organizers">') : html.index("</ul>") + 5]


@pytest.fixture
def check(visit, address, real):
    """Return a function that opens the page, with an organizer registered where days are given."""

    def _check(days="", language="th", size="desk", link="", **settings):
        url = f"{address}/{PREFIX[language]}curricula/verify/"
        seen = visit("about:blank", size, **settings)
        if days:
            none, some = real.catalog.text("verify_no_organizers", language), registered(days, language)

            def answer(route):
                found = route.fetch()
                assert none in found.text()
                route.fulfill(response=found, body=found.text().replace(none, some))

            seen.page.route(url, answer)
        seen.page.goto(f"{url}{link}", wait_until="load")
        expect(seen.page.locator(".verify form")).to_be_visible()
        return seen

    return _check


def verdict(page, code, key=""):
    """Type a code, and a key where one is given, and return (verdict, text)."""
    page.fill("#code", code)
    if key:
        page.evaluate("document.querySelector('.verify details').open = true")
        page.fill("#key", key)
    page.evaluate("document.querySelector('.verdict').replaceChildren()")
    page.click(".verify form button")
    expect(page.locator(".verdict p").first).to_be_visible()
    return page.get_attribute(".verdict", "data-verdict"), page.inner_text(".verdict")


def test_script_reads_and_refuses_as_every_vector_says(check, address):
    found = check().page.evaluate(
        """async ({ signed, refused, public_key, keys_refused, module }) => {
            const { isSigned, readCode, readKey } = await import(module);
            const key = readKey(public_key);
            const read = async ({ code }) => {
                try {
                    const { signature, signed, ...record } = readCode(code);
                    return (await isSigned({ signature, signed }, key)) ? record : "changed";
                } catch (error) { return error.fault ?? String(error); }
            };
            return {
                signed: await Promise.all(signed.map(read)),
                refused: await Promise.all(refused.map(read)),
                keys: keys_refused.map(readKey),
            };
        }""",
        SHARED | {"module": f"{address}/assets/js/record-code.js"},
    )
    assert found["signed"] == [vector["record"] for vector in SHARED["signed"]]
    assert found["refused"] == [vector["fault"] for vector in SHARED["refused"]]
    assert found["keys"] == [None] * len(SHARED["keys_refused"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", PREFIX)
def test_code_of_a_registered_organizer_is_accepted(check, real, address, language, size, scheme):
    seen = check("from: 2026-01-01, until: 2099-12-31", language, size, scheme=scheme)
    found, text = verdict(seen.page, grouped(CODE).lower())
    assert found == "good"
    course = real.catalog.entries["curricula"]["leaders"].in_locale(language).title
    organizer = {"th": "อบต. ตัวอย่าง", "en": "Example SAO"}[language]
    day = {"th": "20 พฤศจิกายน 2569", "en": "20 November 2026"}[language]
    for words in (real.catalog.text("verify_signed", language), "สมใจ ใจดี ณ อยุธยา", course, organizer, day, "14", "16"):
        assert words in text
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], "scrolls sideways"
    assert [text for text in seen.complaints if text not in KNOWN_SAFE] == []
    assert serious_faults(seen.page) == []
    assert all(url.startswith((address, "about:")) for url in seen.requests)
    assert not any("?" in url or CODE in url for url in seen.requests)


def test_link_of_a_qr_code_is_checked_at_once_and_keeps_its_code_in_the_other_language(check):
    page = check("from: 2026-01-01, until: 2099-12-31", link=f"#{CODE}").page
    expect(page.locator(".verdict")).to_have_attribute("data-verdict", "good")
    assert page.get_attribute(".language-switch", "href").endswith(f"#{CODE}")


@pytest.mark.parametrize("language", PREFIX)
@pytest.mark.parametrize("vector", SHARED["refused"], ids=lambda vector: vector["name"])
def test_bad_code_is_refused_with_a_sentence_and_shows_nothing_of_it(check, real, vector, language):
    page = check("from: 2026-01-01, until: 2099-12-31", language).page
    text = real.catalog.text(f"verify_{vector['fault']}", language)
    assert verdict(page, vector["code"]) == ("bad", text)


def test_nothing_typed_is_said(check, real):
    assert verdict(check().page, " ") == ("bad", real.catalog.text("verify_nothing", "th"))


@pytest.mark.parametrize(
    ("days", "found", "thai", "english"),
    [
        ("from: 2026-01-01, until: 2099-12-31, revoked: 2026-11-22", "bad", "เพิกถอนเมื่อ 22 พฤศจิกายน 2569", "revoked on 22 November 2026"),
        ("from: 2026-11-21, until: 2099-12-31", "bad", "อยู่นอกช่วงที่กุญแจของผู้จัดใช้ได้", "outside the time of the organizer’s key"),
        ("from: 2026-01-01, until: 2026-11-19", "bad", "(1 มกราคม 2569 ถึง 19 พฤศจิกายน 2569)", "(1 January 2026 to 19 November 2026)"),
        ("from: 2026-01-01, until: 2026-11-20", "good", "หมดอายุแล้วเมื่อ 20 พฤศจิกายน 2569", "has since ended, on 20 November 2026"),
    ],
    ids=["revoked", "not yet", "no longer", "ended since"],
)  # fmt: skip
def test_key_that_was_revoked_or_has_ended_is_told(check, days, found, thai, english):
    for language, words in (("th", thai), ("en", english)):
        seen = check(days, language)
        seen.page.clock.set_fixed_time("2026-12-01T12:00:00")
        said, text = verdict(seen.page, CODE)
        assert said == found
        assert words in text


@pytest.mark.parametrize("language", PREFIX)
def test_without_a_registered_organizer_a_pasted_key_checks_and_the_page_says_whose_word_it_is(check, real, language):
    page = check(language=language).page
    assert real.catalog.text("verify_no_organizers", language) in page.inner_text("article")
    assert verdict(page, CODE) == (
        "unsure",
        real.catalog.text("verify_unknown_organizer", language, organizer="khlong-sai"),
    )
    assert verdict(page, CODE, KEY[:-1]) == ("bad", real.catalog.text("verify_bad_key", language))
    said, text = verdict(page, CODE, f" {KEY.lower()}\n")
    assert said == "unsure"
    assert text.startswith(real.catalog.text("verify_signed_by_pasted", language))
    assert "สมใจ ใจดี ณ อยุธยา" in text


def test_pasted_key_never_stands_in_for_a_registered_one(check, real):
    record = Record(**SHARED["signed"][0]["record"] | {"day": date(2026, 11, 20)})
    page = check("from: 2026-01-01, until: 2099-12-31").page
    found = verdict(page, sign(record, OTHER), public_key_of(OTHER))
    assert found == ("bad", real.catalog.text("verify_changed", "th"))


def test_browser_that_cannot_check_says_so(check, real):
    page = check("from: 2026-01-01, until: 2099-12-31").page
    page.route("**/ed25519.js", lambda route: route.abort())
    assert verdict(page, CODE) == ("bad", real.catalog.text("verify_unable", "th"))


def test_what_is_found_is_read_out_and_markup_in_a_name_is_text(check):
    record = Record("x", "<img src=x onerror=alert(1)>", "no-such", "1.0", date(2026, 11, 20), 1, 2)
    page = check(language="en").page
    assert page.get_attribute(".verdict", "role") == "status"
    _, text = verdict(page, sign(record, OTHER), public_key_of(OTHER))
    assert "<img src=x onerror=alert(1)>" in text
    assert "no-such" in text
    assert page.locator(".verdict img").count() == 0


@pytest.mark.parametrize("language", PREFIX)
def test_without_javascript_the_page_explains_and_lists_organizers(visit, address, real, language):
    page = visit(f"{address}/{PREFIX[language]}curricula/verify/", "phone", java_script_enabled=False).page
    assert real.catalog.text("verify_no_script", language) in page.inner_text("noscript")
    assert page.is_hidden(".verify form")
    assert real.catalog.text("verify_no_organizers", language) in page.inner_text("article")
