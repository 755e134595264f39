"""Forms: a `.ui` file becomes the content of a widget, and its fields become attributes.

In a form, `role` and `tone` are dynamic string properties that the style sheet knows, `<iconset theme="wj-sun"/>` is
an icon of ours, and our widgets (WIDGETS, widgets/kit.py, widgets/later.py) can be used as promoted ones. Object
names are attributes; one that would hide something of the class takes an underscore at its end ("title_") and still
stands for the field "title".
"""

import inspect
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time
from functools import cache
from typing import cast, get_type_hints

from PySide6.QtCore import Property, QDate, QDateTime, QObject, QRegularExpression, Qt, QTime, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QDateTimeEdit,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QWidget,
)

from workjournal import resources
from workjournal.ui import icons, theme
from workjournal.ui.widgets.busy_bar import BusyBar
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.journal_list import JournalList
from workjournal.ui.widgets.strength_meter import StrengthMeter

WIDGETS: tuple[type[QWidget], ...] = (ElidedLabel, IconLabel, JournalList, StrengthMeter)
"""What the unlock window needs. The rest is in widgets/kit.py and widgets/later.py and loads when a form names it."""
_NAMED = QRegularExpression(r"^(?!qt_)[A-Za-z_]\w*$")
"""Names from a form. The nameless inner parts of Qt's widgets would each be wrapped, with all enums of their class."""
REVEAL = "Alt+V"
"""Shows what is typed in secret fields: the eye in them takes no focus."""
_PILLS = {"kbd", "badge", "chip"}
_BY_NAME = {widget.__name__: widget for widget in WIDGETS}


@cache
def _promoted(name: str) -> type[QWidget] | None:
    """Our widget of that name. Those of the screens come last, since some of them load the journal."""
    if name.startswith("Q"):
        return None
    if name in _BY_NAME:
        return _BY_NAME[name]
    from workjournal.ui.widgets.kit import KIT

    found = {widget.__name__: widget for widget in KIT}.get(name)
    if found is None:
        from workjournal.ui.widgets.later import LATER

        found = {widget.__name__: widget for widget in LATER}.get(name)
    return found


class FormError(Exception):
    """A form and its class do not fit: a bug, told when the form is filled."""


class _Loader(QUiLoader):
    def __init__(self) -> None:
        super().__init__()
        self.owner: QWidget | None = None
        self.setLanguageChangeEnabled(True)

    def createWidget(self, kind: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        if parent is None and self.owner is not None:
            return self.owner
        ours = BusyBar if kind == "QProgressBar" else _promoted(kind)
        if ours is None:
            return super().createWidget(kind, parent, name)
        made = ours(parent)
        made.setObjectName(name)
        return made


_idle: list[_Loader] = []


def fill(owner: QWidget, name: str) -> None:
    """Load resources/ui/NAME.ui into the widget and set its attributes from the object names.

    Raises:
        FormError: the form lacks a child that the class is annotated with, or has one that would hide something.
    """
    icons.known_to_forms()
    # A promoted widget may fill a form of its own meanwhile: one loader is kept, a nested form takes another.
    loader = _idle.pop() if _idle else _Loader()
    loader.owner = owner
    try:
        loader.load(str(resources.path("ui", f"{name}.ui")))
    except RuntimeError as error:
        raise FormError(f"{name}.ui: {loader.errorString()}") from error
    finally:
        loader.owner = None
        _idle.append(loader)
    _name_children(owner, name)
    _check(owner, name)


def _name_children(owner: QWidget, name: str) -> None:
    hints = get_type_hints(type(owner))
    for child in owner.findChildren(QObject, _NAMED):
        called = child.objectName()
        _fit(child)
        if (
            not called.isidentifier()
            or called.startswith("qt_")
            or not isinstance(child, QWidget | QLayout | QAction)
        ):
            continue
        if hasattr(type(owner), called):
            if called in hints:
                raise FormError(
                    f"{name}.ui: {called!r} would hide {type(owner).__name__}.{called}; call it {called}_"
                )
            continue
        setattr(owner, called, child)


def _fit(child: QObject) -> None:
    """What every form wants of its children and Designer has no property for."""
    if isinstance(child, QAbstractButton | QAction):
        icons.adopt(child)
    if isinstance(child, QLabel):
        if child.textFormat() is Qt.TextFormat.AutoText:  # what somebody typed is never markup
            child.setTextFormat(Qt.TextFormat.PlainText)
        if child.wordWrap():
            child.setMinimumWidth(1)  # else its longest word is, and a page grows wider than its window
        if child.property("role") in _PILLS:
            child.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if isinstance(child, QAbstractSpinBox) and not (
        isinstance(child, QDateTimeEdit) and child.calendarPopup()
    ):
        # The style sheet's padding does not reach it.
        child.lineEdit().setTextMargins(theme.px(10), 0, 0, 0)
    if isinstance(child, QScrollArea) and (page := child.widget()) is not None:
        # A page is as wide as its window: one very long word must not push the rest out of sight.
        page.setMinimumWidth(1)
        child.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to what is on it


def _check(owner: QWidget, name: str) -> None:
    for field, kind in get_type_hints(type(owner)).items():
        if not (isinstance(kind, type) and issubclass(kind, QWidget | QLayout | QAction)):
            continue
        if not isinstance(getattr(owner, field, None), kind):
            raise FormError(f"{name}.ui has no {kind.__name__} named {field!r}")


def show(owner: QWidget, source: object, names: Collection[str] = ()) -> None:
    """Copy values into the fields of equal names.

    Args:
        owner: a filled widget.
        source: a mapping, or an entity whose attributes are copied.
        names: only these; without them, all for which there is both a field and a value.
    """
    for name, field in _fields(owner, names):
        if isinstance(source, Mapping):
            if name in source:
                set_value(field, source[name])
        elif hasattr(type(source), name) or name in vars(source):
            value = getattr(source, name)
            if not callable(value):
                set_value(field, value)


def read(owner: QWidget, entity: object | None = None, names: Collection[str] = ()) -> dict[str, object]:
    """The values of all fields, or of those named; with an entity, also set where its attributes differ."""
    values = {name: value_of(field) for name, field in _fields(owner, names)}
    if entity is not None:
        values = {name: value for name, value in values.items() if hasattr(type(entity), name)}
        for name, value in values.items():
            if getattr(entity, name) != value:
                setattr(entity, name, value)
    return values


def fields(owner: QWidget, names: Collection[str] = ()) -> dict[str, QWidget]:
    """The fields of a filled widget by name: children with a USER property, no plain buttons or scroll bars."""
    return dict(_fields(owner, names))


def _fields(owner: QWidget, names: Collection[str]) -> Iterator[tuple[str, QWidget]]:
    for attribute, child in vars(owner).items():
        name = attribute.rstrip("_")
        if attribute.startswith("_") or (names and name not in names):
            continue
        if not isinstance(child, QWidget) or (isinstance(child, QAbstractButton) and not child.isCheckable()):
            continue
        if child.metaObject().userProperty().isValid():
            yield name, child


def value_of(field: QWidget) -> object:
    """The value of a field's USER property as a Python value; None where the field shows its "none" text."""
    if _shows_none(field):
        return None
    name = _user_property(field)
    if isinstance(inspect.getattr_static(type(field), name, None), Property):
        return getattr(field, name)
    value = field.property(name)
    return value.toPython() if isinstance(value, QDate | QTime | QDateTime) else value


def set_value(field: QWidget, value: object) -> None:
    """Set a field's USER property; None shows the "none" text of spin boxes and date edits, and empties the rest."""
    name = _user_property(field)
    if isinstance(inspect.getattr_static(type(field), name, None), Property):
        setattr(field, name, value)
        return
    if value is None:
        value = _none_for(field)
    elif isinstance(value, datetime):
        value = QDateTime(
            QDate(value.year, value.month, value.day), QTime(value.hour, value.minute, value.second)
        )
    elif isinstance(value, date):
        value = QDate(value.year, value.month, value.day)
    elif isinstance(value, time):
        value = QTime(value.hour, value.minute, value.second)
    field.setProperty(name, value)
    if isinstance(field, QLineEdit) and not field.hasFocus():
        field.setCursorPosition(0)  # a long text is seen from its beginning


def changed(field: QWidget) -> SignalInstance:
    """The signal that a field emits when its value changes."""
    signal = field.metaObject().userProperty().notifySignal()
    found = getattr(field, bytes(signal.name().data()).decode())
    assert isinstance(found, SignalInstance)
    return found


def _user_property(field: QWidget) -> str:
    # The stubs of PySide6 6.11 say bytes; it is a str.
    return cast("str", field.metaObject().userProperty().name())


def _shows_none(field: QWidget) -> bool:
    if not isinstance(field, QAbstractSpinBox) or not field.specialValueText():
        return False
    return field.text() == field.specialValueText()


def _none_for(field: QWidget) -> object:
    if isinstance(field, QDateTimeEdit):
        return field.minimumDateTime()
    if isinstance(field, QAbstractSpinBox | QSlider):
        return field.property("minimum")
    return False if isinstance(field, QAbstractButton) else ""
