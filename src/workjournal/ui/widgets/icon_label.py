"""An icon beside texts, decorative unless it is given an accessible name."""

from PySide6.QtCore import Property, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.painting import painting


class IconLabel(QLabel):
    """An icon; in a form set icon ("trophy"), side (16 by default) and tone (a colour token, "text2" by default)."""

    def __init__(
        self, parent: QWidget | None = None, icon: str = "", side: int = 16, tone: str = "text2"
    ) -> None:
        super().__init__(parent)
        self._icon, self._side, self._tone = icon, side, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_side(self, side: int) -> None:
        self._side = side
        self.updateGeometry()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._side), theme.px(self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        if not self._icon:
            return
        with painting(self) as painter:
            side = min(theme.px(self._side), self.width(), self.height())
            icons.paint(
                painter, icons.centred(self.rect(), side), self._icon, getattr(theme.current(), self._tone)
            )

    icon: str = Property(str, lambda self: self._icon, set_icon)  # type: ignore[assignment] # a property of Qt reads as its value
    side: int = Property(int, lambda self: self._side, set_side)  # type: ignore[assignment]
    tone: str = Property(str, lambda self: self._tone, set_tone)  # type: ignore[assignment]
