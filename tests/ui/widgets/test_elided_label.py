"""One line that shortens itself and still says all of it."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.elided_label import ElidedLabel


def test_a_long_text_is_shortened_and_kept_whole_for_readers(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    label.setText("/home/someone/" + "a" * 200)
    assert QLabel.text(label).endswith("…")
    assert label.text() == label.toolTip() == label.accessibleName() == "/home/someone/" + "a" * 200
    assert label.minimumSizeHint().width() < 60
    label.set_middle(True)
    assert QLabel.text(label).endswith("a")
    label.setText("Short")
    assert (QLabel.text(label), label.toolTip()) == ("Short", "")
