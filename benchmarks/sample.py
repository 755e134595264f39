"""Journals of any size, seeded: words by Zipf's law, days over years."""

import datetime as dt
import itertools
import random
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.orm import Session

from workjournal.domain.episode import Episode, Kind
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal import opening
from workjournal.journal.journal import Journal

PASSPHRASE = "only for measuring"
LAST_DAY = dt.date(2026, 11, 20)
BATCH = 1000
_WEIGHTS = list(itertools.accumulate(1 / rank for rank in range(1, 5001)))


class _Labels(NamedTuple):
    tags: list[Tag]
    skills: list[Skill]
    people: list[Person]


def make(folder: Path, episodes: int, lessons: int = 0) -> Journal:
    """A journal of that many episodes, five a working day, back from LAST_DAY; lessons from reflections on the newest."""
    chance = random.Random(episodes)
    words = _words()
    journal = opening.create(folder, PASSPHRASE)
    labels = _Labels(
        journal.tags.named(*(f"tag {number}" for number in range(30))),
        journal.skills.named(*(f"skill {number}" for number in range(15))),
        journal.people.named(*(f"person {number}" for number in range(20))),
    )
    for first in range(0, episodes, BATCH):
        with journal.episodes.store.writing() as session:
            known = _Labels(*([session.merge(label) for label in sort] for sort in labels))
            for number in range(first, min(first + BATCH, episodes)):
                session.add(_episode(chance, words, number, known))
    newest = [episode.id for episode in journal.episodes.newest(limit=lessons)] if lessons else []
    for first in range(0, len(newest), BATCH):
        with journal.episodes.store.writing() as session:
            for episode_id in newest[first : first + BATCH]:
                _reflect(session, chance, words, session.get_one(Episode, episode_id))
    return journal


def text(chance: random.Random, count: int) -> str:
    """So many words by Zipf's law."""
    return " ".join(_some(chance, _words(), count))


def common_word(place: int) -> str:
    """The word of that place, 0 being the commonest."""
    return _words()[place]


@cache
def _words() -> list[str]:
    """Five thousand of three syllables and an ending, the commonest first."""
    chance = random.Random(1)
    syllables = [f"{one}{other}" for one in "bdfgklmnprst" for other in "aeiou"]
    made = chance.sample([*itertools.product(syllables, repeat=3)], 5000)
    return ["".join(three) + chance.choice(("", "", "n", "ment", "tional")) for three in made]


def _some(chance: random.Random, words: list[str], count: int) -> list[str]:
    return chance.choices(words, cum_weights=_WEIGHTS, k=count)


def _episode(chance: random.Random, words: list[str], number: int, labels: _Labels) -> Episode:
    text = _some(chance, words, 60)
    return Episode(
        date=LAST_DAY - dt.timedelta(days=number // 5),
        time=dt.time(9 + number % 8, chance.randrange(60)),
        title=" ".join(text[:6]),
        story=" ".join(text[6:]),
        kind=chance.choice(list(Kind)),
        difficulty=5 * chance.randrange(21),
        tags=chance.sample(labels.tags, 2),
        skills=chance.sample(labels.skills, 1),
        people=chance.sample(labels.people, 1),
    )


def _reflect(session: Session, chance: random.Random, words: list[str], episode: Episode) -> None:
    """A reflection on an episode, which leaves a lesson."""
    reflection = Reflection(date=episode.date, method="aar-short", answers={"why": episode.story})
    reflection.episodes = [episode]
    session.add(reflection)
    session.flush()
    lesson = Lesson(
        date=episode.date,
        text=" ".join(_some(chance, words, 12)),
        trigger=" ".join(_some(chance, words, 5)),
        detail=" ".join(_some(chance, words, 30)),
        reflection_id=reflection.id,
    )
    session.add(lesson)
