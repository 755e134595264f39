"""Today: how the one-on-one went is asked in the days after its pack was shared, until it is known or passed over."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ui.shared_packs_page import kept
from ui.showing import on_screen
from workjournal.domain.keeping import Preference
from workjournal.domain.pack import Pack
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.ui.screens.today import TodayScreen
from workjournal.ui.widgets.row_list import Row


@pytest.fixture
def today(qtbot: QtBot, journal: Journal) -> TodayScreen:
    return on_screen(qtbot, TodayScreen(journal))


def asked(today: TodayScreen) -> list[Row]:
    today.renew()
    rows = [row for row in today.worth.rows() if isinstance(row, Row) and isinstance(row.id, tuple)]
    return [row for row in rows if isinstance(row.id, tuple) and row.id[0] is DueKind.MEETING]


def test_it_leads_to_the_pack(today: TodayScreen, journal: Journal) -> None:
    pack = kept(journal)
    places: list[tuple[str, object]] = []
    today.go.connect(lambda name, what: places.append((name, what)))
    (row,) = asked(today)
    assert (row.title, row.action) == ("How did the one-on-one go?", "Note")
    assert row.second.startswith("Pack shared 2 day")
    today.worth.choose(row.id)
    for key in (Qt.Key.Key_R, Qt.Key.Key_Return):
        QTest.keyClick(today.worth, key)
    assert places == [("shared_packs", pack)] * 2
    journal.meetings.meet(pack, journal.today(), "")
    assert asked(today) == []
    assert {Pack, Preference} <= TodayScreen.shows


def test_it_is_silent_once_it_was_passed_over(today: TodayScreen, journal: Journal) -> None:
    """By the key that puts off; the menu it opens has it."""
    kept(journal)
    undone: list[Callable[[], object]] = []
    today.toast.connect(lambda _text, undo: undone.append(undo))
    today.worth.choose(asked(today)[0].id)
    today.worth.setFocus()
    QTest.keyClick(today.worth, Qt.Key.Key_S)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    silent = next(each for each in menu.actions() if each.text() == "Do not ask again")
    assert isinstance(silent, QAction)
    menu.close()
    silent.trigger()
    assert asked(today) == []
    undone[0]()
    assert len(asked(today)) == 1
