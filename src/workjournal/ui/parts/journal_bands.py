"""What is special about the journal that is open: that it is only read, or older than it should be."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workjournal.journal.journal import Journal
from workjournal.ui import tab_order
from workjournal.ui.widgets.band import Band


class JournalBands(QWidget):
    """A line for each; nothing, and no room taken, for most journals."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Band | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        if journal.read_only:
            words = self.tr(
                "This journal is open for reading: its folder {folder} cannot be written. Nothing you do here changes it."
            )
            self._add(Band(words.format(folder=journal.folder), icon="lock", parent=self))
        if journal.notices:
            notice = Band("\n".join(journal.notices), tone="warn", icon="triangle-alert", parent=self)
            notice.answered.connect(self._fit)
            notice.add_answer(self.tr("I know"), journal.accept_notices)
            self._add(notice)
        self._fit()

    def tell(self, words: str, answer: str = "", then: Callable[[], object] = lambda: None) -> None:
        """Say what was found later, in place of what was said before; "" takes it away."""
        if self._told is not None and self._told.words.text() != words:
            self._told.hide()
            self._told.deleteLater()
            self._told = None
        if words and self._told is None:
            self._told = Band(words, tone="warn", icon="triangle-alert", parent=self)
            self._told.answered.connect(self._fit)
            self._told.add_answer(answer, then)
            self._add(self._told)
            tab_order.chain(self)
        self._fit()

    def stand(self, words: str, *answers: tuple[str, Callable[[], object]]) -> None:
        """Say something that stays true as long as the journal is open."""
        band = Band(words, icon="compass", parent=self)
        for answer, then in answers:
            band.add_answer(answer, then)
        self._add(band)
        tab_order.chain(self)
        self._fit()

    def _add(self, band: Band) -> None:
        self._column.addWidget(band)

    def _fit(self) -> None:
        """No margin around nothing."""
        shown = any(not band.isHidden() for band in self.findChildren(Band))
        self._column.setContentsMargins(*((12, 10, 12, 0) if shown else (0, 0, 0, 0)))
        self.setVisible(shown)
