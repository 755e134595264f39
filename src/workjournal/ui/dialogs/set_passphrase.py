"""A new passphrase: in place of another one, or as one more way in."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from workjournal.ui import form
from workjournal.ui.dialogs.question import Question
from workjournal.ui.parts.new_passphrase import NewPassphrase


@dataclass(frozen=True)
class Typed:
    """What was typed; `name` is "" where none was asked for."""

    confirm: str = field(repr=False)
    passphrase: str = field(repr=False)
    name: str = ""


class SetPassphraseDialog(Question):
    """The new one twice with its strength, then one that opens the journal now; `work` gets what was typed."""

    words: QLabel
    name_box: QWidget
    name: QLineEdit
    secret_place: QVBoxLayout
    confirm: QLineEdit

    def __init__(
        self,
        parent: QWidget | None,
        heading: str,
        words: str,
        verb: str,
        work: Callable[[Typed], object],
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        form.fill(self, "set_passphrase")
        self._work, self._named = work, bool(name)
        self.heading.setText(heading)
        self.words.setText(words)
        self.agree.setText(verb)
        self.name_box.setVisible(self._named)
        self.name.setText(name)
        self.name.selectAll()
        self.new = NewPassphrase(self.agree, self.tr("Use it anyway"), self.say)
        self.secret_place.addWidget(self.new)
        label = self.new.findChild(QLabel, "passphrase_label")
        assert isinstance(label, QLabel)
        label.setText(self.tr("New passphrase"))
        self.name.returnPressed.connect(self.new.passphrase.setFocus)
        self.new.entered.connect(self.confirm.setFocus)
        self.confirm.returnPressed.connect(self.go_on)
        self.begin()

    def first(self) -> QWidget:
        return self.name if self._named else self.new.passphrase

    def go_on(self) -> None:
        if not self.is_busy():
            self.say("")
            self.new.settle(self._ask_for_proof)

    def _ask_for_proof(self, passphrase: str) -> None:
        if not self.confirm.text():
            self.say(
                self.tr("Type a passphrase or the recovery code that opens the journal now."), self.confirm
            )
            return
        typed, work = Typed(self.confirm.text(), passphrase, self.name.text()), self._work
        self.carry_out(lambda _report: work(typed), self.settle, self.confirm)
