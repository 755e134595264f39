"""An export that comes back: the same journal, and nothing that is here overwritten."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from conftest import PASSPHRASE, Clock
from examples import Examples
from row_examples import bring, bring_value, episode, export, told
from workjournal.importers.importer import NotThisFormat
from workjournal.importers.item import Weight
from workjournal.importers.workjournal.journal import NewerExport
from workjournal.journal import opening
from workjournal.journal.journal import Journal

DAY = "2026-11-19"


@pytest.fixture
def other(new_vault: Path, tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    """An empty journal beside the first."""
    shutil.copytree(new_vault, tmp_path / "other")
    with opening.open_journal(tmp_path / "other", PASSPHRASE, clock) as opened:
        yield opened


@pytest.mark.parametrize("ending", [".json", ".zip"])
def test_a_journal_comes_back_as_it_was(
    journal: Journal, one: Examples, other: Journal, tmp_path: Path, ending: str
) -> None:
    (tmp_path / "plan.bin").write_bytes(os.urandom(300_000))
    journal.episodes.attach(one.episode.id, tmp_path / "plan.bin")
    one.episode.title = "Moved the depot again"
    one.episode.story = "Nineteen pallets. " * 1000
    journal.episodes.save(one.episode)
    one.episode.story = "Twenty pallets. " * 1000
    journal.episodes.save(one.episode)
    journal.trash.put(one.action.id)
    before, after = tmp_path / f"before{ending}", tmp_path / f"after{ending}"
    export(journal, before)
    came = other.imports.run(before)
    assert not came.troubles
    assert came.imported == came.found
    export(other, after)
    assert before.read_bytes() == after.read_bytes()
    assert not other.check().findings
    assert other.revisions.of(one.episode.id)
    assert [hit.id for hit in other.search.find("pallets").hits] == [one.episode.id]


def test_what_is_here_already_is_skipped_and_comes_back_after_it_was_undone(
    journal: Journal, one: Examples, other: Journal, tmp_path: Path, clock: Clock
) -> None:
    export(journal, tmp_path / "a.zip")
    first = bring(other, tmp_path / "a.zip")
    again = bring(other, tmp_path / "a.zip")
    assert (again.id, again.imported, again.skipped, again.troubles) == (None, 0, first.imported, ())
    clock.forward(hours=1)
    assert first.id
    other.imports.undo(first.id)
    assert not other.episodes.newest()
    clock.forward(hours=1)
    back = bring(other, tmp_path / "a.zip")
    assert back.imported == first.imported
    assert [each.id for each in other.episodes.newest()] == [one.episode.id]
    assert told(other, tmp_path / "b.json")["episode"][0]["tags"]


def test_what_differs_is_told_and_stays(
    journal: Journal, one: Examples, other: Journal, tmp_path: Path
) -> None:
    export(journal, tmp_path / "a.zip")
    bring(other, tmp_path / "a.zip")
    mine = other.episodes.get(one.episode.id)
    mine.title = "My own words"
    other.episodes.save(mine)
    (trouble,) = bring(other, tmp_path / "a.zip").troubles
    assert trouble.place == "episode 1"
    assert "differs" in trouble.what
    assert other.episodes.get(one.episode.id).title == "My own words"


def test_labels_of_the_same_name_are_those_that_are_here(journal: Journal, tmp_path: Path) -> None:
    mine = journal.tags.named("Depot")[0]
    journal.tags.trash(mine.id)
    tag = {"id": str(uuid4()), "name": "depot"}
    came = bring_value(journal, tmp_path / "a.json", {"episode": [episode(tags=[tag["id"]])], "tag": [tag]})
    assert (came.imported, came.skipped) == (1, 1)
    (found,) = journal.episodes.newest()
    assert [(each.id, each.name) for each in found.tags] == [(mine.id, "Depot")]
    assert journal.tags.get(mine.id).trashed_at is None


def test_labels_are_known_by_their_names_as_they_are_kept(journal: Journal, tmp_path: Path) -> None:
    """Seen failing with names compared as they came: the save was refused, "changed by another program"."""
    names = ("depot", " depot", "depot\n", "e\u0301", "\u00e9")
    tags = [{"id": str(uuid4()), "name": name} for name in names]
    row = episode(tags=[each["id"] for each in tags])
    came = bring_value(journal, tmp_path / "a.json", {"episode": [row], "tag": tags})
    assert (came.imported, came.skipped, came.troubles) == (3, 3, ())
    (found,) = journal.episodes.newest()
    assert [each.name for each in found.tags] == ["depot", "\u00e9"]


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "0001-01-01"},
        {"date": "9999-12-31"},
        {"created_at": "0001-01-01T00:00:00Z"},
        {"trashed_at": "9999-12-31T23:59:59Z"},
        {"version": 2**63 - 1},
    ],
)
def test_what_nothing_can_be_reckoned_from_is_refused(
    journal: Journal, tmp_path: Path, fields: dict[str, Any]
) -> None:
    """Seen failing: Today, Growth and exports ended with an OverflowError, and so did the next save."""
    came = bring_value(journal, tmp_path / "a.json", {"episode": [episode(**fields), episode()]})
    assert (came.imported, came.failed) == (1, 1)
    (trouble,) = came.troubles
    assert next(iter(fields)) in trouble.what


def test_a_broken_row_never_stops_the_others(journal: Journal, tmp_path: Path) -> None:
    good, lost = episode(), str(uuid4())
    wrong: list[Any] = [
        "no row",
        {"id": "x"},
        episode(date="yesterday"),
        episode(title="   "),
        episode(difficulty=43),
        episode(title="a\0b"),
        episode(kind="party"),
        episode(difficulty=True),
        episode(tags="depot"),
        episode(version=2**70),
        good,
    ]
    value = {
        "episode": [*wrong, good],
        "recall": [{"id": str(uuid4()), "lesson_id": lost, "date": DAY, "grade": "good"}],
        "own_method": [{"id": str(uuid4()), "name": "Mine", "prompts": [{"key": 3}]}],
        "pack": {"not": "a list"},
        "elsewhere": [1, 2],
    }
    came = bring_value(journal, tmp_path / "a.json", value)
    assert (came.imported, came.failed, came.found) == (1, 14, 15)
    assert {each.place for each in came.troubles if each.weight is Weight.FAILED} == {
        *(f"episode {number}" for number in (*range(1, 11), 12)),
        *("recall 1", "own_method 1", "a.json, pack"),
    }
    assert [each.weight for each in came.troubles].count(Weight.LEFT_OUT) == 1
    assert len(journal.episodes.newest()) == 1


def test_references_that_lead_nowhere_are_emptied_and_told(journal: Journal, tmp_path: Path) -> None:
    row = episode(goal_id=str(uuid4()), tags=[str(uuid4())], mood="calm")
    came = bring_value(journal, tmp_path / "a.json", {"episode": [row]})
    assert [each.weight for each in came.troubles] == [Weight.PARTLY, Weight.PARTLY]
    (found,) = journal.episodes.newest()
    assert found.goal_id is None
    origin = journal.imports.origin(found.id)
    assert origin
    assert origin.unknown == {"mood": "calm"}
    part = bring_value(
        journal, tmp_path / "b.json", {"choice": {"whole": False}, "episode": [{**row, "id": str(uuid4())}]}
    )
    assert not part.troubles
    assert len(part.notes) == 1


def test_settings_and_drafts_that_are_here_stay(journal: Journal, tmp_path: Path) -> None:
    journal.preferences.set("owner", "Mara Lind")
    journal.drafts.keep("capture", {"title": "Mine"})
    told = {
        "owner": "Ada",
        "lessons.retention": "many",
        "writing.own-words": '["depot"]',
        "backups.trouble": "x",
    }
    drafts = {"capture": "Theirs", "episode:1": "New"}
    bring_value(
        journal,
        tmp_path / "a.json",
        {
            "preference": [{"key": key, "value": value} for key, value in told.items()],
            "draft": [
                {"place": place, "fields": {"title": title}, "changed_at": "2026-11-19T10:00:00Z"}
                for place, title in drafts.items()
            ],
        },
    )
    got = {key: journal.preferences.get(key) for key in told}
    assert got == {**dict.fromkeys(told, ""), "owner": "Mara Lind", "writing.own-words": '["depot"]'}
    assert {each.place: each.fields["title"] for each in journal.drafts.all()} == {
        **drafts,
        "capture": "Mine",
    }


def test_a_foreign_origin_comes_along(journal: Journal, other: Journal, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(
        "[2026-11-18 09:00] Moved the depot. #depot\nAll of it.\n", encoding="utf-8"
    )
    first = journal.imports.run(tmp_path / "notes.txt")
    assert first.imported == 1
    (found,) = journal.episodes.newest()
    export(journal, tmp_path / "a.zip")
    came = bring(other, tmp_path / "a.zip")
    origin = other.imports.origin(found.id)
    assert origin == journal.imports.origin(found.id)
    assert other.imports.run(tmp_path / "notes.txt").skipped == 1
    export(other, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert came.id
    assert other.imports.undo(came.id).taken_back == 1


def test_what_is_none_of_ours_is_refused_whole(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(NewerExport):
        bring_value(journal, tmp_path / "a.json", {"episode": [episode()], "version": 2})
    whole = tmp_path / "b.json"
    bring_value(journal, whole, {"episode": []})
    for content in (
        b'{"format": "workjournal", "version": 1, "episode": [',
        b'{"format": "workjournal", "episode": [{]}',
        b'{"format": "workjournal", "version": "one"}',
        b'{"a": {"format": "workjournal"}}',
        b'{"format": "workjournal"} more',
        b'{"format": "workjournal", "story": "\xff"}',
        b'{"format": "workjournal", "story": ' + b"[" * 100_000,
    ):
        whole.write_bytes(content)
        with pytest.raises(NotThisFormat):
            bring(journal, whole)


def test_an_unpacked_archive_is_read(journal: Journal, one: Examples, other: Journal, tmp_path: Path) -> None:
    export(journal, tmp_path / "a.zip")
    shutil.unpack_archive(tmp_path / "a.zip", tmp_path / "unpacked")
    assert not bring(other, tmp_path / "unpacked").troubles
    export(other, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_preview_tells_what_would_come(
    journal: Journal, one: Examples, other: Journal, tmp_path: Path
) -> None:
    export(journal, tmp_path / "a.zip")
    seen = other.imports.look(tmp_path / "a.zip")
    assert (seen.title, seen.files, seen.known, seen.failed) == ("Workjournal (JSON)", 1, 0, 0)
    assert seen.first == seen.last == one.episode.date
    assert seen.tags == {"depot": 1}
    assert [(each.title, each.files) for each in seen.samples] == [("Moved the depot", 1)]
    assert other.imports.run(tmp_path / "a.zip").imported == seen.fresh
    assert other.imports.look(tmp_path / "a.zip").fresh == 0
