"""How people are called in packs, and which words no portfolio holds: asked in a dialog, kept in the journal."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workjournal.domain.entity import Audience
from workjournal.exporters.wording import wording
from workjournal.journal import redacting
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.pack_names import Names, PackNamesDialog
from workjournal.ui.parts.pack_people import NEW, Called, Everybody
from workjournal.ui.parts.pack_preview import Preview


class NameTelling(QObject):
    """Opens the dialog over its parent. Who is called by the name belongs to the pack; all else to the journal."""

    told = Signal(object)
    """The ids, as texts, of the people who are called by their names."""

    def __init__(self, journal: Journal, over: QWidget) -> None:
        super().__init__(over)
        self._journal, self._over = journal, over

    def ask(self, preview: Preview) -> PackNamesDialog:
        """Ask about all people, first those whom the chosen texts name."""
        choice = preview.choice
        people = {
            str(person.id): Called(person.name, person.relation, person.pseudonym, person.id in choice.named)
            for person in self._journal.people.all()
        }
        everybody = Everybody(people, frozenset(preview.stand_ins), wording(choice.language).stand_ins)
        leaves = choice.audience is Audience.NEXT_JOB
        words = redacting.redactions(self._journal.preferences) if leaves else None
        work = partial(_keep, self._journal, everybody, redacts=leaves)
        dialog = PackNamesDialog(self._over, everybody, words, work)
        place = f"pack-names:{choice.audience.value}"
        dialog.keep_typed(self._journal.drafts, place)
        dialog.settled.connect(partial(self._settle, place))
        dialog.open()
        return dialog

    def _settle(self, place: str, named: frozenset[str]) -> None:
        self._journal.drafts.drop(place)
        self.told.emit(named)


def _keep(journal: Journal, before: Everybody, names: Names, *, redacts: bool) -> frozenset[str]:
    """In a thread: keep what was changed; who is called by the name, by id.

    Somebody new who has the name of one that is known is that one: so it can be tried again after a refusal.
    """
    named = set()
    for key, one in names.people.items():
        if key.startswith(NEW):
            person = journal.people.named(one.name)[0]
        elif _is_other(one, before.people[key]):
            person = journal.people.get(UUID(key))
        else:
            named |= {key} if one.openly else set()
            continue
        person.relation, person.pseudonym = one.relation, one.pseudonym
        journal.people.save(person)
        named |= {str(person.id)} if one.openly else set()
    if redacts:
        redacting.redact(journal.preferences, names.redactions)
    return frozenset(named)


def _is_other(one: Called, before: Called) -> bool:
    return (one.relation, one.pseudonym) != (before.relation, before.pseudonym)
