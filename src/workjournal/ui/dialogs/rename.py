"""Another name for something."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from workjournal.ui import form
from workjournal.ui.dialogs.question import Question


class RenameDialog(Question):
    """One field; `work` gets the name."""

    name: QLineEdit

    def __init__(self, parent: QWidget | None, name: str, work: Callable[[str], object]) -> None:
        super().__init__(parent)
        form.fill(self, "rename")
        self._work = work
        self.name.setText(name)
        self.name.selectAll()
        self.name.returnPressed.connect(self.go_on)
        self.begin()

    def first(self) -> QWidget:
        return self.name

    def go_on(self) -> None:
        name, work = self.name.text(), self._work
        self.carry_out(lambda _report: work(name), self.settle, self.name)
