"""Stories cut by what readers look for: every story where it belongs, newest review first."""

import pytest
from conftest import STORY_TH
from porpiang.pages.facets import FACETS, library, regions_of, sort_stories


def ids(entries):
    return [entry.id for entry in entries]


@pytest.mark.parametrize(
    ("province", "region"),
    [("50", "north"), ("30", "northeast"), ("10", "central"), ("20", "east"), ("71", "west"), ("90", "south")],
)
def test_province_is_in_its_region(read_site, province, region):
    assert regions_of(province, read_site().catalog) == [region]


def test_story_is_found_by_everything_it_says_of_itself(read_site):
    more = STORY_TH.replace("[water-forest]", "[waste, energy]").replace("[drought]", "[drought, flood]")
    more = more.replace("lao_type: sao", "lao_type: unknown").replace("kind: community", "kind: household")
    found = sort_stories(read_site({"stories/more.th.md": more}).catalog)
    assert {facet: {value: ids(entries) for value, entries in values.items()} for facet, values in found.items()} == {
        "province": {"90": ["more", "pond"]},
        "region": {"south": ["more", "pond"]},
        "kind": {"community": ["pond"], "household": ["more"]},
        "theme": {"water-forest": ["pond"], "waste": ["more"], "energy": ["more"]},
        "problem": {"drought": ["more", "pond"], "flood": ["more"]},
        "lao-type": {"sao": ["pond"]},
    }


def test_library_shows_the_newest_review_first_and_then_by_title(read_site):
    def story(title, date):
        return STORY_TH.replace("title: บ้านตัวอย่างเก็บน้ำไว้ใช้", f"title: {title}").replace("2026-11-23", date)

    catalog = read_site(
        {
            "stories/a.th.md": story("ข", "2026-11-23"),
            "stories/b.th.md": story("ก", "2026-11-23"),
            "stories/c.th.md": story("ก", "2026-11-24"),
            "stories/d.th.md": story("ก", "2025-12-31"),
        }
    ).catalog
    assert ids(library(catalog)) == ["c", "b", "a", "pond", "d"]
    assert ids(sort_stories(catalog)["theme"]["water-forest"]) == ["c", "b", "a", "pond", "d"]


@pytest.mark.parametrize(
    ("facet", "value", "address", "thai", "english"),
    [
        ("province", "38", "stories/province/38.md", "บึงกาฬ", "Bueng Kan"),
        ("region", "south", "stories/region/south.md", "ภาคใต้", "South"),
        ("kind", "household", "stories/kind/household.md", "ครัวเรือน", "Household"),
        ("theme", "debt", "stories/theme/debt.md", "ปลดหนี้", "Getting out of debt"),
        ("problem", "debt", "stories/problem/debt.md", "หนี้สินครัวเรือน", "Household debt"),
        ("lao-type", "town-municipality", "stories/lao-type/town-municipality.md", "เทศบาลเมือง", "Town municipality"),
    ],
)
def test_every_value_has_an_address_and_a_label_in_both_languages(read_site, facet, value, address, thai, english):
    catalog = read_site().catalog
    assert value in FACETS[facet].values(catalog)
    assert FACETS[facet].uri(value) == address
    assert [FACETS[facet].label(value, catalog, locale) for locale in ("th", "en")] == [thai, english]
