"""What is said of tags, skills and people: how often each is used, and of what a row of them consists."""

from PySide6.QtCore import QCoreApplication

from workjournal.domain.label import Person, Relation, Skill, Tag
from workjournal.journal.label_use import Usage
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.plurals import PLURALS
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.row_list import Row

RECORDS = frozenset({"skill rating", "credential", "role target"})
"""What hangs on a skill and goes with it; all else has the label on it."""
_RELATIONS = {
    Relation.MANAGER: QT_TRANSLATE_NOOP("LabelWords", "My manager"),
    Relation.PEER: QT_TRANSLATE_NOOP("LabelWords", "A colleague"),
    Relation.REPORT: QT_TRANSLATE_NOOP("LabelWords", "In my team"),
    Relation.CUSTOMER: QT_TRANSLATE_NOOP("LabelWords", "A customer"),
    Relation.SUPPLIER: QT_TRANSLATE_NOOP("LabelWords", "A supplier"),
    Relation.MENTOR: QT_TRANSLATE_NOOP("LabelWords", "My mentor"),
    Relation.OTHER: QT_TRANSLATE_NOOP("LabelWords", "Somebody else"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("LabelWords", text)


def relation(which: Relation) -> str:
    """Who a person is to the worker."""
    return _tr(_RELATIONS[which])


def relations() -> list[Choice]:
    """All of them, to choose from."""
    return [Choice(which, relation(which)) for which in Relation]


def listed(usage: Usage) -> str:
    """The things in one phrase: "12 episodes, 1 stretch goal and 2 lessons"; "" where there are none."""
    parts = [PLURALS.things(noun.replace(" ", "_"), number) for noun, number in usage.items()]
    if len(parts) < 2:
        return "".join(parts)
    return _tr("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def parted(usage: Usage) -> tuple[Usage, Usage]:
    """What has the label on it, and what hangs on it."""
    has = {noun: number for noun, number in usage.items() if noun not in RECORDS}
    hangs = {noun: number for noun, number in usage.items() if noun in RECORDS}
    return has, hangs


def used(usage: Usage) -> str:
    """In sentences where it is used, or that nothing has it."""
    has, hangs = parted(usage)
    told = []
    if has:
        told.append(_tr("It is on {things}.").format(things=listed(has)))
    if hangs:
        told.append(_tr("What belongs to it: {things}.").format(things=listed(hangs)))
    return " ".join(told) or _tr("Nothing has it.")


def row(label: Tag | Skill | Person, number: int) -> Row:
    """One in a list of them: its name, who a person is, and how often it is used."""
    parts = [PLURALS.times_used(number) if number else _tr("Not used")]
    if isinstance(label, Person):
        parts.insert(0, relation(label.relation))
    return Row(label.id, label.name, " · ".join(parts))
