from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.journal_list import JournalList, JournalRow, dot

HERE = JournalRow("/a/Work journal", "Work journal", "/a", 1)
GONE = JournalRow("/b/Old job", "Old job", "/b", 2, "Not found")


def made(qtbot: QtBot) -> JournalList:
    view = JournalList()
    qtbot.addWidget(view)
    view.resize(240, 140)
    view.set_rows([HERE, GONE])
    view.show()
    return view


def test_a_dot_in_its_colour_or_grey(qtbot: QtBot) -> None:
    image = made(qtbot).grab().toImage()
    assert image.pixelColor(17, 20) == QColor(theme.LIGHT.series[1])
    assert image.pixelColor(17, 54 + 20) == QColor(theme.LIGHT.control)


def test_says_what_is_gone(qtbot: QtBot) -> None:
    view = made(qtbot)
    index = view.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Old job, Not found, /b"


def test_enter_chooses(qtbot: QtBot) -> None:
    view = made(qtbot)
    view.choose(GONE.id)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [GONE.id]


def test_dots_of_a_menu_differ(qtbot: QtBot) -> None:
    middle = [dot(colour).pixmap(16, 16).toImage().pixelColor(8, 8).name().upper() for colour in range(5)]
    assert middle == list(theme.LIGHT.series)
