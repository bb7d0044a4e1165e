"""Synthetic stories for the benchmarks: real stories moved to other places, so that words, sizes and names are real."""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from porpiang.geography import Area, districts, provinces, subdistricts
from porpiang.page import read_page


@dataclass(frozen=True)
class _Original:
    """A real story: its fields and body in each language, and how it names its place."""

    thai: dict[str, Any]
    english: dict[str, Any]
    thai_body: str
    english_body: str

    @property
    def names(self) -> list[str]:
        """The Thai names of its subdistrict and district, where they are known."""
        return [name for key in ("subdistrict", "district") if (name := self.thai["place"][key]) != "unknown"]


def copy_with_stories(docs: Path, target: Path, count: int) -> list[str]:
    """Copy docs/ to target and add stories until there are `count`; return the new ids.

    The same count gives the same files. Each new story is a real one with another place, other figures and its lines
    of text in another order; half of them take their title's second half from yet another story.
    """
    shutil.copytree(docs, target, dirs_exist_ok=True)
    originals = list(_originals(docs))
    places = list(_places())
    chance = random.Random(count)
    ids = []
    for number in range(count - len(originals)):
        original, other = chance.choice(originals), chance.choice(originals)
        province, district, subdistrict = chance.choice(places)
        names = [subdistrict.th, district.th]
        story_id = f"{re.sub(r'[^a-z]+', '-', subdistrict.en.lower()).strip('-') or 'place'}-{number}"
        place = {"province": province.code, "district": district.th, "subdistrict": subdistrict.th}
        thai = _moved(original, original.thai, names, chance)
        title = f"{_who(original)}{subdistrict.th} {_what(other.thai['title'])}"
        thai |= {"title": title, "place": place, "adapted_from": [], "people": chance.randrange(400, 40_000)}
        english = {key: value for key, value in original.english.items() if key != "place"}
        english["title"] = f"{subdistrict.en}: {_what(other.english['title'])}"
        stem = target / "stories" / story_id
        _write(
            stem.with_suffix(".th.md"),
            thai,
            _shuffled(_moved_text(original, original.thai_body, names, chance), chance),
        )
        _write(stem.with_suffix(".en.md"), english, _shuffled(original.english_body, chance))
        ids.append(story_id)
    return ids


def _originals(docs: Path) -> Iterator[_Original]:
    for path in sorted((docs / "stories").glob("*.th.md")):
        if path.name.startswith("index."):
            continue
        thai, _ = read_page(f"stories/{path.name}", path.read_bytes())
        name = path.name.replace(".th.", ".en.")
        english, _ = read_page(f"stories/{name}", path.with_name(name).read_bytes())
        if thai and english:
            yield _Original(dict(thai.meta), dict(english.meta), thai.body, english.body)


def _places() -> Iterator[tuple[Area, Area, Area]]:
    """Yield every subdistrict of the country with its district and province."""
    for province in provinces().values():
        for district in districts(province.code).values():
            for subdistrict in subdistricts(district.code).values():
                yield province, district, subdistrict


def _who(original: _Original) -> str:
    return {"sao": "อบต.", "subdistrict-municipality": "เทศบาลตำบล"}.get(original.thai["lao_type"], "บ้าน")


def _what(title: str) -> str:
    """Return what a title says after who did it."""
    return re.split(r": | ", title, maxsplit=1)[-1]


def _moved(original: _Original, value: Any, names: list[str], chance: random.Random) -> Any:
    """Return front matter with the names of the place and the figures in its sentences changed."""
    if isinstance(value, dict):
        return {key: _moved(original, item, names, chance) for key, item in value.items()}
    if isinstance(value, list):
        return [_moved(original, item, names, chance) for item in value]
    return _moved_text(original, value, names, chance) if isinstance(value, str) and " " in value else value


def _moved_text(original: _Original, text: str, names: list[str], chance: random.Random) -> str:
    for old, new in zip(original.names, names, strict=False):
        text = text.replace(old, new)
    return re.sub(r"\b\d{2,3}\b(?![-–/.])", lambda _: str(chance.randrange(11, 990)), text)


def _shuffled(body: str, chance: random.Random) -> str:
    """Return a body with its lines of text in another order, headings where they were."""
    lines = re.findall(r"[^\n#]{30,}", body)
    order = iter(chance.sample(lines, len(lines)))
    return re.sub(r"[^\n#]{30,}", lambda _: next(order), body)


def _write(path: Path, fields: dict[str, Any], body: str) -> None:
    head = yaml.dump(fields, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)
    path.write_text(f"---\n{head}---\n{body}", encoding="utf-8")
