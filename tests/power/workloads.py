"""What is done to a journal while the recorder watches; run as `python -m power.workloads NAME PLACE [CONTROL]`.

After each step, once the program has called it saved, the process marks what the journal holds now. So whoever cuts the
power knows what must be there: the state of the last mark, or the next one whole if its save was under way.
"""

import datetime as dt
import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.backups import Reason, State
from workjournal.journal.journal import Journal
from workjournal.journal.rotation import rotate
from workjournal.store import engine
from workjournal.vault import files, vault, ways_in
from workjournal.vault.slots import passphrase

PASSPHRASE, ANOTHER = "seven brown kettles argue", "nine green ladders sing"
DAY = dt.date(2026, 11, 19)
WHOLE = {State.VERIFIED, State.EARLIER_KEY}
Holds = dict[str, Any]


def holds(journal: Journal) -> Holds:
    """Everything the workloads write, in values of JSON; with plain SQL, since it is asked thousands of times."""
    with journal._store.reading() as session:
        rows = [
            [list(row) for row in session.execute(text(query))]
            for query in (
                "SELECT title, story FROM episode ORDER BY id",
                "SELECT episode_id, name FROM episode_tag JOIN tag ON tag.id = tag_id ORDER BY episode_id, name",
                "SELECT place, fields FROM draft ORDER BY place",
            )
        ]
        kept = list(session.scalars(select(Attachment).order_by(Attachment.id)))
    return {
        "rows": hashlib.sha256(json.dumps(rows).encode()).hexdigest(),
        "episodes": len(rows[0]),
        "drafts": len(rows[2]),
        "files": [[file.name, _digest(journal.episodes.attachment_content(file.id))] for file in kept],
        "ways in": [slot.name for slot in vault.read_header(journal.folder).slots],
        "copies": [copy.path.name for copy in journal.backups.all() if copy.state in WHOLE],
        "opens": [PASSPHRASE],
    }


def _digest(content: bytes) -> str:
    return f"{len(content)} {hashlib.sha256(content).hexdigest()[:16]}"


def make_cheap() -> None:
    """A key derivation that takes no time: what is tested is never how slow a guess is."""
    passphrase.FLOOR_KIB = 32
    passphrase.calibrated_memory = lambda: 32


def mark(journal: Journal, **more: Any) -> None:
    """Say, in the recorder's log, that what the journal holds now is safe."""
    file = os.open(os.environ["POWER_MARKS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(file, json.dumps({**holds(journal), **more}, ensure_ascii=False).encode())
    os.close(file)


def write_a_day(journal: Journal, number: int) -> None:
    """A day's saves of every kind, each one marked."""
    journal.drafts.keep("capture", {"title": f"Day {number}", "story": "The lorry came. " * number})
    mark(journal)
    episode = Episode(date=DAY, title=f"Day {number}", story=f"The lorry came at {number}. " * 40 * number)
    journal.episodes.add(episode, tags=["depot", f"week {number // 3}"])
    mark(journal)
    journal.drafts.drop("capture")
    mark(journal)
    episode = journal.episodes.get(episode.id)
    episode.story += "It left again."
    journal.episodes.add(episode, tags=[f"week {number // 3}", "late"])
    mark(journal)


def attach(journal: Journal, name: str, size: int) -> None:
    """A file kept with the newest episode; it lies outside the watched folder."""
    file = Path(os.environ["POWER_MARKS"]).with_name(name)
    file.write_bytes(name.encode() * (size // len(name)))
    journal.episodes.attach(journal.episodes.newest(limit=1)[0].id, file)
    mark(journal)


def saves(folder: Path) -> None:
    """Three sessions of saves, with attachments small and large, and with checkpoints between."""
    for session in range(3):
        with opening.open_journal(folder, PASSPHRASE) as journal:
            mark(journal)
            for number in range(3):
                write_a_day(journal, session * 3 + number)
            attach(journal, f"note {session}.txt", 30_000)
            if session == 1:
                journal._store.checkpoint()
                attach(journal, "plan.pdf", 300_000)
                write_a_day(journal, 9)


def creation(folder: Path) -> None:
    """A new journal and its first day."""
    with opening.create(folder, PASSPHRASE) as journal:
        mark(journal)
        write_a_day(journal, 1)


def header(folder: Path) -> None:
    """The header changed again and again, with a save between."""
    with opening.open_journal(folder, PASSPHRASE) as journal:
        mark(journal)
        keys = journal._store.keys
        for number in range(6):
            keys = ways_in.rename(keys, keys.slot_id, f"Passphrase {number}")
            mark(journal)
            keys = ways_in.add_passphrase(keys, f"Spare {number}", f"spare key {number}")
            mark(journal)
        write_a_day(journal, 1)


def passphrases(folder: Path) -> None:
    """One passphrase for another, to and fro."""
    secret = PASSPHRASE
    with opening.open_journal(folder, secret) as journal:
        mark(journal)
        keys = journal._store.keys
        for _ in range(6):
            secret = ANOTHER if secret == PASSPHRASE else PASSPHRASE
            keys = ways_in.change_passphrase(keys, keys.slot_id, secret)
            mark(journal, opens=[secret])


def rotation(folder: Path) -> None:
    """The master key replaced by another, twice, with a save between."""
    with opening.open_journal(folder, PASSPHRASE) as journal:
        mark(journal)
        for number in range(2):
            write_a_day(journal, number)
            rotate(journal._store, PASSPHRASE)
            mark(journal)


def backup(folder: Path) -> None:
    """Copies made, with a large attachment among what is copied."""
    with opening.open_journal(folder, PASSPHRASE) as journal:
        mark(journal)
        for number in range(2):
            write_a_day(journal, number)
            attach(journal, f"plan {number}.pdf", 300_000)
            journal.backups.make(Reason.DAILY)
            mark(journal)


WORKLOADS: dict[str, Callable[[Path], None]] = {
    "saves": saves,
    "creation": creation,
    "header": header,
    "passphrases": passphrases,
    "rotation": rotation,
    "backup": backup,
}


def _synchronous(how: str) -> None:
    settings = (f"synchronous={how}" if each.startswith("synchronous") else each for each in engine.SETTINGS)
    vars(engine)["SETTINGS"] = tuple(settings)


def _no_folder_sync() -> None:
    def nothing(folder: Path) -> None:
        pass

    files.sync_folder = nothing


CONTROLS: dict[str, Callable[[], None]] = {
    "shipped": lambda: None,
    "synchronous=NORMAL": lambda: _synchronous("normal"),
    "synchronous=OFF": lambda: _synchronous("off"),
    "no fsync of the folder": _no_folder_sync,
}
"""Protections switched off, to see that the test fails without them."""


def main(name: str, place: Path, control: str) -> None:
    make_cheap()
    CONTROLS[control]()
    # A log that starts anew often, so that a few days meet what takes weeks otherwise.
    vars(engine)["SETTINGS"] = (*engine.SETTINGS, "wal_autocheckpoint=40")
    WORKLOADS[name](place / "vault")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
