import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from workjournal import faults
from workjournal.errors import JournalError
from workjournal.ui import errors, form
from workjournal.ui.widgets.crash_dialog import CrashDialog
from workjournal.ui.widgets.message_dialog import MessageDialog


class FullDisk(JournalError):
    """There is no room left on {disk}."""


def fault(secret: str) -> Exception:
    """An error raised inside our package, with journal text in its message."""
    try:
        form.set_value(secret, 1)  # type: ignore[arg-type]
    except AttributeError as error:
        return error
    raise AssertionError


def dialogs(kind: type[QWidget]) -> list[QWidget]:
    return [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()
    ]


def test_what_a_person_can_mend_is_a_message(qtbot: QtBot) -> None:
    errors.report(FullDisk(disk="the stick"))
    (dialog,) = dialogs(MessageDialog)
    assert "There is no room left on the stick." in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.close()


def test_the_same_message_is_told_once_at_a_time(qtbot: QtBot) -> None:
    for disk in ("the stick", "the stick", "the other", "the other"):
        errors.report(FullDisk(disk=disk))
    assert len(dialogs(MessageDialog)) == 2
    for dialog in dialogs(MessageDialog):
        dialog.close()
    errors.report(FullDisk(disk="the other"))
    (dialog,) = dialogs(MessageDialog)
    dialog.close()


def test_anything_else_is_a_crash_told_once(qtbot: QtBot) -> None:
    errors.report(fault("my secret"))
    errors.report(fault("my secret"))
    (dialog,) = dialogs(CrashDialog)
    assert isinstance(dialog, CrashDialog)
    text = dialog.trace.toPlainText()
    assert "workjournal/ui/form.py" in text
    assert "AttributeError" in text
    assert "secret" not in text
    dialog.copy.click()
    assert QApplication.clipboard().text() == text
    dialog.close()


def test_the_code_is_that_of_the_fault_not_of_its_words() -> None:
    assert faults.code(fault("one")) == faults.code(fault("two"))
    assert faults.code(fault("one")) != faults.code(ValueError())
    assert len(faults.code(ValueError())) == 9


def refuse(cause: Exception) -> None:
    raise KeyError("secret") from cause


def test_the_trace_tells_of_the_cause_without_words() -> None:
    with pytest.raises(KeyError) as caught:
        refuse(ValueError("secret"))
    told = faults.trace(caught.value)
    assert told.splitlines()[-1] == "KeyError"
    assert "ValueError" in told
    assert "secret" not in told


def raise_again(error: Exception) -> None:
    raise error


def test_inline() -> None:
    told: list[str] = []
    with errors.inline(told.append):
        raise_again(FullDisk(disk="the stick"))
    assert told == ["There is no room left on the stick."]
    with pytest.raises(ValueError, match="other"), errors.inline(told.append):
        raise_again(ValueError("other"))


def test_install(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    caught: list[BaseException] = []
    monkeypatch.setattr(errors, "report", caught.append)
    errors.install()
    error = ValueError("x")
    sys.excepthook(ValueError, error, None)
    assert caught == [error]
