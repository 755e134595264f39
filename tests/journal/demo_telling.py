"""A demo for tests, with a key that is cheap."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from conftest import PASSPHRASE, make_keys_cheap
from workjournal.journal import demo
from workjournal.journal.journal import Journal

SUNDAY = dt.date(2026, 11, 22)
EVERYTHING = 100_000


def make(folder: Path, **how: Any) -> Path:
    """A demo, outside a test's own patches too; its year ends on a Sunday unless another day is asked for."""
    with pytest.MonkeyPatch.context() as patch:
        make_keys_cheap(patch)
        return demo.make(folder, PASSPHRASE, **{"today": SUNDAY, **how})


def content(journal: Journal) -> list[tuple[object, ...]]:
    """What a seed decides, without ids."""
    episodes = journal.episodes.newest(limit=EVERYTHING)
    reflections = journal.reflections.newest(limit=EVERYTHING)
    lessons = journal.lessons.all(retired=True)
    return [
        *((each.date, each.time, each.title, each.difficulty, each.energy) for each in episodes),
        *(
            (each.date, journal.methods.asked(each).name, each.decision_quality, each.outcome_quality)
            for each in reflections
        ),
        *(
            (
                lesson.text,
                lesson.due,
                *((each.date, each.grade, each.answer) for each in journal.recalls.of(lesson.id)),
            )
            for lesson in lessons
        ),
        *(
            (measure.name, *((each.date, each.value) for each in journal.measures.values(measure.id)))
            for measure in journal.measures.all()
        ),
        *((pulse.date, pulse.safety, pulse.accountability) for pulse in journal.pulses.all()),
    ]
