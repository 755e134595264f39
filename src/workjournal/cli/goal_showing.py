"""Goals as lists and pages: where each stands, and one with everything in it."""

import datetime as dt

import click

from workjournal.cli import goal_records, goal_words
from workjournal.cli.goal_fields import TEXTS
from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json
from workjournal.cli.printing import note, print_fields, print_json, print_table, short
from workjournal.domain.action import ActionState
from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal

_NUMBERS = (
    *("difficulty", "slack", "successes"),
    *("confidence_before", "confidence_after", "confidence_really_before"),
)


@click.command("list", epilog="Example: workjournal goal list --json")
@as_json
@click.pass_obj
def list_goals(opening: Opening, *, as_json: bool) -> None:
    """List goals, the open ones first, with the day of the next check-in."""
    with opening.journal() as journal:
        found, today = journal.goals.all(), journal.today()
    if as_json:
        print_json([goal_records.goal(each, today) for each in found])
    elif not found:
        note("No goals here yet.")
    else:
        rows = [
            (
                short(each.id),
                each.state.value,
                _number(each.latest("progress")),
                _due(each, today),
                goal_words.next_look(each, today) or "–",
                each.title,
            )
            for each in found
        ]
        print_table(("Id", "State", "Progress", "Due", "Next check-in", "Title"), rows)


@click.command("show", epilog="Example: workjournal goal show 4f2a91c7")
@click.argument("goal_id", metavar="ID")
@as_json
@click.pass_obj
def show(opening: Opening, goal_id: str, *, as_json: bool) -> None:
    """Show one goal with its forecasts, check-ins, evidence, lessons, actions and reflections."""
    with opening.journal() as journal:
        found = journal.goals.get(journal.goals.identify(goal_id))
        if as_json:
            print_json(goal_records.whole_goal(journal, found))
        else:
            print_goal(journal, found)


def print_goal(journal: Journal, found: Goal) -> None:
    """A goal for a reader."""
    print_fields(_fields(journal, found))
    rows = [
        (
            short(each.id),
            each.date.isoformat(),
            _number(each.progress),
            _number(each.confidence),
            "–" if each.measure_value is None else f"{each.measure_value:g}",
            _said(each),
        )
        for each in sorted(found.check_ins, key=lambda each: each.date)
    ]
    if rows:
        click.echo()
        print_table(("Check-in", "On", "Progress", "Confidence", "Value", "What changed"), rows)
    _print_around(journal, found)


def print_check_in(journal: Journal, found: CheckIn) -> None:
    """A check-in for a reader."""
    measure = journal.measures.get(found.measure_id).name if found.measure_id else "Value"
    value = "" if found.measure_value is None else f"{found.measure_value:.15g}"
    print_fields(
        [
            ("Check-in on", journal.goals.get(found.goal_id).title),
            ("Id", str(found.id)),
            ("Date", found.date.isoformat()),
            ("In the trash since", _trashed(found)),
            ("Progress", _number(found.progress).strip("–")),
            ("Confidence", _number(found.confidence).strip("–")),
            (measure, value),
            ("What changed", found.changed),
            ("Feedback", found.feedback),
            ("Help needed", found.help_needed),
        ]
    )


def _print_around(journal: Journal, found: Goal) -> None:
    """What hangs on a goal: each with its id."""
    evidence = [(short(each.id), each.date.isoformat(), each.title) for each in journal.evidence.of(found.id)]
    lessons = [(short(each.id), each.state.value, each.text) for each in journal.lessons.of_goal(found.id)]
    actions = [
        (short(each.id), _standing(each.state, each.due), f"{each.kind.value}: {each.text}")
        for each in goal_records.actions_of(journal, found)
    ]
    reflections = [
        (short(each.id), each.date.isoformat(), journal.methods.asked(each).name)
        for each in journal.reflections.of_goal(found.id)
    ]
    for heading, rows in (
        ("Evidence", evidence),
        ("Lessons", lessons),
        ("Actions", actions),
        ("Reflections", reflections),
    ):
        if rows:
            click.echo()
            print_table((heading, "", ""), rows)


def _fields(journal: Journal, found: Goal) -> list[tuple[str, str]]:
    """A goal as labelled texts."""
    today = journal.today()
    measure = journal.measures.get(found.measure_id).name if found.measure_id else ""
    return [
        ("Title", found.title),
        ("Id", str(found.id)),
        ("In the trash since", _trashed(found)),
        ("State", found.state.value),
        ("Start", _day(found.start)),
        ("Due", _due(found, today).strip("–")),
        ("Closed", _day(found.closed)),
        ("Came true", goal_words.came_true(found, today)),
        ("Rhythm", goal_words.rhythm(found.rhythm_days)),
        ("Next check-in", goal_words.next_look(found, today)),
        ("Measure", measure),
        *((_label(name), _number(getattr(found, name)).strip("–")) for name in _NUMBERS),
        ("Skills", ", ".join(skill.name for skill in found.skills)),
        ("Challenges", ", ".join(found.challenges)),
        ("Shared with", ", ".join(sorted(found.audiences))),
        *((_label(name), getattr(found, name)) for name in (*TEXTS, "reason")),
        *_forecasts(found),
    ]


def _forecasts(found: Goal) -> list[tuple[str, str]]:
    """The forecast that counts, and each revision with the day it was made."""
    started = found.start is not None
    first = [("Forecast", goal_words.forecast(found.forecast, started=started))] if found.forecast else []
    return first + [("Revised", goal_words.forecast(each, started=started)) for each in found.revisions]


def _said(look: CheckIn) -> str:
    """What a check-in says in words, in one line."""
    told = (("", look.changed), ("feedback: ", look.feedback), ("help needed: ", look.help_needed))
    return "; ".join(f"{label}{text}" for label, text in told if text.strip())


def _standing(state: ActionState, due: dt.date | None) -> str:
    return f"due {due.isoformat()}" if due and state is ActionState.OPEN else state.value


def _due(found: Goal, today: dt.date) -> str:
    if found.due is None:
        return "–"
    return found.due.isoformat() + (", overdue" if found.is_overdue(today) else "")


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _trashed(thing: Goal | CheckIn) -> str:
    return thing.trashed_at.astimezone().date().isoformat() if thing.trashed_at else ""


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)
