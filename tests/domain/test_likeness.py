"""Which words say what a text is about, and which of two texts mean the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.likeness import MOST_WORDS, STEM, shared, stems, telling

TELLING = [
    ("", []),
    ("and the of it was", []),
    ("Wir haben das heute noch einmal für euch gemacht", []),
    ("Call the suppliers before noon", ["call", "suppliers", "noon"]),
    ("Noon, noon & NOON: suppliers", ["noon", "suppliers"]),
    ("Die Größe der Lieferung", ["größe", "lieferung"]),
    (unicodedata.normalize("NFD", "Die Größe"), ["größe"]),
    ("an IT QA ok", []),  # too short to tell anything
    ("v2.0 in 2026: 3rd_party", ["party"]),
    ("AAA0AAB abc1 1abcd abc", ["abc"]),
    ("don't re-plan", ["don", "plan"]),
    ("供应商延迟交货", ["供应商延迟交货"]),
    ("Ärger über Öfen", ["ärger", "öfen"]),
]


@pytest.mark.parametrize(("text", "words"), TELLING)
def test_the_telling_words(text: str, words: list[str]) -> None:
    assert telling(text) == words


def test_of_a_long_text_the_last_words_count() -> None:
    letters = "abcdefghij"
    words = [f"wort{one}{other}" for one in letters for other in letters]
    assert telling(" ".join(words)) == words[-MOST_WORDS:]
    assert telling(" ".join([*words, words[0]])) == [*words[-MOST_WORDS + 1 :], words[0]]


@given(st.text())
def test_any_text_gives_words_of_letters_each_once(text: str) -> None:
    words = telling(text)
    assert len(set(words)) == len(words) <= MOST_WORDS
    assert all(len(word) >= 3 and word == word.lower() and '"' not in word for word in words)
    assert telling(" ".join(words)) == words or any(unicodedata.normalize("NFC", w) != w for w in words)


SAME = [
    ("suppliers", "the supplier", ["supplier"]),
    ("Lieferanten", "Lieferant", ["lieferant"]),
    ("naive resume", "Naïve, résumé", ["naïve", "résumé"]),
    ("GRÖSSE", "größer", ["größer"]),
    ("grosse", "Größe", ["größe"]),
    ("STRASSE", "Straße", ["straße"]),
    ("ΟΔΟΣ", "οδός", ["οδός"]),
    ("plan", "planet", []),
    ("planned orders", "planning, order, ordering", ["planning", "ordering"]),
    ("calls", "call", ["call"]),
    ("meetings", "meet", ["meet"]),
    ("Fristen", "die Frist", ["frist"]),
    ("Kunden", "Kunde", ["kunde"]),
    ("trained", "train", ["train"]),
    ("bring", "brings", ["brings"]),
    ("ring", "rings", ["rings"]),
    ("string", "strong", []),
    ("noon", "none", []),
    ("noon suppliers", "suppliers supplier NOON", ["supplier", "noon"]),
    ("suppliers", "", []),
]


@pytest.mark.parametrize(("one", "other", "words"), SAME)
def test_words_that_mean_the_same(one: str, other: str, words: list[str]) -> None:
    """By the first six letters, without accents. Seen failing without the folding of accents."""
    assert shared(stems(telling(one)), other) == words


@given(st.text(), st.text())
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    there = shared(stems(telling(one)), other)
    back = shared(stems(telling(other)), one)
    assert stems(there) == stems(back)
    assert len(there) == len(back) == len(stems(there))


@given(st.text())
def test_a_text_shares_all_its_stems_with_itself(text: str) -> None:
    words = telling(text)
    assert stems(shared(stems(words), text)) == stems(words)
    assert all(len(stem) <= STEM for stem in stems(words))
