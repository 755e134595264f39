"""A picture to look at: all of it, or dot for dot, moved with the pointer or the arrow keys."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workjournal.ui import theme

_STEP = 60


class PictureView(QScrollArea):
    """Takes a picture as large as a screen first, so that it is there at once, and then with all its dots."""

    turned = Signal(int)
    """An arrow key asks for the next picture (1) or the one before (-1), where there is nothing to move."""
    sized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = _Canvas(self)
        self._fits = True
        self._grabbed: QPoint | None = None
        self.setWidget(self._canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def fits(self) -> bool:
        """Whether all of it is shown."""
        return self._fits

    def show_picture(self, image: QImage) -> None:
        """Show this one, all of it; an empty image shows none."""
        self._canvas.whole = self._canvas.small = image
        self.fit(fits=True)

    def sharpen(self, whole: QImage) -> None:
        """The same with all its dots; fitted, it goes on being painted from the smaller one."""
        self._canvas.whole = whole
        self.fit(fits=self._fits)

    def fit(self, *, fits: bool) -> None:
        """Show all of it, never larger than it is, or each of its dots as one of the screen."""
        self._fits = fits
        self._resize()
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setValue(bar.maximum() // 2)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if fits else Qt.CursorShape.OpenHandCursor)
        self.sized.emit()

    def zoom(self) -> float:
        """Dots of the screen for one of the picture; 0.0 without a picture."""
        wide = self._canvas.whole.width()
        return self._canvas.width() * self.devicePixelRatioF() / wide if wide else 0.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize()
        self.sized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and not self.horizontalScrollBar().maximum():
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.turned.emit(-steps[key] if right_to_left else steps[key])
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit(fits=not self._fits)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._fits:
            self._grabbed = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            now = event.position().toPoint()
            self._move(self._grabbed - now)
            self._grabbed = now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - whichever button
        if self._grabbed is not None:
            self._grabbed = None
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fit(fits=event.angleDelta().y() < 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def _move(self, by: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    def _resize(self) -> None:
        real = self._canvas.whole.size() / self.devicePixelRatioF()
        room = self.maximumViewportSize()
        if self._fits and (real.width() > room.width() or real.height() > room.height()):
            real = real.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self._canvas.resize(real)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(theme.px(_STEP))
        self._canvas.update()


class _Canvas(QWidget):
    """The picture in its present size, on a quiet ground that shows where it has no colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.whole = self.small = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.whole.isNull():
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.current().sunken))
        wide = round(self.width() * self.devicePixelRatioF())
        shown = self.whole if wide > self.small.width() else self.small
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shown.width() != wide)
        painter.drawImage(QRectF(self.rect()), shown, QRectF(shown.rect()))
        painter.end()
