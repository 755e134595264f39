"""What every reflection method keeps to."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.methods import DEFAULT, METHODS, method
from workjournal.domain.methods.method import Method, Part, Prompt, UnknownMethod, UnknownPrompt, prompt_from

each = pytest.mark.parametrize("one", METHODS, ids=lambda one: one.key)

# The fields of each, in order, as the table of the product asks for them; in one line, a prompt's key each.
ASKED_FOR = {
    "aar-short": "intended happened why next",
    "aar-full": "intended happened why sustain improve follow_up",
    "what-so-what": "what so_what now_what",
    "gibbs": "description feelings evaluation analysis conclusion next",
    "kolb": "experience observation concept experiment",
    "carl": "context action result learning",
    "deal": "describe self team craft learned how matters will",
    "4ls": "liked learned lacked longed_for",
    "start-stop-continue": "start stop continue",
    "plus-delta": "plus delta",
    "five-whys": "problem why_1 why_2 why_3 why_4 why_5 cause countermeasure",
    "premortem": "failed reasons likelihood preventable changes revised",
    "woop": "wish outcome obstacle plan",
    "probe-card": "hypothesis probe amplify dampen sensed respond",
    "period-review": "moved learned applied energy commitments",
}
PLANNING = {"woop", "premortem", "probe-card", "start-stop-continue"}
"""What looks ahead, or lists what to do before what to keep: observation does not come first in these."""
FOR_FAILURES = {"aar-short", "aar-full", "five-whys", "gibbs"}
"""Those that are offered after something went wrong."""

words = st.text(min_size=1, max_size=20)
prompts = st.builds(
    Prompt, words, words, st.text(max_size=20), st.sampled_from(Part), st.text(max_size=20), st.booleans()
)
methods = st.builds(
    Method,
    st.just("own"),
    words,
    st.lists(prompts, min_size=1, max_size=6, unique_by=lambda prompt: prompt.key).map(tuple),
)


def test_keys_and_names_are_unique() -> None:
    assert len({one.key for one in METHODS}) == len({one.name for one in METHODS}) == len(METHODS)


def test_the_default_is_one_of_them() -> None:
    assert DEFAULT in METHODS
    assert DEFAULT.key == "aar-short"


def test_every_method_of_the_product_is_there_with_its_prompts_in_order() -> None:
    assert {one.key: " ".join(prompt.key for prompt in one.prompts) for one in METHODS} == ASKED_FOR


@each
def test_it_is_found_by_its_key(one: Method) -> None:
    assert method(one.key) is one


@each
def test_its_key_is_safe_in_a_file_name_and_its_texts_are_there(one: Method) -> None:
    assert one.key.replace("-", "").isalnum()
    assert one.key == one.key.lower()
    assert one.name.strip() == one.name != ""
    assert one.source
    assert one.offered


@each
def test_its_prompts_can_be_told_apart(one: Method) -> None:
    assert one.prompts
    assert len({prompt.key for prompt in one.prompts}) == len(one.prompts)
    for prompt in one.prompts:
        assert prompt.key.isidentifier()  # it is an object's name in the form
        assert prompt.text.strip() == prompt.text != ""


@each
def test_its_texts_are_said_gently_and_in_one_line(one: Method) -> None:
    asked = [text for prompt in one.prompts for text in (prompt.text, prompt.hint, prompt.distanced)]
    for told in (one.name, one.offered, one.source, one.caution, *asked):
        assert told == " ".join(told.split())
        assert "!" not in told


@each
def test_observation_comes_before_interpretation_and_both_before_what_is_next(one: Method) -> None:
    order = [part for part in (prompt.part for prompt in one.prompts) if part is not Part.OTHER]
    if one.key not in PLANNING:
        assert order[0] is Part.OBSERVATION
        assert Part.NEXT not in order[:-2]
    assert one.asks_for(Part.NEXT) or one.key == "carl"  # which tells what was


@each
def test_the_distanced_wording_is_another_question_where_it_is_for_failures(one: Method) -> None:
    distanced = [prompt for prompt in one.prompts if prompt.distanced]
    assert all(prompt.distanced != prompt.text for prompt in distanced)
    assert distanced or one.key not in FOR_FAILURES
    for prompt in distanced:
        assert any(word in prompt.distanced.split() for word in ("colleague", "friend", "somebody"))


def test_a_failure_is_described_from_a_step_back_in_every_method_that_describes_it() -> None:
    for one in (method(key) for key in FOR_FAILURES):
        described = [prompt for prompt in one.prompts if prompt.part is Part.OBSERVATION]
        assert all(prompt.distanced for prompt in described), one.key


def test_the_review_of_a_period_alone_makes_actions_of_its_lines() -> None:
    committing = {one.key: [p.key for p in one.prompts if p.commits] for one in METHODS}
    assert {key: found for key, found in committing.items() if found} == {"period-review": ["commitments"]}


def test_five_whys_warns_that_one_cause_is_rarely_the_whole() -> None:
    assert "rarely the whole" in method("five-whys").caution


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


@each
def test_what_is_answered_is_told_by_its_part(one: Method) -> None:
    for part in Part:
        asking = [prompt.key for prompt in one.prompts if prompt.part is part]
        assert one.asks_for(part) == bool(asking)
        assert one.answered(dict.fromkeys(asking, "x"), part) == bool(asking)
        assert not one.answered({prompt.key: " \n" for prompt in one.prompts}, part)
        others = {prompt.key: "x" for prompt in one.prompts if prompt.part is not part}
        assert not one.answered(others, part)


def kept(one: Method) -> Any:
    """As it lies in the vault."""
    return json.loads(json.dumps(one.as_json()))


@each
def test_an_answered_form_can_be_shown_again(one: Method) -> None:
    again = Method.from_json(one.key, kept(one))
    assert (again.key, again.name, again.prompts) == (one.key, one.name, one.prompts)


@given(methods)
def test_any_form_comes_back_as_it_was(one: Method) -> None:
    assert Method.from_json(one.key, kept(one)) == one


def test_what_a_newer_program_has_added_is_left_out() -> None:
    """Seen failing without `_missing_` of Part, and with `Prompt(**kept)`."""
    newer = kept(DEFAULT)
    newer["mood"] = "curious"
    for prompt in newer["prompts"]:
        prompt["colour"] = "blue"
    newer["prompts"][0]["part"] = "forecast"
    again = Method.from_json(DEFAULT.key, newer)
    assert [prompt.text for prompt in again.prompts] == [prompt.text for prompt in DEFAULT.prompts]
    assert again.prompts[0].part is Part.OTHER
    assert again.prompts[1:] == DEFAULT.prompts[1:]


def test_a_prompt_needs_no_more_than_its_key_and_text() -> None:
    assert prompt_from({"key": "why", "text": "Why?"}) == Prompt("why", "Why?")


def test_prompts_that_it_does_not_ask_follow_at_the_end() -> None:
    more = (Prompt("why", "Again?"), Prompt("mood", "How was it?"))
    longer = DEFAULT.followed_by(more)
    assert [prompt.key for prompt in longer.prompts] == ["intended", "happened", "why", "next", "mood"]
    assert longer.prompts[2] == DEFAULT.prompts[2]
    assert (longer.key, longer.name, longer.source) == (DEFAULT.key, DEFAULT.name, DEFAULT.source)
    assert DEFAULT.followed_by([]) is DEFAULT
    assert DEFAULT.followed_by(DEFAULT.prompts) is DEFAULT


@given(methods, st.lists(prompts, max_size=5, unique_by=lambda prompt: prompt.key))
def test_what_follows_is_never_asked_twice(one: Method, others: list[Prompt]) -> None:
    longer = one.followed_by(others)
    keys = [prompt.key for prompt in longer.prompts]
    assert len(keys) == len(set(keys))
    assert longer.prompts[: len(one.prompts)] == one.prompts
    assert set(keys) == {prompt.key for prompt in (*one.prompts, *others)}
    assert longer.followed_by(others) is longer


def test_equal_keys_ask_the_same_sort_of_thing_so_that_an_answer_stays() -> None:
    """An answer stays when the method changes, so a key means one part in every method, but for what is named here."""
    parts: dict[str, set[Part]] = {}
    for one in METHODS:
        for prompt in one.prompts:
            parts.setdefault(prompt.key, set()).add(prompt.part)
    assert {key for key, found in parts.items() if len(found) > 1} == set()
