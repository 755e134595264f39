"""What a reflection still lacks, and the commitments among its answers."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.methods import METHODS, method
from workjournal.domain.methods.method import Method, Part, Prompt
from workjournal.domain.nudges import MOST_COMMITMENTS, Nudge, commitments, nudges

each = pytest.mark.parametrize("one", METHODS, ids=lambda one: one.key)
SHORT, REVIEW = method("aar-short"), method("period-review")
E, X, A = Nudge.NO_EVIDENCE, Nudge.NOT_EXPLAINED, Nudge.NO_ACTION

CASES: list[tuple[dict[str, str], bool, bool, list[Nudge]]] = [
    ({}, False, False, []),
    ({"happened": " \n", "why": ""}, False, False, []),
    ({"intended": "x"}, False, False, [E, A]),
    ({"happened": "x"}, False, False, [E, X, A]),
    ({"happened": "x"}, True, False, [X, A]),
    ({"happened": "x"}, True, True, [X]),
    ({"happened": "x", "why": "y"}, False, False, [E, A]),
    ({"happened": "x", "why": " "}, True, True, [X]),
    ({"why": "y"}, True, False, [A]),
    ({"happened": "x", "next": "z"}, True, False, [X]),
    ({"happened": "x", "why": "y", "next": "z"}, False, False, [E]),
    ({"happened": "x", "why": "y", "next": "z"}, True, False, []),
    ({"happened": "x", "why": "y"}, True, True, []),
]


@pytest.mark.parametrize(("answers", "evidence", "action", "said"), CASES)
def test_what_is_said_and_in_which_order(
    answers: dict[str, str], evidence: bool, action: bool, said: list[Nudge]
) -> None:
    assert nudges(SHORT, answers, has_evidence=evidence, has_action=action) == said


@each
def test_nothing_is_said_before_the_first_answer_nor_when_all_is_there(one: Method) -> None:
    for evidence, action in itertools.product((False, True), repeat=2):
        assert nudges(one, {}, has_evidence=evidence, has_action=action) == []
    full = {prompt.key: "x" for prompt in one.prompts}
    assert nudges(one, full, has_evidence=True, has_action=True) == []


@each
def test_it_is_never_told_to_explain_where_nothing_asks_for_it(one: Method) -> None:
    described = {prompt.key: "x" for prompt in one.prompts if prompt.part is Part.OBSERVATION}
    said = nudges(one, described, has_evidence=True, has_action=True)
    assert (X in said) == (bool(described) and one.asks_for(Part.INTERPRETATION))


def test_more_than_three_commitments_are_asked_about() -> None:
    for number in range(1, 6):
        answers = {"commitments": "\n".join(f"Call {n}" for n in range(number))}
        said = nudges(REVIEW, answers, has_evidence=True, has_action=False)
        assert (Nudge.TOO_MANY in said) == (number > MOST_COMMITMENTS)


def test_a_nudge_is_one_gentle_line() -> None:
    for nudge in Nudge:
        assert not {"!", "\n"} & set(nudge.value)
        assert nudge.value.endswith((".", "?"))
        assert "must" not in nudge.value


LINES = [
    ("Call Ada", ["Call Ada"]),
    ("- Call Ada\n* Ask Bo\n• Sleep\n– Walk", ["Call Ada", "Ask Bo", "Sleep", "Walk"]),
    ("1. Call Ada\n2) Ask Bo\n10. Sleep", ["Call Ada", "Ask Bo", "Sleep"]),
    ("- [ ] Call Ada\n- [x] Ask Bo", ["Call Ada", "Ask Bo"]),
    ("  Call Ada  \n\n\t\n - Ask Bo ", ["Call Ada", "Ask Bo"]),
    ("Call Ada\n- Call Ada\nCall Ada", ["Call Ada"]),
    ("- \n*\n•", []),
    (
        "-5 % scrap\n**Bold** move\n3.5 days less\n2026 budget",
        ["-5 % scrap", "**Bold** move", "3.5 days less", "2026 budget"],
    ),
    ("Größe\r\n供应商", ["Größe", "供应商"]),
]


@pytest.mark.parametrize(("text", "found"), LINES)
def test_a_commitment_is_a_line_without_its_mark(text: str, found: list[str]) -> None:
    """A figure or a bold word at the beginning of a line is no mark. Seen failing with `lstrip("-*•")`."""
    assert commitments(REVIEW, {"commitments": text}) == found


def test_only_prompts_that_commit_are_read() -> None:
    assert commitments(REVIEW, {"moved": "Much", "learned": "A lot"}) == []
    assert commitments(SHORT, {"next": "Call Ada"}) == []
    two = Method(
        "own", "Own", (Prompt("a", "A?", commits=True), Prompt("b", "B?"), Prompt("c", "C?", commits=True))
    )
    assert commitments(two, {"a": "One\nTwo", "b": "No", "c": "Two\nThree"}) == ["One", "Two", "Three"]


@given(st.text())
def test_any_text_gives_lines_that_are_not_empty_and_no_two_alike(text: str) -> None:
    found = commitments(REVIEW, {"commitments": text})
    assert len(set(found)) == len(found)
    assert all(line.strip() == line != "" and len(line.splitlines()) == 1 for line in found)
    assert commitments(REVIEW, {"commitments": "\n".join(f"- {line}" for line in found)}) == found
