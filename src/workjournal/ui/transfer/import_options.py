"""How the entries of a file come in: their kind, their tags, the day of those without one."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.episode import Kind
from workjournal.domain.intake import OURS
from workjournal.journal.imports import Preview, Wishes
from workjournal.ui import form, words
from workjournal.ui.transfer.telling import TELLING
from workjournal.ui.widgets.choice_box import ChoiceBox
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.tag_table import TagTable


class ImportOptions(QFrame):
    """Adds to the wishes what is said here; its button begins the import."""

    agreed = Signal()

    said: QWidget
    kind: ChoiceBox
    day_part: QWidget
    day: DateField
    add_tags: LabelField
    tags_part: QWidget
    tags: TagTable
    go_on: QPushButton
    promise: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "import_options")
        self.kind.set_choices(words.kind_choices())
        self.add_tags.line.setAccessibleName(self.tr("Tags for all of them"))
        self.day.setPlaceholderText(self.tr("Today"))
        self.go_on.clicked.connect(self.agreed)
        self.begin()

    def begin(self) -> None:
        """Nothing was said yet."""
        self.kind.choice, self.day.day, self.add_tags.labels = Kind.WORK, None, []
        self.tags.forget()

    def offer(self, seen: Preview, known: Iterable[str]) -> None:
        """What can be said of these entries; `known` are the tags that are here."""
        self.add_tags.set_known(known)
        fresh = seen.fresh > 0
        self.said.setVisible(fresh and seen.format != OURS)  # what was written here comes as it is
        self.day_part.setVisible(bool(seen.undated))
        self.tags_part.setVisible(bool(seen.tags))
        self.tags.show_tags(seen.tags)
        self.go_on.setEnabled(fresh)
        self.go_on.setText(
            self.tr("Import {entries}").format(entries=TELLING.entries(seen.fresh, seen.format))
            if fresh
            else self.tr("Nothing new to import")
        )

    def added_to(self, wishes: Wishes) -> Wishes:
        """These wishes, and what is said here."""
        kind, pending = self.kind.choice, self.add_tags.pending
        return replace(
            wishes,
            kind=kind if isinstance(kind, Kind) else Kind.WORK,
            day=self.day.day,
            tags=self.tags.called(),
            add_tags=(*self.add_tags.labels, *([pending] if pending else [])),
        )
