"""The card of the recovery code: whether there is one, when it was last typed, trying it, writing down a new one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.journal.agenda import CODE_UNPROVEN
from workjournal.journal.journal import Journal
from workjournal.ui import form
from workjournal.ui.dialogs.new_code import NewCodeDialog
from workjournal.ui.dialogs.rotate import RotateDialog, Rotating
from workjournal.ui.dialogs.try_code import TryCodeDialog
from workjournal.ui.parts import way_words
from workjournal.ui.safety import ways_in_work
from workjournal.ui.tasks import Report
from workjournal.ui.widgets.icon_label import IconLabel


class RecoveryCard(QFrame):
    """Opens the drill and the dialog for a new code, also for others that need a code."""

    renewed = Signal(object)
    """A new code counts; how the backups follow it."""
    tried = Signal()
    rotating = Signal(bool)
    """Nothing else may read or write the journal now; or may again."""
    rotated = Signal(object)
    """The names of the ways in that were dropped."""

    state_icon: IconLabel
    state: QLabel
    words: QLabel
    try_code: QPushButton
    write_code: QPushButton

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        form.fill(self, "recovery_card")
        self.try_code.clicked.connect(self.drill)
        self.write_code.clicked.connect(self.write)
        for button in (self.try_code, self.write_code):
            button.setEnabled(not journal.read_only)

    def refresh(self) -> None:
        """Say how it stands."""
        today, proven = self._journal.today(), self._journal.ways_in.code_unproven_since()
        code = next((way for way in self._journal.ways_in.all() if way.kind == way_words.RECOVERY), None)
        self.try_code.setVisible(code is not None)
        self.words.setVisible(True)
        if code is None or proven is None:
            self._tell("warn", self.tr("No recovery code"))
            self.words.setText(
                self.tr(
                    "A forgotten passphrase cannot be reset: without a code on paper it ends this journal."
                )
            )
            return
        made = way_words.day(code.made, today)
        if proven == code.made:
            told = self.tr("Recovery code of {day}").format(day=made)
        else:
            told = self.tr("Recovery code of {day}, last typed {ago}")
            told = told.format(day=made, ago=way_words.ago(proven, today))
        late = today - proven >= CODE_UNPROVEN
        self._tell("warn" if late else "ok", told)
        self.words.setText(
            self.tr("Is the sheet still where it was? Type the code from it, while you know the passphrase.")
            if late
            else self.tr("Every 90 days you are asked to type it, so that a lost sheet is noticed in time.")
        )

    def drill(self) -> None:
        """Have the code typed, to see that the sheet is at hand and right."""
        if not self._journal.ways_in.has_code():
            self.write()
            return
        dialog = TryCodeDialog(self.window(), self._journal.ways_in.rehearse_code)
        dialog.settled.connect(lambda _: self.tried.emit())
        dialog.open()

    def write(self) -> None:
        """Show a new code, have it written down, let it count."""
        from workjournal.journal.code_sheet import sheet_for

        ways_in = self._journal.ways_in
        dialog = NewCodeDialog(
            self.window(),
            sheet_for(self._journal, ways_in.new_code()),
            self._journal.folder,
            ways_in.confirm,
            partial(ways_in_work.add_code, self._journal),
            has_one=ways_in.has_code(),
        )
        dialog.settled.connect(self.renewed)
        dialog.open()

    def rotate(self) -> None:
        """Rotate the master key, with a new code where there is one."""
        from workjournal.journal.code_sheet import sheet_for

        ways_in = self._journal.ways_in

        def rotate(confirm: str, code: str, report: Report) -> tuple[str, ...]:
            return ways_in.rotate(confirm, code, report).dropped

        sheet = sheet_for(self._journal, ways_in.new_code()) if ways_in.has_code() else None
        dialog = RotateDialog(self.window(), Rotating(ways_in.confirm, rotate, sheet, self._journal.folder))
        dialog.began.connect(lambda: self.rotating.emit(True))
        dialog.over.connect(lambda: self.rotating.emit(False))
        dialog.settled.connect(self.rotated)
        dialog.open()

    def _tell(self, tone: str, told: str) -> None:
        self.state.setText(told)
        self.state_icon.set_tone(tone)
