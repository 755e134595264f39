"""The one place where errors end.

A JournalError becomes a message; anything else is a bug and becomes the crash dialog, with a code that stays the
same for the same fault and a traceback that holds neither locals nor messages, since both can hold journal text.
Nothing is written to a file.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QWidget

from workjournal import faults
from workjournal.errors import JournalError


def report(error: BaseException, parent: QWidget | None = None) -> None:
    """Show an error: a message for a JournalError, the crash dialog for the rest."""
    from workjournal.ui.widgets.crash_dialog import CrashDialog
    from workjournal.ui.widgets.message_dialog import MessageDialog

    over = parent or QApplication.activeWindow()
    if isinstance(error, JournalError):
        from workjournal.ui.window_words import in_the_window

        MessageDialog.tell(over, in_the_window(str(error)))
    else:
        CrashDialog.tell(over, faults.code(error), faults.trace(error))


@contextmanager
def inline(show: Callable[[str], object]) -> Iterator[None]:
    """Say a JournalError in the place where it happened, instead of in a dialog.

    with errors.inline(self.problem.setText): …
    """
    try:
        yield
    except JournalError as error:
        show(str(error))


def install() -> None:
    """Make this the end of every exception that nobody caught."""
    sys.excepthook = _uncaught


def _uncaught(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    if not isinstance(error, Exception):  # Ctrl+C and exit
        sys.__excepthook__(kind, error, where)
        return
    app = QApplication.instance()
    if app is None or app.thread() is not QThread.currentThread():
        sys.stderr.write(f"{faults.code(error)}\n{faults.trace(error)}\n")
        return
    report(error)
