"""What was agreed in a meeting: typed, or taken over from what the pack asked for and promised."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from workjournal.domain.action import Action, Owner
from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal
from workjournal.journal.pack_telling import ToldSection
from workjournal.ui import form
from workjournal.ui.parts import action_words, shared_words
from workjournal.ui.parts.meeting_line import MeetingLine, Undo
from workjournal.ui.parts.shared_words import Offer
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.due_list import DueList
from workjournal.ui.widgets.segments import Segments


class MeetingAgreements(MeetingLine):
    """What, whose move, by when; Enter adds. Whose move it is stays for the next one."""

    _draft = "agreement"
    _fields = ("what", "owner", "due")
    _stays = ("owner",)

    agreed: DueList
    what: QLineEdit
    owner: Segments
    due: DateField
    offers_part: QWidget
    offers: DueList

    def __init__(self, journal: Journal, ready: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(journal, ready, parent)
        self._told: Sequence[ToldSection] = ()
        form.fill(self, "meeting_agreements")
        self.owner.set_choices(action_words.owners())
        self._watch()
        self.what.returnPressed.connect(self._add)
        self.due.returnPressed.connect(self._add)
        self.agreed.opened.connect(partial(self.go.emit, "actions"))
        self.agreed.action.connect(self._withdraw)
        self.agreed.trashed.connect(self._withdraw)
        self.offers.opened.connect(self._agree)
        self.offers.action.connect(self._agree)

    def show_told(self, sections: Sequence[ToldSection]) -> None:
        """Offer what was asked for and promised in these."""
        self._told = sections
        if self._pack is not None:
            self._show_lines(self._pack)

    def _blank(self) -> dict[str, object]:
        return {"what": "", "owner": Owner.ME, "due": None}

    def _write(self, pack: Pack) -> tuple[str, Undo]:
        owner = Owner(str(self.owner.choice or Owner.ME))
        action = Action(
            date=self._journal.today(), text=self.what.text().strip(), owner=owner, due=self.due.day
        )
        return self._agreed(pack, action)

    def _agreed(self, pack: Pack, action: Action) -> tuple[str, Undo]:
        action = self._journal.meetings.agree(pack.id, action)
        return self.tr("Agreement noted"), partial(self._journal.meetings.withdraw, action.id)

    def _show_lines(self, pack: Pack) -> None:
        known, today = self._journal.meetings.agreed(pack.id), self._journal.today()
        self.agreed.set_rows([shared_words.agreed_row(each, today) for each in known])
        self.agreed.setVisible(bool(known))
        offered = shared_words.offers(self._told, known)
        self.offers.set_rows([shared_words.offer_row(each) for each in offered])
        self.offers_part.setVisible(bool(offered))

    def _agree(self, offer: object) -> None:
        """To what stands in the pack, as it stands there."""
        if self._pack is None or not isinstance(offer, Offer) or not self._ready():
            return
        if offer.action is not None:
            action = self._journal.actions.get(offer.action)
        else:
            action = Action(date=self._journal.today(), text=offer.text, owner=offer.owner)
        told, undo = self._agreed(self._pack, action)
        self.kept.emit()
        self.toast.emit(told, undo)

    def _withdraw(self, action_id: object) -> None:
        if self._pack is not None and isinstance(action_id, UUID):
            self._journal.meetings.withdraw(action_id)
            undo = partial(self._journal.meetings.agree_again, self._pack.id, action_id)
            self.toast.emit(self.tr("Agreement taken back"), undo)
