"""The questions of a reflection: by which method, in which words, one after the other or all at once."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QWidget

from workjournal.domain.methods.method import Method
from workjournal.domain.offering import FREE, Offer
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import ALL_AT_ONCE
from workjournal.ui import form
from workjournal.ui.parts.asked_form import AskedForm
from workjournal.ui.parts.methods_on_offer import MethodsOnOffer, method_name
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.choice_box import ChoiceBox
from workjournal.ui.widgets.prompt_form import PromptForm


class QuestionsCard(QFrame):
    """`method`, `distanced` and `answers` are the fields. The method of a reflection that is kept stays what it is."""

    asked_anew = Signal()
    """Other questions are asked, or in other words."""
    methods_asked = Signal(object)
    """The user wants to see the methods, at the one chosen: its key, or the id of one of their own."""

    method_heading: QLabel
    method: ChoiceBox
    progress: Chip
    all_at_once: QCheckBox
    offer_row: QWidget
    offered: QLabel
    own_methods: QPushButton
    distanced: QCheckBox
    answers: PromptForm

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "questions_card")
        self.setProperty("role", "card")
        self._journal, self._kept = journal, False
        self._methods = MethodsOnOffer(journal, self.method, self.offered)
        self.offer(FREE)
        self.ask()
        self.method.changed.connect(self.ask)
        self.distanced.toggled.connect(self.ask)
        self.all_at_once.toggled.connect(self.answers.set_all_at_once)
        self.all_at_once.clicked.connect(self._remember)
        self.answers.stepped.connect(self._show_progress)
        self.own_methods.clicked.connect(lambda: self.methods_asked.emit(_id_of(self.asked)))

    @property
    def asked(self) -> Method:
        """The method chosen, as it is asked here."""
        return self._methods.asked

    def asked_form(self) -> AskedForm:
        """What is asked, with what was answered before the method was changed."""
        return AskedForm(self.asked, tuple(self.answers.further()))

    def offer(self, offer: Offer, asked: AskedForm | None = None, *, kept: bool = False) -> None:
        """Offer the methods, with a form that was begun or kept as it was asked; `ask` asks."""
        self._kept = kept
        self._methods.offer(offer, asked, fixed=kept)
        self.method.setVisible(not kept)
        self.offer_row.setVisible(not kept)
        self.method_heading.setVisible(kept)

    def ask(self) -> None:
        """Ask what is chosen, in the words that are chosen."""
        asked = self.asked
        self.answers.ask(asked.prompts, self._methods.further)
        self.answers.set_distanced(self.distanced.isChecked())
        self.distanced.setVisible(self._has_distance())
        self.method_heading.setText(method_name(asked))
        self._methods.explain()
        self._show_progress()
        self.asked_anew.emit()

    def begin(self) -> None:
        """As one comes to it: a kept one all at once, a new one as the user likes it, where the writing stopped."""
        everything = self._kept or bool(self._journal.preferences.get(ALL_AT_ONCE))
        self.all_at_once.setChecked(everything)
        self.answers.set_all_at_once(everything)
        self.answers.show_up_to(self.answers.first_open(), focus=not self._kept)

    def may_step_back(self) -> bool:
        """Whether there is a distanced wording that is not in use."""
        return self._has_distance() and not self.distanced.isChecked()

    def is_distanced(self) -> bool:
        """Whether any question is asked from a step back."""
        prompts = self.asked_form().whole().prompts
        return self.distanced.isChecked() and any(prompt.distanced for prompt in prompts)

    def _has_distance(self) -> bool:
        return any(prompt.distanced for prompt in self.asked.prompts)

    def _show_progress(self) -> None:
        told, count = self.tr("{number} of {all}"), self.answers.step() + 1
        self.progress.setText(told.format(number=count, all=len(self.asked.prompts)))
        self.progress.updateGeometry()
        self.progress.setVisible(not self.all_at_once.isChecked())

    def _remember(self, everything: bool) -> None:
        if not self._kept and not self._journal.read_only:
            self._journal.preferences.set(ALL_AT_ONCE, "yes" if everything else "")


def _id_of(method: Method) -> UUID | str:
    try:
        return UUID(method.key)
    except ValueError:
        return method.key
