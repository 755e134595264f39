"""Words that are being typed into a label field: no label yet, and yet not lost when the program ends."""

from collections.abc import Callable

from workjournal.journal.drafts import Drafts
from workjournal.ui.autosave import Autosave
from workjournal.ui.widgets.label_field import LabelField

TYPING = "typing:"
"""Such words lie as a draft under this and the place of what they are typed in; an ID stays at the end of it."""


class PendingWords:
    """Keeps what stands in the lines of an Autosave's label fields, always after what that keeps itself.

    self._pending = PendingWords(self._autosave, journal.drafts, lambda: "capture")
    self._pending.show()                       # once what is at that place was shown

    Only the user makes labels of them: until then they stay at their place, whatever becomes of its own draft.
    """

    def __init__(self, autosave: Autosave, drafts: Drafts, place: Callable[[], str]) -> None:
        """`place` tells where what is open is drafted; "" while nothing is."""
        self._autosave, self._drafts, self._place = autosave, drafts, place
        found = autosave.fields().items()
        self._fields = {name: field for name, field in found if isinstance(field, LabelField)}
        self._at, self._kept = "", False
        for field in self._fields.values():
            field.typing.connect(autosave.touch)
        autosave.keep_beside(self.keep)

    def show(self) -> None:
        """Put back what was being typed in what was opened just now; what stands in the lines stays where it was."""
        self._keep_at(self._at)
        self._at = self._place()
        draft = self._drafts.find(TYPING + self._at)
        self._kept = draft is not None
        with self._autosave.quiet():
            for name, field in self._fields.items():
                words = str(draft.fields.get(name, "")) if draft is not None else ""
                # Killed between the two saves, it is a label already.
                known = {label.casefold() for label in field.labels}
                field.pending = "" if words.casefold() in known else words

    def keep(self) -> None:
        """Keep them now; what is open may have got another place meanwhile."""
        self._keep_at(self._place())

    def clear(self) -> None:
        """Empty the lines: the user lets the words go."""
        with self._autosave.quiet():
            for field in self._fields.values():
                field.pending = ""

    def finish(self) -> None:
        """Make labels of them: the user saves what they are typed in."""
        for field in self._fields.values():
            field.finish()

    def _keep_at(self, place: str) -> None:
        if not place:
            return
        words = {name: field.pending for name, field in self._fields.items() if field.pending}
        if self._kept and not (words and place == self._at):
            self._drafts.drop(TYPING + self._at)
        if words:
            self._drafts.keep(TYPING + place, words)
        self._at, self._kept = place, bool(words)
