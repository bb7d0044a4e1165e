#!/usr/bin/env python3
"""Sign records of learning without a network: keygen makes a key, sign signs a table of learners, verify checks a code.

What comes out of `sign` is one printable page with the record, its code and a QR code for each learner.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterable
from datetime import date
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

import segno  # noqa: E402
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: E402
from cryptography.hazmat.primitives.serialization import (  # noqa: E402
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from porpiang.assembly import assemble, read_files  # noqa: E402
from porpiang.catalog import Catalog  # noqa: E402
from porpiang.dates import day  # noqa: E402
from porpiang.organizers import read_organizers  # noqa: E402
from porpiang.page import LOCALES, localized  # noqa: E402
from porpiang.problem import Problem  # noqa: E402
from porpiang.record_code import CodeError, Record, grouped, public_key_of, sign, verify  # noqa: E402
from porpiang.record_rows import read_rows  # noqa: E402

VERIFY = "curricula/verify/"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Refusal(Exception):
    """Something that cannot be done, said in Thai and in English."""

    def __init__(self, thai: str, english: str) -> None:
        super().__init__(f"{thai} | {english}")


def keygen(path: Path) -> None:
    """Write a new private key to a file that its owner alone can read, and print the public key."""
    path = path.expanduser().resolve()
    if path.is_relative_to(ROOT):
        raise Refusal(
            f"{path} อยู่ในโฟลเดอร์ของโครงการ กุญแจส่วนตัวอาจถูกเผยแพร่ เลือกที่เก็บอื่น เช่น แฟลชไดรฟ์ที่เก็บในตู้ล็อก",
            "that is inside the project, where a private key could be published; keep it elsewhere",
        )
    key = Ed25519PrivateKey.generate()
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Refusal(
            f"มีไฟล์ {path} อยู่แล้ว ไม่เขียนทับ เพราะกุญแจเดิมจะหายถาวร ตั้งชื่อใหม่",
            "there is such a file; it is not overwritten, since the key in it would be lost for good",
        ) from None
    except OSError as error:
        raise Refusal(f"เขียนไฟล์ {path} ไม่ได้", f"it cannot be written: {error.strerror}") from None
    with os.fdopen(file, "wb") as opened:
        opened.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    print(f"กุญแจส่วนตัวอยู่ใน {path} ห้ามให้ใคร | the private key is in {path}; give it to nobody", file=sys.stderr)
    print("กุญแจสาธารณะ ส่งให้ผู้ดูแลเว็บขึ้นทะเบียน | the public key, to be registered with the site:", file=sys.stderr)
    print(public_key_of(key))


def read_key(path: Path) -> Ed25519PrivateKey:
    """Return the private key in a file."""
    try:
        key = load_pem_private_key(path.expanduser().read_bytes(), password=None)
    except OSError as error:
        raise Refusal(f"เปิดไฟล์กุญแจ {path} ไม่ได้", f"the key cannot be opened: {error.strerror}") from None
    except (ValueError, TypeError):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise Refusal(f"{path} ไม่ใช่กุญแจส่วนตัวจาก keygen", "that is not a private key of keygen")
    return key


def check_key(catalog: Catalog, organizer: str, key: Ed25519PrivateKey) -> None:
    """Refuse a key that is not the registered one or was revoked; say so when the organizer is not registered."""
    if not _ID.fullmatch(organizer):
        raise Refusal(
            f"รหัสผู้จัด “{organizer}” ต้องเป็นอักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง",
            "an organizer's id has lower-case ASCII letters, digits and hyphens only",
        )
    known = read_organizers(catalog.vocabulary).get(organizer)
    if known is None:
        print(
            f"ผู้จัด {organizer} ยังไม่ขึ้นทะเบียน ผู้ตรวจต้องวางกุญแจสาธารณะเอง"
            f" | {organizer} is not registered yet; whoever checks must paste the public key: {public_key_of(key)}",
            file=sys.stderr,
        )
    elif known.key != public_key_of(key):
        raise Refusal(f"กุญแจนี้ไม่ใช่กุญแจที่ {organizer} ขึ้นทะเบียนไว้", f"this is not the key that {organizer} registered")
    elif known.revoked:
        raise Refusal(f"กุญแจของ {organizer} ถูกเพิกถอนเมื่อ {known.revoked}", "the key was revoked; make a new one")


def sign_table(table: Path, key_file: Path, organizer: str, site: str, out: Path, locale: str) -> int:
    """Sign every line of a table, or none and name what is wrong with it; return the exit status."""
    catalog = assemble(read_files(ROOT / "docs")).catalog
    key = read_key(key_file)
    check_key(catalog, organizer, key)
    try:
        data = table.read_bytes()
    except OSError as error:
        raise Refusal(f"เปิดไฟล์ {table} ไม่ได้", f"the table cannot be opened: {error.strerror}") from None
    records, problems = read_rows(data, str(table), catalog, organizer, date.today())
    for found in problems:
        print(line_of(found), file=sys.stderr)
    if problems:
        print("ยังไม่ได้ลงลายมือชื่อใบใด แก้แล้วสั่งใหม่ | nothing was signed; mend the lines and try again", file=sys.stderr)
        return 1
    signed = [(record, sign(record, key)) for record in records]
    try:
        out.write_text(sheets(catalog, signed, site, locale), encoding="utf-8")
    except OSError as error:
        raise Refusal(f"เขียนไฟล์ {out} ไม่ได้", f"it cannot be written: {error.strerror}") from None
    print(f"ลงลายมือชื่อแล้ว {len(signed)} ใบ พิมพ์จาก {out} | {len(signed)} records signed; print {out}")
    return 0


def line_of(found: Problem) -> str:
    """Return one problem of a table as a line: file, line, column, fault and repair in both languages."""
    column = f" {found.field}:" if found.field else ""
    return f"{found.path}:{found.line}:{column} {found.th} → {found.repair_th} | {found.en} → {found.repair_en}"


# --- the printable page -------------------------------------------------------------------------------------

_STYLE = """
@page { size: A4; margin: 18mm }
body { font: 13pt/1.6 Sarabun, "TH Sarabun New", sans-serif; max-width: 170mm; margin: auto; padding: 4mm }
section { break-after: page; border: 0.5mm solid; padding: 10mm; margin-bottom: 10mm }
section:last-child { break-after: auto }
h1 { font-size: 20pt } .name { font-size: 18pt; font-weight: bold }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 6mm } dt { font-weight: bold } dd { margin: 0 }
.code { font: 9pt/1.5 monospace; overflow-wrap: anywhere } .qr { width: 48mm; height: auto } a { color: inherit }
"""


def sheets(catalog: Catalog, signed: Iterable[tuple[Record, str]], site: str, locale: str) -> str:
    """Return a page of HTML that needs nothing else, with a sheet for each record and its code."""
    sections = "".join(_sheet(catalog, record, code, site, locale) for record, code in signed)
    title = escape(catalog.text("record_heading", locale))
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="{locale}"><head>{head}</head><body>{sections}</body></html>\n'


def _sheet(catalog: Catalog, record: Record, code: str, site: str, locale: str) -> str:
    def said(key: str, **values: object) -> str:
        return escape(catalog.text(key, locale, **values))

    known = read_organizers(catalog.vocabulary).get(record.organizer)
    course = catalog.entries["curricula"][record.course].in_locale(locale).title
    address = f"{site.rstrip('/')}/{localized(VERIFY, locale)}"
    link = f"{address}#{code}"
    facts = (
        ("verify_course", escape(course)),
        ("verify_version", escape(record.version)),
        ("verify_day", day(record.day, locale)),
        ("verify_score", said("verify_score_value", right=record.right, count=record.count)),
        ("verify_organizer", escape(known.names[locale] if known else record.organizer)),
    )
    rows = "".join(f"<dt>{said(key)}</dt><dd>{value}</dd>" for key, value in facts)
    return (
        f'<section><p>{said("network")}</p><h1>{said("record_heading")}</h1><p class="name">{escape(record.name)}</p>'
        f"<dl>{rows}</dl>{qr(link)}"
        f'<p>{said("signed_how")}<br><a href="{escape(link)}">{escape(address)}</a></p>'
        f'<p>{said("signed_code")}</p><p class="code">{grouped(code)}</p>'
        f"<p><b>{said('signed_not_official')}</b></p></section>"
    )


def qr(link: str) -> str:
    """Return a QR code of a link as SVG."""
    return str(segno.make(link, error="m", micro=False).svg_inline(svgclass="qr", lineclass=None, omitsize=True))


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("keygen", help="สร้างกุญแจ | make a key")
    making.add_argument("file", type=Path, help="ไฟล์ใหม่ที่จะเก็บกุญแจส่วนตัว | the new file for the private key")
    signing = commands.add_parser("sign", help="ลงลายมือชื่อ | sign a table of learners")
    signing.add_argument("table", type=Path, help="CSV: name,course,version,date,right,count")
    signing.add_argument("--key", type=Path, required=True, help="ไฟล์กุญแจส่วนตัว | the file of the private key")
    signing.add_argument("--organizer", required=True, help="รหัสผู้จัด เช่น khlong-sai | the organizer's id")
    signing.add_argument("--site", default=os.environ.get("SITE_URL"), help="ที่อยู่เว็บ | the site's address: https://…")
    signing.add_argument("--out", type=Path, default=Path("records.html"), help="หน้าที่จะพิมพ์ | the page to print")
    signing.add_argument("--language", choices=LOCALES, default=LOCALES[0])
    checking = commands.add_parser("verify", help="ตรวจรหัส | check a code")
    checking.add_argument("code")
    checking.add_argument("--public-key", required=True)
    asked = parser.parse_args(arguments)
    try:
        if asked.command == "keygen":
            keygen(asked.file)
        elif asked.command == "verify":
            return check(asked.code, asked.public_key)
        elif not asked.site:
            raise Refusal("ใส่ที่อยู่เว็บด้วย --site https://…", "give the site's address with --site https://…")
        else:
            return sign_table(asked.table, asked.key, asked.organizer, asked.site, asked.out, asked.language)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def check(code: str, public_key: str) -> int:
    """Print the record that a code carries, or why it is not to be trusted; return the exit status."""
    catalog = assemble(read_files(ROOT / "docs")).catalog
    try:
        print(verify(code, public_key).text, end="")
        return 0
    except CodeError as error:
        key = f"verify_{error.fault}"
    except ValueError:
        key = "verify_bad_key"
    raise Refusal(catalog.text(key, "th"), catalog.text(key, "en"))


if __name__ == "__main__":
    sys.exit(main())
