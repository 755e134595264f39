"""Four buttons for how well something was recalled."""

from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.ui.widgets.grade_row import GradeChoice, GradeRow


def test_says_each_grade_with_its_day_and_gives_its_value(qtbot: QtBot) -> None:
    row = GradeRow()
    qtbot.addWidget(row)
    row.set_grades([GradeChoice(word.lower(), word, f"in {place} days") for place, word in enumerate("ABCD")])
    row.resize(800, 64)
    show_active(qtbot, row)
    graded: list[object] = []
    row.graded.connect(graded.append)
    assert [button.accessibleName() for button in row.buttons()][1] == "B, comes back in 1 days"
    row.buttons()[2].click()
    row.press(3)
    row.press(4)
    assert graded == ["c", "d"]
    widths = {button.width() for button in row.buttons()}
    assert max(widths) - min(widths) <= 1
    assert all(button.height() >= 32 for button in row.buttons())
