"""Measures: the figures of one's own work with their last values, and the chosen one beside them."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workjournal.domain.check_in import CheckIn
from workjournal.domain.goal import Goal
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.journal.journal import Journal
from workjournal.journal.measures import Imported
from workjournal.ui import errors, tasks
from workjournal.ui.dialogs.import_report import ImportReportDialog
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import measure_words, sheet_drop
from workjournal.ui.parts.measure_page import MeasurePage
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.row_list import RowList


class MeasuresScreen(Screen):
    """A list and a page; what is typed of a measure is saved when another one is chosen, or on leaving."""

    name = "measures"
    title = QT_TRANSLATE_NOOP("MeasuresScreen", "Measures")
    icon = "gauge"
    help = "measures"
    shows = frozenset({Measure, Reading, MarkedChange, CheckIn, Goal})

    import_sheet: QPushButton
    new_measure: QPushButton
    pages: QStackedWidget
    empty: EmptyState
    page: QWidget
    list_card: QFrame
    measures: RowList
    page_scroll: QScrollArea
    detail_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._writing_new = False
        self.measure = MeasurePage(journal, self)
        self.detail_column.addWidget(self.measure)
        self._connect()

    def _connect(self) -> None:
        self.import_sheet.clicked.connect(self.measure.values.drop.ask)
        self.new_measure.clicked.connect(lambda: self._open(None))
        self.empty.acted.connect(lambda: self._open(None))
        self.measures.selectionModel().currentChanged.connect(
            lambda *_: self._choose(self.measures.current_id())
        )
        self.measures.opened.connect(self._choose)
        self.measures.trashed.connect(self._trash)
        self.measure.kept.connect(self._open)
        self.measure.trash_asked.connect(self._trash)
        self.measure.sheet.connect(self.take_in)
        self.measure.goal.connect(partial(self.go.emit, "goal"))
        self.measure.toast.connect(self.toast)
        self.measure.came.connect(self._bring_into_sight)

    def refresh(self) -> None:
        """Read the list again; the chosen measure stays, with what is being typed in it."""
        known, latest = self._journal.measures.all(), self._journal.measures.latest()
        at = self.measures.verticalScrollBar().value()
        today = self._journal.today()
        self.measures.selectionModel().blockSignals(True)  # the page decides which is open, not the list
        self.measures.set_rows([measure_words.row(each, latest.get(each.id), today) for each in known])
        self.measures.selectionModel().blockSignals(False)
        self.measures.verticalScrollBar().setValue(at)
        self._show_pages(bool(known) or self._writing_new)
        self.list_card.setVisible(bool(known))
        present = self.measure.open_id
        if self._writing_new or present in {each.id for each in known}:
            self.measure.refresh()
            self.measures.choose(present)
        else:
            self._open(known[0].id if known else None, writing=False)

    def arrive(self, what: object) -> None:
        if isinstance(what, New):
            self._open(None)
        elif isinstance(what, UUID) and what != self.measure.open_id:
            self._open(what)
        if not self._writing_new and self.measure.open_id is None:
            self.refresh()  # a new one was left with nothing typed
        if self._writing_new:
            self.measure.name.setFocus()
        elif self.measures.rows():
            self.measures.setFocus()
        else:
            self.empty.setFocus()

    def leave(self) -> None:
        if self.measure.leave():
            self._writing_new = False

    def here(self) -> object:
        return New() if self._writing_new else self.measure.open_id

    def take_in(self, file: Path) -> None:
        """Read a file of values in a Task: of the open measure, or of those that its rows name."""
        open_id = self.measure.open_id
        self.import_sheet.setEnabled(False)

        def work(_report: tasks.Report) -> Imported:
            return self._journal.measures.read_sheet(sheet_drop.read(file), open_id)

        tasks.run(work, partial(self._tell_imported, file), self, failed=self._not_imported, essential=True)

    def _tell_imported(self, file: Path, imported: Imported) -> None:
        self.import_sheet.setEnabled(True)
        ImportReportDialog.show_report(self, self.tr("Read from {file}").format(file=file.name), imported)

    def _not_imported(self, error: Exception) -> None:
        self.import_sheet.setEnabled(True)
        errors.report(error, self)

    def _show_pages(self, shown: bool) -> None:
        self.pages.setCurrentWidget(self.page if shown else self.empty)
        self.new_measure.setVisible(shown)  # the empty page has its own
        self.import_sheet.setVisible(shown and bool(self.measures.rows()))

    def _choose(self, measure_id: object) -> None:
        if isinstance(measure_id, UUID) and measure_id != self.measure.open_id:
            self._open(measure_id)

    def _open(self, measure_id: UUID | None, *, writing: bool = True) -> None:
        """Show a measure, or a new one, once the one before is saved; one that cannot be saved stays a draft."""
        self.measure.leave()
        self._writing_new = measure_id is None and writing
        self.measure.open(measure_id)
        self.page_scroll.verticalScrollBar().setValue(0)
        self.page_scroll.setVisible(measure_id is not None or self._writing_new)
        if measure_id is None:
            self.measures.clearSelection()
            self.measures.setCurrentIndex(self.measures.rootIndex())
        else:
            self.measures.choose(measure_id)
        if self._writing_new:
            self._show_pages(shown=True)
            self.measure.name.setFocus()

    def _trash(self, measure_id: object) -> None:
        if not isinstance(measure_id, UUID):
            return
        self.measure.leave()
        goals = self._journal.measures.goals_of(measure_id)
        self._journal.measures.trash(measure_id)
        told = self.tr("Measure moved to the trash; its goals keep their check-ins")
        told = told if goals else self.tr("Measure moved to the trash")
        self.toast.emit(told, partial(self._journal.measures.restore, measure_id))

    def _bring_into_sight(self, part: QWidget) -> None:
        # Its place is known once the page has been laid out again.
        QTimer.singleShot(0, self, lambda: self.page_scroll.ensureWidgetVisible(part, 0, 24))
