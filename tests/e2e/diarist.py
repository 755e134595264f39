"""A process that writes one marked text into everything there is; tests/e2e/test_no_plaintext.py looks for it.

Started with a folder and "create" or "open"; the marker comes on standard input, so that no file ever held it.
"""

import datetime as dt
import itertools
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Enum, LargeBinary, String, select
from sqlalchemy.sql.elements import KeyedColumnElement

from workjournal import faults
from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Audience, Audiences, Base, Entity, PlainText
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Lesson
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.pack import Pack
from workjournal.domain.period import Interval, Period
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.domain.spacing import Grade
from workjournal.journal import opening
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.imports import Wishes
from workjournal.journal.journal import Journal
from workjournal.journal.matching import Writing
from workjournal.journal.pack_choice import PackChoice
from workjournal.vault.slots import passphrase

DAY = dt.date(2026, 11, 19)
WEEK = Period.of(Interval.WEEK, DAY)
# What these hold is no one's words.
PLAIN = {
    *("attachment.media_type", "attachment.sha256", "forecast.digest", "pack.sha256"),
    *("attachment.object_id", "attachment.object_key"),
    *("text_digest.field", "text_digest.thing", "text_digest.sha256"),
    *("draft.place", "revision.thing", "revision.field", "reflection.method", "pack.sections", "pack.items"),
    *("own_method.basis", "credential.media_type", "credential.sha256"),
    *("tag.used_on", "skill.used_on", "person.used_on", "pack.charts", "rewording.field", "rewording.of"),
    *("intake.source", "origin.thing", "origin.source", "origin.zone"),
    # What JSON texts say is kept beside them, and made of them.
    *("reflection.said", "pack.said", "skill.said", "own_method.said"),
}


def is_text(column: KeyedColumnElement[Any]) -> bool:
    """Whether a column can hold what someone typed."""
    kind = column.type
    return isinstance(kind, String | PlainText | JSON | LargeBinary) and not isinstance(
        kind, Enum | Audiences
    )


def texts(noun: type[Entity], words: Iterator[str]) -> dict[str, Any]:
    """A value for each field of text of a noun."""
    return {
        column.name: next(words)
        for column in noun.__table__.columns
        if is_text(column)
        and isinstance(column.type, String | PlainText)
        and f"{noun.__tablename__}.{column.name}" not in PLAIN
    }


def write_everything(journal: Journal, words: Iterator[str], folder: Path) -> None:
    """One of each thing with every text of it, twice for what keeps earlier wordings."""
    goal = journal.goals.add(Goal(**texts(Goal, words), challenges=[next(words)]), skills=[next(words)])
    journal.goals.forecast(goal.id, 50, next(words))
    journal.goals.start(goal.id, DAY)
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=DAY, **texts(CheckIn, words)))
    episode = Episode(date=DAY, audiences=frozenset({Audience.MANAGER}), **texts(Episode, words))
    journal.episodes.add(episode, tags=[next(words)], people=[next(words)], skills=[next(words)])
    episode.story = next(words)
    journal.episodes.save(episode)
    journal.tags.save(Tag(**texts(Tag, words)))
    journal.skills.save(Skill(**texts(Skill, words)))
    journal.people.save(Person(**texts(Person, words)))
    lesson = Lesson(date=DAY, **texts(Lesson, words))
    answers = {"why": next(words), "next": next(words)}
    journal.reflections.keep(
        Reflection(date=DAY, method="aar-short", answers=answers, **texts(Reflection, words)),
        episodes=[episode.id],
        lessons=[lesson],
        actions=[Action(date=DAY, **texts(Action, words))],
    )
    write_methods(journal, words)
    write_records(journal, words)
    journal.recalls.recall(lesson.id, Grade.HARD, DAY, next(words))
    journal.merging.merge(lesson.id, journal.lessons.save(Lesson(date=DAY, **texts(Lesson, words))).id, DAY)
    journal.drafts.keep("capture", {"title": next(words), "story": [next(words)]})
    journal.preferences.set(next(words), next(words))
    # An attachment comes from outside the vault, and the file is the user's to keep or not; this one goes.
    file = folder / f"{next(words)}.txt"
    file.write_text(next(words) * 3000, encoding="utf-8")
    attached = journal.episodes.attach(episode.id, file)
    file.unlink()
    journal.episodes.detach(attached.id)
    bring_in(journal, words, folder)


def bring_in(journal: Journal, words: Iterator[str], folder: Path) -> None:
    """An entry of another program, with more in it than there are fields here, and one that is broken."""
    file = folder / f"{next(words)}.json"
    entry: dict[str, Any] = {
        "uuid": next(words),
        "creationDate": "2024-06-16T08:00:00Z",
        "timeZone": "Europe/Dublin",
        "text": next(words),
        "tags": [next(words)],
        "weather": {"conditionsDescription": next(words)},
    }
    entries: list[Any] = [entry, 5]
    file.write_text(json.dumps({"metadata": {"version": "1.0"}, "entries": entries}), encoding="utf-8")
    assert journal.imports.run(file).imported == 1
    file.unlink()


def write_records(journal: Journal, words: Iterator[str]) -> None:
    """A measure with what was read and what changed, and all that is kept of a skill, a role and a month."""
    measure = journal.measures.save(Measure(**texts(Measure, words)))
    journal.measures.log(Reading(measure_id=measure.id, date=DAY, value=1.5, **texts(Reading, words)))
    journal.measures.mark(MarkedChange(date=DAY, **texts(MarkedChange, words)))
    skill = journal.skills.save(Skill(levels=[{"at": 5, "text": next(words)}], **texts(Skill, words)))
    journal.ratings.rate(SkillRating(skill_id=skill.id, date=DAY, level=5, **texts(SkillRating, words)))
    credential = Credential(skill_id=skill.id, badge={"fields": [next(words)]}, **texts(Credential, words))
    journal.credentials.keep(credential, next(words).encode())
    profile = journal.profiles.save(RoleProfile(**texts(RoleProfile, words)))
    journal.profiles.need(profile.id, next(words), 50, next(words))
    journal.profiles.read_sheet(f"skill,target\n{next(words)},60\n".encode(), next(words))
    journal.pulses.give(Pulse(date=DAY, safety=5, **texts(Pulse, words)))
    journal.tags.put_away(journal.tags.named(next(words))[0].id)


def write_methods(journal: Journal, words: Iterator[str]) -> None:
    """A method of one's own, changed once, and a review that was asked by it and leaves an action."""
    own = journal.methods.copy("period-review", next(words))
    prompts = [{"key": "more", "text": next(words), "hint": next(words), "commits": True}]
    own = journal.methods.change(own.id, next(words), [*own.prompts, *prompts])
    review = Reflection(date=DAY, method=str(own.id), answers={"more": next(words)})
    review.period_start, review.period_end = WEEK.start, WEEK.end
    journal.reflections.keep(review)


def use_everything(journal: Journal, words: Iterator[str]) -> None:
    """Look for it, sort by it, draw it, compose it."""
    for found in ("tag", "person", "skill"):
        name: dict[str, Any] = {found: next(words)}
        journal.episodes.newest(EpisodeFilter(**name))
    start, end = DAY - dt.timedelta(days=30), DAY
    offer = journal.packs.offer(start, end, Audience.MANAGER)
    choice = offer.choice(start, end, Audience.MANAGER)
    composed = PackChoice(
        start=start, end=end, audience=Audience.MANAGER, items=choice.items, asks=(next(words),)
    )
    journal.packs.reword(journal.episodes.newest()[0].id, "story", next(words), composed)
    journal.packs.compose(composed)
    journal.packs.save(
        Pack(
            date=DAY,
            audience=Audience.MANAGER,
            period_start=start,
            period_end=end,
            pdf=next(words).encode(),
            asks=[next(words)],
            commitments=[next(words)],
            **texts(Pack, words),
        )
    )
    journal.search.find(next(words))
    looked_for = Writing(
        text=next(words), skills=(next(words),), tags=(next(words),), challenges=(next(words),)
    )
    journal.matching.lessons(looked_for)
    journal.merging.alike(journal.lessons.all()[0].id)
    journal.reviews.material(WEEK)
    journal.growth.figures(journal.growth.history(start, end))
    journal.trash.put(journal.episodes.newest()[0].id)


def go_out_and_look_in(journal: Journal, secret: str, folder: Path) -> None:
    """All of it in an encrypted export, which stays there and is looked into."""
    sent = journal.exports.run(Choice(), "json", folder / "out.zip", passphrase=secret)
    seen = journal.imports.look(sent.path, Wishes(passphrase=secret))
    assert seen.found == seen.known > 0


def fall_over(journal: Journal, words: Iterator[str]) -> str:
    """A bug in the middle of a save; returns what the program would say about it."""
    try:
        journal.preferences.set(None, next(words))  # type: ignore[arg-type]
    except Exception as error:  # noqa: BLE001 - as the one handler does
        return f"{faults.code(error)}\n{faults.trace(error)}\n{error}"
    raise AssertionError


def untouched(journal: Journal, marker: str) -> set[str]:
    """Columns for text in which no marked word stands; there must be none but PLAIN."""
    missing = set()
    with journal._store.reading() as session:
        for table in Base.metadata.tables.values():
            for column in filter(is_text, table.columns):
                if not any(marker in str(value) for value in session.scalars(select(column))):
                    missing.add(f"{table.name}.{column.name}")
    return missing - PLAIN


def main() -> None:
    """Write, say "written", wait; then close, or be killed before."""
    folder, how = Path(sys.argv[1]), sys.argv[2]
    passphrase.FLOOR_KIB = 32
    passphrase.calibrated_memory = lambda: 32
    marker = sys.stdin.readline().strip()
    words = (f"{marker} {number} Größe" for number in itertools.count(os.getpid() * 1000))
    door = opening.create if how == "create" else opening.open_journal
    with door(folder, f"{marker} passphrase") as journal:
        write_everything(journal, words, Path.home())
        use_everything(journal, words)
        if how == "create":  # once is enough: its key takes a second
            go_out_and_look_in(journal, next(words), Path.home())
        told = fall_over(journal, words)
        (Path.home() / "crash.txt").write_text(told, encoding="utf-8")
        sys.stderr.write(told)
        assert untouched(journal, marker) == set(), untouched(journal, marker)
        sys.stdout.write("written\n")
        sys.stdout.flush()
        sys.stdin.readline()
    sys.stdout.write("closed\n")


if __name__ == "__main__":
    main()
