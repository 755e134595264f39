"""A journal of some hundred pages to be damaged, and everything that can be read in one."""

import datetime as dt
import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.errors import JournalError
from workjournal.journal.attachments import AttachmentDamaged, content_of
from workjournal.journal.journal import Journal
from workjournal.store.store import Store

DAY = dt.date(2026, 11, 19)
EPISODES = 300
Content = dict[tuple[str, UUID], object]


def write(journal: Journal, place: Path) -> None:
    for number in range(EPISODES):
        length = 30_000 if number % 20 == 0 else 6000
        episode = Episode(date=DAY, title=f"Day {number}", story=f"{number} pallets " * (length // 12))
        journal.episodes.add(episode, tags=[f"tag {number % 7}"])
        if number % 50 == 0:
            for size in (40_000, 300_000):
                (place / "file").write_bytes(random.Random(number).randbytes(size))
                journal.episodes.attach(episode.id, place / "file")
        if number % 10 == 0:
            journal.lessons.add(Lesson(date=DAY, text=f"Lesson {number}"))


def content(journal: Journal) -> Iterator[tuple[tuple[str, UUID], Any]]:
    """Every title, story, lesson and file that can be read, all at once or else one after the other."""
    store = journal._store
    for noun, field in ((Episode, Episode.title), (Episode, Episode.story), (Lesson, Lesson.text)):
        try:
            with store.reading() as session:
                rows = session.execute(select(noun.id, field)).all()
            yield from (((field.key, thing_id), value) for thing_id, value in rows)
        except JournalError:
            yield from one_by_one(store, noun, field)
    with suppress(JournalError):
        with store.reading() as session:
            files = session.scalars(select(Attachment.id)).all()
        for file_id in files:
            with suppress(AttachmentDamaged):
                yield ("file", file_id), content_of(store, file_id)
    store.engine.dispose()


def one_by_one(store: Store, noun: Any, field: Any) -> Iterator[tuple[tuple[str, UUID], Any]]:
    """What is behind a damaged page too; a connection that met damage reads nothing more."""
    store.engine.dispose()
    with suppress(JournalError):
        with store.reading() as session:
            ids = session.scalars(select(noun.id)).all()
        for thing_id in ids:
            try:
                with store.reading() as session:
                    yield (
                        (field.key, thing_id),
                        session.scalars(select(field).where(noun.id == thing_id)).one(),
                    )
            except JournalError:
                store.engine.dispose()
