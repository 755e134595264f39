"""Journals of any size, seeded: words by Zipf's law, days over years."""

import datetime as dt
import random
from pathlib import Path

from workjournal.domain.episode import Episode, Kind
from workjournal.domain.label import Tag
from workjournal.journal import opening
from workjournal.journal.journal import Journal

PASSPHRASE = "only for measuring"
LAST_DAY = dt.date(2026, 11, 20)
BATCH = 1000


def make(folder: Path, episodes: int) -> Journal:
    """A journal of that many episodes, five a working day, back from LAST_DAY."""
    chance = random.Random(episodes)
    words = [f"{chance.choice('bdfgklmnprst')}{chance.choice('aeiou')}{number:x}" for number in range(5000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    journal = opening.create(folder, PASSPHRASE)
    tags = journal.tags.named(*(f"tag {number}" for number in range(30)))
    kinds = list(Kind)
    for first in range(0, episodes, BATCH):
        with journal.episodes.store.writing() as session:
            known = [session.merge(tag) for tag in tags]
            for number in range(first, min(first + BATCH, episodes)):
                session.add(_episode(chance, words, weights, number, known, kinds))
    return journal


def _episode(
    chance: random.Random,
    words: list[str],
    weights: list[float],
    number: int,
    tags: list[Tag],
    kinds: list[Kind],
) -> Episode:
    text = chance.choices(words, weights, k=60)
    return Episode(
        date=LAST_DAY - dt.timedelta(days=number // 5),
        time=dt.time(9 + number % 8, chance.randrange(60)),
        title=" ".join(text[:6]),
        story=" ".join(text[6:]),
        kind=chance.choice(kinds),
        difficulty=5 * chance.randrange(21),
        tags=chance.sample(tags, 2),
    )
