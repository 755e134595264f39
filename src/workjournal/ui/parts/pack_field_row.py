"""One text of a thing as it would leave, to be told otherwise."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from workjournal.journal.pack_fields import STAR, PackField
from workjournal.ui import form
from workjournal.ui.parts import pack_field_words
from workjournal.ui.widgets.prose_edit import ProseEdit


class PackFieldRow(QWidget):
    """The text with the journal's own below it. Nothing is kept here."""

    changed = Signal()

    label: QLabel
    state: QLabel
    leave_out: QPushButton
    use_own: QPushButton
    text_: ProseEdit
    changed_row: QWidget
    own_part: QFrame
    own: ProseEdit

    def __init__(self, field: PackField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "pack_field")
        self.field = field
        called = pack_field_words.label(field.key)
        self.label.setText(called)
        self.text_.setObjectName(f"text_{field.key}")
        self.text_.setAccessibleName(called)
        self.own.text = field.own
        self.own.setAccessibleName(self.tr("{field}, in the journal").format(field=called))
        self.text_.text = field.text
        if not field.own.strip():
            self.text_.setPlaceholderText(
                self.tr("Told only here") if field.key in STAR else self.tr("Empty in the journal")
            )
        for button in (self.leave_out, self.use_own):
            button.setAccessibleDescription(called)
        self.text_.changed.connect(self._tell)
        self.text_.changed.connect(self.changed)
        self.leave_out.clicked.connect(lambda: self.tell(""))
        self.use_own.clicked.connect(lambda: self.tell(field.usual))
        self._tell()

    def tell(self, text: str) -> None:
        """Tell this instead, with the keyboard in it."""
        self.text_.text = text
        self.text_.setFocus()
        self.text_.go_to_end()

    def is_own(self) -> bool:
        """Whether it is what would leave without a rewording."""
        return self.text_.text.strip() == self.field.usual.strip()

    def is_changed(self) -> bool:
        """Whether it is other than it was shown at first."""
        return self.text_.text != self.field.text

    def _tell(self) -> None:
        empty = not self.text_.text.strip()
        if empty:
            said = self.tr("left out") if self.field.usual.strip() else ""
        elif self.is_own():
            said = self.tr("names are replaced") if self.field.usual != self.field.own else ""
        else:
            said = self.tr("told otherwise")
        self.state.setText(said)
        self.text_.setAccessibleDescription(said)
        self.leave_out.setVisible(not empty)
        self.use_own.setVisible(not self.is_own())
        differs = self.text_.text.strip() != self.field.own.strip()
        self.own_part.setVisible(differs and bool(self.field.own.strip()))
        self.changed_row.setVisible(self.field.changed_since and not self.is_own())
