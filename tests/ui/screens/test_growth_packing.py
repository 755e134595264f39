"""Charts are added to what is in the review pack; where it is full, one says which of them give way."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.sample_charts import sample
from ui.showing import on_screen
from workjournal import charts
from workjournal.domain.episode import Episode
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.pack_charts import PackChartsDialog
from workjournal.ui.parts.growth_card import GrowthCard
from workjournal.ui.screens.growth import GrowthScreen

SHOWN = (
    sample("confidence"),
    sample("difficulty"),
    sample("zones", private=True),
    sample("skills"),
    sample("sources"),
    sample("challenges"),
)


@pytest.fixture
def growth(qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> GrowthScreen:
    monkeypatch.setattr(charts, "CHARTS", SHOWN)
    journal.episodes.add(Episode(date=journal.today() - dt.timedelta(days=3), title="One"))
    screen = on_screen(qtbot, GrowthScreen(journal))
    screen.renew()
    screen.arrive(None)
    tasks.wait_all()
    screen.board.show_all.click()
    tasks.wait_all()
    return screen


def card(screen: GrowthScreen, key: str) -> GrowthCard:
    return next(card for card in screen.board.cards if card.key == key)


def asked(qtbot: QtBot, screen: GrowthScreen) -> PackChartsDialog:
    dialog = screen.findChild(PackChartsDialog)
    assert isinstance(dialog, PackChartsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_what_is_in_the_pack_stays_and_the_rest_of_the_room_is_filled(
    qtbot: QtBot, journal: Journal, growth: GrowthScreen
) -> None:
    pack_charts.tick(journal.preferences, ["sources"])
    qtbot.mouseClick(growth.add_to_pack, Qt.MouseButton.LeftButton)
    assert set(pack_charts.ticked(journal.preferences)) == {"sources", "confidence", "difficulty"}
    assert growth.findChild(PackChartsDialog) is None


def test_a_full_pack_says_what_is_in_it_and_what_may_be_exchanged(
    qtbot: QtBot, journal: Journal, growth: GrowthScreen
) -> None:
    full = ["confidence", "difficulty", "sources"]
    pack_charts.tick(journal.preferences, full)
    qtbot.mouseClick(growth.add_to_pack, Qt.MouseButton.LeftButton)
    dialog = asked(qtbot, growth)
    assert "Confidence, Difficulty, Sources" in dialog.words.text()
    assert list(dialog.ticks) == [*full, "skills", "challenges"]
    assert dialog.keys == full
    qtbot.keyClick(dialog.ticks["difficulty"], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.ticks["skills"], Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert set(pack_charts.ticked(journal.preferences)) == {"confidence", "sources", "skills"}
    assert card(growth, "skills")._pack_action.isChecked()


def test_a_card_takes_the_place_of_another(qtbot: QtBot, journal: Journal, growth: GrowthScreen) -> None:
    pack_charts.tick(journal.preferences, ["confidence", "difficulty", "sources"])
    growth.packing.tell()
    action = card(growth, "skills")._pack_action
    assert action.text() == "Into the review pack for another…"
    undo = []
    growth.toast.connect(lambda _text, back: undo.append(back))
    action.trigger()
    dialog = asked(qtbot, growth)
    assert dialog.told.text() == "4 of 3 ticked"
    assert not dialog.agree.isEnabled()
    qtbot.keyClick(dialog.ticks["sources"], Qt.Key.Key_Space)
    assert dialog.agree.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert set(pack_charts.ticked(journal.preferences)) == {"confidence", "difficulty", "skills"}
    undo[-1]()
    assert set(pack_charts.ticked(journal.preferences)) == {"confidence", "difficulty", "sources"}


def test_leaving_it_changes_nothing(qtbot: QtBot, journal: Journal, growth: GrowthScreen) -> None:
    full = ("confidence", "difficulty", "sources")
    pack_charts.tick(journal.preferences, full)
    growth.packing.tell()
    action = card(growth, "skills")._pack_action
    action.trigger()
    dialog = asked(qtbot, growth)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert pack_charts.ticked(journal.preferences) == full
    assert not action.isChecked()
