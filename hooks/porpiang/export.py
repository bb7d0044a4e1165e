"""Open data: every kind of entry as JSON, as CSV and as CSV for spreadsheets, and the JSON Schema of each."""

import csv
import io
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from pydantic_core import to_json

from .catalog import Catalog, Entry
from .model import KINDS, Fields, translation_of
from .page import DEFAULT_LOCALE, LOCALES
from .vocabulary import Vocabulary

Form = Literal["text", "number", "date", "codes", "json"]
"""How a column is written: codes are joined by semicolons, json is a list or a group as JSON."""

_RUNS_AS_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def file_addresses(kind: str) -> dict[str, str]:
    """Return the files of a kind, what the file is for → address below the site's root."""
    return {
        "excel": f"data/{kind}-excel.csv",
        "csv": f"data/{kind}.csv",
        "json": f"data/{kind}.json",
        "schema": f"data/schema/{kind}.json",
    }


@lru_cache(maxsize=2)  # while serving, the catalog and the one before it
def export_data(catalog: Catalog) -> Mapping[str, str]:
    """Return the open-data files, address below the site's root → text."""
    files: dict[str, str] = {}
    for kind, model in KINDS.items():
        address, forms = file_addresses(kind), column_forms(model)
        records = [_record(entry) for entry in catalog.of(kind)]
        rows = [[_cell(record[name], form) for name, form in forms.items()] for record in records]
        files[address["excel"]] = "\ufeff" + _csv(forms, ([_harmless(cell) for cell in row] for row in rows))
        files[address["csv"]] = _csv(forms, rows)
        files[address["json"]] = _json(records)
        files[address["schema"]] = _json(_schema(kind, catalog))
    return files


@cache
def column_forms(model: type[Fields]) -> Mapping[str, Form]:
    """Return the columns of a kind's CSV in order, name → how it is written."""
    schema = model.model_json_schema(mode="serialization")
    prose = translation_of(model).model_fields
    forms: dict[str, Form] = {"id": "text"}
    return forms | {name: _form(field, name in prose) for name, field in schema["properties"].items()}


def _form(schema: Mapping[str, Any], is_prose: bool) -> Form:
    known = next(part for part in schema.get("anyOf", [schema]) if part.get("type") != "null")
    match known.get("type"):
        case "string":
            return "date" if known.get("format") == "date" else "text"
        case "integer" | "number":
            return "number"
        case "array" if not is_prose and "$ref" not in known["items"]:  # prose may hold a semicolon
            return "codes"
    return "json"


def _record(entry: Entry) -> dict[str, Any]:
    """Return an entry as data: its facts once, each translation's prose below its language; null means unknown."""
    thai, *others = entry.fields
    prose = _prose_in(KINDS[entry.kind])
    record = {"id": entry.id, **entry.fields[thai].model_dump(mode="json")}
    halves = {locale: entry.fields[locale].model_dump(mode="json", include=prose) for locale in others}
    return record | {"translations": halves}


@cache
def _prose_in(model: type[Fields]) -> dict[str, Any]:
    """Return the fields of a model that are translated, as pydantic wants them named."""
    return {name: _below(info.annotation) for name, info in translation_of(model).model_fields.items()}


def _below(annotation: Any) -> Any:
    """Return the translated fields of the model in a type, or True where the type holds plain text."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {name: _below(info.annotation) for name, info in annotation.model_fields.items()}
    for argument in get_args(annotation):
        if (below := _below(argument)) is not True:
            return {"__all__": below} if get_origin(annotation) is list else below
    return True


def _schema(kind: str, catalog: Catalog) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind's file; its address is relative, so true wherever it lies."""
    model = KINDS[kind]
    translation = translation_of(model)
    _, found = models_json_schema([(model, "serialization"), (translation, "serialization")])
    definitions = found["$defs"]
    _list_words(definitions, catalog.vocabulary)
    languages = {locale: {"$ref": f"#/$defs/{translation.__name__}"} for locale in LOCALES if locale != DEFAULT_LOCALE}
    about = {name: _in_all_languages(catalog, f"data_{name}") for name in ("id", "translations", "null")}
    entry_id = {"type": "string", "pattern": "^[a-z0-9]+([-/][a-z0-9]+)*$", "description": about["id"]}
    translations = {
        "type": "object",
        "properties": languages,
        "additionalProperties": False,
        "description": about["translations"],
    }
    record = definitions[model.__name__]
    record["properties"] = {"id": entry_id, **record["properties"], "translations": translations}
    record["required"] = ["id", *record["required"], "translations"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{kind}.json",
        "title": " · ".join(catalog.label("kinds", kind, locale) for locale in LOCALES),
        "description": about["null"],
        "type": "array",
        "items": {"$ref": f"#/$defs/{model.__name__}"},
        "$defs": definitions,
    }


def _in_all_languages(catalog: Catalog, key: str) -> str:
    return " · ".join(catalog.text(key, locale) for locale in LOCALES)


def _list_words(schema: Any, vocabulary: Vocabulary) -> None:
    """Write into every field that takes a word of the vocabulary which words these are, with their labels."""
    if isinstance(schema, list):
        for part in schema:
            _list_words(part, vocabulary)
    elif isinstance(schema, dict):
        for part in schema.values():
            _list_words(part, vocabulary)
        if words := vocabulary.get(schema.pop("x-words", ""), {}):
            labels = {word.id: " · ".join(word.label(locale) for locale in LOCALES) for word in words.values()}
            schema["oneOf"] = [{"const": word, "title": label} for word, label in labels.items()]


def _json(value: object) -> str:
    return to_json(value).decode() + "\n"


def _csv(columns: Iterable[str], rows: Iterable[list[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _cell(value: Any, form: Form) -> Any:
    if value is None:
        return ""
    if form == "codes":
        return ";".join(value)
    return to_json(value).decode() if form == "json" else value


def _harmless(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula: text that begins like one is quoted, a number is not."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUNS_AS_FORMULA) else cell
