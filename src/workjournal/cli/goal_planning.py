"""Goals before they run: planned by options or question by question, changed, started."""

from typing import Any

import click

from workjournal.cli import goal_asking, goal_fields, prompting
from workjournal.cli.goal_fields import Fields, is_given, plan_options
from workjournal.cli.goal_words import say_concerns
from workjournal.cli.opening import Opening
from workjournal.cli.options import option
from workjournal.cli.printing import note, short
from workjournal.domain.goal import OPEN_STATES, Goal, GoalState
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal

NEW = "goal:new"
"""Where the draft of a goal that is not kept yet lies; one that is kept has its id there."""


class Ended(JournalError):
    """The goal is {state}, and its plan stays as it was; only --share can change. `workjournal goal reopen {id}` opens it again."""


class SaidBefore(JournalError):
    """The confidence before a goal is said before it starts, and this one has started."""


@click.command("add", epilog="Example: workjournal goal add 'Chair the demand meeting' --probability 60")
@click.argument("title", required=False)
@plan_options(clearable=False)
@click.option("--afresh", is_flag=True, help="Leave aside what was left unfinished.")
@click.pass_obj
def add(opening: Opening, /, title: str | None, *, afresh: bool, **given: Any) -> None:
    """Plan a goal.

    Without TITLE, at a terminal, it is asked for in five short steps; each question can be skipped, and what was left
    unfinished, here or in the window, is gone on with. Prints its id.
    """
    if title is None and not prompting.is_there():
        raise click.UsageError(
            "Give a TITLE; without one the plan is asked for at a terminal, and there is none."
        )
    if given["reasons"] and given["probability"] is None and title is not None:
        raise click.UsageError("--reasons needs a --probability.")
    with opening.journal() as journal:
        goal, fields = Goal(title=""), goal_fields.empty()
        if title is None:
            fields |= {} if afresh else _left(journal, NEW)
        goal_fields.take(journal, fields, {**given, "title": title})
        if title is None:
            _ask(journal, goal, fields, NEW, "workjournal goal add")
        kept = goal_fields.keep(journal, goal, fields)
        if title is None:
            journal.drafts.drop(NEW)
        click.echo(kept.id)
        if title is not None:  # who was asked has been told
            say_concerns(kept)
        if title is None:
            note(f"It starts, and its forecast is sealed, with: workjournal goal start {short(kept.id)}")


@click.command("edit", epilog="Example: workjournal goal edit 4f2a91c7 --due 2027-03-31 --measure none")
@click.argument("goal_id", metavar="ID")
@option("--title", text="What it is called.")
@plan_options(clearable=True)
@click.pass_obj
def edit(opening: Opening, /, goal_id: str, **given: Any) -> None:
    """Change the plan of a goal.

    What is not named stays as it is. Skills, challenges and audiences are replaced; an empty text or "none" takes a
    value away. Once it has started, its forecast is sealed: `goal revise` puts a new one beside it. Without options, at
    a terminal, the five steps are asked again. Prints the id.
    """
    asks = not is_given(given)
    if asks and not prompting.is_there():
        raise click.UsageError("Say what is to change: --title, --why, --due …")
    with opening.journal() as journal:
        goal = journal.goals.get(journal.goals.identify(goal_id))
        _need_changeable(goal, given)
        fields, place = goal_fields.of_goal(goal), f"goal:{goal.id}"
        if asks:
            fields |= _left(journal, place)
            _ask(journal, goal, fields, place, f"workjournal goal edit {short(goal.id)}")
            goal = journal.goals.get(goal.id)
        goal_fields.take(journal, fields, given)
        kept = goal_fields.keep(journal, goal, fields)
        if asks:
            journal.drafts.drop(place)
        click.echo(kept.id)
        if kept.state in OPEN_STATES and not asks:
            say_concerns(kept)


@click.command("start", epilog="Example: workjournal goal start 4f2a91c7")
@click.argument("goal_id", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask before that.")
@click.pass_obj
def start(opening: Opening, goal_id: str, *, yes: bool) -> None:
    """Start a planned goal; its forecast is sealed.

    What speaks against it is said on standard error first; at a terminal you are asked whether to start all the same.
    Prints the id.
    """
    with opening.journal() as journal:
        goal = journal.goals.get(journal.goals.identify(goal_id))
        if goal.state is GoalState.PLANNED and not _is_agreed(goal, ask=not yes and prompting.is_there()):
            note("It was not started.")
            return
        click.echo(journal.goals.start(goal.id, journal.today()).id)


def _is_agreed(goal: Goal, *, ask: bool) -> bool:
    """Say what speaks against a start; nothing is asked where nothing does."""
    say_concerns(goal)
    if goal.forecast is None:
        note(
            "It has no forecast, and after the start it is too late for one: it cannot show how well you foresee."
        )
    if not ask or (goal.forecast is not None and not goal.concerns()):
        return True
    seals = "" if goal.forecast is None else " Its forecast is sealed then."
    return click.confirm(f"Start it all the same?{seals}", err=True)


def _need_changeable(goal: Goal, given: dict[str, Any]) -> None:
    """Raises: Ended, SaidBefore, ForecastSealed, WrongGoalState."""
    named = {name for name, value in given.items() if value not in {None, ()}}
    if goal.state not in OPEN_STATES and named != {"audiences"}:
        raise Ended(state=goal.state.value, id=short(goal.id))
    if named & {"probability", "reasons"}:
        goal.accepts_forecast()
    if "confidence_before" in named and goal.state is not GoalState.PLANNED:
        raise SaidBefore


def _left(journal: Journal, place: str) -> Fields:
    """What was left unfinished there."""
    draft = journal.drafts.find(place)
    if draft is None:
        return {}
    note("Going on with what was left unfinished." + (" --afresh begins anew." if place == NEW else ""))
    return dict(draft.fields)


def _ask(journal: Journal, goal: Goal, fields: Fields, place: str, again: str) -> None:
    """Ask at the terminal; each answer is in the draft at once, so that a lost connection costs one at most."""
    before = dict(fields) if journal.drafts.find(place) is None else {}

    def keep() -> None:
        if fields != before:
            journal.drafts.keep(place, fields)

    try:
        goal_asking.ask(journal, goal, fields, keep)
    except prompting.LeftOff as left:
        keep()
        if fields != before:
            note(f"Left unfinished. Go on with: {again}")
        raise (left.cause or click.Abort()) from None
