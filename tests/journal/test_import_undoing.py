"""An import is taken back as a whole, but for what has become one's own."""

from pathlib import Path

import pytest

from conftest import Clock
from transfer_examples import old_journal
from workjournal.domain.reflection import Reflection
from workjournal.journal.importing.undoing import UndoneAlready
from workjournal.journal.imports import Imported
from workjournal.journal.journal import Journal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return old_journal(tmp_path)


@pytest.fixture
def done(journal: Journal, file: Path, clock: Clock) -> Imported:
    imported = journal.imports.run(file)
    clock.forward(hours=1)
    return imported


def labels(journal: Journal) -> list[str]:
    return [tag.name for tag in journal.tags.all()]


def test_it_goes_with_its_labels_and_comes_back(journal: Journal, done: Imported) -> None:
    assert done.id
    undone = journal.imports.undo(done.id)
    assert (undone.taken_back, undone.kept) == (2, 0)
    assert (journal.episodes.count(), labels(journal)) == (0, [])
    assert journal.imports.past()[0].undone_at is not None
    assert journal.imports.redo(done.id) == 2
    assert (journal.episodes.count(), labels(journal)) == (2, ["count", "starred"])
    assert journal.check().findings == ()


def test_what_was_changed_stays_with_its_labels(journal: Journal, done: Imported) -> None:
    """Seen failing with the time of the import left out."""
    assert done.id
    first = journal.episodes.newest()[1]
    first.story += " Counted again."
    journal.episodes.save(first)
    undone = journal.imports.undo(done.id)
    assert (undone.taken_back, undone.kept) == (1, 1)
    assert [each.id for each in journal.episodes.newest()] == [first.id]
    assert labels(journal) == ["count"]


def test_what_is_built_upon_stays(journal: Journal, done: Imported) -> None:
    """Seen failing without `_used`."""
    assert done.id
    first = journal.episodes.newest()[1]
    looked_back = Reflection(date=first.date, method="aar-short", answers={"why": "Nobody had counted"})
    journal.reflections.keep(looked_back, episodes=[first.id])
    assert journal.imports.undo(done.id).kept == 1
    assert [each.id for each in journal.episodes.newest()] == [first.id]


def test_it_can_be_taken_all_the_same(journal: Journal, done: Imported) -> None:
    assert done.id
    first = journal.episodes.newest()[1]
    first.story += " Counted again."
    journal.episodes.save(first)
    undone = journal.imports.undo(done.id, changed=True)
    assert (undone.taken_back, undone.kept, labels(journal)) == (2, 0, [])
    assert "Counted again" in journal.episodes.get(first.id).story


def test_a_label_in_other_use_stays(journal: Journal, done: Imported) -> None:
    assert done.id
    mine = journal.episodes.newest()[0]
    journal.episodes.add(journal.episodes.noun(date=mine.date, title="Mine"), tags=["count"])
    journal.imports.undo(done.id)
    assert labels(journal) == ["count"]


def test_a_label_that_was_there_before_stays(journal: Journal, file: Path) -> None:
    journal.tags.named("Count")
    done = journal.imports.run(file)
    assert done.id
    journal.imports.undo(done.id)
    assert labels(journal) == ["Count"]


def test_taken_back_it_can_be_imported_anew(journal: Journal, done: Imported, file: Path) -> None:
    assert done.id
    journal.imports.undo(done.id)
    again = journal.imports.run(file)
    assert (again.imported, again.skipped) == (2, 0)
    assert journal.imports.redo(done.id) == 0, "it would be there twice"
    assert journal.episodes.count() == 2


def test_twice_is_an_error(journal: Journal, done: Imported) -> None:
    assert done.id
    journal.imports.undo(done.id)
    with pytest.raises(UndoneAlready):
        journal.imports.undo(done.id)


def test_emptying_the_trash_forgets_where_it_came_from(journal: Journal, done: Imported, file: Path) -> None:
    assert done.id
    journal.imports.undo(done.id)
    journal.trash.empty()
    assert journal.imports.redo(done.id) == 0
    assert journal.imports.run(file).imported == 2
