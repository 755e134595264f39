"""Reviews of a week, a month or a quarter in the terminal: what there is to look at, and the review itself."""

import datetime as dt
import sys
from typing import Any

import click

from workjournal.cli import answers, prompting, records
from workjournal.cli.opening import Opening
from workjournal.cli.options import DAY, as_json, member, option
from workjournal.cli.printing import note, print_json, print_table, safe, short
from workjournal.cli.reflecting import Writing, offer_for, write
from workjournal.cli.titles import period_title
from workjournal.cli.unfinished import left_at
from workjournal.cli.writing_options import need_sense, writing_options
from workjournal.domain.action import Action
from workjournal.domain.methods.method import Method
from workjournal.domain.period import Interval, Period, to_review
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.reviews import Material


class AlreadyReviewed(JournalError):
    """This {interval} has a review already: {id}. `workjournal reflection edit {id}` changes it, and --again keeps another one."""


@click.command(
    "review", epilog="Example: workjournal review week --answer moved='…' --answer commitments='…'"
)
@click.argument("interval", type=member(*Interval).read, metavar="week|month|quarter")
@option("--date", DAY, "The period that this day is in; otherwise the one whose review comes next.")
@click.option(
    "--write",
    "writes",
    is_flag=True,
    help="Ask the prompts; without a terminal, keep what was left unfinished.",
)
@click.option("--again", is_flag=True, help="Keep another review of a period that has one.")
@writing_options
@as_json
@click.pass_obj
def review(
    opening: Opening,
    /,
    interval: Interval,
    date: dt.date | None,
    *,
    writes: bool,
    again: bool,
    as_json: bool,
    **given: Any,
) -> None:
    """Look back on a week, a month or a quarter.

    Shows the period's episodes, the open actions, the lessons that were applied, the last review's commitments and
    the prompts. With answers it keeps the review instead and prints its id; each line of the commitments becomes an
    action.
    """
    need_sense(given)
    said = answers.read(opening, given["answers"], given["file"])
    writes = writes or bool(said.texts) or given["draft"]
    if as_json and writes:
        raise click.UsageError("--json shows what there is to look at; it does not go with answers.")
    if not writes and (left := _told_in_vain(given)):
        raise click.UsageError(f"{left} needs an answer, or --write.")
    with opening.journal() as journal:
        period = _period(interval, date, journal.today())
        if not writes:
            _show(journal, period, given["method"], as_json=as_json)
            return
        _need_none(journal, period, again=again)
        if not said.texts and not given["draft"] and prompting.is_there() and sys.stdout.isatty():
            _print(journal.reviews.material(period))
        command = f"workjournal review {interval.value} --date {period.start.isoformat()} --write"
        write(Writing(journal, period, given, said, command))


def _told_in_vain(given: dict[str, Any]) -> str:
    """An option that says something about a review which is not written now."""
    valued = ("evidence", "distanced", "depth", "decision_quality", "outcome_quality")
    named = [f"--{name.replace('_', '-')}" for name in valued if given[name] is not None]
    named += [f"--{name.rstrip('s')}" for name in ("lessons", "actions", "asks") if given[name]]
    return next(iter([*named, *(f"--{name}" for name in ("share", "afresh") if given[name])]), "")


def _period(interval: Interval, day: dt.date | None, today: dt.date) -> Period:
    if day is None:
        return to_review(interval, today)
    try:
        period = Period.of(interval, day)
        period.before(), period.after()
    except (ValueError, OverflowError) as error:
        raise click.UsageError(f"--date {day.isoformat()} is out of reach.") from error
    return period


def _need_none(journal: Journal, period: Period, *, again: bool) -> None:
    """Raises: AlreadyReviewed."""
    known = journal.reviews.find(period)
    if known is not None and not again:
        raise AlreadyReviewed(interval=period.interval.value, id=known.id)


def _show(journal: Journal, period: Period, method: str | None, *, as_json: bool) -> None:
    material, known = journal.reviews.material(period), journal.reviews.find(period)
    due = period in journal.reviews.due(journal.today())
    offer = offer_for(journal, period)
    left = left_at(journal, period, offer.method)
    form = journal.methods.find(method) if method else left.form if left else offer.method
    if as_json:
        print_json(records.review(journal, material, form, known, due=due))
        return
    click.echo(period_title(period))
    _print(material)
    _print_prompts(form)
    if known is not None:
        note(f"It was reviewed on {known.date.isoformat()}: workjournal show {short(known.id)}")
    elif left is not None:
        note("Its review was left unfinished; --write, or another answer, goes on with it.")
    else:
        note("--answer PROMPT=TEXT keeps a review, and --write asks the prompts one by one.")


def _print(material: Material) -> None:
    _section(
        "Episodes",
        ("Id", "Date", "Kind", "Title"),
        [(short(each.id), each.date.isoformat(), each.kind.value, each.title) for each in material.episodes],
    )
    _section("The last review's commitments", ("Id", "State", "What"), _actions(material.commitments))
    _section("Open actions", ("Id", "State", "What"), _actions(material.actions))
    worked = {True: "yes", False: "no", None: "–"}
    _section(
        "Lessons applied",
        ("Id", "Worked", "Lesson"),
        [(short(lesson.id), worked[last], lesson.text) for lesson, last in material.applied],
    )


def _actions(found: tuple[Action, ...]) -> list[tuple[str, ...]]:
    return [
        (short(each.id), f"due {each.due}" if each.due and not each.ended else each.state.value, each.text)
        for each in found
    ]


def _section(heading: str, headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    click.echo(f"\n{heading}")
    if rows:
        print_table(headers, rows)
    else:
        click.echo("–")


def _print_prompts(form: Method) -> None:
    click.echo("\nPrompts")
    for prompt in form.prompts:
        click.echo(f"{prompt.key}: {safe(prompt.text)}")
