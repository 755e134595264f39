"""What is to become of all that has a tag, a skill or a person, before that one goes to the trash."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from workjournal.domain.label import Person, Skill, Tag
from workjournal.journal.label_use import PutAway
from workjournal.journal.labels import Labels
from workjournal.ui import form
from workjournal.ui.dialogs.question import Question
from workjournal.ui.parts import label_words
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox


class PutAwayLabelDialog(Question):
    """Settles with what is needed to undo it. One that nothing has is only asked about once more."""

    usage: QLabel
    choices: QWidget
    replace: QRadioButton
    into: ChoiceBox
    take_off: QRadioButton
    take_off_words: QLabel
    promise: QLabel

    def __init__(self, parent: QWidget | None, service: Labels[Any], label: Tag | Skill | Person) -> None:
        super().__init__(parent)
        form.fill(self, "put_away_label")
        self._service, self._label = service, label
        usage = service.usage(label.id)
        self._is_used = bool(usage)
        self.heading.setText(self.tr("Move “{name}” to the trash?").format(name=label.name))
        self.usage.setText(label_words.used(usage))
        self.promise.setText(self._promises())
        self.promise.setVisible(self._is_used or isinstance(label, Person))
        self._offer(hangs=bool(label_words.parted(usage)[1]))
        self.begin()

    @classmethod
    def ask(
        cls,
        owner: QWidget,
        service: Labels[Any],
        label: Tag | Skill | Person,
        then: Callable[[PutAway], object],
    ) -> "PutAwayLabelDialog":
        """Open one and go on; `then` gets what `service.undo` takes back."""
        dialog = cls(owner, service, label)
        dialog.settled.connect(then)
        dialog.open()
        return dialog

    def first(self) -> QWidget:
        """The careful choice where there is one; else a second thought."""
        if not self._is_used:
            return self.agree
        return self.replace if self.replace.isVisibleTo(self) else self.take_off

    def go_on(self) -> None:
        into = self.into.choice if self._is_used and self.replace.isChecked() else None
        service, label_id = self._service, self._label.id
        assert into is None or isinstance(into, UUID)
        self.carry_out(lambda _report: service.put_away(label_id, into), self.settle, self.first())

    def _offer(self, *, hangs: bool) -> None:
        """What there is to choose between; with no other label, nothing can take its place."""
        others = [other for other in self._service.all() if other.id != self._label.id]
        self.choices.setVisible(self._is_used)
        self.replace.setVisible(bool(others))
        self.into.setVisible(bool(others))
        self.into.set_choices((Choice(other.id, other.name) for other in others), self.tr("Choose by name"))
        self.take_off_words.setText(
            self.tr(
                "What belongs to it lies in the trash with it. Out of there it comes back to all it was on."
            )
            if hangs
            else self.tr("Out of the trash it comes back to all it was on.")
        )
        self.replace.toggled.connect(self._judge)
        self.take_off.toggled.connect(self._judge)
        self.into.changed.connect(self._take_into)
        self._judge()

    def _take_into(self) -> None:
        """Who chooses a name has chosen what to do."""
        if self.into.choice is not None:
            self.replace.setChecked(True)
        self._judge()

    def _judge(self) -> None:
        """Nothing is chosen beforehand: the two do very different things."""
        replaces = self.replace.isChecked() and self.into.choice is not None
        self.agree.setEnabled(not self._is_used or replaces or self.take_off.isChecked())

    def _promises(self) -> str:
        told = self.tr("No text is touched: where you wrote the name, it stays.")
        if not isinstance(self._label, Person):
            return told
        hidden = self.tr("In packs it stays replaced for as long as the person lies in the trash.")
        return f"{told} {hidden}"
