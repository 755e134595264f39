"""The draft of a reflection that is being written."""

from collections.abc import Mapping
from uuid import UUID

from workjournal.domain.keeping import Draft
from workjournal.domain.period import Period
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.reflections import draft_place
from workjournal.ui.parts import drafted
from workjournal.ui.parts.asked_form import AskedForm

About = UUID | Period | None


class ReflectionDrafts:
    """Keeps the fields by name, and the questions where they are not those of a shipped method.

    A new one has its draft by what it is about, one that is kept by its own id: one may be half-way in both.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    @staticmethod
    def place(about: About, reflection: Reflection) -> str:
        """Where its draft is."""
        return draft_place(reflection.id if is_kept(reflection) else about)

    def find(self, about: About, reflection: Reflection) -> Draft | None:
        """The draft of this very reflection."""
        drafts, place = self._journal.drafts, self.place(about, reflection)
        found = drafts.find(place)
        if not is_kept(reflection):
            return None if found is not None and found.fields.get("reflection") else found
        earlier = drafts.find(draft_place(about)) if found is None else None
        if earlier is None or earlier.fields.get("reflection") != str(reflection.id):
            return found
        drafts.keep(place, earlier.fields)  # an earlier program kept it by what it is about
        drafts.drop(earlier.place)
        return earlier

    def is_begun(self, about: About) -> bool:
        """Whether a new one is half-way, perhaps beside one that is kept."""
        found = self._journal.drafts.find(draft_place(about))
        return found is not None and not found.fields.get("reflection")

    def keep(
        self, about: About, reflection: Reflection, typed: Mapping[str, object] | None, form: AskedForm
    ) -> None:
        """Remember what is typed; None lets go of what was."""
        if typed is not None:
            known = str(reflection.id) if is_kept(reflection) else ""
            fields = {**drafted.to_json(typed), **form.in_draft(), "reflection": known}
            self._journal.drafts.keep(self.place(about, reflection), fields)
        elif self.find(about, reflection) is not None:
            self.drop(self.place(about, reflection))

    def drop(self, place: str) -> None:
        """It was saved, or it is empty."""
        self._journal.drafts.drop(place)


def is_kept(reflection: Reflection) -> bool:
    """Whether it is in the journal already."""
    return reflection.version is not None
