"""Everybody with a name, and how a pack calls them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from workjournal.domain.label import Relation
from workjournal.ui import form, theme
from workjournal.ui.parts import label_words
from workjournal.ui.widgets.choice_box import ChoiceBox
from workjournal.ui.widgets.row_list import Row, RowChip, RowList, grouped

NEW = "new-"
"""Keys of people the journal does not know yet begin so; those of the others are their ids."""


@dataclass(frozen=True)
class Called:
    """A person's name and relation, the pseudonym ("" for the usual one), and whether the name itself leaves."""

    name: str
    relation: Relation = Relation.OTHER
    pseudonym: str = ""
    openly: bool = False

    def fields(self) -> dict[str, Any]:
        """As JSON values."""
        return {**vars(self), "relation": self.relation.value}

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "Called":
        """From what `fields` gave."""
        return cls(**{**fields, "relation": Relation(fields["relation"])})


@dataclass(frozen=True)
class Everybody:
    """All people by their ids, the names that the chosen texts hold, and the usual stand-ins."""

    people: Mapping[str, Called]
    met: frozenset[str] = frozenset()
    stand_ins: Mapping[Relation, str] = field(default_factory=dict)


class PackPeople(QWidget):
    """A list and what can be said of the one chosen; the USER property `people` has those who were changed or added."""

    changed = Signal()

    query: QLineEdit
    add: QPushButton
    entries: RowList
    nobody: QLabel
    one: QWidget
    name: QLineEdit
    met: QLabel
    relation: ChoiceBox
    pseudonym: QLineEdit
    openly: QCheckBox
    openly_card: QFrame
    none: QLabel

    def __init__(self, everybody: Everybody, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "pack_people")
        self._known = everybody
        self._now: dict[str, Called] = dict(everybody.people)
        self._open, self._filling = "", False
        self.entries.setMinimumHeight(theme.px(180))
        self.relation.set_choices(label_words.relations())
        self.query.textChanged.connect(self._search)
        self.add.clicked.connect(self._add)
        self.entries.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.entries.opened.connect(lambda _: self.pseudonym.setFocus())
        for line in (self.name, self.pseudonym):
            line.textEdited.connect(self._take)
        self.relation.changed.connect(self._take)
        self.openly.toggled.connect(self._take)
        self._search()
        first = next((row.id for row in self.entries.rows() if isinstance(row.id, str)), "")
        self._show(first)
        self._search()

    def everybody(self) -> dict[str, Called]:
        """All of them as they are called now; those added who have no name yet are left out."""
        return {key: one for key, one in self._now.items() if one.name.strip()}

    def _search(self) -> None:
        """List those in whose names the words stand; who is met in the chosen texts comes first."""
        wanted = self.query.text().casefold()
        found = [key for key, one in self._now.items() if wanted in one.name.casefold()]
        found.sort(key=lambda key: (not self._is_met(key), self._now[key].name.casefold()))
        self.entries.selectionModel().blockSignals(True)  # the fields decide who is open, not the list
        self.entries.set_rows(grouped([self._row(key) for key in found]))
        self.entries.choose(self._open)
        self.entries.selectionModel().blockSignals(False)
        self.nobody.setVisible(not found)

    def _row(self, key: str) -> Row:
        one, met = self._now[key], self._is_met(key)
        chips = (RowChip(self.tr("By name"), "warn", "triangle-alert"),) if one.openly else ()
        group = self.tr("Named in what you chose") if met else self.tr("The others")
        return Row(key, one.name or self.tr("New person"), self._called(one), chips=chips, group=group)

    def _called(self, one: Called) -> str:
        return one.pseudonym.strip() or self._known.stand_ins.get(one.relation, "")

    def _is_met(self, key: str) -> bool:
        known = self._known.people.get(key)
        return known is not None and known.name in self._known.met

    def _choose(self) -> None:
        key = self.entries.current_id()
        if isinstance(key, str) and key != self._open:
            self._show(key)

    def _show(self, key: str) -> None:
        self._open = key
        self.one.setVisible(bool(key))
        self.none.setVisible(not key)
        if not key:
            return
        one = self._now[key]
        self._filling = True
        self.name.setText(one.name)
        self.name.setReadOnly(not key.startswith(NEW))
        self.relation.choice = one.relation
        self.pseudonym.setText(one.pseudonym)
        self.openly.setChecked(one.openly)
        self._filling = False
        self.met.setText(self.tr("Named in what you chose.") if self._is_met(key) else "")
        self.met.setVisible(self._is_met(key))
        self._tell()

    def _tell(self) -> None:
        one = self._now[self._open]
        self.pseudonym.setPlaceholderText(self._known.stand_ins.get(one.relation, ""))
        self.pseudonym.setEnabled(not one.openly)
        self.openly_card.setVisible(one.openly)

    def _take(self) -> None:
        if self._filling or not self._open:
            return
        relation = self.relation.choice
        assert isinstance(relation, Relation)
        self._now[self._open] = Called(
            " ".join(self.name.text().split()),
            relation,
            self.pseudonym.text().strip(),
            self.openly.isChecked(),
        )
        self._tell()
        self._search()
        self.changed.emit()

    def _add(self) -> None:
        """Begin with what was searched for: it was not found."""
        taken = {one.name.casefold() for one in self._now.values()}
        typed = " ".join(self.query.text().split())
        key = f"{NEW}{sum(known.startswith(NEW) for known in self._now)}"
        self._now[key] = Called("" if typed.casefold() in taken else typed)
        self.query.clear()
        self._show(key)
        self._search()
        self.changed.emit()
        (self.relation if self._now[key].name else self.name).setFocus()

    def _get_people(self) -> dict[str, dict[str, Any]]:
        return {key: one.fields() for key, one in self._now.items() if one != self._known.people.get(key)}

    def _set_people(self, people: Mapping[str, Mapping[str, Any]] | None) -> None:
        """Take up what was typed; the names of those who are known stay as the journal has them."""
        for key, fields in (people or {}).items():
            one, known = Called.read(fields), self._known.people.get(key)
            if known is not None:
                self._now[key] = replace(one, name=known.name)
            elif key.startswith(NEW):
                self._now[key] = one
        self._search()
        self._show(self._open)

    people: dict[str, dict[str, Any]] = Property(object, _get_people, _set_people, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
