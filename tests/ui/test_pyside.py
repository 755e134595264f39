"""Facts about this version of PySide6 that the program relies on; see the pin in pyproject.toml."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_void_calls_lose_no_reference_to_none(qtbot: QtBot) -> None:
    """6.12.0 on Python 3.11 loses one per call, and the process aborts after some 5,000."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for turn in range(1000):
        label.setText(str(turn))
    assert abs(sys.getrefcount(None) - before) < 100
