"""What is typed in a dialog is kept, too: a lock closes dialogs."""

from collections.abc import Collection

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from workjournal.journal.drafts import Drafts
from workjournal.ui.autosave import Autosave
from workjournal.ui.parts import drafted


def keep(
    dialog: QDialog, owner: QWidget, cancel: QPushButton, drafts: Drafts, place: str, names: Collection[str]
) -> None:
    """Keep the fields of `owner` as a draft at that place, and resume one that is there. Cancelling lets it go."""
    draft = drafts.find(place)
    if draft is not None:
        drafted.show(owner, draft.fields, names)
    autosave = Autosave(owner, lambda values: drafts.keep(place, drafted.to_json(values)), names)
    dialog.finished.connect(lambda _: autosave.flush())
    cancel.clicked.connect(lambda: drafts.drop(place))
