"""The command by which an organizer makes a key and signs records, as it is typed."""

import re
import stat

import pytest
from conftest import ROOT
from porpiang.record_code import verify
from sign_records import main

TABLE = "name,course,version,date,right,count\nสมใจ <b>ใจดี,leaders,1.0,2025-11-20,14,16\nJohn,trainers,1.0,2025-11-20,9,16\n"


@pytest.fixture
def key(tmp_path, capsys):
    """Return (file of a new private key, its public key)."""
    path = tmp_path / "key.pem"
    assert main(["keygen", str(path)]) == 0
    return path, capsys.readouterr().out.strip()


def sign(tmp_path, key, table=TABLE, **more):
    (tmp_path / "learners.csv").write_text(table, encoding="utf-8")
    options = {
        "key": key,
        "organizer": "khlong-sai",
        "site": "https://example.org/a",
        "out": tmp_path / "out.html",
    } | more
    return main(["sign", str(tmp_path / "learners.csv"), *(f"--{name}={value}" for name, value in options.items())])


def test_key_is_for_its_owner_alone_and_the_public_key_is_one_line(key):
    path, public = key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text().startswith("-----BEGIN PRIVATE KEY-----")
    assert re.fullmatch("[A-Z2-7]{52}", public)


def test_key_is_never_overwritten(key, capsys):
    before = key[0].read_bytes()
    assert main(["keygen", str(key[0])]) == 1
    assert key[0].read_bytes() == before
    said = capsys.readouterr()
    assert said.out == ""
    assert "ไม่เขียนทับ" in said.err
    assert "not overwritten" in said.err


@pytest.mark.parametrize("name", ["key.pem", "docs/key.pem", "tests/../key.pem"])
def test_key_is_never_written_into_the_project(name, capsys):
    assert main(["keygen", str(ROOT / name)]) == 1
    assert not (ROOT / name).exists()
    assert "อยู่ในโฟลเดอร์ของโครงการ" in capsys.readouterr().err


def test_two_keys_differ(key, tmp_path, capsys):
    main(["keygen", str(tmp_path / "second.pem")])
    assert capsys.readouterr().out.strip() != key[1]


@pytest.mark.parametrize(("language", "day"), [("th", "20 พฤศจิกายน 2568"), ("en", "20 November 2025")])
def test_signed_sheets_carry_codes_that_the_public_key_confirms(key, tmp_path, capsys, language, day):
    assert sign(tmp_path, key[0], language=language) == 0
    assert "2 records signed" in capsys.readouterr().out
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    codes = re.findall(r'class="code">([^<]+)', page)
    assert [verify(code, key[1]).name for code in codes] == ["สมใจ <b>ใจดี", "John"]
    assert "<b>ใจดี" not in page
    assert page.count("<svg") == page.count(day) == 2
    start = "https://example.org/a/curricula/verify/#PR1" if language == "th" else "https://example.org/a/en/curricula/"
    assert page.count(f'href="{start}') == 2
    assert main(["verify", codes[0], "--public-key", key[1]]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["khlong-sai", "สมใจ <b>ใจดี"]
    assert main(["verify", codes[0][:-9], "--public-key", key[1]]) == 1
    assert "รหัสไม่ครบ" in capsys.readouterr().err


def test_one_bad_line_and_nothing_is_signed(key, tmp_path, capsys):
    assert sign(tmp_path, key[0], TABLE.replace("trainers", "trainer")) == 1
    said = capsys.readouterr().err
    assert f"{tmp_path}/learners.csv:3: course: " in said
    assert "nothing was signed" in said
    assert not (tmp_path / "out.html").exists()


@pytest.mark.parametrize(
    ("option", "value", "english"),
    [
        ("organizer", "Khlong Sai", "lower-case ASCII"),
        ("key", "no-such.pem", "cannot be opened"),
        ("key", ROOT / "README.md", "not a private key"),
        ("site", "", "--site https://"),
        ("out", "/no/such/folder/out.html", "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_both_languages(key, tmp_path, capsys, option, value, english):
    assert sign(tmp_path, **{"key": key[0], option: value}) == 1
    said = capsys.readouterr().err
    assert english in said
    assert re.search("[ก-๙]{4}", said)
