"""Where a journal's folder is to lie, and how it is called."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from workjournal.ui import form, tasks
from workjournal.ui.dialogs.question import Question

_SETTLES_MS = 250


class MoveJournalDialog(Question):
    """A name and a folder. `check` gets the new place and raises what stands against it; `synced` names a client that copies it.

    Settles with the new place.
    """

    words: QLabel
    name: QLineEdit
    place: QLineEdit
    choose: QPushButton
    outcome: QLabel

    def __init__(
        self,
        parent: QWidget | None,
        folder: Path,
        check: Callable[[Path], object],
        synced: Callable[[Path], str],
        *,
        renaming: bool,
    ) -> None:
        super().__init__(parent)
        form.fill(self, "move_journal")
        self._check, self._synced, self._renaming = check, synced, renaming
        self.heading.setText(self.tr("Rename this journal") if renaming else self.tr("Move this journal"))
        self.words.setText(
            self.tr(
                "Its folder is closed, moved as a whole with the backups in it, and opened again by the passphrase."
            )
        )
        self.agree.setText(self.tr("Rename") if renaming else self.tr("Move"))
        self.name.setText(folder.name)
        self.place.setText(str(folder.parent))
        self._pause = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._pause.timeout.connect(self._look_around)
        for field in (self.name, self.place):
            field.textChanged.connect(self._tell)
            field.returnPressed.connect(self.go_on)
        self.choose.clicked.connect(self._choose)
        self.begin()
        self._tell()

    def first(self) -> QWidget:
        return self.name if self._renaming else self.choose

    def target(self) -> Path | None:
        """The new place, as far as it was told."""
        name, place = self.name.text().strip(), self.place.text().strip()
        if not place or name in {"", ".", ".."} or {"/", "\\"} & set(name):
            return None
        return Path(place).expanduser() / name

    def go_on(self) -> None:
        target, check = self.target(), self._check
        if target is None:
            self.say(self.tr("Type a name without slashes, and choose a folder."), self.name)
            return
        self.carry_out(lambda _report: check(target), lambda _: self.settle(target), self.name)

    def _tell(self) -> None:
        target = self.target()
        self.outcome.setText(self.tr("It will be {path}.").format(path=target) if target else "")
        self._pause.start()

    def _look_around(self) -> None:
        target, synced = self.target(), self._synced
        if target is not None:
            tasks.run(lambda _report: synced(target), lambda client: self._warn(target, client), self)

    def _warn(self, target: Path, client: str) -> None:
        if client and target == self.target():
            words = self.tr(
                "It will be {path}, which {client} copies: it can mix up two states of the journal."
            )
            self.outcome.setText(words.format(path=target, client=client))
            self.fit()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("The folder in which the journal will lie"), self.place.text()
        )
        if chosen:
            self.place.setText(chosen)
            self.agree.setFocus()
