"""Deleting a journal for good: what goes, what stays elsewhere, its name typed, a passphrase."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from workjournal.ui import form
from workjournal.ui.dialogs.question import Question


class DestroyJournalDialog(Question):
    """`work` gets what was typed to confirm; the dialog settles with that."""

    gone_words: QLabel
    stays: QLabel
    name_label: QLabel
    name: QLineEdit
    confirm: QLineEdit

    def __init__(
        self, parent: QWidget | None, called: str, gone: str, stays: str, work: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        form.fill(self, "destroy_journal")
        self._called, self._work = called, work
        self.gone_words.setText(gone)
        self.stays.setText(stays)
        self.name_label.setText(self.tr("Type its name, {name}, to go on").format(name=called))
        self.name.textChanged.connect(self._judge)
        self.name.returnPressed.connect(self.confirm.setFocus)
        self.confirm.returnPressed.connect(self.go_on)
        self.begin()
        self._judge()

    def first(self) -> QWidget:
        return self.name

    def go_on(self) -> None:
        if self.agree.isEnabled():
            confirm, work = self.confirm.text(), self._work
            self.carry_out(lambda _report: work(confirm), lambda _: self.settle(confirm), self.confirm)

    def busy(self, *, busy: bool) -> None:
        super().busy(busy=busy)
        self._judge()

    def _judge(self) -> None:
        self.agree.setEnabled(self.name.text().strip() == self._called and not self.is_busy())
