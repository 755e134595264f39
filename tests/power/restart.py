"""What the program makes of a folder after a power cut, and the figures of many."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import text

from power.recording import Recording
from power.replay import State, write_image
from power.workloads import Holds, holds
from workjournal.journal import opening
from workjournal.journal.backups import NoBackups
from workjournal.journal.journal import Journal
from workjournal.vault.vault import WrongPassphrase

GOOD, LOST, CORRUPT, ALARM = "good", "lost", "corrupt", "false alarm"
Figures = Counter[str]


def is_sound(journal: Journal) -> bool:
    """In the order in which SQLCipher's check does not cry wolf: checkpoint, its own, SQLite's."""
    journal._store.checkpoint()
    with journal._store.reading() as session:
        if session.execute(text("PRAGMA cipher_integrity_check")).all():
            return False
        return session.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]


def copies_are_whole(journal: Journal) -> bool:
    """Whether the newest copy that the present keys open can be restored; there need not be any."""
    with suppress(NoBackups):
        return journal.backups.rehearse().can_be_restored
    return True


def found_by(folder: Path, passphrase: str) -> Holds | str | None:
    """What the journal holds; None where that passphrase does not open it; words for what is wrong."""
    try:
        with opening.open_journal(folder, passphrase) as journal:
            if journal.notices:
                return f"{ALARM}: {journal.notices}"
            if not is_sound(journal):
                return CORRUPT
            found = holds(journal)
            return found if copies_are_whole(journal) else f"{CORRUPT}: the backup"
    except WrongPassphrase:
        return None
    except Exception as error:  # noqa: BLE001 - without protection it breaks in every way
        return f"{CORRUPT}: {type(error).__name__}: {error}"


def verdict(recording: Recording, state: State) -> str:
    """ "good", or what is wrong with this image: it must hold what the last mark told, or whole what the next one did.

    Before the first mark of a new journal there need not be one.
    """
    write_image(state.image, recording.place)
    allowed = recording.marks[max(state.marks - 1, 0) : state.marks + 1]
    works: list[str] = []
    found: Holds = {"copies": []}
    for passphrase in recording.passphrases:
        one = found_by(recording.place / "vault", passphrase)
        if isinstance(one, str):
            return GOOD if recording.is_new and not state.marks else one
        if one is not None:
            works.append(passphrase)
            found = one
    found["opens"] = works
    # A copy may have come to be, or gone to be superfluous, before what it belongs to was called done.
    is_kept = set(allowed[0]["copies"]) <= set(found["copies"])
    held = [{**mark, "copies": found["copies"]} for mark in allowed]
    return GOOD if is_kept and found in held else f"{LOST}: {found}"


def figures(recording: Recording, states: Iterable[State]) -> tuple[Figures, Sequence[str]]:
    """How many images there were of each kind, and what was wrong with the first few."""
    counted, wrong = Figures(states=0), []
    for state in states:
        word = verdict(recording, state)
        counted["states"] += 1
        counted[word.split(":")[0]] += 1
        if word != GOOD:
            wrong.append(f"after operation {state.operations}: {word}"[:300])
    return counted, wrong[:5]
