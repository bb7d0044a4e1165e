"""The comparison: its rows and words in both languages, the way in from every story, the way without JavaScript."""

import re

import pytest
import yaml
from conftest import DOCS, REAL, STORY_TH
from porpiang.export import export_data
from porpiang.model import Story
from porpiang.pages.compare import ROWS, compare_page
from shown import lay_out, read


@pytest.fixture
def html(read_site):
    """Return a function that writes the comparison in a language."""
    return lambda locale, changes=None: compare_page(read_site(changes).catalog, locale)[1].write()


def test_page_has_a_title_and_a_summary_in_each_language(read_site):
    catalog = read_site().catalog
    (uri, thai), (_, english) = (compare_page(catalog, locale) for locale in ("th", "en"))
    assert uri == "stories/compare.md"
    assert (thai.title, english.title) == ("เทียบแบบอย่าง", "Compare stories")
    assert thai.summary.startswith("เลือกแบบอย่าง 2–4 เรื่อง")
    assert english.summary.startswith("Choose two to four stories")
    assert {"stories/compare.th.md", "stories/compare.en.md"} <= read_site().computed.keys()


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("th", ["สถานที่", "ระดับ", "อปท.", "คนในพื้นที่", "ช่วงเวลา", "ใช้เงินเท่าไร ใครจ่าย", "อำนาจตามกฎหมาย", "ที่มาของงบประมาณ",
                "เงื่อนไขความรู้", "เงื่อนไขคุณธรรม", "ผลที่เกิดขึ้น", "จุดอ่อน", "ใครไม่ควรทำตามทั้งหมด", "รางวัล",
                "ความเชื่อมั่นในหลักฐาน", "ตรวจทานล่าสุด"]),
        ("en", ["Place", "Level", "LAO", "People in the area", "Time", "What it cost and who paid", "Legal basis",
                "Budget source", "Condition: knowledge", "Condition: virtue", "What came of it", "Weaknesses",
                "Who should not copy all of it", "Awards", "Confidence in the evidence", "Last reviewed"]),
    ],
)  # fmt: skip
def test_rows_are_named_in_the_language_of_the_page_and_in_one_order(html, locale, names):
    assert re.findall(r'scope="row"><span>(.*?)</span>', html(locale)) == names
    assert re.findall(r'data-row="(.*?)"', html(locale)) == [row.fact for row in ROWS]


def test_every_row_is_a_fact_that_story_pages_mark(read_site):
    both = "conditions: {knowledge: {text: รู้, basis: reading}, virtue: {text: ดี, basis: reading}}"
    site = read_site({"stories/pond.th.md": STORY_TH.replace("conditions: {}", both), "stories/pond.en.md": None})
    marked = re.findall(r'data-fact="(.*?)"', lay_out(site, "stories/pond.th.md"))
    assert {row.fact for row in ROWS} | {"sources"} <= set(marked)
    assert len(marked) == len(set(marked))


def test_nothing_of_the_stories_is_written_into_the_page(html):
    assert html("th") == html("th", {"stories/pond.th.md": None, "stories/pond.en.md": None})


@pytest.mark.parametrize(("locale", "assets"), [("th", "../../assets/"), ("en", "../../../assets/")])
def test_script_and_style_are_files_of_the_site(html, locale, assets):
    assert f'<script type="module" src="{assets}js/compare.js"></script>' in html(locale)
    assert f'<link rel="stylesheet" href="{assets}css/compare.css">' in html(locale)


def test_without_javascript_the_page_names_columns_that_the_data_has(read_site, html):
    shown = re.search(r"<noscript>(.*)</noscript>", html("en"))[1]
    columns = set(re.findall(r"<code>(.*?)</code>", shown))
    assert columns <= set(Story.model_fields)
    header = export_data(read_site().catalog)["data/stories.csv"].split("\r\n")[0]
    assert columns <= set(header.split(","))
    lines = read(f"<div>{shown}</div>", "stories/compare.md").split("\n")
    assert "- [All stories](stories/)" in lines
    assert "- Place: `place`" in lines
    assert "- Confidence in the evidence: `confidence`, `sources`" in lines


def test_every_sentence_the_script_says_is_in_the_page(html):
    script = (DOCS / "assets" / "js" / "compare.js").read_text(encoding="utf-8")
    said = set(re.findall(r'(?:say|tell)\("(\w+)"', script))
    assert said
    assert said == set(re.findall(r'data-says="(\w+)"', html("th")))


def test_markup_in_the_words_is_shown_as_text(html):
    path = "_vocabulary/interface.yml"
    words = yaml.safe_load(REAL[path])
    words = {key: {locale: f"{text}<i>\"'" for locale, text in word.items()} for key, word in words.items()}
    shown = html("en", {path: yaml.safe_dump(words)})
    assert "<i>" not in shown
    assert "Place&lt;i&gt;&quot;" in shown


@pytest.mark.parametrize(("locale", "words"), [("th", "เทียบกับเรื่องอื่น"), ("en", "Compare with another story")])
def test_every_story_leads_to_the_comparison_with_itself_chosen(read_site, locale, words):
    path = f"stories/pond.{locale}.md"
    page = read(lay_out(read_site(), path), path)
    assert f"\n[{words}](stories/compare/?ids=pond)\n" in page
    assert page.index("](stories/compare/") < page.index("\n## ")
