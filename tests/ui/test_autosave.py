from collections.abc import Callable

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workjournal.errors import JournalError
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


class NoRoom(JournalError):
    """There is no room."""


def test_trouble_is_told_once_and_tried_again_until_it_is_over(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing, with three messages, without `_troubled`."""
    boxes: list[Exception] = []
    monkeypatch.setattr("workjournal.ui.errors.report", boxes.append)
    sheet = Sheet()
    qtbot.addWidget(sheet)
    full, kept = [True], list[object]()

    def keep(values: dict[str, object]) -> None:
        if full[0]:
            raise NoRoom
        kept.append(values)

    autosave = Autosave(sheet, keep, quiet_ms=10)
    told: list[object] = []
    autosave.unkept.connect(told.append)
    autosave.kept.connect(told.append)
    for number in range(3):
        autosave.touch()
        qtbot.waitUntil(lambda: len(told) == number + 1)  # noqa: B023 - called at once
    assert told == ["There is no room."] * 3
    assert len(boxes) == 1
    assert autosave._retry.isActive()
    full[0] = False
    autosave._retry.timeout.emit()
    assert kept
    assert isinstance(told[-1], QTime)
    assert not autosave._retry.isActive()
    full[0] = True
    autosave.touch()
    qtbot.waitUntil(lambda: len(boxes) == 2)
    autosave.forget()


def test_a_fault_of_the_program_is_not_swallowed(qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)

    def refuse(_: dict[str, object]) -> None:
        raise ZeroDivisionError

    autosave = Autosave(sheet, refuse, quiet_ms=10)
    with qtbot.captureExceptions() as caught:
        autosave.touch()
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert autosave.dirty
    autosave.forget()


def test_frozen_fields_are_only_read(qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    autosave = Autosave(sheet, lambda _: None)
    autosave.freeze()
    assert sheet.title_.isReadOnly()
    autosave.touch()
    assert not autosave.dirty


def test_what_is_no_value_is_kept_after_the_values(make: Callable[..., Made], qtbot: QtBot) -> None:
    """A word in a line may go only once the label it became is safe."""
    sheet, autosave, kept = make()
    order: list[int] = []
    autosave.keep_beside(lambda: order.append(len(kept)))
    sheet.title_.setText("a")
    autosave.flush()
    assert order == [1]
    with qtbot.waitSignal(autosave.kept, timeout=2000):
        sheet.title_.setText("b")
    assert order == [1, 2]
    autosave.forget()
    assert order == [1, 2, 2]


def test_trouble_beside_the_values_is_tried_again(
    make: Callable[..., Made], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing with `_beside` called by `confirm`: it was a fault of the program, and the word was gone."""
    boxes: list[Exception] = []
    monkeypatch.setattr("workjournal.ui.errors.report", boxes.append)
    sheet, autosave, _ = make()
    full, words, told = [True], list[str](), list[object]()
    autosave.kept.connect(told.append)

    def keep() -> None:
        if full[0]:
            raise NoRoom
        words.append("Half")

    autosave.keep_beside(keep)
    with qtbot.waitSignal(autosave.unkept, timeout=2000):
        sheet.title_.setText("a")
    assert autosave.dirty
    assert not told, "the values are safe, but not all that was typed"
    with pytest.raises(NoRoom):
        autosave.flush()
    assert autosave.dirty
    full[0] = False
    autosave._retry.timeout.emit()
    assert words == ["Half"]
    assert told
    assert len(boxes) == 1
