"""What of the journal goes out: all of it, a part, or what was chosen in the list of episodes; and how much that is."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from workjournal.domain.entity import Audience
from workjournal.errors import JournalError
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tasks
from workjournal.ui.guards import copy_words
from workjournal.ui.widgets.choice_box import Choice as Offer
from workjournal.ui.widgets.choice_box import ChoiceBox
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.segments import Segments
from workjournal.ui.window_words import in_the_window

_SETTLES_MS = 150
_KINDS = 5
"""So many kinds of things are named with their numbers."""


class Scope(StrEnum):
    """How what goes out is said."""

    WHOLE = "whole"
    PART = "part"
    CHOSEN = "chosen"


class ExportWhat(QFrame):
    """Counts in a thread what would go out, once the choice has settled."""

    counted = Signal(bool)
    """Whether there is anything to export."""

    scope: Segments
    part_fields: QWidget
    start: DateField
    end: DateField
    audience: ChoiceBox
    tags: LabelField
    problem: QLabel
    counts: QLabel
    audience_words: QLabel

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._ids: frozenset[UUID] = frozenset()
        self._asked = 0
        form.fill(self, "export_what")
        self._pause = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._pause.timeout.connect(self._count)
        self.audience.set_choices(
            [
                Offer(Audience.MANAGER, self.tr("My manager")),
                Offer(Audience.NEXT_JOB, self.tr("My next job")),
            ],
            none=self.tr("All, ticked or not"),
        )
        self.tags.line.setAccessibleName(self.tr("With one of these tags"))
        for field in (self.start, self.end):
            field.setPlaceholderText(self.tr("Any day"))
        self._offer()
        for changed in (self.start.changed, self.end.changed, self.audience.changed, self.tags.changed):
            changed.connect(self._changed)
        self.scope.changed.connect(self._changed)
        self._changed()

    def refresh(self) -> None:
        """The journal was changed."""
        self.tags.set_known(self._journal.tags.names())
        self._changed()

    def show_chosen(self, ids: Iterable[UUID]) -> None:
        """Offer what was chosen elsewhere."""
        self._ids = frozenset(ids)
        self._offer()
        self.scope.choice = Scope.CHOSEN if self._ids else Scope.WHOLE

    def choice(self, *, attachments: bool) -> Choice:
        """What is said here."""
        if self.scope.choice is Scope.CHOSEN:
            return Choice(ids=self._ids, attachments=attachments)
        if self.scope.choice is not Scope.PART:
            return Choice(attachments=attachments)
        pending = [self.tags.pending] if self.tags.pending else []
        audience = self.audience.choice
        return Choice(
            start=self.start.day,
            end=self.end.day,
            tags=frozenset([*self.tags.labels, *pending]),
            audience=audience if isinstance(audience, Audience) else None,
            attachments=attachments,
        )

    def _offer(self) -> None:
        offers = [Offer(Scope.WHOLE, self.tr("Everything")), Offer(Scope.PART, self.tr("A part"))]
        if self._ids:
            offers.append(Offer(Scope.CHOSEN, self.tr("%n chosen episode(s)", "", len(self._ids))))
        self.scope.set_choices(offers)
        if self.scope.choice is None:
            self.scope.choice = Scope.WHOLE

    def _changed(self) -> None:
        part = self.scope.choice is Scope.PART
        self.part_fields.setVisible(part)
        self.audience_words.setVisible(part and self.audience.choice is not None)
        self._pause.start()

    def _count(self) -> None:
        start, end = self.start.day, self.end.day
        if self.scope.choice is Scope.PART and start is not None and end is not None and end < start:
            self._complain(self.tr("The last day is before the first."))
            return
        self._asked += 1
        asked, choice, exports = self._asked, self.choice(attachments=True), self._journal.exports
        tasks.run(
            lambda _report: exports.count(choice),
            lambda counts: self._show(asked, counts),
            self,
            failed=self._cannot,
        )

    def _show(self, asked: int, counts: Mapping[str, int]) -> None:
        if asked != self._asked:
            return
        self._complain("")
        told = copy_words.holds({kind.replace(" ", "_"): number for kind, number in counts.items()}, _KINDS)
        self.counts.setText(f"{told}." if told else self.tr("Nothing fits this choice."))
        self.counts.show()
        self.counted.emit(any(counts.values()))

    def _cannot(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self._complain(in_the_window(str(error)))
        else:
            errors.report(error, self)

    def _complain(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            self._asked += 1  # what is being counted is not wanted any more
            self.counts.hide()
            self.counted.emit(False)
