"""What the dialogs that change something have in common: fields, a place for problems, slow work behind a bar."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QLayout, QLineEdit, QProgressBar, QPushButton, QWidget

from workjournal.errors import JournalError
from workjournal.ui import errors, form, icons, tab_order, tasks
from workjournal.ui.tasks import Report, Task
from workjournal.ui.window_words import in_the_window

T = TypeVar("T")
_HIDDEN = QLineEdit.EchoMode.Password


class Question(QDialog):
    """A dialog whose answer takes a second to carry out, and may be refused; then what was typed is still there.

    A subclass fills its form, connects its fields and calls `begin`.
    """

    settled = Signal(object)
    """What came of it; the dialog is closed."""

    heading: QLabel
    fields: QWidget
    problem: QLabel
    waiting: QProgressBar
    cancel: QPushButton
    agree: QPushButton

    def begin(self) -> None:
        """Make ready what all have."""
        self._task: Task | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.heading.text())
        self.problem.hide()
        self.waiting.hide()
        self._add_reveal()
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self.go_on)
        tab_order.chain(self)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        raise NotImplementedError

    def go_on(self) -> None:
        """The button that agrees, or Enter in the last field."""
        raise NotImplementedError

    def say(self, problem: str, at: QWidget | None = None) -> None:
        """Tell what is wrong, or nothing, with the keyboard in the field it is about."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.fit()
        if problem and at is not None:
            at.setFocus()
            if isinstance(at, QLineEdit):
                at.selectAll()

    def carry_out(
        self,
        work: Callable[[Report], T],
        then: Callable[[T], object],
        at: QWidget,
        progress: Callable[[float, str], object] | None = None,
    ) -> None:
        """Do the slow part in a thread; what a person can mend is said, with the keyboard `at` where it can be."""
        if self._task is not None:
            return
        self.say("")
        self.busy(busy=True)
        self._task = tasks.run(
            work, partial(self._done, then), self, failed=partial(self.failed, at), progress=progress
        )

    def failed(self, at: QWidget, error: Exception) -> None:
        """Say what went wrong; a bug goes where all bugs go."""
        self.busy(busy=False)
        if isinstance(error, JournalError):
            self.say(in_the_window(str(error)), at)
        else:
            errors.report(error, self)

    def settle(self, result: object) -> None:
        """Close and tell what came of it, in that order: what follows may take all dialogs off the screen."""
        self.accept()
        self.settled.emit(result)

    def is_busy(self) -> bool:
        """Whether something is being carried out."""
        return self._task is not None

    def busy(self, *, busy: bool) -> None:
        """While one waits nothing can be pressed."""
        if not busy:
            self._task = None
        self.waiting.setVisible(busy)
        for part in (self.fields, self.agree, self.cancel):
            part.setEnabled(not busy)
        self.fit()

    def fit(self) -> None:
        """As tall as its words, once they have been laid out."""
        QTimer.singleShot(0, self, self._fit)

    def reject(self) -> None:
        """Not while something is carried out: one could not tell what came of it."""
        if not self.is_busy():
            super().reject()

    def event(self, event: QEvent) -> bool:
        """Whatever comes and goes within it, it is as tall as what is there."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first().setFocus()
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hidden in the middle of something, when the journal locks: what was typed goes with the dialog."""
        super().hideEvent(event)
        if self.is_busy() and not event.spontaneous():
            self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the field or button that has the keyboard; no other button answers it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        for field in self.findChildren(QLineEdit):
            field.clear()
        super().done(result)

    def _add_reveal(self) -> None:
        """An eye in the fields of a passphrase that shows what is typed in all of them."""
        secret = [each for each in self.findChildren(QLineEdit) if each.echoMode() is _HIDDEN]
        reveal = QAction(icons.icon("eye"), self.tr("Show the passphrase"), self, checkable=True)
        reveal.setShortcut(form.REVEAL)
        reveal.setToolTip(f"{reveal.text()} ({form.REVEAL})")
        for field in secret:
            field.addAction(reveal, QLineEdit.ActionPosition.TrailingPosition)
            reveal.toggled.connect(
                lambda shown, field=field: field.setEchoMode(QLineEdit.EchoMode.Normal if shown else _HIDDEN)
            )

    def _done(self, then: Callable[[T], object], result: T) -> None:
        self.busy(busy=False)
        then(result)

    def _fit(self) -> None:
        layout = self.layout()
        if isinstance(layout, QLayout) and layout.hasHeightForWidth():
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
