"""A journal that does not open any more: a new one out of a backup, in a folder of its own."""

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from workjournal import paths
from workjournal.errors import JournalError
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance import opening_work
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.countdown import Countdown
from workjournal.ui.entrance.opening_work import Copies, FoundCopy, Opened
from workjournal.ui.entrance.page import EntrancePage
from workjournal.ui.stoppable import Stopped, stoppable
from workjournal.ui.widgets.row_list import Row, RowList

FEW = 3
"""So many backups are shown whole; more of them scroll."""


class RestorePage(EntrancePage):
    """The copies beside the journal, or in a folder that is chosen; where to; a secret of that time."""

    name = "restore"

    meaning: QLabel
    fields: QWidget
    look: QPushButton
    copies_frame: QFrame
    copies: RowList
    nothing: QLabel
    target: QLineEdit
    choose: QPushButton
    secret: QLineEdit
    restore: QPushButton
    progress_words: QLabel
    back: QPushButton

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__(settings, attempts)
        self.folder = Path()
        self._stop = Event()
        self._restoring = False
        self._countdown = Countdown(self.restore, attempts)
        self.progress_words.hide()
        self.add_reveal(self.secret)
        self.look.clicked.connect(self._look_elsewhere)
        self.choose.clicked.connect(self._choose)
        self.copies.opened.connect(lambda _: self.secret.setFocus())
        self.target.returnPressed.connect(self.secret.setFocus)
        self.secret.returnPressed.connect(self._restore)
        self.restore.clicked.connect(self._restore)
        self.back.clicked.connect(self._go_back)

    def first(self) -> QWidget:
        return self.look if self.copies_frame.isHidden() else self.secret

    def secrets(self) -> tuple[QLineEdit, ...]:
        return (self.secret,)

    def ask_for(self, folder: Path) -> None:
        """Which journal does not open."""
        self.folder = folder
        self.forget()
        self.say("")
        if folder == Path():
            self._ask_where()
            return
        self.look.setText(self.tr("Look in another folder…"))
        words = self.tr(
            "A new journal is made of the backup, in a folder of its own; “{vault}” stays as it is. It opens with what "
            "opened the journal when the backup was made."
        )
        self.meaning.setText(words.format(vault=folder.name))
        self._show(Copies((), Path()))
        self._look_into(folder, beside=True)

    def _ask_where(self) -> None:
        """There is no journal here that the backup is of: on a new computer, or without the old folder."""
        self.meaning.setText(
            self.tr(
                "A new journal is made of the backup, in a folder of its own. It opens with what opened the journal when "
                "the backup was made."
            )
        )
        self.look.setText(self.tr("Choose the folder…"))
        self._show(Copies((), paths.suggested_vault()))
        self.nothing.setText(
            self.tr("Choose the folder that the backups are in, such as a stick or your second place.")
        )
        self.nothing.show()

    def leave(self) -> None:
        self._stop.set()
        super().leave()

    def failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            self.busy(False)
            self.secret.setFocus()
            return
        super().failed(error)
        self._countdown.tick()
        if not (isinstance(error, JournalError) and opening_work.is_wrong_secret(error)):
            self.target.setFocus()

    def busy(self, busy: bool) -> None:
        """While one waits it can only be given up."""
        self._restoring = busy
        self.waiting.setVisible(busy)
        self.progress_words.setVisible(busy)
        self.fields.setEnabled(not busy)
        self.restore.setEnabled(not busy)
        self.back.setEnabled(True)
        self.back.setText(self.tr("Cancel") if busy else self.tr("Back"))
        if busy:
            self._progress(0.0, "")
            self.back.setFocus()

    def _look_into(self, folder: Path, *, beside: bool) -> None:
        work = opening_work.copies_beside if beside else opening_work.copies_in
        journal = self.folder
        tasks.run(lambda _report: work(journal, folder), partial(self._looked, folder, beside=beside), self)

    def _looked(self, folder: Path, found: Copies, *, beside: bool) -> None:
        self._show(found)
        if not found.copies:
            words = (
                self.tr("There is no backup in the journal’s folder. A second place may have one.")
                if beside
                else self.tr("There is no backup in {folder}.")
            )
            self.nothing.setText(words.format(folder=folder))
            self.nothing.show()
        if self.isVisible():
            self.first().setFocus()

    def _show(self, found: Copies) -> None:
        rows = [self._row(copy) for copy in found.copies]
        self.copies.set_rows(rows)
        self.copies.set_fit(len(rows) <= FEW)
        if len(rows) > FEW:
            self.copies.setFixedHeight(self.copies.sizeHintForRow(0) * (2 * FEW + 1) // 2)
        if rows:
            self.copies.choose(rows[0].id)
        self.copies_frame.setVisible(bool(rows))
        self.nothing.hide()
        if found.target != Path():
            self.target.setText(str(found.target))

    def _row(self, copy: FoundCopy) -> Row:
        made = copy.made.astimezone()
        locale = QLocale()
        moment = QDateTime(QDate(made.year, made.month, made.day), QTime(made.hour, made.minute))
        size = locale.formattedDataSize(copy.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        return Row(
            copy.path,
            locale.toString(moment.date(), "dddd d MMMM yyyy"),
            self.tr("{time} · in {folder}").format(
                time=locale.toString(moment.time(), QLocale.FormatType.ShortFormat), folder=copy.path.parent
            ),
            "archive",
            "accent",
            number=size,
        )

    def _restore(self) -> None:
        copy, typed, secret = self.copies.current_id(), self.target.text().strip(), self.secret.text()
        if self._restoring:
            return
        if self._countdown.runs():
            self._countdown.tick()
        elif not isinstance(copy, Path):
            self.say(self.tr("Choose a backup first."))
            self.look.setFocus()
        elif not typed:
            self.say(self.tr("Say where the new journal is to be."))
            self.target.setFocus()
        elif not secret:
            self.say(self.tr("Type the passphrase or recovery code of that time."))
            self.secret.setFocus()
        else:
            self._carry_out(copy, Path(typed).expanduser().absolute(), secret)

    def _carry_out(self, copy: Path, target: Path, secret: str) -> None:
        self.say("")
        self.busy(True)
        self._stop = Event()
        work = stoppable(
            lambda report: opening_work.restore_and_unlock(copy, target, secret, report), self._stop
        )
        tasks.run(work, self._restored, self, failed=self.failed, progress=self._progress)

    def _restored(self, opened: Opened) -> None:
        if self._left:
            opened.close()
            return
        self.busy(False)
        self.attempts.went_well()
        self._hand_over(opened)

    def _progress(self, fraction: float, _text: str) -> None:
        self.waiting.setValue(round(1000 * fraction))
        if not self._stop.is_set():
            told = self.tr("Checking, copying and comparing: {percent} %")
            self.progress_words.setText(told.format(percent=round(100 * fraction)))

    def _go_back(self) -> None:
        if self._restoring:
            self._stop.set()
            self.back.setEnabled(False)
            self.progress_words.setText(self.tr("Taking away what was begun…"))
            return
        self.forget()
        self.go.emit("back")

    def _look_elsewhere(self) -> None:
        begin = Path.home() if self.folder == Path() else self.folder.parent
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A folder with backups"), str(begin))
        if chosen:
            self.say("")
            self._look_into(Path(chosen), beside=False)

    def _choose(self) -> None:
        """A folder that already holds something gets the new journal into it."""
        suggested = Path(self.target.text())
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("An empty folder for the new journal"), str(suggested.parent)
        )
        if chosen:
            folder = Path(chosen)
            self.target.setText(str(folder / suggested.name if any(folder.iterdir()) else folder))
