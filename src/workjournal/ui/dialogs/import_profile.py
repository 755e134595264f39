"""A role profile from a file: which role it is, and the reading."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from workjournal.journal.profiles import Profiles
from workjournal.ui import form
from workjournal.ui.dialogs.question import Question
from workjournal.ui.parts import sheet_drop


class ImportProfileDialog(Question):
    """Asks for the name and reads the file behind a bar; `settled` brings the profile and what the file brought."""

    words: QLabel
    name: QLineEdit
    name_hint: QLabel

    def __init__(self, parent: QWidget | None, file: Path, name: str, profiles: Profiles) -> None:
        super().__init__(parent)
        form.fill(self, "import_profile")
        self._file, self._profiles = file, profiles
        self._known = {" ".join(each.name.split()).casefold() for each in profiles.all()}
        self.words.setText(self.tr("From {file}").format(file=file.name))
        self.name.setText(name)
        self.name.selectAll()
        self.name.textChanged.connect(self._hint)
        self.name.returnPressed.connect(self.go_on)
        self.begin()
        self._hint()

    def first(self) -> QWidget:
        return self.name

    def go_on(self) -> None:
        file, name, profiles = self._file, self.name.text(), self._profiles
        self.carry_out(
            lambda _report: profiles.read_sheet(sheet_drop.read(file), name), self.settle, self.name
        )

    def _hint(self) -> None:
        known = " ".join(self.name.text().split()).casefold() in self._known
        told = self.tr("The levels of the file are put into this profile; its other skills stay.")
        self.name_hint.setText(told if known else self.tr("A new profile of this name is made."))
