"""A pack as text, for a company's own form; and a blank form on paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.preferences import LANGUAGE
from workjournal.ui import errors, icons, tasks
from workjournal.ui.packing.pack_export import file_name
from workjournal.ui.parts import pack_preview
from workjournal.ui.save_place import ask_path

T = TypeVar("T")


class PackTexts(QObject):
    """The menu of a button: copies and saves what `use` was told last, and nothing while it was told None."""

    toast = Signal(str, object)
    failed = Signal(str)

    def __init__(self, journal: Journal, over: QWidget, button: QPushButton) -> None:
        super().__init__(over)
        self._journal, self._over = journal, over
        self._choice: PackChoice | None = None
        self.menu = QMenu(button)
        deeds = (
            ("copy_plain", "copy", self.tr("Copy as plain text"), partial(self._copy, markdown=False)),
            ("copy_markdown", "copy", self.tr("Copy as Markdown"), partial(self._copy, markdown=True)),
            ("save_plain", "download", self.tr("Save as plain text…"), partial(self._save, markdown=False)),
            ("save_markdown", "download", self.tr("Save as Markdown…"), partial(self._save, markdown=True)),
            ("blank_form", "printer", self.tr("Blank form for a meeting…"), self._save_form),
        )
        self.actions = {}
        for name, icon, text, act in deeds:
            action = self.menu.addAction(icons.icon(icon), text)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, act=act: act())
            self.actions[name] = action
        self.menu.insertSeparator(self.actions["blank_form"])
        button.setMenu(self.menu)
        self.use(None)

    def use(self, choice: PackChoice | None) -> None:
        """What is copied and saved from now on; None while there is nothing that may leave."""
        self._choice = choice
        for name, action in self.actions.items():
            action.setEnabled(choice is not None or name == "blank_form")

    def _copy(self, *, markdown: bool) -> None:
        if self._choice is not None:
            written = partial(self._journal.packs.written, self._choice, markdown=markdown)
            self._run(lambda _: written(), self._put)

    def _put(self, text: str) -> None:
        """Every clipboard text of the program is marked as confidential (ui/clipboard.py)."""
        QGuiApplication.clipboard().setText(text)
        self.toast.emit(self.tr("Copied. It is taken off the clipboard when the journal is locked."), None)

    def _save(self, *, markdown: bool) -> None:
        choice = self._choice
        if choice is None:
            return
        kinds = self.tr("Markdown (*.md)") if markdown else self.tr("Text (*.txt)")
        name = file_name(self._journal, choice.audience, "md" if markdown else "txt")
        path = ask_path(self._over, self.tr("Save the pack as text, unencrypted"), name, kinds)
        if path is not None:
            write = partial(self._journal.packs.write_text, choice, path, markdown=markdown)
            self._run(lambda _: write(), lambda _: self._saved(path))

    def _save_form(self) -> None:
        name = self.tr("Meeting form.pdf")
        path = ask_path(self._over, self.tr("Save a blank form"), name, self.tr("PDF (*.pdf)"))
        if path is None:
            return
        paper, language = pack_preview.paper(self._journal), self._journal.preferences.get(LANGUAGE) or "en"
        write = partial(self._journal.packs.blank_form, path, paper, language)
        self._run(lambda _: write(), lambda _: self._saved(path))

    def _saved(self, path: Path) -> None:
        self.toast.emit(self.tr("Saved in {folder}").format(folder=path.parent), None)

    def _run(self, work: Callable[[tasks.Report], T], then: Callable[[T], object]) -> None:
        self.failed.emit("")
        tasks.run(work, then, self._over, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self.failed.emit(str(error))
        else:
            errors.report(error, self._over)
