import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.toast import Toast


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    return made


def test_it_goes_by_itself(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page, shown_ms=20)
    toast.say("Saved")
    assert toast.isVisible()
    assert page.rect().contains(toast.geometry())
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_undo(page: QWidget) -> None:
    done: list[str] = []
    toast = Toast(page)
    toast.say("Moved to the trash", lambda: done.append("undone"))
    button = toast.findChild(QPushButton)
    assert button is not None
    button.click()
    assert (done, toast.isVisible()) == (["undone"], False)
    toast.say("Saved")
    assert not button.isVisible()


def test_it_waits_under_the_pointer_and_the_keyboard(page: QWidget) -> None:
    toast = Toast(page)
    toast.say("Saved", lambda: None)
    assert toast.remaining() > 5000
    spot = QPointF(1, 1)
    QApplication.sendEvent(toast, QEnterEvent(spot, spot, spot))
    assert toast.remaining() == -1
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.remaining() > 0


def test_escape_and_resizing(page: QWidget) -> None:
    toast = Toast(page)
    toast.say("Saved")
    page.resize(500, 300)
    QApplication.processEvents()
    assert page.rect().contains(toast.geometry())
    QTest.keyClick(toast, Qt.Key.Key_Escape)
    assert not toast.isVisible()
