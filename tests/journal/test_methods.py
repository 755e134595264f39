"""Methods of the user's own: copied, changed, found; and a form as it was asked, whatever became of its method."""

import json
from typing import Any

import pytest

from examples import DAY
from workjournal.domain import methods as shipped
from workjournal.domain.entity import Missing, new_id
from workjournal.domain.keeping import Revision
from workjournal.domain.methods import METHODS, after_action_short
from workjournal.domain.methods.method import Method, Part, Prompt, UnknownMethod
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing

MOOD = {"key": "mood", "text": "How was it?"}
STAR = Method(
    "star",
    "STAR story",
    (
        Prompt("situation", "What was the situation?", part=Part.OBSERVATION),
        Prompt("task", "What was the task?"),
        Prompt("commitments", "What do I commit to?", part=Part.NEXT, commits=True),
    ),
    source="A test",
)


@pytest.fixture
def own(journal: Journal) -> OwnMethod:
    return journal.methods.copy("gibbs", "  My Gibbs ")


def reflected(journal: Journal, method: str, **answers: str) -> Reflection:
    made = Reflection(date=DAY, method=method, answers=answers)
    return journal.reflections.get(journal.reflections.keep(made).id)


def asked(journal: Journal, reflection: Reflection) -> list[str]:
    form = journal.methods.asked(journal.reflections.get(reflection.id))
    return [prompt.text for prompt in form.prompts]


def wordings(journal: Journal, own: OwnMethod, field: str) -> list[str]:
    revisions: list[Revision] = journal.revisions.of(own.id)
    return [revision.text for revision in revisions if revision.field == field]


# Adding one


def test_adding_a_method_is_one_file_and_one_name(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A method defined here and put into METHODS is listed, found, kept and read again, with its commitments.

    Seen failing while services had taken METHODS for themselves at import.
    """
    monkeypatch.setattr(shipped, "METHODS", (*METHODS, STAR))
    assert journal.methods.all()[: len(METHODS) + 1] == [*METHODS, STAR]
    assert journal.methods.find("star") is shipped.method("star") is STAR
    kept = reflected(journal, "star", situation="Late again", commitments="- Call Ada\n- Ask Bo")
    assert kept.asked is None  # it is a shipped one, as it is
    assert journal.methods.asked(kept) == STAR
    _, actions = journal.reflections.left_by(kept.id)
    assert [action.text for action in actions] == ["Call Ada", "Ask Bo"]
    mine = journal.methods.copy("star", "My star")
    assert mine.as_method().prompts == STAR.prompts


def test_a_method_that_is_shipped_no_more_is_still_read(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(shipped, "METHODS", (*METHODS, STAR))
        kept = reflected(journal, "star", situation="Late again", task="Load")
    form = journal.methods.asked(kept)
    assert form.key == form.name == "star"
    assert [prompt.key for prompt in form.prompts] == ["situation", "task"]
    kept.answers = {**kept.answers, "task": "Load it"}
    journal.reflections.keep(kept)
    assert journal.reflections.get(kept.id).answers["task"] == "Load it"


# Copy, change, put away


@pytest.mark.parametrize("one", METHODS, ids=lambda one: one.key)
def test_any_shipped_method_can_be_copied_and_used(journal: Journal, one: Method) -> None:
    own = journal.methods.copy(one.key, f"My {one.name}")
    assert (own.basis, own.edition) == (one.key, 1)
    answers = {prompt.key: "Größe" for prompt in one.prompts}
    kept = reflected(journal, str(own.id), **answers)
    form = journal.methods.asked(kept)
    assert (form.name, form.prompts, kept.answers) == (f"My {one.name}", one.prompts, answers)


def test_they_follow_the_shipped_ones_by_name(journal: Journal, own: OwnMethod) -> None:
    for name in ("zebra", "Äpfel", "apples"):
        journal.methods.copy("woop", name)
    assert journal.methods.all()[: len(METHODS)] == list(METHODS)
    assert [method.name for method in journal.methods.all()[len(METHODS) :]] == [
        "apples",
        "My Gibbs",
        "zebra",
        "Äpfel",
    ]
    journal.methods.trash(own.id)
    assert own.id not in {each.id for each in journal.methods.own()}
    journal.methods.restore(own.id)
    assert own.id in {each.id for each in journal.methods.own()}


def test_a_copy_of_a_copy_knows_its_model(journal: Journal, own: OwnMethod) -> None:
    second = journal.methods.copy("My Gibbs", "Second")
    assert (second.basis, second.prompts) == (str(own.id), own.prompts)


def test_other_prompts_are_another_edition_and_another_name_is_none(journal: Journal, own: OwnMethod) -> None:
    prompts = [dict(prompt) for prompt in own.prompts]
    assert journal.methods.change(own.id, "Renamed", prompts).edition == 1
    changed = journal.methods.change(own.id, "Renamed", [*reversed(prompts), MOOD])
    assert changed.edition == 2
    read = journal.methods.get(own.id)
    assert (read.name, read.edition, read.prompts[-1]) == ("Renamed", 2, MOOD)
    assert [prompt["key"] for prompt in read.prompts[:-1]] == [prompt["key"] for prompt in prompts[::-1]]


def test_earlier_prompts_and_names_are_kept(journal: Journal, own: OwnMethod) -> None:
    before = own.prompts
    journal.methods.change(own.id, "Renamed", before[:2])
    journal.methods.change(own.id, "Renamed", before[:1])
    assert wordings(journal, own, "name") == ["My Gibbs"]
    assert [json.loads(text) for text in wordings(journal, own, "prompts")] == [before[:2], before]


@pytest.mark.parametrize(("name", "prompts"), [(" ", [MOOD]), ("x", []), ("x", [{**MOOD, "text": " "}])])
def test_what_cannot_be_kept_changes_nothing(
    journal: Journal, own: OwnMethod, name: str, prompts: list[dict[str, Any]]
) -> None:
    with pytest.raises(Missing):
        journal.methods.change(own.id, name, prompts)
    read = journal.methods.get(own.id)
    assert (read.name, read.edition, len(read.prompts)) == ("My Gibbs", 1, 6)
    with pytest.raises(Missing):
        journal.methods.copy("gibbs", " ")
    with pytest.raises(NoSuchThing, match="no own method"):
        journal.methods.change(new_id(), "x", [MOOD])


# Finding


def test_one_is_found_by_key_name_or_the_end_of_its_id(journal: Journal, own: OwnMethod) -> None:
    wanted = own.as_method()
    for words in (str(own.id), own.id.hex[-8:], str(own.id)[-12:].upper(), "My Gibbs", "MY GIBBS"):
        assert journal.methods.find(words) == wanted
    assert journal.methods.find("gibbs") is shipped.method("gibbs")


@pytest.mark.parametrize("words", ["", "abc", "Gibbs", "nonsense", "-"])
def test_what_is_not_found_names_what_there_is(journal: Journal, own: OwnMethod, words: str) -> None:
    with pytest.raises(UnknownMethod, match=r"aar-short, .*period-review, “My Gibbs”"):
        journal.methods.find(words)


def test_one_in_the_trash_is_not_found(journal: Journal, own: OwnMethod) -> None:
    journal.methods.trash(own.id)
    with pytest.raises(UnknownMethod):
        journal.methods.find(str(own.id))


# As it was asked


def test_a_reflection_shows_its_own_prompts_whatever_becomes_of_its_method(
    journal: Journal, own: OwnMethod
) -> None:
    kept = reflected(journal, str(own.id), feelings="Tired")
    before = asked(journal, kept)
    journal.methods.change(own.id, "Other", [MOOD])
    assert asked(journal, kept) == before
    assert journal.methods.asked(kept).name == "My Gibbs"
    later = reflected(journal, str(own.id), mood="Good")
    assert asked(journal, later) == ["How was it?"]
    journal.methods.trash(own.id)
    assert (asked(journal, kept), asked(journal, later)) == (before, ["How was it?"])
    journal.trash.empty()
    kept = journal.reflections.get(kept.id)
    kept.answers = {**kept.answers, "next": "Sleep"}
    journal.reflections.keep(kept)
    assert asked(journal, kept) == before
    assert journal.reflections.get(kept.id).answers == {"feelings": "Tired", "next": "Sleep"}


def test_an_answer_that_a_shipped_method_asks_no_more_is_shown_under_its_key(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = after_action_short.METHOD
    kept = reflected(journal, "aar-short", why="Late", next="Ask")
    shorter = Method(short.key, short.name, short.prompts[:3], source="x")
    monkeypatch.setattr(shipped, "METHODS", (shorter,))
    assert asked(journal, kept)[-1] == "next"
    kept.answers = {**kept.answers, "next": "Ask first"}
    journal.reflections.keep(kept)
    read = journal.reflections.get(kept.id)
    assert read.answers == {"why": "Late", "next": "Ask first"}
    assert read.asked  # it is no longer asked as any shipped method is


def test_a_method_of_a_newer_program_is_read_by_its_keys(journal: Journal) -> None:
    made = Reflection(date=DAY, method="of-tomorrow", answers={"dream": "x"})
    journal.reflections.save(made)
    form = journal.methods.asked(journal.reflections.get(made.id))
    assert (form.name, [prompt.text for prompt in form.prompts]) == ("of-tomorrow", ["dream"])
