"""What a file brought is told: counts in words, each bad row with line and reason, and it can be copied."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.asking import asked, is_asked, press
from ui.showing import show_active
from workjournal.domain.sheet import BadRow
from workjournal.journal.measures import Imported
from workjournal.ui.dialogs.import_report import ImportReportDialog

BAD = (
    BadRow(3, "A level is from 0 to 100 in steps of 5, not “12”.", "Planning,12,"),
    BadRow(7, "The skill must not be empty. Name it.", ',60,"no name"'),
)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return show_active(qtbot, made)


def shown(owner: QWidget, imported: Imported) -> ImportReportDialog:
    ImportReportDialog.show_report(owner, "Read from lead.csv", imported)
    return asked(ImportReportDialog)


def copied() -> list[list[str]]:
    return list(csv.reader(QGuiApplication.clipboard().text().splitlines(), delimiter="\t"))


def test_a_file_without_fault_is_told_in_a_line(owner: QWidget) -> None:
    dialog = shown(owner, Imported(12, 0, ()))
    assert dialog.heading.text() == "Read from lead.csv"
    assert dialog.words().startswith("12 row")
    for part in (
        dialog.known_line,
        dialog.bad_line,
        dialog.bad,
        dialog.mend,
        dialog.ignored_line,
        dialog.copy,
    ):
        assert not part.isVisible()
    assert dialog.agree.hasFocus()


def test_everything_is_told_where_there_is_everything(owner: QWidget) -> None:
    dialog = shown(owner, Imported(4, 3, BAD, ("Owner", "Colour")))
    told = dialog.words()
    assert told.startswith("4 row")
    assert "3 row" in told
    assert "2 row" in told
    assert "“Owner”, “Colour”." in told
    assert dialog.bad.rows() == BAD
    model = dialog.bad.model()
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert cells == [[str(row.line), row.reason, row.text] for row in BAD]
    assert dialog.accessibleDescription().startswith("4 row")


def test_the_second_reading_brings_nothing_new(owner: QWidget) -> None:
    told = shown(owner, Imported(0, 5, ())).words()
    assert told.startswith("Nothing new")
    assert "5 row" in told


def test_a_file_with_a_heading_only_says_so(owner: QWidget) -> None:
    assert shown(owner, Imported(0, 0, ())).words() == "The file has no rows below its heading."


def test_the_bad_rows_are_copied_by_the_button(qtbot: QtBot, owner: QWidget) -> None:
    dialog = shown(owner, Imported(4, 0, BAD))
    dialog.bad.selectRow(1)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    heading, *rows = copied()
    assert heading[0] == "Line"
    assert rows == [[str(row.line), row.reason, row.text] for row in BAD]


def test_the_chosen_rows_are_copied_by_key(qtbot: QtBot, owner: QWidget) -> None:
    dialog = shown(owner, Imported(4, 0, BAD))
    dialog.bad.setFocus()
    qtbot.keyClick(dialog.bad, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(copied()) == 3
    dialog.bad.selectRow(1)
    qtbot.keyClick(dialog.bad, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [row[0] for row in copied()[1:]] == ["7"]


def test_tab_leaves_the_table_and_escape_closes(owner: QWidget) -> None:
    dialog = shown(owner, Imported(4, 0, BAD))
    dialog.bad.setFocus()
    press(Qt.Key.Key_Tab)
    assert dialog.copy.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not is_asked(ImportReportDialog)


def test_a_reason_of_several_lines_is_seen_whole(qtbot: QtBot, owner: QWidget) -> None:
    long = BadRow(2, "“1,234” is ambiguous. " * 8, "1,234")
    dialog = shown(owner, Imported(1, 0, (*BAD, long)))
    qtbot.waitUntil(lambda: dialog.bad.rowHeight(2) > dialog.bad.rowHeight(0) + 20)


def test_fifty_thousand_bad_rows_open_at_once(owner: QWidget) -> None:
    rows = tuple(BadRow(line, "The level is empty.", "Planning,,") for line in range(2, 50_002))
    dialog = shown(owner, Imported(0, 0, rows))
    assert dialog.bad.model().rowCount() == 50_000
    assert dialog.bad.height() < 400
