"""What all pages share on which one thing is typed, kept as a draft meanwhile, and saved on leaving.

A page is a `.ui` file and one class, and lies in a screen that opens and leaves it:

    class SkillPage(SavedPage[Skill]):
        _draft = "skill"                           # drafts are "skill:ID" and "skill:new"
        _fields = ("name", "description")          # what is typed; first what must not be empty

        name: QLineEdit                            # `problem` and `saved` must be in the form too
        keep: QPushButton

        def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
            super().__init__(journal, parent)
            form.fill(self, "skill_page")
            self._watch()                          # once all fields are there
            self.keep.clicked.connect(self._keep_new)
            self._show()                           # last: it needs all the rest

        def _find(self, thing_id: UUID) -> Skill:
            return self._journal.skills.get(thing_id)

        def _blank(self) -> Skill:
            return Skill(name="")

        def _write(self, thing: Skill) -> None:
            form.read(self, thing, self._fields)
            self._journal.skills.save(thing)

        def _show_rest(self, thing: Skill) -> None:
            self.keep.setVisible(self.open_id is None)

Its screen calls `open` to show one, `refresh` when the journal has changed, and `leave` before it shows another one
or goes away; it puts a thing into the trash or ends it only after `leave` (False: the user has something to mend
first). What the page needs to know of the thing that is open is `self._thing`: None for a new one.
"""

from typing import ClassVar, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from workjournal.domain.entity import Entity
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import drafted
from workjournal.ui.widgets.saved_mark import SavedMark

Thing = TypeVar("Thing", bound=Entity)


class SavedPage(QWidget, Generic[Thing]):
    """The page of one thing. Typing is kept as a draft by `autosave`, and saved by `leave`.

    A page says `_find` and `_write`, and `_blank` unless it makes no new ones; the other hooks where it has more than
    fields: `_fill`, `_words`, `_show_rest`, `_show_typed`.

    Attributes:
        _draft: what its drafts are called, before ":ID" or ":new".
        _fields: names of what is typed; the first gets the keyboard when a new one cannot be saved.
        _makes_new: whether nothing open means a new one; otherwise nothing can be typed then.
        problem: below the first field; why it could not be saved.
        saved: since when what was typed is safe.
        autosave: for what a page fills in itself, `with self.autosave.quiet(): …`.
    """

    _draft: ClassVar[str]
    _fields: ClassVar[tuple[str, ...]]
    _makes_new: ClassVar[bool] = True

    kept = Signal(UUID)
    """A new one was saved by its button, of a page that connects one to `_keep_new`."""

    problem: QLabel
    saved: SavedMark
    autosave: Autosave

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._thing: Thing | None = None
        self._shown: dict[str, object] = {}

    # What a screen calls

    @property
    def open_id(self) -> UUID | None:
        """The thing that is open; None for a new one, or for none."""
        return self._thing.id if self._thing is not None else None

    def open(self, thing_id: UUID | None) -> None:
        """Show a thing, or with None a new one, with what was being typed in it. It saves nothing: `leave` first.

        Raises:
            NoSuchThing
        """
        self._show_one(self._find(thing_id) if thing_id is not None else None)
        draft = self._journal.drafts.find(self._place_of(self.open_id))
        if draft is not None:
            with self.autosave.quiet():
                drafted.show(self, draft.fields, self._fields)
            self._show_typed()

    def refresh(self) -> None:
        """Read the thing again; what is being typed stays as it is."""
        if self._thing is None:
            return
        thing = self._find(self._thing.id)
        if not self.is_changed():
            self._thing = thing
            self._show()
            return
        if self._words(thing) == self._words(self._thing):  # only the rest is new: no reason not to save
            self._thing = thing
        self._show_rest(thing)
        self._show_typed()

    def leave(self) -> bool:
        """Save what was typed; False where that failed, which leaves it in the fields and in its draft."""
        if not self.is_changed():
            return True
        saved = self._save()
        if not saved:
            self._keep({})
        return saved

    def is_changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return self._can_type() and self._values() != self._shown

    def text_owner(self) -> UUID | None:
        """The thing whose texts are in its fields, for their earlier versions."""
        return self.open_id

    # What a page says

    def _find(self, thing_id: UUID) -> Thing:
        """The thing as the journal has it."""
        raise NotImplementedError

    def _blank(self) -> Thing:
        """A new one, not in the journal; made anew each time it is asked for."""
        raise NotImplementedError

    def _write(self, thing: Thing) -> None:
        """Save the fields to the journal, as this thing; what a JournalError says is shown in `problem`.

        It may set them in `thing`, which is read again afterwards, also after an error.
        """
        raise NotImplementedError

    def _fill(self, thing: Thing) -> None:
        """Put the thing into the fields; it does not count as typing."""
        form.show(self, thing, self._fields)

    def _words(self, thing: Thing) -> list[object]:
        """What is typed here, as the journal has it; to be overridden with `_fill` where a field is no attribute."""
        return [getattr(thing, name) for name in self._fields]

    def _show_rest(self, thing: Thing) -> None:
        """Show what is not typed here: state, origin, buttons. While something is typed, too: change no field."""

    def _show_typed(self) -> None:
        """Show what follows from the fields; after each `_show_rest` and when a draft has come back.

        A page connects it to the fields it depends on.
        """

    # What a page calls

    def _watch(self) -> None:
        """Keep from now on what is typed in `_fields`; once, when they are there."""
        self.autosave = Autosave(self, self._keep, self._fields)
        self.autosave.kept.connect(self.saved.say)
        self.autosave.dirtied.connect(self.saved.clear)

    def _show_one(self, thing: Thing | None) -> None:
        """Show a thing, or None, as it is: a draft waits until it is opened again."""
        self._thing = thing
        self.saved.clear()
        self._show()

    def _show(self) -> None:
        """Show what is open as the journal has it; that is what `is_changed` compares with."""
        self._say_problem("")
        if not self._can_type():
            return
        thing = self._thing if self._thing is not None else self._blank()
        with self.autosave.quiet():
            self._fill(thing)
        self._shown = self._values()
        self._show_rest(thing)
        self._show_typed()

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _keep_new(self) -> None:
        """Save a new one, for its button: tell its id, or put the keyboard where the problem is."""
        if self._save() and self._thing is not None:
            self.kept.emit(self._thing.id)
        else:
            form.fields(self, self._fields[:1])[self._fields[0]].setFocus()

    def _save(self) -> bool:
        """Save, whether or not something is typed; where that fails, `problem` says why, and the draft stays."""
        known, place = self._thing, self._place_of(self.open_id)
        thing = known if known is not None else self._blank()
        self._say_problem("")
        with errors.inline(self._say_problem):
            try:
                self._write(thing)
            except JournalError:
                # What failed to be saved must not be saved by accident later; the fields still have it.
                self._thing = self._find(known.id) if known is not None else None
                raise
            self._journal.drafts.drop(place)
            self.autosave.forget()
            self._thing = self._find(thing.id)
            self._show()
        return not self.problem.text()

    @classmethod
    def _place_of(cls, thing_id: UUID | None) -> str:
        """Where the draft of a thing is kept; with None, that of a new one."""
        return f"{cls._draft}:{thing_id or 'new'}"

    # What only this class calls

    def _can_type(self) -> bool:
        return self._makes_new or self._thing is not None

    def _values(self) -> dict[str, object]:
        return drafted.to_json(form.read(self, names=self._fields))

    def _keep(self, _values: dict[str, object]) -> None:
        if not self._can_type():
            return
        if self.is_changed():
            self._journal.drafts.keep(self._place_of(self.open_id), self._values())
        else:
            self._journal.drafts.drop(self._place_of(self.open_id))
