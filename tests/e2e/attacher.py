"""A process that attaches a file and writes it out again, and says how much memory that took.

Started with a vault, a file and where to write it; the passphrase comes on standard input. Says "read" once it has read
a first MB, and waits for a line: whoever wants to kill it in the middle does so then.
"""

import sys
from pathlib import Path

from workjournal.journal import opening
from workjournal.vault.slots import passphrase


def peak() -> int:
    """The most memory this process ever had, in KiB (`VmHWM`)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def main() -> None:
    """Attach, write out, print the growth of the peak over both."""
    passphrase.FLOOR_KIB = 32
    folder, file, target = map(Path, sys.argv[1:])
    secret, waited = sys.stdin.readline().strip(), False

    def report(_fraction: float, _text: str) -> None:
        nonlocal waited
        if not waited:
            waited = True
            sys.stdout.write("read\n")
            sys.stdout.flush()
            sys.stdin.readline()

    with opening.open_journal(folder, secret) as journal:
        (episode,) = journal.episodes.newest()
        journal.episodes.attachments(episode.id)
        journal.attachments.allow(1024)
        before = peak()
        attached = journal.episodes.attach(episode.id, file, report)
        journal.episodes.copy_attachment(attached.id, target)
        sys.stdout.write(f"grew {peak() - before}\n")


if __name__ == "__main__":
    main()
