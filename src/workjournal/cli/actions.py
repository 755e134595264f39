"""Actions in the terminal: what is still to be done, and what no longer is."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import (
    AUDIENCE,
    DAY,
    Value,
    as_json,
    chosen,
    member,
    option,
    or_none,
    several,
    ticked,
)
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.domain.action import Action, ActionKind, ActionState, Owner
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal

FIRED = "fired"
"""Another word for done, of a plan whose "if" came."""
EVERY = 1_000_000
_OF_A_PLAN = frozenset({FIRED, ActionState.NOT_MET.value})


class NoPlan(JournalError):
    """The action {id} has no if-then plan, so it cannot end as {ending}. `workjournal action edit` gives it one; `workjournal done {id}` closes it."""


@click.command("actions", epilog="Example: workjournal actions --due")
@click.option("--all", "which", flag_value="all", help="The closed ones too.")
@click.option("--due", "which", flag_value="due", help="Only those whose day has come.")
@click.option("--closed", "which", flag_value="closed", help="Only the closed ones, the last one first.")
@option("--owner", member(*Owner), "Only those whose move it is.")
@option("--kind", member(*ActionKind), "Only of this kind.")
@as_json
@click.pass_obj
def actions(
    opening: Opening, which: str | None, owner: Owner | None, kind: ActionKind | None, *, as_json: bool
) -> None:
    """List what is still to be done.

    The first due comes first.
    """
    with opening.journal() as journal:
        found = [
            each
            for each in _found(journal, which)
            if owner in {None, each.owner} and kind in {None, each.kind}
        ]
    if as_json:
        print_json([records.action(each) for each in found])
    elif not found:
        note(
            "No action fits."
            if which or owner or kind
            else "Nothing is to be done; a reflection leaves actions."
        )
    else:
        print_actions(found)


def print_actions(found: Iterable[Action]) -> None:
    """Actions as a table."""
    rows = [
        (
            short(each.id),
            each.due.isoformat() if each.due else "–",
            each.owner.value,
            f"{each.kind.value}, {each.state.value}",
            each.text,
        )
        for each in found
    ]
    print_table(("Id", "Due", "Owner", "Kind, state", "What"), rows)


@click.group("action")
def action() -> None:
    """Write down and change actions."""


@action.command("add", epilog="Example: workjournal action add 'Book the walk' --due 2026-12-01")
@click.argument("text")
@option("--due", DAY, "When it is due.")
@option("--owner", member(*Owner), "Whose move it is; yours, or your manager's for an ask.")
@option("--kind", member(*ActionKind), "An action, an ask, or an idea for a better procedure.")
@option("--if-then", text="If … comes, then I will …")
@several("--share", AUDIENCE, "Tick it for an audience.")
@click.pass_obj
def add(opening: Opening, /, text: str, **given: Any) -> None:
    """Write down something to be done.

    TEXT says what; - reads it from standard input. Prints the new id.
    """
    text = opening.text(text).rstrip()
    kind = given["kind"] or ActionKind.ACTION
    usual = Owner.MANAGER if kind is ActionKind.ASK else Owner.ME
    with opening.journal() as journal:
        new = Action(
            date=journal.today(),
            text=text,
            kind=kind,
            owner=given["owner"] or usual,
            due=given["due"],
            if_then=given["if_then"] or "",
            audiences=ticked(given["share"]),
        )
        click.echo(journal.actions.save(new).id)


@action.command("edit", epilog="Example: workjournal action edit 4f2a91c7 --due none --owner manager")
@click.argument("action_id", metavar="ID")
@option("--text", text="What is to be done; - reads it from standard input.")
@option("--due", or_none(DAY), "When it is due.")
@option("--owner", member(*Owner), "Whose move it is.")
@option("--kind", member(*ActionKind), "An action, an ask, or an idea for a better procedure.")
@option("--if-then", text="If … comes, then I will …")
@several("--share", or_none(AUDIENCE), "Tick it for an audience.")
@click.pass_obj
def edit(opening: Opening, /, action_id: str, text: str | None, **given: Any) -> None:
    """Change an action.

    What is not named stays as it is. Audiences are replaced; "none" takes a day away, and an empty text the if-then.
    Earlier wordings are kept. Prints the id.
    """
    given["text"] = opening.text(text).rstrip() if text is not None else None
    with opening.journal() as journal:
        known = journal.actions.get(journal.actions.identify(action_id))
        for name in ("text", "due", "owner", "kind", "if_then"):
            if given[name] is not None:
                setattr(known, name, chosen(given[name]))
        if given["share"]:
            known.audiences = ticked(given["share"])
        click.echo(journal.actions.save(known).id)


ENDINGS = (*(state.value for state in ActionState), FIRED)


def _ending(word: str) -> str:
    if word not in ENDINGS:
        raise click.BadParameter(f"{word!r} is not one of {', '.join(ENDINGS)}.")
    return word


ENDING = Value(_ending, f"[{'|'.join(ENDINGS)}]")


@click.command("done", epilog="Example: workjournal done 4f2a91c7 --as fired")
@click.argument("action_id", metavar="ID")
@option(
    "--as state",
    ENDING,
    "How it ended; done if not given. An if-then plan fired, was not met, or never arose.",
    default=ActionState.DONE.value,
)
@click.pass_obj
def done(opening: Opening, action_id: str, state: str) -> None:
    """Close an action.

    Prints the id.
    """
    with opening.journal() as journal:
        known = journal.actions.identify(action_id)
        if state in _OF_A_PLAN:
            _need_plan(journal, known, state)
        ending = ActionState.DONE if state == FIRED else ActionState(state)
        click.echo(journal.actions.end(known, ending, journal.today()).id)


def _need_plan(journal: Journal, action_id: UUID, ending: str) -> None:
    """Raises: NoPlan."""
    if not journal.actions.get(action_id).if_then.strip():
        raise NoPlan(id=short(action_id), ending=ending)


def _found(journal: Journal, which: str | None) -> list[Action]:
    if which == "all":
        return journal.actions.touched_in(dt.date.min, dt.date.max)
    if which == "closed":
        return journal.actions.closed(limit=EVERY)
    return journal.actions.due(journal.today()) if which == "due" else journal.actions.open()
