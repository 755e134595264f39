"""Beside an import: which journals can be read, and which files of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from workjournal.journal.imports import Importer
from workjournal.ui import form


class KnownFormats(QFrame):
    """A card of names with a line each."""

    formats_column: QVBoxLayout

    def __init__(self, importers: Sequence[Importer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "known_formats")
        for importer in importers:
            self.formats_column.addLayout(titled(importer.title, importer.about, self))


def titled(title: str, about: str, over: QWidget) -> QVBoxLayout:
    """A name, and a line about it."""
    name, line = QLabel(title, over), QLabel(about, over)
    name.setProperty("role", "label")
    line.setProperty("role", "caption")
    line.setWordWrap(True)
    line.setMinimumWidth(1)
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(name)
    column.addWidget(line)
    return column
