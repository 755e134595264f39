"""How a thing is told in a pack: asked in a dialog, kept for its audience."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workjournal.domain.entity import Audience
from workjournal.journal.journal import Journal
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_items import PackItem
from workjournal.ui import tasks
from workjournal.ui.dialogs.pack_item import ItemTexts, PackItemDialog
from workjournal.ui.parts.pack_preview import Preview


class ItemTelling(QObject):
    """Reads the texts in a Task and opens the dialog over its parent; one at a time."""

    told = Signal(object)
    """Its texts are kept; the ids of all pictures that are ticked now, as texts."""

    def __init__(self, journal: Journal, over: QWidget) -> None:
        super().__init__(over)
        self._journal, self._over = journal, over
        self._reading: tasks.Task | None = None

    def ask(self, preview: Preview, thing: str, ticked: frozenset[str]) -> None:
        """Show what would leave of an offered thing; `ticked` are the pictures that are, of all things."""
        item = next((each for each in preview.offer.items if str(each.id) == thing), None)
        if item is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        work = partial(_read, self._journal, item.id, preview.choice)
        self._reading = tasks.run(work, partial(self._open, item, preview.choice, ticked), self)

    def _open(self, item: PackItem, choice: PackChoice, ticked: frozenset[str], shown: ItemTexts) -> None:
        self._reading = None
        if not self._over.isVisible():  # the journal was locked meanwhile: no dialog over its cover
            return
        dialog = PackItemDialog(self._over, self._journal, item, choice, shown, ticked)
        place = f"pack-item:{choice.audience.value}:{item.id}"
        dialog.keep_typed(place)
        others = ticked - {str(picture) for picture, _ in item.pictures}
        dialog.settled.connect(partial(self._settle, place, others))
        dialog.open()

    def _settle(self, place: str, others: frozenset[str], pictures: frozenset[str]) -> None:
        self._journal.drafts.drop(place)
        self.told.emit(others | pictures)


def _read(journal: Journal, thing: UUID, choice: PackChoice, _report: tasks.Report) -> ItemTexts:
    fields = journal.packs.fields(thing, choice)
    story = choice.audience is Audience.NEXT_JOB
    return ItemTexts(fields, journal.packs.evidence_story(thing, choice) if story else {})
