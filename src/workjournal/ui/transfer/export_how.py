"""In which format an export is written, and whether only a passphrase opens it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.exporters.exporter import Exporter
from workjournal.journal.journal import Journal
from workjournal.ui import form, tab_order
from workjournal.ui.transfer.export_secret import ExportSecret
from workjournal.ui.widgets.segments import Choice, Segments


class ExportHow(QFrame):
    """Its button asks for the export."""

    agreed = Signal()

    format: Segments
    about: QLabel
    attachments: QCheckBox
    zipped: QCheckBox
    protect: QCheckBox
    secret_part: QWidget
    secret_place: QVBoxLayout
    secret_problem: QLabel
    readable: QFrame
    go_on: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = {each.key: each for each in journal.exports.formats()}
        form.fill(self, "export_how")
        self.secret = ExportSecret(self.go_on, self.complain)
        self.secret_place.addWidget(self.secret)
        self.secret_part.hide()
        self.complain("")
        self.format.set_choices([Choice(each.key, each.title) for each in self._formats.values()])
        self.format.changed.connect(self._fit)
        self.protect.toggled.connect(self._toggle)
        self.secret.entered.connect(self.agreed)
        self.go_on.clicked.connect(self.agreed)
        self.format.choice = next(iter(self._formats))

    def exporter(self) -> Exporter:
        """The chosen format."""
        return self._formats[str(self.format.choice)]

    def is_folder(self) -> bool:
        """Whether a folder is made, not one file."""
        return not (self.exporter().usual or self.zipped.isChecked() or self.protect.isChecked())

    def with_files(self) -> bool:
        """Whether what is attached goes with it."""
        return self.exporter().holds_files and self.attachments.isChecked()

    def settle(self, then: Callable[[str | None], object]) -> None:
        """Hand on the passphrase, or None where there is to be none; else say what is wrong with it."""
        self.complain("")
        if self.protect.isChecked():
            self.secret.settle(then)
        else:
            then(None)

    def complain(self, problem: str) -> None:
        """Say what is wrong with the passphrase, or nothing."""
        self.secret_problem.setText(problem)
        self.secret_problem.setVisible(bool(problem))

    def forget(self) -> None:
        """Leave no passphrase in the fields."""
        self.secret.forget()
        self.complain("")

    def _fit(self) -> None:
        exporter = self.exporter()
        self.about.setText(exporter.about)
        self.attachments.setVisible(exporter.holds_files)
        self.zipped.setVisible(not exporter.usual and not self.protect.isChecked())
        tab_order.chain(self.window())

    def _toggle(self, protect: bool) -> None:
        self.complain("")
        self.secret_part.setVisible(protect)
        self.readable.setVisible(not protect)
        self._fit()
        if protect:
            self.secret.passphrase.setFocus()
        else:
            self.secret.forget()
