"""Any of several: chips that are checked one by one."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workjournal.ui import icons, theme
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.flow import FlowLayout


class ChipSet(QWidget):
    """Its USER property `chosen` is the list of the checked values, in the order in which they are offered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._buttons: list[QPushButton] = []
        self._filling = False
        self._flow = FlowLayout(self, gap=6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer these; to be called once, before anything is chosen."""
        for choice in choices:
            button = QPushButton(choice.label.replace("&", "&&"), self)
            button.setCheckable(True)
            button.setProperty("role", "chip")
            button.setIconSize(QSize(theme.px(14), theme.px(14)))
            if choice.icon:
                button.setIcon(icons.icon(choice.icon))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.ensurePolished()  # the rows are as high from the beginning as they will be
            button.toggled.connect(self._tell)
            self._choices.append(choice)
            self._buttons.append(button)
            self._flow.addWidget(button)

    def button(self, value: object) -> QPushButton:
        """The chip of a value.

        Raises:
            KeyError: the value is not among the choices.
        """
        for choice, button in zip(self._choices, self._buttons, strict=True):
            if choice.value == value:
                return button
        raise KeyError(value)

    def values(self) -> list[object]:
        """What can be chosen."""
        return [choice.value for choice in self._choices]

    def set_fixed(self, fixed: bool) -> None:
        """Only show what is chosen, or offer everything."""
        for button in self._buttons:
            # The flow keeps a place for hidden widgets too, so they leave it.
            self._flow.removeWidget(button)
            button.setVisible(button.isChecked() or not fixed)
            if button.isChecked() or not fixed:
                self._flow.addWidget(button)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.StrongFocus)
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, fixed)
        self.updateGeometry()

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _get_chosen(self) -> list[object]:
        return [
            choice.value
            for choice, button in zip(self._choices, self._buttons, strict=True)
            if button.isChecked()
        ]

    def _set_chosen(self, chosen: Iterable[object] | None) -> None:
        wanted, before = list(chosen or ()), self._get_chosen()
        self._filling = True
        for choice, button in zip(self._choices, self._buttons, strict=True):
            button.setChecked(choice.value in wanted)
        self._filling = False
        if self._get_chosen() != before:
            self.changed.emit()

    chosen: list[object] = Property(object, _get_chosen, _set_chosen, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
