from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from workjournal.journal.journal import Journal
from workjournal.ui.screen import Screen


class Sample(Screen):
    name = "palette"
    title = "Lessons"
    icon = "lightbulb"

    query: QLineEdit
    refreshed = 0

    def refresh(self) -> None:
        self.refreshed += 1


def test_a_screen_fills_its_form_and_is_stale_until_renewed(qtbot: QtBot, journal: Journal) -> None:
    screen = Sample(journal)
    qtbot.addWidget(screen)
    assert screen.query.accessibleName() == "Search or jump"
    assert screen.stale
    screen.renew()
    assert (screen.stale, screen.refreshed, screen.label()) == (False, 1, "Lessons")


def test_a_screen_asks_others_to_go_and_to_tell(qtbot: QtBot, journal: Journal) -> None:
    screen = Screen(journal)
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.go) as gone:
        screen.go.emit("episodes", 7)
    assert gone.args == ["episodes", 7]
    with qtbot.waitSignal(screen.toast) as told:
        screen.toast.emit("Saved", None)
    assert told.args == ["Saved", None]
