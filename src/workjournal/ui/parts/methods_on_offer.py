"""The methods a reflection can be written by, with the one that fits and the reason for it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from workjournal.domain.methods import DEFAULT
from workjournal.domain.methods.method import Method, Prompt
from workjournal.domain.offering import FREE, Offer
from workjournal.journal.journal import Journal
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts.asked_form import AskedForm
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox

_OFFERED = QT_TRANSLATE_NOOP("MethodsOnOffer", "Offered: {reason}")
_OTHER = QT_TRANSLATE_NOOP("MethodsOnOffer", "{when}. Offered: {method}")
_OWN = QT_TRANSLATE_NOOP("MethodsOnOffer", "Your own method")


class MethodsOnOffer:
    """Fills a box with methods and a line with what speaks for the one chosen."""

    def __init__(self, journal: Journal, box: ChoiceBox, line: QLabel) -> None:
        self._journal, self._box, self._line = journal, box, line
        self._known: dict[object, Method] = {}
        self._offer = FREE
        self.further: tuple[Prompt, ...] = ()

    @property
    def asked(self) -> Method:
        """The one chosen, as it is asked here."""
        return self._known.get(self._box.choice, DEFAULT)

    def offer(self, offer: Offer, form: AskedForm | None = None, *, fixed: bool = False) -> None:
        """Offer all methods, or only that of a form that is fixed; what a form asks wins over what its method asks now."""
        self._offer = offer
        self._known = {} if fixed else {method.key: method for method in self._journal.methods.all()}
        self.further = form.further if form else ()
        if form is not None:
            self._known[form.method.key] = form.method
        names = ((key, method_name(method)) for key, method in self._known.items())
        self._box.set_choices(Choice(key, name) for key, name in names)

    def explain(self) -> None:
        """Say why this one, or when it is good."""
        asked, offered, words = self.asked, self._offer.method, QCoreApplication.translate
        if asked.key == offered.key:
            reason = words("methods", self._offer.reason)
            self._line.setText(words("MethodsOnOffer", _OFFERED).format(reason=reason))
        else:
            when = words("methods", asked.offered) if asked.offered else words("MethodsOnOffer", _OWN)
            told = words("MethodsOnOffer", _OTHER)
            self._line.setText(told.format(when=when.rstrip("."), method=method_name(offered)))


def method_name(method: Method) -> str:
    """What a method is called in the user's language."""
    return QCoreApplication.translate("methods", method.name)
