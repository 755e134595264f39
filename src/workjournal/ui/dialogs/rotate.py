"""Rotating the master key: what it is for and costs, a passphrase, a new recovery code, progress, what was dropped."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from workjournal.exporters.recovery_sheet import RecoverySheet
from workjournal.journal.typed_code import look_at
from workjournal.ui import form, tab_order
from workjournal.ui.dialogs.question import Question
from workjournal.ui.parts.code_keeping import CodeKeeping
from workjournal.ui.tasks import Report


class GivenUp(Exception):
    """The user cancelled; raised by the report inside the work."""


@dataclass(frozen=True)
class Rotating:
    """What the dialog needs to know and to do.

    Attributes:
        prove: gets what was typed to confirm.
        rotate: gets that, a new recovery code or "", and the report; gives the names of the ways in that were dropped.
        sheet: of the new recovery code, if the journal has one.
        vault: the journal's folder.
    """

    prove: Callable[[str], object]
    rotate: Callable[[str, str, Report], tuple[str, ...]]
    sheet: RecoverySheet | None = field(repr=False)
    vault: Path


class RotateDialog(Question):
    """Four steps in one dialog. While it works, Cancel leaves the journal as it was."""

    began = Signal()
    """From here on nothing else may read or write the journal, until `over`."""
    over = Signal()

    words: QLabel
    asking: QWidget
    confirm: QLineEdit
    keeps: QLabel
    code_place: QVBoxLayout
    working: QWidget
    progress_words: QLabel
    bar: QProgressBar
    ended: QWidget
    ended_words: QLabel

    def __init__(self, parent: QWidget | None, rotating: Rotating) -> None:
        super().__init__(parent)
        form.fill(self, "rotate")
        self._rotating = rotating
        self._giving_up = Event()
        self._dropped: tuple[str, ...] | None = None
        self._new_code = False
        self.keeping = CodeKeeping()
        self.code_place.addWidget(self.keeping)
        self.keeping.kept.connect(self._rotate)
        self.confirm.returnPressed.connect(self.go_on)
        self._explain()
        for later in (self.keeping, self.working, self.ended):
            later.hide()
        self.begin()

    def first(self) -> QWidget:
        return self.confirm if not self.asking.isHidden() else self.cancel

    def go_on(self) -> None:
        if self._dropped is not None:
            self.settle(self._dropped)
            return
        confirm, prove = self.confirm.text(), self._rotating.prove
        self.carry_out(lambda _report: prove(confirm), lambda _: self._proven(), self.confirm)

    def reject(self) -> None:
        """While the journal is written anew: give that up, if it is not too late at the next step."""
        if self.is_busy() and not self.working.isHidden():
            self._giving_up.set()
            self.cancel.setEnabled(False)
            self.progress_words.setText(self.tr("Leaving the journal as it was…"))
        elif self._dropped is not None:
            self.settle(self._dropped)
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.keeping.forget()
        super().done(result)

    def _explain(self) -> None:
        why = self.tr(
            "Do this when somebody may have had a copy of the folder and a way into it: a changed passphrase does not "
            "help then."
        )
        cost = self.tr(
            "The whole journal is written anew under another key, which takes a while and, for that time, twice its "
            "room on the disk."
        )
        backups = self.tr("Backups made before still open with what opened them then.")
        self.words.setText(f"{why} {cost} {backups}")
        self.keeps.setText(
            self.tr(
                "What you type here goes on opening the journal; other passphrases have to be added again."
            )
        )

    def _proven(self) -> None:
        """A new recovery code first, where there is one that would be dropped."""
        sheet = self._rotating.sheet
        if sheet is None or look_at(self.confirm.text()).whole:
            self._rotate()
            return
        self.asking.hide()
        self.agree.hide()
        self.words.setText(
            self.tr(
                "The present recovery code will open nothing any more. Write this one down before the journal is changed."
            )
        )
        self.keeping.show()
        self.keeping.offer(sheet, self._rotating.vault)
        tab_order.chain(self)
        self.fit()

    def _rotate(self) -> None:
        confirm, rotate, sheet = self.confirm.text(), self._rotating.rotate, self._rotating.sheet
        code = "" if sheet is None or self.asking.isVisible() else sheet.code
        self._new_code = bool(code)
        for before in (self.asking, self.keeping, self.agree):
            before.hide()
        self.words.setText(self.tr("Keep the computer running. A crash or a power cut now harms nothing."))
        self.working.show()
        self._show_progress(0.0)
        self.began.emit()
        giving_up = self._giving_up

        def work(report: Report) -> tuple[str, ...]:
            def heard(fraction: float, text: str) -> None:
                if giving_up.is_set():
                    raise GivenUp
                report(fraction, text)

            return rotate(confirm, code, heard)

        progress = self._show_progress
        self.carry_out(work, self._rotated, self.cancel, lambda fraction, _text: progress(fraction))

    def busy(self, *, busy: bool) -> None:
        super().busy(busy=busy)
        if busy and not self.working.isHidden():
            self.waiting.hide()  # the other bar tells more
            self.fields.setEnabled(True)  # they hold nothing to type in by now, but words to be read
            self.cancel.setEnabled(True)
            self.cancel.setFocus()

    def _show_progress(self, fraction: float) -> None:
        self.bar.setValue(round(1000 * fraction))
        if not self._giving_up.is_set():
            done = self.tr("Copying, comparing and swapping: {percent} %")
            self.progress_words.setText(done.format(percent=round(100 * fraction)))

    def _rotated(self, dropped: tuple[str, ...]) -> None:
        self._dropped = dropped
        self.over.emit()
        self.working.hide()
        self.words.setText(self.tr("The journal has a new master key."))
        told = (
            self.tr(
                "Everything that opened it opens it still, the new recovery code in place of the old one."
            )
            if self._new_code
            else self.tr("Everything that opened it opens it still.")
        )
        if dropped:
            told = self.tr("These open it no longer: {names}. Add again those you need.").format(
                names=", ".join(dropped)
            )
        self.ended_words.setText(told)
        self.ended.show()
        self.cancel.hide()
        self.agree.setText(self.tr("Close"))
        self.agree.show()
        self.agree.setFocus()
        self.fit()

    def failed(self, at: QWidget, error: Exception) -> None:
        if not self.working.isHidden():
            self.over.emit()
            self.working.hide()
            self.words.setText(self.tr("This did not come to its end. Nothing of the journal is lost."))
            self.cancel.setText(self.tr("Close"))
        if isinstance(error, GivenUp):
            self.busy(busy=False)
            self.reject()
        else:
            super().failed(at, error)
