"""Something that takes a passphrase again."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from workjournal.ui import form, theme
from workjournal.ui.dialogs.question import Question


class ProveDialog(Question):
    """A heading, what it means, one field; `work` gets what was typed there."""

    words: QLabel
    confirm: QLineEdit

    def __init__(
        self,
        parent: QWidget | None,
        heading: str,
        words: str,
        verb: str,
        work: Callable[[str], object],
        *,
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        form.fill(self, "prove")
        self._work = work
        self.heading.setText(heading)
        self.words.setText(words)
        self.agree.setText(verb)
        if danger:
            self.agree.setProperty("role", "danger-primary")
            theme.restyle(self.agree)
        self.confirm.returnPressed.connect(self.go_on)
        self.begin()

    def first(self) -> QWidget:
        return self.confirm

    def go_on(self) -> None:
        confirm, work = self.confirm.text(), self._work
        self.carry_out(lambda _report: work(confirm), self.settle, self.confirm)
