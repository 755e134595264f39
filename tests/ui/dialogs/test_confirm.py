from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workjournal.ui.dialogs.confirm import ConfirmDialog


def test_the_verb_goes_on(qtbot: QtBot) -> None:
    done: list[str] = []
    dialog = ConfirmDialog.ask(
        None, "Empty the trash?", "For good.", "Empty trash", lambda: done.append("gone")
    )
    qtbot.addWidget(dialog)
    assert "For good." in [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.agree.isDefault()
    dialog.agree.click()
    assert done == ["gone"]


def test_what_is_dangerous_has_cancel_at_hand(qtbot: QtBot) -> None:
    done: list[str] = []
    dialog = ConfirmDialog.ask(None, "Empty?", "", "Empty trash", lambda: done.append("gone"), danger=True)
    qtbot.addWidget(dialog)
    assert dialog.cancel.isDefault()
    dialog.cancel.click()
    assert done == []
