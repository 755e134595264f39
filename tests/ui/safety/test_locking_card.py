"""When the journal locks by itself: this machine's own choice."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.asking import press
from ui.showing import on_screen
from workjournal.settings import Settings
from workjournal.ui.safety.locking_card import LockingCard


@pytest.fixture
def card(qtbot: QtBot) -> LockingCard:
    made = LockingCard()
    made.refresh()
    return on_screen(qtbot, made)


def test_shows_this_machines_choice_and_what_else_locks(card: LockingCard) -> None:
    assert card.minutes.choice == 5
    assert "workjournal lock" in card.words.text()


def test_a_choice_by_key_is_told_at_once(card: LockingCard) -> None:
    told: list[int] = []
    card.chosen.connect(told.append)
    card.minutes.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Home)
    assert told == [15, 0]
    assert card.minutes.currentText() == "Never by itself"


def test_what_was_set_elsewhere_is_offered_too(card: LockingCard) -> None:
    Settings(idle_minutes=7).save()
    told: list[int] = []
    card.chosen.connect(told.append)
    card.refresh()
    assert card.minutes.choice == 7
    assert card.minutes.values() == [0, 1, 5, 7, 15, 30]
    assert told == []


def test_locks_now(qtbot: QtBot, card: LockingCard) -> None:
    card.lock_now.setFocus()
    with qtbot.waitSignal(card.lock_asked):
        press(Qt.Key.Key_Space)
