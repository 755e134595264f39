"""A sentence in a band: that something went wrong, or how something went."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from workjournal.ui import form, theme
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.window_words import in_the_window

_ICONS = {"danger": "triangle-alert", "ok": "circle-check", "info": "info"}


class TransferNotice(QFrame):
    """Hidden while there is nothing to say."""

    shown = Signal()
    """It says something else, or nothing."""

    sign: IconLabel
    words: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "transfer_notice")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def say(self, told: str, tone: str = "danger") -> None:
        """Say that, or nothing."""
        self.words.setText(in_the_window(told))
        self.sign.set_icon(_ICONS[tone])
        self.sign.set_tone(tone)
        self.setProperty("role", "card-danger" if tone == "danger" else "card-sunken")
        theme.restyle(self)
        self.setVisible(bool(told))
        self.shown.emit()
