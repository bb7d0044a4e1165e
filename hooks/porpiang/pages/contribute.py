"""The editors' manual: every field of every kind of entry, written from the models."""

from html import escape
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from ..model import KINDS, Fields, IdOf, ProseMark, WordOf
from .writer import Writer, heading, items

_WORDS = (
    "story_kinds", "lao_types", "themes", "problems", "evidence_grades", "consents", "rules", "course_levels", "verbs",
    "ways_of_learning", "visit_kinds",
)  # fmt: skip
_FOLDERS = {"modules": "curricula/&lt;course&gt;"}  # a module lies in the folder of its course; the others by kind


def contribute_page(writer: Writer, body: str) -> str:
    """Return the page for contributors: its own words, a table of fields for each kind, the words in use."""
    parts = [body]
    for kind, model in KINDS.items():
        parts.append(
            heading(f"{escape(writer.label('kinds', kind))} · <code>docs/{_FOLDERS.get(kind, kind)}/</code>", kind)
        )
        parts.append(field_table(model, writer))
    parts.append(writer.heading("words_in_use"))
    for words in _WORDS:
        known = writer.catalog.vocabulary[words].values()
        lines = (f"<code>{word.id}</code> {escape(word.label(writer.locale))}" for word in known)
        parts.append(f"<p><b><code>{words}</code></b></p>{items(lines)}")
    return "".join(parts)


def field_table(model: type[Fields], writer: Writer) -> str:
    """Return a table of a model's fields; nested fields are written parent.child."""
    head = "".join(f'<th scope="col">{writer.html(f"field_{name}")}</th>' for name in ("name", "meaning", "translated"))
    rows = []
    for name, description, is_prose in fields_of(model):
        cells = (f"<code>{name}</code>", escape(meaning(description, writer.locale)), "✓" if is_prose else "")
        rows.append(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    return f'<div class="fields"><table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


def meaning(description: str, locale: str) -> str:
    """Return a field's description in a language; descriptions are written "Thai · English"."""
    return description.partition(" · ")[0 if locale == "th" else 2] or description


def fields_of(model: type[BaseModel], prefix: str = "") -> list[tuple[str, str, bool]]:
    """Return (dotted name, description, whether it is translated) of every field, parents before children."""
    found = []
    for name, info in model.model_fields.items():
        marks = [*info.metadata, *_marks(info.annotation)]
        words = "".join(f" ({mark.words})" for mark in marks if isinstance(mark, WordOf))
        ids = "".join(f" ({mark.kind})" for mark in marks if isinstance(mark, IdOf))
        thai, dot, english = (info.description or "").partition(" · ")
        description = f"{thai}{words}{ids}{dot}{english}{(words + ids) if dot else ''}"
        found.append((f"{prefix}{name}", description, any(isinstance(mark, ProseMark) for mark in marks)))
        for child in _models(info.annotation):
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
