"""The field in which a setting is changed, by the kind of its control. It tells a change once it is whole."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, SignalInstance
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from workjournal.journal.setting import Setting
from workjournal.journal.setting_controls import (
    Control,
    Days,
    Languages,
    Line,
    Number,
    OneOf,
    Option,
    Switch,
    TimeOfDay,
)
from workjournal.settings import Settings
from workjournal.ui import form, theme
from workjournal.ui.reminders import working_days
from workjournal.ui.widgets.chip_set import ChipSet
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.segments import Segments
from workjournal.ui.widgets.time_field import TimeField

CONTEXT, WEEK, FEW, CHIP = "Setting", 7, 3, 26


@dataclass(frozen=True)
class Field:
    """A widget, how a value gets into it and out of it, and what it emits when somebody changed it.

    `value` is None while there is no value in it; what is `typed` may not be told yet; what is `wide` stands below the
    words, for want of room beside them.
    """

    widget: QWidget
    show: Callable[[object], None]
    value: Callable[[], object]
    changed: SignalInstance
    wide: bool = False
    typed: bool = False


def words(text: str) -> str:
    """Words of the list in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def label_of(option: Option) -> str:
    """An option in the user's language, or as it is called everywhere."""
    return option.label if option.native else words(option.label)


def field_for(setting: Setting, parent: QWidget) -> Field:
    """A field named after the setting."""
    made = _MAKERS[type(setting.control)](setting.control, parent)
    made.widget.setObjectName(setting.word.replace("-", "_"))
    made.widget.setAccessibleName(words(setting.label))
    made.widget.setAccessibleDescription(words(setting.words))
    return made


def _switch(control: Control, parent: QWidget) -> Field:
    assert isinstance(control, Switch)
    box = QCheckBox(parent)
    box.setProperty("role", "alone")
    return Field(
        box,
        lambda value: box.setChecked(value == control.on),
        lambda: control.on if box.isChecked() else control.off,
        box.toggled,
    )


def _one_of(control: Control, parent: QWidget) -> Field:
    """Buttons side by side where they are few; a value from elsewhere is offered as well."""
    assert isinstance(control, OneOf)
    choices = [Choice(option.value, label_of(option)) for option in control.options]
    if len(choices) <= FEW:
        segments = Segments(parent)
        segments.set_choices(choices)
        return Field(
            segments,
            lambda value: form.set_value(segments, value),
            lambda: segments.choice,
            segments.changed,
        )
    box = ChoiceBox(parent)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
    box.set_choices(choices)
    _leave_the_wheel(box)

    def show(value: object) -> None:
        if value not in box.values():
            box.set_choices([*choices, Choice(value, control.told(value))])
        box.choice = value

    return Field(box, show, lambda: box.choice, box.changed)


def _number(control: Control, parent: QWidget) -> Field:
    assert isinstance(control, Number)
    box = QSpinBox(parent)
    box.setRange(control.least, control.most)
    box.setSuffix(control.unit)
    box.setSpecialValueText(words(control.nought) if control.nought else "")
    box.setKeyboardTracking(False)  # 1 on the way to 15 is no wish
    box.lineEdit().setTextMargins(theme.px(10), 0, 0, 0)  # the style sheet's padding does not reach it
    _leave_the_wheel(box)

    def value() -> object:
        box.interpretText()
        return box.value() * control.times

    return Field(box, lambda value: box.setValue(control.number(value)), value, box.valueChanged, typed=True)


def _time(control: Control, parent: QWidget) -> Field:
    assert isinstance(control, TimeOfDay)
    line = TimeField(parent)
    line.setMaximumWidth(theme.px(120))

    def show(value: object) -> None:
        line.moment = dt.time.fromisoformat(str(value))

    def value() -> object:
        moment = line.moment
        return None if moment is None else moment.isoformat("minutes")

    return Field(line, show, value, line.changed, typed=True)


def _days(control: Control, parent: QWidget) -> Field:
    """A chip for each day, from the first of the week here on."""
    assert isinstance(control, Days)
    chips, locale = ChipSet(parent), QLocale()
    first = locale.firstDayOfWeek().value
    order = [(first - 1 + place) % WEEK + 1 for place in range(WEEK)]
    short = QLocale.FormatType.ShortFormat
    chips.set_choices(Choice(day, locale.standaloneDayName(day, short)) for day in order)
    chips.setMinimumHeight(theme.px(CHIP))  # known before the chips are shown for the first time
    for day in order:
        chips.button(day).setAccessibleName(locale.standaloneDayName(day))

    def show(value: object) -> None:
        chips.chosen = [*sorted(working_days(Settings(remind_days=str(value))))]

    def value() -> object:
        return "".join(sorted(str(day) for day in chips.chosen))

    return Field(chips, show, value, chips.changed, wide=True)


def _languages(control: Control, parent: QWidget) -> Field:
    """A chip for each; which there are is told later, by LanguageChips.offer."""
    assert isinstance(control, Languages)
    from workjournal.ui.setting.language_chips import LanguageChips

    chips = LanguageChips(parent)
    return Field(
        chips,
        lambda value: chips.show_chosen(cast("tuple[str, ...] | None", value)),
        chips.languages,
        chips.changed,
        wide=True,
    )


def _line(control: Control, parent: QWidget) -> Field:
    assert isinstance(control, Line)
    line = QLineEdit(parent)
    line.setMaxLength(control.longest)
    line.setMinimumWidth(theme.px(240))
    return Field(
        line,
        lambda value: line.setText(str(value)),
        lambda: control.typed(line.text()),
        line.editingFinished,
        typed=True,
    )


_MAKERS: dict[type[Control], Callable[[Control, QWidget], Field]] = {
    Switch: _switch,
    OneOf: _one_of,
    Number: _number,
    TimeOfDay: _time,
    Days: _days,
    Languages: _languages,
    Line: _line,
}


class _Unwheeled(QObject):
    """The wheel scrolls the page, even over a field that it would change."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _leave_the_wheel(field: QWidget) -> None:
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_Unwheeled(field))
