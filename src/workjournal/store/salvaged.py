"""What came out of a damaged database, and what did not; and the damaged database itself, as something to read from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlcipher3.dbapi2 as driver

from workjournal.store.mending import DamagedText, Orphan

Reopen = Callable[[], Any]


@dataclass(frozen=True)
class Loss:
    """Rows that could not be read: the first and last key, how many (None: not known), the ids an index still has."""

    table: str
    first: object
    last: object
    rows: int | None
    why: str
    ids: tuple[str, ...] = ()


@dataclass
class Salvaged:
    """What came over, by table, and what did not."""

    rows: dict[str, int] = field(default_factory=dict)
    lost: list[Loss] = field(default_factory=list)
    damaged: list[DamagedText] = field(default_factory=list)
    orphans: list[Orphan] = field(default_factory=list)


class Unread(Exception):
    """The read failed; the connection is a new one already."""


class DamagedSource:
    """The damaged database, opened anew after each error. `garbled` tells that a text was no UTF-8 any more."""

    def __init__(self, reopen: Reopen) -> None:
        self._reopen = reopen
        self.garbled = False
        self._connection = self._opened()

    def read(self, query: str, parameters: tuple[object, ...] = ()) -> Iterator[Any]:
        """The rows.

        Raises:
            Unread: at the first that cannot be read.
        """
        try:
            yield from self._connection.execute(query, parameters)
        except driver.Error as error:
            self.renew()
            raise Unread(str(error)) from error

    def first(self, query: str, parameters: tuple[object, ...] = ()) -> Any:
        """The first row, or None."""
        return next(iter(list(self.read(query, parameters))), None)

    def renew(self) -> None:
        """Take a new connection: one that met damage, told or untold, reads nothing more."""
        self.close()
        self._connection = self._opened()

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()

    def _opened(self) -> Any:
        connection = self._reopen()
        connection.text_factory = self._text
        return connection

    def _text(self, content: bytes) -> str:
        """One that is no UTF-8 any more shall still come over; that there are marks in it is reported."""
        try:
            return content.decode()
        except UnicodeDecodeError:
            self.garbled = True
            return content.decode(errors="replace")
