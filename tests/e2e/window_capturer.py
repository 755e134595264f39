"""Works the small window of the real program as a person does; says when it saw it and when it is done.

Arguments: the vault, the memory of the key derivation, and what to be: "window" to be the program that runs, unlocked
or "locked", or "alone" for `--capture`. The passphrase and the text come on standard input, a line each.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workjournal.journal import opening
from workjournal.ui import program
from workjournal.ui.capture.window import CaptureWindow
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.main_window import MainWindow
from workjournal.vault.slots import passphrase as slot


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Person(QObject):
    """Looks at the screen ten times a second and does what comes next."""

    def __init__(self, app: QApplication, secret: str, text: str) -> None:
        super().__init__(app)
        self._secret, self._text = secret, text
        self._unlocked = self._typed = False
        self._clock = QTimer(self, interval=100)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, CaptureWindow)]
        small = next((each for each in shown if each.isVisible()), None)
        if self._typed and small is None:
            say("saved")
            self._clock.stop()
            for window in QApplication.topLevelWidgets():
                if isinstance(window, MainWindow):
                    window.close()
        elif small is not None and small.sheet is not None and not self._typed:
            self._typed = True
            QTest.keyClicks(small.sheet.text, self._text)
            QTest.keyClick(small.sheet.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        elif small is not None and small.sheet is None and not self._unlocked:
            self._unlocked = True
            say("asks for the passphrase")
            QTest.keyClicks(small.unlock_page.passphrase, self._secret)
            QTest.keyClick(small.unlock_page.passphrase, Qt.Key.Key_Return)


def main() -> int:
    folder, cheap, what = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    slot.FLOOR_KIB = int(cheap)
    secret, text = sys.stdin.readline().rstrip("\n"), sys.stdin.readline().rstrip("\n")
    app = QApplication(sys.argv[:1])
    Person(app, secret, text)
    if what == "alone":
        return program.run(folder, capture=True)
    made = program.build(folder)
    made.window.show()
    if what == "window":
        lock = opening.lock_for_window(folder)
        lock.take()
        made.window.enter(Opened(opening.open_journal(folder, secret), lock))
    say("ready")
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
