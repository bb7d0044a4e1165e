"""The kinds of entry, one model each; the folder below docs/ chooses the model."""

from .article import Article, Standing
from .fields import BUDDHIST_ERA, Fields, IdOf, ProseMark, Source, WordOf
from .plan import Activity, PlannedActivity, Strategy, Tactic
from .story import Award, Cost, Place, Reading, Result, Story
from .translation import merge, translation_of
from .validation import validate

KINDS: dict[str, type[Fields]] = {
    "plan": Strategy,
    "activities": Activity,
    "stories": Story,
    "knowledge": Article,
}

__all__ = [
    "BUDDHIST_ERA",
    "KINDS",
    "Activity",
    "Article",
    "Award",
    "Cost",
    "Fields",
    "IdOf",
    "Place",
    "PlannedActivity",
    "ProseMark",
    "Reading",
    "Result",
    "Source",
    "Standing",
    "Story",
    "Strategy",
    "Tactic",
    "WordOf",
    "merge",
    "translation_of",
    "validate",
]
