"""What a screen can be asked to show, beside the id of a thing: `go.emit("reflection", New(about=episode.id))`."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class New:
    """A thing that is not there yet, about another one or about nothing."""

    about: UUID | None = None
