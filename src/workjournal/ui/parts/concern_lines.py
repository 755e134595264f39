"""What speaks against starting a goal as things stand: a line each, and never more than words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from workjournal.domain.readiness import Concern
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.icon_label import IconLabel

_OFFSET = QT_TRANSLATE_NOOP(
    "ConcernLines", "Stretch has diminishing returns, which feedback offsets (DeRue & Wellman 2009)."
)
_AFFORD = QT_TRANSLATE_NOOP(
    "ConcernLines", "Those who can least afford stretch goals pursue them most (Sitkin et al. 2011)."
)
_LINES = {
    Concern.NO_FEEDBACK: (
        QT_TRANSLATE_NOOP("ConcernLines", "Nobody is named yet who gives you feedback. Whom could you ask?"),
        _OFFSET,
    ),
    Concern.LITTLE_SLACK: (
        QT_TRANSLATE_NOOP("ConcernLines", "There is little room for it. What could wait meanwhile?"),
        _AFFORD,
    ),
    Concern.FEW_SUCCESSES: (
        QT_TRANSLATE_NOOP(
            "ConcernLines", "Comparable things have not gone well lately. Would a smaller step come first?"
        ),
        _AFFORD,
    ),
}


class ConcernLines(QFrame):
    """A line for each concern; shown are those that hold. What is known, and from whom, is said below them and as help."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-info")
        self._lines: dict[Concern, tuple[IconLabel, QLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for row, (concern, (line, source)) in enumerate(_LINES.items()):
            icon, words = IconLabel(self, "info", tone="info"), _words(self, _tr(line), "muted")
            words.setToolTip(_tr(source))
            words.setAccessibleDescription(_tr(source))
            self._grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._lines[concern] = (icon, words)
        self.sources = _words(self, "", "caption")
        self._grid.addWidget(self.sources, len(_LINES), 1)
        self.say(())

    def said(self) -> list[Concern]:
        """Those shown."""
        return [concern for concern, (_, line) in self._lines.items() if not line.isHidden()]

    def line(self, concern: Concern) -> QLabel:
        """The line of a concern."""
        return self._lines[concern][1]

    def say(self, concerns: Iterable[Concern]) -> None:
        """Show these and no others."""
        wanted = set(concerns)
        for concern, pair in self._lines.items():
            for shown in pair:
                shown.setVisible(concern in wanted)
        known = dict.fromkeys(_tr(source) for concern, (_, source) in _LINES.items() if concern in wanted)
        self.sources.setText("\n".join(known))
        self.setVisible(bool(wanted))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ConcernLines", text)


def _words(parent: QWidget, text: str, role: str) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
