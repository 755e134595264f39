"""The passphrase of an encrypted export."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from workjournal.ui import form, icons

_HIDDEN = QLineEdit.EchoMode.Password


class ImportSecret(QFrame):
    """Asks for it; a wrong one is told beside the field, with the keyboard in it."""

    given = Signal(str)

    words: QLabel
    passphrase: QLineEdit
    problem: QLabel
    open_it: QPushButton
    another: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "import_secret")
        reveal = QAction(icons.icon("eye"), self.tr("Show the passphrase"), self, checkable=True)
        reveal.setShortcut(form.REVEAL)
        reveal.setToolTip(f"{reveal.text()} ({form.REVEAL})")
        reveal.toggled.connect(
            lambda shown: self.passphrase.setEchoMode(QLineEdit.EchoMode.Normal if shown else _HIDDEN)
        )
        self.passphrase.addAction(reveal, QLineEdit.ActionPosition.TrailingPosition)
        self.passphrase.returnPressed.connect(self._give)
        self.open_it.clicked.connect(self._give)

    def ask(self, name: str, problem: str = "") -> None:
        """Ask for that of a file."""
        told = self.tr(
            "Type the passphrase with which {name} was encrypted. It is used here and kept nowhere."
        )
        self.words.setText(told.format(name=name))
        self._complain(problem)
        self.passphrase.selectAll()

    def forget(self) -> None:
        """Leave nothing in the field."""
        self.passphrase.clear()
        self._complain("")

    def _give(self) -> None:
        if self.passphrase.text():
            self.given.emit(self.passphrase.text())
        else:
            self._complain(self.tr("Type a passphrase."))
            self.passphrase.setFocus()

    def _complain(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
