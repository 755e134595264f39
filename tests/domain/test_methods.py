"""What every reflection method keeps to."""

import pytest

from workjournal.domain.methods import DEFAULT, METHODS, method
from workjournal.domain.methods.method import Method, UnknownMethod, UnknownPrompt

each = pytest.mark.parametrize("one", METHODS, ids=lambda one: one.key)


def test_keys_and_names_are_unique() -> None:
    assert len({one.key for one in METHODS}) == len({one.name for one in METHODS}) == len(METHODS)


def test_the_default_is_one_of_them() -> None:
    assert DEFAULT in METHODS
    assert DEFAULT.key == "aar-short"


@each
def test_it_is_found_by_its_key(one: Method) -> None:
    assert method(one.key) is one


@each
def test_its_key_is_safe_in_a_file_name_and_its_texts_are_there(one: Method) -> None:
    assert one.key.replace("-", "").isalnum()
    assert one.key == one.key.lower()
    assert one.name.strip() == one.name != ""
    assert one.source


@each
def test_its_prompts_can_be_told_apart(one: Method) -> None:
    assert one.prompts
    assert len({prompt.key for prompt in one.prompts}) == len(one.prompts)
    for prompt in one.prompts:
        assert prompt.key.isidentifier()  # it is an object's name in the form
        assert prompt.text.strip() == prompt.text != ""


@each
def test_it_takes_answers_to_its_own_prompts_alone(one: Method) -> None:
    one.check_answers({})
    one.check_answers({prompt.key: "x" for prompt in one.prompts})
    with pytest.raises(UnknownPrompt, match=f'The method {one.key} has no prompt "nonsense"') as caught:
        one.check_answers({"nonsense": "a secret"})
    assert all(prompt.key in str(caught.value) for prompt in one.prompts)
    assert "a secret" not in str(caught.value)


def test_an_unknown_key_names_those_there_are() -> None:
    with pytest.raises(UnknownMethod, match="There are: aar-short"):
        method("gibbs-and-a-half")
