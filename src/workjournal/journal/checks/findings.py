"""What a check found, in words for a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a finding is about."""

    HEADER = "header"
    PREVIOUS_HEADER = "previous header"
    WAY_IN = "way in taken away"
    DATABASE = "database"
    PAGES = "pages"
    TEXT = "text"
    THING = "thing"
    FORECAST = "forecast"
    ATTACHMENT = "attachment"
    UNREFERENCED = "unreferenced file"
    OLDER = "older state"
    CONFLICT = "conflict copy"
    STRANGER = "stranger"
    SYNCED = "synced folder"
    MODES = "open to others"
    BACKUP = "backup"


class Severity(StrEnum):
    """Whether something is lost or may be, or is only good to know."""

    NOTE = "note"
    DAMAGE = "damage"


@dataclass(frozen=True)
class Finding:
    """One thing found: where, what, and the sentence a person needs to go on."""

    kind: Kind
    where: str
    what: str
    way_out: str
    severity: Severity = Severity.DAMAGE


@dataclass(frozen=True)
class Report:
    """All that was found, how many things of each table were read, and how long it took."""

    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    seconds: float

    @property
    def is_good(self) -> bool:
        """Whether nothing is damaged; notes do not count."""
        return all(finding.severity is Severity.NOTE for finding in self.findings)


BRING_BACK = (
    "`workjournal backups` lists the copies, and `workjournal restore` makes a new journal of one; "
    "`workjournal rescue DIR` makes a new journal of all that can still be read here."
)
"""The way out of a damaged database."""
