"""The trainer's pages: of a course its timetables, materials, attendance sheet; of a module its plan and answers."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from html import escape

from ..catalog import Catalog, Entry
from ..dates import span
from ..model import Module, QuizItem
from ..page import DEFAULT_LOCALE
from ..speech import LETTERS_A_WORD, WORDS_A_MINUTE, minutes_aloud
from ..timetable import DAY, HALF_DAY, Lesson, Session, Slot, fitting, session, sessions
from .computed import Computed
from .module import answer_key, modules_of
from .writer import Writer, aside, block, items, paragraph

_SIGNATURES = 22  # rows that fill a page of A4 below its heading and above the note


def trainer_pages(catalog: Catalog, locale: str) -> Iterator[tuple[str, Computed]]:
    """Yield the trainer's page of each course and of each of its modules: (address, page).

    They hold the answers, so they are of no kind that the search finds. Modules have pages of their own because a
    course as a whole is too heavy for a slow line.
    """
    for course in catalog.of("curricula"):
        uri = _course_uri(course)
        writer = Writer(catalog, locale, uri)
        yield uri, _computed(writer, course, "trainer_summary", partial(_course_page, writer, course))
        for module in modules_of(writer, course):
            uri = _module_uri(course, module)
            writer = Writer(catalog, locale, uri)
            yield (
                uri,
                _computed(writer, module, "trainer_module_summary", partial(_module_page, writer, course, module)),
            )


def trainer_link(writer: Writer, course: Entry) -> str:
    """Return the line on a course's page that leads to the trainer's page."""
    return f'<p class="to-trainer">{writer.link(_course_uri(course), writer.text("trainer_link"))}</p>'


def _computed(writer: Writer, entry: Entry, summary: str, write: "partial[str]") -> Computed:
    title = entry.in_locale(writer.locale).title
    return Computed(writer.text("trainer_title", title=title), writer.text(summary, title=title), write)


def _course_uri(course: Entry) -> str:
    return f"curricula/{course.id}/trainer.md"


def _module_uri(course: Entry, module: Entry) -> str:
    return f"curricula/{course.id}/trainer/{module.id.rpartition('/')[2]}.md"


def _style(writer: Writer) -> str:
    return f'<link rel="stylesheet" href="{writer.asset("assets/css/trainer.css")}">'


def _contents(writer: Writer, keys: Iterable[str]) -> str:
    """Return links to the sheets of the page; keys name their headings."""
    links = (f'<a href="#{key.replace("_", "-")}">{writer.html(key)}</a>' for key in keys)
    return f'<nav class="contents" aria-label="{writer.html("on_this_page")}">{items(links)}</nav>'


def _sheet(writer: Writer, key: str, *html: str, of: Entry) -> str:
    """Return a sheet, which begins a page when printed; there it says of which course or module it is."""
    name = f'<p class="sheet-of">{escape(of.in_locale(writer.locale).title)}</p>'
    return f'<section class="sheet {key.replace("_", "-")}">{name}{writer.heading(key)}{"".join(html)}</section>'


# --- a course -----------------------------------------------------------------------------------------------


def _course_page(writer: Writer, course: Entry) -> str:
    modules = modules_of(writer, course)
    sheets = {
        "trainer_days": _days(writer, modules),
        "trainer_half_days": _half_days(writer, modules),
        "trainer_one_day": _one_day(writer, modules),
        "trainer_modules": _modules(writer, course, modules),
        "trainer_materials_course": _materials(writer, course, modules),
        "trainer_attendance": _attendance(writer),
    }
    return "".join(
        (
            _style(writer),
            f'<p class="crumbs">{writer.entry_link(course)}</p>',
            paragraph(writer.text("trainer_lead"), "lead"),
            _contents(writer, sheets),
            *(_sheet(writer, key, html, of=course) for key, html in sheets.items()),
        )
    )


def _lessons(module: Entry) -> list[Lesson]:
    """Return the parts of a module for a timetable."""
    parts = module.in_locale(DEFAULT_LOCALE).parts
    return [Lesson(module.id, number, part.minutes) for number, part in enumerate(parts)]


def _days(writer: Writer, modules: list[Entry]) -> str:
    found = sessions([lesson for module in modules for lesson in _lessons(module)], DAY)
    total = _sum(writer, "trainer_sum_course", found)
    return paragraph(writer.text("trainer_days_how")) + total + _timetables(writer, "trainer_day", modules, found)


def _half_days(writer: Writer, modules: list[Entry]) -> str:
    found = sessions([lesson for module in modules for lesson in _lessons(module)], HALF_DAY)
    return "".join(
        (
            paragraph(writer.text("trainer_half_days_how")),
            paragraph(writer.text("trainer_after")),
            _sum(writer, "trainer_sum_half_days", found),
            _timetables(writer, "trainer_half_day", modules, found),
        )
    )


def _one_day(writer: Writer, modules: list[Entry]) -> str:
    taught = fitting(map(_lessons, modules), DAY)
    day = session([lesson for module in taught for lesson in module], DAY)
    known = {lesson.module for lesson in day.lessons}
    left = [_with_minutes(writer, module) for module in modules if module.id not in known]
    room = DAY - day.learning
    return "".join(
        (
            paragraph(writer.text("trainer_one_day_how")),
            _timetable(writer, modules, day, writer.html("trainer_one_day_table")),
            paragraph(writer.text("trainer_one_day_room", count=room)) if room else "",
            f"<p><b>{writer.html('trainer_one_day_left')}</b></p>{items(left)}"
            if left
            else paragraph(writer.text("trainer_one_day_all")),
        )
    )


def _sum(writer: Writer, key: str, found: Sequence[Session]) -> str:
    total = sum(session.learning for session in found)
    return paragraph(writer.text(key, count=f"{total:,}", hours=f"{total / 60:.4g}", sessions=len(found)))


def _with_minutes(writer: Writer, module: Entry) -> str:
    return f"{writer.entry_link(module)} · {writer.html('minutes', count=module.in_locale(writer.locale).minutes)}"


def _timetables(writer: Writer, key: str, modules: list[Entry], found: Iterable[Session]) -> str:
    """Return the timetables of sessions; key is the sentence that numbers them."""
    begun: set[str] = set()
    tables = []
    for number, one in enumerate(found, 1):
        tables.append(_timetable(writer, modules, one, writer.html(key, number=number), begun))
        begun |= {lesson.module for lesson in one.lessons}
    return "".join(tables)


def _timetable(
    writer: Writer, modules: list[Entry], one: Session, name: str, begun: Iterable[str] = ()
) -> str:  # fmt: skip
    """Return a session's table with its sum; begun are the ids of modules that began in an earlier session."""
    known = {module.id: (number, module) for number, module in enumerate(modules, 1)}
    rows, last = [], ""
    for slot in one.slots:
        if isinstance(slot.what, Lesson):
            number, module = known[slot.what.module]
            if module.id != last:
                title = f"{number}. {module.in_locale(writer.locale).title}"
                if not last and module.id in begun:
                    title = writer.text("trainer_continued", title=title)
                rows.append(f'<tr class="module"><th colspan="3" scope="rowgroup">{escape(title)}</th></tr>')
                last = module.id
            part = module.in_locale(writer.locale).parts[slot.what.part]
            rows.append(_row(writer, slot, escape(part.title)))
        else:
            rows.append(_row(writer, slot, aside(writer.html(f"trainer_break_{slot.what.name}"))))
    head = "".join(f'<th scope="col">{writer.html(f"trainer_{key}")}</th>' for key in ("time", "part", "minutes"))
    return block(
        "session",
        f'<table class="timetable"><caption>{name}</caption>',
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>",
        paragraph(writer.text("trainer_sum", learning=one.learning, resting=one.resting), "about"),
        paragraph(writer.text("trainer_over", count=one.over), "over") if one.over else "",
    )


def _row(writer: Writer, slot: Slot, what: str) -> str:
    when = escape(span(slot.begin, slot.end, writer.locale))
    return f"<tr><td>{when}</td><td>{what}</td><td>{slot.what.minutes}</td></tr>"


def _modules(writer: Writer, course: Entry, modules: list[Entry]) -> str:
    lines = (
        f"<b>{writer.link(_module_uri(course, module), module.in_locale(writer.locale).title)}</b> "
        f"{writer.html('minutes', count=module.in_locale(writer.locale).minutes)}"
        for module in modules
    )
    return paragraph(writer.text("trainer_modules_how")) + items(lines, "ol")


def _materials(writer: Writer, course: Entry, modules: list[Entry]) -> str:
    """Return what the modules need, once each, with the numbers of the modules."""
    needed: dict[str, dict[int, Entry]] = {}
    for number, module in enumerate(modules, 1):
        for material in module.in_locale(writer.locale).materials:
            needed.setdefault(material, {})[number] = module
    rows = ""
    for material, users in needed.items():
        links = (writer.link(_module_uri(course, module), str(number)) for number, module in users.items())
        rows += f"<tr><td>{escape(material)}</td><td>{' '.join(links)}</td></tr>"
    head = "".join(f'<th scope="col">{writer.html(f"trainer_materials_{key}")}</th>' for key in ("what", "for"))
    return f'<table class="materials"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _attendance(writer: Writer) -> str:
    keys = ("number", "name", "organization", "morning", "afternoon")
    head = "".join(f'<th scope="col">{writer.html(f"trainer_attendance_{key}")}</th>' for key in keys)
    rows = "".join(f"<tr><td>{number}</td>{'<td></td>' * 4}</tr>" for number in range(1, _SIGNATURES + 1))
    blanks = (f"<span>{writer.html(f'trainer_attendance_{key}')}</span>" for key in ("date", "place"))
    return "".join(
        (
            block("blanks", *blanks),
            f'<table class="attendance"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>',
            paragraph(writer.text("trainer_attendance_keep"), "about"),
        )
    )


# --- a module -----------------------------------------------------------------------------------------------


def _module_page(writer: Writer, course: Entry, entry: Entry) -> str:
    module: Module = entry.in_locale(writer.locale)
    sheets = {
        "trainer_parts": _plan(writer, module),
        "trainer_answers": _answers(writer, module),
        "trainer_flip_chart": _flip_chart(writer, module),
        "trainer_loudspeaker": _loudspeaker(writer, entry),
    }
    modules = modules_of(writer, course)
    number = [other.id for other in modules].index(entry.id)
    where = writer.html("module_number", number=number + 1, count=len(modules))
    up = writer.link(_course_uri(course), writer.text("trainer_title", title=course.in_locale(writer.locale).title))
    return "".join(
        (
            _style(writer),
            f'<p class="crumbs">{up} › {where} · {writer.html("minutes", count=module.minutes)}</p>',
            paragraph(writer.text("trainer_module_lead"), "lead"),
            f'<p class="learners">{writer.link(entry.uri, writer.text("trainer_module_page"))}</p>',
            _contents(writer, sheets),
            *(_sheet(writer, key, html, of=entry) for key, html in sheets.items()),
            _neighbours(writer, course, modules, number),
        )
    )


def _neighbours(writer: Writer, course: Entry, modules: list[Entry], number: int) -> str:
    ways = {"module_before": modules[number - 1 : number], "module_next": modules[number + 1 : number + 2]}
    links = [
        f"{writer.html(key)} {writer.link(_module_uri(course, other), other.in_locale(writer.locale).title)}"
        for key, others in ways.items()
        for other in others
    ]
    return f'<nav class="neighbours" aria-label="{writer.html("trainer_ways")}">{items(links)}</nav>' if links else ""


def _plan(writer: Writer, module: Module) -> str:
    """Return how the session is led: its parts, what to bring, what to know, and what to do without power."""
    parts = (
        f"<h3>{escape(part.title)}</h3>"
        f'<p class="about">{writer.html("minutes", count=part.minutes)} · '
        f"{escape(writer.label('ways_of_learning', part.way))}</p>{paragraph(part.trainer)}"
        for part in module.parts
    )
    return "".join(
        (
            items(parts, "ol", ' class="parts"'),
            writer.heading("trainer_materials", 3) + items(map(escape, module.materials)),
            writer.heading("trainer_notes", 3) + items(map(escape, module.trainer_notes)),
            writer.heading("trainer_without_power", 3) + paragraph(module.without_power),
        )
    )


def _answers(writer: Writer, module: Module) -> str:
    asked = (_answer(writer, item) for item in module.quiz)
    return "".join(
        (
            f"<h3>{writer.html('trainer_answers_quiz')}</h3>",
            items(asked, "ol", ' class="answers"'),
            f"<h3>{writer.html('trainer_answers_task', title=module.task.title)}</h3>",
            paragraph(module.task.good_answer),
        )
    )


def _answer(writer: Writer, item: QuizItem) -> str:
    how = aside(f"({writer.html(f'quiz_{item.kind}')})")
    return f'<p class="question">{escape(item.question)} {how}</p>{answer_key(writer, item)}'


def _flip_chart(writer: Writer, module: Module) -> str:
    """Return the title and the key points in large type, and the first objective for all to try themselves by."""
    points = items(map(escape, module.key_points))
    question = f"<b>{writer.html('trainer_can_you')}</b> {escape(module.objectives[0].text)}"
    return block("chart", paragraph(module.title, "chart-title"), points, f'<p class="ask">{question}</p>')


def _loudspeaker(writer: Writer, entry: Entry) -> str:
    script, locale = entry.in_locale(writer.locale).loudspeaker, entry.locale(writer.locale)
    minutes = f"{round(2 * minutes_aloud(script, locale)) / 2:g}"  # to half a minute: people read at their own pace
    said = [writer.text("trainer_loudspeaker_long", minutes=minutes, rate=WORDS_A_MINUTE)]
    if locale == "th":
        said.append(writer.text("trainer_loudspeaker_thai", letters=f"{LETTERS_A_WORD:g}"))
    spoken = (paragraph(text) for text in script.split("\n\n") if text.strip())
    return paragraph(" ".join(said), "about") + block("script", *spoken)
