"""Earlier versions of the text in a field: seen beside the present one, and put back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workjournal.journal.journal import Journal
from workjournal.journal.revisions import Version
from workjournal.ui import words
from workjournal.ui.dialogs.earlier_versions import EarlierVersionsDialog
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.writing.owned_text import OwnedText

Say = Callable[[str, Callable[[], object] | None], object]


def show(journal: Journal, field: ProseEdit, text: OwnedText, say: Say) -> EarlierVersionsDialog:
    """Save what is typed, so that what it replaces is among them, and open them over the field's window."""
    window, name, present = field.window(), field.accessibleName(), field.text
    _save(field)

    def put_back(version: Version) -> None:
        before = field.text
        _replace(field, version.text)
        told = dialog.tr("The text of {day}, {time} is back").format(
            day=words.day(version.until.date(), journal.today()), time=words.clock(version.until.time())
        )
        say(told, lambda: _replace(field, before))

    versions = journal.revisions.versions(*text)
    dialog = EarlierVersionsDialog(window, name, present, versions, journal.today())
    dialog.chosen.connect(put_back)
    dialog.finished.connect(lambda: field.setFocus() if isValid(field) else None)
    dialog.open()
    return dialog


def _replace(field: ProseEdit, text: str) -> None:
    """Save what is there, so that it becomes an earlier version, and save what takes its place."""
    if not isValid(field):
        return
    _save(field)
    if isValid(field):
        field.replace_text(text)
        _save(field)


def _save(field: ProseEdit) -> None:
    screen = _screen_of(field)
    if screen is not None:
        screen.leave()


def _screen_of(field: QWidget) -> Screen | None:
    parent = field.parentWidget()
    while parent is not None and not isinstance(parent, Screen):
        parent = parent.parentWidget()
    return parent
