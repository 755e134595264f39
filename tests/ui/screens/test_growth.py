"""Growth: drawn in a Task, read without seeing, left through a point, added to the pack."""

import datetime as dt
import subprocess
import sys
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.charts import CHARTS
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.journal import growth_charts, pack_charts
from workjournal.journal.journal import Journal
from workjournal.ui import clipboard, tasks, theme
from workjournal.ui.places import New
from workjournal.ui.screens.growth import ALL, GrowthScreen
from workjournal.ui.widgets.chart_card import ChartCard


def opened(qtbot: QtBot, journal: Journal) -> GrowthScreen:
    screen = on_screen(qtbot, GrowthScreen(journal))
    screen.renew()
    screen.arrive(None)
    tasks.wait_all()
    return screen


@pytest.fixture
def episodes(journal: Journal) -> list[Episode]:
    today = journal.today()
    return [
        journal.episodes.add(
            Episode(
                date=today - dt.timedelta(weeks=30 - week),
                title=f"Week {week}",
                difficulty=20 + 5 * (week // 3),
            )
        )
        for week in range(31)
    ]


@pytest.fixture
def goal(journal: Journal) -> Goal:
    made = journal.goals.add(Goal(title="Lead the planning", confidence_before=40))
    return journal.goals.start(made.id, journal.today())


@pytest.fixture
def growth(qtbot: QtBot, journal: Journal, episodes: list[Episode], goal: Goal) -> GrowthScreen:
    return opened(qtbot, journal)


def card(screen: GrowthScreen, key: str) -> ChartCard:
    return next(card for card in screen.board.cards if card.key == key)


def test_a_new_journal_is_told_what_charts_need(qtbot: QtBot, journal: Journal) -> None:
    screen = opened(qtbot, journal)
    assert screen.pages.currentWidget() is screen.nothing
    assert not screen.add_to_pack.isEnabled()
    with qtbot.waitSignal(screen.go) as went:
        screen.nothing.acted.emit()
    assert went.args == ["episode", New()]


def test_says_that_it_draws_until_it_has_drawn(qtbot: QtBot, journal: Journal, goal: Goal) -> None:
    screen = on_screen(qtbot, GrowthScreen(journal))
    screen.renew()
    assert screen.board.drawing.isVisible()
    assert screen.board.cards == []
    tasks.wait_all()
    assert not screen.board.drawing.isVisible()
    drawn = card(screen, "confidence")
    assert drawn.stack.currentWidget() is drawn.view


def test_the_first_four_charts_have_cards_and_an_empty_one_says_why(
    qtbot: QtBot, journal: Journal, goal: Goal
) -> None:
    screen = opened(qtbot, journal)
    assert [card.key for card in screen.board.cards] == [chart.key for chart in CHARTS[:4]]
    empty = card(screen, "difficulty")
    assert empty.is_empty()
    assert empty._missing.isVisible()
    assert "difficulty rating" in empty._missing.text()
    assert empty.view is None


def test_the_period_is_what_is_drawn(qtbot: QtBot, growth: GrowthScreen) -> None:
    drawn = card(growth, "difficulty")
    assert drawn._n.text() == "n = 27"
    qtbot.mouseClick(growth.period.button(3), Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert drawn._n.text() == "n = 14"
    qtbot.keyClick(growth.period.button(ALL), Qt.Key.Key_Space)
    tasks.wait_all()
    assert drawn._n.text() == "n = 31"
    assert "rising" in drawn._reading.text()


def test_the_numbers_instead_of_the_drawing(qtbot: QtBot, growth: GrowthScreen) -> None:
    drawn = card(growth, "difficulty")
    qtbot.keyClick(growth.show_table, Qt.Key.Key_Space)
    assert drawn.table.isVisible()
    assert drawn.table.model().rowCount() == 27
    growth.renew()
    tasks.wait_all()
    assert drawn.table.isVisible()
    qtbot.keyClick(growth.show_table, Qt.Key.Key_Space)
    assert drawn.view is not None
    assert drawn.view.isVisible()


def test_a_point_leads_to_the_work_behind_it(
    qtbot: QtBot, growth: GrowthScreen, episodes: list[Episode], goal: Goal
) -> None:
    view = card(growth, "difficulty").view
    assert view is not None
    view.setFocus()
    with qtbot.waitSignal(growth.go) as went:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert went.args is not None
    assert went.args[0] == "episode"
    assert went.args[1] in {episode.id for episode in episodes}
    view = card(growth, "confidence").view
    assert view is not None
    view.setFocus()
    with qtbot.waitSignal(growth.go) as went:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert went.args == ["goal", goal.id]
    with qtbot.assertNotEmitted(growth.go):
        growth._open(str(UUID(int=7)))


def test_a_square_of_the_cadence_leads_to_its_day(
    qtbot: QtBot, journal: Journal, episodes: list[Episode]
) -> None:
    growth_charts.choose(journal.preferences, ["cadence"])
    growth = opened(qtbot, journal)
    view = card(growth, "cadence").view
    assert view is not None
    view.setFocus()
    with qtbot.waitSignal(growth.go) as went:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert went.args is not None
    assert went.args[0] == "today"
    assert went.args[1] in {episode.date for episode in episodes}


def test_charts_go_into_the_pack_and_out_again(qtbot: QtBot, growth: GrowthScreen, journal: Journal) -> None:
    pack_charts.tick(journal.preferences, [])
    undo = []
    growth.toast.connect(lambda _text, back: undo.append(back))
    qtbot.mouseClick(growth.add_to_pack, Qt.MouseButton.LeftButton)
    assert {"confidence", "difficulty"} <= set(pack_charts.ticked(journal.preferences))
    card(growth, "difficulty")._pack_action.trigger()
    assert "difficulty" not in pack_charts.ticked(journal.preferences)
    undo[-1]()
    assert "difficulty" in pack_charts.ticked(journal.preferences)
    assert card(growth, "difficulty")._pack_action.isChecked()
    undo[0]()
    assert pack_charts.ticked(journal.preferences) == ()


def test_copies_the_picture_and_the_numbers(growth: GrowthScreen) -> None:
    drawn = card(growth, "difficulty")
    drawn._csv_action.trigger()
    assert QApplication.clipboard().text().startswith("Week of,Median difficulty,Episodes\n2026-05-")
    drawn._picture_action.trigger()
    assert QApplication.clipboard().pixmap().width() >= drawn.width()
    assert drawn.menu_button.isVisibleTo(drawn)
    QApplication.clipboard().clear()


def test_what_is_copied_is_marked_as_confidential(qapp: QApplication, growth: GrowthScreen) -> None:
    clipboard.guard(qapp)
    board = qapp.clipboard()
    drawn = card(growth, "difficulty")
    for action in (drawn._csv_action, drawn._picture_action):
        action.trigger()
        found = board.mimeData()
        assert found is not None
        assert all(found.hasFormat(kind) for kind in clipboard.MARKS)
    board.dataChanged.disconnect()
    board.selectionChanged.disconnect()
    board.clear()


def test_new_work_keeps_the_drawing_until_the_new_one_is_there(
    growth: GrowthScreen, journal: Journal
) -> None:
    drawn = card(growth, "difficulty")
    journal.episodes.add(Episode(date=journal.today(), title="One more", difficulty=60))
    growth.renew()
    assert drawn.stack.currentWidget() is drawn.view
    tasks.wait_all()
    assert drawn._n.text() == "n = 28"


def test_in_a_narrow_window_the_buttons_keep_their_names(growth: GrowthScreen) -> None:
    growth.resize(892, 640)
    assert growth.show_table.text() == ""
    assert growth.show_table.accessibleName() == "Show data table"
    assert growth.board.columns() == 1
    growth.resize(1200, 900)
    assert growth.show_table.text() == "Show data table"


def test_with_large_letters_the_periods_have_a_row_of_their_own(growth: GrowthScreen) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 2.0)
    growth.resize(824, 640)
    assert growth.period_row.indexOf(growth.period) == 0
    theme.apply(app, "light")
    growth.resize(1200, 900)
    assert growth.period_place.indexOf(growth.period) == 0


def test_pyqtgraph_waits_for_the_first_visit() -> None:
    code = "import sys, workjournal.ui.screens.growth; sys.exit('pyqtgraph' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
