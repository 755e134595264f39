"""What stands beside a page where there is room, or where it was asked for."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget

from workjournal.ui import theme


class Beside(QObject):
    """Shows an aside in windows of two columns; the button shows or hides it in any."""

    def __init__(self, page: QWidget, aside: QWidget, button: QPushButton) -> None:
        super().__init__(page)
        self._page, self._aside, self._button = page, aside, button
        self._asked: bool | None = None
        self._watched: QWidget | None = None
        page.installEventFilter(self)
        button.clicked.connect(lambda: self._ask(shown=button.isChecked()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._page:
            if self._watched is not self._page.window():
                self._watched = self._page.window()
                self._watched.installEventFilter(self)
            self._arrange()
        elif event.type() == QEvent.Type.Resize and watched is self._watched:
            self._arrange()
        return super().eventFilter(watched, event)

    def _ask(self, *, shown: bool) -> None:
        self._asked = shown
        self._arrange()

    def _arrange(self) -> None:
        wide = self._page.window().width() >= theme.px(theme.TWO_COLUMNS)
        shown = wide if self._asked is None else self._asked
        self._aside.setVisible(shown)
        self._button.setChecked(shown)
