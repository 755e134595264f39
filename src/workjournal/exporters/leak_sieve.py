"""Which of thousands of private texts may be in a file at all: a quick answer that errs on the side of "may"."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workjournal.exporters import fonts, letters
from workjournal.exporters.folding import bare, folded, plain_letters, squeezed, words_of
from workjournal.exporters.markdown_tree import plain

FEWEST_LETTERS = 6
"""Letters and digits of a text worth looking for: a shorter one ("done", "3 days") stands in any pack by chance."""
SURE_LETTERS = 24
"""From here on a text is looked for anywhere, below only as whole words, so that "report" is not in "reported"."""
BLOB_LETTERS = 12
"""The same in fonts and drawings, where three bytes mean nothing."""

_TAKEN = 64
"""Signs of a text that are looked at first; mostly they tell it apart from all that is in a file."""

# Where Markdown may leave letters out or change them: a link's address, the language of a code block, an address in
# angles, an entity. Letters before the first of these are all read; only the numbers of lists are counted anew.
_UNSURE = re.compile(r"\]\(|```|~~~|[<&]")
_NUMBER = re.compile("\\d+(?:[.)]|$)|\0")
# The same for most texts, which begin with prose, in a twentieth of the time.
_PROSE = re.compile(f"[^\\]`~<&\\d\0]{{40,{_TAKEN}}}")
# Nothing here that Markdown, the fonts or the end of a line could make other words of.
_SIMPLE = re.compile(r"(?:[A-Za-z ,;:'\"?!/.\n]|-(?=\S))*")


def strange_letters(texts: Iterable[str]) -> frozenset[str]:
    """Those letters of all the texts that no font of the pack has: something else stands there in their place."""
    used: set[str] = set()
    for text in texts:
        if not text.isascii():
            used.update(text)
    asked = (letter for letter in used - letters.SAFE if unicodedata.category(letter) != "Cs")
    return fonts.missing(frozenset(asked))


def forms(text: str, strange: frozenset[str]) -> Iterator[str]:
    """A text as it was typed, as its Markdown reads, and with what stands in for letters that no font has.

    Args:
        strange: what `strange_letters` gave.
    """
    yield text
    if _SIMPLE.fullmatch(text):
        return
    read = plain(text)
    yield read
    shown = letters.shown(read, strange)
    if shown != read:
        yield shown


@dataclass(frozen=True)
class _Grams:
    """Pieces of a text by which it is known, wherever it stands, without reading letter by letter on either side.

    Of the file every `step`-th piece of `size` letters is known. A text that stands in it holds one of these among its
    own last `step` pieces, each a letter further than the one before. The last, for many texts begin alike.
    """

    step: int
    size: int

    @property
    def fewest(self) -> int:
        """Letters of a text that has so many pieces."""
        return self.size + self.step - 1

    def of(self, row: str) -> list[str]:
        """The pieces of a text, or none of one too short for them."""
        first = len(row) - self.fewest
        return [row[at : at + self.size] for at in range(first, first + self.step)] if first >= 0 else []

    def held(self, rows: list[str], texts: Iterable[str]) -> set[str]:
        """Those pieces of the texts that are known of the rows of a file."""
        wanted = {piece for text in texts for piece in self.of(text)}
        pieces = (row[at : at + self.size] for row in rows for at in range(0, len(row), self.step))
        return wanted.intersection(pieces) if wanted else wanted


_LONG = _Grams(SURE_LETTERS - 15, 16)
_SHORT = _Grams(BLOB_LETTERS - 7, 8)


@dataclass(frozen=True)
class _Print:
    """What tells a text apart: letters and digits in a row that each of its forms holds so, and its plain letters.

    `code` is "" where it is the same as `letters`; `short` is one that is not in the file unless all its `words` are,
    or its letters among the bytes; `unclear` one that has to be looked at closely.
    """

    letters: str = ""
    code: str = ""
    short: str = ""
    words: tuple[str, ...] = ()
    unclear: bool = False


class Sieve:
    """Lets pass each text that may be in a file, and few others."""

    def __init__(self, texts: Iterable[str], strange: frozenset[str]) -> None:
        self._strange = strange
        self._breaks = dict.fromkeys(map(ord, strange), "\0")
        self._prints = {text: self._print(text) for text in texts}

    def passed(self, said: str, words: set[str], blobs: list[bytes]) -> list[str]:
        """The texts that may be in it.

        Args:
            said: the file's texts, squeezed, a line each.
            words: all their words.
            blobs: the plain letters of the file's bytes.
        """
        prints = self._prints.values()
        rows = [said, *(blob.decode("ascii") for blob in blobs)]
        pieces = _LONG.held(rows, (row for one in prints for row in (one.letters, one.code)))
        pieces |= _SHORT.held(rows[1:], (row for one in prints for row in (one.short, one.code)))
        return [text for text, one in self._prints.items() if _passes(one, words, pieces)]

    def _print(self, text: str) -> _Print:
        if prose := _PROSE.match(text):
            row = prose.group()
            if row.isascii() and len(run := squeezed(row)[:-1]) >= _LONG.fewest:
                return _Print(run)
        if text.isascii() and len(text) < FEWEST_LETTERS:
            return _Print()  # an entity is longer than the letter it stands for
        # Without the letters at its ends: a mark may stand beside them, and be one with them.
        run = squeezed(self._sure(text))[1:-2]
        if len(run) < _LONG.fewest:
            return self._short(text)
        code = plain_letters(run.encode()).decode()
        return _Print(
            run, "" if code == run else code, unclear=len(code) < BLOB_LETTERS <= self._letters(text)
        )

    def _sure(self, text: str) -> str:
        """The longest part that every form of the text holds as it is, but for marks and spaces."""
        head = text if text.isascii() else text.translate(self._breaks)
        return max(_NUMBER.split(_UNSURE.split(head, 1)[0]), key=len)

    def _short(self, text: str) -> _Print:
        words = tuple(words_of(folded(text)))
        letters_ = "".join(words)
        if len(letters_) >= SURE_LETTERS or not _SIMPLE.fullmatch(text):
            return _Print(unclear=True)
        return _Print(words=words, short=letters_)

    def _letters(self, text: str) -> int:
        """How many plain letters the text can have in any form."""
        if not self._strange.isdisjoint(text):
            return BLOB_LETTERS
        return len(bare(folded(text).encode(errors="ignore")))


def _passes(one: _Print, words: set[str], pieces: set[str]) -> bool:
    known = (*_LONG.of(one.letters), *_LONG.of(one.code), *_SHORT.of(one.code), *_SHORT.of(one.short))
    return one.unclear or bool(one.words and words.issuperset(one.words)) or not pieces.isdisjoint(known)
