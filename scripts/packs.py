#!/usr/bin/env python3
"""Make the packs of every course of a built site, and put links to them into the pages of the courses.

Every pack_*.py beside this file makes packs of its own kind.
"""

import re
import shutil
import sys
from functools import partial
from html import escape
from importlib import import_module
from os.path import relpath
from pathlib import Path

from course_packs import COURSES, ROOT, Pack, say
from porpiang.page import LOCALES, localized

_PLACE = re.compile(
    r"""(<!-- packs:([a-z0-9-]*):([a-z]+) -->)(?:<section class="packs">.*?<!-- packs:end -->)?""", re.DOTALL
)
_MEGABYTE = 1_000_000


def main(site: Path = ROOT / "site") -> int:
    """Make the packs into packs/ of the site; return 1 if there is no site."""
    if not (site / COURSES / "index.html").exists():
        print(f"{site}: ยังไม่มีเว็บที่นี่ สั่ง make build ก่อน / no site here yet: run make build first", file=sys.stderr)
        return 1
    for pack in make_packs(site):
        print(f"{pack.path.relative_to(site).as_posix():<48}{pack.bytes / 1000:>10,.0f} kB")
    return 0


def make_packs(site: Path) -> list[Pack]:
    """Make every pack of a built site into its folder packs/, anew, and fill the places for links to them."""
    out = site / "packs"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    fill_places(site, [])  # the makers see the pages as they were built
    makers = [import_module(path.stem) for path in sorted(Path(__file__).parent.glob("pack_*.py"))]
    packs = [pack for maker in makers for pack in maker.make(site, out)]
    fill_places(site, packs)
    return packs


def fill_places(site: Path, packs: list[Pack]) -> None:
    """Put links into every page that keeps a place for them; without packs the place is empty again."""
    for locale in LOCALES:
        for path in sorted((site / localized(COURSES, locale)).rglob("index.html")):
            page = path.read_text(encoding="utf-8")
            filled = _PLACE.sub(partial(_place, packs, path.parent), page)
            if filled != page:
                path.write_text(filled, encoding="utf-8")


def _place(packs: list[Pack], folder: Path, place: re.Match[str]) -> str:
    """Return a place, with links to its course's packs if there are any, those in the page's language first."""
    mark, course, locale = place.groups()
    own = sorted((pack for pack in packs if pack.course == course), key=lambda pack: pack.locale != locale)
    if not own:
        return mark
    title = escape(say("packs" if course else "packs_of_all", locale))
    lines = "".join(_line(pack, locale, Path(relpath(pack.path, folder)).as_posix()) for pack in own)
    return f'{mark}<section class="packs"><h2 id="packs">{title}</h2><ul>{lines}</ul></section><!-- packs:end -->'


def _line(pack: Pack, locale: str, address: str) -> str:
    """Return a link that says what the pack is, in which language, and how large."""
    about = say(
        "pack_about",
        locale,
        format=pack.path.suffix.removeprefix(".").upper(),
        language=say(f"language_{pack.locale}", locale),
        size=_size(pack.bytes, locale),
    )
    name = escape(say(f"pack_{pack.kind}", locale))
    return f'<li><a href="{escape(address)}" hreflang="{pack.locale}">{name}</a> ({escape(about)})</li>'


def _size(count: int, locale: str) -> str:
    """Return a number of bytes in words, rounded up: 412 kB, 1.3 MB."""
    if count < _MEGABYTE:
        return say("kilobytes", locale, size=-(-count // 1000))
    return say("megabytes", locale, size=f"{-(-count // 100_000) / 10:,.1f}")


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
