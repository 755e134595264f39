"""Tags for many episodes at once: some put on, others taken off."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workjournal.ui import form
from workjournal.ui.dialogs.question import Question
from workjournal.ui.widgets.label_field import LabelField

Work = Callable[[list[str], list[str]], object]
"""Gets the tags to put on and those to take off."""


class TagEpisodesDialog(Question):
    """Two fields of tags; `settled` tells what `work` returned."""

    add: LabelField
    remove: LabelField

    def __init__(self, parent: QWidget | None, number: int, known: Sequence[str], work: Work) -> None:
        super().__init__(parent)
        form.fill(self, "tag_episodes")
        self._work = work
        self.heading.setText(self.tr("Tags of %n episode(s)", "", number))
        for field in (self.add, self.remove):
            field.set_known(known)
        self.begin()

    def first(self) -> QWidget:
        return self.add

    def go_on(self) -> None:
        add, remove = self._of(self.add), self._of(self.remove)
        both = {name.casefold() for name in add} & {name.casefold() for name in remove}
        if not add and not remove:
            self.say(self.tr("Write a tag to put on, or one to take off."), self.add)
        elif both:
            self.say(self.tr("The same tag cannot be put on and taken off."), self.remove)
        else:
            self.carry_out(lambda _report: self._work(add, remove), self.settle, self.add)

    def _of(self, field: LabelField) -> list[str]:
        """The chips, and what is typed without having become one."""
        return [*field.labels, *([field.pending] if field.pending else [])]
