"""Open data: what others can download, and that its schema and its columns tell the truth."""

import csv
import io
import json

import pytest
from conftest import STORY_TH
from porpiang.export import export_data


@pytest.fixture
def files(read_site):
    return export_data(read_site().catalog)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_kind_is_published_as_json_csv_and_schema(files):
    kinds = ("plan", "activities", "stories", "knowledge")
    wanted = [address for kind in kinds for address in (f"{kind}.json", f"{kind}.csv", f"schema/{kind}.json")]
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


@pytest.mark.parametrize("kind", ["plan", "activities", "stories", "knowledge"])
def test_schema_describes_every_field_of_a_record(files, kind):
    schema = json.loads(files[f"data/schema/{kind}.json"])
    for record in json.loads(files[f"data/{kind}.json"]):
        assert set(schema["required"]) <= record.keys() <= set(schema["properties"])


def test_schema_says_which_facts_may_be_unknown_and_how_old_a_year_may_be(files):
    schema = json.loads(files["data/schema/stories.json"])
    assert {"type": "null"} in schema["properties"]["legal_basis"]["anyOf"]
    assert "anyOf" not in schema["properties"]["title"]
    assert schema["$defs"]["Years"]["properties"]["start"]["anyOf"][0] == {"type": "integer", "minimum": 1700}
