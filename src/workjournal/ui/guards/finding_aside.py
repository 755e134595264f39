"""One thing that a check found: what, where, the way out in full words, and what the program can do itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.journal.checks.findings import Finding, Kind, Severity
from workjournal.ui import form
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.window_words import in_the_window

_IN_BACKUPS = {
    Kind.DATABASE,
    Kind.PAGES,
    Kind.TEXT,
    Kind.THING,
    Kind.FORECAST,
    Kind.ATTACHMENT,
    Kind.OLDER,
    Kind.BACKUP,
}
_RESCUED = {Kind.DATABASE, Kind.PAGES, Kind.TEXT, Kind.THING}


class FindingAside(QFrame):
    """The buttons are there for the kinds they help with."""

    backups_asked = Signal()
    rescue_asked = Signal()
    mend_asked = Signal()
    clear_asked = Signal()
    safety_asked = Signal()

    severity: Chip
    what: QLabel
    where: QLabel
    way_out: QLabel
    to_backups: QPushButton
    rescue: QPushButton
    mend: QPushButton
    clear: QPushButton
    to_safety: QPushButton

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = read_only
        form.fill(self, "finding_aside")
        for button, asked in (
            (self.to_backups, self.backups_asked),
            (self.rescue, self.rescue_asked),
            (self.mend, self.mend_asked),
            (self.clear, self.clear_asked),
            (self.to_safety, self.safety_asked),
        ):
            button.clicked.connect(asked)
        self.hide()

    def show_finding(self, finding: Finding | None) -> None:
        """Show that one, or none."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        damage = finding.severity is Severity.DAMAGE
        self.severity.setText(self.tr("Damage") if damage else self.tr("Good to know"))
        self.severity.set_icon("triangle-alert" if damage else "info")
        self.severity.set_tone("danger" if damage else "info")
        self.what.setText(finding.what)
        self.where.setText(self.tr("Where: {where}").format(where=finding.where))
        self.way_out.setText(in_the_window(finding.way_out))
        kind, writable = finding.kind, not self._read_only
        self.to_backups.setVisible(kind in _IN_BACKUPS)
        self.rescue.setVisible(kind in _RESCUED and damage)
        self.mend.setVisible(kind is Kind.HEADER and writable)
        self.clear.setVisible(kind is Kind.UNREFERENCED and writable)
        self.to_safety.setVisible(kind is Kind.SYNCED)

    def set_busy(self, busy: bool) -> None:
        """While a check or something else is under way nothing else can be begun."""
        for button in (self.rescue, self.mend, self.clear):
            button.setEnabled(not busy)
