"""The pulse of the month: two ratings and a note for the writer alone, with the earlier ones below."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from workjournal.domain.pulse import Pulse
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, icons, tab_order
from workjournal.ui.autosave import Autosave
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.parts import drafted, pulse_words
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating
from workjournal.ui.widgets.row_list import RowList

FIELDS = ("safety", "accountability", "note")
Said = Callable[[str, Callable[[], object] | None], object]
"""Takes what was done and the way back: the toast of a screen."""


class PulseDialog(Fitted):
    """Saves by itself; one of the list is changed in the fields above it.

    What is typed is kept as a draft, since a lock closes the dialog; only Cancel lets it go. The list is undone in the
    dialog itself: the toast of the window lies below it.
    """

    said = Signal(str, object)

    heading: QLabel
    when: QLabel
    safety: Rating
    accountability: Rating
    note: ProseEdit
    problem: QLabel
    earlier_part: QWidget
    earlier: RowList
    gone_row: QWidget
    gone: QLabel
    bring_back: QPushButton
    pass_over: QPushButton
    back: QPushButton
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None, journal: Journal) -> None:
        super().__init__(parent)
        form.fill(self, "pulse")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._journal, self._today = journal, journal.today()
        self._pulse: Pulse | None = None
        self._gone: UUID | None = None
        tab_order.chain(self)
        self.agree.setDefault(True)
        self._autosave = Autosave(self, self._keep, FIELDS)
        self._connect()
        self._show(self._present())

    @classmethod
    def ask(cls, owner: QWidget, journal: Journal, say: Said) -> "PulseDialog":
        """Open one and go on; `say` gets what was done, and the way back."""
        dialog = cls(owner, journal)
        dialog.said.connect(say)
        dialog.open()
        return dialog

    def _connect(self) -> None:
        self.agree.clicked.connect(self._save)
        self.cancel.clicked.connect(self._cancel)
        self.pass_over.clicked.connect(self._pass_over)
        self.back.clicked.connect(lambda: self._turn_to(self._present()))
        self.bring_back.clicked.connect(self._bring_back)
        self.finished.connect(lambda _: self._autosave.flush())
        self.earlier.opened.connect(self._open)
        self.earlier.trashed.connect(self._trash)
        self.earlier.menu.connect(self._menu)
        for field in (self.safety, self.accountability):
            field.changed.connect(lambda: self._say_problem(""))

    def _present(self) -> Pulse | None:
        return self._journal.pulses.of_month(self._today)

    def _turn_to(self, pulse: Pulse | None) -> None:
        """To this month's (None where it is not given yet), or an earlier one; what is typed stays a draft."""
        self._autosave.flush()
        self._show(pulse)
        self.safety.setFocus()

    def _show(self, pulse: Pulse | None) -> None:
        self._pulse = pulse
        is_earlier = pulse is not None and pulse.date < self._today.replace(day=1)
        draft = self._journal.drafts.find(self._place())
        with self._autosave.quiet():
            form.show(self, pulse or {"safety": None, "accountability": None, "note": ""}, FIELDS)
            if draft is not None:
                drafted.show(self, draft.fields, FIELDS)
        self.heading.setText(
            pulse_words.month(pulse) if is_earlier and pulse else self.tr("This month's pulse")
        )
        self.when.setText(pulse_words.given(pulse) if pulse else "")
        self.pass_over.setVisible(pulse is None)
        self.back.setVisible(is_earlier)
        self._say_problem("")
        self._show_gone(None)
        self._list()

    def _list(self) -> None:
        """All of the months before this one."""
        first = self._today.replace(day=1)
        known = [pulse for pulse in self._journal.pulses.all() if pulse.date < first]
        self.earlier.set_rows([pulse_words.row(pulse) for pulse in known])
        self.earlier_part.setVisible(bool(known))
        if self._pulse is None or not self.earlier.choose(self._pulse.id):
            self.earlier.clearSelection()

    def _save(self) -> None:
        """Into the pulse as the journal has it: one that failed to be saved is not saved by accident later."""
        pulses, before = self._journal.pulses, self._pulse
        self._say_problem("")
        with errors.inline(self._say_problem):
            pulse = pulses.get(before.id) if before else Pulse(date=self._today)
            form.read(self, pulse, FIELDS)
            pulse = pulses.save(pulse) if before else pulses.give(pulse)
            self._autosave.forget()
            self._journal.drafts.drop(self._place())
            undo = partial(self._put_back, before) if before else partial(pulses.trash, pulse.id)
            if self.back.isVisibleTo(self):
                self._show(self._present())
                self._show_gone(None, self.tr("Saved."))
            else:
                self.said.emit(self.tr("Pulse saved"), undo)
                self.accept()

    def _put_back(self, before: Pulse) -> None:
        pulse = self._journal.pulses.get(before.id)
        for name in FIELDS:
            setattr(pulse, name, getattr(before, name))
        self._journal.pulses.save(pulse)

    def _cancel(self) -> None:
        self._autosave.forget()
        self._journal.drafts.drop(self._place())
        self.reject()

    def _pass_over(self) -> None:
        self._journal.pulses.pass_over(self._today)
        self.said.emit(self.tr("Asked again next month"), self._journal.pulses.ask_again)
        self.reject()

    def _open(self, pulse_id: UUID) -> None:
        self._turn_to(self._journal.pulses.get(pulse_id))

    def _trash(self, pulse_id: UUID) -> None:
        pulse = self._journal.pulses.trash(pulse_id)
        if self._pulse is not None and self._pulse.id == pulse_id:
            self._turn_to(self._present())
        self._list()
        told = self.tr("{month} moved to the trash.").format(month=pulse_words.month(pulse))
        self._show_gone(pulse_id, told)
        self.bring_back.setFocus()

    def _bring_back(self) -> None:
        if self._gone is not None:
            self._journal.pulses.restore(self._gone)
            self._list()
            self.earlier.choose(self._gone)
            self.earlier.setFocus()
        self._show_gone(None)

    def _show_gone(self, pulse_id: UUID | None, told: str = "") -> None:
        self._gone = pulse_id
        self.gone.setText(told)
        self.gone_row.setVisible(bool(told))
        self.bring_back.setVisible(pulse_id is not None)

    def _menu(self, pulse_id: UUID, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("pencil"), self.tr("Change"), lambda: self._open(pulse_id))
        menu.addAction(icons.icon("trash-2"), self.tr("Move to the trash"), lambda: self._trash(pulse_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _place(self) -> str:
        """Where the draft is: one for each month."""
        return f"pulse:{self._pulse.date if self._pulse else self._today:%Y-%m}"

    def _keep(self, values: dict[str, object]) -> None:
        self._journal.drafts.keep(self._place(), drafted.to_json(values))

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
