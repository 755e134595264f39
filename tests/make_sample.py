"""Make the sample vault of the present format: `.venv/bin/python tests/make_sample.py`, once before each release.

It holds one of everything (examples.py) and is never made again afterwards: journal/test_samples.py opens each with the
program of its day. The name is the header's format and the schema, such as 1-0001.
"""

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock, make_keys_cheap
from examples import DAY, START, Examples, filled
from pack_examples import CHOICE
from transfer_examples import old_journal
from workjournal.domain.action import Action, Owner
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.store import migrations

SAMPLES = Path(__file__).parent / "samples"


def use(journal: Journal, one: Examples) -> None:
    """What the examples leave to do: a lesson used and merged, a forecast revised, a label put away, packs talked about, an old journal."""
    journal.lessons.apply(one.lesson.id, one.episode.id, worked=True)
    duplicate = Lesson(date=START, text="Ring before you drive")
    earlier = Reflection(date=START, method="what-so-what", answers={"what": "Drove for nothing"})
    journal.reflections.keep(earlier, lessons=[duplicate])
    journal.merging.merge(one.lesson.id, duplicate.id, DAY)
    journal.goals.revise(one.goal.id, 35, "Two left")
    journal.episodes.add(Episode(date=START, title="Counted the vans"), tags=["vans"])
    journal.tags.put_away(next(tag.id for tag in journal.tags.all() if tag.name == "vans"))
    journal.packs.reword(one.episode.id, "story", "Told otherwise", CHOICE)
    journal.meetings.meet(one.pack.id, DAY, "She had read it before")
    journal.meetings.agree(one.pack.id, Action(date=DAY, text="Write the plan", owner=Owner.MANAGER))
    journal.meetings.hear(one.pack.id, Episode(date=DAY, title="She liked the rota"), ["Priya Sharma"])
    kept = replace(CHOICE, items=frozenset({one.episode.id}))
    journal.packs.export(kept, one.folder / "kept.pdf", recipient="Priya Sharma", keep=True)
    journal.imports.run(old_journal(one.folder))


def make() -> Path:
    """The folder of the new sample."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as beside:
        make_keys_cheap(patch)
        made = Path(beside) / "vault"
        with opening.create(made, PASSPHRASE, Clock()) as journal:
            use(journal, filled(journal, Path(beside)))
        number = json.loads((made / "vault.json").read_text(encoding="ascii"))["format"]
        sample = SAMPLES / f"{number}-{migrations.HEAD}"
        if sample.exists():
            sys.exit(f"{sample.name} is there already; a released sample is never made again.")
        sample.mkdir()
        for file in ("vault.json", "journal.db"):
            (sample / file).write_bytes((made / file).read_bytes())
        return sample


if __name__ == "__main__":
    sys.stdout.write(f"{make()}\n")
