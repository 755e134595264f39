"""Percent-encoding says the same as the library's."""

from urllib.parse import quote, unquote

from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.percent import decoded, encoded

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_it_is_what_the_library_says_and_comes_back(text: str) -> None:
    assert encoded(text) == quote(text, safe="")
    assert decoded(encoded(text)) == text


@given(st.text(st.sampled_from("%aF09gä/")))
def test_what_is_no_code_stays(text: str) -> None:
    assert decoded(text) == unquote(text)
