"""A small journal as an exporter gets it: an episode with files and parts, what it refers to, and hostile words."""

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator
from uuid import UUID

from workjournal.exporters.record import Attached, Entry, Noun, Passage, Record, Sheaf
from workjournal.exporters.sink import Sink, ZipSink

EPISODE, GOAL, CHECK_IN = (
    Noun("episode", "episodes", dated=True),
    Noun("goal", "goals"),
    Noun("check-in", "check-ins", True),
)
DAY, MADE = dt.date(2026, 11, 19), dt.datetime(2026, 11, 20, 18, 5, tzinfo=dt.UTC)
ELSEWHERE = UUID(int=99)


def numbered(number: int) -> UUID:
    return UUID(int=number)


def attached(number: int, name: str, content: bytes | None, media_type: str = "text/plain") -> Attached:
    digest = hashlib.sha256(content or b"").hexdigest()
    pieces = None if content is None else lambda: iter((content[:3], content[3:]))
    return Attached(
        numbered(number), name, media_type, len(content or b""), digest, pieces, "" if content else "damaged"
    )


def episode(number: int, title: str = "Moved the depot", **rest: object) -> Record:
    fields: dict[str, object] = {
        "date": DAY,
        "time": dt.time(9, 30),
        "values": {"kind": "challenge", "difficulty": 60, "tags": ("depot", "follow up"), "source_link": ""},
        "links": {"people": (), "goal": (numbered(50),)},
        "passages": (Passage("story", "", "It went well."), Passage("result", "Result", "")),
    }
    return Record(noun=EPISODE, id=numbered(number), title=title, **{**fields, **rest})  # type: ignore[arg-type]


def goal() -> Record:
    check_in = Record(
        noun=CHECK_IN,
        id=numbered(60),
        title="",
        date=DAY,
        values={"progress": 20},
        links={"measure": (ELSEWHERE,)},
        passages=(Passage("changed", "Changed", "Two lines\nof it"),),
    )
    return Record(
        noun=GOAL, id=numbered(50), title="Lead the count", values={"state": "active"}, parts=(check_in,)
    )


def sheaf(*records: Record, left_out: tuple[str, ...] = ()) -> Sheaf:
    def read(noun: Noun) -> Iterator[Record]:
        return (record for record in records if record.noun == noun)

    return Sheaf(
        made=MADE,
        about="It holds the whole journal.",
        entries=[Entry(each.noun, each.id, each.title, each.date, each.time) for each in records],
        titles={ELSEWHERE: "Days late"},
        read=read,
        left_out=left_out,
    )


def written(write: Callable[[Sheaf, Sink], None], whole: Sheaf) -> dict[str, bytes]:
    """The files that come of it, by their paths; a sink that takes one at a time."""
    target = io.BytesIO()
    with ZipSink(target, MADE) as sink:
        write(whole, sink)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert len(set(archive.namelist())) == len(archive.namelist()) == sink.files
        return {name: archive.read(name) for name in archive.namelist()}
