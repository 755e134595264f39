"""One line of somebody's own text, shortened where it does not fit."""

from PySide6.QtCore import Property, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workjournal.ui import theme


class ElidedLabel(QLabel):
    """A label that never asks for more room than there is; the whole text is its tool tip and its accessible name.

    In a form, `middle` leaves out the middle instead of the end, for a path.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole, self._middle = "", False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def text(self) -> str:
        """The whole text, however much of it is seen."""
        return self._whole

    def set_middle(self, middle: bool) -> None:
        self._middle = middle
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.px(48)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self.updateGeometry()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideMiddle if self._middle else Qt.TextElideMode.ElideRight
        seen = self.fontMetrics().elidedText(self._whole, mode, self.width())
        super().setText(seen)
        self.setToolTip(self._whole if seen != self._whole else "")

    middle: bool = Property(bool, lambda self: self._middle, set_middle)  # type: ignore[assignment] # a property of Qt reads as its value
