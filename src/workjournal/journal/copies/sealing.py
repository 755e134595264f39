"""Letting the present ways in, and no others, open the copies: an old passphrase opens no backup then."""

from dataclasses import replace
from pathlib import Path

from workjournal.errors import JournalError
from workjournal.journal.copies.folders import folders, keys_of, listed
from workjournal.journal.copies.making import alone, written
from workjournal.store.integrity import Report
from workjournal.vault import vault
from workjournal.vault.files import write_durably
from workjournal.vault.header import Header
from workjournal.vault.vault import Keys


def reseal(place: Path, keys: Keys, report: Report) -> int:
    """Put the present slots into the headers of the copies in `place`.

    Returns:
        how many are left as they were: those of an earlier master key, and those whose header cannot be read.

    Raises:
        CopyUnwritable, BackupsBusy. Otherwise as `vault.read_header`.
    """
    left = 0
    with alone(place):
        present = vault.read_header(
            keys.folder
        )  # only now: another program may have changed it while we waited
        copies = listed(place, keys)
        for number, copy in enumerate(copies):
            report(number / len(copies), "Sealing the backups again")
            own = keys_of(copy.path, keys)
            if own is None:
                left += 1
            elif own.header.slots != present.slots:
                header = replace(own.header, format=present.format, slots=present.slots)
                with written(place):
                    for half in copy.path.glob(
                        f".{vault.HEADER}*.new"
                    ):  # of a kill; it opens as the copy did then
                        half.unlink()
                    write_durably(copy.path / vault.HEADER, header.signed(keys.master).encode())
    return left


def unlike(place: Path, keys: Keys) -> int:
    """How many of the copies in `place` have other ways in than the journal has now; 0 if that cannot be told."""
    try:
        present = _ways(vault.read_header(keys.folder))
    except JournalError:
        return 0
    own = (keys_of(copy.path, keys) for copy in folders(place))
    return sum(each is not None and _ways(each.header) != present for each in own)


def _ways(header: Header) -> set[tuple[str, str]]:
    """What opens with it; a name, and the day of the last use, make no other way in."""
    return {(slot.id, slot.wrapped) for slot in header.slots}
