"""What came of a meeting, written line by line: fields, a button that adds, a list of what was added.

A card is a `.ui` file and one class, and lies on the page of the pack:

    class MeetingFeedback(MeetingLine):
        _draft = "feedback"                        # drafts are "feedback:ID of the pack"
        _fields = ("said", "who")                  # the first gets the keyboard

        said: ProseEdit                            # `problem` and `add` must be in the form too
        …
        def __init__(self, journal: Journal, ready: Callable[[], bool], parent: QWidget | None = None) -> None:
            super().__init__(journal, ready, parent)
            form.fill(self, "meeting_feedback")
            self._watch()
"""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import drafted
from workjournal.ui.parts.pending_words import PendingWords

Undo = Callable[[], object]


class MeetingLine(QFrame):
    """The card of one kind of line. Half a line is a draft, and is never saved by itself.

    Attributes:
        _draft: what its drafts are called.
        _fields: names of what is typed.
        _stays: of these, what stays for the next line.
    """

    _draft: ClassVar[str]
    _fields: ClassVar[tuple[str, ...]]
    _stays: ClassVar[tuple[str, ...]] = ()

    toast = Signal(str, object)
    go = Signal(str, object)
    kept = Signal()
    """Something was saved: the pack must be read again before anything else of it is."""

    problem: QLabel
    add: QPushButton

    def __init__(self, journal: Journal, ready: Callable[[], bool], parent: QWidget | None = None) -> None:
        """`ready` saves what is typed of the pack itself; False where that cannot be."""
        super().__init__(parent)
        self._journal, self._ready = journal, ready
        self._pack: Pack | None = None
        self._untyped: dict[str, Any] = {}

    # What a page calls

    def show_pack(self, pack: Pack) -> None:
        """Be about this pack; of another one than before, with what was being typed for it."""
        before, self._pack = self._pack, pack
        if before is None or before.id != pack.id:
            draft = self._journal.drafts.find(self._place())
            self._fill(self._blank(), draft.fields if draft is not None else {})
            self._pending.show()
        self._show_lines(pack)

    def leave(self) -> None:
        """Keep what is typed as a draft."""
        self._autosave.flush()

    def forget_pack(self) -> None:
        """Be about none, so that the next one is read from its draft."""
        self.leave()
        self._pack = None

    # What a card says

    def _blank(self) -> dict[str, object]:
        """The values of the fields before anything is typed."""
        raise NotImplementedError

    def _write(self, pack: Pack) -> tuple[str, Undo]:
        """Save the fields as a new line; what to tell of it, and its undo. Raises JournalError."""
        raise NotImplementedError

    def _show_lines(self, pack: Pack) -> None:
        """List what there is."""
        raise NotImplementedError

    # What a card calls

    def _watch(self) -> None:
        """Begin, once the form is filled."""
        self._autosave = Autosave(self, self._keep_draft, self._fields)
        self._pending = PendingWords(
            self._autosave, self._journal.drafts, lambda: self._place() if self._pack is not None else ""
        )
        self.add.clicked.connect(self._add)
        for field in form.fields(self, self._fields).values():
            form.changed(field).connect(lambda *_: self._say_problem(""))
        self._say_problem("")

    def _add(self) -> None:
        """Keep what is typed, and be empty for the next one."""
        if self._pack is None or not self._ready():
            return
        drafted.settle(self)
        self._pending.finish()
        self._say_problem("")
        with errors.inline(self._say_problem):
            told, undo = self._write(self._pack)
            stays = {name: form.read(self, names=self._fields)[name] for name in self._stays}
            self._autosave.forget()
            self._journal.drafts.drop(self._place())
            self._fill({**self._blank(), **stays}, {})
            self.kept.emit()
            self.toast.emit(told, undo)
        self._first().setFocus()

    # What only this class calls

    def _fill(self, values: dict[str, object], draft: dict[str, Any]) -> None:
        with self._autosave.quiet():
            form.show(self, values, self._fields)
            self._untyped = self._values()
            drafted.show(self, draft, self._fields)
        self._say_problem("")

    def _keep_draft(self, _values: dict[str, object]) -> None:
        if self._pack is None:
            return
        values = self._values()
        if values != self._untyped:
            self._journal.drafts.keep(self._place(), values)
        else:
            self._journal.drafts.drop(self._place())

    def _values(self) -> dict[str, Any]:
        return drafted.to_json(form.read(self, names=self._fields))

    def _place(self) -> str:
        assert self._pack is not None
        return f"{self._draft}:{self._pack.id}"

    def _first(self) -> QWidget:
        return form.fields(self, self._fields[:1])[self._fields[0]]

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
