"""From what was typed to what the index of words is asked: every way of writing a word, in any script."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.orm import Session

from workjournal.domain.folding import (
    FIRST_SPACELESS,
    SPACELESS_GLOB,
    beginnings,
    fold,
    forms,
    is_pointed,
    is_spaceless,
    words_of,
)
from workjournal.domain.query import Term

MOST_PHRASES = 256
"""Ways of writing one phrase."""
_STATE = text("SELECT block FROM search_words_data WHERE id = 10")
_MIXED = text("SELECT term FROM search_terms WHERE term < :from AND term GLOB :pattern")
_RANGE = text("SELECT term FROM search_terms WHERE term >= :from AND term < :before")
_ANY = text("SELECT 1 FROM search_words WHERE search_words MATCH :asked LIMIT 1")
_LIKE = text(
    "SELECT term, cnt FROM search_terms WHERE term >= :from AND term < :before"
    " AND length(term) BETWEEN :least AND :most AND term NOT GLOB '*[0-9]*'"
)


@dataclass(frozen=True)
class Inside:
    """Letters that stand within a word of a script without spaces: as they may be written, in lower case.

    `mixed` asks the index for the words that have them and begin in another script: "3月会議".
    """

    forms: tuple[str, ...]
    mixed: str
    left_out: bool


@dataclass
class Wanted:
    """What the index is asked, as FTS5 reads it; `nothing` tells that some word is nowhere."""

    match: str = ""
    without: str = ""
    inside: list[Inside] = field(default_factory=list)
    nothing: bool = False


class MixedWords:
    """The words of one journal that begin in another script than they go on in: "3月会議".

    To find them reads all of the index, so they are kept until something is written into it.
    """

    def __init__(self) -> None:
        self._state = b""
        self._words: tuple[str, ...] = ()

    def of(self, session: Session) -> tuple[str, ...]:
        """All there are."""
        state = bytes(session.execute(_STATE).scalar_one())
        if state != self._state:
            found = session.execute(_MIXED, {"from": FIRST_SPACELESS, "pattern": SPACELESS_GLOB})
            self._state, self._words = state, tuple(str(term) for (term,) in found)
        return self._words


def wanted(session: Session, terms: Iterable[Term], mixed: MixedWords) -> Wanted:
    """What these terms ask. One without letters, such as a dash, asks nothing."""
    found, having, without = Wanted(), list[str](), list[str]()
    for term in terms:
        words = words_of(term.words)
        if any(map(is_spaceless, words)):
            inside, words = (
                [each for each in words if is_spaceless(each)],
                [each for each in words if not is_spaceless(each)],
            )
            found.inside += [_inside(each, mixed.of(session), left_out=term.left_out) for each in inside]
            pieces = [[each] for each in words]
        else:
            pieces = [words] if words else []
        for piece in pieces:
            asked = _phrase(session, piece, is_open=term.is_open)
            if term.left_out:
                without += [asked] if asked else []
            elif asked:
                having.append(f"({asked})")
            else:
                found.nothing = True
    found.match, found.without = " AND ".join(having), " OR ".join(without)
    return found


def quoted(words: Sequence[str]) -> str:
    """Words that follow each other, as FTS5 reads them; they hold letters alone."""
    return f'"{" ".join(words)}"'


def _phrase(session: Session, words: Sequence[str], *, is_open: bool) -> str:
    """A phrase in every way of writing it; "" if one of its words is nowhere."""
    last = len(words) - 1
    written = [
        _alike(session, word, is_open=is_open and place == last)
        if is_pointed(word)
        else forms(word, is_open=is_open and place == last)
        for place, word in enumerate(words)
    ]
    star = " *" if is_open else ""
    phrases = itertools.islice(itertools.product(*written), MOST_PHRASES)
    return " OR ".join(quoted(phrase) + star for phrase in phrases)


def _alike(session: Session, word: str, *, is_open: bool) -> list[str]:
    """The words in the index that differ from this one in accents or points alone."""
    folded = fold(word)
    found = (
        str(term)
        for start, end in beginnings(word)
        for (term,) in session.execute(_RANGE, {"from": start, "before": end})
    )
    return [term for term in found if (fold(term).startswith(folded) if is_open else fold(term) == folded)]


def _inside(word: str, mixed: Iterable[str], *, left_out: bool) -> Inside:
    written = tuple(form.lower() for form in forms(word))
    having = [quoted([term]) for term in mixed if any(form in term for form in written)]
    return Inside(written, " OR ".join(having), left_out)


def is_known(session: Session, word: str, *, is_open: bool) -> bool:
    """Whether the index has a word, or one that begins with it."""
    asked = _phrase(session, [word], is_open=is_open)
    return bool(asked) and bool(session.execute(_ANY, {"asked": asked}).first())


def terms_like(session: Session, sizes: tuple[int, int], first: str = "") -> Iterator[tuple[str, int]]:
    """The words of the index from one size to another, in letters, with how often each occurs; of numbers none.

    With `first` only those that begin with that letter: a part of the index is read, and not all of it.
    """
    values = {
        "least": sizes[0],
        "most": sizes[1],
        "from": first,
        "before": chr(ord(first) + 1) if first else "\U0010ffff",
    }
    for term, count in session.execute(_LIKE, values):
        yield str(term), int(count)
