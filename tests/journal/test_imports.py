"""An import as a whole: looked at, brought in once, told, in one transaction."""

import datetime as dt
import json
import zipfile
from pathlib import Path

import pytest

from conftest import PASSPHRASE
from transfer_examples import OLD, old_journal
from workjournal.domain.episode import Kind
from workjournal.importers.importer import UnknownFormat
from workjournal.importers.item import Note, Trouble, Weight
from workjournal.journal import opening
from workjournal.journal.backups import Reason
from workjournal.journal.importing.saving import ChangedMeanwhile
from workjournal.journal.importing.wishes import Wishes
from workjournal.journal.journal import Journal

MORE = OLD + "\n[2024-06-18 08:30] Rang the carrier.\nNobody there. @count @carrier\n"


def told(journal: Journal) -> list[tuple[str, str, str, list[str]]]:
    return [
        (f"{each.date} {each.time:%H:%M}", each.title, each.story, [tag.name for tag in each.tags])
        for each in reversed(journal.episodes.newest())
    ]


def test_what_comes_in_is_what_was_written(journal: Journal, tmp_path: Path) -> None:
    done = journal.imports.run(old_journal(tmp_path))
    assert (done.format, done.found, done.imported, done.skipped, done.failed) == ("jrnl", 2, 2, 0, 0)
    assert told(journal) == [
        ("2024-06-16 09:00", "Counted the second depot.", "Forty crates too many. @count", ["count"]),
        ("2024-06-17 18:05", "Told Priya.", "", ["starred"]),
    ]
    assert [hit.title for hit in journal.search.find("crates").hits] == ["Counted the second depot."]
    assert journal.check().findings == ()


def test_a_look_saves_nothing_and_says_what_would_come(journal: Journal, tmp_path: Path) -> None:
    seen = journal.imports.look(old_journal(tmp_path))
    assert (seen.title, seen.found, seen.fresh, seen.known, seen.failed) == ("jrnl", 2, 2, 0, 0)
    assert (seen.first, seen.last) == (dt.date(2024, 6, 16), dt.date(2024, 6, 17))
    assert seen.tags == {"count": 1, "starred": 1}
    assert [(each.title, each.tags, each.known) for each in seen.samples] == [
        ("Counted the second depot.", ("count",), False),
        ("Told Priya.", ("starred",), False),
    ]
    assert journal.episodes.count() == 0
    assert journal.imports.past() == []
    assert journal.backups.all() == []


def test_it_comes_once_however_often(journal: Journal, tmp_path: Path) -> None:
    """Seen failing with the keys left out of `known`."""
    file = old_journal(tmp_path)
    journal.imports.run(file)
    again = journal.imports.run(file)
    assert (again.id, again.found, again.imported, again.skipped) == (None, 2, 0, 2)
    file.write_text(MORE, encoding="utf-8")
    third = journal.imports.run(file)
    assert (third.imported, third.skipped) == (1, 2)
    assert journal.imports.look(file).known == 3
    assert journal.episodes.count() == 3
    assert len(journal.imports.past()) == 2


def test_two_imports_of_one_file_at_once_bring_it_once(journal: Journal, tmp_path: Path) -> None:
    """Seen failing with the keys looked at before the save alone: every entry was there twice."""
    file, came = old_journal(tmp_path), list[int]()

    def report(_share: float, text: str) -> None:
        if "entries prepared" in text and not came:
            came.append(0)
            came[0] = journal.imports.run(file).imported

    with pytest.raises(ChangedMeanwhile):
        journal.imports.run(file, report=report)
    assert came == [2]
    assert journal.episodes.count() == 2
    assert len(journal.imports.past()) == 1


def test_the_same_entry_twice_in_a_file_is_two(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "twice.txt"
    file.write_text("[2024-06-16 09:00] Coffee.\n\n[2024-06-16 09:00] Coffee.\n", encoding="utf-8")
    assert journal.imports.run(file).imported == 2
    assert journal.imports.run(file).skipped == 2


def test_what_its_source_changed_since_is_told_and_what_is_here_kept(
    journal: Journal, tmp_path: Path
) -> None:
    """Seen failing: it was counted among those that are here, without a word."""

    def export(modified: str, text: str) -> Path:
        entry = {"uuid": "A1", "creationDate": "2024-06-16T09:00:00Z", "modifiedDate": modified, "text": text}
        file = tmp_path / "Journal.json"
        file.write_text(json.dumps({"entries": [entry, {"uuid": "A2", "text": "Same"}]}), encoding="utf-8")
        return file

    journal.imports.run(export("2024-06-16T10:00:00Z", "Forty"))
    told = Trouble(
        "Journal.json, entry 1",
        "It was changed in Day One since it came in. What is here was kept.",
        Weight.LEFT_OUT,
    )
    newer = export("2024-06-17T08:00:00Z", "Forty-one")
    assert told in journal.imports.look(newer).troubles
    again = journal.imports.run(newer)
    assert (again.imported, again.skipped, told in again.troubles) == (0, 2, True)
    assert [each.title for each in journal.episodes.newest()] == ["Same", "Forty"]
    for older in ("2024-06-16T10:00:00Z", "2024-06-15T10:00:00Z"):
        assert told not in journal.imports.run(export(older, "Forty")).troubles


def test_what_was_changed_in_a_source_without_ids_comes_beside_and_is_told(
    journal: Journal, tmp_path: Path
) -> None:
    """Seen failing: a second entry of the same minute and title came in without a word."""
    file = old_journal(tmp_path)
    journal.imports.run(file)
    file.write_text(MORE.replace("Forty crates", "Forty-one crates"), encoding="utf-8")
    told = Note("1 is of the day and title of what came before, and differs from it. Both are kept.")
    assert told in journal.imports.look(file).notes
    again = journal.imports.run(file)
    assert (again.imported, again.skipped, told in again.notes) == (2, 1, True)
    assert told not in journal.imports.run(file).notes


def test_what_was_put_into_the_trash_stays_there_and_is_told(journal: Journal, tmp_path: Path) -> None:
    file = old_journal(tmp_path)
    journal.imports.run(file)
    journal.episodes.trash(journal.episodes.newest()[0].id)
    again = journal.imports.run(file)
    assert (again.imported, again.skipped, again.in_trash) == (0, 2, 1)
    assert journal.episodes.count() == 1


def test_a_backup_comes_first(journal: Journal, tmp_path: Path) -> None:
    journal.imports.run(old_journal(tmp_path))
    (copy,) = journal.backups.all()
    assert copy.reason == Reason.IMPORT


def test_the_wishes_are_kept(journal: Journal, tmp_path: Path) -> None:
    journal.tags.named("Depots")
    wishes = Wishes(kind=Kind.LEARNING, tags={"count": "depots", "starred": ""}, add_tags=("old",))
    journal.imports.run(old_journal(tmp_path), wishes)
    newest, first = journal.episodes.newest()
    assert [tag.name for tag in first.tags] == ["Depots", "old"]
    assert [tag.name for tag in newest.tags] == ["old"]
    assert first.kind == newest.kind == Kind.LEARNING
    assert sorted(tag.name for tag in journal.tags.all()) == ["Depots", "old"]


def test_a_tag_that_was_left_off_is_still_told(journal: Journal, tmp_path: Path) -> None:
    journal.imports.run(old_journal(tmp_path), Wishes(tags={"count": ""}))
    came = journal.imports.origin(journal.episodes.newest()[1].id)
    assert came is not None
    assert (came.format, came.name, came.unknown["tags left off"]) == ("jrnl", "old.txt", ["count"])


def test_what_was_written_here_came_from_nowhere(journal: Journal, tmp_path: Path) -> None:
    journal.imports.run(old_journal(tmp_path))
    mine = journal.episodes.add(journal.episodes.noun(date=dt.date(2026, 11, 19), title="Mine"))
    assert journal.imports.origin(mine.id) is None


class Enough(Exception):
    """Somebody pressed Cancel."""


@pytest.mark.parametrize("at", ["backup", "read", "prepared", "saved"])
def test_given_up_anywhere_nothing_of_it_is_left(journal: Journal, tmp_path: Path, at: str) -> None:
    file = tmp_path / "long.txt"
    file.write_text(
        "".join(f"[2024-01-{1 + n % 28:02} 09:00] Entry {n}. @t{n}\n\n" for n in range(600)), encoding="utf-8"
    )
    heard = []

    def report(_fraction: float, text: str) -> None:
        heard.append(text)
        if at in text or at == "backup":
            raise Enough

    with pytest.raises(Enough):
        journal.imports.run(file, None, report)
    assert heard
    assert journal.episodes.count() == 0
    assert journal.tags.all() == []
    assert journal.imports.past() == []
    assert journal.imports.run(file).imported == 600


def test_what_is_no_journal_is_refused_whole(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "picture.bin").write_bytes(bytes(range(256)) * 40)
    with pytest.raises(UnknownFormat):
        journal.imports.run(tmp_path / "picture.bin")
    assert journal.backups.all() == []


def test_nothing_of_it_lies_about(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No temporary file: an archive is read where it lies."""
    away, place = tmp_path / "away", tmp_path / "temporary"
    away.mkdir()
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    with zipfile.ZipFile(away / "old.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("2024/06/16.txt", OLD)
    journal.imports.run(away / "old.zip", Wishes(format="jrnl"))
    assert journal.episodes.count() == 2
    assert [*place.rglob("*")] == []
    assert [each.name for each in away.iterdir()] == ["old.zip"]


def test_it_is_there_after_closing(folder: Path, journal: Journal, tmp_path: Path) -> None:
    journal.imports.run(old_journal(tmp_path))
    journal.close()
    with opening.open_journal(folder, PASSPHRASE) as again:
        assert len(told(again)) == 2
        (intake,) = again.imports.past()
        assert (intake.source, intake.name, intake.found, intake.imported) == ("jrnl", "old.txt", 2, 2)
