"""Open data: what others can download, and that its schema and its columns tell the truth."""

import csv
import io
import json
import re

import pytest
from conftest import ACTIVITY_TH, MINIMAL, STORY_TH
from jsonschema import Draft202012Validator, FormatChecker
from porpiang.export import column_forms, export_data
from porpiang.model import Activity, Story


@pytest.fixture
def files(read_site):
    return export_data(read_site().catalog)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_kind_is_published_as_json_csv_csv_for_excel_and_schema(files):
    kinds = ("plan", "activities", "stories", "knowledge", "curricula", "modules", "visits")
    forms = ("{}.json", "{}.csv", "{}-excel.csv", "schema/{}.json")
    wanted = [form.format(kind) for kind in kinds for form in forms]
    assert sorted(files) == sorted(f"data/{address}" for address in wanted)


def test_record_is_the_entry_with_null_for_unknown_and_its_translations(files):
    (story,) = json.loads(files["data/stories.json"])
    assert (story["id"], story["title"]) == ("pond", "บ้านตัวอย่างเก็บน้ำไว้ใช้")
    assert story["cost"] == [
        {"item": "ค่าขุดสระ", "baht": 120000, "year": 2001, "paid_by": "ชาวบ้านร่วมกันออก", "sources": ["a"]}
    ]
    assert (story["legal_basis"], story["reviewed_on"]) == (None, "2026-11-23")
    assert story["translations"]["en"]["results"][0]["text"] == "There is water all year."


def test_entry_that_is_not_translated_has_no_translations(read_site):
    files = export_data(read_site({"stories/pond.en.md": None}).catalog)
    assert json.loads(files["data/stories.json"])[0]["translations"] == {}


def test_thai_text_can_be_read_in_the_files(files):
    assert "ชาวบ้านช่วยกันขุดสระ" in files["data/stories.json"]
    assert "ชาวบ้านช่วยกันขุดสระ" in files["data/stories.csv"]
    assert "ชื่อเรื่อง · title" in files["data/schema/stories.json"]


def test_csv_has_a_row_an_entry_and_a_column_a_field(read_site):
    changed = STORY_TH.replace("themes: [water-forest]", "themes: [water-forest, waste]")
    changed = changed.replace("title: บ้านตัวอย่างเก็บน้ำไว้ใช้", 'title: "ก, \\"ข\\""')
    (row,) = rows(export_data(read_site({"stories/pond.th.md": changed}).catalog)["data/stories.csv"])
    assert list(row)[:3] == ["id", "title", "summary"]
    assert (row["id"], row["title"], row["themes"]) == ("pond", 'ก, "ข"', "water-forest;waste")
    assert (row["legal_basis"], row["adapted_from"]) == ("", "")
    assert json.loads(row["place"]) == {
        "province": "90",
        "district": "สะเดา",
        "subdistrict": "ปริก",
        "village": "บ้านตัวอย่าง",
    }
    assert json.loads(row["awards"]) == [{"name": "รางวัลตัวอย่าง", "year": 2010}]


def test_library_without_stories_still_has_its_columns(read_site):
    files = export_data(read_site({"stories/pond.th.md": None, "stories/pond.en.md": None}).catalog)
    assert json.loads(files["data/stories.json"]) == []
    assert files["data/stories.csv"].startswith("id,title,")


def test_translation_holds_prose_only_so_that_facts_are_there_once(files):
    english = json.loads(files["data/stories.json"])[0]["translations"]["en"]
    assert "province" not in english["place"]
    assert english["place"] == {"village": "Ban Tua Yang"}
    assert english["cost"] == [{"item": "digging the pond", "paid_by": "the villagers together"}]
    assert english["sources"] == [{"supports": "the water and the money"}]
    assert not {"kind", "themes", "reviewed_on", "people"} & english.keys()
    plan = json.loads(files["data/plan.json"])[0]["translations"]["en"]
    assert plan["tactics"] == [{"text": "The first tactic", "activities": [{"text": "The activity in the plan"}]}]


def test_list_of_sentences_is_json_in_its_cell_since_a_sentence_may_hold_a_semicolon(read_site):
    steps = ACTIVITY_TH.replace("steps: [ถาม, ", "steps: [ถาม; แล้วถามอีก, ")
    (row,) = rows(export_data(read_site({"activities/s1-1-1.th.md": steps}).catalog)["data/activities.csv"])
    assert json.loads(row["steps"]) == ["ถาม; แล้วถามอีก", "เดินดู", "จด", "ให้อ่านทวน", "เผยแพร่"]
    assert row["rules"] == "decentralization-act-2542"


def test_unknown_is_an_empty_cell_and_none_an_empty_list(read_site):
    bare = STORY_TH.replace("  - {name: รางวัลตัวอย่าง, year: 2010}", "").replace("awards:", "awards: []")
    (row,) = rows(export_data(read_site({"stories/pond.th.md": bare}).catalog)["data/stories.csv"])
    assert (row["awards"], row["not_for"]) == ("[]", "")


def test_columns_say_how_they_are_written():
    forms = column_forms(Story)
    wanted = {"id": "text", "people": "number", "themes": "codes", "cost": "json", "reviewed_on": "date"}
    assert {name: forms[name] for name in wanted} == wanted
    assert next(iter(forms)) == "id"
    assert column_forms(Activity)["steps"] == "json"


def test_excel_file_begins_with_the_mark_that_makes_excel_read_thai(files):
    excel = files["data/stories-excel.csv"].encode()
    assert excel.startswith(b"\xef\xbb\xbfid,title,")
    assert not files["data/stories.csv"].encode().startswith(b"\xef\xbb\xbf")
    assert files["data/stories-excel.csv"].removeprefix("\ufeff") == files["data/stories.csv"]


@pytest.mark.parametrize("start", ["=1+1", "+66 2", "-5", "@SUM(A1)", "＝1", '=HYPERLINK("http://x")'])
def test_text_that_begins_like_a_formula_is_text_in_excel_and_itself_elsewhere(read_site, start):
    changed = STORY_TH.replace("title: บ้านตัวอย่างเก็บน้ำไว้ใช้", f"title: '{start} บาท'")
    files = export_data(read_site({"stories/pond.th.md": changed}).catalog)
    text = f"{start} บาท"
    (excel,) = rows(files["data/stories-excel.csv"].removeprefix("\ufeff"))
    (plain,) = rows(files["data/stories.csv"])
    assert (excel["title"], plain["title"]) == (f"'{text}", text)
    assert excel["people"] == plain["people"] == "450"
    assert json.loads(files["data/stories.json"])[0]["title"] == text


KINDS = ("plan", "activities", "stories", "knowledge")


def faults(files, kind, change=None):
    """Return where a kind's records break their published schema, after something was done to the first."""
    schema, records = json.loads(files[f"data/schema/{kind}.json"]), json.loads(files[f"data/{kind}.json"])
    if change:
        change(records[0])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return {".".join(str(part) for part in error.absolute_path) for error in validator.iter_errors(records)}


@pytest.mark.parametrize("kind", KINDS)
def test_file_keeps_to_its_schema(files, kind):
    assert faults(files, kind) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_file_without_translations_keeps_to_its_schema(read_site, kind):
    halves = {path: None for path in MINIMAL if path.endswith(".en.md") and path.startswith(f"{kind}/")}
    assert faults(export_data(read_site(halves).catalog), kind) == set()


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda story: story.pop("reviewed_on"), "0"),
        (lambda story: story.update(colour="green"), "0"),
        (lambda story: story.update(title=None), "0.title"),
        (lambda story: story.update(id="A B"), "0.id"),
        (lambda story: story.update(themes=["no-such-theme"]), "0.themes.0"),
        (lambda story: story.update(lao_type="kingdom"), "0.lao_type"),
        (lambda story: story.update(reviewed_on="2026-02-30"), "0.reviewed_on"),
        (lambda story: story["sources"][0].update(date="last year"), "0.sources.0.date"),
        (lambda story: story["years"].pop("note"), "0.years"),
        (lambda story: story["translations"].update(fr={}), "0.translations"),
        (lambda story: story["translations"]["en"].update(kind="lao"), "0.translations.en"),
        (lambda story: story["translations"]["en"]["place"].update(province="90"), "0.translations.en.place"),
    ],
)
def test_broken_record_does_not_keep_to_its_schema(files, change, where):
    assert faults(files, "stories", change) == {where}


def test_schema_is_of_the_whole_file_and_true_wherever_the_site_lies(files):
    schema = json.loads(files["data/schema/stories.json"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (schema["$id"], schema["type"]) == ("stories.json", "array")
    assert schema["title"] == "แบบอย่าง · Stories"
    assert not re.search(r"https?://(?!json-schema\.org)[a-z]", files["data/schema/stories.json"])


def test_schema_lists_every_word_with_its_label(files):
    story = json.loads(files["data/schema/stories.json"])["$defs"]["Story"]["properties"]
    assert {"const": "waste", "title": "จัดการขยะ · Waste"} in story["themes"]["items"]["oneOf"]
    assert {"const": "sao", "title": "องค์การบริหารส่วนตำบล (อบต.) · Subdistrict administrative organization (SAO)"} in (
        story["lao_type"]["anyOf"][0]["oneOf"]
    )
    assert "x-words" not in files["data/schema/stories.json"]


def test_schema_says_which_facts_may_be_unknown_and_how_old_a_year_may_be(files):
    definitions = json.loads(files["data/schema/stories.json"])["$defs"]
    assert {"type": "null"} in definitions["Story"]["properties"]["legal_basis"]["anyOf"]
    assert "anyOf" not in definitions["Story"]["properties"]["title"]
    assert definitions["Years"]["properties"]["start"]["anyOf"][0] == {"type": "integer", "minimum": 1700}


def test_translated_fields_are_described_as_the_fields_themselves(files):
    definitions = json.loads(files["data/schema/stories.json"])["$defs"]
    assert definitions["Story"]["properties"]["translations"]["properties"] == {
        "en": {"$ref": "#/$defs/StoryTranslation"}
    }
    assert definitions["StoryTranslation"]["properties"]["title"]["description"] == "ชื่อเรื่อง · title"


def test_files_of_one_reading_are_made_once(read_site):
    catalog = read_site().catalog
    assert export_data(catalog) is export_data(catalog)
