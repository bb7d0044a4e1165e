"""The building blocks of every model: strict fields, prose and facts, words, dates, `unknown`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

T = TypeVar("T")

BUDDHIST_ERA = 543
_FIRST_BUDDHIST_YEAR = 2400  # no story is older than CE 1857 or newer than CE 2400, so such a year is a Buddhist one


class Fields(BaseModel):
    """Front matter: unknown fields refused, values never change, the text under a field is its manual."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        str_strip_whitespace=True,
        json_schema_serialization_defaults_required=True,
    )

    def references(self) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
        """Yield (location, kind, id) of the entries named in fields of the form list[Annotated[str, IdOf(kind)]]."""
        for name, info in type(self).model_fields.items():
            for argument in get_args(info.annotation):
                marks = get_args(argument)[1:] if get_origin(argument) is Annotated else ()
                for mark in marks:
                    if isinstance(mark, IdOf):
                        yield from (((name, i), mark.kind, value) for i, value in enumerate(getattr(self, name)))


@dataclass(frozen=True)
class ProseMark:
    """Marks a field that is written anew in each language; every other field is a fact and lives in .th.md only."""


@dataclass(frozen=True)
class RepeatedMark:
    """Marks a fact that a translation repeats, such as the key of a quiz, so that a slip in their order shows."""


@dataclass(frozen=True)
class WordOf:
    """Marks a field that takes a word of docs/_vocabulary/<words>.yml, and checks it."""

    words: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check the value after it is known to be text."""
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Name the list of words, for whoever has the vocabulary and can write out the words."""
        return handler(schema) | {"x-words": self.words}

    def _check(self, value: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get("vocabulary", {}).get(self.words, {})
        if value not in known:
            details = {"value": value, "words": self.words, "known": list(known)}
            raise PydanticCustomError("unknown-word", "unknown word", details)
        return value


@dataclass(frozen=True)
class IdOf:
    """Marks a field that names another entry by id; the catalog checks that the entry exists."""

    kind: str


def _known(value: Any) -> Any:
    return None if value == "unknown" else value


def _year(value: int) -> int:
    if value >= _FIRST_BUDDHIST_YEAR:
        raise PydanticCustomError("buddhist-year", "BE", {"value": value, "ce": value - BUDDHIST_ERA})
    return value


def _date(value: Any) -> Any:
    text = str(value)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise PydanticCustomError("not-a-date", "not a date", {"value": text})
    _year(int(text[:4]))
    return _existing(text)


def _existing(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("not-a-date", "not a date", {"value": text}) from None


def _partial_date(value: Any) -> Any:
    text = str(value)
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        raise PydanticCustomError("not-a-date", "not a date", {"value": text})
    _year(int(text[:4]))
    _existing(f"{text}-01-01"[:10])
    return text


Unknown = Annotated[T | None, BeforeValidator(_known)]
"""A value, or `unknown` in the file and None in Python."""

Text = Annotated[str, Field(min_length=1)]
Prose = Annotated[str, Field(min_length=1), ProseMark()]
Sentence = Annotated[str, Field(min_length=1, max_length=240), ProseMark()]
Url = Annotated[str, Field(pattern=r'^https?://[^\s<>"]+$')]
Year = Annotated[int, Field(ge=1700), AfterValidator(_year)]
Day = Annotated[date, BeforeValidator(_date)]
PartialDate = Annotated[
    str,
    BeforeValidator(_partial_date),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}),
]
"""YYYY, YYYY-MM or YYYY-MM-DD, Common Era."""
SourceId = Annotated[str, Field(min_length=1)]


class Source(Fields):
    """Where a fact comes from."""

    id: SourceId
    """รหัสสั้น ๆ ที่ใช้อ้างในหน้านี้ เช่น a · short id, used on this page only"""
    title: Text
    """ชื่อเอกสารหรือหน้าเว็บ ตามภาษาต้นทาง · title in its own language"""
    url: Url
    """ที่อยู่เว็บ · web address"""
    date: Unknown[PartialDate]
    """วันที่ของเอกสาร หรือ unknown · date of the source, or unknown"""
    supports: Prose
    """แหล่งนี้ยืนยันเรื่องใด · what it supports"""
