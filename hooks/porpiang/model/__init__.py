"""The kinds of entry, one model each; the folder below docs/ chooses the model."""

from .article import Article, Standing
from .curriculum import MOST_OFF, Choice, Curriculum, Module, Part, QuizItem, Task, WorksheetBox
from .fields import BUDDHIST_ERA, Fields, IdOf, ProseMark, Source, WordOf
from .plan import Activity, PlannedActivity, Strategy, Tactic
from .story import Award, Cost, Place, Reading, Result, Story
from .translation import differing, merge, translation_of
from .validation import validate
from .visit import Visit

KINDS: dict[str, type[Fields]] = {
    "plan": Strategy,
    "activities": Activity,
    "stories": Story,
    "knowledge": Article,
    "curricula": Curriculum,
    "modules": Module,
    "visits": Visit,
}

__all__ = [
    "BUDDHIST_ERA",
    "KINDS",
    "MOST_OFF",
    "Activity",
    "Article",
    "Award",
    "Choice",
    "Cost",
    "Curriculum",
    "Fields",
    "IdOf",
    "Module",
    "Part",
    "Place",
    "PlannedActivity",
    "ProseMark",
    "QuizItem",
    "Reading",
    "Result",
    "Source",
    "Standing",
    "Story",
    "Strategy",
    "Tactic",
    "Task",
    "Visit",
    "WordOf",
    "WorksheetBox",
    "differing",
    "merge",
    "translation_of",
    "validate",
]
