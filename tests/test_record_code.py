"""Signed records: the vectors that the browser shares, and what makes a code untrustworthy."""

import dataclasses
import json
from datetime import date

import pytest
from conftest import ROOT
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from porpiang.record_code import CodeError, Record, grouped, is_plain_name, public_key_of, sign, verify

SHARED = json.loads((ROOT / "tests" / "record_vectors.json").read_text(encoding="utf-8"))
PUBLIC = SHARED["public_key"]
KEY = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(SHARED["private_key"]))


def record(vector: dict) -> Record:
    return Record(**vector["record"] | {"day": date.fromisoformat(vector["record"]["day"])})


@pytest.mark.parametrize("vector", SHARED["signed"], ids=lambda vector: vector["record"]["course"])
def test_record_has_one_code_and_the_code_gives_the_record_back(vector):
    assert public_key_of(KEY) == PUBLIC
    assert sign(record(vector), KEY) == vector["code"]
    assert verify(vector["code"], PUBLIC) == record(vector)


@pytest.mark.parametrize("vector", SHARED["refused"], ids=lambda vector: vector["name"])
def test_code_not_to_be_trusted_is_refused_and_says_why(vector):
    with pytest.raises(CodeError) as refused:
        verify(vector["code"], PUBLIC)
    assert refused.value.fault == vector["fault"]


@pytest.mark.parametrize("key", SHARED["keys_refused"])
def test_text_that_is_no_public_key_is_refused(key):
    with pytest.raises(ValueError, match=f"^{key}$"):
        verify(SHARED["signed"][0]["code"], key)


def test_every_single_letter_counts():
    code = SHARED["signed"][0]["code"]
    for place in range(len(code)):
        other = "A" if code[place] != "A" else "B"
        with pytest.raises(CodeError):
            verify(code[:place] + other + code[place + 1 :], PUBLIC)


def test_code_may_be_typed_in_groups_and_small_letters_or_come_as_a_link():
    vector = SHARED["signed"][0]
    for typed in (grouped(vector["code"]).lower(), f"\n https://example.org/curricula/verify/#{vector['code']}\n"):
        assert verify(typed, PUBLIC) == record(vector)
    assert {len(group) for group in grouped(vector["code"]).split()[:-1]} == {5}


def test_code_fits_into_a_link_that_a_telephone_can_scan():
    longest = dataclasses.replace(record(SHARED["signed"][0]), name="ก" * 40, course="practitioners")
    assert len(sign(longest, KEY)) < 420


@pytest.mark.parametrize("name", ["สมใจ ใจดี", "น้ำ", "Zoë O’Neil-Śmith", "นาง ก. (ตัวอย่าง)"])
def test_ordinary_names_can_be_signed(name):
    assert is_plain_name(name)


@pytest.mark.parametrize("name", ["", " ก", "ก\nข", "ก\u200bข", "Zoe\u0308", "a\u202eb", "ก\u00a0ข"])
def test_names_with_something_hidden_cannot(name):
    assert not is_plain_name(name)
