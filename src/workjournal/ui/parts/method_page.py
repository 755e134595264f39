"""A method of the user's own: its name, its questions, and what it was copied from."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.methods.method import UnknownMethod
from workjournal.domain.own_method import OwnMethod, new_key
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tab_order
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import method_words
from workjournal.ui.parts.prompt_rows import PromptRows, Prompts
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.saved_mark import SavedMark

_FIELDS = ("name", "prompts")


class MethodPage(QWidget):
    """Typing is kept as the draft "method:ID" and saved by `leave`; other questions make a new edition."""

    copy_asked = Signal(object)
    trash_asked = Signal(UUID)
    toast = Signal(str, object)

    name: QLineEdit
    problem: QLabel
    basis: QLabel
    edition_chip: Chip
    saved: SavedMark
    copy: QPushButton
    trash: QPushButton
    save: QPushButton
    add: QPushButton
    prompts_column: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._own: OwnMethod | None = None
        self._shown: dict[str, object] = {}
        form.fill(self, "method_page")
        self.prompts = PromptRows(self)
        self.prompts_column.addWidget(self.prompts)
        self.autosave = Autosave(self, self._keep, _FIELDS)
        self.autosave.kept.connect(self.saved.say)
        self.autosave.dirtied.connect(self.saved.clear)
        self.prompts.reordered.connect(partial(tab_order.chain, self))
        self.prompts.removed.connect(self._removed)
        for changed in (self.prompts.changed, self.name.textChanged):
            changed.connect(self._offer_saving)
        self.add.clicked.connect(self.prompts.add)
        self.save.clicked.connect(self._save_by_hand)
        self.copy.clicked.connect(self._ask_copy)
        self.trash.clicked.connect(lambda: self.trash_asked.emit(self.method_id))
        self._say_problem("")

    @property
    def method_id(self) -> UUID | None:
        """The method that is open."""
        return self._own.id if self._own else None

    def open(self, method_id: UUID) -> None:
        """Show a method with what was being typed in it."""
        self._own = self._journal.methods.get(method_id)
        self.saved.clear()
        self._show()
        draft = self._journal.drafts.find(_place(method_id))
        if draft is not None:
            with self.autosave.quiet():
                form.show(self, draft.fields, _FIELDS)
            self._offer_saving()

    def close_method(self) -> None:
        """Show none, once what was typed is saved or a draft."""
        self.leave()
        self._own = None

    def refresh(self) -> None:
        """Read the method again; what is being typed stays as it is."""
        if self._own is not None and not self.is_changed():
            self._own = self._journal.methods.get(self._own.id)
            self._show()

    def leave(self) -> bool:
        """Save what was typed; False where that failed, which leaves it in the fields and in its draft."""
        if self._own is None or not self.is_changed():
            return True
        saved = self._save()
        if not saved:
            self._keep({})
        return saved

    def is_changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return self._own is not None and form.read(self, names=_FIELDS) != self._shown

    def _show(self) -> None:
        own = self._own
        if own is None:
            return
        with self.autosave.quiet():
            form.show(self, {"name": own.name, "prompts": own.prompts}, _FIELDS)
        self._shown = form.read(self, names=_FIELDS)
        self.edition_chip.setText(self.tr("Edition {number}").format(number=own.edition))
        self.edition_chip.updateGeometry()
        self.basis.setText(self._copied_from(own))
        self.basis.setVisible(bool(self.basis.text()))
        self._say_problem("")
        self._offer_saving()

    def _copied_from(self, own: OwnMethod) -> str:
        try:
            basis = self._journal.methods.find(own.basis)
        except UnknownMethod:  # one of the user's own that is in the trash, or a newer program's
            return ""
        return self.tr("Copied from {method}").format(method=method_words.shipped(basis.name))

    def _offer_saving(self) -> None:
        self.save.setEnabled(self.is_changed())

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _ask_copy(self) -> None:
        if self._own is not None and self.leave():
            self.copy_asked.emit(str(self._own.id))

    def _removed(self, place: int, prompt: Mapping[str, Any]) -> None:
        if self._own is not None:
            back = partial(self._put_back, self._own.id, place, dict(prompt))
            self.toast.emit(self.tr("Question taken out"), back)

    def _put_back(self, method_id: UUID, place: int, prompt: dict[str, Any]) -> None:
        """Where the method is open, as if typed; otherwise in its draft, or as a new edition of it."""
        if method_id == self.method_id:
            self.prompts.insert(place, prompt)
            return
        own, draft = self._journal.methods.get(method_id), self._journal.drafts.find(_place(method_id))
        if draft is not None:
            prompts = [*draft.fields["prompts"]]
            prompts.insert(place, prompt)
            self._journal.drafts.keep(_place(method_id), {**draft.fields, "prompts": prompts})
        else:
            prompts = [*own.prompts]
            prompts.insert(place, prompt)
            self._journal.methods.change(method_id, own.name, _keyed(prompts))

    def _keep(self, _values: dict[str, object]) -> None:
        if self._own is None:
            return
        if self.is_changed():
            self._journal.drafts.keep(_place(self._own.id), form.read(self, names=_FIELDS))
        else:
            self._journal.drafts.drop(_place(self._own.id))

    def _save_by_hand(self) -> None:
        before = self._own.edition if self._own else 0
        if not self._save():
            if not self.prompts.focus_empty():
                self.name.setFocus()
        elif self._own is not None and self._own.edition != before:
            told = self.tr("Saved as edition {number}").format(number=self._own.edition)
            self.toast.emit(told, None)
        else:
            self.toast.emit(self.tr("Name saved"), None)

    def _save(self) -> bool:
        own = self._own
        assert own is not None
        self._say_problem("")
        with errors.inline(self._say_problem):
            saved = self._journal.methods.change(own.id, self.name.text(), _keyed(self.prompts.prompts))
            self._journal.drafts.drop(_place(own.id))
            self.autosave.forget()
            self._own = self._journal.methods.get(saved.id)
            self._show()
        return not self.problem.text()


def _place(method_id: UUID) -> str:
    return f"method:{method_id}"


def _keyed(prompts: Prompts) -> Prompts:
    """The questions as they are kept: without spaces around, each with a key; those that have one keep it."""
    taken = {str(prompt["key"]) for prompt in prompts if prompt.get("key")}
    made = []
    for prompt in prompts:
        words = {name: str(prompt.get(name, "")).strip() for name in ("text", "hint", "distanced")}
        key = prompt.get("key") or new_key(words["text"], taken)
        taken.add(key)
        made.append({**prompt, **words, "key": key})
    return made
