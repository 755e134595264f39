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
from workjournal.ui import form, tab_order
from workjournal.ui.parts import method_words
from workjournal.ui.parts.prompt_rows import PromptRows, Prompts
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.widgets.chip import Chip


class MethodPage(SavedPage[OwnMethod]):
    """Typing is kept as the draft "method:ID" and saved by `leave`; other questions make a new edition."""

    _draft = "method"
    _fields = ("name", "prompts")
    _makes_new = False

    copy_asked = Signal(object)
    trash_asked = Signal(UUID)
    toast = Signal(str, object)

    name: QLineEdit
    basis: QLabel
    edition_chip: Chip
    copy: QPushButton
    trash: QPushButton
    save: QPushButton
    add: QPushButton
    prompts_column: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        form.fill(self, "method_page")
        self.prompts = PromptRows(self)
        self.prompts_column.addWidget(self.prompts)
        self._watch()
        self.prompts.reordered.connect(partial(tab_order.chain, self))
        self.prompts.removed.connect(self._removed)
        for changed in (self.prompts.changed, self.name.textChanged):
            changed.connect(self._show_typed)
        self.add.clicked.connect(self.prompts.add)
        self.save.clicked.connect(self._save_by_hand)
        self.copy.clicked.connect(self._ask_copy)
        self.trash.clicked.connect(lambda: self.trash_asked.emit(self.method_id))
        self._show()

    @property
    def method_id(self) -> UUID | None:
        """The method that is open."""
        return self.open_id

    def close_method(self) -> None:
        """Show none, once what was typed is saved or a draft."""
        self.leave()
        self._thing = None

    def refresh(self) -> None:
        """Read the method again; what is being typed stays as it is."""
        if not self.is_changed():
            super().refresh()

    def _find(self, thing_id: UUID) -> OwnMethod:
        return self._journal.methods.get(thing_id)

    def _write(self, thing: OwnMethod) -> None:
        self._journal.methods.change(thing.id, self.name.text(), _keyed(self.prompts.prompts))

    def _show_rest(self, thing: OwnMethod) -> None:
        self.edition_chip.setText(self.tr("Edition {number}").format(number=thing.edition))
        self.edition_chip.updateGeometry()
        self.basis.setText(self._copied_from(thing))
        self.basis.setVisible(bool(self.basis.text()))

    def _show_typed(self) -> None:
        self.save.setEnabled(self.is_changed())

    def _copied_from(self, own: OwnMethod) -> str:
        try:
            basis = self._journal.methods.find(own.basis)
        except UnknownMethod:  # one of the user's own that is in the trash, or a newer program's
            return ""
        return self.tr("Copied from {method}").format(method=method_words.shipped(basis.name))

    def _ask_copy(self) -> None:
        if self._thing is not None and self.leave():
            self.copy_asked.emit(str(self._thing.id))

    def _removed(self, place: int, prompt: Mapping[str, Any]) -> None:
        if self._thing is not None:
            back = partial(self._put_back, self._thing.id, place, dict(prompt))
            self.toast.emit(self.tr("Question taken out"), back)

    def _put_back(self, method_id: UUID, place: int, prompt: dict[str, Any]) -> None:
        """Where the method is open, as if typed; otherwise in its draft, or as a new edition of it."""
        if method_id == self.method_id:
            self.prompts.insert(place, prompt)
            return
        place_of_draft = self._place_of(method_id)
        own, draft = self._journal.methods.get(method_id), self._journal.drafts.find(place_of_draft)
        if draft is not None:
            prompts = [*draft.fields["prompts"]]
            prompts.insert(place, prompt)
            self._journal.drafts.keep(place_of_draft, {**draft.fields, "prompts": prompts})
        else:
            prompts = [*own.prompts]
            prompts.insert(place, prompt)
            self._journal.methods.change(method_id, own.name, _keyed(prompts))

    def _save_by_hand(self) -> None:
        before = self._thing.edition if self._thing else 0
        if not self._save():
            if not self.prompts.focus_empty():
                self.name.setFocus()
        elif self._thing is not None and self._thing.edition != before:
            told = self.tr("Saved as edition {number}").format(number=self._thing.edition)
            self.toast.emit(told, None)
        else:
            self.toast.emit(self.tr("Name saved"), None)


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
