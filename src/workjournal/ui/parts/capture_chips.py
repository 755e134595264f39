"""What was recognised in a captured text, as chips below it; each can be refused and is only text then."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from workjournal.domain.capture import Captured, Part, Recognised
from workjournal.domain.episode import Kind
from workjournal.ui import icons, theme, words
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.flow import FlowLayout
from workjournal.ui.widgets.icon_label import IconLabel

_ICONS = {
    Part.TAG: "tag",
    Part.PERSON: "user",
    Part.SKILL: "graduation-cap",
    Part.GOAL: "mountain",
    Part.DAY: "calendar",
    Part.TIME: "clock",
}
_WIDEST = 240


class CaptureChips(QWidget):
    """A row of chips, and no room taken while there is none. Lies in a frame of a form."""

    refused = Signal(str)
    """The words of the text that are to be nothing but text."""

    def __init__(self, place: QFrame, after: QWidget) -> None:
        """`after` is the field from which Tab leads to the chips."""
        super().__init__(place)
        self._place, self._after = place, after
        self._shown: tuple[Recognised, ...] = ()
        self._chips: list[QFrame] = []
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self)
        self._flow = FlowLayout(self, gap=6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self, place):
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            widget.setSizePolicy(policy)
        place.hide()

    def show_parts(self, captured: Captured) -> None:
        """One chip for each part, in the order of the text."""
        if captured.parts == self._shown:
            return
        same = [one.typed for one in captured.parts] == [one.typed for one in self._shown]
        if not (same and [one.value for one in captured.parts] == [one.value for one in self._shown]):
            self._make(captured.parts)
        self._shown = captured.parts
        self._place.setVisible(bool(self._chips))

    def removals(self) -> list[QToolButton]:
        """The buttons that refuse a part, in order."""
        return [button for chip in self._chips for button in chip.findChildren(QToolButton)]

    def _make(self, parts: tuple[Recognised, ...]) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(one) for one in parts]
        for chip in self._chips:
            self._flow.addWidget(chip)
        before = self._after
        for remove in self.removals():
            QWidget.setTabOrder(before, remove)
            before = remove
        self._flow.invalidate()
        self.updateGeometry()
        self.setAccessibleDescription(", ".join(self._said(one) for one in parts))

    def _chip(self, one: Recognised) -> QFrame:
        chip = QFrame(self)
        chip.setProperty("role", "tag")
        row = QHBoxLayout(chip)
        row.setContentsMargins(8, 0, 5, 0)
        row.setSpacing(4)
        icon = words.kind_icon(one.value) if isinstance(one.value, Kind) else _ICONS[one.part]
        word = ElidedLabel(chip)
        word.setText(self._called(one))
        word.setMaximumWidth(theme.px(_WIDEST))
        row.addWidget(IconLabel(chip, icon, 14, "info"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(word)
        row.addWidget(self._removal(chip, one))
        chip.setFixedHeight(theme.px(26))
        chip.show()
        return chip

    def _removal(self, chip: QFrame, one: Recognised) -> QToolButton:
        remove = QToolButton(chip)
        remove.setProperty("role", "remove")
        remove.setIcon(icons.icon("x", "info"))
        remove.setIconSize(QSize(theme.px(12), theme.px(12)))
        told = self.tr("“{typed}” is only text, not {meaning}")
        remove.setAccessibleName(told.format(typed=one.typed, meaning=self._said(one)))
        remove.setToolTip(self.tr("Only text"))
        remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        remove.clicked.connect(partial(self.refused.emit, one.typed))
        return remove

    def _called(self, one: Recognised) -> str:
        if isinstance(one.value, Kind):
            return words.kind_word(one.value)
        if one.part is Part.DAY:
            assert not isinstance(one.value, str)
            return words.dated(one.value, "ddd d MMM yyyy")  # type: ignore[arg-type] # a day
        if one.part is Part.TIME:
            return words.clock(one.value)  # type: ignore[arg-type] # a time
        return one.name

    def _said(self, one: Recognised) -> str:
        """With what it is, for those who hear it: "tag planning"."""
        kinds = {
            Part.TAG: self.tr("tag {name}"),
            Part.PERSON: self.tr("person {name}"),
            Part.SKILL: self.tr("skill {name}"),
            Part.KIND: self.tr("kind {name}"),
            Part.GOAL: self.tr("goal {name}"),
            Part.DAY: self.tr("day {name}"),
            Part.TIME: self.tr("time {name}"),
        }
        return kinds[one.part].format(name=self._called(one))
