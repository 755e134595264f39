"""Trouble that a person can mend, told in a sentence."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workjournal.ui.widgets.plain_dialog import PlainDialog


class MessageDialog(PlainDialog):
    """A sentence and a button to close it."""

    _open: ClassVar["MessageDialog | None"] = None

    def __init__(self, parent: QWidget | None, text: str, heading: str = "") -> None:
        super().__init__(parent, heading or self.tr("That did not work"), text, "circle-alert", "warn")
        self.text = text
        self.add_button(self.tr("Close"), "primary", default=True).clicked.connect(self.accept)

    @classmethod
    def tell(cls, parent: QWidget | None, text: str, heading: str = "") -> "MessageDialog":
        """Open one and go on, unless one says the same already: trouble that stays must not bury the window."""
        known = cls._open
        if known is None or not isValid(known) or not known.isVisible() or known.text != text:
            known = cls._open = cls(parent, text, heading)
            known.open()
        return known
