"""Growth with many charts: four at first, the others on demand, in the order of one's own; private ones stay private."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.sample_charts import MANY
from ui.showing import on_screen
from workjournal import charts
from workjournal.charts.figure import Figure
from workjournal.domain.episode import Episode
from workjournal.journal import growth_charts
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.charts import ChartsDialog
from workjournal.ui.parts.growth_card import GrowthCard
from workjournal.ui.screens.growth import OWN, GrowthScreen


@pytest.fixture
def growth(qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> GrowthScreen:
    monkeypatch.setattr(charts, "CHARTS", MANY)
    for back in range(3):
        journal.episodes.add(
            Episode(date=journal.today() - dt.timedelta(days=40 * back), title=f"No. {back}")
        )
    screen = on_screen(qtbot, GrowthScreen(journal))
    screen.renew()
    screen.arrive(None)
    tasks.wait_all()
    return screen


def keys(screen: GrowthScreen) -> list[str]:
    return [card.key for card in screen.board.cards if card.isVisible()]


def card(screen: GrowthScreen, key: str) -> GrowthCard:
    return next(card for card in screen.board.cards if card.key == key)


def opened_dialog(qtbot: QtBot, screen: GrowthScreen) -> ChartsDialog:
    qtbot.mouseClick(screen.choose, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(ChartsDialog)
    assert isinstance(dialog, ChartsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_four_at_first_and_all_on_demand(qtbot: QtBot, growth: GrowthScreen) -> None:
    assert keys(growth) == ["cadence", "zones", "sources", "skills"]
    assert growth.board.show_all.text() == "Show all 6"
    qtbot.mouseClick(growth.board.show_all, Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert keys(growth) == [chart.key for chart in MANY]
    assert card(growth, "odd")._n.text() == "n = 3"
    assert growth.board.show_all.text() == "Show the first 4"
    qtbot.mouseClick(growth.board.show_all, Qt.MouseButton.LeftButton)
    assert keys(growth) == ["cadence", "zones", "sources", "skills"]


def test_cards_are_made_and_figures_computed_only_for_what_is_shown(
    qtbot: QtBot, growth: GrowthScreen
) -> None:
    assert len(growth.findChildren(GrowthCard)) == 4
    qtbot.mouseClick(growth.board.show_all, Qt.MouseButton.LeftButton)
    tasks.wait_all()
    qtbot.mouseClick(growth.board.show_all, Qt.MouseButton.LeftButton)
    growth._journal.episodes.add(Episode(date=growth._journal.today(), title="One more"))
    growth.renew()
    tasks.wait_all()
    assert card(growth, "cadence")._n.text() == "n = 4"
    qtbot.mouseClick(growth.board.show_all, Qt.MouseButton.LeftButton)
    hidden_before = card(growth, "odd")
    assert hidden_before.stack.currentWidget() is hidden_before._waiting
    tasks.wait_all()
    assert hidden_before._n.text() == "n = 4"


def test_charts_are_chosen_in_a_dialog_and_kept_in_the_journal(qtbot: QtBot, growth: GrowthScreen) -> None:
    dialog = opened_dialog(qtbot, growth)
    assert dialog.keys == [chart.key for chart in MANY]
    qtbot.keyClick(dialog.entries, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    dialog.keys = [*dialog.keys[:2], "odd"]
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert growth_charts.chosen(growth._journal.preferences) == ("zones", "cadence", "odd")
    assert keys(growth) == ["zones", "cadence", "odd"]
    assert card(growth, "odd")._n.text() == "n = 3"
    assert not growth.board.show_all.isVisible()


def test_a_dialog_that_is_left_changes_nothing(qtbot: QtBot, growth: GrowthScreen) -> None:
    dialog = opened_dialog(qtbot, growth)
    qtbot.keyClick(dialog.entries, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert growth_charts.chosen(growth._journal.preferences)[0] == "cadence"
    assert keys(growth)[0] == "cadence"


def test_a_private_chart_has_no_part_in_the_pack(growth: GrowthScreen) -> None:
    private, shown = card(growth, "zones"), card(growth, "cadence")
    assert not private._pack_action.isVisible()
    assert shown._pack_action.isVisible()
    assert private.findChild(QLabel, "for_you_alone") is not None
    assert shown.findChild(QLabel, "for_you_alone") is None
    assert growth.packing._packable() == ["cadence", "sources", "skills"]


def test_a_period_of_ones_own(qtbot: QtBot, growth: GrowthScreen) -> None:
    assert not growth.own.isVisible()
    qtbot.mouseClick(growth.period.button(3), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(growth.period.button(OWN), Qt.MouseButton.LeftButton)
    tasks.wait_all()
    today = growth._journal.today()
    assert growth.own.isVisible()
    assert growth.own.days() == (dt.date(2026, 8, 20), today)
    assert card(growth, "cadence")._n.text() == "n = 3"
    growth.own.start.day = today - dt.timedelta(days=10)
    tasks.wait_all()
    assert card(growth, "cadence")._n.text() == "n = 1"
    growth.own.end.day = today - dt.timedelta(days=20)
    tasks.wait_all()
    assert growth.own.problem.isVisible()
    assert card(growth, "cadence")._n.text() == "n = 1"


def test_only_the_last_period_asked_for_is_drawn(qtbot: QtBot, growth: GrowthScreen) -> None:
    drawn: list[Figure] = []
    growth.board.work.made.connect(drawn.append)
    for months in (3, 12, 0):
        qtbot.mouseClick(growth.period.button(months), Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert [figure.key for figure in drawn] == ["cadence", "zones", "sources", "skills"]
    history = growth.board.work.history
    assert history is not None
    assert history.start == growth._journal.growth.first_day()


def test_leads_to_the_weekly_look(qtbot: QtBot, growth: GrowthScreen) -> None:
    with qtbot.waitSignal(growth.go) as went:
        qtbot.mouseClick(growth.to_week, Qt.MouseButton.LeftButton)
    assert went.args == ["week", None]
