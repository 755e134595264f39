"""The questions of a reflection, kept apart from those of a method that was left."""

import pytest

from workjournal.domain.methods import DEFAULT, METHODS, method
from workjournal.domain.methods.method import Method, Prompt
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.parts.asked_form import AskedForm

GIBBS = method("gibbs")


@pytest.mark.parametrize("one", METHODS, ids=lambda one: one.key)
def test_a_shipped_method_leaves_no_questions_in_a_draft(journal: Journal, one: Method) -> None:
    assert AskedForm(one).in_draft() == {}
    assert AskedForm.of_draft(journal, {"method": one.key}, DEFAULT) == AskedForm(one)


def test_a_draft_comes_back_as_it_was(journal: Journal) -> None:
    own = journal.methods.copy("gibbs", "Mine").as_method()
    for form in (AskedForm(GIBBS, DEFAULT.prompts[:1]), AskedForm(own), AskedForm(own, DEFAULT.prompts[:1])):
        kept = {"method": form.method.key, **form.in_draft()}
        assert AskedForm.of_draft(journal, kept, DEFAULT) == form


def test_a_kept_one_tells_the_further_questions_apart(journal: Journal) -> None:
    kept = Reflection(
        date=journal.today(), method="gibbs", answers={"feelings": "Cold", "intended": "A date"}
    )
    whole = AskedForm(GIBBS, DEFAULT.prompts[:1]).whole()
    journal.reflections.keep(kept, asked=whole)
    assert AskedForm.of_kept(journal, journal.reflections.get(kept.id)) == AskedForm(
        GIBBS, DEFAULT.prompts[:1]
    )


def test_an_answer_nobody_asked_for_keeps_a_question(journal: Journal) -> None:
    form = AskedForm.of_draft(journal, {"answers": {"feelings": "Cold", "mood": "Grim"}}, DEFAULT)
    assert form.method == DEFAULT
    assert [prompt.key for prompt in form.further] == ["feelings", "mood"]
    assert form.further[0] == next(prompt for prompt in GIBBS.prompts if prompt.key == "feelings")
    assert form.further[1] == Prompt("mood", "mood")
