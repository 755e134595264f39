"""A process that types into drafts until it is killed; tests/e2e/test_kill.py kills it.

For each folder it is given on standard input it forks a child, which keeps what it types as the window does: a second
after the last key, and every three seconds meanwhile. Time runs fifty times as fast.
"""

import os
import random
import sys
import time
from pathlib import Path

from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.vault.slots import passphrase

QUIET, LONGEST = 1 / 50, 3 / 50
TEXT = "".join(f"Sentence {number} of a long day at the depot. " for number in range(3000))


def say(words: str) -> None:
    """At once, and whole: a line of the pipe is never torn."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def type_on(journal: Journal, dice: random.Random) -> None:
    """Type for ever, telling after each keep how many characters are safe."""
    typed = kept = 0
    first = last = time.monotonic()
    while True:
        time.sleep(dice.uniform(0, 2 * QUIET))
        now = time.monotonic()
        if typed > kept and (now - last >= QUIET or now - first >= LONGEST):
            journal.drafts.keep("capture", {"story": TEXT[:typed]})
            kept = typed
            say(f"kept {kept}")
        if typed == kept:
            first = now
        typed += dice.randrange(1, 60)
        last = now


def main() -> None:
    """One child a line of input."""
    passphrase.FLOOR_KIB = 32
    for line in sys.stdin:
        folder, words, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            with opening.open_journal(Path(folder), words) as journal:
                say("typing")
                type_on(journal, random.Random(seed))
        say(f"child {child}")
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
