"""A journal of every format and schema that was ever released opens with all that is in it (tests/make_sample.py)."""

import json
import shutil
from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock
from workjournal.errors import JournalError
from workjournal.journal import opening
from workjournal.journal.backups import Reason, State
from workjournal.journal.restoring import restore
from workjournal.store import migrations
from workjournal.store.migrations import NewerSchema
from workjournal.vault.header import FORMAT, NewerVault

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(folder.name for folder in SAMPLES.iterdir() if folder.is_dir())


@pytest.fixture(params=NAMES)
def sample(request: pytest.FixtureRequest, folder: Path) -> Path:
    shutil.copytree(SAMPLES / request.param, folder)
    return folder


def test_there_is_one_of_the_present(sample: Path) -> None:
    assert f"{FORMAT}-{migrations.HEAD}" in NAMES


def test_it_opens_with_all_that_is_in_it(sample: Path, clock: Clock) -> None:
    for _ in range(2):  # the second time it is of the present format
        with opening.open_journal(sample, PASSPHRASE, clock) as journal:
            episode = journal.episodes.newest()[0]
            assert (episode.title, [tag.name for tag in episode.tags]) == ("Moved the depot", ["depot"])
            assert [person.name for person in episode.people] == ["Ada Holm"]
            attachment = journal.episodes.attachments(episode.id)[0]
            assert journal.episodes.attachment_content(attachment.id) == b"Content"
            assert journal.reflections.newest()[0].answers == {"why": "Late"}
            assert journal.lessons.all()[0].text == "Ask first"
            assert {goal.title for goal in journal.goals.all()} == {
                "Lead the stock count",
                "Speak at the fair",
            }
            draft = journal.drafts.find("capture")
            assert draft
            assert draft.fields == {"title": "Half"}
            assert journal.notices == ()
    assert json.loads((sample / "vault.json").read_text())["format"] == FORMAT


def test_a_copy_is_made_before_the_schema_changes(folder: Path, clock: Clock) -> None:
    """Seen failing with `upgrading` left out in `Store.open`."""
    shutil.copytree(SAMPLES / "1-0001", folder)
    for _ in range(2):
        with opening.open_journal(folder, PASSPHRASE, clock) as journal:
            (copy,) = journal.backups.all()
            assert (copy.state, copy.reason) == (State.VERIFIED, Reason.MIGRATION)
    assert restore(copy.path, folder.parent / "restored", PASSPHRASE)
    with opening.open_journal(folder.parent / "restored", PASSPHRASE, clock) as restored:
        assert restored.episodes.newest()[0].title == "Moved the depot"


def test_without_room_for_a_copy_the_schema_stays(folder: Path, clock: Clock) -> None:
    shutil.copytree(SAMPLES / "1-0001", folder)
    (folder / "backups").write_text("no folder", encoding="ascii")
    before = (folder / "journal.db").read_bytes()
    with pytest.raises(JournalError, match="backups"):
        opening.open_journal(folder, PASSPHRASE, clock)
    assert (folder / "journal.db").read_bytes() == before


def test_an_older_program_leaves_it_alone(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opening.open_journal(sample, PASSPHRASE) as journal:
        journal.drafts.keep("x", {})
    before = {file.name: file.read_bytes() for file in sample.glob("[vj]o*")}
    with monkeypatch.context() as older:
        older.setattr(migrations, "HEAD", "0000")
        with pytest.raises(NewerSchema, match="left unchanged"):
            opening.open_journal(sample, PASSPHRASE)
    with monkeypatch.context() as older:
        older.setattr("workjournal.vault.header.FORMAT", FORMAT - 1)
        with pytest.raises(NewerVault, match="left unchanged"):
            opening.open_journal(sample, PASSPHRASE)
    assert {file.name: file.read_bytes() for file in sample.glob("[vj]o*")} == before
