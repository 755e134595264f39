import time

import pytest

from workjournal.ui.prose.units import utf16
from workjournal.ui.prose.word_finding import normal, script_of, scripts_of, word_at, words_of


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The plan wasn’t late, re-read it", ["The", "plan", "wasn’t", "late", "re-read", "it"]),
        ("run `git psh` or ``a `b` c`` now", ["run", "or", "now"]),
        ("see [the notse](https://exmaple.org/psh) and www.exmaple.org/x", ["see", "the", "notse", "and"]),
        ("mail prya@exmaple.org, file plna.txt, and/or", ["mail", "file"]),
        ("with @Prya #planing +Skil ~gaol", ["with"]),
        ("NATO iPhone camelCase A4 x2y a 3rd", []),
        ("snake_case **bold** _soft_", ["bold", "soft"]),
        ("Straße e\u0301tude", ["Straße", "e\u0301tude"]),
        ("Anglo-Saxon", ["Anglo-Saxon"]),
    ],
)
def test_which_words_are_looked_at(line: str, words: list[str]) -> None:
    assert [word for _, _, word in words_of(line)] == words


def test_positions_are_qts() -> None:
    assert list(words_of(utf16("😀 word"))) == [(3, 7, "word")]
    assert word_at("😀 word", 7) == (3, 7, "word")
    assert word_at("😀 word", 2) is None


def test_scripts() -> None:
    assert scripts_of(["de_DE", "ru_RU", "el"]) == {"LATIN", "CYRILLIC", "GREEK"}
    assert (script_of("é"), script_of("ж"), script_of("会")) == ("LATIN", "CYRILLIC", "CJK")


def test_words_as_dictionaries_have_them() -> None:
    assert normal("wasn’t") == "wasn't"
    assert normal("e\u0301") == "é"


@pytest.mark.parametrize("line", ["a" * 100_000, "a." * 50_000, "`" * 50_000, "a@" * 50_000, "<" * 50_000])
def test_no_line_holds_anything_up(line: str) -> None:
    before = time.perf_counter()
    list(words_of(line))
    assert time.perf_counter() - before < 1
