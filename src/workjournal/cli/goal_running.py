"""Goals while they run: check-ins, forecasts revised, rhythm, put off and paused, evidence."""

import datetime as dt
from typing import Any

import click

from workjournal.cli import check_in_asking, goal_records, goal_words, prompting
from workjournal.cli.goal_fields import is_given
from workjournal.cli.opening import Opening
from workjournal.cli.options import DAY, NUMBER, RATING, RHYTHM, WRITTEN_DAY, as_json, option
from workjournal.cli.printing import note, print_json, print_table, safe, short
from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal


class NotItsEvidence(JournalError):
    """The episode {episode} is no evidence of this goal, so it cannot be loosened from it."""


@click.command("checkin", epilog="Example: workjournal goal checkin 4f2a91c7 --progress 40 --confidence 55")
@click.argument("goal_id", metavar="ID")
@option("--progress", RATING, "How far it has come.")
@option("--confidence", RATING, "Your confidence now.")
@option("--value measure_value", NUMBER, "The measure's value.")
@option("--changed", text="What changed.")
@option("--feedback", text="Feedback received.")
@option("--help-needed", text="Help needed; it becomes an ask for your manager.")
@option("--date", DAY, "The day; today if not given.")
@click.option("--afresh", is_flag=True, help="Leave aside what was left unfinished.")
@click.pass_obj
def checkin(opening: Opening, /, goal_id: str, date: dt.date | None, *, afresh: bool, **given: Any) -> None:
    """Record how a goal is going.

    At a terminal and without options it is asked; what was left unfinished, here or in the window, is gone on with.
    Prints the goal's id.
    """
    with opening.journal() as journal:
        goal = journal.goals.get(journal.goals.identify(goal_id))
        asks = not is_given(given) and prompting.is_there()
        if asks:
            goal.accepts_check_in()
        left = check_in_asking.left(journal, goal) if asks and not afresh else {}
        look = CheckIn(goal_id=goal.id, date=date or check_in_asking.day(left) or journal.today())
        look.accepts_day(journal.today())  # before anything is asked
        if asks:
            check_in_asking.ask(journal, goal, look, left)
        for name, value in given.items():
            if value is not None:
                setattr(look, name, value)
        kept = journal.goals.check_in(look)
        if asks:
            journal.drafts.drop(check_in_asking.place(goal))
        click.echo(kept.id)
        _say_what_became_of(look, kept)
        if asks:
            note(f"Next check-in: {goal_words.next_look(kept, journal.today())}")


def _say_what_became_of(look: CheckIn, goal: Goal) -> None:
    if look.help_needed.strip():
        note(
            "The help you need is an ask for your manager now, for the next pack: `workjournal actions` lists it."
        )
    if look.measure_value is not None and look.measure_id is None:
        note(
            "The goal has no measure, so the value stands in the check-in alone: "
            f"workjournal goal edit {short(goal.id)} --measure NAME"
        )


@click.command(
    "revise", epilog="Example: workjournal goal revise 4f2a91c7 --probability 40 --reasons 'They left'"
)
@click.argument("goal_id", metavar="ID")
@option("--probability", RATING, "How likely it is now, in %; sealed at once.", required=True)
@option("--reasons", text="What has made you think so.")
@click.pass_obj
def revise(opening: Opening, goal_id: str, probability: int, reasons: str | None) -> None:
    """Put a new forecast beside the one the goal started with.

    The first one stays as it is, and is the one that counts. Prints the goal's id.
    """
    with opening.journal() as journal:
        revised = journal.goals.revise(journal.goals.identify(goal_id), probability, reasons or "")
    click.echo(revised.id)
    assert revised.forecast is not None
    note(f"The first forecast counts: {goal_words.forecast(revised.forecast, started=True).splitlines()[0]}")


@click.command("snooze", epilog="Example: workjournal goal snooze 4f2a91c7 --until 2026-12-01")
@click.argument("goal_id", metavar="ID")
@option("--until", WRITTEN_DAY, "The first day on which it may ask again.", required=True)
@click.pass_obj
def snooze(opening: Opening, goal_id: str, until: dt.date) -> None:
    """Ask for no check-in before a day.

    Prints the id.
    """
    with opening.journal() as journal:
        if until <= journal.today():
            raise click.UsageError(f"--until {until.isoformat()} is not after today.")
        click.echo(journal.goals.snooze(journal.goals.identify(goal_id), until).id)


@click.command("pause", epilog="Example: workjournal goal pause 4f2a91c7")
@click.argument("goal_id", metavar="ID")
@click.pass_obj
def pause(opening: Opening, goal_id: str) -> None:
    """Let a goal rest: it asks for nothing until it is resumed.

    Its due day stays, and counts. Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.goals.pause(journal.goals.identify(goal_id), journal.today()).id)


@click.command("resume", epilog="Example: workjournal goal resume 4f2a91c7")
@click.argument("goal_id", metavar="ID")
@click.pass_obj
def resume(opening: Opening, goal_id: str) -> None:
    """Ask for check-ins again, whether it was paused or put off.

    Prints the id.
    """
    with opening.journal() as journal:
        resumed = journal.goals.resume(journal.goals.identify(goal_id))
        today = journal.today()
    click.echo(resumed.id)
    if look := goal_words.next_look(resumed, today):
        note(f"Next check-in: {look}")


@click.command("rhythm", epilog="Example: workjournal goal rhythm 4f2a91c7 14")
@click.argument("goal_id", metavar="ID")
@click.argument("days", type=RHYTHM.read, metavar="DAYS")
@click.pass_obj
def rhythm(opening: Opening, goal_id: str, days: int) -> None:
    """Choose how often a goal asks for a check-in.

    DAYS are from 1 to 92, or 0 for none. Prints the id.
    """
    with opening.journal() as journal:
        goal = journal.goals.get(journal.goals.identify(goal_id))
        goal.rhythm_days = days
        click.echo(journal.goals.save(goal).id)
        today = journal.today()
    if look := goal_words.next_look(goal, today):
        note(f"Next check-in: {look}")


@click.command("evidence", epilog="Example: workjournal goal evidence 4f2a91c7 6f0a91c2")
@click.argument("goal_id", metavar="ID")
@click.argument("episode_id", metavar="[EPISODE]", required=False)
@click.option("--loosen", is_flag=True, help="Take the episode off the goal.")
@as_json
@click.pass_obj
def evidence(opening: Opening, goal_id: str, episode_id: str | None, *, loosen: bool, as_json: bool) -> None:
    """Make an episode evidence of a goal.

    Without EPISODE, the episodes that may be evidence are listed: those with a skill of the goal first. An episode is
    evidence of one goal. Prints the episode's id.
    """
    if episode_id is None and loosen:
        raise click.UsageError("--loosen needs an EPISODE.")
    if episode_id is not None and as_json:
        raise click.UsageError("--json lists the episodes that may be evidence; leave EPISODE out.")
    with opening.journal() as journal:
        goal = journal.goals.get(journal.goals.identify(goal_id))
        if episode_id is None:
            _list_offered(journal, goal, as_json=as_json)
        else:
            _tie(journal, goal, episode_id, loosen=loosen)


def _tie(journal: Journal, goal: Goal, words: str, *, loosen: bool) -> None:
    episode = journal.episodes.get(journal.episodes.identify(words))
    if loosen and episode.goal_id != goal.id:
        raise NotItsEvidence(episode=short(episode.id))
    before = journal.evidence.tie(episode.id, None if loosen else goal.id)
    click.echo(episode.id)
    if before is not None and before != goal.id:
        note(
            f"It was evidence of another goal before: {safe(journal.goals.get(before).title)} ({short(before)})"
        )


def _list_offered(journal: Journal, goal: Goal, *, as_json: bool) -> None:
    found = journal.evidence.offered(goal.id, journal.today())
    if as_json:
        print_json([goal_records.offered(each) for each in found])
    elif not found:
        note(
            "No episode since its start is without a goal. `workjournal add … --goal ID` records one with it."
        )
    else:
        rows = [(short(each.id), each.date.isoformat(), each.kind.value, each.title) for each in found]
        print_table(("Id", "Date", "Kind", "Title"), rows)
