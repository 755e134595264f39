from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.empty_state import EmptyState


def test_buttons_show_only_with_words(qtbot: QtBot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    state.say("No lessons yet", "Finish a reflection.", "Reflect on an episode")
    state.show()
    action, second = state.findChildren(QPushButton)
    assert action.isVisible()
    assert not second.isVisible()
    with qtbot.waitSignal(state.acted):
        action.click()
    state.second = "See an example"
    with qtbot.waitSignal(state.second_acted):
        second.click()
    assert state.heading == "No lessons yet"
