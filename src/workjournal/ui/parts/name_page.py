"""The page of a person, a tag or a skill: what it is called, where it is used, and its way into the trash."""

from typing import ClassVar, Generic
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from workjournal.domain.label import Person, Skill, Tag
from workjournal.journal.journal import Journal
from workjournal.journal.labels import Labels
from workjournal.journal.service import Label
from workjournal.ui import form
from workjournal.ui.parts import label_words
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.widgets.choice_box import ChoiceBox


class NamePage(SavedPage[Label], Generic[Label]):
    """What all three have. Enter in the name saves; so does leaving."""

    _fields: ClassVar[tuple[str, ...]] = ("name",)

    put_away_asked = Signal(UUID)
    page_asked = Signal(UUID)
    """A skill has more to it, on a page of its own."""
    renamed = Signal()

    name_heading: QLabel
    name: QLineEdit
    person: QWidget
    relation: ChoiceBox
    pseudonym: QLineEdit
    usage: QLabel
    keep: QPushButton
    more: QPushButton
    put_away: QPushButton

    def __init__(self, journal: Journal, service: Labels[Label], parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        form.fill(self, "name_page")
        self._service: Labels[Label] = service
        self.relation.set_choices(label_words.relations())
        self._watch()
        self.name.textEdited.connect(lambda: self._say_problem(""))
        for line in (self.name, self.pseudonym):
            line.returnPressed.connect(self._enter)
        self.keep.clicked.connect(self._keep_new)
        self.put_away.clicked.connect(lambda: self.put_away_asked.emit(self.open_id))
        self.more.clicked.connect(lambda: self.page_asked.emit(self.open_id))
        self._show()

    def _find(self, thing_id: UUID) -> Label:
        return self._service.get(thing_id)

    def _write(self, thing: Label) -> None:
        form.read(self, thing, self._fields)
        self._service.save(thing)

    def _show_rest(self, thing: Label) -> None:
        known = self._thing is not None
        self.name_heading.setText(thing.name if known else self._newly())
        self.person.setVisible(isinstance(thing, Person))
        self.usage.setText(label_words.used(self._service.usage(thing.id)) if known else "")
        self.usage.setVisible(known)
        self.keep.setVisible(not known)
        self.put_away.setVisible(known)
        self.more.setVisible(known and isinstance(thing, Skill))

    def _newly(self) -> str:
        """What a new one is called."""
        raise NotImplementedError

    def _enter(self) -> None:
        """Enter keeps a new one, and saves what is typed of one that is there."""
        if self._thing is None:
            self._keep_new()
        elif self.is_changed() and self._save():
            self.renamed.emit()


class PersonPage(NamePage[Person]):
    """Who somebody is to the worker, and what stands for the name in packs."""

    _draft = "name-person"
    _fields = ("name", "relation", "pseudonym")

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, journal.people, parent)

    def _blank(self) -> Person:
        return Person(name="")

    def _newly(self) -> str:
        return self.tr("New person")


class TagPage(NamePage[Tag]):
    """A tag has nothing but its name."""

    _draft = "name-tag"

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, journal.tags, parent)

    def _blank(self) -> Tag:
        return Tag(name="")

    def _newly(self) -> str:
        return self.tr("New tag")


class SkillNamePage(NamePage[Skill]):
    """Only the name of a skill; its levels and ratings are on a page of their own."""

    _draft = "name-skill"

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, journal.skills, parent)

    def _blank(self) -> Skill:
        return Skill(name="")

    def _newly(self) -> str:
        return self.tr("New skill")
