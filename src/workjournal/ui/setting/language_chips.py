"""The languages of spelling: a chip for each that has a dictionary here, and for each that was chosen elsewhere."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workjournal.ui import tasks, theme
from workjournal.ui.prose import dictionaries
from workjournal.ui.widgets.chip_set import ChipSet
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.writing.spelling_menu import language_name

_HIGH = 26
"""Of a row of chips: the page keeps its height when they come."""


class LanguageChips(QWidget):
    """Looks for dictionaries in a Task, once it is shown what was chosen; until then it says so."""

    changed = Signal()
    filled = Signal()
    """There are other chips, which no order of Tab knows yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waiting = QLabel(self.tr("Looking for dictionaries…"), self)
        self.waiting.setProperty("role", "muted")
        self.waiting.setMinimumHeight(theme.px(_HIGH))
        self.chips: ChipSet | None = None
        self._there: tuple[str, ...] | None = None
        self._asked = False
        self._chosen: tuple[str, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.waiting)

    def show_chosen(self, languages: tuple[str, ...] | None) -> None:
        """Show these as chosen; None are those of the system."""
        self._chosen = languages
        if self._there is not None:
            self._fill(self._there)
        elif not self._asked:
            self._asked = True
            tasks.run(lambda _report: dictionaries.available(), self._fill, self)

    def languages(self) -> tuple[str, ...] | None:
        """Those chosen."""
        return self._chosen

    def _fill(self, there: tuple[str, ...]) -> None:
        self._there = there
        chosen = dictionaries.usual(QLocale.system().name(), there) if self._chosen is None else self._chosen
        offered = sorted({*there, *chosen}, key=language_name)
        if self.chips is None or [*self._offered()] != offered:
            self._make(offered)
        if offered:
            self._column.removeWidget(self.waiting)
            self.waiting.hide()
        else:
            self.waiting.setText(self.tr("There is no dictionary on this computer."))
        assert self.chips is not None
        self.chips.blockSignals(True)
        self.chips.chosen = [*chosen]
        self.chips.blockSignals(False)

    def _offered(self) -> list[str]:
        return [] if self.chips is None else [str(value) for value in self.chips.values()]

    def _make(self, offered: list[str]) -> None:
        if self.chips is not None:
            self.chips.hide()
            self._column.removeWidget(self.chips)
            self.chips.deleteLater()
        self.chips = ChipSet(self)
        self.chips.set_choices(Choice(tag, language_name(tag)) for tag in offered)
        self.chips.changed.connect(self._take)
        self._column.addWidget(self.chips)
        self.chips.show()
        self.filled.emit()

    def _take(self) -> None:
        assert self.chips is not None
        self._chosen = tuple(str(tag) for tag in self.chips.chosen)
        self.changed.emit()
