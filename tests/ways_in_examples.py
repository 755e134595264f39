"""One call of every verb of the ways in, in an order in which each has something to do."""

from collections.abc import Callable
from typing import Any

import pytest

from conftest import PASSPHRASE
from workjournal.domain.keeping import Preference
from workjournal.journal.journal import Journal
from workjournal.vault.slots.recovery_code import new_code
from workjournal.vault.slots.system_keyring import KeyringNotReady

Call = Callable[[Journal, Any], object]
CODE = new_code()


def without_keyring(call: Callable[[str], object]) -> None:
    """The tests' own settings name no keyring that answers (conftest.py), so that none of a person's is touched."""
    with pytest.raises(KeyringNotReady):
        call(PASSPHRASE)


WAYS_IN: dict[str, tuple[Call, set[type]]] = {
    # They change the header, not the database, so that no screen has anything to read again.
    "ways_in.all": (lambda journal, _: journal.ways_in.all(), set()),
    "ways_in.identify": (lambda journal, _: journal.ways_in.identify("Passphrase"), set()),
    "ways_in.confirm": (lambda journal, _: journal.ways_in.confirm(PASSPHRASE), set()),
    "ways_in.new_code": (lambda journal, _: journal.ways_in.new_code(), set()),
    "ways_in.has_code": (lambda journal, _: journal.ways_in.has_code(), set()),
    "ways_in.has_keyring": (lambda journal, _: journal.ways_in.has_keyring(), set()),
    "ways_in.add_code": (lambda journal, _: journal.ways_in.add_code(PASSPHRASE, CODE), set()),
    "ways_in.add_passphrase": (
        lambda journal, _: journal.ways_in.add_passphrase(PASSPHRASE, "four more old words", "Second"),
        set(),
    ),
    "ways_in.rename": (
        lambda journal, _: journal.ways_in.rename(journal.ways_in.identify("Second").id, "Spare"),
        set(),
    ),
    "ways_in.change_passphrase": (
        lambda journal, _: journal.ways_in.change_passphrase(
            journal.ways_in.identify("Spare").id, PASSPHRASE, "four other old words"
        ),
        set(),
    ),
    "ways_in.remove": (
        lambda journal, _: journal.ways_in.remove(journal.ways_in.identify("Spare").id, PASSPHRASE),
        set(),
    ),
    "ways_in.rehearse_code": (lambda journal, _: journal.ways_in.rehearse_code(CODE), {Preference}),
    "ways_in.replace_passphrase": (
        lambda journal, _: journal.ways_in.replace_passphrase(CODE, PASSPHRASE),
        set(),  # the code was typed today already
    ),
    "ways_in.code_unproven_since": (lambda journal, _: journal.ways_in.code_unproven_since(), set()),
    "ways_in.rotate": (lambda journal, _: journal.ways_in.rotate(PASSPHRASE, CODE), {Preference}),
    "ways_in.add_keyring": (lambda journal, _: without_keyring(journal.ways_in.add_keyring), set()),
}
