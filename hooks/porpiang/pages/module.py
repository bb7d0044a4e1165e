"""The page of one module, as a learner reads it: text, key points, task with worksheet, quiz."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from ..catalog import Entry
from ..dates import day
from ..model import Choice, Curriculum, Module, QuizItem, Task, WorksheetBox
from .story import source_list
from .writer import Writer, block, items, paragraph


def module_page(writer: Writer, entry: Entry, body: str) -> str:
    """Return the page below its title; body is the learner's text, in HTML."""
    module: Module = entry.in_locale(writer.locale)
    course = course_of(writer, entry)
    return "".join(
        (
            _crumbs(writer, entry, course) if course else "",
            paragraph(module.summary, "lead"),
            paragraph(writer.text("course_is_proposal"), "proposal"),
            writer.heading("objectives"),
            items(escape(objective.text) for objective in module.objectives),
            body,
            writer.heading("key_points"),
            items(map(escape, module.key_points)),
            task_section(writer, module.task),
            quiz_section(writer, entry, module.quiz),
            *_related(writer, module),
            source_list(writer, module.sources),
            paragraph(writer.text("reviewed_on", date=day(module.reviewed_on, writer.locale)), "review-note"),
            _read_mark(writer, entry),
            _neighbours(writer, entry, course) if course else "",
            course_scripts(writer),
        )
    )


def course_of(writer: Writer, module: Entry) -> Entry | None:
    """Return the course a module belongs to, or None while it is broken or does not list the module."""
    course = writer.catalog.entries["curricula"].get(module.id.partition("/")[0])
    return course if course and module.id in course.in_locale(writer.locale).modules else None


def modules_of(writer: Writer, course: Entry) -> list[Entry]:
    """Return a course's modules in order; those that are missing are reported as problems."""
    fields: Curriculum = course.in_locale(writer.locale)
    modules = writer.catalog.entries["modules"]
    return [modules[module] for module in fields.modules if module in modules]


def course_scripts(writer: Writer) -> str:
    """Return the style sheet and the script of pages on which one learns."""
    return (
        f'<link rel="stylesheet" href="{writer.asset("assets/css/learning.css")}">'
        f'<script type="module" src="{writer.asset("assets/js/learning.js")}"></script>'
    )


def _crumbs(writer: Writer, entry: Entry, course: Entry) -> str:
    modules = [module.id for module in modules_of(writer, course)]
    where = writer.html("module_number", number=modules.index(entry.id) + 1, count=len(modules))
    minutes = writer.html("minutes", count=entry.in_locale(writer.locale).minutes)
    return f'<p class="crumbs">{writer.entry_link(course)} › {where} · {minutes}</p>'


def _read_mark(writer: Writer, entry: Entry) -> str:
    """Return the button by which a learner marks the module as read; the script shows it."""
    button = f'<button type="button" aria-pressed="false">{writer.html("learning_mark_read")}</button>'
    return f'<div class="read-mark" data-module="{escape(entry.id)}" hidden>{button}<div role="status"></div></div>'


def _neighbours(writer: Writer, entry: Entry, course: Entry) -> str:
    """Return the way on: the next module, or after the last one the test at the end."""
    modules = modules_of(writer, course)
    number = [module.id for module in modules].index(entry.id)
    parts = []
    if number:
        parts.append(f"{writer.html('module_before')} {writer.entry_link(modules[number - 1])}")
    if number + 1 < len(modules):
        parts.append(f"<b>{writer.html('module_next')} {writer.entry_link(modules[number + 1])}</b>")
    else:
        parts.append(f"<b>{writer.link(test_uri(course, 'post-test'), writer.text('post_test'))}</b>")
    return ways_on(writer, parts)


def ways_on(writer: Writer, links: Iterable[str]) -> str:
    """Return the links at the end of a page of a course, back and on."""
    return f'<nav class="neighbours" aria-label="{writer.html("module_ways")}">{items(links)}</nav>'


def test_uri(course: Entry, test: str) -> str:
    """Return the address of a course's test; test is pre-test or post-test."""
    return f"curricula/{course.id}/{test}.md"


def _related(writer: Writer, module: Module) -> Iterator[str]:
    for kind, ids in (("stories", module.stories), ("visits", module.visits)):
        known = writer.catalog.entries[kind]
        if found := [known[entry_id] for entry_id in ids if entry_id in known]:
            yield block("related", writer.heading(f"module_{kind}"), writer.cards(found))


# --- the task -----------------------------------------------------------------------------------------------


def task_section(writer: Writer, task: Task) -> str:
    """Return a task with its steps and its worksheet."""
    return (
        f'<section class="task">{writer.heading("task")}<h3>{escape(task.title)}</h3>'
        f"{items(map(escape, task.steps), 'ol')}{worksheet(writer, task)}</section>"
    )


def worksheet(writer: Writer, task: Task) -> str:
    """Return the worksheet: lines and tables to write in, for paper."""
    return block("worksheet", f"<h3>{writer.html('worksheet')}</h3>", *(_box(box) for box in task.worksheet))


def _box(box: WorksheetBox) -> str:
    label = paragraph(box.label, "label")
    if box.columns is None:
        return block("box", label, '<div class="line"></div>' * box.lines)
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in box.columns)
    row = f"<tr>{'<td></td>' * len(box.columns)}</tr>"
    return block("box", label, f"<table><thead><tr>{head}</tr></thead><tbody>{row * box.lines}</tbody></table>")


# --- the quiz -----------------------------------------------------------------------------------------------


def quiz_section(writer: Writer, entry: Entry, quiz: Iterable[QuizItem]) -> str:
    """Return a module's quiz."""
    asked = [quiz_item(writer, entry, item) for item in quiz]
    return (
        f'<section class="quiz" data-module="{escape(entry.id)}">{writer.heading("quiz")}'
        f"<p>{writer.html('quiz_how')} {kept_here(writer)}</p>{quiz_list(writer, asked)}</section>"
    )


def quiz_list(writer: Writer, asked: Iterable[str]) -> str:
    """Return items as a list, the place of the score, and the sentences that the script says."""
    return f'{items(asked, "ol")}<div class="score" role="status"></div>{said_by_script(writer, _SAID_IN_QUIZ)}'


def kept_here(writer: Writer) -> str:
    """Return the sentence that says where answers are kept; a pack for a learning system says another in its place."""
    return f'<span class="kept-here">{writer.html("learning_kept_here")}</span>'


def quiz_item(writer: Writer, module: Entry, item: QuizItem) -> str:
    """Return an item that can be read without a script; with one, the element asks and answers by its key."""
    name = f"{module.id}#{item.id}"
    asked = f'<p class="question">{escape(item.question)}</p>{_asked(writer, name, item)}'
    key = f'<details class="key"><summary>{writer.html("quiz_key")}</summary>{answer_key(writer, item)}</details>'
    return (
        f'<quiz-item data-item="{escape(name)}" data-kind="{item.kind}" data-objective="{item.objective}">'
        f"{asked}{key}</quiz-item>"
    )


def _asked(writer: Writer, name: str, item: QuizItem) -> str:
    how = f'<p class="how">{writer.html(f"quiz_{item.kind}")}</p>'
    if item.number:
        return how
    choices = item.choices or []
    shown = _shuffled(name, choices) if item.kind == "ordering" else choices
    lines = "".join(f'<li data-choice="{choice.id}">{escape(choice.text)}</li>' for choice in shown)
    return f'{how}<ol class="choices">{lines}</ol>'


def _shuffled(name: str, choices: list[Choice]) -> list[Choice]:
    """Return the choices of an ordering item in an order that is the same in every build, and never the right one."""
    mixed = sorted(choices, key=lambda choice: sha256(f"{name}{choice.id}".encode()).digest())
    return mixed if mixed != choices else [*choices[1:], choices[0]]


def answer_key(writer: Writer, item: QuizItem) -> str:
    """Return the right answer of an item and why each other one is not."""
    if item.number:
        number = item.number
        answer = f"<b>{number.value:,.12g} {escape(number.unit)}</b>"
        return (
            f'<p data-value="{number.value!r}" data-tolerance="{number.tolerance!r}" data-unit="{escape(number.unit)}">'
            f"{answer} <span>{escape(number.right)}</span></p><p data-wrong>{escape(number.wrong)}</p>"
        )
    lines = "".join(
        f'<li data-choice="{choice.id}"{" data-right" if choice.right else ""}>'
        f"{_mark(writer, item, choice)}<b>{escape(choice.text)}</b> <span>{escape(choice.feedback)}</span></li>"
        for choice in item.choices or []
    )
    tag = "ol" if item.kind == "ordering" else "ul"
    return f"<{tag}>{lines}</{tag}>"


def _mark(writer: Writer, item: QuizItem, choice: Choice) -> str:
    if item.kind == "ordering":
        return ""
    return f"<i>{writer.html('quiz_right' if choice.right else 'quiz_wrong')}</i> "


_SAID_IN_QUIZ = (
    "quiz_check", "quiz_again", "quiz_choose_first", "quiz_number_first", "quiz_right", "quiz_wrong", "quiz_up",
    "quiz_down", "quiz_moved", "quiz_done", "quiz_partly", "quiz_score", "quiz_so_far", "quiz_not_kept",
    "learning_compare", "learning_is_read", "learning_no_pre_test", "learning_record", "learning_set_aside",
)  # fmt: skip


def said_by_script(writer: Writer, keys: Iterable[str]) -> str:
    """Return sentences for the script of the page to say."""
    return "".join(f'<template data-says="{key}">{writer.html(key)}</template>' for key in keys)
