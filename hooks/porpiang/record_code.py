"""A record of learning as a signed code: short enough for a link or a QR code. record-code.js reads the same.

The text of a record is six lines, each ended by a line feed, in UTF-8 (NFC), without any other control character:
the organizer's id, the learner's name, the course's id, its version, the day (YYYY-MM-DD, CE), right/count.
What is signed with Ed25519 is the line "porpiang record 1" and that text. The code is "PR1" and, in base32 without
padding, the 64 bytes of the signature and then the text: everything that a checker needs but the public key.
"""

import base64
import binascii
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from .organizers import day_of, key_bytes, padded, unpadded

MARK = "PR1"
_SIGNED_FIRST = b"porpiang record 1\n"  # so that a signature made for anything else never fits a record
_SIGNATURE_LENGTH = 64
_SEPARATORS = re.compile(r"[\s-]+")
_SCORE = re.compile(r"(0|[1-9][0-9]{0,3})/([1-9][0-9]{0,3})")

Fault = Literal["strange", "cut", "changed"]


class CodeError(ValueError):
    """A code not to be trusted: `strange` is none of ours, `cut` lacks letters, `changed` is mistyped or forged."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class Record:
    """Who learnt what: organizer and course are ids, right of count items were answered right in the last test."""

    organizer: str
    name: str
    course: str
    version: str
    day: date
    right: int
    count: int

    @property
    def text(self) -> str:
        """The lines that are signed and carried; there is only one way to write a record."""
        score = f"{self.right}/{self.count}"
        return "\n".join((self.organizer, self.name, self.course, self.version, self.day.isoformat(), score, ""))


def is_plain_name(name: str) -> bool:
    """Say whether a name can stand in a record: some letters in normal form, on one line, with nothing hidden."""
    hidden = any(unicodedata.category(letter)[0] in "CZ" and letter != " " for letter in name)
    return bool(name) and name == unicodedata.normalize("NFC", name).strip() and not hidden


def sign(record: Record, key: Ed25519PrivateKey) -> str:
    """Return the code of a record."""
    text = record.text.encode()
    return MARK + unpadded(key.sign(_SIGNED_FIRST + text) + text)


def verify(code: str, public_key: str) -> Record:
    """Return the record that a code carries and the key signed; raises CodeError, or ValueError for no public key."""
    key = key_bytes(public_key)
    if key is None:
        raise ValueError(public_key)
    signature, text = _opened(code)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _SIGNED_FIRST + text)
    except InvalidSignature:
        raise CodeError("changed") from None
    return _read(text)


def grouped(code: str) -> str:
    """Return a code in groups of five, as it is printed and typed."""
    return " ".join(code[start : start + 5] for start in range(0, len(code), 5))


def public_key_of(key: Ed25519PrivateKey) -> str:
    """Return the public key of a private one, on one line."""
    return unpadded(key.public_key().public_bytes_raw())


def _opened(code: str) -> tuple[bytes, bytes]:
    """Return the signature and the text of a code, or of a link that ends in one."""
    plain = _SEPARATORS.sub("", code.rpartition("#")[2]).upper()
    letters = plain.removeprefix(MARK)
    if letters == plain or not re.fullmatch("[A-Z2-7]*", letters):
        raise CodeError("strange")
    try:
        data = base64.b32decode(padded(letters))
    except binascii.Error:
        raise CodeError("cut") from None
    signature, text = data[:_SIGNATURE_LENGTH], data[_SIGNATURE_LENGTH:]
    if not text.endswith(b"\n") or text.count(b"\n") < 6:
        raise CodeError("cut")
    if unpadded(data) != letters:
        raise CodeError("changed")
    return signature, text


def _read(text: bytes) -> Record:
    try:
        organizer, name, course, version, written, score, _ = text.decode().split("\n")
    except ValueError:
        raise CodeError("changed") from None
    day, points = day_of(written), _SCORE.fullmatch(score)
    if day is None or points is None:
        raise CodeError("changed")
    return Record(organizer, name, course, version, day, int(points[1]), int(points[2]))
