"""Where a file is to be written that leaves the journal."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_path(over: QWidget, heading: str, name: str, kinds: str) -> Path | None:
    """The path that was typed, with the ending of its suggested name where none was typed; None for none."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    typed, _ = QFileDialog.getSaveFileName(over, heading, str(Path(folder) / name), kinds)
    if not typed:
        return None
    path = Path(typed)
    return path if path.suffix else path.with_suffix(Path(name).suffix)
