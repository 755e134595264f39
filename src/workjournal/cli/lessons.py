"""Lessons in the terminal: list, write and merge them, note where one was used, find those that fit."""

from typing import Any

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import (
    AUDIENCE,
    PERCENT,
    WRITTEN_DAY,
    as_json,
    option,
    or_none,
    several,
    ticked,
)
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.domain.lesson import Lesson
from workjournal.journal.journal import Journal
from workjournal.journal.matching import MOST, Writing


@click.command("lessons", epilog="Example: workjournal lessons --due")
@click.option("--due", is_flag=True, help="Those to be recalled today, without their sentence.")
@click.option("--retired", is_flag=True, help="The retired ones too.")
@option("--retention", PERCENT, "How surely lessons are to be remembered; sets it, for all of them.")
@as_json
@click.pass_obj
def lessons(opening: Opening, retention: int | None, *, due: bool, retired: bool, as_json: bool) -> None:
    """List lessons, newest first."""
    if (retention is not None) + due + retired > 1 or (retention is not None and as_json):
        raise click.UsageError("Give one of --due, --retired and --retention.")
    with opening.journal() as journal:
        if retention is not None:
            journal.recalls.set_retention(retention)
            note(
                f"Lessons come back so that {retention} % of them are remembered, each from its next recall on."
            )
        elif due:
            _list_due(journal, as_json=as_json)
        else:
            _list(journal, journal.lessons.all(retired=retired), as_json=as_json)


def _list(journal: Journal, found: list[Lesson], *, as_json: bool) -> None:
    if as_json:
        print_json(records.lessons(journal, found))
    elif not found:
        note("No lessons here yet; a reflection leaves them.")
    else:
        rows = [
            (short(each.id), each.state.value, str(len(each.applied()) or "–"), each.text) for each in found
        ]
        print_table(("Id", "State", "Used", "Lesson"), rows)


def _list_due(journal: Journal, *, as_json: bool) -> None:
    today = journal.today()
    found = journal.recalls.due(today)
    if as_json:
        print_json(records.lessons(journal, found))
        return
    if not found:
        note("No lesson is to be recalled today.")
        return
    rows = [(short(each.id), (each.due or today).isoformat(), each.trigger or "–") for each in found]
    print_table(("Id", "Since", "Cue"), rows)
    later = journal.recalls.waiting(today) - len(found)
    note("`workjournal recall` goes through them." + (f" {later} more can wait." if later else ""))


@click.group("lesson")
def lesson() -> None:
    """Write, change, retire and merge lessons."""


@lesson.command(
    "add", epilog="Example: workjournal lesson add 'Walk first, draw second' --when 'a new route'"
)
@click.argument("text")
@option("--when", text="When it should come to mind.")
@option("--detail", text="What there is to say beside it.")
@several("--skill skills", text="A skill it belongs to.")
@several("--share", AUDIENCE, "Tick it for an audience.")
@option("--date", WRITTEN_DAY, "The day it was learned; today if not given.")
@click.pass_obj
def add(opening: Opening, /, text: str, **given: Any) -> None:
    """Write a lesson that no reflection left.

    TEXT is one sentence; - reads it from standard input. Prints the new id.
    """
    text = opening.text(text).rstrip()
    with opening.journal() as journal:
        new = Lesson(
            date=given["date"] or journal.today(),
            text=text,
            trigger=given["when"] or "",
            detail=given["detail"] or "",
            audiences=ticked(given["share"]),
        )
        click.echo(journal.lessons.add(new, skills=given["skills"]).id)


@lesson.command("edit", epilog="Example: workjournal lesson edit 91c74f2a --when 'a route is planned'")
@click.argument("lesson_id", metavar="ID")
@option("--text", text="The sentence; - reads it from standard input.")
@option("--when", text="When it should come to mind.")
@option("--detail", text="What there is to say beside it.")
@several("--skill skills", text="A skill it belongs to.")
@several("--share", or_none(AUDIENCE), "Tick it for an audience.")
@click.pass_obj
def edit(opening: Opening, /, lesson_id: str, text: str | None, **given: Any) -> None:
    """Change a lesson.

    What is not named stays as it is. Skills and audiences are replaced; an empty text takes it away. Earlier wordings
    are kept. Prints the id.
    """
    text = opening.text(text).rstrip() if text is not None else None
    with opening.journal() as journal:
        known = journal.lessons.get(journal.lessons.identify(lesson_id))
        for name, value in (("text", text), ("trigger", given["when"]), ("detail", given["detail"])):
            if value is not None:
                setattr(known, name, value)
        if given["share"]:
            known.audiences = ticked(given["share"])
        click.echo(journal.lessons.add(known, skills=given["skills"] or None).id)


@lesson.command("retire", epilog="Example: workjournal lesson retire 91c74f2a")
@click.argument("lesson_id", metavar="ID")
@click.pass_obj
def retire(opening: Opening, lesson_id: str) -> None:
    """Put a lesson to rest; it stays readable, and comes back no more.

    Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.lessons.retire(journal.lessons.identify(lesson_id)).id)


@lesson.command("take-up", epilog="Example: workjournal lesson take-up 91c74f2a")
@click.argument("lesson_id", metavar="ID")
@click.pass_obj
def take_up(opening: Opening, lesson_id: str) -> None:
    """Use a retired lesson again.

    Prints the id.
    """
    with opening.journal() as journal:
        click.echo(journal.lessons.take_up(journal.lessons.identify(lesson_id)).id)


@lesson.command("alike", epilog="Example: workjournal lesson alike 91c74f2a")
@click.argument("lesson_id", metavar="ID")
@as_json
@click.pass_obj
def alike(opening: Opening, lesson_id: str, *, as_json: bool) -> None:
    """List the lessons that may say the same, the likeliest first."""
    with opening.journal() as journal:
        found = journal.merging.alike(journal.lessons.identify(lesson_id))
        if found or as_json:
            _list(journal, found, as_json=as_json)
        else:
            note("No other lesson says the same.")


@lesson.command("merge", epilog="Example: workjournal lesson merge 91c74f2a 4f2a91c7")
@click.argument("kept_id", metavar="KEEP")
@click.argument("duplicate_id", metavar="DUPLICATE")
@click.pass_obj
def merge(opening: Opening, kept_id: str, duplicate_id: str) -> None:
    """Let one lesson stand for two that say the same.

    Uses, recalls, skills and sources go over to KEEP; DUPLICATE goes into the trash, and its words are quoted in the
    detail of KEEP. Prints the id of KEEP.
    """
    with opening.journal() as journal:
        kept, duplicate = journal.lessons.identify(kept_id), journal.lessons.identify(duplicate_id)
        click.echo(journal.merging.merge(kept, duplicate, journal.today()).kept)


@click.command("apply", epilog="Example: workjournal apply 91c74f2a 4f2a91c7 --worked")
@click.argument("lesson_id", metavar="LESSON")
@click.argument("episode_id", metavar="EPISODE")
@click.option(
    "--worked/--did-not",
    default=None,
    help="Whether it worked; leave out if you cannot tell yet, or have told already.",
)
@click.pass_obj
def apply(opening: Opening, lesson_id: str, episode_id: str, *, worked: bool | None) -> None:
    """Note that a lesson was used in an episode.

    Prints the lesson's id.
    """
    with opening.journal() as journal:
        lesson, episode = journal.lessons.identify(lesson_id), journal.episodes.identify(episode_id)
        if worked is None:  # what was told before stays
            uses = journal.lessons.get(lesson).applied()
            worked = next((use.worked for use in uses if use.episode_id == episode), None)
        click.echo(journal.lessons.apply(lesson, episode, worked=worked).lesson_id)


@click.command("match", epilog="Example: workjournal match 'Planning the harbour route' --skill Planning")
@click.argument("text")
@several("--skill skills", text="A skill it takes.")
@several("--tag tags", text="A word it is filed under.")
@several("--person people", text="Somebody who is there.")
@several("--challenge challenges", text="A kind of challenge.")
@click.option(
    "--limit", type=click.IntRange(1, 100), default=MOST, show_default=True, help="How many at most."
)
@as_json
@click.pass_obj
def match(opening: Opening, /, text: str, *, limit: int, as_json: bool, **labels: Any) -> None:
    """Find lessons that fit what is about to be done.

    By the words of TEXT and by the labels given, the best first; - reads TEXT from standard input.
    """
    writing = Writing(text=opening.text(text).rstrip(), **labels)
    with opening.journal() as journal:
        found = journal.matching.lessons(writing, most=limit)
        if as_json:
            told = records.lessons(journal, [each.lesson for each in found])
            print_json([records.match(record, each) for record, each in zip(told, found, strict=True)])
            return
    if not found:
        note("No lesson fits.")
        return
    rows = [
        (short(each.lesson.id), ", ".join((*each.labels, *each.words)), each.lesson.text) for each in found
    ]
    print_table(("Id", "In common", "Lesson"), rows)
