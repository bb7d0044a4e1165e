"""Organizers whose signatures the site knows, from organizers.yml: whose key it is, and from when until when."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .problem import Problem, problem
from .vocabulary import FOLDER, Vocabulary, Word

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KEY_LENGTH = 32  # bytes of an Ed25519 public key


@dataclass(frozen=True)
class Organizer:
    """key is the public key as keygen prints it; it signs records of the days begins to ends, both included.

    Nothing that it signed is to be trusted once it is revoked, whatever day stands in it.
    """

    id: str
    names: Mapping[str, str]
    key: str
    begins: date
    ends: date
    revoked: date | None


def read_organizers(vocabulary: Vocabulary) -> dict[str, Organizer]:
    """Return the organizers by id; those that are written wrong are left out, and reported by check_organizers."""
    return {
        word.id: Organizer(
            id=word.id,
            names=word.labels,
            key=word.more["key"],
            begins=date.fromisoformat(word.more["from"]),
            ends=date.fromisoformat(word.more["until"]),
            revoked=date.fromisoformat(word.more["revoked"]) if word.more.get("revoked") else None,
        )
        for word in vocabulary["organizers"].values()
        if not any(_faults(word))
    }


def check_organizers(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find organizers without a usable public key or without sound days."""
    for word in vocabulary["organizers"].values():
        yield from _faults(word)


def _faults(word: Word) -> Iterator[Problem]:
    path = f"{FOLDER}organizers.yml"
    for name in ("key", "from", "until"):
        if not word.more.get(name):
            yield problem("missing-field", path, word.line(name), f"{word.id}.{name}", key=name)
    key = word.more.get("key")
    if key and not (isinstance(key, str) and key_bytes(key)):
        yield problem("public-key", path, word.line("key"), f"{word.id}.key", value=key)
    days = {name: word.more[name] for name in ("from", "until", "revoked") if word.more.get(name)}
    unsound = [name for name, value in days.items() if not (isinstance(value, str) and day_of(value))]
    for name in unsound:
        yield problem("not-a-date", path, word.line(name), f"{word.id}.{name}", value=days[name])
    if not unsound and {"from", "until"} <= days.keys() and days["until"] < days["from"]:
        values = {"value": days["until"], "start": days["from"]}
        yield problem("end-before-start", path, word.line("until"), f"{word.id}.until", **values)


def key_bytes(text: str) -> bytes | None:
    """Return the 32 bytes of a public key written in base32, or None for any other text."""
    try:
        key = base64.b32decode(padded(text))
    except binascii.Error:
        return None
    return key if len(key) == _KEY_LENGTH and unpadded(key) == text else None


def padded(text: str) -> str:
    """Return base32 with the signs at its end that Python asks for and people need not type."""
    return text + "=" * (-len(text) % 8)


def unpadded(data: bytes) -> str:
    """Return bytes in base32 (RFC 4648) without signs at its end: capital letters and the digits 2 to 7."""
    return base64.b32encode(data).decode().rstrip("=")


def day_of(text: str) -> date | None:
    """Return the day of a text YYYY-MM-DD, or None where it is another text or a day that does not exist."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
