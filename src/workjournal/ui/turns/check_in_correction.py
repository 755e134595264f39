"""A check-in that was given is corrected; that can be undone."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from workjournal.domain.check_in import CheckIn
from workjournal.journal.journal import Journal
from workjournal.ui import errors
from workjournal.ui.dialogs.check_in import TAKEN_BACK, CheckInDialog
from workjournal.ui.parts.check_in_fields import FIELDS


class CheckInCorrection(QObject):
    """Asks over its parent, and carries out."""

    toast = Signal(str, object)
    corrected = Signal()
    take_back_asked = Signal(UUID)

    def __init__(self, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self._journal, self._over = journal, parent

    def ask(self, check_in_id: UUID) -> CheckInDialog:
        """Open the check-in."""
        journal = self._journal
        check_in = journal.check_ins.get(check_in_id)
        measure_id = self._measure_of(check_in)
        measure = journal.measures.get(measure_id) if measure_id else None
        dialog = CheckInDialog(self._over, check_in, measure)
        dialog.keep_typed(journal.drafts, _place(check_in_id))
        dialog.agree.clicked.connect(partial(self._save, dialog, check_in_id))
        dialog.finished.connect(partial(self._end, dialog, check_in_id))
        dialog.open()
        return dialog

    def _save(self, dialog: CheckInDialog, check_in_id: UUID) -> None:
        dialog.fields.say_problem("")
        with errors.inline(dialog.fields.say_problem):
            check_in = self._journal.check_ins.get(check_in_id)
            before, measure_id = _values(check_in), self._measure_of(check_in)
            dialog.fields.read_into(check_in, check_in.date)
            if (
                check_in.date != before["date"]
            ):  # of an older one, made by a clock ahead, the rest can be corrected
                check_in.accepts_day(self._journal.today())
            check_in.measure_id = None if check_in.measure_value is None else measure_id
            self._journal.check_ins.save(check_in)
            dialog.accept()
            self.corrected.emit()
            self.toast.emit(self.tr("Check-in corrected"), partial(self._put_back, check_in_id, before))

    def _end(self, dialog: CheckInDialog, check_in_id: UUID, result: int) -> None:
        dialog.deleteLater()
        if result in {QDialog.DialogCode.Accepted, TAKEN_BACK}:
            self._journal.drafts.drop(_place(check_in_id))
        if result == TAKEN_BACK:
            self.take_back_asked.emit(check_in_id)

    def _put_back(self, check_in_id: UUID, before: dict[str, object]) -> None:
        check_in = self._journal.check_ins.get(check_in_id)
        for name, value in before.items():
            setattr(check_in, name, value)
        self._journal.check_ins.save(check_in)

    def _measure_of(self, check_in: CheckIn) -> UUID | None:
        """The measure its value belongs to; one that gets a value only now takes the goal's."""
        if check_in.measure_value is not None:
            return check_in.measure_id
        return self._journal.goals.get(check_in.goal_id).measure_id


def _values(check_in: CheckIn) -> dict[str, object]:
    return {name: getattr(check_in, name) for name in (*FIELDS, "measure_id")}


def _place(check_in_id: UUID) -> str:
    return f"checkin-correct:{check_in_id}"
