"""Settings that travel with the journal."""

from conftest import PASSPHRASE, Clock
from workjournal.journal import opening
from workjournal.journal.journal import Journal


def test_what_was_set_is_there_after_the_next_start(journal: Journal, clock: Clock) -> None:
    assert journal.preferences.get("owner") == ""
    for name in ("Mara", "Mara Lind"):
        journal.preferences.set("owner", name)
    journal.preferences.set("empty", "")
    journal.close()
    with opening.open_journal(journal.folder, PASSPHRASE, clock) as reopened:
        assert reopened.preferences.get("owner") == "Mara Lind"
        assert reopened.preferences.get("empty") == ""
