"""What the pages before a journal have in common: a card in the middle, a wait, a problem said in its place."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QProgressBar, QPushButton, QScrollArea, QWidget

from workjournal.errors import JournalError
from workjournal.settings import Settings
from workjournal.ui import errors, form, icons, tasks, theme
from workjournal.ui.entrance.attempts import Attempts
from workjournal.ui.entrance.opening_work import Opened, is_wrong_secret
from workjournal.ui.widgets.icon_label import IconLabel

_ORNAMENT_FROM = 720
_NARROWEST, _BESIDE = 200, 32
"""What has a fixed width in a form and is wider than this is a column of the card; and the room left beside it."""


class EntrancePage(QWidget):
    """A form with a card, a line for problems and a bar for waiting."""

    name = ""
    opened = Signal(object)
    """An Opened journal."""
    created = Signal(object)
    """A Created journal: its recovery code comes next."""
    holding = Signal()
    """From now on the page keeps a journal open that nobody has entered yet."""
    go = Signal(str)
    """The name of another page, or "open" to choose a folder first."""

    reachable: ClassVar[set[str]] = set()
    """The pages there are, by name; filled by the entrance. What leads to another one is not shown."""

    area: QScrollArea
    card: QFrame
    logo: IconLabel
    problem: QLabel
    waiting: QProgressBar

    def __init__(self, settings: Settings, attempts: Attempts) -> None:
        super().__init__()
        self.settings, self.attempts = settings, attempts
        self._left = False
        form.fill(self, self.name)
        self._columns = tuple(
            (part, part.maximumWidth())
            for part in self.findChildren(QWidget)
            if _NARROWEST < part.minimumWidth() == part.maximumWidth()
        )
        self.waiting.setVisible(False)
        self.problem.setVisible(False)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is in the first field, and Enter presses every button as Space does."""
        super().showEvent(event)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)
        self._fit_columns()
        self.first().setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the fields matter more than the ornament above them."""
        super().resizeEvent(event)
        self.logo.setVisible(self.height() >= theme.px(_ORNAMENT_FROM))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Larger letters get a wider card, as far as the window has room."""
        shown = [(part, width) for part, width in self._columns if not part.isHidden()]
        room = (self.width() - theme.px(_BESIDE)) / max(1, sum(width for _, width in shown))
        for part, width in shown:
            part.setFixedWidth(min(theme.px(width), max(width, int(room * width))))

    def first(self) -> QWidget:
        """Where the keyboard begins, and where it is after something went wrong."""
        raise NotImplementedError

    def secrets(self) -> tuple[QLineEdit, ...]:
        """The fields in which something secret is typed."""
        return ()

    def ask_for(self, folder: Path) -> None:
        """Which vault the page is about; Path() for none."""

    def held(self) -> Opened | None:
        """The journal that the page keeps open."""
        return None

    def let_go(self) -> None:
        """The journal is somebody else's or closed: know nothing of it any more."""

    def leave(self) -> None:
        """The window closes or locks: what is open is closed, and so is what is being opened."""
        self._left = True
        held = self.held()
        if held is not None:
            if not self.card.isEnabled():  # a change of its keys is under way
                tasks.wait_all()
            held.close()
            self.let_go()
        self.forget()

    def say(self, problem: str) -> None:
        """Show what is wrong, or nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:  # once the card has the height of the words, they and the button below them are in sight
            seen = partial(self.area.ensureWidgetVisible, self.problem, 0, theme.px(72))
            QTimer.singleShot(0, self.problem, seen)

    def say_error(self, error: JournalError) -> None:
        """Show it in the window's words, without commands for the terminal."""
        from workjournal.ui.window_words import in_the_window

        self.say(in_the_window(str(error)))

    def wait_for(self, work: Callable[[], Opened], then: Callable[[Opened], object] | None = None) -> None:
        """Do the slow part in a thread; a problem is said on the page, with what was typed left to be mended."""
        self.say("")
        self.busy(True)

        def done(opened: Opened) -> None:
            if self._left:
                if opened is not self.held():
                    opened.close()
                return
            self.busy(False)
            self.attempts.went_well()
            (then or self._hand_over)(opened)

        tasks.run(lambda _report: work(), done, self, failed=self.failed)

    def failed(self, error: Exception) -> None:
        """Say what went wrong; a bug goes where all bugs go."""
        self.busy(False)
        if not isinstance(error, JournalError):
            errors.report(error, self)
            return
        if is_wrong_secret(error):
            self.attempts.went_wrong(time.monotonic())
        self.say_error(error)
        field = self.first()
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()

    def busy(self, busy: bool) -> None:
        """While one waits nothing can be pressed."""
        self.waiting.setVisible(busy)
        self.card.setEnabled(not busy)

    def forget(self) -> None:
        """Leave nothing secret in the fields."""
        for field in self.secrets():
            field.clear()

    def _hand_over(self, opened: Opened) -> None:
        self.forget()
        self.opened.emit(opened)

    def add_reveal(self, field: QLineEdit) -> None:
        """An eye in the field that shows what is typed in all secret fields."""
        reveal = QAction(icons.icon("eye"), self.tr("Show the passphrase"), self)
        reveal.setCheckable(True)
        reveal.setShortcut(form.REVEAL)
        reveal.setToolTip(f"{reveal.text()} ({form.REVEAL})")
        reveal.toggled.connect(self._show_typed)
        field.addAction(reveal, QLineEdit.ActionPosition.TrailingPosition)

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in self.secrets():
            field.setEchoMode(mode)
