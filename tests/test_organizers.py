"""Organizers whose signatures the site knows: read as they are written, and every fault named."""

from datetime import date

import pytest
from conftest import DOCS
from porpiang.assembly import assemble, read_files
from porpiang.organizers import read_organizers

PATH = "_vocabulary/organizers.yml"
KEY = "A" * 52
GOOD = f"th: อบต., en: SAO, key: {KEY}, from: 2026-01-01, until: 2026-12-31"


def test_organizer_is_read_with_its_days(read_site):
    site = read_site({PATH: f"a-b: {{{GOOD}}}\nlost: {{{GOOD}, revoked: 2026-05-01}}\n"})
    assert site.problems == []
    found = read_organizers(site.catalog.vocabulary)
    assert (found["a-b"].begins, found["a-b"].ends, found["a-b"].revoked) == (
        date(2026, 1, 1),
        date(2026, 12, 31),
        None,
    )
    assert found["a-b"].names == {"th": "อบต.", "en": "SAO"}
    assert found["lost"].revoked == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        (f"key: {KEY}, ", "", "a.key", "missing-field"),
        ("from: 2026-01-01, ", "", "a.from", "missing-field"),
        (KEY, KEY[1:], "a.key", "public-key"),
        (KEY, f"[{KEY}]", "a.key", "public-key"),
        (KEY, KEY.lower(), "a.key", "public-key"),
        ("2026-12-31", "2026-12-32", "a.until", "not-a-date"),
        ("2026-12-31", "2025-12-31", "a.until", "end-before-start"),
        ("2026-12-31", "2026-12-31, revoked: soon", "a.revoked", "not-a-date"),
    ],
)
def test_fault_is_named_and_the_organizer_is_not_trusted(read_site, old, new, field, code):
    site = read_site({PATH: f"# organizers\na: {{{GOOD.replace(old, new)}}}\n"})
    (found,) = site.problems
    assert (found.path, found.line, found.field, found.code) == (PATH, 2, field, code)
    assert read_organizers(site.catalog.vocabulary) == {}


def test_no_learner_and_no_organizer_is_named_in_the_project_yet():
    assert read_organizers(assemble(read_files(DOCS)).catalog.vocabulary) == {}
