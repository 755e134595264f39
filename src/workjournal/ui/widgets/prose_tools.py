"""Two buttons beside the heading of a text: how it reads, and its menu. The keyboard has both in the text itself."""

from PySide6.QtCore import Property, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workjournal.ui import icons
from workjournal.ui.prose import writing_keys
from workjournal.ui.widgets.prose_edit import ProseEdit


class ProseTools(QWidget):
    """In a form, `field` names the ProseEdit they are for, anywhere beside or below the parents of these."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = ""
        self._edit: ProseEdit | None = None
        self.preview = self._button("eye", self.tr("How it reads"))
        keys = writing_keys.PREVIEW.toString(writing_keys.NATIVE)
        self.preview.setToolTip(f"{self.tr('How it reads')} ({keys})")
        self.preview.setCheckable(True)
        self.menu = self._button("ellipsis", self.tr("More for this text"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.preview)
        row.addWidget(self.menu)

    def attend(self, edit: ProseEdit) -> None:
        """Be for this text."""
        self._edit = edit
        edit.previewed.connect(self.preview.setChecked)
        self.preview.clicked.connect(edit.set_preview)
        self.menu.clicked.connect(
            lambda: edit.open_menu(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        place: QWidget | None = self if self._edit is None else None
        while place is not None and self._edit is None:
            place = place.parentWidget()
            found = place.findChild(ProseEdit, self._field) if place is not None else None
            if isinstance(found, ProseEdit):
                self.attend(found)

    def _button(self, icon: str, words: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "icon")
        button.setIcon(icons.icon(icon))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        return button

    def set_field(self, name: str) -> None:
        self._field = name

    field: str = Property(str, lambda self: self._field, set_field)  # type: ignore[assignment] # a property of Qt reads as its value
