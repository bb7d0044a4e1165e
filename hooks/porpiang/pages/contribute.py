"""The editors' manual: every field of every kind of entry, written from the models."""

from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from ..model import KINDS, Fields, IdOf, ProseMark, WordOf
from .writer import Writer, join, plain


def contribute_page(writer: Writer, body: str) -> str:
    """Return the page for contributors: its own words, then a table of fields for each kind."""
    parts = [body.strip()]
    for kind, model in KINDS.items():
        parts += [f"## {writer.label('kinds', kind)} · `docs/{kind}/`", field_table(model, writer)]
    parts += [f"## {writer.text('words_in_use')}", words_tables(writer)]
    return join(*parts)


def field_table(model: type[Fields], writer: Writer) -> str:
    """Return a Markdown table of a model's fields; nested fields are written parent.child."""
    head = [writer.text(f"field_{column}") for column in ("name", "meaning", "translated")]
    rows = [f"| {' | '.join(head)} |", "| --- | --- | :-: |"]
    for name, description, is_prose in fields_of(model):
        meaning = description.partition(" · ")[0 if writer.locale == "th" else 2] or description
        rows.append(f"| `{name}` | {plain(meaning)} | {'✓' if is_prose else ''} |")
    return "\n".join(rows)


def fields_of(model: type[BaseModel], prefix: str = "") -> list[tuple[str, str, bool]]:
    """Return (dotted name, description, whether it is translated) of every field, parents before children."""
    found = []
    for name, info in model.model_fields.items():
        below = _models(info.annotation)
        marks = [*info.metadata, *_marks(info.annotation)]
        words = "".join(f" ({mark.words})" for mark in marks if isinstance(mark, WordOf))
        ids = "".join(f" ({mark.kind})" for mark in marks if isinstance(mark, IdOf))
        is_prose = any(isinstance(mark, ProseMark) for mark in marks)
        thai, dot, english = (info.description or "").partition(" · ")
        found.append((f"{prefix}{name}", f"{thai}{words}{ids}{dot}{english}{words + ids if dot else ''}", is_prose))
        for child in below:
            found += fields_of(child, f"{prefix}{name}.")
    return found


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models(argument)]


def _marks(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return [*marks, *_marks(inner)]
    return [mark for argument in get_args(annotation) for mark in _marks(argument)]


def words_tables(writer: Writer) -> str:
    """Return the words that stories may use, list by list."""
    parts = []
    for words in ("story_kinds", "lao_types", "themes", "problems", "evidence_grades", "consents", "rules"):
        parts.append(f"**`{words}`**")
        parts.append(
            "\n".join(
                f"- `{word.id}` {plain(word.label(writer.locale))}"
                for word in writer.catalog.vocabulary[words].values()
            )
        )
    return join(*parts)
