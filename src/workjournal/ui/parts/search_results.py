"""What the Search screen asks of the journal: as many of the hits as one has scrolled to."""

from dataclasses import dataclass, field, replace

from workjournal.domain.query import parse
from workjournal.journal.journal import Journal
from workjournal.journal.search import COUNTED, Hit
from workjournal.ui.parts import search_words
from workjournal.ui.widgets.hit_list import HitRow

PAGE, GROWTH = 100, 4
"""Hits read at first, and how many times as many when one comes to their end: so all is read but once and a bit."""
_RANKED = 3
"""Letters of a word from which on the best come first while it is typed: ranking reads all that begin so."""


@dataclass(frozen=True)
class Question:
    """What to look for.

    Attributes:
        line: as it is typed.
        newest_first: or else the best first.
        limit: how many hits.
        entered: whether one is done with typing, so that what is unfinished is wrong.
        anew: whether the list begins anew; or else one stays where one is.
    """

    line: str
    newest_first: bool = False
    limit: int = PAGE
    entered: bool = False
    anew: bool = field(default=True, compare=False)

    def longer(self, read: int) -> "Question":
        """The same, with more hits than were read."""
        return replace(self, limit=max(PAGE, read * GROWTH), anew=False)

    def again(self, read: int) -> "Question":
        """The same once more, with as many hits as were read."""
        return replace(self, limit=max(PAGE, read), anew=False)


@dataclass(frozen=True)
class Results:
    """The hits and their rows, how many there are in all, whether there are more, and what to look for instead of none.

    `asked` is whether the line looks for anything yet: one that is an unfinished filter does not. `strange` are the
    words in it that look like filters and are none.
    """

    hits: tuple[Hit, ...]
    rows: list[HitRow]
    total: int
    more: bool
    instead: str
    asked: bool = True
    strange: tuple[str, ...] = ()


def look(journal: Journal, question: Question) -> Results:
    """Search; rows are made here, off the GUI thread.

    Raises:
        as Search.find
    """
    today = journal.today()
    if question.entered:
        parse(question.line, today)
    terms = parse(question.line, today, typing=True).terms
    begun = not question.entered and all(len(term.words) < _RANKED for term in terms if not term.left_out)
    found = journal.search.find(
        question.line, limit=question.limit, newest_first=question.newest_first or begun, typing=True
    )
    rows = [search_words.row(hit, today) for hit in found.hits]
    suggested = (
        journal.search.suggest(question.line) if not found.total and not found.query.is_empty else None
    )
    more = len(found.hits) >= question.limit and (found.total > len(found.hits) or found.total > COUNTED)
    instead = suggested.line if suggested is not None else ""
    asked, strange = not found.query.is_empty, found.query.strange
    return Results(found.hits, rows, found.total, more, instead, asked=asked, strange=strange)
