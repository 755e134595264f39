"""The index where a journal is emptied of something, copied, rescued or given another key."""

import datetime as dt
from contextlib import closing
from pathlib import Path

from conftest import PASSPHRASE, Clock
from examples import Examples
from journal.vault_damage import behind
from store.searched import shadows, true
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.backups import Reason
from workjournal.journal.journal import Journal
from workjournal.journal.rescuing import rescue
from workjournal.journal.restoring import restore

DAY = dt.date(2026, 11, 19)


def found(journal: Journal) -> set[str]:
    assert true(journal._store)
    return {hit.kind for hit in journal.search.find("from:0001", limit=1000).hits}


def test_an_emptied_trash_leaves_no_beginning_of_a_word(journal: Journal) -> None:
    """Seen failing without `forget`."""
    words = [f"q{number:04}" + "zanzibarquagga"[number % 14 :] * 3 for number in range(900)]
    for part in range(9):
        episode = journal.episodes.add(Episode(date=DAY, title="Depot", story=" ".join(words[part::9])))
        journal.trash.put(episode.id)
        if part == 4:
            journal.trash.restore(episode.id)
            journal.trash.put(episode.id)
    journal.trash.empty()
    left = shadows(journal._store)
    assert [word for word in words if word[:4].encode() in left] == []
    assert true(journal._store)


def test_a_backup_is_searched_as_the_journal_is(
    journal: Journal, one: Examples, tmp_path: Path, clock: Clock
) -> None:
    before = found(journal)
    copy = journal.backups.make(Reason.BY_HAND)
    journal.close()
    target = tmp_path / "restored"
    restore(copy.path, target, PASSPHRASE)
    with closing(opening.open_journal(target, PASSPHRASE, clock)) as restored:
        assert found(restored) == before


def test_a_rescued_journal_is_searched_at_once(
    journal: Journal, one: Examples, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    """Also what the damaged index had lost, and a text beside its JSON. Seen failing without `make_anew`."""
    before = found(journal)
    journal.close()
    behind(folder, "UPDATE reflection SET said = ''")
    behind(folder, "DELETE FROM search_place")
    done = rescue(folder, PASSPHRASE, tmp_path / "rescued", clock=clock)
    assert [finding for finding in done.findings if finding.where == "search_words"] == []
    with closing(opening.open_journal(tmp_path / "rescued", PASSPHRASE, clock)) as rescued:
        assert found(rescued) == before
        assert {hit.kind for hit in rescued.search.find("late").hits} >= {"reflection"}


def test_another_key_leaves_the_index_true(journal: Journal, one: Examples) -> None:
    before = found(journal)
    journal.ways_in.rotate(PASSPHRASE)
    assert found(journal) == before
    journal.episodes.add(Episode(date=DAY, title="Zanzibar"))
    assert len(journal.search.find("zanzibar").hits) == 1
    assert true(journal._store)
