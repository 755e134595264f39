"""One use of a lesson: what it is about, whether it worked, and a way to take it back."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.segments import Segments

YES, NO, OPEN = "yes", "no", "open"
WORKED = {YES: True, NO: False, OPEN: None}


class Asked(Segments):
    """Did it work: yes, no, too early."""

    def __init__(self, parent: QWidget | None, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.set_choices(
            [
                Choice(YES, self.tr("It worked")),
                Choice(NO, self.tr("It did not")),
                Choice(OPEN, self.tr("Too early")),
            ]
        )

    def worked(self) -> bool | None:
        """What is chosen; None while one cannot tell."""
        return WORKED.get(str(self.choice))

    def show_worked(self, worked: bool | None) -> None:
        """Choose it, without that counting as an answer."""
        self.blockSignals(True)
        self.choice = next(key for key, value in WORKED.items() if value is worked)
        self.blockSignals(False)


class DidItWork(QFrame):
    """A sunken card: a sentence, or a way to the episode of that name; the question; a cross."""

    answered = Signal(object)
    removed = Signal()
    opened = Signal()

    def __init__(
        self, title: str, worked: bool | None, parent: QWidget, *, second: str = "", opens: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-sunken")
        self._title = title
        self.worked = Asked(self, self.tr("Did it work: {what}").format(what=title))
        self.worked.show_worked(worked)
        self.worked.changed.connect(lambda: self.answered.emit(self.worked.worked()))
        self.remove = cross(self, self.tr("Not applied after all"), title)
        self.remove.clicked.connect(self.removed)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(words(self, title, "strong" if opens else ""), 1)
        if opens:
            self.open = small_button(self, "external-link", self.tr("Open the episode"), title)
            self.open.clicked.connect(self.opened)
            head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        head.setSpacing(2)
        column.setContentsMargins(10, 8, 2, 10)
        column.setSpacing(6)
        column.addLayout(head)
        if second:
            column.addWidget(words(self, second, "muted"))
        column.addWidget(self.worked)


def words(parent: QWidget, text: str, role: str = "") -> QLabel:
    """A text of somebody's own that breaks into lines."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    if role:
        label.setProperty("role", role)
    return label


def small_button(parent: QWidget, icon: str, does: str, to_what: str) -> QPushButton:
    """A button of an icon alone; its name says what it does and to what."""
    button = QPushButton(parent)
    button.setProperty("role", "icon")
    button.setIcon(icons.icon(icon))
    button.setIconSize(QSize(theme.px(16), theme.px(16)))
    button.setAccessibleName(f"{does}: {to_what}")
    button.setToolTip(does)
    return button


def cross(parent: QWidget, does: str, to_what: str) -> QPushButton:
    """The button that takes something out."""
    return small_button(parent, "x", does, to_what)
