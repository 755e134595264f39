"""Lucide icons, coloured when they are painted.

`icon("sun")` gives a QIcon that follows the theme, also while the program runs. In a form, `<iconset
theme="wj-sun"/>` names one: QUiLoader makes Qt's own uncoloured theme icon of it, which `form.fill` then replaces
by ours (`adopt`), in the role that fits the button it sits on.

Roles: any colour token ("text2" by default, "accent", "danger", "on_accent" …). Disabled icons take the colour of
control outlines, checked and selected ones that of the accent, except on an accent ground.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from workjournal import resources
from workjournal.ui import theme

PREFIX = "wj-"
_ROLE_OF_BUTTON = {
    "primary": "on_accent",
    "link": "accent",
    "danger": "danger",
    "danger-primary": "window",
    "toast": "accent",
}
_MIRRORED = {
    "chevron-left": "chevron-right",
    "chevron-right": "chevron-left",
    "arrow-left": "arrow-right",
    "arrow-right": "arrow-left",
}
_SIDES = {"chip": 14, "segment": 16}
_clones: list["_Engine"] = []


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{PREFIX}{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawn = _source(name).replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(drawn.encode()))


@cache
def _pixmap(name: str, colour: str, width: int, height: int) -> QPixmap:
    """The icon in physical pixels; few sizes and colours occur, so all are kept."""
    made = QPixmap(width, height)
    made.fill(Qt.GlobalColor.transparent)
    side = min(width, height)
    painter = QPainter(made)
    _renderer(name, colour).render(painter, QRectF((width - side) / 2, (height - side) / 2, side, side))
    painter.end()
    return made


def _facing(name: str) -> str:
    """Where people read from the right, "back" points to the right."""
    return _MIRRORED.get(name, name) if QGuiApplication.isRightToLeft() else name


def paint(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Draw an icon in a colour ("#RRGGBB") into a rectangle, sharp at every device pixel ratio."""
    ratio = painter.device().devicePixelRatioF()
    drawn = _pixmap(
        _facing(name), colour, max(1, round(rect.width() * ratio)), max(1, round(rect.height() * ratio))
    )
    painter.drawPixmap(rect, drawn)


def pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels."""
    made = QPixmap(_pixmap(name, colour, round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    return made


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        _source(name)
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint(painter, rect, self._name, self._colour(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return QPixmap(_pixmap(_facing(self._name), self._colour(mode, state), size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002 - the size is physical already
        return self.pixmap(size, mode, state)

    def clone(self) -> QIconEngine:
        # Qt keeps the copy and Python does not know; a copy that Python freed would be a crash.
        _clones.append(_Engine(self._name, self._role))
        return _clones[-1]

    def key(self) -> str:
        return "workjournal"

    def iconName(self) -> str:
        return f"{PREFIX}{self._name}"

    def isNull(self) -> bool:
        return False

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        tokens = theme.current()
        if mode == QIcon.Mode.Disabled:
            return tokens.control
        chosen = state == QIcon.State.On or mode == QIcon.Mode.Selected
        return (
            tokens.accent
            if chosen and self._role in {"text", "text2", "text3"}
            else getattr(tokens, self._role)
        )


def icon(name: str, role: str = "text2") -> QIcon:
    """The icon of that Lucide name (without "wj-") in a colour token's colour.

    Raises:
        FileNotFoundError: there is no such icon in resources/icons.
    """
    return QIcon(_Engine(name.removeprefix(PREFIX), role))


def role_for(widget: QWidget) -> str:
    """The role of an icon on this widget, from the widget's own `role` property."""
    return _ROLE_OF_BUTTON.get(str(widget.property("role") or ""), "text2")


def known_to_forms() -> None:
    """Let QIcon.fromTheme find the wj- names, without which QUiLoader drops them."""
    folder = str(resources.path("icons"))
    if folder not in QIcon.fallbackSearchPaths():
        QIcon.setFallbackSearchPaths([*QIcon.fallbackSearchPaths(), folder])


def adopt(item: QAbstractButton | QAction) -> None:
    """Replace a wj- icon that a form gave to a button or action by ours, in the size that fits."""
    name = item.icon().name()
    if not name.startswith(PREFIX):
        return
    if isinstance(item, QAction):
        item.setIcon(icon(name))
    elif item.iconSize() != QSize(16, 16):  # the form set one; Fusion's own is 16
        item.setIcon(icon(name, role_for(item)))
    else:
        put(item, name)


def put(button: QAbstractButton, name: str, side: int = 0) -> None:
    """Give a button an icon in the role and size that fit it, with more room before the words than Qt leaves."""
    button.setIcon(icon(name, role_for(button)))
    side = theme.px(side or _SIDES.get(str(button.property("role")), 18))
    button.setIconSize(QSize(side + (theme.px(5) if button.text() else 0), side))


def centred(rect: QRect, size: int) -> QRect:
    """A square of `size` in the middle of a rectangle."""
    corner = QPoint(rect.center().x() - size // 2 + 1, rect.center().y() - size // 2 + 1)
    return QRect(corner, QSize(size, size))
