"""A bar that waits moves, unless nothing shall."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.dialogs.rename import RenameDialog
from workjournal.ui.widgets.busy_bar import BusyBar


class Counting(BusyBar):
    paintings = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.paintings += 1
        super().paintEvent(event)


def test_it_moves_and_stands_still(qapp: QApplication, qtbot: QtBot) -> None:
    bar = Counting()
    qtbot.addWidget(bar)
    bar.setRange(0, 0)
    bar.show()
    qtbot.waitUntil(lambda: bar.paintings > 3)
    theme.apply(qapp, "light", still=True)
    qtbot.wait(50)
    bar.paintings = 0
    qtbot.wait(120)
    assert bar.paintings <= 1
    picture = bar.grab().toImage()
    middle = picture.height() // 2
    left, right = (picture.pixelColor(x, middle).name().upper() for x in (20, picture.width() - 20))
    assert (left, right) == (theme.LIGHT.accent, theme.LIGHT.hover)
    assert (bar.minimum(), bar.maximum()) == (0, 0)  # to a reader it is busy all the same


def test_forms_have_it(qtbot: QtBot) -> None:
    dialog = RenameDialog(None, "Old", str)
    qtbot.addWidget(dialog)
    assert isinstance(dialog.waiting, BusyBar)
