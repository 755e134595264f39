"""The bytes that come with a row of an exported journal: an attachment's file, a credential's, a pack's PDF."""

import hashlib
from typing import Any

from workjournal.domain.attachment import MEGABYTE, Attachment
from workjournal.domain.pack import Pack
from workjournal.domain.skill_record import LARGEST, Credential
from workjournal.importers.item import File, Item, Trouble, Weight
from workjournal.importers.limits import TooMuch
from workjournal.importers.trees import SourceUnreadable
from workjournal.journal.importing.arrivals import Arrival
from workjournal.journal.importing.files import Files

Columns = dict[str, Any]
LARGEST_PDF = 256 * MEGABYTE
_OF_ATTACHMENT = ("size", "sha256", "content", "object_id", "object_key")
_NO_FILE: Columns = {"file_name": "", "media_type": "", "size": 0, "sha256": "", "content": None}


def as_item(arrival: Arrival) -> Item:
    """An attachment as the files of an import take it."""
    return Item(
        key=str(arrival.row["id"]), place=arrival.place, files=(arrival.file,) if arrival.file else ()
    )


def of(arrival: Arrival, files: Files) -> Columns | None:
    """The columns that its content fills; None where it cannot be without one and has none. Troubles are told in `files`."""
    if arrival.noun is Attachment:
        for kept in files.rows(as_item(arrival), arrival.row["episode_id"]):
            return {name: vars(kept)[name] for name in _OF_ATTACHMENT}
        return None
    if arrival.noun is Pack:
        return {"pdf": arrival.file and _read(arrival, arrival.file, LARGEST_PDF, files)}
    return _of_credential(arrival, files) if arrival.noun is Credential else {}


def _of_credential(arrival: Arrival, files: Files) -> Columns:
    row = arrival.row
    if arrival.file is None:
        if row["size"] and arrival.whole:
            _tell(arrival, "Its file is not in the export.", files)
        return _NO_FILE
    content = _read(arrival, arrival.file, LARGEST, files)
    if content is None:
        return _NO_FILE
    digest = hashlib.sha256(content).hexdigest()
    if digest != row["sha256"]:
        _tell(arrival, "Its file is not what the journal says it is; it was kept as it was found.", files)
    return {"content": content, "size": len(content), "sha256": digest}


def _read(arrival: Arrival, file: File, limit: int, files: Files) -> bytes | None:
    try:
        with file.opened() as opened:
            content = opened.read(limit + 1)
    except (SourceUnreadable, TooMuch) as error:
        _tell(arrival, str(error).replace(" Nothing was imported.", ""), files)
        return None
    if len(content) > limit:
        _tell(arrival, f"Its file is larger than {limit // MEGABYTE} MB and was left out.", files)
        return None
    return content


def _tell(arrival: Arrival, what: str, files: Files) -> None:
    files.troubles.append(Trouble(arrival.place, what, Weight.PARTLY))
