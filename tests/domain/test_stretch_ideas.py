"""The ideas for a stretch goal that come with the program."""

import re
from collections import Counter

import pytest

from workjournal.domain.goal import CHALLENGES
from workjournal.domain.stretch_ideas import NoSuchChallenge, NoSuchIdea, all_ideas, idea, ideas


def test_every_kind_of_challenge_has_six_to_eight() -> None:
    counted = Counter(each.challenge for each in all_ideas())
    assert set(counted) == set(CHALLENGES)
    assert {name: count for name, count in counted.items() if not 6 <= count <= 8} == {}


def test_none_is_there_twice() -> None:
    for words in (
        [each.key for each in all_ideas()],
        [re.sub(r"\W+", " ", each.text.casefold()) for each in all_ideas()],
    ):
        assert [word for word, count in Counter(words).items() if count > 1] == []


def test_each_is_one_short_sentence_and_says_who_sees_the_result() -> None:
    for each in all_ideas():
        assert re.fullmatch(r"[A-Z][^.!?]+\.", each.text), each.key
        assert 30 <= len(each.text) <= 110, each.key
        assert re.fullmatch(r"[a-z][^.!?]+", each.feedback), each.key
        assert 10 <= len(each.feedback) <= 60, each.key


def test_keys_can_be_typed() -> None:
    for each in all_ideas():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", each.key), each.key
        assert len(each.key) <= 16


def test_they_are_in_the_order_of_the_challenges_and_read_once() -> None:
    places = [CHALLENGES.index(each.challenge) for each in all_ideas()]
    assert places == sorted(places)
    assert all_ideas() is all_ideas()


def test_ideas_of_some_challenges() -> None:
    found = ideas(["mixed team", "new direction"])
    assert {each.challenge for each in found} == {"mixed team", "new direction"}
    assert found == [each for each in all_ideas() if each in found]
    assert found == ideas(iter(["new direction", "mixed team", "mixed team"]))
    assert ideas() == list(all_ideas())


def test_a_challenge_that_is_none() -> None:
    with pytest.raises(
        NoSuchChallenge, match=r"called boredom\. There are new responsibility, new direction"
    ):
        ideas(["high stakes", "boredom"])


def test_one_by_its_key() -> None:
    for each in all_ideas():
        assert idea(each.key) is idea(f" {each.key.upper()}") is each
    with pytest.raises(NoSuchIdea, match="called nothing-like-it"):
        idea("nothing-like-it")
