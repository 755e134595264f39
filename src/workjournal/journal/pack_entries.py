"""How each kind of thing stands in a pack."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workjournal.domain.action import Action, ActionState, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import OPEN_STATES, Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.skill_record import Credential
from workjournal.exporters.pack_content import PackEntry, PackPicture, PackTable
from workjournal.exporters.wording import Wording
from workjournal.journal.pack_fields import STAR, Telling
from workjournal.journal.pack_things import PackThings


@dataclass(frozen=True)
class Told:
    """What every entry is made with: the texts, the pack's own words, the things around, and the chosen pictures."""

    telling: Telling
    words: Wording
    things: PackThings
    pictures: Callable[[Episode], tuple[PackPicture, ...]]


def episode(told: Told, of: Episode, section: str) -> PackEntry:
    """An episode with its story and result; in a year's review it stands under its month."""
    texts, words = told.telling.texts(of), told.words
    return PackEntry(
        title=texts["title"],
        note=f"{words.day(of.date)} · {words.kinds[of.kind]}",
        text=texts["story"],
        result=texts["result"],
        group=words.month(of.date) if section == "months" else "",
    )


def stories(told: Told, episodes: Iterable[Episode]) -> list[PackEntry]:
    """Episodes as situation, task, action, result and learning, each once, under the skill that most of them show."""
    chosen = list(episodes)
    shown = Counter(skill.name for each in chosen for skill in each.skills)
    by_skill: dict[str, list[PackEntry]] = {}
    for each in chosen:
        names = sorted((skill.name for skill in each.skills), key=lambda name: (-shown[name], name))
        first = names[0] if names else ""
        by_skill.setdefault(first, []).append(_story(told, each, first, names[1:]))
    # Those without a skill come last: they have no heading to stand under.
    ordered = sorted(by_skill, key=lambda name: (not name, -len(by_skill[name]), name))
    return [entry for name in ordered for entry in by_skill[name]]


def _story(told: Told, of: Episode, skill: str, others: list[str]) -> PackEntry:
    texts, words, hide = told.telling.texts(of), told.words, told.telling.hide
    also = words.also.format(skills=", ".join(map(hide, others))) if others else ""
    return PackEntry(
        title=texts["title"],
        note=" · ".join(part for part in (words.day(of.date), also) if part),
        parts=tuple((words.star[key], texts[key]) for key in STAR if texts[key].strip()),
        group=hide(skill) or words.other_work,
    )


def goal(told: Told, of: Goal) -> PackEntry:
    """A goal with its target and status; to a manager also what is needed for it."""
    texts, words = told.telling.texts(of), told.words
    last = of.check_ins[-1] if of.check_ins else None
    open_ = of.state in OPEN_STATES
    to_manager = told.telling.audience is Audience.MANAGER
    facts = [
        (words.target, texts["target"]),
        (
            words.progress,
            words.of_hundred.format(n=last.progress) if last and last.progress is not None else "",
        ),
        (words.feedback_from, texts["feedback_from"] if to_manager or not open_ else ""),
        (words.help_needed, texts["help_needed"] if to_manager else ""),
        (words.reason, texts["reason"]),
    ]
    note = words.goal_states[of.state]
    if open_:
        note = f"{note} · {_running(of, told)}"
    elif of.closed and not to_manager:
        note = f"{note} · {words.day(of.closed)}"
    return PackEntry(
        title=texts["title"],
        note=note,
        text=texts["why"],
        facts=tuple((label, value) for label, value in facts if value.strip()),
    )


def _running(of: Goal, told: Told) -> str:
    week, weeks = of.week(min(told.things.end, of.closed or told.things.end))
    return told.words.week_of.format(n=week, all=weeks) if weeks else told.words.week.format(n=week)


def action(told: Told, of: Action, section: str) -> PackEntry:
    """What was agreed earlier says whose it was and what became of it; the rest says when it is due."""
    words, said = told.words, []
    if section == "since-last-time":
        said.append(words.owners[of.owner])
        said.append(words.carried_over if of.state is ActionState.OPEN else words.action_states[of.state])
    elif section == "asks" and of.owner is Owner.ME:
        said.append(words.action_kinds[of.kind])
    if of.due and of.state is ActionState.OPEN:
        said.append(words.due.format(day=words.day(of.due)))
    return PackEntry(text=told.telling.texts(of)["text"], note=" · ".join(part for part in said if part))


def other(told: Told, of: Lesson | Credential) -> PackEntry:
    """A lesson with how often it was applied, or a credential with who gave it."""
    texts, words = told.telling.texts(of), told.words
    if isinstance(of, Lesson):
        used, worked = len(of.applied()), of.worked()
        said = [words.applied.format(times=words.times(used))] if used else []
        said += [words.worked.format(times=words.times(worked))] if worked else []
        return PackEntry(title=texts["text"], note=", ".join(said), text=texts["detail"])
    said = [texts["issuer"], words.day(of.issued) if of.issued else ""]
    if of.expires:
        said.append(words.valid_until.format(day=words.day(of.expires)))
    return PackEntry(title=texts["name"], note=" · ".join(part for part in said if part), link=texts["link"])


def evidence(told: Told, episodes: Iterable[Episode]) -> list[PackEntry]:
    """The links of the chosen episodes and their chosen pictures."""
    entries = []
    for of in episodes:
        texts, pictures = told.telling.texts(of), told.pictures(of)
        if texts["source_link"].strip() or pictures:
            day = told.words.day(of.date)
            entries.append(
                PackEntry(text=texts["title"], note=day, link=texts["source_link"], pictures=pictures)
            )
    return entries


def ratings(told: Told) -> PackTable | None:
    """The first and the last rating of each skill in the period; None where no skill was rated."""
    words, rows = told.words, []
    for name, found in told.things.ratings.items():
        first, last = found[0], found[-1]
        then = _rated(first.level, first.date, words) if len(found) > 1 else ""
        rows.append((told.telling.hide(name), then, _rated(last.level, last.date, words)))
    return PackTable((words.skill, words.first_rating, words.last_rating), tuple(rows)) if rows else None


def _rated(level: int, day: dt.date, words: Wording) -> str:
    return words.rated.format(level=level, day=words.day(day))
