"""One thing in the terminal, with everything in it: whatever has the id."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple
from uuid import UUID

import click

from workjournal.cli import (
    episodes,
    goal_records,
    goal_showing,
    ledger_pages,
    ledger_records,
    measure_pages,
    measure_records,
    methods,
    profiles,
    pulses,
    records,
    skill_pages,
    skill_records,
)
from workjournal.cli.opening import Opening
from workjournal.cli.options import as_json
from workjournal.cli.plain import Record
from workjournal.cli.printing import print_fields, print_json, safe, short
from workjournal.cli.titles import titles_of
from workjournal.domain.action import Action
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Application, Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing, Service


class Look(NamedTuple):
    """Where a kind of thing is found, its record, and how it is printed for a reader."""

    service: Callable[[Journal], Service[Any]]
    record: Callable[[Journal, Any], Record]
    show: Callable[[Journal, Any], None]


@click.command("show", epilog="Example: workjournal show 4f2a91c7")
@click.argument("thing_id", metavar="ID")
@as_json
@click.pass_obj
def show(opening: Opening, thing_id: str, *, as_json: bool) -> None:
    """Show one thing with everything in it, whatever has the id."""
    with opening.journal() as journal:
        look, thing = _found(journal, journal.trash.identify(thing_id))
        if as_json:
            print_json(look.record(journal, thing))
        else:
            look.show(journal, thing)


def _found(journal: Journal, thing_id: UUID) -> tuple[Look, Any]:
    for look in LOOKS:
        with suppress(NoSuchThing):
            return look, look.service(journal).get(thing_id)
    raise NoSuchThing(noun="thing to show", id=thing_id)


def _show_episode(journal: Journal, episode: Episode) -> None:
    goal = journal.goals.get(episode.goal_id).title if episode.goal_id else ""
    print_fields(episodes.shown(episode, records.episodes(journal, [episode])[0], goal))


def _show_reflection(journal: Journal, reflection: Reflection) -> None:
    asked = journal.methods.asked(reflection)
    fields = [
        ("About", titles_of(journal, reflection)),
        ("Id", str(reflection.id)),
        ("Date", reflection.date.isoformat()),
        ("In the trash since", _since(reflection)),
        ("Method", asked.name),
        ("Decision quality", _number(reflection.decision_quality)),
        ("Outcome quality", _number(reflection.outcome_quality)),
        ("Depth", reflection.depth.value if reflection.depth else ""),
    ]
    print_fields(fields)
    for prompt in asked.prompts:
        question = prompt.distanced if reflection.distanced and prompt.distanced else prompt.text
        _block(question, reflection.answers.get(prompt.key, ""))
    lessons, actions = journal.reflections.left_by(reflection.id)
    _block("Evidence", reflection.evidence)
    _block("Lessons", "\n".join(f"{short(each.id)}  {each.text}" for each in lessons))
    _block("Actions", "\n".join(f"{short(each.id)}  {each.text}" for each in actions))


def _show_lesson(journal: Journal, lesson: Lesson) -> None:
    fields = [
        ("Lesson", lesson.text),
        ("Id", str(lesson.id)),
        ("Date", lesson.date.isoformat()),
        ("In the trash since", _since(lesson)),
        ("Cue", lesson.trigger),
        ("State", lesson.state.value),
        ("Comes back", lesson.due.isoformat() if lesson.due else ""),
        ("Skills", ", ".join(skill.name for skill in lesson.skills)),
        ("Goals", ", ".join(goal.title for goal in journal.lessons.goals_of(lesson.id))),
        ("Shared with", ", ".join(sorted(lesson.audiences))),
    ]
    print_fields(fields)
    _block("Detail", lesson.detail)
    _block("From", "\n".join(_source(journal, each) for each in journal.lessons.sources(lesson.id)))
    _block("Used in", "\n".join(_used(journal, use) for use in lesson.applied()))
    attempts = journal.recalls.of(lesson.id)
    _block("Recalls", "\n".join(f"{each.date.isoformat()}  {each.grade.value}" for each in attempts))


def _show_action(journal: Journal, action: Action) -> None:
    source = journal.reflections.get(action.reflection_id) if action.reflection_id else None
    fields = [
        ("Action", action.text),
        ("Id", str(action.id)),
        ("Date", action.date.isoformat()),
        ("In the trash since", _since(action)),
        ("If-then", action.if_then),
        ("Due", action.due.isoformat() if action.due else ""),
        ("Owner", action.owner.value),
        ("Kind", action.kind.value),
        ("State", action.state.value),
        ("Ended", action.ended.isoformat() if action.ended else ""),
        ("From", _source(journal, source) if source else ""),
        ("Goal", journal.goals.get(action.goal_id).title if action.goal_id else ""),
        ("Shared with", ", ".join(sorted(action.audiences))),
    ]
    print_fields(fields)


def _source(journal: Journal, reflection: Reflection) -> str:
    return f"{short(reflection.id)}  {reflection.date.isoformat()}  {titles_of(journal, reflection)}".rstrip()


def _used(journal: Journal, use: Application) -> str:
    worked = {True: "worked", False: "did not work", None: "not told yet"}[use.worked]
    episode = journal.episodes.get(use.episode_id)
    return f"{short(episode.id)}  {episode.date.isoformat()}  {worked}  {episode.title}"


def _block(label: str, text: str) -> None:
    """A text below its label; nothing for an empty one."""
    if text.strip():
        click.echo(f"\n{safe(label)}\n{safe(text).strip()}")


def _since(thing: Entity) -> str:
    return thing.trashed_at.astimezone().date().isoformat() if thing.trashed_at else ""


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


LOOKS = (
    Look(
        lambda journal: journal.episodes,
        lambda journal, thing: records.episodes(journal, [thing])[0],
        _show_episode,
    ),
    Look(lambda journal: journal.reflections, records.reflection, _show_reflection),
    Look(lambda journal: journal.lessons, records.lesson, _show_lesson),
    Look(lambda journal: journal.goals, goal_records.whole_goal, goal_showing.print_goal),
    Look(lambda journal: journal.actions, lambda _journal, thing: records.action(thing), _show_action),
    Look(
        lambda journal: journal.methods,
        lambda _journal, thing: records.method(thing.as_method(), thing),
        lambda _journal, thing: methods.print_method(thing.as_method(), thing),
    ),
    Look(
        lambda journal: journal.check_ins,
        lambda _journal, thing: goal_records.check_in(thing),
        goal_showing.print_check_in,
    ),
    Look(lambda journal: journal.measures, measure_records.whole_measure, measure_pages.print_measure),
    Look(
        lambda journal: journal.readings,
        lambda _journal, thing: measure_records.reading(thing),
        measure_pages.print_reading,
    ),
    Look(
        lambda journal: journal.changes,
        lambda _journal, thing: measure_records.change(thing),
        measure_pages.print_change,
    ),
    Look(lambda journal: journal.skills, skill_records.whole_skill, skill_pages.print_skill),
    Look(
        lambda journal: journal.ratings,
        lambda _journal, thing: skill_records.rating(thing),
        skill_pages.print_rating,
    ),
    Look(lambda journal: journal.credentials, skill_records.credential, skill_pages.print_credential),
    Look(
        lambda journal: journal.profiles,
        lambda journal, thing: skill_records.profile(thing, journal.profiles.gaps(thing.id)),
        profiles.print_profile,
    ),
    Look(
        lambda journal: journal.pulses,
        lambda _journal, thing: measure_records.pulse(thing),
        pulses.print_pulse,
    ),
    Look(lambda journal: journal.meetings, ledger_records.whole_pack, ledger_pages.print_pack),
)
