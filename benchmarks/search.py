"""The search service over the same by raw SQL, as typed over ranked, large over small; what the index takes."""

from collections.abc import Callable

from sqlalchemy import text

from benchmarks import sample
from benchmarks.judging import Row, compare
from workjournal.journal.journal import Journal

SHOWN = 50
COUNTED = 1001
_SAID = (
    "SELECT p.kind, p.thing_id, highlight(search_words, 0, '[', ']'), snippet(search_words, 1, '[', ']', '…', 24),"
    " snippet(search_words, 2, '[', ']', '…', 24)"
    " FROM search_words JOIN search_place p ON p.id = search_words.rowid WHERE search_words MATCH :word"
)
_NEWEST = text(f"{_SAID} ORDER BY search_words.rowid DESC LIMIT {SHOWN}")
_RANKED = text(f"{_SAID} AND rank MATCH 'bm25(4.0, 1.0, 1.0)' ORDER BY rank LIMIT {SHOWN}")
_COUNT = text(
    f"SELECT count(*) FROM (SELECT 1 FROM search_words WHERE search_words MATCH :word LIMIT {COUNTED})"
)
_TEXT = text("SELECT sum(octet_length(title) + octet_length(body) + octet_length(note)) FROM search_text")
_INDEX = text("SELECT sum(octet_length(block)) FROM search_words_data")


def rows(small: Journal, large: Journal) -> list[Row]:
    """A common word ranked, the same as it is typed, a rare word; large over small; bytes of the index over those of text."""
    common, rare = sample.common_word(0), sample.common_word(2000)

    def raw(query: object, word: str) -> Callable[[], object]:
        def run() -> None:
            with large.search.store.reading() as session:
                session.execute(query, {"word": word}).all()  # type: ignore[call-overload]
                session.execute(_COUNT, {"word": word}).all()

        return run

    def ranked() -> object:
        return large.search.find(common, limit=SHOWN, newest_first=False)

    def typed() -> object:
        return large.search.find(common, limit=SHOWN, typing=True)

    return [
        compare(
            "search: a common word, ranked, over raw SQL", raw(_RANKED, common), ranked, pairs=21, bound=1.2
        ),
        compare(
            "search: a common word, the newest, over raw SQL",
            raw(_NEWEST, common),
            lambda: large.search.find(common, limit=SHOWN),
            pairs=41,
            bound=1.5,
        ),
        compare(
            "search: a rare word, over raw SQL",
            raw(_NEWEST, rare),
            lambda: large.search.find(rare, limit=SHOWN),
            pairs=41,
            bound=1.5,
        ),
        compare("search: as it is typed, over ranked", ranked, typed, pairs=21, bound=0.2),
        compare(
            "search: a common word, large over small",
            lambda: small.search.find(common, limit=SHOWN),
            lambda: large.search.find(common, limit=SHOWN),
            pairs=41,
            bound=1.5,
        ),
        _index(large),
    ]


def _index(journal: Journal) -> Row:
    """Megabytes stand in the columns of milliseconds. The index holds no text, so it may not take much more than it."""
    with journal.search.store.reading() as session:
        plain = int(session.execute(_TEXT).scalar_one())
        size = int(session.execute(_INDEX).scalar_one())
    return Row("search: index over the text in it, in MB", plain / 1e9, size / 1e9, *[size / plain] * 3, 1.0)
