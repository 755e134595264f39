"""Words without capitals, accents and ligatures, in any script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.folding import (
    LONGEST,
    MOST_FORMS,
    beginnings,
    fold,
    folded,
    forms,
    is_pointed,
    is_spaceless,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Café", "cafe"),
        ("STRASSE Straße", "strasse strasse"),
        ("Œuvre Æther eﬃcient", "oeuvre aether efficient"),
        ("ΣΟΦΌΣ σοφός", "σοφοσ σοφοσ"),
        ("Ёлка", "елка"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
        ("ที่ประชุม", "ที่ประชุม"),
        ("हिन्दी", "हिन्दी"),
        ("会議", "会議"),
    ],
)
def test_folding(text: str, plain: str) -> None:
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, text)) == fold(plain)
    assert unicodedata.normalize("NFC", fold(text)) == plain


@given(st.text(max_size=30))
def test_places_lead_back_to_the_text(text: str) -> None:
    plain, places = folded(text)
    assert plain == fold(text) or text.isascii()
    if places is None:
        assert len(plain) == len(text)
    else:
        assert len(places) == len(plain)
        assert all(fold(text[place]).find(letter) >= 0 for letter, place in zip(plain, places, strict=True))


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("strasse", {"strasse", "straße"}),
        ("Straße", {"Straße", "strasse", "straße"}),
        ("efficient", {"efficient", "eﬃcient", "eﬀicient", "efﬁcient"}),
        ("oeuvre", {"oeuvre", "œuvre"}),
        ("depot", {"depot"}),
    ],
)
def test_forms(word: str, written: set[str]) -> None:
    assert {unicodedata.normalize("NFC", each) for each in forms(word)} == written


def test_the_beginning_of_a_word_may_end_within_a_pair() -> None:
    assert "straß" in forms("stras", is_open=True)
    assert "straß" not in forms("stras")


def test_forms_are_bounded() -> None:
    assert len(forms("ss" * 20)) <= 2 * MOST_FORMS + 1
    assert forms("s" * (LONGEST + 1)) == ["s" * (LONGEST + 1)]


@given(st.text(max_size=LONGEST + 5), st.booleans())
def test_every_form_of_a_word_is_the_same_word(word: str, is_open: bool) -> None:
    for form in forms(word, is_open=is_open):
        assert fold(form) == fold(word) or (is_open and fold(form).startswith(fold(word)))


def test_words_are_runs_of_letters_and_marks() -> None:
    assert words_of("It's 16:00, ที่ประชุม—会議/x_y") == ["It", "s", "16", "00", "ที่ประชุม", "会議", "x", "y"]


@pytest.mark.parametrize("word", ["会議", "ひらがな", "カタカナ", "ประชุม", "ລາວ", "ភាសា", "မြန်မာ", "3月"])
def test_scripts_without_spaces(word: str) -> None:
    assert is_spaceless(word)


@pytest.mark.parametrize("word", ["depot", "회의", "हिन्दी", "Ёлка", "Größe"])
def test_scripts_with_spaces(word: str) -> None:
    assert not is_spaceless(word)


@pytest.mark.parametrize("word", ["σοφός", "ёлка", "שלום", "محمد"])
def test_words_alike_lie_in_the_ranges_of_their_beginning(word: str) -> None:
    assert is_pointed(word)
    for alike in (word, word.upper().lower(), unicodedata.normalize("NFD", word), "Άλφα".lower(), "ἄλφα"):
        if fold(alike)[0] == fold(word)[0]:
            assert any(start <= alike < end for start, end in beginnings(word)), alike
    assert not any(start <= "z" < end for start, end in beginnings(word))


def test_a_letter_with_an_accent_begins_like_the_one_without() -> None:
    assert any(start <= "άλφα" < end for start, end in beginnings("αλφα"))
    assert any(start <= "ἄλφα" < end for start, end in beginnings("αλφα"))
