"""Looking into a copy: what is wrong with it is found and named, what it would bring back is told."""

import json
import shutil
from pathlib import Path

import pytest

from conftest import Clock
from copies import DAY, add_days
from damage import differing_pages, flip, page_count, put_back, schema_pages
from examples import Examples
from workjournal.domain.episode import Episode, Moment
from workjournal.journal.backups import (
    Copy,
    NoBackups,
    Reason,
    State,
)
from workjournal.journal.copies.folders import MANIFEST
from workjournal.journal.journal import Journal


def test_a_whole_copy_can_be_restored(journal: Journal, copy: Copy) -> None:
    rehearsal = journal.backups.rehearse()
    assert rehearsal.can_be_restored
    assert (rehearsal.made, rehearsal.counts["episode"]) == (copy.made, 31)


def test_without_a_copy_there_is_nothing_to_rehearse(journal: Journal) -> None:
    with pytest.raises(NoBackups):
        journal.backups.rehearse()


def test_a_copy_with_a_bit_turned_in_any_page_is_found(journal: Journal, copy: Copy) -> None:
    database = copy.path / "journal.db"
    database.chmod(0o600)
    whole, schema = database.read_bytes(), schema_pages(journal._store.keys, database)
    for page in range(1, page_count(database) + 1, 2):
        flip(database, page)
        found = journal.backups.rehearse().found
        assert found
        assert page in schema or str(page) in found[0]
        database.write_bytes(whole)
    assert journal.backups.rehearse().can_be_restored
    assert journal.backups.trouble() == ""


@pytest.mark.slow
def test_older_pages_put_into_a_copy_are_found(journal: Journal, clock: Clock, one: Examples) -> None:
    """They pass both of SQLite's checks. Seen failing without the comparison with the manifest."""
    add_days(journal, 30)
    copies = []
    for moment in (Moment.NEW, Moment.MORE):  # in no index, so that the pages of episodes alone differ
        with journal._store.writing() as session:
            session.query(Episode).update({"moment": moment})
        copies.append(journal.backups.make(Reason.DAILY).path / "journal.db")
    older, database = copies[0].read_bytes(), copies[1]
    database.chmod(0o600)
    whole, seen = database.read_bytes(), set()
    for page in differing_pages(older, whole):
        put_back(database, older, page)
        seen |= set(journal.backups.rehearse().found)
        database.write_bytes(whole)
    assert seen == {"episode differs"}


@pytest.mark.parametrize("name", ["vault.json", "journal.db", MANIFEST, "objects"])
def test_a_copy_that_lost_a_part_is_no_verified_one(journal: Journal, copy: Copy, name: str) -> None:
    lost = copy.path / name
    shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
    state = journal.backups.all()[0].state
    assert state is (State.UNREADABLE if name == MANIFEST else State.INCOMPLETE)
    assert not journal.backups.rehearse().can_be_restored
    assert "cannot be restored" in journal.backups.trouble()
    assert journal.backups.due(DAY)  # it does not count as today's


def test_a_damaged_attachment_in_a_copy_is_found(journal: Journal, copy: Copy, large: Path) -> None:
    content = bytearray(large.read_bytes())
    content[300_000] ^= 1
    large.write_bytes(content)  # linked, so in the copy too
    assert journal.backups.all()[0].state is State.VERIFIED
    assert journal.backups.rehearse().found == (f"the attachment in objects/{large.name} is damaged",)


def test_a_header_or_manifest_of_somebody_else_is_found(journal: Journal, copy: Copy) -> None:
    manifest = copy.path / MANIFEST
    content = manifest.read_bytes()
    manifest.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert journal.backups.rehearse().found == ("its manifest is missing or damaged",)
    header = json.loads((copy.path / "vault.json").read_text())
    header["session"] += 1
    (copy.path / "vault.json").write_text(json.dumps(header))
    assert not journal.backups.rehearse().can_be_restored


def test_the_difference_names_what_is_gone_and_what_changed(journal: Journal, one: Examples) -> None:
    add_days(journal, 3)
    copy = journal.backups.make(Reason.DAILY)
    journal.lessons.trash(one.lesson.id)
    episode = journal.episodes.get(one.episode.id)
    episode.title = "Moved the depot twice"
    journal.episodes.save(episode)
    add_days(journal, 2, "After")
    difference = journal.backups.difference(copy)
    assert (difference.then["episode"], difference.now["episode"]) == (4, 6)
    assert (difference.then["lesson"], difference.now["lesson"]) == (1, 0)
    assert [(entry.kind, entry.title) for entry in difference.gone] == [("lesson", "Ask first")]
    assert [(entry.kind, entry.title) for entry in difference.changed] == [("episode", "Moved the depot")]
    assert difference.more == 0


def test_the_difference_names_fifty_things_and_counts_the_rest(journal: Journal) -> None:
    add_days(journal, 60)
    copy = journal.backups.make(Reason.DAILY)
    for episode in journal.episodes.newest(limit=60):
        journal.episodes.trash(episode.id)
    difference = journal.backups.difference(copy)
    assert (len(difference.gone), difference.more) == (50, 10)
