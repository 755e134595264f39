"""Beside the safety of the journal itself: how its backups and the last check stand, and the way in and out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from workjournal.journal.checks.findings import Severity
from workjournal.journal.copies.folders import Copy, State
from workjournal.journal.journal import Journal
from workjournal.ui import form, tasks
from workjournal.ui.parts import way_words
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.window_words import in_the_window


class GuardsAside(QWidget):
    """Cards, each with the way to its own page."""

    go = Signal(str)

    backups_state: Chip
    backups_words: QLabel
    backups_trouble: QLabel
    to_backups: QPushButton
    check_state: Chip
    check_words: QLabel
    to_check: QPushButton
    to_transfer: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        form.fill(self, "guards_aside")
        self.backups_state.hide()
        self.backups_trouble.hide()
        self.check_state.hide()
        self.backups_words.setText(self.tr("Looking…"))
        self.to_backups.clicked.connect(lambda: self.go.emit("backups"))
        self.to_check.clicked.connect(lambda: self.go.emit("check"))
        self.to_transfer.clicked.connect(lambda: self.go.emit("transfer"))

    def refresh(self) -> None:
        """Say what was found; the copies are looked at in a thread, since a second place may be slow."""
        self._show_check()
        backups = self._journal.backups
        tasks.run(
            lambda _report: (backups.all(), backups.trouble()),
            lambda found: self._show_backups(*found),
            self,
            failed=lambda _: self._show_backups([], self.tr("The backups cannot be looked at now.")),
        )

    def _show_backups(self, copies: list[Copy], trouble: str) -> None:
        newest = next((copy for copy in copies if copy.state is State.VERIFIED), None)
        if newest is None and any(copy.state is State.EARLIER_KEY for copy in copies):
            self.backups_words.setText(
                self.tr(
                    "All are of an earlier master key and open with what opened them then. Make one of the new."
                )
            )
            _tell(self.backups_state, self.tr("Earlier key"), "warn", "key-round")
        elif newest is None:
            self.backups_words.setText(self.tr("There is no backup that can be restored yet."))
            _tell(self.backups_state, self.tr("No backup"), "warn", "triangle-alert")
        else:
            ago = way_words.ago(newest.made.astimezone().date(), self._journal.today())
            told = self.tr("The newest was made {ago}; %n can be restored.", "", _restorable(copies))
            self.backups_words.setText(told.format(ago=ago))
            _tell(self.backups_state, self.tr("Verified"), "ok", "shield-check")
        if trouble:
            _tell(self.backups_state, self.tr("Needs care"), "warn", "triangle-alert")
        self.backups_trouble.setText(in_the_window(trouble))
        self.backups_trouble.setVisible(bool(trouble))

    def _show_check(self) -> None:
        """The verdict of the last check, or of the look at the pages after opening; or what a check does."""
        checked, health = self._journal.checked, self._journal.health
        damage: int | None = None
        if checked is not None:
            damage = sum(finding.severity is Severity.DAMAGE for finding in checked.findings)
            words = self.tr("Every page, text and file was read since it was opened.")
        elif health is not None:
            damage = len(health.damage)
            words = self.tr("Its pages were read after opening. A check reads every text and file too.")
        else:
            words = self.tr(
                "Reads every page, text and file of the journal and names what is damaged, with a way out."
            )
        self.check_words.setText(words)
        self.check_state.setVisible(damage is not None)
        if damage:
            _tell(self.check_state, self.tr("Damage found"), "danger", "triangle-alert")
        elif damage is not None:
            _tell(self.check_state, self.tr("Whole"), "ok", "shield-check")


def _tell(chip: Chip, word: str, tone: str, icon: str) -> None:
    chip.setText(word)
    chip.set_tone(tone)
    chip.set_icon(icon)
    chip.show()


def _restorable(copies: list[Copy]) -> int:
    return sum(copy.state is State.VERIFIED for copy in copies)
