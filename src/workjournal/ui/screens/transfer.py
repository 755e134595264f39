"""Import and export: journals of other programs come in here, and what is written here goes out."""

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QVBoxLayout

from workjournal.domain.episode import Episode
from workjournal.domain.intake import Intake
from workjournal.journal.imports import Imported
from workjournal.journal.journal import Journal
from workjournal.ui.guards.work_line import WorkLine
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.places import Picked
from workjournal.ui.screen import Screen
from workjournal.ui.transfer.export_aside import ExportAside
from workjournal.ui.transfer.export_flow import ExportFlow
from workjournal.ui.transfer.import_flow import ImportFlow
from workjournal.ui.transfer.intake_deeds import IntakeDeeds
from workjournal.ui.transfer.known_formats import KnownFormats
from workjournal.ui.transfer.notice import TransferNotice
from workjournal.ui.transfer.past_imports import PastImports
from workjournal.ui.transfer.telling import TELLING
from workjournal.ui.widgets.drop_zone import local_files
from workjournal.ui.widgets.segments import Choice, Segments

IMPORT, EXPORT = "import", "export"
_EDGE = 32


class TransferScreen(Screen):
    """Two pages. A file that is dropped anywhere begins an import."""

    name = "transfer"
    title = QT_TRANSLATE_NOOP("TransferScreen", "Import and export")
    icon = "inbox"
    help = "transfer"
    under = "safety"
    shows = frozenset({Intake, Episode})

    part: Segments
    back: QPushButton
    news_column: QVBoxLayout
    pages: QStackedWidget
    import_scroll: QScrollArea
    import_column: QVBoxLayout
    import_aside_column: QVBoxLayout
    export_scroll: QScrollArea
    export_column: QVBoxLayout
    export_aside_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.setAcceptDrops(not journal.read_only)
        self.part.set_choices(
            [Choice(IMPORT, self.tr("Import"), "download"), Choice(EXPORT, self.tr("Export"), "upload")]
        )
        self.part.choice = IMPORT
        self.deeds = IntakeDeeds(journal, self)
        self.line, self.notice = WorkLine(), TransferNotice()
        for news in (self.line, self.notice):
            self.news_column.addWidget(news)
        self.flow = ImportFlow(journal, self.line, self.notice)
        self.past = PastImports(journal, self.deeds)
        for card in (self.flow, self.past):
            self.import_column.addWidget(card)
        self.import_column.addStretch(1)
        self.import_aside_column.addWidget(KnownFormats(journal.imports.formats()))
        self.import_aside_column.addStretch(1)
        self.export = ExportFlow(journal, self.line, self.notice)
        self.export_aside = ExportAside()
        self.export_column.addWidget(self.export)
        self.export_column.addStretch(1)
        self.export_aside_column.addWidget(self.export_aside)
        self.export_aside_column.addStretch(1)
        self._connect()
        self._show_news()

    def refresh(self) -> None:
        self.line.renew()
        self.flow.refresh()
        self.export.refresh()
        self.past.refresh()

    def arrive(self, what: object) -> None:
        if isinstance(what, Picked):
            self.export.what.show_chosen(what.ids)
        self.part.choice = EXPORT if what == EXPORT or isinstance(what, Picked) else IMPORT
        (self.export if self.part.choice == EXPORT else self.flow).first().setFocus()

    def leave(self) -> None:
        self.export.how.forget()
        if not self.line.is_busy():
            self.notice.say("")  # what was told has been read
            self.past.forget_told()

    def here(self) -> object:
        return self.part.choice

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()) and not self.flow.is_busy():
            event.acceptProposedAction()
            self.flow.drop.light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - wherever it goes
        self.flow.drop.light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.flow.drop.light(on=False)
        event.acceptProposedAction()
        self.part.choice = IMPORT
        self.flow.drop.take(local_files(event.mimeData()))

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("safety", None))
        self.part.changed.connect(self._turn)
        self.line.busy.connect(self._show_news)
        self.notice.shown.connect(self._show_news)
        self.flow.wanted.connect(lambda day: self.go.emit("episodes", day))
        self.flow.imported.connect(self._imported)
        self.flow.take_back.connect(self.deeds.undo)
        self.export_aside.to_backups.clicked.connect(lambda: self.go.emit("backups", None))
        self.deeds.refused.connect(self.notice.say)

    def _show_news(self) -> None:
        """Room above the page while there is something to tell. It is never hidden: the keyboard may go there."""
        nothing = self.line.isHidden() and self.notice.isHidden()
        self.news_column.setContentsMargins(_EDGE, 0 if nothing else _EDGE // 2, _EDGE, 0)

    def _turn(self) -> None:
        self.notice.say("")
        self.pages.setCurrentWidget(self.export_scroll if self.part.choice == EXPORT else self.import_scroll)

    def _imported(self, done: Imported) -> None:
        intake = done.id
        if intake is not None:
            self.toast.emit(TELLING.imported(done), lambda: self.deeds.undo(intake))
