"""A CSV file dropped or chosen, and read without filling the memory."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.sheet import MOST_BYTES
from workjournal.ui.parts import sheet_drop
from workjournal.ui.parts.sheet_drop import SheetDrop, SheetUnreadable


@pytest.fixture
def drop(qtbot: QtBot) -> SheetDrop:
    return on_screen(qtbot, SheetDrop("Columns: skill, target"))


def test_a_file_is_dropped(qtbot: QtBot, drop: SheetDrop, tmp_path: Path) -> None:
    files = [tmp_path / "lead.csv", tmp_path / "other.csv"]
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(drop.chosen) as told:
        drop.dropEvent(event)
    assert told.args == [files[0]]


def test_a_file_is_chosen(
    qtbot: QtBot, drop: SheetDrop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([("", ""), (str(tmp_path / "lead.csv"), "")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: next(answers))
    told: list[Path] = []
    drop.chosen.connect(told.append)
    for _ in range(2):  # the first time it is given up
        qtbot.mouseClick(drop.choose, Qt.MouseButton.LeftButton)
    assert told == [tmp_path / "lead.csv"]
    assert drop.choose.accessibleDescription() == "Columns: skill, target"


def test_a_large_file_is_read_no_further_than_it_takes_to_refuse_it(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    with file.open("wb") as content:
        content.truncate(MOST_BYTES * 3)
    assert len(sheet_drop.read(file)) == MOST_BYTES + 1


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SheetUnreadable, match=r"gone\.csv"):
        sheet_drop.read(tmp_path / "gone.csv")
