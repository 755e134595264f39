"""What a pack is exported with: whom it is for, a password, a copy to keep."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from workjournal.exporters import protecting
from workjournal.ui import errors, form, tab_order
from workjournal.ui.dialogs.question import Question
from workjournal.ui.parts.pack_password import PackPassword
from workjournal.ui.widgets.completer import Completer


@dataclass(frozen=True)
class Sharing:
    """What was asked; `password` is "" for none."""

    recipient: str
    password: str = field(repr=False)
    keep: bool


class ExportPackDialog(Question):
    """Settles with a Sharing. A password that readers of PDF may take differently is refused here."""

    recipient_part: QWidget
    recipient: QLineEdit
    protect: QCheckBox
    password_part: QWidget
    secret_place: QVBoxLayout
    keep: QCheckBox

    def __init__(
        self, parent: QWidget | None, recipient: str, people: Iterable[str], *, for_others: bool
    ) -> None:
        super().__init__(parent)
        form.fill(self, "export_pack")
        self._for_others = for_others
        self.recipient_part.setVisible(for_others)
        self.recipient.setText(recipient)
        self.recipient.setCompleter(Completer(sorted(people, key=str.casefold), self))
        self.password = PackPassword(self.agree, self.say)
        self.secret_place.addWidget(self.password)
        self.password_part.hide()
        self.protect.toggled.connect(self._toggle)
        self.recipient.returnPressed.connect(self.go_on)
        self.password.entered.connect(self.go_on)
        self.begin()

    def first(self) -> QWidget:
        return self.recipient if self._for_others else self.protect

    def go_on(self) -> None:
        self.say("")
        if self.protect.isChecked():
            self.password.settle(self._settle)
        else:
            self._settle("")

    def _toggle(self, protect: bool) -> None:
        self.say("")
        self.password_part.setVisible(protect)
        tab_order.chain(self)
        if protect:
            self.password.passphrase.setFocus()
        else:
            self.password.forget()

    def _settle(self, password: str) -> None:
        with errors.inline(lambda problem: self.say(problem, self.password.passphrase)):
            if password:
                protecting.check(password)
            self.settle(Sharing(self.recipient.text().strip(), password, self.keep.isChecked()))
