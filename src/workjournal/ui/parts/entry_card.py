"""A line that is written again and again, such as a value of a measure, and changed later in the same fields.

A card is a `.ui` file and one class, and lies on the page of the measure it is about:

    class MeasureLog(EntryCard):
        _draft = "reading"                         # drafts are "reading:ID", and "reading:ID:edit" of one changed
        _fields = ("value", "day", "note")         # the first gets the keyboard, and is empty where nothing is typed

        value: QLineEdit                           # `heading`, `problem`, `keep` and `cancel` must be in the form too
        …
        def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
            super().__init__(journal, parent)
            form.fill(self, "measure_log")
            self._watch()

Enter in any line keeps what is typed and empties the card for the next one; Esc gives up changing one.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from workjournal.domain.measure import Measure
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import drafted
from workjournal.ui.widgets.date_field import DateField

_THING = "thing"
"""Where a draft says which one is being changed."""


class NoDay(JournalError):
    """“{text}” is no day. Write it like 2026-11-19, or leave it empty for today."""


class EntryCard(QFrame):
    """The card of one kind of line. Half a line is a draft, and is never saved by itself.

    Attributes:
        _draft: what its drafts are called.
        _fields: names of what is typed.
        _stays: of these, what stays for the next line.
    """

    _draft: ClassVar[str]
    _fields: ClassVar[tuple[str, ...]]
    _stays: ClassVar[tuple[str, ...]] = ("day",)

    toast = Signal(str, object)
    came = Signal(object)
    """One is about to be changed here: the card must be in sight."""

    heading: QLabel
    problem: QLabel
    keep: QPushButton
    cancel: QPushButton
    day: DateField

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._measure: Measure | None = None
        self._editing: UUID | None = None
        self._shown: dict[str, Any] = {}

    @property
    def editing(self) -> UUID | None:
        """The one that is being changed; None while a new one is written."""
        return self._editing

    # What a page calls

    def show_measure(self, measure: Measure) -> None:
        """Be about this measure; of another one than before, with what was being typed for it."""
        before, self._measure = self._measure, measure
        if before is None or before.id != measure.id:
            self._resume()
        elif self._editing is not None and self._read(self._editing) is None:  # it was taken back meanwhile
            self._let_go()
            self._begin_new()
        self._show_mode()

    def leave(self) -> None:
        """Keep what is typed as a draft."""
        self._autosave.flush()

    def forget_measure(self) -> None:
        """Be about none, so that the next one is read from its drafts."""
        self.leave()
        self._measure = None

    def begin(self, thing_id: UUID) -> None:
        """Change that one; a new line half written waits in its draft, and another one changed is saved first."""
        values = self._read(thing_id)
        if values is None or not self._may_turn():
            return
        if thing_id != self._editing:
            self._show_one(thing_id, values)
        self.came.emit(self)
        first = self._first()
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    # What a card says

    def _blank(self) -> dict[str, object]:
        """The values of the fields before anything is typed."""
        raise NotImplementedError

    def _read(self, thing_id: UUID) -> dict[str, object] | None:
        """The values of one as the journal has it; None where it is gone or in the trash."""
        raise NotImplementedError

    def _write(self, measure: Measure, thing_id: UUID | None) -> tuple[str, Callable[[], object]]:
        """Save the fields as that one, or as a new one; what to tell of it, and its undo. Raises JournalError."""
        raise NotImplementedError

    def _show_mode(self) -> None:
        """Say by heading and button whether a new one is written or one changed."""
        raise NotImplementedError

    # What a card calls

    def _watch(self) -> None:
        """Begin, once the form is filled."""
        self._autosave = Autosave(self, self._keep_draft, self._fields)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._give_up)
        for field in form.fields(self, self._fields).values():
            form.changed(field).connect(lambda *_: self._say_problem(""))
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(self._keep)
        self._say_problem("")

    def _typed_day(self) -> dt.date:
        """The day in the field, today where it is empty.

        Raises:
            NoDay
        """
        typed = self.day.text().strip()
        if typed and self.day.parse(typed) is None:
            raise NoDay(text=typed)
        return self.day.day or self._journal.today()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editing is not None:
            self._give_up()
        else:
            super().keyPressEvent(event)

    # What only this class calls

    def _keep(self) -> None:
        if self._measure is None:
            return
        self._say_problem("")
        with errors.inline(self._say_problem):
            told, undo = self._write(self._measure, self._editing)
            stays = (
                {}
                if self._editing
                else {name: form.read(self, names=self._fields)[name] for name in self._stays}
            )
            self._let_go()
            self._begin_new(stays)
            self.toast.emit(told, undo)
        self._first().setFocus()

    def _may_turn(self) -> bool:
        """Keep as a draft what is typed of a new one; one that is being changed is saved, or cannot be."""
        self.leave()
        if self._editing is not None and self._values() != self._shown:
            self._keep()
        return not self.problem.text()

    def _give_up(self) -> None:
        self._let_go()
        self._begin_new()
        self._first().setFocus()

    def _let_go(self) -> None:
        self._autosave.forget()
        self._journal.drafts.drop(self._place())

    def _resume(self) -> None:
        """Go on where this measure was left: with the one that was being changed, or with a new one."""
        assert self._measure is not None
        draft = self._journal.drafts.find(self._place(editing=True))
        thing = UUID(draft.fields[_THING]) if draft is not None else None
        values = self._read(thing) if thing is not None else None
        if draft is not None and thing is not None and values is not None:
            self._show_one(thing, values, draft.fields)
        else:
            self._begin_new()

    def _begin_new(self, stays: Mapping[str, object] | None = None) -> None:
        draft = self._journal.drafts.find(self._place(editing=False))
        self._show_one(None, self._blank() | dict(stays or {}), draft.fields if draft is not None else None)

    def _show_one(
        self, thing_id: UUID | None, values: Mapping[str, object], draft: Mapping[str, Any] | None = None
    ) -> None:
        self._editing = thing_id
        with self._autosave.quiet():
            form.show(self, values, self._fields)
            self._shown = self._values()
            if draft is not None:
                drafted.show(self, draft, self._fields)
        self.cancel.setVisible(thing_id is not None)
        self._say_problem("")
        self._show_mode()

    def _keep_draft(self, _values: dict[str, object]) -> None:
        values = self._values()
        if self._measure is None:
            return
        if all(values[name] == self._shown[name] for name in self._fields if name not in self._ignored()):
            self._journal.drafts.drop(self._place())
        else:
            thing = {_THING: str(self._editing)} if self._editing is not None else {}
            self._journal.drafts.keep(self._place(), {**values, **thing})

    def _ignored(self) -> tuple[str, ...]:
        """What is no reason for a draft by itself: the day of a line of which nothing else is there yet."""
        return () if self._editing is not None else self._stays

    def _values(self) -> dict[str, Any]:
        return drafted.to_json(form.read(self, names=self._fields))

    def _place(self, *, editing: bool | None = None) -> str:
        assert self._measure is not None
        changes_one = self._editing is not None if editing is None else editing
        return f"{self._draft}:{self._measure.id}" + (":edit" if changes_one else "")

    def _first(self) -> QWidget:
        return form.fields(self, self._fields[:1])[self._fields[0]]

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
