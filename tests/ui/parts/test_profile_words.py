"""Gaps in words."""

from uuid import uuid4

import pytest

from workjournal.domain.role_profile import Gap
from workjournal.ui.parts import profile_words


@pytest.mark.parametrize(
    ("needed", "rated", "words", "sentence"),
    [
        (70, 45, "45 of 70, 25 to go", "You rated 45, the role needs 70: 25 to go."),
        (70, 70, "70 of 70, reached", "You rated 70, the role needs 70: reached."),
        (70, 85, "85 of 70, reached", "You rated 85, the role needs 70: reached."),
        (70, 0, "0 of 70, 70 to go", "You rated 0, the role needs 70: 70 to go."),
        (70, None, "not rated yet, 70 needed", "The role needs 70; you have not rated it yet."),
    ],
)
def test_a_gap(needed: int, rated: int | None, words: str, sentence: str) -> None:
    gap = Gap(uuid4(), needed, rated)
    assert profile_words.gap(gap) == words
    assert profile_words.sentence(gap) == sentence


@pytest.mark.parametrize(
    ("reached", "needed", "words"),
    [
        (5, 8, "5 of 8 levels reached"),
        (0, 1, "0 of 1 level reached"),
        (0, 0, "no level said yet"),
    ],
)
def test_how_much_is_covered(reached: int, needed: int, words: str) -> None:
    assert profile_words.covered(reached, needed) == words
