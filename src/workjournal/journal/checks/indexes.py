"""The check of the index over everything that was written, against the texts."""

from collections.abc import Iterator

from workjournal.journal.checks.checkup import Checkup
from workjournal.journal.checks.findings import Finding, Kind, Severity
from workjournal.store import search_upkeep as index

_WRONG = "The search does not find everything as it was written: {}."
_PLACES = "{} things are not where they should be"
_WORDS = "its words are others than those of the texts"


def search_index(checkup: Checkup) -> Iterator[Finding]:
    """Places and words of the index; made anew where it says otherwise.

    Where nothing may be written its words cannot be compared, but for their order, which the check of pages has seen.
    """
    store = checkup.store
    if store is None:
        return
    with store.reading() as session:
        count = index.differing(session)
    wrong = [_PLACES.format(count)] if count else []
    if not checkup.read_only:
        with store.writing() as session:
            wrong += [_WORDS] * index.words_differ(session)
    if not wrong:
        return
    what = _WRONG.format(" and ".join(wrong))
    if checkup.read_only:
        way_out = "Check the journal again where it can be written; then the index is made anew."
        yield Finding(Kind.PAGES, index.INDEX, what, way_out)
        return
    with store.writing() as session:
        index.make_anew(session)
    way_out = "The index was made anew from the texts; nothing is lost."
    yield Finding(Kind.PAGES, index.INDEX, what, way_out, Severity.NOTE)
