"""The courses: their index, the page of one course, and its tests, drawn from the items of its modules."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from html import escape

from ..catalog import Catalog, Entry
from ..dates import day
from ..model import Curriculum, QuizItem
from .computed import Computed
from .module import course_scripts, kept_here, modules_of, quiz_item, quiz_list, said_by_script, test_uri, ways_on
from .record import record_uri
from .story import activity_link, source_list
from .trainer import trainer_link
from .writer import Writer, block, items, paragraph

TESTS = ("pre-test", "post-test")

_SAID_BY_SCRIPT = (
    "learning_all_done", "learning_begin", "learning_deleted", "learning_done", "learning_done_of", "learning_exported",
    "learning_file_damaged", "learning_file_newer", "learning_imported", "learning_next", "learning_record",
    "learning_set_aside", "quiz_not_kept", "quiz_score",
)  # fmt: skip


def curricula_page(writer: Writer, body: str) -> str:
    """Return the index of the courses."""
    return body + writer.cards(writer.catalog.of("curricula")) + packs_place("", writer.locale)


def curriculum_page(writer: Writer, entry: Entry, body: str) -> str:
    """Return a course: for whom, what one can do afterwards, how long, and its modules in order."""
    course: Curriculum = entry.in_locale(writer.locale)
    visits = writer.catalog.entries["visits"]
    return "".join(
        (
            paragraph(course.summary, "lead"),
            paragraph(writer.text("course_is_proposal"), "proposal"),
            block("fact-box", _facts(writer, course)),
            body,
            writer.heading("outcomes"),
            items(map(escape, course.outcomes)),
            writer.heading("module_list"),
            _module_list(writer, entry),
            _my_data(writer),
            trainer_link(writer, entry),
            packs_place(entry.id, writer.locale),
            writer.heading("course_visits") + writer.cards(visits[i] for i in course.visits if i in visits)
            if course.visits
            else "",
            block("related", writer.heading("serves"), _served(writer, course)),
            source_list(writer, course.sources) if course.sources else "",
            paragraph(writer.text("reviewed_on", date=day(course.reviewed_on, writer.locale)), "review-note"),
            course_scripts(writer),
        )
    )


def packs_place(course: str, locale: str) -> str:
    """Return the place that scripts/packs.py fills with links to a course's packs; no course means all courses."""
    return f"<!-- packs:{course}:{locale} -->"


def _served(writer: Writer, course: Curriculum) -> str:
    return items(activity_link(writer, i) for i in course.activities if i in writer.catalog.strategy_of)


def _facts(writer: Writer, course: Curriculum) -> str:
    """Return who it is for, how long it takes and what comes before."""
    known = writer.catalog.entries["curricula"]
    before = [writer.entry_link(known[course_id]) for course_id in course.requires if course_id in known]
    level = writer.catalog.vocabulary["course_levels"][course.level]
    facts = (
        ("course_audience", escape(course.audience)),
        ("course_level", f"{escape(level.label(writer.locale))} ({escape(level.note(writer.locale))})"),
        ("course_hours", writer.html("hours", count=f"{course.hours:g}")),
        ("course_requires", " · ".join(before) or writer.html("course_requires_none")),
        ("course_version", escape(course.version)),
    )
    return f"<dl>{''.join(f'<dt>{writer.html(term)}</dt><dd>{value}</dd>' for term, value in facts)}</dl>"


def _module_list(writer: Writer, entry: Entry) -> str:
    """Return the modules in order, between the test before and the test after."""
    lines = []
    for module in modules_of(writer, entry):
        fields = module.in_locale(writer.locale)
        minutes = writer.html("minutes", count=fields.minutes)
        lines.append(
            f'<li data-module="{escape(module.id)}"><b>{writer.entry_link(module)}</b> <span>{minutes}</span>'
            f"{paragraph(fields.summary)}</li>"
        )
    links = {test: writer.link(test_uri(entry, test), writer.text(test.replace("-", "_"))) for test in TESTS}
    before, after = (f'<p class="test" data-test="{test}"><b>{link}</b></p>' for test, link in links.items())
    begin = f'<p class="next-step"><b>{writer.html("learning_begin")}</b> {links["pre-test"]}</p>'
    after += f"<p>{writer.link(record_uri(entry), writer.text('record_link'))}</p>"
    version = escape(entry.in_locale(writer.locale).version)
    course = f'data-course="{escape(entry.id)}" data-version="{version}" data-record="{_record_url(writer, entry)}"'
    return (
        f'<div class="course-map" {course} data-reviewed="{_last_review(writer, entry)}">{begin}<p class="how-far"></p>'
        f'{before}<ol class="modules">{"".join(lines)}</ol>{after}</div>'
    )


def _record_url(writer: Writer, entry: Entry) -> str:
    return writer.url(record_uri(entry))


def _my_data(writer: Writer) -> str:
    """Return the box in which learners save, bring in and delete what their device keeps; the script shows it."""
    export, delete = (
        f'<button type="button" data-does="{does}">{writer.html(f"learning_{does}")}</button>'
        for does in ("export", "delete")
    )
    bring_in = f'{writer.html("learning_import")}<input type="file" accept=".json,application/json">'
    sure = (
        f'<dialog aria-labelledby="delete-sure"><p id="delete-sure">{writer.html("learning_delete_sure")}</p>'
        f'<form method="dialog" class="tools"><button value="" autofocus>{writer.html("learning_delete_no")}</button> '
        f'<button value="delete">{writer.html("learning_delete_yes")}</button></form></dialog>'
    )
    return (
        f'<details class="my-data" hidden><summary>{writer.html("learning_data")}</summary>'
        f"<p>{writer.html('learning_data_about')}</p>"
        f'<p class="tools">{export} <label>{bring_in}</label> {delete}</p><div role="status"></div>'
        f"{sure}</details>{said_by_script(writer, _SAID_BY_SCRIPT)}"
    )


def _last_review(writer: Writer, entry: Entry) -> date:
    """Return when the course or one of its modules was last reviewed; what is made of them all bears this date."""
    reviews: list[date] = [part.in_locale(writer.locale).reviewed_on for part in (entry, *modules_of(writer, entry))]
    return max(reviews)


# --- tests --------------------------------------------------------------------------------------------------


def course_tests(catalog: Catalog, locale: str) -> Iterator[tuple[str, Computed]]:
    """Yield the test before and the test after each course."""
    for entry in catalog.of("curricula"):
        name = entry.in_locale(locale).title
        for test in TESTS:
            uri = test_uri(entry, test)
            writer = Writer(catalog, locale, uri)
            key = test.replace("-", "_")
            title = writer.text(f"{key}_title", title=name)
            yield uri, Computed(title, writer.text(f"{key}_summary"), partial(_test, writer, entry, test), None)


def drawn(modules: list[Entry], locale: str, test: str) -> list[tuple[Entry, QuizItem]]:
    """Return a test's items: of every module one before the course, two others after it."""
    found = []
    for module in modules:
        quiz = module.in_locale(locale).quiz
        found += [(module, item) for item in (quiz[:1] if test == "pre-test" else quiz[1:3])]
    return found


def _test(writer: Writer, entry: Entry, test: str) -> str:
    modules = modules_of(writer, entry)
    asked = [quiz_item(writer, module, item) for module, item in drawn(modules, writer.locale, test)]
    course = entry.in_locale(writer.locale)
    record = f' data-record="{_record_url(writer, entry)}"' if test == "post-test" else ""
    how = writer.html(f"{test.replace('-', '_')}_how")
    return "".join(
        (
            f'<p class="crumbs">{writer.entry_link(entry)}</p>',
            f'<p class="lead">{how} {kept_here(writer)}</p>',
            f'<section class="quiz" data-course="{escape(entry.id)}" data-test="{test}" '
            f'data-version="{escape(course.version)}"{record}>',
            quiz_list(writer, asked),
            f'<p class="more" hidden><button type="button">{writer.html("learning_retake")}</button></p>',
            "</section>",
            ways_on(writer, _ways_from(writer, entry, modules, test)),
            course_scripts(writer),
        )
    )


def _ways_from(writer: Writer, entry: Entry, modules: list[Entry], test: str) -> Iterator[str]:
    """Yield the way back to the course, and from the test before it into its first module."""
    yield f"{writer.html('test_back')} {writer.entry_link(entry)}"
    if test == "pre-test" and modules:
        yield f"<b>{writer.html('module_next')} {writer.entry_link(modules[0])}</b>"
