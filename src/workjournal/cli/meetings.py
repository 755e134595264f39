"""After the meeting, in the terminal: its day and notes, what was agreed, and the feedback that was given."""

import datetime as dt
from typing import Any

import click

from workjournal.cli.opening import Opening
from workjournal.cli.options import WRITTEN_DAY, Cleared, member, option, or_none, several
from workjournal.domain.action import Action, Owner
from workjournal.domain.episode import Episode, titled


@click.command(
    "meet", epilog="Example: workjournal ledger meet 4f2a91c7 --day yesterday --notes 'She liked the plan'"
)
@click.argument("pack_id", metavar="ID")
@option("--day", or_none(WRITTEN_DAY), "When the meeting was; today, if no day is known yet.")
@option("--notes", text="What was said, for you alone; - reads it from standard input.")
@click.pass_obj
def meet(opening: Opening, pack_id: str, day: dt.date | Cleared | None, notes: str | None) -> None:
    """Say when the meeting about a pack was, and what was said.

    What is not named stays as it is. What was agreed and heard moves with the day. No pack ever holds the notes.
    Prints the pack's id.
    """
    notes = None if notes is None else opening.text(notes, "the notes").rstrip()
    with opening.journal() as journal:
        known = journal.meetings.get(journal.meetings.identify(pack_id))
        if day is None:
            day = known.met or journal.today()
        met = None if isinstance(day, Cleared) else day
        click.echo(journal.meetings.meet(known.id, met, known.notes if notes is None else notes).id)


@click.command(
    "agree",
    epilog="Example: workjournal ledger agree 4f2a91c7 'An hour with the planners' --owner manager --due 2026-12-01",
)
@click.argument("pack_id", metavar="ID")
@click.argument("text")
@option("--owner", member(*Owner), "Whose move it is; yours if not given.", default=Owner.ME.value)
@option("--due", WRITTEN_DAY, "When it is due.")
@option("--if-then", text="If … comes, then I will …")
@click.pass_obj
def agree(opening: Opening, /, pack_id: str, text: str, owner: Owner, **given: Any) -> None:
    """Note what was agreed in the meeting about a pack, as an action.

    The next pack opens with it. TEXT says what; - reads it from standard input. Where no day of the meeting is known, it
    was today. Prints the action's id.
    """
    text = opening.text(text).rstrip()
    with opening.journal() as journal:
        new = Action(
            date=journal.today(), text=text, owner=owner, due=given["due"], if_then=given["if_then"] or ""
        )
        click.echo(journal.meetings.agree(journal.meetings.identify(pack_id), new).id)


@click.command(
    "heard",
    epilog="Example: workjournal ledger heard 4f2a91c7 'Ask earlier next time' --person 'Priya Sharma'",
)
@click.argument("pack_id", metavar="ID")
@click.argument("text")
@several("--person people", text="Who said it.")
@click.pass_obj
def heard(opening: Opening, pack_id: str, text: str, people: tuple[str, ...]) -> None:
    """Note feedback that was given in the meeting about a pack, as an episode.

    TEXT is its first sentence and all the rest; - reads it from standard input. Where no day of the meeting is known, it
    was today. Prints the episode's id.
    """
    title, story = titled(opening.text(text))
    with opening.journal() as journal:
        said = Episode(date=journal.today(), title=title, story=story)
        click.echo(journal.meetings.hear(journal.meetings.identify(pack_id), said, people).id)
