"""What is typed as JSON values, and back: how a draft is kept."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from workjournal.ui import form
from workjournal.ui.widgets.choice_box import ChoiceBox
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.time_field import TimeField


def to_json(values: Mapping[str, object]) -> dict[str, Any]:
    """The values of fields as what JSON has."""
    return {name: _plain(value) for name, value in values.items()}


def show(owner: QWidget, draft: Mapping[str, Any], names: Collection[str]) -> None:
    """Put the values of a draft back into the fields of equal names."""
    for name, field in form.fields(owner, names).items():
        if name in draft:
            form.set_value(field, _as_in(field, draft[name]))


def settle(owner: QWidget) -> None:
    """Take the keyboard away, by which a date or a tag half typed becomes one."""
    typing = QApplication.focusWidget()
    if typing is not None and owner.isAncestorOf(typing):
        typing.clearFocus()


def _plain(value: object) -> object:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(value)
    return value


def _as_in(field: QWidget, value: Any) -> object:
    if isinstance(field, DateField) and value:
        return dt.date.fromisoformat(value)
    if isinstance(field, TimeField) and value:
        return dt.time.fromisoformat(value)
    if isinstance(field, ChoiceBox) and value:
        return next((known for known in field.values() if str(known) == value), None)
    return value
