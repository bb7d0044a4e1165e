"""Pagefind's index, made lighter for slow lines: its parts cut smaller, and the Thai words it was cut into.

The files are Pagefind 1.6's own: gzip over a signature and CBOR (parts, metadata) or JSON (fragments, one a page).
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import cbor2

_SIGNATURE = b"pagefind_dcd"
_LARGEST_PART = 14_000  # bytes before gzip, about 6 KB after; Pagefind's own, up to 60 KB, cannot be set
_ONE = b"\x81"  # the head of a CBOR array of one item
_PARTS = 2  # place in the metadata: [first word, last word, name] of every part
_THAI_WORD = re.compile(r"(?<![\u0e01-\u0e4e])[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e]+(?![\u0e01-\u0e4e])")


def lighten(index: Path) -> None:
    """Rewrite a fresh index in its folder: a query then loads only the few kilobytes that hold its words."""
    for path in index.glob("pagefind.*.pf_meta"):
        meta = cbor2.loads(_read(path))
        meta[_PARTS] = [part for _, _, name in meta[_PARTS] for part in _split(index / "index", name)]
        _write(path, cbor2.dumps(meta))
    (index / "thai-words.json").write_text(json.dumps(_thai_words(index), ensure_ascii=False), encoding="utf-8")


def _split(folder: Path, name: str) -> Iterator[tuple[str, str, str]]:
    """Cut a part into smaller ones; yield first word, last word and name of each."""
    path = folder / f"{name}.pf_index"
    (words,) = cbor2.loads(_read(path))
    path.unlink()
    for some in _portions([(word[0], cbor2.dumps(word)) for word in words]):
        data = _ONE + _length(len(some)) + b"".join(encoded for _, encoded in some)
        part = f"{name.partition('_')[0]}_{hashlib.sha256(data).hexdigest()[:7]}"
        _write(folder / f"{part}.pf_index", data)
        yield some[0][0], some[-1][0], part


def _portions(words: list[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """Yield the words in order, in lists that weigh no more than a part may; a heavier word stands alone."""
    some: list[tuple[str, bytes]] = []
    weight = 0
    for word in words:
        size = len(word[1])
        if some and weight + size > _LARGEST_PART:
            yield some
            some, weight = [], 0
        some.append(word)
        weight += size
    yield some


def _length(count: int) -> bytes:
    """Return the head of a CBOR array of so many items (RFC 8949, section 3.1)."""
    return b"\x9a" + count.to_bytes(4, "big")


def _thai_words(index: Path) -> list[str]:
    """Return the Thai words that pages are cut into, so that a query is cut by them in every browser alike."""
    words: set[str] = set()
    for path in index.glob("fragment/th_*"):
        words.update(_THAI_WORD.findall(json.loads(_read(path))["content"]))  # an invisible space ends each word
    return sorted(words)


def _read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(_SIGNATURE + data, 6, mtime=0))
