"""Nothing but the text: the rail, the bar above and what is beside go away; Escape brings them back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.commands import Command
from workjournal.ui.widgets.adaptive import Adaptive
from workjournal.ui.widgets.prose_edit import ProseEdit

KEYS = "Ctrl+Shift+F"
_MARGIN = 12


class FocusMode(QObject):
    """Of one window, for as long as it is open; on screens without a text everything stays where it is.

    Attributes:
        on: whether it is wanted; it takes hold wherever there is something to write.
    """

    def __init__(self, parent: QWidget, stack: QStackedWidget, around: Sequence[QWidget]) -> None:
        super().__init__(parent)
        self.on = False
        self._stack, self._around = stack, tuple(around)
        self._hidden: list[QWidget] = []
        self._centred: list[Adaptive] = []
        self.out = QPushButton("\u00a0" + self.tr("Leave focus mode"), stack)
        self.out.setProperty("role", "link")
        self.out.setIcon(icons.icon("minimize-2", "accent"))
        self.out.setToolTip("Esc")
        self.out.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Escape
        self.out.clicked.connect(self.switch)
        self.out.hide()
        stack.currentChanged.connect(lambda _: self._apply())
        for watched in (parent, stack):
            watched.installEventFilter(self)

    def command(self, group: str) -> Command:
        """What switches it, for the palette, the shortcut and the sheet of them."""
        return Command("focus", self.tr("Nothing but the text"), "maximize-2", KEYS, self.switch, group)

    def switch(self) -> None:
        """In or out; where one is writing stays in sight."""
        self.on = not self.on
        typing = self._stack.focusWidget()
        self._apply()
        if isinstance(typing, ProseEdit):
            typing.setFocus()
            typing.ensureCursorVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._hidden and watched is self.parent() and event.type() == QEvent.Type.KeyPress:
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                self.switch()
                return True
        elif watched is self._stack and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        for part in self._hidden:
            part.show()
        for page in self._centred:
            page.set_centred(False)
        self._hidden, self._centred = [], []
        screen = self._stack.currentWidget()
        held = self.on and screen is not None and screen.findChild(ProseEdit) is not None
        if held and screen is not None:
            bars = [each for each in screen.findChildren(QFrame) if each.property("role") == "topbar"]
            aside = getattr(screen, "aside", None)
            beside = [aside] if isinstance(aside, QWidget) else []
            self._hidden = [part for part in (*self._around, *bars, *beside) if not part.isHidden()]
            self._centred = screen.findChildren(Adaptive)
            for part in self._hidden:
                part.hide()
            for page in self._centred:
                page.set_centred(True)
        self.out.setVisible(held)
        self._place()

    def _place(self) -> None:
        self.out.adjustSize()
        margin = theme.px(_MARGIN)
        left = self.out.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.out.move(margin if left else self._stack.width() - self.out.width() - 2 * margin, margin)
        self.out.raise_()
