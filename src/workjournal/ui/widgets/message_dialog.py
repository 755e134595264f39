"""Trouble that a person can mend, told in a sentence."""

from PySide6.QtWidgets import QWidget

from workjournal.ui.widgets.plain_dialog import PlainDialog


class MessageDialog(PlainDialog):
    """A sentence and a button to close it."""

    def __init__(self, parent: QWidget | None, text: str, heading: str = "") -> None:
        super().__init__(parent, heading or self.tr("That did not work"), text, "circle-alert", "warn")
        self.add_button(self.tr("Close"), "primary", default=True).clicked.connect(self.accept)

    @classmethod
    def tell(cls, parent: QWidget | None, text: str, heading: str = "") -> "MessageDialog":
        """Open one and go on; it closes itself away."""
        dialog = cls(parent, text, heading)
        dialog.open()
        return dialog
