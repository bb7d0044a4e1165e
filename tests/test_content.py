"""The real content: no problem, enough of everything, and the founding text as it was written."""

import csv
import hashlib
import io
import json
import re
from pathlib import Path

import pytest
from conftest import DOCS, ROOT
from fields_table import with_table
from jsonschema import Draft202012Validator, FormatChecker
from mkdocs.config import load_config
from porpiang.assembly import Assembly, assemble, read_files
from porpiang.export import export_data, file_addresses
from porpiang.model import KINDS
from porpiang.pages.facets import regions_of
from porpiang.pages.source import paragraphs

# SHA-256 of the founding text's characters without white space, as it was received. It never changes.
FOUNDING_TEXT = "8f2481552ef51d5f427e80fc5a967a8931b40686494d26a2d5a03848290e7e64"


@pytest.fixture(scope="module")
def real() -> Assembly:
    return assemble(read_files(DOCS))


def founding_paragraphs(locale: str) -> list[str]:
    text = (DOCS / "plan" / "source" / f"index.{locale}.md").read_text(encoding="utf-8")
    return paragraphs(text.split("\n---\n", 1)[1])


def test_real_content_has_no_problem(real):
    assert [str(problem) for problem in real.problems] == []


def test_founding_text_is_as_it_was_received():
    letters = re.sub(r"\s", "", "".join(founding_paragraphs("th")))
    assert hashlib.sha256(letters.encode()).hexdigest() == FOUNDING_TEXT


def test_founding_text_has_the_same_paragraphs_in_both_languages():
    assert len(founding_paragraphs("th")) == len(founding_paragraphs("en")) == 90


def test_errata_quote_words_that_stand_in_their_paragraph(real):
    shown = founding_paragraphs("th")
    for erratum in real.catalog.vocabulary["errata"].values():
        assert erratum.more["slip"] in shown[int(erratum.more["paragraph"]) - 1], erratum.id


def test_plan_has_4_strategies_9_tactics_30_activities_in_the_words_of_the_founding_text(real):
    strategies = [entry.in_locale("th") for entry in real.catalog.of("plan")]
    tactics = [tactic for strategy in strategies for tactic in strategy.tactics]
    activities = [activity for tactic in tactics for activity in tactic.activities]
    assert (len(strategies), len(tactics), len(activities)) == (4, 9, 30)
    founding = {re.sub(r"^[๐-๙.]+\s*", "", paragraph) for paragraph in founding_paragraphs("th")}
    wordings = [item.text for item in (*tactics, *activities)] + [strategy.goal for strategy in strategies]
    assert [wording for wording in wordings if wording not in founding] == []


def test_every_planned_activity_has_a_guide_in_both_languages(real):
    guides = real.catalog.entries["activities"]
    assert set(guides) == set(real.catalog.strategy_of)
    assert all(set(guide.fields) == {"th", "en"} for guide in guides.values())


def test_stories_are_many_sure_and_from_everywhere(real):
    stories = [entry.in_locale("th") for entry in real.catalog.of("stories")]
    assert len(stories) >= 60
    assert {story.confidence for story in stories} <= {"high", "medium"}
    assert {story.kind for story in stories} == set(real.catalog.vocabulary["story_kinds"])
    assert len({story.place.province for story in stories}) >= 40
    regions = {region for story in stories for region in regions_of(story.place.province, real.catalog)}
    assert regions == set(real.catalog.vocabulary["regions"])


def test_every_story_is_in_both_languages(real):
    assert [entry.id for entry in real.catalog.of("stories") if set(entry.fields) != {"th", "en"}] == []


def test_every_word_of_the_interface_that_the_code_names_is_there(real):
    interface = real.catalog.vocabulary["interface"]
    sources = [*(ROOT / "hooks").rglob("*.py"), *(ROOT / "overrides").rglob("*.html")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    named = set(re.findall(r"""(?:\.text|\.html|\.count|\.heading|\bt)\(\s*["']([a-z][a-z_-]*[a-z])["']""", code))
    assert len(named) > 60
    assert sorted(named - set(interface)) == []


def test_interface_sentences_fill_in_the_same_names_in_both_languages(real):
    for word in real.catalog.vocabulary["interface"].values():
        names = [sorted(re.findall(r"\{(\w+)\}", word.label(locale))) for locale in ("th", "en")]
        assert names[0] == names[1], word.id


def test_every_rule_has_a_source_or_says_that_it_has_none(real):
    for rule in real.catalog.vocabulary["rules"].values():
        assert rule.more["url"] == "unknown" or rule.more["url"].startswith("http"), rule.id
        assert rule.note("th"), rule.id
        assert rule.note("en"), rule.id


@pytest.mark.parametrize("kind", KINDS)
def test_published_data_keeps_to_its_published_schema(real, kind):
    files = export_data(real.catalog)
    schema, records = (json.loads(files[file_addresses(kind)[form]]) for form in ("schema", "json"))
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert len(records) == len(real.catalog.of(kind)) > 0
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(records)] == []
    records[-1]["title"] = ["no text"]
    assert [error.json_path for error in validator.iter_errors(records)] == [f"$[{len(records) - 1}].title"]


def test_cells_of_the_published_tables_fit_into_a_cell_of_excel(real):
    texts = [text for path, text in export_data(real.catalog).items() if path.endswith("-excel.csv")]
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert max(len(cell) for cell in cells) <= 32_767


def test_network_is_named_as_the_site_is(real):
    settings = load_config(str(ROOT / "mkdocs.yml"))
    languages = settings.plugins["i18n"].config.languages
    names = {language.locale: language.site_name or settings.site_name for language in languages}
    assert {locale: real.catalog.text("network", locale) for locale in names} == names


@pytest.mark.parametrize(
    "path", [ROOT / "mkdocs.yml", ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda p: p.name
)
def test_project_names_no_path_of_a_machine(path: Path):
    assert not re.search(r"/(home|root|work|Users)/", path.read_text(encoding="utf-8"))


def test_fields_table_of_the_contributing_page_follows_the_model():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert text == with_table(text)
    assert text.count("| `") > 40
