"""The numbers behind a chart."""

from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.charts.figure import DataTable
from workjournal.ui.widgets.figure_table import FigureTable, as_csv

TABLE = DataTable(
    ("Week of", "Median", "Goal"), (("2026-11-16", "37.5", 'Plan, "Q1"'), ("2026-11-09", "–", "Plan"))
)


def test_days_are_written_by_the_locale_and_numbers_stand_right(qtbot: QtBot) -> None:
    view = FigureTable()
    qtbot.addWidget(view)
    view.setLocale(QLocale("en_GB"))
    view.show_table(TABLE)
    model = view.model()
    assert model.index(0, 0).data() == "16 Nov 2026"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Goal"
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    view.show_table(DataTable(("Only",), ()))
    assert view.model().rowCount() == 0


def test_csv() -> None:
    assert as_csv(TABLE) == 'Week of,Median,Goal\n2026-11-16,37.5,"Plan, ""Q1"""\n2026-11-09,–,Plan\n'


def test_a_wide_table_in_a_narrow_card_keeps_its_first_column(qtbot: QtBot) -> None:
    table = FigureTable()
    qtbot.addWidget(table)
    table.resize(360, 200)
    show_active(qtbot, table)
    rows = tuple((f"A goal of number {row}", *("2026-01-05",) * 5) for row in range(3))
    table.show_table(DataTable(("Goal", "One", "Two", "Three", "Four", "Five"), rows))
    assert table.columnWidth(0) >= min(table.sizeHintForColumn(0), 180)
    table.resize(1400, 200)
    others = sum(table.columnWidth(place) for place in range(1, 6))
    assert table.columnWidth(0) == table.viewport().width() - others


def widths(table: FigureTable) -> list[int]:
    return [table.columnWidth(column) for column in range(table.model().columnCount())]


def shown(qtbot: QtBot, table: DataTable, wide: int) -> FigureTable:
    view = FigureTable()
    qtbot.addWidget(view)
    view.setLocale(QLocale("en_GB"))
    view.resize(wide, 200)
    view.show_table(table)
    return show_active(qtbot, view)


def test_headers_take_two_lines_before_anything_is_cut_off(qtbot: QtBot) -> None:
    headers = ("Days", "Reflected on that day", "Seen to wait no longer than that", "Still waiting")
    view = shown(qtbot, DataTable(headers, (("12", "9", "0", "25 %"),)), 420)
    assert view.horizontalScrollBar().maximum() == 0
    told = [view.model().headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert told == ["Days", "Reflected\non that day", "Seen to wait no\nlonger than that", "Still\nwaiting"]
    view.resize(900, 200)
    told = [view.model().headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert told == list(headers)


def test_words_give_way_and_numbers_do_not(qtbot: QtBot) -> None:
    row = (
        "Lead the carrier tender across both depots",
        "abandoned",
        "2026-11-16",
        "65",
        "influence without a rank",
    )
    table = DataTable(("Goal", "Ended as", "Day", "Difficulty", "First kind of challenge"), (row,) * 9)
    view = shown(qtbot, table, 520)
    assert view.horizontalScrollBar().maximum() == 0
    for column in (2, 3):
        assert view.columnWidth(column) >= view.sizeHintForColumn(column)
    assert view.columnWidth(0) < view.sizeHintForColumn(0)
    assert view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == row[0]
    assert min(widths(view)) >= 60


def test_columns_are_measured_when_they_are_seen(qtbot: QtBot) -> None:
    view = FigureTable()
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show_table(TABLE)
    before = widths(view)
    show_active(qtbot, view)
    assert sum(widths(view)) == view.viewport().width()
    assert widths(view) != before


def test_weekdays_without_anything_are_numbers_too(qtbot: QtBot) -> None:
    view = shown(qtbot, DataTable(("Week of", "Mon"), (("2026-11-16", ""), ("2026-11-09", "2"))), 400)
    assert view.model().index(1, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
