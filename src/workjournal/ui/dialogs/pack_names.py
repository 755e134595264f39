"""The one place to see and change every name in packs, and the words that no portfolio holds."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from workjournal.domain.redactions import Redaction
from workjournal.journal.drafts import Drafts
from workjournal.ui import form, theme
from workjournal.ui.dialogs import typed
from workjournal.ui.dialogs.question import Question
from workjournal.ui.parts.pack_people import Called, Everybody, PackPeople
from workjournal.ui.parts.redaction_list import RedactionList
from workjournal.ui.widgets.segments import Choice, Segments

_SIZE, _EDGE = (820, 620), 32


@dataclass(frozen=True)
class Names:
    """What was decided: everybody by id, or by a key of pack_people.NEW for who is new; and the list of words."""

    people: dict[str, Called]
    redactions: tuple[Redaction, ...]


class PackNamesDialog(Question):
    """`work` gets the Names in a thread; what it gives back is settled. Words are a part of it for a portfolio alone."""

    part: Segments
    parts: QStackedWidget

    def __init__(
        self,
        parent: QWidget | None,
        everybody: Everybody,
        redactions: tuple[Redaction, ...] | None,
        work: Callable[[Names], object],
    ) -> None:
        super().__init__(parent)
        form.fill(self, "pack_names")
        self._work = work
        self.people = PackPeople(everybody, self)
        self.redactions = RedactionList(redactions or (), self)
        for part in (self.people, self.redactions):
            self.parts.addWidget(part)
        self.part.set_choices([Choice(0, self.tr("People")), Choice(1, self.tr("Words of the employer"))])
        self.part.choice = 0
        self.part.setVisible(redactions is not None)
        self.part.changed.connect(self._turn)
        self.begin()

    def keep_typed(self, drafts: Drafts, place: str) -> None:
        """Keep what is typed as a draft at that place, and resume one."""
        typed.keep(self, self, self.cancel, drafts, place, ("people", "redactions"))

    def first(self) -> QWidget:
        return self.people.query

    def go_on(self) -> None:
        if not self.redactions.take_typed():  # it said why not
            self.part.choice = 1
            return
        names, work = Names(self.people.everybody(), self.redactions.listed()), self._work
        self.carry_out(lambda _report: work(names), self.settle, self.people.query)

    def fit(self) -> None:
        """Always as large as there is room for, up to a size: its list would grow and shrink with the search."""
        QTimer.singleShot(0, self, self._take_room)

    def _take_room(self) -> None:
        parent = self.parentWidget()
        over = parent.window().size() if parent is not None else self.size()
        width, height = (theme.px(side) for side in _SIZE)
        self.resize(min(width, over.width() - _EDGE), min(height, over.height() - _EDGE))

    def _turn(self) -> None:
        self.parts.setCurrentIndex(1 if self.part.choice == 1 else 0)
