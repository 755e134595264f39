"""One call of every verb of backups, in an order in which each has something to do."""

from collections.abc import Callable
from typing import Any

from workjournal.domain.keeping import Preference
from workjournal.journal.backups import Backups, Reason
from workjournal.journal.journal import Journal

Call = Callable[[Journal, Any], object]


def _removed(backups: Backups) -> None:
    for reason in (Reason.DAILY, Reason.IMPORT):
        backups.make(reason)
    backups.drop(backups.all()[-1])


BACKUPS: dict[str, tuple[Call, set[type]]] = {
    "backups.make": (lambda journal, _: journal.backups.make(Reason.BY_HAND), set()),
    "backups.all": (lambda journal, _: journal.backups.all(), set()),
    "backups.due": (lambda journal, _: journal.backups.due(journal.today()), set()),
    "backups.rehearse": (lambda journal, _: journal.backups.rehearse(), set()),  # rotating did it today
    "backups.tend": (lambda journal, _: journal.backups.tend(), set()),
    "backups.trouble": (lambda journal, _: journal.backups.trouble(), set()),
    "backups.reseal": (lambda journal, _: journal.backups.reseal(), set()),
    "backups.unlike": (lambda journal, _: journal.backups.unlike(), set()),
    "backups.restore": (
        lambda journal, one: journal.backups.restore(journal.backups.all()[0], one.folder / "restored"),
        set(),
    ),
    "backups.difference": (lambda journal, _: journal.backups.difference(journal.backups.all()[0]), set()),
    "backups.drop": (lambda journal, _: _removed(journal.backups), set()),
    "backups.second_place": (lambda journal, _: journal.backups.second_place(), set()),
    "backups.reach": (lambda journal, _: journal.backups.reach(), set()),
    "backups.set_second_place": (
        lambda journal, one: journal.backups.set_second_place(one.folder),
        {Preference},
    ),
}
