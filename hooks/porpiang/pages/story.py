"""The page of one story: facts in a box, then what happened, what came of it, and where it is known from."""

from collections.abc import Iterator
from html import escape

from ..body import split_html
from ..catalog import Entry
from ..dates import day, year
from ..geography import districts, subdistricts
from ..model import Place, Reading, Result, Source, Story
from .compare import compare_link
from .facets import FACETS, facet_link, regions_of
from .maps import map_position
from .writer import CAPITAL, Writer, aside, block, fact_mark, items, paragraph


def story_page(writer: Writer, entry: Entry, body: str) -> str:
    """Return the page below its title; body is the story as told, in HTML."""
    story: Story = entry.in_locale(writer.locale)
    told = split_html(body)
    before, done, lessons, cautions = Story.sections[entry.locale(writer.locale)]
    rest = [heading for heading in told if heading not in ("", before, done, lessons, cautions)]
    return "".join(
        (
            paragraph(story.summary, "lead"),
            block("fact-box", map_position(writer, story.place.province), _fact_list(writer, story)),
            compare_link(writer, entry),
            told[""],
            told.get(before, ""),
            told.get(done, ""),
            writer.heading("results"),
            items((_result(writer, result, story.sources) for result in story.results), marks=fact_mark("results")),
            _philosophy(writer, story),
            told.get(lessons, ""),
            *(told[heading] for heading in rest),
            told.get(cautions, ""),
            _readings(writer, "weaknesses", story.weaknesses),
            _readings(writer, "not_for", story.not_for),
            *named_by(writer, entry, "visits", "modules"),
            block("related", writer.heading("serves"), _served(writer, story)),
            source_list(writer, story.sources),
            _review_note(writer, story),
        )
    )


def _served(writer: Writer, story: Story) -> str:
    return items(activity_link(writer, i) for i in story.activities if i in writer.catalog.strategy_of)


def named_by(writer: Writer, entry: Entry, *kinds: str) -> Iterator[str]:
    """Yield the entries whose fields name this one, a section for each kind that has some."""
    naming = writer.catalog.naming.get((entry.kind, entry.id), {})
    for kind in kinds:
        if entries := naming.get(kind):
            yield block("related", writer.heading(f"named_by_{kind}"), writer.cards(entries))


def source_list(writer: Writer, sources: list[Source]) -> str:
    """Return the numbered sources: linked title, date, what each supports."""
    lines = []
    for source in sources:
        when = day(source.date, writer.locale) if source.date else writer.text("no_date")
        link = f'<a href="{escape(source.url)}">{escape(source.title)}</a>'
        lines.append(f"{link} ({escape(when)}): {escape(source.supports)}")
    return writer.heading("sources") + items(lines, "ol", fact_mark("sources"))


def activity_link(writer: Writer, activity: str) -> str:
    """Return a link to an activity's guide, or to its strategy while it has none."""
    guide = writer.catalog.entries["activities"].get(activity)
    name = writer.text("activity_number", number=activity_number(activity))
    if guide:
        return f'<a href="{writer.url(guide.uri)}">{escape(name)} {writer.entry_title(guide)}</a>'
    return writer.link(writer.catalog.strategy_of[activity].uri, name)


def activity_number(activity: str) -> str:
    """Return an activity's number as the plan writes it after its strategy: s3-1-5 → 3-1.5."""
    parts = activity.removeprefix("s").split("-")
    return "{}-{}.{}".format(*parts) if len(parts) == 3 else activity


def _fact_list(writer: Writer, story: Story) -> str:
    facts = (
        f"<dt>{writer.html(term)}</dt><dd{fact_mark(term.removeprefix('fact_'))}>{value}</dd>"
        for term, value in _facts(writer, story)
    )
    return f"<dl>{''.join(facts)}</dl>"


def _facts(writer: Writer, story: Story) -> Iterator[tuple[str, str]]:
    """Yield (term, HTML) in the order an officer asks; a term without fact_ is the fact's name."""
    unknown = aside(writer.html("unknown"))
    yield "fact_place", place_words(writer, story.place)
    yield "fact_kind", facet_link(writer, "kind", story.kind)
    lao = escape(story.lao) if story.lao else unknown
    yield "fact_lao", f"{lao} · {facet_link(writer, 'lao-type', story.lao_type)}" if story.lao_type else lao
    yield "fact_people", writer.count("people", story.people) if story.people else unknown
    yield "fact_years", escape(_years(writer, story)) or unknown
    yield "fact_themes", " · ".join(facet_link(writer, "theme", theme) for theme in story.themes)
    yield "fact_problems", " · ".join(facet_link(writer, "problem", word) for word in story.problems)
    yield "fact_cost", "<br>".join(_costs(writer, story)) or unknown
    yield "fact_legal_basis", escape(story.legal_basis) if story.legal_basis else unknown
    yield "fact_budget_source", escape(story.budget_source) if story.budget_source else unknown
    if story.awards:
        years = (year(award.year, writer.locale) if award.year else writer.text("no_year") for award in story.awards)
        pairs = zip(story.awards, years, strict=True)
        yield "fact_awards", "<br>".join(escape(f"{award.name} ({when})") for award, when in pairs)
    stories = writer.catalog.entries["stories"]
    if origins := [stories[i] for i in story.adapted_from if i in stories]:  # the others are reported as problems
        yield "fact_adapted_from", " · ".join(map(writer.entry_link, origins))
    yield "fact_confidence", writer.html(f"confidence_{story.confidence}")


def place_words(writer: Writer, place: Place) -> str:
    """Return a place from the village to the region, as HTML."""
    locale = writer.locale
    parts = [escape(place.village)] if place.village else []
    capital = "capital_" if place.province == CAPITAL else ""
    if place.subdistrict:
        name = place.subdistrict
        if locale != "th" and place.district:
            name = subdistricts(districts(place.province)[place.district].code)[name].name(locale)
        parts.append(writer.html(f"{capital}subdistrict", name=name))
    if place.district:
        parts.append(writer.html(f"{capital}district", name=districts(place.province)[place.district].name(locale)))
    parts.append(writer.link(FACETS["province"].uri(place.province), writer.province(place.province)))
    parts += [facet_link(writer, "region", region) for region in regions_of(place.province, writer.catalog)]
    return writer.html("place_separator").join(parts)


def _years(writer: Writer, story: Story) -> str:
    years, parts = story.years, []
    if years.start and years.end:
        parts.append(f"{year(years.start, writer.locale)}–{year(years.end, writer.locale)}")
    elif years.start:
        parts.append(writer.text("since", year=year(years.start, writer.locale)))
    elif years.end:
        parts.append(writer.text("until", year=year(years.end, writer.locale)))
    return " · ".join([*parts, years.note] if years.note else parts)


def _costs(writer: Writer, story: Story) -> Iterator[str]:
    for cost in story.cost or []:
        amount = writer.text("baht", amount=f"{cost.baht:,.0f}") if cost.baht is not None else writer.text("no_amount")
        when = f" ({year(cost.year, writer.locale)})" if cost.year else ""
        payer = writer.text("paid_by", who=cost.paid_by) if cost.paid_by else writer.text("payer_unknown")
        yield escape(f"{cost.item}: {amount}{when} · {payer}")


def _result(writer: Writer, result: Result, sources: list[Source]) -> str:
    numbers = ", ".join(str(number) for number, source in enumerate(sources, 1) if source.id in result.sources)
    words = [f"{writer.text('evidence')}: {writer.label('evidence_grades', result.grade)}"]
    if result.as_of:
        words.append(writer.text("as_of", year=year(result.as_of, writer.locale)))
    words.append(writer.text("from_sources", numbers=numbers))
    note = writer.catalog.vocabulary["evidence_grades"][result.grade].note(writer.locale)
    return f'{paragraph(result.text)}<p class="about" title="{escape(note)}">{escape(" · ".join(words))}</p>'


def _philosophy(writer: Writer, story: Story) -> str:
    """Return the three components and two conditions that were seen, each marked with whose reading it is."""
    lines = []
    for group in (story.principles, story.conditions):
        for name in type(group).model_fields:
            if reading := getattr(group, name):
                shown = f"<span{fact_mark(name)}>{_reading(writer, reading)}</span>"
                lines.append(f"<b>{writer.html(name)}</b> {shown}")
    return writer.heading("philosophy") + items(lines) if lines else ""


def _readings(writer: Writer, key: str, readings: list[Reading] | None) -> str:
    if readings is None:
        return f"{writer.heading(key)}<p{fact_mark(key)}>{aside(writer.html('unknown_from_sources'))}</p>"
    return writer.heading(key) + items((_reading(writer, reading) for reading in readings), marks=fact_mark(key))


def _reading(writer: Writer, reading: Reading) -> str:
    basis = writer.html(f"basis_{reading.basis}")
    return f"{escape(reading.text)} {aside(f'({basis})')}"


def _review_note(writer: Writer, story: Story) -> str:
    consent, date = writer.label("consents", story.consent), day(story.reviewed_on, writer.locale)
    reviewed = f"{writer.html('last_reviewed')} <span{fact_mark('reviewed_on')}>{escape(date)}</span>"
    return f'<p class="review-note">{escape(consent)} · {reviewed}</p>'
