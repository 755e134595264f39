"""What the steps of a goal's plan share: a card with some fields of the goal, fitted to its state."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QWidget

from workjournal.domain.goal import OPEN_STATES, GoalState
from workjournal.ui import form, theme
from workjournal.ui.widgets.chip_set import ChipSet
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.prose_edit import ProseEdit


class GoalStep(QFrame):
    """A card that fills a form of its own. Its fields are `names`, each with NAME_label and perhaps NAME_hint beside it.

    Attributes:
        title: what it is called in the bar of steps, marked for translation.
        counted: the fields of which one is enough for the step to count as filled.
        guiding: what is only said before the start, by object name.
    """

    title: ClassVar[str]
    names: ClassVar[tuple[str, ...]]
    counted: ClassVar[tuple[str, ...]]
    guiding: ClassVar[tuple[str, ...]] = ()

    heading: QLabel

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: dict[str, tuple[int, int]] = {}

    def called(self) -> str:
        """Its name in the user's language."""
        return self.tr(self.title)

    def is_filled(self) -> bool:
        """Whether anything of it was filled in."""
        return any(self._is_given(name) for name in self.counted)

    def is_worth_showing(self, state: GoalState) -> bool:
        """Whether there is anything to see of it in the plan of a goal in this state."""
        return state in OPEN_STATES or self.is_filled()

    def first(self) -> QWidget:
        """Where the keyboard goes when one comes here."""
        return self._field(self.names[0])

    def when_typed(self, call: Callable[[], object]) -> None:
        """Have this called whenever a field changes."""
        for name in self.names:
            form.changed(self._field(name)).connect(call)

    def fit(self, state: GoalState) -> None:
        """Take the shape for a goal in this state: a closed one only shows what there is, as text."""
        closed = state not in OPEN_STATES
        for name in self.names:
            given = self._is_given(name)
            self._fit_field(name, state)
            for widget in self._of(name):
                is_hint = widget.objectName().endswith("_hint")
                widget.setVisible(given and not is_hint if closed else True)
        for name in self.guiding:
            getattr(self, name).setVisible(state is GoalState.PLANNED)

    def _fit_field(self, name: str, state: GoalState) -> None:
        field, closed = self._field(name), state not in OPEN_STATES
        if isinstance(field, ProseEdit):
            self._fit_text(name, field, state)
        elif isinstance(field, ChipSet):
            field.set_fixed(closed)
        elif isinstance(field, QLineEdit) and not isinstance(field, DateField):
            field.setReadOnly(closed)
            _bare(field, bare=closed)
        else:
            field.setEnabled(not closed)

    def _fit_text(self, name: str, field: ProseEdit, state: GoalState) -> None:
        """While a goal runs, what was left empty takes one line; at its end a text is as long as it is."""
        closed = state not in OPEN_STATES
        fewest, most = self._lines.setdefault(name, (field.minLines, field.maxLines))
        short = closed or (state is GoalState.ACTIVE and not field.text.strip())
        field.setReadOnly(closed)
        _bare(field, bare=closed)
        field.set_min_lines(1 if short else fewest)
        field.set_max_lines(0 if closed else most)
        field.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if closed else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )

    def _field(self, name: str) -> QWidget:
        field = getattr(self, name)
        assert isinstance(field, QWidget)
        return field

    def _is_given(self, name: str) -> bool:
        value = form.value_of(self._field(name))
        return bool(value.strip()) if isinstance(value, str) else value not in (None, [])

    def _of(self, name: str) -> list[QWidget]:
        """A field with its label and hint."""
        called = (name, f"{name}_label", f"{name}_hint")
        return [widget for each in called if isinstance(widget := getattr(self, each, None), QWidget)]


def _bare(field: QWidget, *, bare: bool) -> None:
    role = "bare" if bare else ""
    if (field.property("role") or "") != role:
        field.setProperty("role", role)
        theme.restyle(field)
        # Only then does a text that was shown before give up the room its frame had.
        QApplication.sendEvent(field, QEvent(QEvent.Type.StyleChange))
