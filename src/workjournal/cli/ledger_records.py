"""Shared packs as JSON values: what the ledger keeps, what was in one, and what came of its meeting."""

from workjournal.cli import records
from workjournal.cli.plain import Record, plain, recorded
from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal
from workjournal.journal.meetings import Shared
from workjournal.journal.pack_telling import ToldSection

_PACK = (
    *("date", "audience", "recipient", "period_start", "period_end", "sha256", "protected", "kept", "met"),
    *("sections", "items", "charts", "asks", "commitments", "notes"),
)


def line(thing: Shared) -> Record:
    """A line of the ledger."""
    return recorded(thing.pack, _PACK, kept=thing.kept)


def whole_pack(journal: Journal, thing: Pack) -> Record:
    """The same with what was in it, and what was agreed and heard in its meeting."""
    return {
        **line(Shared(thing, journal.meetings.keeps(thing.id))),
        "told": [_section(each) for each in journal.meetings.told(thing)],
        "agreed": [records.action(each) for each in journal.meetings.agreed(thing.id)],
        "heard": records.episodes(journal, journal.meetings.heard(thing.id)),
    }


def _section(thing: ToldSection) -> Record:
    return {
        "section": thing.key,
        "heading": plain(thing.heading),
        "things": [
            {
                "id": str(each.id),
                "noun": plain(each.noun),
                "title": plain(each.title),
                "presence": each.presence.value,
            }
            for each in thing.things
        ],
        "charts": list(thing.charts),
        "lines": list(thing.lines),
    }
