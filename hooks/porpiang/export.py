"""Open data: every kind of entry as JSON and CSV, and the JSON Schema of each."""

import csv
import io
from typing import Any

from pydantic_core import to_json

from .catalog import Catalog, Entry
from .model import KINDS, Fields


def export_data(catalog: Catalog) -> dict[str, str]:
    """Return the open-data files, address below the site's root → text."""
    files: dict[str, str] = {}
    for kind, model in KINDS.items():
        records = [_record(entry) for entry in catalog.of(kind)]
        files[f"data/{kind}.json"] = _json(records)
        files[f"data/{kind}.csv"] = _csv(records, ["id", *model.model_fields])
        files[f"data/schema/{kind}.json"] = _json(_schema(model))
    return files


def _schema(model: type[Fields]) -> dict[str, Any]:
    """Return the JSON Schema of one record of a kind."""
    schema = model.model_json_schema()
    schema["properties"] |= {"id": {"type": "string"}, "translations": {"type": "object"}}
    schema["required"] += ["id", "translations"]
    return schema


def _record(entry: Entry) -> dict[str, Any]:
    """Return an entry as data: its facts once, each translation's fields below its language; null means unknown."""
    thai, *others = entry.fields
    record = {"id": entry.id, **entry.fields[thai].model_dump(mode="json")}
    return record | {"translations": {locale: entry.fields[locale].model_dump(mode="json") for locale in others}}


def _json(value: object) -> str:
    return to_json(value).decode() + "\n"


def _csv(records: list[dict[str, Any]], columns: list[str]) -> str:
    """Return records as CSV, one column a field; lists and groups are written as JSON in their cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for record in records:
        writer.writerow({key: _cell(record.get(key)) for key in columns})
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ";".join(value)
    return to_json(value).decode() if isinstance(value, (list, dict)) else value
