"""The rows of the files kept with an episode, with the keys that are theirs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from workjournal.ui.widgets.row_list import RowList


class FileRows(RowList):
    """Enter or Space opens, F2 asks for another name, R presses the action, Delete removes."""

    rename_asked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current, plain = self.current_id(), not event.modifiers()
        if current is not None and plain and event.key() == Qt.Key.Key_Space:
            self.opened.emit(current)
        elif current is not None and plain and event.key() == Qt.Key.Key_F2:
            self.rename_asked.emit(current)
        else:
            super().keyPressEvent(event)
