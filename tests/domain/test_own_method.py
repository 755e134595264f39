"""A method of the user's own: what it needs, the keys of its questions, and that it is a form like any other."""

import json
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.entity import Missing
from workjournal.domain.methods import METHODS
from workjournal.domain.methods.method import Method, Part, Prompt
from workjournal.domain.own_method import OwnMethod, copied, new_key

WHY: dict[str, Any] = {"key": "why", "text": "Why?"}


@pytest.mark.parametrize("one", METHODS, ids=lambda one: one.key)
def test_a_copy_asks_what_its_model_asks(one: Method) -> None:
    own = copied(one, "Mine")
    own.check()
    form = own.as_method()
    assert form.prompts == one.prompts
    assert (form.key, form.name) == (str(own.id), "Mine")
    assert (own.basis, own.edition) == (one.key, 1)
    assert form.source == form.caution == ""  # what is changed no longer rests on it
    assert json.loads(json.dumps(own.prompts)) == own.prompts


def test_a_copy_of_a_copy_is_a_thing_of_its_own() -> None:
    first = copied(METHODS[0], "First")
    second = copied(first.as_method(), "Second")
    second.prompts[0]["text"] = "Changed?"
    assert first.as_method().prompts == METHODS[0].prompts
    assert second.basis == str(first.id)
    assert second.id != first.id


@pytest.mark.parametrize(
    ("name", "prompts", "message"),
    [
        (" ", [WHY], "The method's name is empty"),
        ("Mine", [], "It needs at least one question"),
        ("Mine", [WHY, {"key": "x", "text": " \n"}], "A question is empty"),
        ("Mine", [{"key": "x"}], "A question is empty"),
    ],
)
def test_what_cannot_be_kept(name: str, prompts: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(Missing, match=message):
        OwnMethod(name=name, prompts=prompts).check()


def test_a_question_needs_nothing_else() -> None:
    own = OwnMethod(name="Mine", prompts=[WHY])
    own.check()
    assert own.as_method().prompts == (Prompt("why", "Why?", part=Part.OTHER),)


KEYS = [
    ("What did I see?", set(), "what_did_i"),
    ("Why?", set(), "why"),
    ("Why?", {"why"}, "why_2"),
    ("Why?", {"why", "why_2", "why_4"}, "why_3"),
    ("3 things", set(), "q_3_things"),
    ("", set(), "question"),
    ("???", {"question"}, "question_2"),
    ("Was lief gut? Größe!", set(), "was_lief_gut"),
    ("为什么?", set(), "为什么"),
    ("if", set(), "if"),
    ("x² = y", set(), "x_y"),
]


@pytest.mark.parametrize(("text", "taken", "key"), KEYS)
def test_a_key_is_made_of_the_words(text: str, taken: set[str], key: str) -> None:
    assert new_key(text, taken) == key


@given(
    st.text(st.characters() | st.sampled_from(string.ascii_letters + string.digits + "²½_ ")),
    st.sets(st.sampled_from(["why", "why_2", "question", "question_2"])),
)
def test_any_text_gives_an_identifier_that_is_not_taken(text: str, taken: set[str]) -> None:
    """It is an object's name in the form. Seen failing for "x²", whose letters are all `isalnum`."""
    key = new_key(text, taken)
    assert key.isidentifier()
    assert key not in taken
    assert new_key(text, taken | {key}) != key
