"""Whom a thing may be shown to: nobody until it is ticked."""

from collections.abc import Iterable

from PySide6.QtCore import Property, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from workjournal.domain.entity import Audience
from workjournal.ui.marked import QT_TRANSLATE_NOOP

_WORDS = {
    Audience.MANAGER: QT_TRANSLATE_NOOP("AudienceTicks", "My manager"),
    Audience.NEXT_JOB: QT_TRANSLATE_NOOP("AudienceTicks", "My next job"),
}


class AudienceTicks(QWidget):
    """A check box an audience; its USER property `audiences` is a frozenset of Audience."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: frozenset[Audience] = frozenset()
        self._boxes = {audience: QCheckBox(self.tr(word), self) for audience, word in _WORDS.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for audience, box in self._boxes.items():
            box.setObjectName(f"show_to_{audience.replace('-', '_')}")
            box.setAccessibleName(self.tr("Show to: {audience}").format(audience=box.text()))
            box.toggled.connect(self._tell)
            column.addWidget(box)

    def box(self, audience: Audience) -> QCheckBox:
        """The check box of an audience."""
        return self._boxes[audience]

    def _tell(self) -> None:
        if self._get_audiences() != self._before:
            self._before = self._get_audiences()
            self.changed.emit()

    def _get_audiences(self) -> frozenset[Audience]:
        return frozenset(audience for audience, box in self._boxes.items() if box.isChecked())

    def _set_audiences(self, audiences: Iterable[str] | None) -> None:
        wanted = {Audience(audience) for audience in audiences or ()}
        for audience, box in self._boxes.items():
            box.setChecked(audience in wanted)

    audiences: frozenset[Audience] = Property(
        object, _get_audiences, _set_audiences, user=True, notify=changed
    )  # type: ignore[assignment] # a property of Qt reads as its value
