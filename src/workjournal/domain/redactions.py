"""Words of an employer that leave with nobody: what is read in a portfolio instead."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workjournal.domain.pseudonyms import BEGINS
from workjournal.errors import JournalError

BLANK = "…"
"""What is read where nothing was given instead."""
_BETWEEN = r"(?:[\s_+\-‐‑–]|%20)+"


class NothingToRedact(JournalError):
    """A redaction needs the words that are to be replaced."""


class RedactsItself(JournalError):
    """“{instead}” holds the words that it is to replace, “{words}”."""


@dataclass(frozen=True)
class Redaction:
    """`words` as they stand in a text, in any case, and what is read `instead`; "" for BLANK."""

    words: str
    instead: str = ""

    def check(self) -> None:
        """Raises: NothingToRedact, RedactsItself."""
        if not _line(self.words):
            raise NothingToRedact
        if Redactions([Redaction(self.words)]).hide(self.instead) != _composed(self.instead):
            raise RedactsItself(words=_line(self.words), instead=self.instead)

    def fields(self) -> dict[str, str]:
        """As JSON values."""
        return {"words": self.words, "instead": self.instead}

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "Redaction":
        """From what `fields` gave."""
        return cls(str(fields["words"]), str(fields["instead"]))


class Redactions:
    """Replaces words: whole words, any case, with or without an "s" of case.

    Between them may be any spaces, line breaks or hyphens, and what stands for these in a web address.
    """

    def __init__(self, redactions: Iterable[Redaction]) -> None:
        kept = {_line(each.words): each.instead or BLANK for each in redactions if _line(each.words)}
        self._instead = {_key(words): instead for words, instead in kept.items()}
        self._words = tuple(dict.fromkeys([*(words.casefold() for words in kept), *self._instead]))
        forms = sorted(kept, key=len, reverse=True)
        alternatives = "|".join(_BETWEEN.join(map(re.escape, _apart(form).split())) for form in forms)
        self._pattern = (
            re.compile(rf"{BEGINS}(?P<words>{alternatives})(?P<own>[’']?s)?(?![^\W_])", re.IGNORECASE)
            if forms
            else None
        )

    @property
    def words(self) -> tuple[str, ...]:
        """What must not be found."""
        return self._words

    def hide(self, text: str) -> str:
        """`text` with each of the words replaced."""
        if self._pattern is None:
            return text
        return self._pattern.sub(self._told, _composed(text))

    def _told(self, found: re.Match[str]) -> str:
        instead = self._instead[_key(found["words"])]
        own = found["own"] or ""
        return instead + ("’s" if own == "s" else own)


def _key(words: str) -> str:
    """The same for all ways to write them."""
    return _apart(words).casefold()


def _apart(words: str) -> str:
    """With a space for whatever stands between them."""
    line = _line(words)
    return " ".join(re.sub(_BETWEEN, " ", line).split()) or line


def _line(words: str) -> str:
    return " ".join(_composed(words).split())


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
