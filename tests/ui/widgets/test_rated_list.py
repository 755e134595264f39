from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.rated_list import RatedList, RatedRow

ROWS = [
    RatedRow("a", 60, "Planning", "Alone", "9 Nov 2026", "Change"),
    RatedRow("b", None, "German", "Not rated yet"),
]


def shown(qtbot: QtBot, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> RatedList:
    made = RatedList()
    qtbot.addWidget(made)
    made.setLayoutDirection(direction)
    made.set_rows(ROWS)
    made.resize(400, 300)
    made.show()
    return made


def test_a_reader_hears_name_rating_and_words(qtbot: QtBot) -> None:
    made = shown(qtbot)
    assert [made.model().index(row, 0).data() for row in range(2)] == [
        "Planning, 60, Alone, 9 Nov 2026",
        "German, Not rated yet",
    ]


def test_only_the_word_at_the_end_is_the_action(qtbot: QtBot) -> None:
    for direction, end in ((Qt.LayoutDirection.LeftToRight, 370), (Qt.LayoutDirection.RightToLeft, 30)):
        made = shown(qtbot, direction)
        assert made.spot_at(QPoint(end, 38)) == ("a", "action")
        assert made.spot_at(QPoint(200, 38)) == ("a", "")
        assert made.spot_at(QPoint(end, 38 + 78)) == ("b", "")


def test_rows_differ_in_what_is_painted(qtbot: QtBot) -> None:
    made = shown(qtbot)
    before = made.grab().toImage()
    made.set_rows([RatedRow("a", 65, "Planning", "Alone", "9 Nov 2026", "Change"), ROWS[1]])
    assert made.grab().toImage() != before


def test_as_tall_as_its_rows(qtbot: QtBot) -> None:
    made = shown(qtbot)
    made.fit = True
    two = made.height()
    made.set_rows(ROWS[:1])
    assert made.height() * 2 == two
