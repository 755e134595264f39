"""The review pack: choose, look at the very pages, export."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QStandardPaths, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.keeping import Preference
from workjournal.domain.label import Person
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import Pack
from workjournal.exporters.pdf_pages import PagePicture, page_pictures
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.ui import errors, tasks, theme
from workjournal.ui.autosave import Autosave
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts import pack_preview
from workjournal.ui.parts.pack_draft import PackDraft, too_many
from workjournal.ui.parts.pack_lines import GROWTH, pack_lines
from workjournal.ui.parts.pack_period import PackPeriod
from workjournal.ui.parts.pack_preview import Preview
from workjournal.ui.parts.pack_share import PackShare
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.tasks import Task
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.pack_contents import PackContents
from workjournal.ui.widgets.pdf_view import PdfView
from workjournal.ui.widgets.prose_edit import ProseEdit

DRAFT = "pack"
SETTLES_MS = 400
_CHOICES, _LEAST_CHOICES = 384, 300
"""How wide the leading column is, and at least is at any scale; the pages take the rest."""


class PackScreen(Screen):
    """What goes in at the left, the pages at the right."""

    name = "pack"
    title = QT_TRANSLATE_NOOP("PackScreen", "Review pack")
    icon = "file-text"
    shows = frozenset({Episode, Goal, CheckIn, Lesson, Action, Person, Pack, Preference})
    shortcut = "Ctrl+7"

    words: QLabel
    state: QLabel
    smaller: QPushButton
    larger: QPushButton
    export_pdf: QPushButton
    page: QScrollArea
    period_column: QVBoxLayout
    contents_card: QFrame
    contents_label: QLabel
    contents_column: QVBoxLayout
    count: QLabel
    asks: ProseEdit
    commitments: ProseEdit
    commitments_note: QLabel
    share_column: QVBoxLayout
    preview: QStackedWidget
    filled: QWidget
    preview_column: QVBoxLayout
    nothing: EmptyState

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._draft: PackDraft | None = None
        self._preview: Preview | None = None
        self._task: Task | None = None
        self.period, self.contents, self.share, self.pdf = (
            PackPeriod(),
            PackContents(),
            PackShare(),
            PdfView(),
        )
        self.contents.setAccessibleName(self.contents_label.text())
        self.pdf.setAccessibleName(self.tr("Preview"))
        self._soon = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._autosave = Autosave(self, self._keep, ("asks", "commitments"))
        self._place()
        self._connect()

    def refresh(self) -> None:
        shared = self._journal.packs.shared()
        self.period.offer(self._journal.today(), shared[0].period_end if shared else None)
        self.share.say_last(shared[0] if shared else None)
        if self._draft is None:
            self._resume()
        self._make()

    def arrive(self, what: object) -> None:  # noqa: ARG002 - there is only the one pack
        self.period.start.setFocus()

    def leave(self) -> None:
        self._autosave.flush()
        # Pages that nobody sees are made when one comes back.
        self.stale = self.stale or self._soon.isActive()
        self._soon.stop()

    def _place(self) -> None:
        # Larger letters need more room, but must leave the pages some.
        self.page.setFixedWidth(max(_CHOICES, theme.px(_LEAST_CHOICES)))
        self.period_column.addWidget(self.period)
        self.contents_column.addWidget(self.contents)
        self.share_column.addWidget(self.share)
        self.preview_column.addWidget(self.pdf)
        for name, widget in (("period", self.period), ("contents", self.contents), ("pdf", self.pdf)):
            widget.setObjectName(name)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._make)
        for field in (self.period, self.asks, self.commitments):
            field.changed.connect(self._typed)
        self.contents.ticked.connect(self._tick)
        self.pdf.wanted.connect(self._redraw)
        self.smaller.clicked.connect(lambda: self.pdf.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.pdf.zoom_by(1))
        QShortcut(QKeySequence("Ctrl+="), self, lambda: self.pdf.zoom_by(1))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.pdf.zoom_by(0))
        self.export_pdf.clicked.connect(self._export)
        self.nothing.acted.connect(lambda: self.go.emit("episode", New()))

    def _resume(self) -> None:
        """Put back the draft that was left, or begin with the usual period."""
        kept = self._journal.drafts.find(DRAFT)
        start, end = self.period.usual()
        draft = PackDraft.read(kept.fields) if kept else PackDraft(start=start, end=end)
        with self._autosave.quiet():
            self.period.audience.choice = draft.audience
            self.period.period = (draft.start, draft.end)
            self.asks.text, self.commitments.text = draft.asks, draft.commitments
        # Only now, so that fields half filled do not speak for the draft.
        self._draft = draft

    def _typed(self) -> None:
        """A field changed: the draft follows, and soon the pages."""
        if self._draft is None:
            return
        start, end = self.period.period or (self._draft.start, self._draft.end)
        audience = self.period.audience.choice
        assert isinstance(audience, Audience)
        self._change(
            replace(
                self._draft,
                start=start,
                end=end,
                audience=audience,
                asks=self.asks.text,
                commitments=self.commitments.text,
            )
        )

    def _tick(self, section: str, thing: str, on: bool) -> None:
        assert self._draft is not None
        if section == GROWTH and thing:
            charts = [key for key in pack_charts.ticked(self._journal.preferences) if key != thing]
            pack_charts.tick(self._journal.preferences, [*charts, thing] if on else charts)
            self._change(self._draft)
        else:
            self._change(self._draft.ticking(thing, on) if thing else self._draft.including(section, on))

    def _change(self, draft: PackDraft) -> None:
        self._draft = draft
        self._autosave.touch()
        self._tell()
        # What is seen must be what is saved: no export until the pages have caught up.
        self.export_pdf.setEnabled(False)
        self._soon.start()

    def _keep(self, _values: dict[str, object]) -> None:
        if self._draft is not None:
            self._journal.drafts.keep(DRAFT, self._draft.fields())

    def _make(self) -> None:
        """Make the pages anew in a Task; the latest wins."""
        assert self._draft is not None
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
        self.state.setText(self.tr("Typesetting…"))
        work = partial(pack_preview.make, self._journal, self._draft, self.pdf.pixels_wide())
        self._task = tasks.run(work, self._show, self)

    def _show(self, preview: Preview) -> None:
        self._preview, self._task = preview, None
        empty = preview.is_empty()
        self.preview.setCurrentWidget(self.nothing if empty else self.filled)
        self.contents_card.setVisible(not empty)
        self.share.setVisible(not empty)
        self.share.say_names(preview.stand_ins)
        self.share.say_suggested(preview.offer.suggested, preview.choice.audience)
        self.share.say_problem(preview.problem)
        self.pdf.show_pages(preview.pages)
        pages = len(preview.pages)
        self.count.setText(self.tr("1 page") if pages == 1 else self.tr("{count} pages").format(count=pages))
        self.state.setText(self.tr("Not ready to share") if preview.problem else "")
        if preview.problem:
            # Once the card has the height of its words.
            QTimer.singleShot(0, self.page, lambda: self.page.ensureWidgetVisible(self.share))
        self.export_pdf.setEnabled(bool(preview.pdf) and not self._soon.isActive())
        self._tell()

    def _tell(self) -> None:
        """Show the draft in words and ticks; quick, so that a tick is seen at once."""
        assert self._draft is not None
        days = (QDate(day.year, day.month, day.day) for day in (self._draft.start, self._draft.end))
        start, end = (QLocale().toString(day, "d MMMM yyyy") for day in days)
        self.words.setText(self.tr("{start} to {end}").format(start=start, end=end))
        self.commitments_note.setVisible(too_many(self._draft.commitments))
        if self._preview is not None:
            charts = pack_charts.ticked(self._journal.preferences)
            self.contents.show_lines(pack_lines(self._draft, self._preview.offer, charts))

    def _redraw(self, pixels_wide: int) -> None:
        """The same bytes at another size."""
        if self._preview is not None and self._preview.pdf and self._task is None:
            pdf = self._preview.pdf
            tasks.run(lambda _: page_pictures(pdf, pixels_wide), partial(self._redrawn, pdf), self)

    def _redrawn(self, pdf: bytes, pages: list[PagePicture]) -> None:
        if self._preview is not None and self._preview.pdf is pdf:
            self.pdf.show_pages(pages)

    def _export(self) -> None:
        preview = self._preview
        assert preview is not None
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("Review pack {day}.pdf").format(day=self._journal.today().isoformat())
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the review pack"), str(Path(folder) / name), self.tr("PDF (*.pdf)")
        )
        if path:
            where = Path(path) if Path(path).suffix else Path(path).with_suffix(".pdf")
            export = self._journal.packs.export
            tasks.run(
                lambda _: export(preview.choice, where, pdf=preview.pdf),
                lambda _: self._exported(where),
                self,
                failed=self._not_exported,
            )

    def _exported(self, where: Path) -> None:
        """Shared is done: the next pack begins afresh, though what is on the screen stays."""
        self._autosave.forget()
        self._journal.drafts.drop(DRAFT)
        self.toast.emit(self.tr("Saved in {folder}").format(folder=where.parent), None)

    def _not_exported(self, error: Exception) -> None:
        with errors.inline(self.share.say_problem):
            raise error
