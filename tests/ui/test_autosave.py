from collections.abc import Callable

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui.autosave import Autosave
from workjournal.ui.widgets.prose_edit import ProseEdit


class Sheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.title_ = QLineEdit(self)
        self.story = ProseEdit(self)
        self.button = QPushButton(self)


Made = tuple[Sheet, Autosave, list[dict[str, object]]]


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., Made]:
    def made(quiet_ms: int = 10, longest_ms: int = 10_000) -> Made:
        sheet, kept = Sheet(), list[dict[str, object]]()
        qtbot.addWidget(sheet)
        clock = lambda: QTime(18, 42)  # noqa: E731
        return (
            sheet,
            Autosave(sheet, kept.append, quiet_ms=quiet_ms, longest_ms=longest_ms, clock=clock),
            kept,
        )

    return made


def test_it_keeps_after_the_last_key(make: Callable[..., Made], qtbot: QtBot) -> None:
    sheet, autosave, kept = make()
    with qtbot.waitSignal(autosave.kept, timeout=2000) as told:
        sheet.title_.setText("a")
        sheet.story.set_text("b")
    assert told.args == [QTime(18, 42)]
    assert kept == [{"title": "a", "story": "b"}]
    assert not autosave.dirty


def test_it_keeps_while_somebody_types_on(make: Callable[..., Made], qtbot: QtBot) -> None:
    sheet, autosave, kept = make(quiet_ms=60_000, longest_ms=20)
    with qtbot.waitSignal(autosave.kept, timeout=2000):
        sheet.title_.setText("a")
    assert kept


def test_flush_keeps_at_once_and_once(make: Callable[..., Made]) -> None:
    sheet, autosave, kept = make()
    autosave.flush()
    sheet.title_.setText("a")
    autosave.flush()
    autosave.flush()
    assert len(kept) == 1


def test_filling_is_not_typing(make: Callable[..., Made]) -> None:
    sheet, autosave, _ = make()
    with autosave.quiet():
        sheet.title_.setText("a")
    assert not autosave.dirty


def test_what_failed_stays_unkept(qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)

    def refuse(_: dict[str, object]) -> None:
        raise OSError

    autosave = Autosave(sheet, refuse)
    autosave.touch()
    with pytest.raises(OSError):  # noqa: PT011 - it has no message
        autosave.flush()
    assert autosave.dirty
    autosave.forget()
    assert not autosave.dirty


def test_work_in_a_task_confirms_later(qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    autosave = Autosave(sheet, lambda _: False)
    told: list[QTime] = []
    autosave.kept.connect(told.append)
    autosave.touch()
    autosave.flush()
    assert not told
    autosave.confirm()
    assert told
