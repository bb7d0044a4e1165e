"""The words people type: one form for all spellings, the same in Python and in the browser, each form once."""

import json

import pytest
from conftest import ROOT
from porpiang.search_words import SearchWords, check_search_words, code, fold, forms_of, is_code, is_word, search_words
from porpiang.vocabulary import Vocabulary, read_vocabulary

DATA = json.loads((ROOT / "tests" / "search_vectors.json").read_text(encoding="utf-8"))
VECTORS = DATA["vectors"]


def vocabulary(search: dict, unsearched: dict | None = None) -> Vocabulary:
    """Return word lists with a line for each word, the first in line 1."""
    lists = {"search": search, "unsearched": unsearched or {}}
    files = [
        (f"_vocabulary/{name}.yml", "".join(f"{word}: {json.dumps(of)}\n" for word, of in words.items()).encode())
        for name, words in lists.items()
    ]
    found, problems = read_vocabulary(files)
    assert problems == []
    return found


@pytest.fixture(scope="module")
def words() -> dict[str, SearchWords]:
    """Return the forms of the vectors' words, by language."""
    return {locale: search_words(vocabulary(DATA["search"], DATA["unsearched"]), locale) for locale in ("th", "en")}


def test_vectors_are_enough_and_each_is_typed_once():
    typed = [vector["typed"] for vector in VECTORS]
    assert len(set(typed)) == len(typed) >= 40


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: ascii(vector["typed"]))
def test_text_is_folded_and_folded_once_for_all(vector):
    assert fold(vector["typed"]) == vector["folded"]
    assert fold(vector["folded"]) == vector["folded"]


def test_browser_folds_and_looks_for_the_same(visit, address, words):
    page = visit(f"{address}/").page
    found = page.evaluate(
        """async ([vectors, forms]) => {
            const { fold, SearchWords } = await import("/assets/js/search-words.js");
            const known = forms.map(of => new SearchWords(of));
            return vectors.map(({ typed }) => ({
                typed, folded: fold(typed), th: known[0].wanted(typed), en: known[1].wanted(typed) }));
        }""",
        [
            VECTORS,
            [words[locale].as_data() for locale in ("th", "en")],
        ],
    )
    assert found == VECTORS


def test_every_form_of_the_real_words_is_folded_in_the_browser_as_in_python(visit, address, read_site):
    lists = read_site().catalog.vocabulary
    forms = [form for name in ("search", "unsearched") for word in lists[name].values() for form in forms_of(word)]
    page = visit(f"{address}/").page
    folded = page.evaluate(
        "async forms => { const { fold } = await import('/assets/js/search-words.js'); return forms.map(fold); }", forms
    )
    assert [pair for pair in zip(forms, folded, map(fold, forms), strict=True) if pair[1] != pair[2]] == []


def test_browser_passes_over_words_of_questions_and_single_signs(visit, address, words):
    page = visit(f"{address}/").page
    passed = page.evaluate(
        """async ([forms, words]) => {
            const { SearchWords } = await import("/assets/js/search-words.js");
            const known = new SearchWords(forms);
            return words.filter(word => known.isIgnored(word));
        }""",
        [
            words["en"].as_data(),
            ["the", "The", "ยังไง", "", "-", "x", "หนี้", "SAO", "9", "ก", "thermal"],
        ],
    )
    assert passed == ["the", "The", "ยังไง", "", "-", "x"]


@pytest.mark.parametrize(
    ("locale", "text", "terms"),
    [
        ("th", "องค์การบริหารส่วนตำบลปริก", ["zzbsazau"]),
        ("th", "อบต. ปริก", ["zzbsazau"]),
        ("th", "อ.บ.ต.ปริก กับ อบต.ดอนแก้ว และ TAO", ["zzbsazau"] * 3),
        ("th", "อบต. " * 9, ["zzbsazau"] * 5),
        ("th", "สถานที่ของคณะ", []),
        ("th", "แผนของ สถ. ปี ๒๕๕๔", ["กรมส่งเสริมการปกครองท้องถิ่น", "2554"]),
        ("th", "แผนปี 2554", []),
        ("th", "๒๕๕๔ และ ๒๕๕๕ แล้วก็ ๒๕๕๔", ["2554", "2555"]),
        ("th", "แผงโซล่าบนหลังคา", ["โซลาร์เซลล์"]),
        ("th", "แผงโซล่า หรือโซลาร์เซลล์", []),
        ("th", "ขอ งบ เพิ่ม", ["งบประมาณ"]),
        ("th", "อยู่อย่างสงบสุข", []),
        ("th", "ข้อความธรรมดา", []),
        ("en", "The subdistrict administrative organization of Prik", ["SAO"]),
        ("en", "The SAO, once a TAO", []),
        ("en", "A tattoo shop and its satay", []),
        ("en", "", []),
    ],
)
def test_page_is_found_by_words_it_does_not_use(words, locale, text, terms):
    assert words[locale].terms_of(text) == terms


@pytest.mark.parametrize(
    ("form", "alone"),
    [("สถ", True), ("ขยะ", True), ("ธกส", True), ("หนี้", True), ("หนี้สิน", False), ("waste water", True), ("30:30", True)],
)
def test_short_and_latin_forms_stand_alone_only(form, alone):
    assert is_word(form) == alone


def test_code_is_a_latin_word_of_its_own_for_every_abbreviation(read_site):
    assert code("อบต") == "zzbsazau"
    known = search_words(read_site().catalog.vocabulary, "th").pages_form
    codes = {of for of in known.values() if is_code(of)}
    assert len(codes) > 10
    assert all(of.isascii() and of.isalpha() for of in codes)
    assert {code(form) for form in known if all("ก" <= letter <= "ฮ" for letter in form)} >= codes


def test_codes_of_two_abbreviations_differ():
    made = ["อบต", "อบจ", "อปท", "ทต", "ทม", "กปร", "สปก", "ธกส", "กข", "ขก"]
    assert len({code(word) for word in made}) == len(made)


def test_only_abbreviations_get_codes(words):
    wanted = words["th"].pages_form
    assert {form for form, of in wanted.items() if is_code(of)} == {
        "อปท", "lao", "องค์กรปกครองส่วนท้องถิ่น", "local government",
        "อบต", "sao", "องค์การบริหารส่วนตำบล", "subdistrict administrative organization", "tao",
        "ธกส", "baac", "ธนาคารเกษตร",
    }  # fmt: skip
    assert not any(is_code(of) for of in words["en"].pages_form.values())
    assert words["th"].ignored == words["en"].ignored >= {"อย่างไร", "how can a", "the"}


def test_form_that_stands_for_two_things_is_a_problem_with_line_and_both_languages():
    lists = vocabulary(
        {
            "debt": {"th": "หนี้", "en": "debt", "typed": ["หนี้สิน"]},
            "loan": {"th": "เงินกู้", "en": "loan", "typed": ["หนี้ สิน", "D.E.B.T."]},
        },
        {"small-words": {"th": "และ", "en": "Loan"}},
    )
    found = list(check_search_words(lists))
    assert [(of.path, of.line, of.field, of.code) for of in found] == [
        ("_vocabulary/search.yml", 2, "loan", "duplicate-form"),
        ("_vocabulary/unsearched.yml", 1, "small-words", "duplicate-form"),
    ]
    assert "“debt”" in found[0].th
    assert "“debt”" in found[0].en
    assert str(found[0]).startswith("docs/_vocabulary/search.yml:2: loan: ")


def test_form_written_twice_for_the_same_thing_is_no_problem():
    assert not list(check_search_words(vocabulary({"un": {"th": "UN", "en": "U.N.", "typed": ["un", "ยูเอ็น"]}})))


def test_problem_of_a_form_is_reported_with_the_others(read_site):
    site = read_site({"_vocabulary/unsearched.yml": "how: {th: อบต, en: how}\n"})
    (found,) = [of for of in site.problems if of.code == "duplicate-form"]
    assert (found.path, found.line) == ("_vocabulary/unsearched.yml", 1)
