"""Opens the real window on a vault and types into Today, saying when which character was typed. Killed from outside."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from workjournal.journal import opening
from workjournal.ui import program
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.screens.today import TodayScreen
from workjournal.vault.slots import passphrase as slot

TEXT = "Told Marco the date needed a scope cut, and he picked two features to move. " * 40


def main() -> int:
    folder, secret, cheap = sys.argv[1:]
    slot.FLOOR_KIB = int(cheap)
    made = program.build(Path(folder))
    made.window.show()
    lock = opening.lock_for_window(Path(folder))
    lock.take()
    made.window.enter(Opened(opening.open_journal(Path(folder), secret), lock))
    assert made.window.workspace is not None
    today = made.window.workspace.screen_of("today")
    assert isinstance(today, TodayScreen)
    typed = 0

    def type_on() -> None:
        nonlocal typed
        QTest.keyClicks(today.text, TEXT[typed])
        typed += 1
        sys.stdout.write(f"{time.time()} {typed}\n")
        sys.stdout.flush()

    # Faster than a person, and never a second of rest: only the "at least every three" keeps it.
    keys = QTimer(made.window, interval=40)
    keys.timeout.connect(type_on)
    keys.start()
    return made.app.exec()


if __name__ == "__main__":
    sys.exit(main())
