"""What others certified of a skill: files dropped or chosen, confirmed field by field, and copied out on purpose."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.skill_record import Credential
from workjournal.errors import JournalError
from workjournal.journal.copying_out import CopyUnwritable
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, icons, tasks
from workjournal.ui.dialogs.credential import CredentialDialog
from workjournal.ui.free_name import free
from workjournal.ui.parts import skill_words
from workjournal.ui.widgets.drop_zone import DropZone
from workjournal.ui.widgets.row_list import RowList


class CredentialsCard(QFrame):
    """A card on the page of a skill. Nothing is kept before it was seen and agreed to."""

    toast = Signal(str, object)

    by_hand: QPushButton
    drop_column: QVBoxLayout
    problem: QLabel
    credentials: RowList

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "credentials_card")
        self.setProperty("role", "card")
        self._journal = journal
        self._skill: UUID | None = None
        self._known: dict[object, Credential] = {}
        self._told = self.tr(
            "An Open Badge, as PNG or JSON, fills in its own fields. Encrypted with the journal, up to 5 MB."
        )
        self.drop = DropZone(
            self, "award", self.tr("Drop a certificate or badge"), self._told, self.tr("Choose a file")
        )
        self.drop.choose.setObjectName("choose_credential")
        self.drop_column.addWidget(self.drop)
        self.drop.dropped.connect(self.add)
        self.drop.choose.clicked.connect(self._choose)
        self.by_hand.clicked.connect(self._add_by_hand)
        self.credentials.opened.connect(self.open)
        self.credentials.action.connect(self.save_copy)
        self.credentials.trashed.connect(self.remove)
        self.credentials.menu.connect(self._open_menu)
        self._complain("")

    def show_skill(self, skill_id: UUID) -> None:
        """List its credentials."""
        if skill_id != self._skill:
            self._skill = skill_id
            self._complain("")
        self._known = {each.id: each for each in self._journal.credentials.of(skill_id)}
        today = self._journal.today()
        self.credentials.set_rows([skill_words.credential_row(each, today) for each in self._known.values()])
        self.credentials.setVisible(bool(self._known))

    def add(self, files: Iterable[Path]) -> None:
        """Read the files one after the other, and ask about each."""
        waiting = list(files)
        if not waiting or self._skill is None:
            return
        file, skill_id = waiting[0], self._skill
        self._complain("")
        self.drop.say(self.tr("Reading {name}…").format(name=file.name))

        def ask(read: tuple[Credential, bytes]) -> None:
            self.drop.say(self._told)
            if not self.isVisible():  # the journal was locked meanwhile: no dialog over its cover
                return
            self._ask(*read).finished.connect(lambda: self.add(waiting[1:]))

        tasks.run(
            lambda _report: self._journal.credentials.draft(file, skill_id), ask, self, failed=self._failed
        )

    def open(self, credential_id: object) -> CredentialDialog:
        """Show all of a credential, to be changed."""
        known = self._journal.credentials.get(self._known[credential_id].id)
        dialog = CredentialDialog(self, self._journal, known, known=True)
        dialog.settled.connect(lambda _: self.toast.emit(self.tr("Credential saved"), None))
        dialog.save_asked.connect(lambda: self.save_copy(credential_id))
        dialog.remove_asked.connect(lambda: self.remove(credential_id))
        dialog.open()
        return dialog

    def save_copy(self, credential_id: object) -> None:
        """Write its file, unencrypted, into a folder that the user picks."""
        known = self._known[credential_id]
        if not known.file_name:
            return
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Save an unencrypted copy of {name} in").format(name=known.file_name)
        )
        if not folder:
            return
        self._complain("")

        def work(_report: tasks.Report) -> Path:
            return _write(
                self._journal.credentials.content(known.id), Path(folder) / Path(known.file_name).name
            )

        def tell(target: Path) -> None:
            self.toast.emit(self.tr("Unencrypted copy saved as {name}").format(name=target.name), None)

        tasks.run(work, tell, self, failed=self._failed)

    def remove(self, credential_id: object) -> None:
        """Put it into the trash, with its file."""
        known = self._known[credential_id]
        self._journal.credentials.trash(known.id)
        undo: Callable[[], object] = partial(self._journal.credentials.restore, known.id)
        self.toast.emit(self.tr("{name} deleted").format(name=known.name), undo)

    def _ask(self, credential: Credential, content: bytes | None) -> CredentialDialog:
        dialog = CredentialDialog(self, self._journal, credential, content)
        dialog.settled.connect(self._kept)
        dialog.open()
        return dialog

    def _kept(self, credential: Credential) -> None:
        undo: Callable[[], object] = partial(self._journal.credentials.trash, credential.id)
        self.toast.emit(self.tr("{name} added").format(name=credential.name), undo)

    def _add_by_hand(self) -> None:
        if self._skill is not None:
            self._ask(Credential(skill_id=self._skill, name=""), None)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("A certificate or badge"))
        if name:
            self.add([Path(name)])

    def _failed(self, error: Exception) -> None:
        self.drop.say(self._told)
        if isinstance(error, JournalError):
            self._complain(str(error))
        else:
            errors.report(error, self)

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _open_menu(self, credential_id: object, where: QPoint) -> None:
        menu = QMenu(self)
        deeds: list[tuple[str, str, Callable[[object], object]]] = [
            ("eye", self.tr("Open"), self.open),
            ("trash-2", self.tr("Delete"), self.remove),
        ]
        if self._known[credential_id].file_name:
            deeds.insert(1, ("download", self.tr("Save a copy"), self.save_copy))
        for icon, text, act in deeds:
            menu.addAction(icons.icon(icon), text).triggered.connect(
                lambda _=False, act=act: act(credential_id)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)


def _write(content: bytes, wanted: Path) -> Path:
    """Write a file under that name, or under one with a number where there is one already.

    Raises:
        CopyUnwritable
    """
    target = free(wanted)
    try:
        with target.open("xb") as new:
            new.write(content)
    except OSError as error:
        raise CopyUnwritable(path=target, reason=error.strerror) from error
    return target
