"""Which text of the journal a field holds."""

from typing import NamedTuple
from uuid import UUID

from PySide6.QtWidgets import QWidget

_ANSWER = "answer_"


class OwnedText(NamedTuple):
    """A text of a thing: its field, and within a field of several, such as answers, which one."""

    thing_id: UUID
    field: str
    key: str = ""


def owner_of(field: QWidget) -> QWidget | None:
    """The nearest parent that says `text_owner`: a screen, a page, or a card within one."""
    parent = field.parentWidget()
    while parent is not None and not callable(getattr(parent, "text_owner", None)):
        parent = parent.parentWidget()
    return parent


def text_of(field: QWidget) -> OwnedText | None:
    """The text a field holds; None where it is of nothing in the journal, or of nothing yet."""
    owner = owner_of(field)
    thing_id = owner.text_owner() if owner is not None else None  # type: ignore[attr-defined] # that is what was looked for
    if not isinstance(thing_id, UUID):
        return None
    name = field.objectName()
    if name.startswith(_ANSWER):
        return OwnedText(thing_id, "answers", name.removeprefix(_ANSWER))
    return OwnedText(thing_id, name.rstrip("_"))
