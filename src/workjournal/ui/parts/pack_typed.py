"""What is typed for a pack alone: what one asks for, and what one commits to."""

from PySide6.QtCore import Property, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS
from workjournal.ui import form
from workjournal.ui.parts.pack_draft import OnePack, too_many
from workjournal.ui.widgets.prose_edit import ProseEdit


class PackTyped(QFrame):
    """Two fields, one line a point; its USER property `lines` has both texts by their names.

    Which of them there are depends on the audience.
    """

    changed = Signal()

    asks_part: QWidget
    asks: ProseEdit
    commitments_label: QLabel
    commitments: ProseEdit
    commitments_note: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "pack_typed")
        for field in (self.asks, self.commitments):
            field.changed.connect(self._tell)

    def show_pack(self, one: OnePack, audience: Audience) -> None:
        """Show what was typed for an audience."""
        sections = {section.key for section in SECTIONS[audience]}
        self._set_lines({"asks": one.asks, "commitments": one.commitments})
        self.asks_part.setVisible("asks" in sections)
        self.setVisible("commitments" in sections)
        own = audience is Audience.OWN
        self.commitments_label.setText(
            self.tr("What I want to do next year") if own else self.tr("What I commit to next")
        )
        self.commitments.setAccessibleName(
            self.tr("{field}, one a line, at most three").format(field=self.commitments_label.text())
        )

    def _tell(self) -> None:
        self.commitments_note.setVisible(too_many(self.commitments.text))
        self.changed.emit()

    def _get_lines(self) -> dict[str, str]:
        return {"asks": self.asks.text, "commitments": self.commitments.text}

    def _set_lines(self, lines: dict[str, str] | None) -> None:
        self.asks.text = (lines or {}).get("asks", "")
        self.commitments.text = (lines or {}).get("commitments", "")
        self._tell()

    lines: dict[str, str] = Property(object, _get_lines, _set_lines, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
