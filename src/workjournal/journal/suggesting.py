"""What may have been meant where a search found nothing: words that are in the journal, a letter or two apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workjournal.domain.folding import fold, is_spaceless, words_of
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.query import Query
from workjournal.domain.spelling import FARTHEST, closest
from workjournal.store.search_words import is_known, terms_like

SHORTEST = 3
"""Letters of a word for which others are sought."""
_LABELS: dict[str, type[Tag] | type[Person] | type[Skill]] = {"tag": Tag, "person": Person, "skill": Skill}


@dataclass(frozen=True)
class Suggestion:
    """The words that are not in the journal with those close to them, the likeliest first, and the line so mended."""

    instead: dict[str, tuple[str, ...]]
    line: str


def suggestions(session: Session, query: Query) -> Suggestion | None:
    """What to look for instead; None where nothing is close."""
    instead: dict[str, tuple[str, ...]] = {}
    places: list[tuple[int, str, str]] = []
    for at, word, found in (*_of_words(session, query), *_of_labels(session, query)):
        if found:
            instead[word] = tuple(found)
            places.append((at, word, found[0]))
    line = query.line
    for at, word, other in sorted(places, reverse=True):
        start = line.find(word, at)
        line = line[:start] + other + line[start + len(word) :]
    return Suggestion(instead, line) if instead else None


def _of_words(session: Session, query: Query) -> Iterator[tuple[int, str, list[str]]]:
    for term in query.terms:
        if term.left_out:
            continue
        for word in words_of(term.words):
            if len(word) < SHORTEST or is_spaceless(word) or is_known(session, word, is_open=term.is_open):
                continue
            yield term.at, word, _close(session, word)


def _close(session: Session, word: str) -> list[str]:
    folded = fold(word)
    sizes = len(folded) - FARTHEST, len(folded) + FARTHEST
    found = closest(folded, terms_like(session, sizes, folded[0]))
    return found or closest(folded, terms_like(session, sizes))


def _of_labels(session: Session, query: Query) -> Iterator[tuple[int, str, list[str]]]:
    for each in query.filters:
        label = _LABELS.get(each.name)
        if label is None or each.left_out:
            continue
        known = session.scalars(select(label.name).where(label.trashed_at.is_(None))).all()
        by_name = {name.casefold(): name for name in known}
        if each.value.casefold() not in by_name:
            found = closest(each.value.casefold(), ((name, 1) for name in by_name))
            yield each.at, each.value, [_quoted(by_name[name]) for name in found]


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
