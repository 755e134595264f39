"""A process that makes one backup after another until it is killed; tests/e2e/test_backup_killed.py kills it."""

import os
import sys
from pathlib import Path

from workjournal.journal import opening
from workjournal.journal.backups import Reason
from workjournal.vault.slots import passphrase


def main() -> None:
    """One child a line of input: a folder and its passphrase."""
    passphrase.FLOOR_KIB = 32
    for line in sys.stdin:
        folder, words = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            with opening.open_journal(Path(folder), words) as journal:
                os.write(sys.stdout.fileno(), f"{os.getpid()}\n".encode())
                while True:
                    journal.backups.make(Reason.BY_HAND)
        os.waitpid(child, 0)
        os.write(sys.stdout.fileno(), b"dead\n")


if __name__ == "__main__":
    main()
