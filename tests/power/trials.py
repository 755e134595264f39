"""Saves on a disk that fails; run under the recorder as `python -m power.trials STEP PLACE EVERY SHARE LAST`.

For each kind of failure, each I/O call of the step fails, once and from then on for good, in a process of its own. The
program must say a JournalError or succeed, and what was typed must still be in the caller's hands; with the failure gone
it must save in the same process; and a fresh process must find everything that was called saved, whole.
"""

import errno
import json
import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from power.calls import SHORT, calls, fail
from power.replay import Image, read_image, write_image
from power.restart import is_sound
from power.workloads import ANOTHER, DAY, PASSPHRASE, make_cheap
from workjournal.domain.episode import Episode
from workjournal.errors import JournalError
from workjournal.journal import opening
from workjournal.journal.backups import Reason
from workjournal.journal.journal import Journal
from workjournal.journal.rotation import rotate
from workjournal.vault import ways_in
from workjournal.vault.vault import WrongPassphrase

FAILURES = {"error": errno.EIO, "full": errno.ENOSPC, "read-only": errno.EROFS, "short write": SHORT}
STORY = "What I would hate to type again. " * 1500
LABELS = ["depot", "new"]
PLAN = b"plan" * 100_000
Step = Callable[[Journal, Episode], object]


def new_episode(title: str = "Typed") -> Episode:
    return Episode(date=DAY, title=title, story=STORY)


def save(journal: Journal, typed: Episode) -> None:
    journal.episodes.add(typed, tags=LABELS)


def edit(journal: Journal, typed: Episode) -> None:
    """As `save`, of an episode that is there already."""
    save(journal, typed)


def attach(journal: Journal, typed: Episode) -> None:
    file = Path(os.environ["POWER_MARKS"])
    file.write_bytes(PLAN)
    journal.episodes.attach(journal.episodes.newest(limit=1)[0].id, file)


def keep_draft(journal: Journal, typed: Episode) -> None:
    journal.drafts.keep("capture", {"story": typed.story})


def change_passphrase(journal: Journal, typed: Episode) -> None:
    keys = journal._store.keys
    ways_in.change_passphrase(keys, keys.slot_id, ANOTHER)


def rotate_key(journal: Journal, typed: Episode) -> None:
    rotate(journal._store, PASSPHRASE)


def backup(journal: Journal, typed: Episode) -> None:
    journal.backups.make(Reason.DAILY)


def close(journal: Journal, typed: Episode) -> None:
    journal.close()


STEPS: dict[str, Step] = {
    "save": save,
    "edit": edit,
    "attach": attach,
    "draft": keep_draft,
    "passphrase": change_passphrase,
    "rotation": rotate_key,
    "backup": backup,
    "close": close,
}


def outcome(step: Step, journal: Journal, typed: Episode) -> str:
    """ "done", or the name of the error it said; a bug passes."""
    try:
        step(journal, typed)
    except JournalError as error:
        return type(error).__name__
    return "done"


def first_process(folder: Path, step: Step, call: int, error: int, for_good: bool) -> tuple[str, int]:
    """Save something, then do the step on a failing disk, then save again; how it came out, and how many calls it made.

    Every other process ends after the failure without another word.
    """
    journal = opening.open_journal(folder, PASSPHRASE)
    before = journal.episodes.add(new_episode("Saved before"), tags=["depot"])
    typed = new_episode()
    if step is edit:
        typed = journal.episodes.get(before.id)
        typed.title = "Typed"
    fail(call, error, for_good=for_good)
    said, made = outcome(step, journal, typed), calls()
    assert (typed.title, typed.story) == ("Typed", STORY), "what was typed is gone"
    fail(0, 0)
    if step is close or not call % 2:
        return said, made
    again = outcome(save, journal, typed)
    # A commit that failed at its very last fsync may have come to be; then it is not saved a second time.
    assert again == "done" or (again == "EditedElsewhere" and step in {save, edit}), f"tried again: {again}"
    assert [tag.name for tag in typed.tags] == LABELS
    journal.close()
    return f"{said}, then saved", made


def fresh_process(folder: Path, step: Step, said: str) -> None:
    """Everything that was called saved is there, whole, and more can be saved."""
    try:
        journal = opening.open_journal(folder, PASSPHRASE)
    except WrongPassphrase:
        assert step is change_passphrase, "nothing opens it"
        journal = opening.open_journal(folder, ANOTHER)
    else:
        assert step is not change_passphrase or not said.startswith("done"), "the old passphrase opens it"
    with journal:
        assert not journal.notices, journal.notices
        assert is_sound(journal), "damaged"
        there = {episode.title: episode for episode in journal.episodes.newest()}
        assert "Saved before" in there or (step is edit and "Typed" in there), "an earlier save is lost"
        if said.endswith("saved") or (step in {save, edit} and said == "done"):
            assert "Typed" in there, "the save is lost"
        if "Typed" in there:
            assert there["Typed"].story == STORY
            assert [tag.name for tag in there["Typed"].tags] == LABELS, "labels are lost"
        if step is attach:
            files = journal.episodes.attachments(there["Saved before"].id)
            assert files or not said.startswith("done"), "the attachment is lost"
            assert all(journal.episodes.attachment_content(file.id) == PLAN for file in files)
        if step is backup and said.startswith("done"):
            assert journal.backups.rehearse().can_be_restored
        save(journal, new_episode("Saved after"))


def apart(work: Callable[[], object]) -> tuple[object, str]:
    """Do it in a process of its own; what it returned, or what went wrong."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            told = json.dumps([work(), ""])
        except BaseException as error:  # noqa: BLE001 - whatever it is, the parent tells
            where = traceback.extract_tb(error.__traceback__)[-1]
            told = json.dumps(
                [None, f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"]
            )
        os.write(writing, told.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode()
    os.waitpid(child, 0)
    result, problem = json.loads(told) if told else (None, "it crashed")
    return result, problem


def trial(
    place: Path, before: Image, step: Step, call: int, error: int, for_good: bool
) -> tuple[str, int, str]:
    """How one failure came out, how many calls there were, and what was wrong."""
    write_image(before, place)
    folder = place / "vault"
    result, problem = apart(lambda: first_process(folder, step, call, error, for_good))
    if problem:
        return "bug", 0, problem
    assert isinstance(result, list)
    said, made = result
    _, problem = apart(lambda: fresh_process(folder, step, said))
    return said, made, problem


def warm_up(place: Path) -> None:
    """Have everything loaded that the processes of the trials would load each for itself."""
    with opening.open_journal(place / "vault", PASSPHRASE) as journal:
        save(journal, new_episode())
        is_sound(journal)


def main(name: str, place: Path, every: int, share: int, last: int) -> None:
    make_cheap()
    step, before = STEPS[name], read_image(place)
    warm_up(place)
    outcomes: Counter[str] = Counter()
    problems = []
    number = 0
    for failure, error in FAILURES.items():
        _, made, problem = trial(place, before, step, 10**6, error, False)
        assert not problem, problem
        for call in range(max(1, made - last), made + 1):
            for for_good in (False, True):
                number += 1
                if number % every != share:
                    continue
                said, _, problem = trial(place, before, step, call, error, for_good)
                outcomes[said] += 1
                if problem:
                    how = "for good" if for_good else "once"
                    problems.append(f"{name}: call {call} of {made}, {failure} {how}, said {said}: {problem}")
    sys.stdout.write(json.dumps({"outcomes": outcomes, "problems": problems}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:]))
