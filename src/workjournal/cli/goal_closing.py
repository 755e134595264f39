"""The end of a goal: closed honestly, then looked back on; or opened again."""

import datetime as dt
from typing import Any, TypeVar

import click

from workjournal.cli import goal_words, prompting
from workjournal.cli.answers import Answers
from workjournal.cli.opening import Opening
from workjournal.cli.options import RATING, WRITTEN_DAY, member, option
from workjournal.cli.printing import note, safe, short
from workjournal.cli.reflecting import Writing, write
from workjournal.cli.writing_options import unwritten
from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.domain.methods.after_action_full import METHOD
from workjournal.journal.journal import Journal

Said = TypeVar("Said")
ENDINGS = tuple(state for state in GoalState if state not in OPEN_STATES)
_ENDING = member(*ENDINGS)


@click.command("close", epilog="Example: workjournal goal close 4f2a91c7 --as partly --confidence-after 70")
@click.argument("goal_id", metavar="ID")
@option("--as state", _ENDING, "How it ended; asked for at a terminal if not given.")
@option("--reason", text="Why; needed for an abandoned goal.")
@option("--confidence-after", RATING, "Your confidence now.")
@option("--really-before", RATING, "Where you really were before, seen from now.")
@option("--date", WRITTEN_DAY, "The day it ended; today if not given.")
@click.option("--review/--no-review", default=True, help="Whether the review is asked afterwards.")
@click.pass_obj
def close(opening: Opening, /, goal_id: str, date: dt.date | None, *, review: bool, **given: Any) -> None:
    """Close a goal, honestly.

    Prints the id. At a terminal the full after-action review of the goal follows, question by question; elsewhere its
    command is said on standard error. A goal that was opened again keeps what was said at its end before, unless it is
    said anew.
    """
    if given["state"] is None and not prompting.is_there():
        raise click.UsageError(f"Say how it ended: --as {_ENDING.shown}")
    with opening.journal() as journal:
        goal = journal.goals.get(journal.goals.identify(goal_id))
        today = journal.today()
        goal.accepts_closing(date or today, today)  # before anything is asked
        if given["state"] is None:
            given = _asked(goal, given)
        closed = journal.goals.close(
            goal.id,
            given["state"],
            date or today,
            reason=_or(given["reason"], goal.reason),
            confidence_after=_or(given["confidence_after"], goal.confidence_after),
            confidence_really_before=_or(given["really_before"], goal.confidence_really_before),
        )
        click.echo(closed.id)
        _say_how_it_was_foreseen(closed, today)
        _review(journal, closed, asks=review and prompting.is_there())


@click.command("reopen", epilog="Example: workjournal goal reopen 4f2a91c7")
@click.argument("goal_id", metavar="ID")
@click.pass_obj
def reopen(opening: Opening, goal_id: str) -> None:
    """Take the closing of a goal back.

    What was said at the end stays in it. Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.goals.reopen(journal.goals.identify(goal_id)).id)


def _asked(goal: Goal, given: dict[str, Any]) -> dict[str, Any]:
    """How it ended, and what was not given, asked at the terminal."""
    given = dict(given)
    # One that never started can only be given up.
    ending = _ENDING if goal.start else member(GoalState.ABANDONED)
    try:
        note(f"{safe(goal.title)}: an empty line skips a question.")
        while given["state"] is None:
            given["state"] = prompting.ask_value(
                "How did it end?", ending.shown.strip("[]").replace("|", ", "), ending.read
            )
        if given["reason"] is None:
            given["reason"] = _reason(goal, given["state"])
        if given["confidence_after"] is None:
            given["confidence_after"] = prompting.ask_value(
                "How confident are you now?", "0–100", RATING.read, _shown(goal.confidence_after)
            )
        if given["really_before"] is None:
            hint = "0–100; what you said then is not shown, so that it does not steer you"
            given["really_before"] = prompting.ask_value(
                "Where were you really, before it?",
                hint,
                RATING.read,
                _shown(goal.confidence_really_before),
            )
    except prompting.LeftOff as left:
        raise (left.cause or click.Abort()) from None
    return given


def _reason(goal: Goal, state: GoalState) -> str | None:
    """Why it ended; asked again until there is one where the goal is given up."""
    while True:
        reason = prompting.ask_value("Why did it end so?", "An abandoned goal needs it", str, goal.reason)
        if state is not GoalState.ABANDONED or _or(reason, goal.reason).strip():
            return reason


def _shown(rating: int | None) -> str:
    return "" if rating is None else str(rating)


def _or(said: Said | None, before: Said) -> Said:
    """What is said now, or else what stands from an end that was taken back."""
    return before if said is None else said


def _say_how_it_was_foreseen(goal: Goal, today: dt.date) -> None:
    first = goal.forecast
    if first is None or goal.start is None:
        return
    note(f"Forecast: {goal_words.forecast(first, started=True).splitlines()[0]}")
    note(f"Came true: {goal_words.came_true(goal, today)}")


def _review(journal: Journal, goal: Goal, *, asks: bool) -> None:
    """The full after-action review, asked now or told how to come to later."""
    again = f"workjournal reflect {short(goal.id)} --method {METHOD.key}"
    if not asks:
        note(f"Look back on it: {again}")
        return
    note(f"\n{METHOD.name}: what is to be learned from it?")
    write(Writing(journal, goal, unwritten(METHOD.key), Answers({}), again, may_wait=True))
