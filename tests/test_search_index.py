"""Pagefind's index after it was made lighter: every part small, in order, and none lost."""

import gzip
import json
from pathlib import Path

import cbor2
import pytest
from porpiang.search_index import lighten

SIGNATURE = b"pagefind_dcd"
LARGEST = 14_000


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(SIGNATURE + data))


def read(path: Path) -> bytes:
    data = gzip.decompress(path.read_bytes())
    assert data.startswith(SIGNATURE)
    return data[len(SIGNATURE) :]


def word(name: str, pages: int) -> list:
    return [name, [[page, [-25, page * 7], []] for page in range(pages)], []]


FIRST = [word(f"ก{number:03}", 40) for number in range(200)]
SECOND = [word("ชุมชน", 9_000), word("น้ำ", 3)]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Return an index of two parts, the first much too heavy, the second with a word that is too heavy alone."""
    parts = [[words[0][0], words[-1][0], name] for words, name in ((FIRST, "th_one"), (SECOND, "th_two"))]
    write(tmp_path / "pagefind.th_abc.pf_meta", cbor2.dumps(["1.6.0", [["th_page", 12, ""]], parts, [], []]))
    write(tmp_path / "index" / "th_one.pf_index", cbor2.dumps([FIRST]))
    write(tmp_path / "index" / "th_two.pf_index", cbor2.dumps([SECOND]))
    write(tmp_path / "fragment" / "th_page.pf_fragment", json.dumps({"content": "น้ำ\u200bไหล well"}).encode())
    lighten(tmp_path)
    return tmp_path


def parts_of(index: Path) -> list:
    version, pages, parts, *rest = cbor2.loads(read(index / "pagefind.th_abc.pf_meta"))
    assert (version, pages, rest) == ("1.6.0", [["th_page", 12, ""]], [[], []])
    return parts


def test_every_word_is_still_there_with_its_places_and_in_order(index):
    found = [
        word for _, _, name in parts_of(index) for word in cbor2.loads(read(index / "index" / f"{name}.pf_index"))[0]
    ]
    assert found == FIRST + SECOND


def test_parts_are_small_unless_they_hold_one_word(index):
    for first, last, name in parts_of(index):
        data = read(index / "index" / f"{name}.pf_index")
        (words,) = cbor2.loads(data)
        assert (words[0][0], words[-1][0]) == (first, last)
        assert len(data) <= LARGEST + 100 or len(words) == 1
    assert len(parts_of(index)) > 4


def test_no_part_is_left_that_nothing_names(index):
    named = {f"{name}.pf_index" for _, _, name in parts_of(index)}
    assert {path.name for path in (index / "index").iterdir()} == named


def test_words_that_thai_is_cut_into_are_listed(index):
    assert json.loads((index / "thai-words.json").read_text(encoding="utf-8")) == ["น้ำ", "ไหล"]
