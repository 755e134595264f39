"""Opens the real window on a vault and captures one episode after another; says what it wrote and what it sees."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from workjournal.journal import opening
from workjournal.ui import program
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.screens.today import TodayScreen
from workjournal.ui.widgets.timeline import TimelineRow
from workjournal.vault.slots import passphrase as slot


def main() -> int:
    folder, secret, cheap, seconds = sys.argv[1:]
    slot.FLOOR_KIB = int(cheap)
    made = program.build(Path(folder))
    made.window.show()
    lock = opening.lock_for_window(Path(folder))
    lock.take()
    made.window.enter(Opened(opening.open_journal(Path(folder), secret), lock))
    assert made.window.workspace is not None
    today = made.window.workspace.screen_of("today")
    assert isinstance(today, TodayScreen)
    number = 0

    def say(*words: object) -> None:
        sys.stdout.write(" ".join(map(str, words)) + "\n")
        sys.stdout.flush()

    def write() -> None:
        nonlocal number
        title = f"window-{number}"
        QTest.keyClicks(today.text, title)
        today.save.click()
        say("wrote", title)
        number += 1

    def stop() -> None:
        writing.stop()
        say("stopped")
        QTimer.singleShot(3000, look)  # longer than the window waits before it looks for others' changes

    def look() -> None:
        for row in today.timeline.rows():
            assert isinstance(row, TimelineRow)
            say("sees", row.title)
        made.window.close()

    writing = QTimer(made.window, interval=120)
    writing.timeout.connect(write)
    writing.start()
    QTimer.singleShot(int(float(seconds) * 1000), stop)
    say("ready")
    return made.app.exec()


if __name__ == "__main__":
    sys.exit(main())
