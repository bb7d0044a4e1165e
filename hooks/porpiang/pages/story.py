"""The page of one story: facts in a box, then what happened, what came of it, and where it is known from."""

from collections.abc import Iterator

from ..body import sections
from ..catalog import Entry
from ..dates import day, year
from ..geography import districts, subdistricts
from ..model import Reading, Result, Source, Story
from .facets import FACETS, regions_of
from .maps import map_position
from .writer import CAPITAL, Writer, block, join, plain


def story_page(writer: Writer, entry: Entry) -> str:
    """Return the whole page in Markdown."""
    story: Story = entry.in_locale(writer.locale)
    told = sections(entry.body(writer.locale))
    before, done, lessons, cautions = Story.sections[entry.locale(writer.locale)]
    rest = [heading for heading in told if heading not in (before, done, lessons, cautions)]
    return join(
        f"# {plain(story.title)}",
        block("lead", plain(story.summary)),
        block("fact-box", join(map_position(writer, story.place.province), _fact_list(writer, story))),
        _section(before, told),
        _section(done, told),
        f"## {writer.text('results')}",
        "\n\n".join(_result(writer, result, story.sources) for result in story.results),
        _philosophy(writer, story),
        _section(lessons, told),
        *(_section(heading, told) for heading in rest),
        _section(cautions, told),
        _readings(writer, "weaknesses", story.weaknesses),
        _readings(writer, "not_for", story.not_for),
        f"## {writer.text('serves')}",
        "\n".join(f"- {_activity(writer, i)}" for i in story.activities if i in writer.catalog.strategy_of),
        f"## {writer.text('sources')}",
        "\n".join(source_line(writer, number, source) for number, source in enumerate(story.sources, 1)),
        block("review-note", _review_note(writer, story)),
    )


def source_line(writer: Writer, number: int, source: Source) -> str:
    """Return one numbered source: linked title, date, what it supports."""
    when = day(source.date, writer.locale) if source.date else writer.text("no_date")
    return f"{number}. [{plain(source.title)}](<{source.url}>) ({when}): {plain(source.supports)}"


def _section(heading: str, told: dict[str, str]) -> str:
    return f"## {heading}\n\n{told[heading]}" if told.get(heading) else ""


def _fact_list(writer: Writer, story: Story) -> str:
    return "\n\n".join(f"{term}\n:   {value}" for term, value in _facts(writer, story))


def _facts(writer: Writer, story: Story) -> Iterator[tuple[str, str]]:
    """Yield (term, value) in the order an officer asks."""
    unknown = f"*{writer.text('unknown')}*"
    yield writer.text("fact_place"), _place(writer, story)
    yield writer.text("fact_kind"), _facet_link(writer, "kind", story.kind)
    lao = plain(story.lao) if story.lao else unknown
    if story.lao_type:
        lao += f" · {_facet_link(writer, 'lao-type', story.lao_type)}"
    yield writer.text("fact_lao"), lao
    yield writer.text("fact_years"), _years(writer, story) or unknown
    yield writer.text("fact_themes"), " · ".join(_facet_link(writer, "theme", theme) for theme in story.themes)
    yield writer.text("fact_problems"), " · ".join(_facet_link(writer, "problem", word) for word in story.problems)
    yield writer.text("fact_cost"), "<br>".join(_costs(writer, story)) or unknown
    yield writer.text("fact_legal_basis"), plain(story.legal_basis) if story.legal_basis else unknown
    yield writer.text("fact_budget_source"), plain(story.budget_source) if story.budget_source else unknown
    if story.awards:
        awards = (
            plain(award.name) + f" ({year(award.year, writer.locale) if award.year else writer.text('no_year')})"
            for award in story.awards
        )
        yield writer.text("fact_awards"), "<br>".join(awards)
    stories = writer.catalog.entries["stories"]
    if origins := [stories[i] for i in story.adapted_from if i in stories]:  # the others are reported as problems
        yield writer.text("fact_adapted_from"), " · ".join(map(writer.entry_link, origins))
    yield writer.text("fact_confidence"), writer.text(f"confidence_{story.confidence}")


def _facet_link(writer: Writer, facet_id: str, value: str) -> str:
    facet = FACETS[facet_id]
    return writer.link(facet.uri(value), facet.label(value, writer.catalog, writer.locale))


def _place(writer: Writer, story: Story) -> str:
    place, locale = story.place, writer.locale
    parts = [plain(place.village)] if place.village else []
    capital = "capital_" if place.province == CAPITAL else ""
    if place.subdistrict:
        name = place.subdistrict
        if locale != "th" and place.district:
            name = subdistricts(districts(place.province)[place.district].code)[name].name(locale)
        parts.append(writer.text(f"{capital}subdistrict", name=plain(name)))
    if place.district:
        name = plain(districts(place.province)[place.district].name(locale))
        parts.append(writer.text(f"{capital}district", name=name))
    parts.append(writer.link(FACETS["province"].uri(place.province), writer.province(place.province)))
    parts += [_facet_link(writer, "region", region) for region in regions_of(place.province, writer.catalog)]
    return writer.text("place_separator").join(parts)


def _years(writer: Writer, story: Story) -> str:
    years, parts = story.years, []
    if years.start and years.end:
        parts.append(f"{year(years.start, writer.locale)}–{year(years.end, writer.locale)}")
    elif years.start:
        parts.append(writer.text("since", year=year(years.start, writer.locale)))
    elif years.end:
        parts.append(writer.text("until", year=year(years.end, writer.locale)))
    if years.note:
        parts.append(plain(years.note))
    return " · ".join(parts)


def _costs(writer: Writer, story: Story) -> Iterator[str]:
    for cost in story.cost or []:
        amount = writer.text("baht", amount=f"{cost.baht:,.0f}") if cost.baht is not None else writer.text("no_amount")
        when = f" ({year(cost.year, writer.locale)})" if cost.year else ""
        payer = writer.text("paid_by", who=plain(cost.paid_by)) if cost.paid_by else writer.text("payer_unknown")
        yield f"{plain(cost.item)}: {amount}{when} · {payer}"


def _result(writer: Writer, result: Result, sources: list[Source]) -> str:
    numbers = [str(i) for i, source in enumerate(sources, 1) if source.id in result.sources]
    known_from = writer.text("from_sources", numbers=", ".join(numbers))
    when = f" · {writer.text('as_of', year=year(result.as_of, writer.locale))}" if result.as_of else ""
    grade = writer.label("evidence_grades", result.grade)
    return f"-   {plain(result.text)}\n\n    *{writer.text('evidence')}: {grade}{when} · {known_from}*"


def _philosophy(writer: Writer, story: Story) -> str:
    """Return the three components and two conditions that were seen, each marked with whose reading it is."""
    lines = []
    for group in (story.principles, story.conditions):
        for name in type(group).model_fields:
            reading: Reading | None = getattr(group, name)
            if reading:
                lines.append(
                    f"- **{writer.text(name)}** {plain(reading.text)} *({writer.text('basis_' + reading.basis)})*"
                )
    return f"## {writer.text('philosophy')}\n\n" + "\n".join(lines) if lines else ""


def _readings(writer: Writer, key: str, readings: list[Reading] | None) -> str:
    if readings is None:
        return f"## {writer.text(key)}\n\n*{writer.text('unknown_from_sources')}*"
    lines = (f"- {plain(item.text)} *({writer.text('basis_' + item.basis)})*" for item in readings)
    return f"## {writer.text(key)}\n\n" + "\n".join(lines)


def _activity(writer: Writer, activity: str) -> str:
    guide = writer.catalog.entries["activities"].get(activity)
    number = activity_number(activity)
    strategy = writer.catalog.strategy_of[activity]
    uri = guide.uri if guide else strategy.uri
    title = guide.in_locale(writer.locale).title if guide else activity
    return writer.link(uri, writer.text("activity_number", number=number) + " " + title)


def activity_number(activity: str) -> str:
    """Return an activity's number as the plan writes it after its strategy: s3-1-5 → 3-1.5."""
    parts = activity.removeprefix("s").split("-")
    return "{}-{}.{}".format(*parts) if len(parts) == 3 else activity


def _review_note(writer: Writer, story: Story) -> str:
    consent = writer.label("consents", story.consent)
    return writer.text("review_note", consent=consent, date=day(story.reviewed_on, writer.locale))
