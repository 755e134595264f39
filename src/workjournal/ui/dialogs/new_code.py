"""A new recovery code: proven, shown, written down, typed back; then it counts."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from workjournal.exporters.recovery_sheet import RecoverySheet
from workjournal.ui import form, tab_order
from workjournal.ui.dialogs.question import Question
from workjournal.ui.parts.code_keeping import CodeKeeping


class NewCodeDialog(Question):
    """`prove` gets what was typed, and `count` that and the code once it is on paper. `has_one` tells what it replaces."""

    words: QLabel
    asking: QWidget
    confirm: QLineEdit
    code_place: QVBoxLayout

    def __init__(
        self,
        parent: QWidget | None,
        sheet: RecoverySheet,
        vault: Path,
        prove: Callable[[str], object],
        count: Callable[[str, str], object],
        *,
        has_one: bool,
    ) -> None:
        super().__init__(parent)
        form.fill(self, "new_code")
        self._sheet, self._vault, self._prove, self._count = sheet, vault, prove, count
        told = self.tr(
            "It opens “{vault}” when the passphrase is forgotten. Keep it on paper, away from here."
        )
        if has_one:
            told += " " + self.tr("The code there is opens nothing any more once the new one counts.")
        self.words.setText(told.format(vault=sheet.vault_name))
        self.keeping = CodeKeeping()
        self.keeping.hide()
        self.code_place.addWidget(self.keeping)
        self.keeping.kept.connect(self._keep)
        self.confirm.returnPressed.connect(self.go_on)
        self.begin()

    def first(self) -> QWidget:
        return self.confirm if not self.asking.isHidden() else self.keeping.first_stop()

    def go_on(self) -> None:
        confirm, prove = self.confirm.text(), self._prove
        self.carry_out(lambda _report: prove(confirm), lambda _: self._show_code(), self.confirm)

    def _show_code(self) -> None:
        self.asking.hide()
        self.agree.hide()
        self.keeping.show()
        self.keeping.offer(self._sheet, self._vault)
        tab_order.chain(self)
        self.fit()

    def _keep(self) -> None:
        confirm, code, count = self.confirm.text(), self._sheet.code, self._count
        self.carry_out(lambda _report: count(confirm, code), self.settle, self.keeping.check)

    def done(self, result: int) -> None:
        self.keeping.forget()
        super().done(result)
