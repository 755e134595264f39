"""Correcting a check-in that was given, or taking it back."""

from uuid import UUID

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.check_in import CheckIn
from workjournal.domain.measure import Measure
from workjournal.journal.drafts import Drafts
from workjournal.ui import form, tab_order
from workjournal.ui.dialogs import typed
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.parts.check_in_fields import FIELDS, CheckInFields

TAKEN_BACK = 2
"""The result of the dialog where the check-in is to go, beside those Qt knows."""


class CheckInDialog(Fitted):
    """The fields of a check-in, filled. Whoever opens it saves, and says with `fields.say_problem` why not."""

    fields_column: QVBoxLayout
    ask_note: QLabel
    take_back: QPushButton
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None, check_in: CheckIn, measure: Measure | None) -> None:
        super().__init__(parent)
        self._check_in_id = check_in.id
        form.fill(self, "check_in")
        self.fields = CheckInFields(self)
        self.fields_column.addWidget(self.fields)
        self.fields.ask_measure(measure)
        self.fields.show_check_in(check_in)
        self.ask_note.setVisible(bool(check_in.help_needed.strip()))
        tab_order.chain(self)
        self.cancel.clicked.connect(self.reject)
        self.take_back.clicked.connect(lambda: self.done(TAKEN_BACK))
        self.fields.progress.setFocus()

    def text_owner(self) -> UUID:
        """The check-in whose texts are in its fields, for their earlier versions."""
        return self._check_in_id

    def keep_typed(self, drafts: Drafts, place: str) -> None:
        """Keep what is typed as a draft, and resume one."""
        typed.keep(self, self.fields, self.cancel, drafts, place, FIELDS)
