from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.prose_preview import ProsePreview
from workjournal.ui.widgets.prose_tools import ProseTools

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    edit, tools = ProseEdit(made), ProseTools(made)
    edit.setObjectName("story")
    edit.set_max_lines(0)
    tools.set_field("story")
    column = QVBoxLayout(made)
    column.addWidget(tools)
    column.addWidget(edit)
    column.addStretch(1)
    made.resize(500, 600)
    show_active(qtbot, made)
    edit.text = "# Head\n\nwords ![x](http://a.example/x.png)\n\n- [x] done\n\n[plan](https://example.org)"
    edit.setFocus()
    yield made
    edit.clearFocus()


@pytest.fixture
def edit(page: QWidget) -> ProseEdit:
    found = page.findChild(ProseEdit)
    assert isinstance(found, ProseEdit)
    return found


def preview(edit: ProseEdit) -> ProsePreview:
    found = edit.findChild(ProsePreview)
    assert isinstance(found, ProsePreview)
    return found


def test_a_key_shows_how_it_reads_and_escape_goes_back(edit: ProseEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_P, BOTH)
    shown = preview(edit)
    assert shown.isVisible()
    assert shown.hasFocus()
    assert shown.toPlainText() == "Head\nwords [x]\ndone\nplan"
    QTest.keyClicks(shown, "x")
    assert edit.text.startswith("# Head\n\nwords")
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert edit.hasFocus()
    QTest.keyClick(edit, Qt.Key.Key_P, BOTH)
    QTest.keyClick(shown, Qt.Key.Key_P, BOTH)
    assert not edit.is_previewing()


def test_it_is_as_tall_as_what_it_shows(edit: ProseEdit, qtbot: QtBot) -> None:
    edit.text = "\n\n".join(["word"] * 12)
    edit.set_preview(True)
    qtbot.waitUntil(lambda: preview(edit).document().size().height() <= preview(edit).viewport().height() + 1)
    assert edit.height() < 600


def test_what_changes_meanwhile_is_seen(edit: ProseEdit) -> None:
    edit.set_preview(True)
    edit.text = "Other"
    assert preview(edit).toPlainText() == "Other"


def test_nothing_is_read_from_anywhere(edit: ProseEdit) -> None:
    edit.set_preview(True)
    shown = preview(edit)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert shown.loadResource(kind, QUrl("file:///etc/hosts")) is None
    assert "<img" not in shown.toHtml()


def test_a_link_asks_and_opens_nothing(edit: ProseEdit, qtbot: QtBot) -> None:
    edit.set_preview(True)
    shown = preview(edit)
    before = shown.toPlainText()
    with qtbot.waitSignal(edit.link_asked) as asked:
        shown.anchorClicked.emit(QUrl("https://example.org"))
    assert asked.args == ["https://example.org"]
    assert shown.toPlainText() == before


def test_the_buttons_beside_it(page: QWidget, edit: ProseEdit, qtbot: QtBot) -> None:
    tools = page.findChild(ProseTools)
    assert isinstance(tools, ProseTools)
    tools.preview.click()
    assert edit.is_previewing()
    QTest.keyClick(preview(edit), Qt.Key.Key_Escape)
    assert not tools.preview.isChecked()
    asked: list[QMenu] = []
    edit.menu_asked.connect(lambda menu, _: asked.append(menu))
    tools.menu.click()
    assert len(asked) == 1
    assert edit.hasFocus()
    asked[0].close()
    edit.open_menu(QPoint(0, 0))
    assert len(asked) == 2
    asked[1].close()
