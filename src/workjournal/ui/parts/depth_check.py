"""How far a reflection went, as its writer sees it: asked once, never scored, shown to nobody."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.reflection import Depth
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.segments import Choice, Segments

_WORDS = {
    Depth.DESCRIBED: QT_TRANSLATE_NOOP("DepthCheck", "Described what happened"),
    Depth.EXPLAINED: QT_TRANSLATE_NOOP("DepthCheck", "Explained why"),
    Depth.QUESTIONED: QT_TRANSLATE_NOOP("DepthCheck", "Questioned what I assumed"),
    Depth.CHANGED: QT_TRANSLATE_NOOP("DepthCheck", "Changed how I see it"),
}


class DepthCheck(QFrame):
    """Four chips; pressing the chosen one again takes it back. Where it may be put off, "Not now" does that."""

    rated = Signal(object)
    """The Depth chosen, or None."""
    put_off = Signal()

    def __init__(self, parent: QWidget, *, may_wait: bool) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-sunken")
        self._filling = False
        self.heading = QLabel(self.tr("For you alone: how far did it go?"), self)
        self.heading.setProperty("role", "strong")
        self.heading.setWordWrap(True)
        self.heading.setMinimumWidth(1)
        self.note = QLabel(self.tr("Optional, without a score, and never in a pack."), self)
        self.note.setProperty("role", "caption")
        self.note.setWordWrap(True)
        self.note.setMinimumWidth(1)
        self.chips = Segments(self)
        self.chips.setObjectName("depth")
        self.chips.setAccessibleName(self.heading.text())
        self.chips.set_look("chips")
        self.chips.set_optional(True)
        words = QCoreApplication.translate
        self.chips.set_choices(Choice(depth, words("DepthCheck", word)) for depth, word in _WORDS.items())
        self.chips.changed.connect(self._tell)
        self.later = QPushButton(self.tr("Not now"), self)
        self.later.setObjectName("not_now")
        self.later.setProperty("role", "link")
        self.later.setVisible(may_wait)
        self.later.clicked.connect(self.put_off)
        self._lay()

    def show_depth(self, depth: Depth | None) -> None:
        """Show what was chosen; that is no choice."""
        self._filling = True
        self.chips.choice = depth
        self._filling = False

    def _tell(self) -> None:
        if not self._filling:
            self.rated.emit(self.chips.choice)

    def _lay(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        head.addWidget(IconLabel(self, "lock", 16))
        head.addWidget(self.heading, 1)
        head.addWidget(self.later, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(20, 14, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.chips)
        column.addWidget(self.note)
