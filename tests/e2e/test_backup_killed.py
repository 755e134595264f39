"""A process killed while it makes a backup: only whole copies are left, and the next one can be made."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import PASSPHRASE, Clock
from copies import add_days, names
from workjournal.journal import opening
from workjournal.journal.backups import Reason, State
from workjournal.journal.copies.examining import examine
from workjournal.journal.copies.folders import UNFINISHED, keys_of
from workjournal.journal.journal import Journal
from workjournal.store.integrity import unheard

COPYIST = Path(__file__).with_name("copyist.py")
TIMES = 20


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")
def test_a_kill_while_copying_leaves_only_whole_copies(
    journal: Journal, clock: Clock, tmp_path: Path
) -> None:
    """Seen failing with the copy built under its own name: half a copy is listed as incomplete."""
    add_days(journal, 40)
    episode = journal.episodes.newest()[0]
    file = tmp_path / "plan.bin"
    file.write_bytes(os.urandom(600_000))
    journal.episodes.attach(episode.id, file)
    journal.close()
    half = 0
    with subprocess.Popen(
        [sys.executable, COPYIST], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        for seed in range(TIMES):
            process.stdin.write(f"{journal.folder}\t{PASSPHRASE}\n")
            process.stdin.flush()
            child = int(process.stdout.readline())
            time.sleep(random.Random(seed).uniform(0.0, 0.4))
            os.kill(child, signal.SIGKILL)
            assert process.stdout.readline() == "dead\n"
            half += any(name.startswith(UNFINISHED) for name in names(journal))
            with opening.open_journal(journal.folder, PASSPHRASE, clock) as opened:
                copies = opened.backups.all()
                assert {copy.state for copy in copies} <= {State.VERIFIED}
                if copies:
                    keys = keys_of(copies[0].path, opened._store.keys)
                    assert keys
                    assert examine(keys, unheard).found == ()
        process.kill()
    assert half > TIMES // 4  # it was killed in the midst
    with opening.open_journal(journal.folder, PASSPHRASE, clock) as opened:
        newest = opened.backups.make(Reason.BY_HAND)
        assert newest.state is State.VERIFIED
        assert not [name for name in names(opened) if name.startswith(UNFINISHED)]
