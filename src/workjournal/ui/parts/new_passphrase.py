"""Choosing a passphrase: typed twice, measured, and a very weak one only on purpose."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from workjournal.journal.strength import Strength, strength
from workjournal.ui import form, tasks
from workjournal.ui.widgets.strength_meter import StrengthMeter

VERY_WEAK = 1
"""Scores up to this one need a second press."""
_SETTLES_MS = 150


class NewPassphrase(QWidget):
    """Two fields and a meter. The host has the button that goes on and the place where problems are said.

    `anyway` is what the button says once it would take a very weak passphrase.
    """

    entered = Signal()
    """Enter in the second field."""

    passphrase: QLineEdit
    again: QLineEdit
    meter: StrengthMeter

    def __init__(self, button: QPushButton, anyway: str, say: Callable[[str], object]) -> None:
        super().__init__()
        form.fill(self, "new_passphrase")
        self._button, self._say = button, say
        self._usual, self._anyway = button.text(), anyway
        self._measured: tuple[str, Strength] | None = None
        self._accepted = ""
        self._pause = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._pause.timeout.connect(self._measure)
        self.passphrase.textChanged.connect(self._changed)
        self.passphrase.returnPressed.connect(partial(self.again.setFocus, Qt.FocusReason.TabFocusReason))
        self.again.returnPressed.connect(self.entered)

    def secrets(self) -> tuple[QLineEdit, ...]:
        """The fields in which a passphrase is typed."""
        return (self.passphrase, self.again)

    def settle(self, then: Callable[[str], object]) -> None:
        """See that the two are one and not very weak, and hand the passphrase on; else say what is wrong."""
        typed = self.passphrase.text()
        if not typed.strip():
            self._say(self._ask_for_one())
            self.passphrase.setFocus()
        elif typed != self.again.text():
            self._say(self._differ())
            self.again.setFocus()
            self.again.selectAll()
        elif self._measured is not None and self._measured[0] == typed:
            self._judge(typed, then, self._measured[1])
        else:
            tasks.run(lambda _report: strength(typed), partial(self._judge, typed, then), self)

    def forget(self) -> None:
        """Leave no passphrase in the fields."""
        self._measured, self._accepted = None, ""
        for field in self.secrets():
            field.clear()

    def _changed(self) -> None:
        self._pause.start()
        if self._accepted:
            self._accepted = ""
            self._button.setText(self._usual)
            self._say("")

    def _measure(self) -> None:
        typed = self.passphrase.text()
        if typed:
            tasks.run(lambda _report: strength(typed), partial(self._show, typed), self)
        else:
            self.meter.set_strength(0, "")

    def _show(self, typed: str, found: Strength) -> None:
        if typed != self.passphrase.text():
            return
        self._measured = (typed, found)
        words = (
            self.tr("Very weak"),
            self.tr("Weak"),
            self.tr("Fair"),
            self.tr("Strong"),
            self.tr("Very strong"),
        )
        told = self.tr("{word}. Takes {time} to guess offline.")
        self.meter.set_strength(found.score, told.format(word=words[found.score], time=found.time))

    def _judge(self, typed: str, then: Callable[[str], object], found: Strength) -> None:
        if typed != self.passphrase.text():
            return
        self._show(typed, found)
        if found.score > VERY_WEAK or self._accepted == typed:
            self._button.setText(self._usual)
            then(typed)
            return
        self._accepted = typed
        self._say(self._weak().format(time=found.time))
        self._button.setText(self._anyway)
        self._button.setFocus()

    # What is said of a passphrase; of another secret it is said otherwise.

    def _ask_for_one(self) -> str:
        return self.tr("Type a passphrase.")

    def _differ(self) -> str:
        return self.tr("The two passphrases are not the same.")

    def _weak(self) -> str:
        """With {time}."""
        return self.tr(
            "Whoever copies the folder can try passphrases without end, and finds this one in {time}. "
            "Four or five words that do not belong together are safe."
        )
