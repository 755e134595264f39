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
