"""Reads the demo's story, and refuses one that contradicts itself."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from workjournal.journal.demo_script import (
    LAST_DAY,
    ActionScript,
    BrokenScript,
    CheckInScript,
    EpisodeScript,
    GoalScript,
    LessonScript,
    PersonScript,
    ReflectionScript,
    Script,
    SkillScript,
    Slots,
)

Keyed = EpisodeScript | ReflectionScript | LessonScript | GoalScript
_KINDS: dict[str, type] = {
    "person": PersonScript,
    "skill": SkillScript,
    "episode": EpisodeScript,
    "reflection": ReflectionScript,
    "lesson": LessonScript,
    "action": ActionScript,
    "goal": GoalScript,
}


def read(folder: Path) -> tuple[Script, Slots]:
    """The story in the TOML files of a folder, and the words that change from year to year.

    Raises:
        BrokenScript: an unknown or missing field, or a reference to nothing.
    """
    slots: Slots = {}
    found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for file in sorted(folder.glob("*.toml")):
        for kind, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if kind == "slots":
                slots.update(entries)
            elif kind not in _KINDS:
                raise BrokenScript(f"{file.name}: there is no [[{kind}]]")
            else:
                found[kind] += [_built(_KINDS[kind], entry, file.name) for entry in entries]
    script = Script(**{kind: tuple(entries) for kind, entries in found.items()})
    check(script)
    return script, slots


def _built(kind: type, entry: dict[str, Any], file: str) -> Any:
    if "checkin" in entry:
        check_ins = tuple(_built(CheckInScript, check_in, file) for check_in in entry["checkin"])
        entry = {**entry, "checkin": check_ins}
    try:
        return kind(**entry)
    except TypeError as error:
        raise BrokenScript(f"{file}, {entry.get('key', entry.get('text', '?'))}: {error}") from error


def check(script: Script) -> None:
    """Raises: BrokenScript naming everything that refers to nothing, or comes before what it refers to."""
    faults = [*_doubled(script), *_missing(script), *_out_of_order(script)]
    if faults:
        raise BrokenScript("; ".join(faults))


def _doubled(script: Script) -> Iterator[str]:
    groups: tuple[Sequence[Keyed], ...] = (script.episode, script.reflection, script.lesson, script.goal)
    for things in groups:
        keys = [thing.key for thing in things]
        yield from (f"two things have the key {key}" for key in set(keys) if keys.count(key) > 1)


def _missing(script: Script) -> Iterator[str]:
    people = {person.name for person in script.person}
    skills = {skill.name for skill in script.skill}
    episodes = {episode.key for episode in script.episode}
    reflections = {reflection.key for reflection in script.reflection}
    lessons = {lesson.key for lesson in script.lesson}
    goals = {goal.key for goal in script.goal}

    def unknown(where: str, wanted: Iterable[str | None], known: set[str]) -> Iterator[str]:
        return (f"{where} refers to {name}" for name in wanted if name is not None and name not in known)

    for episode in script.episode:
        yield from unknown(episode.key, episode.people, people)
        yield from unknown(episode.key, episode.skills, skills)
        yield from unknown(episode.key, [episode.goal], goals)
        yield from unknown(episode.key, [use["lesson"] for use in episode.applied], lessons)
    for reflection in script.reflection:
        yield from unknown(reflection.key, [reflection.episode], episodes)
    remains: list[LessonScript | ActionScript] = [*script.lesson, *script.action]
    for left in remains:
        yield from unknown(left.text, [left.reflection], reflections)
    using: list[LessonScript | GoalScript] = [*script.lesson, *script.goal]
    for skilled in using:
        yield from unknown(skilled.key, skilled.skills, skills)


def _out_of_order(script: Script) -> Iterator[str]:
    dated: list[EpisodeScript | ReflectionScript] = [*script.episode, *script.reflection]
    days = {thing.key: thing.day for thing in dated}
    days |= {goal.key: goal.start for goal in script.goal}
    learned = {lesson.key: days.get(lesson.reflection, 0) for lesson in script.lesson}
    yield from (f"{key} is on day {day}" for key, day in days.items() if not 0 <= day <= LAST_DAY)
    for reflection in script.reflection:
        if days.get(reflection.episode, 0) > reflection.day:
            yield f"{reflection.key} comes before its episode"
    for episode in script.episode:
        if days.get(episode.goal or "", 0) > episode.day:
            yield f"{episode.key} comes before its goal"
        if any(learned.get(use["lesson"], 0) > episode.day for use in episode.applied):
            yield f"{episode.key} applies a lesson before it was learned"
    yield from _outside(script)


def _outside(script: Script) -> Iterator[str]:
    for goal in script.goal:
        end = LAST_DAY if goal.closed is None else goal.closed
        for check_in in goal.checkin:
            if not goal.start <= check_in.day <= end:
                yield f"{goal.key} is checked in on outside its time, on day {check_in.day}"
