"""The review pack: choose, look at the very pages, export."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.keeping import Preference
from workjournal.domain.label import Person
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import Pack, Rewording
from workjournal.domain.reflection import Reflection
from workjournal.domain.skill_record import Credential
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.journal.packs import PackOffer
from workjournal.ui import theme, words
from workjournal.ui.autosave import Autosave
from workjournal.ui.guards.work_line import WorkLine
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.packing.item_telling import ItemTelling
from workjournal.ui.packing.name_telling import NameTelling
from workjournal.ui.packing.pack_export import PackExport
from workjournal.ui.packing.pack_pages import PackPages
from workjournal.ui.packing.pack_texts import PackTexts
from workjournal.ui.parts.pack_draft import PackDraft
from workjournal.ui.parts.pack_lines import GROWTH, pack_lines
from workjournal.ui.parts.pack_meeting import PackMeeting
from workjournal.ui.parts.pack_period import PackPeriod
from workjournal.ui.parts.pack_share import PackShare
from workjournal.ui.parts.pack_typed import PackTyped
from workjournal.ui.parts.pdf_preview import PdfPreview
from workjournal.ui.places import New
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.pack_contents import PackContents

DRAFT = "pack"
_CHOICES, _LEAST_CHOICES = 384, 340
"""How wide the leading column is, and at least is at any scale; the pages take the rest."""


class PackScreen(Screen):
    """What goes in at the left, the pages at the right."""

    name = "pack"
    title = QT_TRANSLATE_NOOP("PackScreen", "Review pack")
    icon = "file-text"
    help = "pack"
    shows = frozenset(
        {Episode, Attachment, Goal, CheckIn, Lesson, Action, Credential, Reflection}
        | {Person, Pack, Rewording, Preference}
    )
    shortcut = "Ctrl+7"

    words: QLabel
    state: QLabel
    more: QPushButton
    export_pdf: QPushButton
    page: QScrollArea
    period_column: QVBoxLayout
    meeting_column: QVBoxLayout
    contents_card: QFrame
    contents_label: QLabel
    contents_column: QVBoxLayout
    count: QLabel
    typed_column: QVBoxLayout
    share_column: QVBoxLayout
    line_place: QVBoxLayout
    glance: ElidedLabel
    look_closer: QPushButton
    preview: QStackedWidget
    filled: QWidget
    preview_column: QVBoxLayout
    nothing: EmptyState

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._draft: PackDraft | None = None
        self.period, self.contents, self.share, self.pdf = (
            PackPeriod(journal),
            PackContents(),
            PackShare(),
            PdfPreview(),
        )
        self.meeting, self.typed, self.line = PackMeeting(), PackTyped(), WorkLine()
        self.pages = PackPages(journal, self)
        self.items, self.names = ItemTelling(journal, self), NameTelling(journal, self)
        self.exporting = PackExport(journal, self, self.line)
        self.texts = PackTexts(journal, self, self.more)
        self._autosave = Autosave(self, self._keep, ("typed",))
        self._place()
        self._connect()

    def refresh(self) -> None:
        self.line.renew()
        if self._draft is None:
            self._resume()
        else:
            self._show_before()
        self.pages.make(self._now())

    def arrive(self, what: object) -> None:  # noqa: ARG002 - there is only the one pack
        self.period.start.setFocus()

    def leave(self) -> None:
        self._autosave.flush()
        # Pages that nobody sees are made when one comes back.
        self.stale = self.pages.put_off() or self.stale

    def _place(self) -> None:
        # Larger letters need more room, but must leave the pages some.
        self.page.setFixedWidth(max(_CHOICES, theme.px(_LEAST_CHOICES)))
        for column, name, widget in (
            (self.period_column, "period", self.period),
            (self.meeting_column, "meeting", self.meeting),
            (self.contents_column, "contents", self.contents),
            (self.typed_column, "typed", self.typed),
            (self.share_column, "share", self.share),
            (self.line_place, "line", self.line),
            (self.preview_column, "pdf", self.pdf),
        ):
            column.addWidget(widget)
            widget.setObjectName(name)
        self.contents.setAccessibleName(self.contents_label.text())
        self.contents.setAccessibleDescription(
            self.tr("Space ticks, Enter shows what leaves of a thing, Alt with an arrow moves a section")
        )

    def _connect(self) -> None:
        self.pages.begun.connect(self._begin)
        self.pages.made.connect(self._show)
        for changed in (self.period.changed, self.typed.changed):
            changed.connect(self._typed)
        self.period.audience.changed.connect(self._turn)
        self.period.preferred.connect(lambda: self._change(self._now()))
        self.contents.ticked.connect(self._tick)
        self.contents.opened.connect(lambda _, thing: self._open(thing))
        self.contents.moved.connect(lambda section, place: self._change(self._now().moving(section, place)))
        self.items.told.connect(lambda pictures: self._change(self._now().changed(pictures=pictures)))
        self.names.told.connect(lambda named: self._change(self._now().changed(named=named)))
        self.share.names_asked.connect(self._ask_names)
        self.share.ledger_asked.connect(lambda: self.go.emit("shared_packs", None))
        self.meeting.asked.connect(lambda pack: self.go.emit("shared_packs", pack))
        self.share.told.connect(self.glance.setText)
        self.look_closer.clicked.connect(self._look_closer)
        self.export_pdf.clicked.connect(self._export)
        self.exporting.addressed.connect(self.period.recipient.setText)
        self.exporting.exported.connect(self._exported)
        self.line.failed.connect(self.share.say_problem)
        self.line.busy.connect(lambda _: self._make_ready())
        self.texts.failed.connect(self.share.say_problem)
        self.texts.toast.connect(self.toast)
        self.nothing.acted.connect(lambda: self.go.emit("episode", New()))

    def _now(self) -> PackDraft:
        assert self._draft is not None
        return self._draft

    def _resume(self) -> None:
        """Put back the draft that was left, or begin with the usual period."""
        kept = self._journal.drafts.find(DRAFT)
        draft = PackDraft.read(kept.fields) if kept else None
        self.period.audience.choice = draft.audience if draft else Audience.MANAGER
        self._show_before()
        self._fill(draft or PackDraft.begin(self.period.usual()))

    def _turn(self) -> None:
        """Another audience: its pack as it was left."""
        if self._draft is not None and self._audience() is not self._draft.audience:
            self._show_before()
            self._fill(self._draft.turned_to(self._audience(), self.period.usual()))
            self._change(self._now())

    def _fill(self, draft: PackDraft) -> None:
        """Show what was typed for its audience; until that is done, fields half filled do not speak for the draft."""
        self._draft = None
        with self._autosave.quiet():
            self.period.show_pack(draft.one)
            self.typed.show_pack(draft.one, draft.audience)
        self._draft = draft

    def _audience(self) -> Audience:
        audience = self.period.audience.choice
        assert isinstance(audience, Audience)
        return audience

    def _show_before(self) -> None:
        """What there was before with this audience."""
        last = self._journal.meetings.since(self._audience())
        self.period.refresh(last.period_end if last else None)
        self.share.say_last(last)
        self.meeting.show_last(self._journal.meetings, self._audience())

    def _typed(self) -> None:
        """A field changed: the draft follows, and soon the pages."""
        if self._draft is None:
            return
        start, end = self.period.period or (self._draft.one.start, self._draft.one.end)
        recipient = self.period.recipient.text()
        self._change(self._draft.changed(start=start, end=end, recipient=recipient, **self.typed.lines))

    def _tick(self, section: str, thing: str, on: bool) -> None:
        draft = self._now()
        if section == GROWTH and thing:
            charts = [key for key in pack_charts.ticked(self._journal.preferences) if key != thing]
            pack_charts.tick(self._journal.preferences, [*charts, thing] if on else charts)
            self._change(draft)
        else:
            self._change(draft.ticking(thing, on) if thing else draft.including(section, on))

    def _open(self, thing: str) -> None:
        """Show what would leave of a thing."""
        if self.pages.preview is not None:
            self.items.ask(self.pages.preview, thing, self._now().one.pictures)

    def _ask_names(self) -> None:
        if self.pages.preview is not None:
            self.names.ask(self.pages.preview)

    def _change(self, draft: PackDraft) -> None:
        self._draft = draft
        self._autosave.touch()
        self._tell()
        self.pages.make_soon(draft)
        self._make_ready()

    def _keep(self, _values: dict[str, object]) -> None:
        if self._draft is not None:
            self._journal.drafts.keep(DRAFT, self._draft.fields())

    def _begin(self) -> None:
        self.state.setText(self.tr("Typesetting…"))
        self._make_ready()

    def _show(self) -> None:
        preview = self.pages.preview
        assert preview is not None
        empty = preview.is_empty()
        self.preview.setCurrentWidget(self.nothing if empty else self.filled)
        self.contents_card.setVisible(not empty)
        self.share.setVisible(not empty)
        self.share.show_preview(preview)
        self.pdf.show_pdf(preview.pdf)
        pages = preview.pages
        self.count.setText(self.tr("1 page") if pages == 1 else self.tr("{count} pages").format(count=pages))
        self.state.setText(self.tr("Not ready to share") if preview.problem else "")
        if preview.problem:
            # Once the card has the height of its words.
            QTimer.singleShot(0, self.page, lambda: self.page.ensureWidgetVisible(self.share.problem_card))
        self._make_ready()
        self._tell()

    def _make_ready(self) -> None:
        """What is seen must be what leaves: nothing does until the pages have caught up, or while something is written."""
        preview = self.pages.preview if self.pages.are_current() and not self.line.is_busy() else None
        ready = preview is not None and bool(preview.pdf)
        self.export_pdf.setEnabled(ready)
        self.texts.use(preview.choice if ready and preview is not None else None)

    def _tell(self) -> None:
        """Show the draft in words and ticks; quick, so that a tick is seen at once."""
        draft, preview = self._now(), self.pages.preview
        start, end = (words.dated(day, "d MMMM yyyy") for day in (draft.one.start, draft.one.end))
        self.words.setText(self.tr("{start} to {end}").format(start=start, end=end))
        if preview is not None:
            # What is offered to another audience is not known yet.
            same = preview.choice.audience is draft.audience
            offer = preview.offer if same else PackOffer((), suggested=False)
            charts = pack_charts.ticked(self._journal.preferences)
            self.contents.show_lines(pack_lines(draft, offer, charts, self._journal.today()))

    def _look_closer(self) -> None:
        """At what leaves and what stays."""
        self.page.ensureWidgetVisible(self.share, 0, theme.px(24))
        self.share.change_names.setFocus()

    def _export(self) -> None:
        if self.pages.preview is not None:
            self.share.say_problem("")
            self.exporting.ask(self.pages.preview, self._now().one.recipient, self._journal.people.names())

    def _exported(self, path: Path) -> None:
        """Shared is done: the next such pack begins afresh, though what is on the screen stays."""
        self._autosave.forget()
        rest = self._now().without_this()
        if rest is None:
            self._journal.drafts.drop(DRAFT)
        else:
            self._journal.drafts.keep(DRAFT, rest.fields())
        self.toast.emit(self.tr("Saved in {folder}").format(folder=path.parent), None)
