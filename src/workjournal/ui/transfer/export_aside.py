"""Beside an export: what it is good for, and the better way to a safe copy."""

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from workjournal.ui import form


class ExportAside(QFrame):
    """A card of words, and the way to the backups."""

    to_backups: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "export_aside")
