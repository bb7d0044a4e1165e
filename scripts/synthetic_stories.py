"""Synthetic stories for the benchmarks: the real stories' words in new orders, so that sizes and lengths are real."""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from porpiang.geography import provinces
from porpiang.page import read_page


def copy_with_stories(docs: Path, target: Path, count: int) -> None:
    """Copy docs/ to target and add stories until there are `count`; the same count gives the same files."""
    shutil.copytree(docs, target, dirs_exist_ok=True)
    originals = list(_originals(docs))
    chance = random.Random(count)
    for number in range(count - len(originals)):
        facts, prose, thai, sentences, english = chance.choice(originals)
        place = {"province": chance.choice(list(provinces())), "district": "unknown", "subdistrict": "unknown"}
        fields = {**facts, "title": f"{facts['title']} {number}", "place": place, "adapted_from": []}
        prose = {key: value for key, value in prose.items() if key != "place"}
        stem = target / "stories" / f"synthetic-{number}"
        _write(stem.with_suffix(".th.md"), fields, _shuffled(thai, sentences, chance))
        _write(stem.with_suffix(".en.md"), {**prose, "title": f"{prose['title']} {number}"}, english)


def _originals(docs: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any], str, list[str], str]]:
    """Yield (Thai fields, English fields, Thai body, its lines of text, English body) of every real story."""
    for path in sorted((docs / "stories").glob("*.th.md")):
        if path.name.startswith("index."):
            continue
        thai, _ = read_page(f"stories/{path.name}", path.read_bytes())
        name = path.name.replace(".th.", ".en.")
        english, _ = read_page(f"stories/{name}", path.with_name(name).read_bytes())
        if thai and english:
            yield dict(thai.meta), dict(english.meta), thai.body, re.findall(r"[^\n#]{30,}", thai.body), english.body


def _shuffled(body: str, sentences: list[str], chance: random.Random) -> str:
    """Return a body with its lines of text in another order, headings where they were."""
    order = iter(chance.sample(sentences, len(sentences)))
    return re.sub(r"[^\n#]{30,}", lambda _: next(order), body)


def _write(path: Path, fields: dict[str, Any], body: str) -> None:
    head = yaml.dump(fields, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)
    path.write_text(f"---\n{head}---\n{body}", encoding="utf-8")
