"""What a reflection still lacks, said beside it; nothing of it has to be there."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from workjournal.domain.nudges import Nudge
from workjournal.ui.widgets.icon_label import IconLabel


class NudgeLines(QWidget):
    """A line for each nudge there is; shown are those that fit now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: dict[Nudge, tuple[IconLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, nudge in enumerate(Nudge):
            icon, line = IconLabel(self, "sprout"), QLabel(self)
            line.setText(QCoreApplication.translate("methods", nudge.value))
            line.setProperty("role", "muted")
            line.setWordWrap(True)
            line.setMinimumWidth(1)
            grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
            self._lines[nudge] = (icon, line)
        self.say(())

    def said(self) -> list[Nudge]:
        """Those shown."""
        return [nudge for nudge, (_, line) in self._lines.items() if not line.isHidden()]

    def say(self, nudges: Iterable[Nudge]) -> None:
        """Show these and no others."""
        wanted = set(nudges)
        for nudge, pair in self._lines.items():
            for shown in pair:
                shown.setVisible(nudge in wanted)
        self.setVisible(bool(wanted))
