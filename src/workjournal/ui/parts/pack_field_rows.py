"""All texts of a thing as they would leave."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Property, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workjournal.journal.pack_fields import PackField
from workjournal.ui.parts.pack_field_row import PackFieldRow


class PackFieldRows(QWidget):
    """Rows one below the other; the USER property `texts` has what was typed, by field, where it is other than before."""

    changed = Signal()

    def __init__(self, fields: Sequence[PackField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {field.key: PackFieldRow(field, self) for field in fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for row in self.rows.values():
            column.addWidget(row)
            row.changed.connect(self.changed)

    def tell(self, texts: Mapping[str, str]) -> None:
        """Tell these instead, in the rows there are; the keyboard goes to the first of them."""
        for key in reversed(self.rows):
            if key in texts:
                self.rows[key].tell(texts[key])

    def rewordings(self) -> dict[str, str | None]:
        """What is to be kept, by field: None where the journal's own text is to be told again.

        A reworded text of which the journal's own was changed since is kept anew: it was looked at.
        """
        found: dict[str, str | None] = {}
        for key, row in self.rows.items():
            if row.is_own():
                if row.field.reworded:
                    found[key] = None
            elif row.is_changed() or row.field.changed_since:
                found[key] = row.text_.text.strip()
        return found

    def _get_texts(self) -> dict[str, str]:
        return {key: row.text_.text for key, row in self.rows.items() if row.is_changed()}

    def _set_texts(self, texts: Mapping[str, str] | None) -> None:
        for key, text in (texts or {}).items():
            if key in self.rows:
                self.rows[key].text_.text = text

    texts: dict[str, str] = Property(object, _get_texts, _set_texts, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
