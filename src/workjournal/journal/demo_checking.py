"""What a story must keep to: nothing refers to nothing, and no effect comes before its cause."""

from collections.abc import Iterable, Iterator, Sequence

from workjournal.domain.methods import METHODS
from workjournal.journal.demo_goal_script import GoalScript
from workjournal.journal.demo_growth_checking import of_growth, of_meetings
from workjournal.journal.demo_growth_script import MeasureScript
from workjournal.journal.demo_script import (
    LAST_DAY,
    ActionScript,
    BrokenScript,
    EpisodeScript,
    LessonScript,
    MethodScript,
    ReflectionScript,
    Script,
)

Keyed = EpisodeScript | MethodScript | ReflectionScript | LessonScript | GoalScript | MeasureScript


def check(script: Script) -> None:
    """Raises: BrokenScript naming everything that refers to nothing, or comes before what it refers to."""
    faults = [
        *_doubled(script),
        *_missing(script),
        *_unasked(script),
        *_out_of_order(script),
        *of_growth(script),
        *of_meetings(script),
    ]
    if faults:
        raise BrokenScript("; ".join(faults))


def _doubled(script: Script) -> Iterator[str]:
    groups: tuple[Sequence[Keyed], ...] = (
        script.episode,
        script.method,
        script.looks_back(),
        script.lesson,
        script.goal,
        script.measure,
    )
    for things in groups:
        keys = [thing.key for thing in things]
        yield from (f"two things have the key {key}" for key in set(keys) if keys.count(key) > 1)


def _missing(script: Script) -> Iterator[str]:
    people = {person.name for person in script.person}
    skills = {skill.name for skill in script.skill}
    episodes = {episode.key for episode in script.episode}
    reflections = {reflection.key for reflection in script.looks_back()}
    lessons = {lesson.key for lesson in script.lesson}
    goals = {goal.key for goal in script.goal}
    for episode in script.episode:
        yield from _unknown(episode.key, episode.people, people)
        yield from _unknown(episode.key, episode.skills, skills)
        yield from _unknown(episode.key, [episode.goal], goals)
        yield from _unknown(episode.key, [use["lesson"] for use in episode.applied], lessons)
    for reflection in script.looks_back():
        yield from _unknown(reflection.key, [reflection.episode], episodes)
        yield from _unknown(reflection.key, [reflection.goal], goals)
    remains: list[LessonScript | ActionScript] = [*script.lesson, *script.action]
    for left in remains:
        yield from _unknown(left.text, [left.reflection], reflections)
    using: list[LessonScript | GoalScript] = [*script.lesson, *script.goal]
    for skilled in using:
        yield from _unknown(skilled.key, skilled.skills, skills)
    for goal in script.goal:
        yield from _unknown(goal.key, goal.lessons, lessons)
    for lesson in script.lesson:
        yield from _unknown(lesson.key, [lesson.merged_into], lessons)


def _unknown(where: str, wanted: Iterable[str | None], known: set[str]) -> Iterator[str]:
    return (f"{where} refers to {name}" for name in wanted if name is not None and name not in known)


def _unasked(script: Script) -> Iterator[str]:
    """Methods nobody knows, and answers to no question of a shipped one."""
    asked = {method.key: {prompt.key for prompt in method.prompts} for method in METHODS}
    own = {method.key for method in script.method}
    for method in script.method:
        yield from _unknown(method.key, [method.basis], set(asked))
    for reflection in script.looks_back():
        yield from _unknown(reflection.key, [reflection.method], own | set(asked))
        if reflection.method in asked:
            yield from _unknown(reflection.key, reflection.answers, asked[reflection.method])


def _out_of_order(script: Script) -> Iterator[str]:
    dated: list[EpisodeScript | MethodScript | ReflectionScript] = [
        *script.episode,
        *script.method,
        *script.looks_back(),
    ]
    days = {thing.key: thing.day for thing in dated}
    days |= {f"goal {goal.key}": goal.begins() for goal in script.goal}
    learned = {lesson.key: _learned(lesson, days) for lesson in script.lesson}
    yield from (f"{key} is on day {day}" for key, day in days.items() if not 0 <= day <= LAST_DAY)
    for reflection in script.looks_back():
        if (
            max(days.get(reflection.episode or "", 0), days.get(f"goal {reflection.goal}", 0))
            > reflection.day
        ):
            yield f"{reflection.key} comes before what it is about"
        if days.get(reflection.method, 0) > reflection.day:
            yield f"{reflection.key} comes before its method"
    for episode in script.episode:
        if days.get(f"goal {episode.goal}", 0) > episode.day:
            yield f"{episode.key} comes before its goal"
        if any(learned.get(use["lesson"], 0) > episode.day for use in episode.applied):
            yield f"{episode.key} applies a lesson before it was learned"
    yield from _outside(script)
    yield from _too_late(script)
    yield from _of_lessons(script, learned)


def _learned(lesson: LessonScript, days: dict[str, int]) -> int:
    return days.get(lesson.reflection or "", 0) if lesson.day is None else lesson.day


def _outside(script: Script) -> Iterator[str]:
    for goal in script.goal:
        end = LAST_DAY if goal.closed is None else goal.closed
        if goal.begins() > goal.start:
            yield f"{goal.key} starts before it is planned"
        for verb, looks in (("checked in on", goal.checkin), ("forecast anew", goal.revision)):
            for look in looks:
                if not goal.start <= look.day <= end:
                    yield f"{goal.key} is {verb} outside its time, on day {look.day}"
        if goal.paused is not None and not goal.start <= goal.paused < end:
            yield f"{goal.key} rests outside its time"
        if any(each.helped is not None and each.helped <= each.day for each in goal.checkin):
            yield f"{goal.key} is helped before it asks"


def _too_late(script: Script) -> Iterator[str]:
    for review in script.review:
        if any(each.day is not None and each.day <= review.day for each in review.commitment):
            yield f"{review.key} commits to what is over"
    for commitment in script.commitment:
        if commitment.day is None or commitment.day <= commitment.since:
            yield f"{commitment.text} has no day to be thought of before it is over"


def _of_lessons(script: Script, learned: dict[str, int]) -> Iterator[str]:
    for lesson in script.lesson:
        if (lesson.reflection is None) is (lesson.day is None):
            yield f"{lesson.key} is left by a reflection or written on a day, one of the two"
        if (lesson.merged_into is None) is not (lesson.merged is None):
            yield f"{lesson.key} is merged into nothing, or never"
        begun = max(learned[lesson.key], learned.get(lesson.merged_into or "", 0))
        later = (lesson.merged, lesson.shared, lesson.retired)
        if any(day is not None and day <= begun for day in later):
            yield f"{lesson.key} is over before it was learned"
    for goal in script.goal:
        if any(learned.get(key, 0) > goal.begins() for key in goal.lessons):
            yield f"{goal.key} builds on a lesson before it was learned"
