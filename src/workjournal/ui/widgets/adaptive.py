"""A page of two columns that becomes one column in a narrow window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from workjournal.ui import theme


class Adaptive(QWidget):
    """Puts an aside of 340 px beside the content, and below it while the window is narrower than 1200 px.

    In a form: an Adaptive with a QHBoxLayout and one or two widgets in it, the content and the aside, each with a
    layout of its own. Margins of the page (32, or 24 when narrow), the gap and the largest widths are set here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow: bool | None = None
        self._centred = False
        self._watched: QWidget | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._watched:
            self._arrange()
        return super().eventFilter(watched, event)

    def is_narrow(self) -> bool:
        """Whether the window has room for one column only."""
        return self.window().width() < theme.px(theme.TWO_COLUMNS)

    def set_centred(self, centred: bool) -> None:
        """Put the content in the middle of a wide window, for while nothing is beside it."""
        self._centred, self._narrow = centred, None
        self._arrange()

    def _arrange(self) -> None:
        layout = self.layout()
        narrow = self.is_narrow()
        if not isinstance(layout, QBoxLayout):
            return
        if narrow == self._narrow:
            self._centre(layout)
            return
        self._narrow = narrow
        items = [layout.itemAt(index) for index in range(layout.count())]
        columns = [column for item in items if item is not None and (column := item.widget()) is not None]
        margin = 24 if narrow else 32
        layout.setContentsMargins(margin, 20 if narrow else 24, margin, 24)
        layout.setSpacing(16 if narrow else 24)
        layout.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        for place, column in enumerate(columns):
            aside = place > 0
            if aside:
                column.setMinimumWidth(0 if narrow else theme.px(theme.ASIDE_WIDTH))
            widest = theme.px(theme.ASIDE_WIDTH + 8 if aside else theme.CONTENT_WIDTH)
            column.setMaximumWidth(16777215 if narrow else widest)
            column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            layout.setStretchFactor(column, 0 if narrow or aside else 1)
        self._end(layout, narrow=narrow)
        self._centre(layout)

    def _centre(self, layout: QBoxLayout) -> None:
        """Wider margins on both sides take the content to the middle, a higher one makes room for the way out."""
        margin, top = (24, 20) if self._narrow else (32, 24)
        if self._centred:
            margin, top = max(margin, (self.width() - theme.px(theme.CONTENT_WIDTH)) // 2), theme.px(52)
        edges = layout.contentsMargins()
        if (edges.left(), edges.top()) != (margin, top):
            layout.setContentsMargins(margin, top, margin, edges.bottom())

    def _end(self, layout: QBoxLayout, *, narrow: bool) -> None:
        """A stretch behind the columns takes what is left of a wide window, and the rest of a short page."""
        last = layout.itemAt(layout.count() - 1)
        if last is None or last.spacerItem() is None:
            layout.addStretch(0)
        layout.setStretch(layout.count() - 1, 1 if narrow else 0)
