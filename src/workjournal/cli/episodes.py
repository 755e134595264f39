"""Episodes in the terminal: add, list, edit."""

import datetime as dt
import enum
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from workjournal.cli import records
from workjournal.cli.opening import Opening
from workjournal.cli.options import (
    AUDIENCE,
    DAY,
    RATING,
    TIME,
    Command,
    Value,
    as_json,
    chosen,
    limit,
    member,
    need_order,
    option,
    or_none,
    period,
    several,
    ticked,
)
from workjournal.cli.plain import Record
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.domain.episode import Episode, Kind, Moment, Setting, Source, titled
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal

_PLAIN = (
    *("title", "date", "time", "kind", "role", "setting", "source", "moment", "result"),
    *("difficulty", "energy", "source_link", "private_note"),
)


def _fields(*, clearable: bool) -> Callable[[Command], Command]:
    """The options for every field of an episode; `clearable` ones take "none" too."""

    def maybe(value: Value) -> Value:
        return or_none(value) if clearable else value

    options = (
        option("--title", text="A few words; otherwise the text's first sentence."),
        option("--date", DAY, "The day it happened; today if not given."),
        option("--time", maybe(TIME), "When; now, for today."),
        option("--kind", member(*Kind), "What sort of thing happened."),
        option("--role", text="The role or workflow it belongs to."),
        option("--setting", maybe(member(*Setting)), "The sort of situation (Cynefin)."),
        option("--source", maybe(member(*Source)), "Where the learning came from."),
        option("--moment", maybe(member(*Moment)), "The moment of need."),
        option("--result", text="What changed, and for whom."),
        several("--tag tags", text="A word to file it under."),
        several("--skill skills", text="A skill it took."),
        several("--person people", text="Somebody who was there."),
        option("--goal", maybe(Value(str, "ID")), "The stretch goal it belongs to."),
        option("--difficulty", maybe(RATING), "How hard it was."),
        option("--energy", maybe(RATING), "How much energy you had."),
        option("--source-link", text="A link to what it rests on."),
        option("--private-note", text="A note for you alone: in no pack, and in no export for others."),
        several("--share", maybe(AUDIENCE), "Tick it for an audience."),
        several("--attach", Value(_file, "FILE"), "Keep a copy of a file with it."),
    )

    def decorate(command: Command) -> Command:
        for each in reversed(options):
            command = each(command)
        return command

    return decorate


def _file(word: str) -> Path:
    path = Path(word).expanduser()
    if not path.is_file():
        raise click.BadParameter(f"there is no file {word!r}.")
    return path


@click.command("add", epilog="Example: workjournal add 'Shipped 58 of 63 orders.' --kind win --tag depot")
@click.argument("text")
@_fields(clearable=False)
@click.pass_obj
def add(opening: Opening, /, text: str, **given: Any) -> None:
    """Record something that happened at work.

    TEXT is its first sentence and all the rest; - reads it from standard input. Prints the new id.
    """
    text = opening.text(text)
    title, story = (given["title"], text) if given["title"] else titled(text)
    with opening.journal() as journal:
        now = journal.now()
        day = given["date"] or now.date()
        time = now.time().replace(second=0, microsecond=0) if day == now.date() else None
        episode = Episode(date=day, time=time, title=title, story=story)
        _keep(journal, episode, {**given, "title": None})


@click.command("edit", epilog="Example: workjournal edit 4f2a91c7 --energy 60 --tag depot --goal none")
@click.argument("episode_id", metavar="ID")
@option("--text", text="The story; - reads it from standard input.")
@_fields(clearable=True)
@click.pass_obj
def edit(opening: Opening, /, episode_id: str, text: str | None, **given: Any) -> None:
    """Change an episode.

    What is not named stays as it is. Tags, skills, people and audiences are replaced; an empty text or "none" takes
    a value away. Earlier wordings are kept. Prints the id.
    """
    text = None if text is None else opening.text(text)
    with opening.journal() as journal:
        episode = journal.episodes.get(journal.episodes.identify(episode_id))
        if text is not None:
            episode.story = text
        _keep(journal, episode, given)


def _keep(journal: Journal, episode: Episode, given: dict[str, Any]) -> None:
    """Set the fields that were given, save, and print the id before a file can be refused."""
    for name in _PLAIN:
        if given[name] is not None:
            setattr(episode, name, chosen(given[name]))
    if given["goal"] is not None:
        goal = chosen(given["goal"])
        episode.goal_id = journal.goals.identify(goal) if goal else None
    if given["share"]:
        episode.audiences = ticked(given["share"])
    labels = {name: given[name] or None for name in ("tags", "people", "skills")}
    journal.episodes.add(episode, **labels)
    click.echo(episode.id)
    for file in given["attach"]:
        journal.episodes.attach(episode.id, file)


@click.command("list", epilog="Example: workjournal list --from 2026-10-01 --tag depot --json")
@period
@option("--tag", text="Only with this tag.")
@option("--person", text="Only with this person.")
@option("--skill", text="Only with this skill.")
@option("--kind", member(*Kind), "Only of this kind.")
@click.option("--trashed", is_flag=True, help="What is in the trash instead.")
@limit
@as_json
@click.pass_obj
def list_episodes(opening: Opening, /, *, limit: int, as_json: bool, **wanted: Any) -> None:
    """List episodes, newest first."""
    need_order(wanted["start"], wanted["end"])
    asked = EpisodeFilter(**wanted)
    with opening.journal() as journal:
        found = journal.episodes.newest(asked, limit=limit)
        if as_json:
            print_json(records.episodes(journal, found))
            return
        there = journal.episodes.count(asked)
    if not found:
        note("No episodes here yet." if asked == EpisodeFilter() else "No episode fits.")
        return
    rows = [(short(each.id), each.date.isoformat(), each.kind.value, each.title) for each in found]
    print_table(("Id", "Date", "Kind", "Title"), rows)
    if there > len(found):
        note(f"{len(found)} of {there}; --limit {there} shows all.")


def shown(episode: Episode, record: Record, goal: str) -> list[tuple[str, str]]:
    """An episode as labelled texts."""
    rows = [
        ("Title", episode.title),
        ("Id", str(episode.id)),
        ("When", _moment(episode.date, episode.time)),
        (
            "In the trash since",
            episode.trashed_at.astimezone().date().isoformat() if episode.trashed_at else "",
        ),
    ]
    words = ("kind", "role", "setting", "source", "moment", "difficulty", "energy")
    return [
        *rows,
        *((name.capitalize(), _word(getattr(episode, name))) for name in words),
        *((name.capitalize(), ", ".join(record[name])) for name in ("people", "skills", "tags")),
        ("Goal", goal),
        ("Lessons applied", "\n".join(use["text"] for use in record["lessons_applied"])),
        ("Source link", episode.source_link),
        ("Attachments", ", ".join(file["name"] for file in record["attachments"])),
        ("Shared with", ", ".join(record["audiences"])),
        ("Story", episode.story),
        ("Result", episode.result),
        ("Private note", episode.private_note),
    ]


def _moment(day: dt.date, time: dt.time | None) -> str:
    return f"{day.isoformat()} {time.isoformat('minutes')}" if time else day.isoformat()


def _word(value: enum.StrEnum | str | int | None) -> str:
    return "" if value is None else str(value)
