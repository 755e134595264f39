"""What a captured sentence says beside its words: `#tag @person +skill !kind ~goal`, a day, a time of day.

The text itself stays as it was typed. A name of several words stands in quotes: #"two words".
"""

import datetime as dt
import enum
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workjournal.domain import date_phrases
from workjournal.domain.date_phrases import Phrase
from workjournal.domain.episode import Kind

_OPENING, _CLOSING = '"“„«', '"”“»'
_QUOTED = rf"[{_OPENING}](?P<quoted>[^{_OPENING}{_CLOSING}\n]+)[{_CLOSING}]"
_PLAIN = rf"(?P<plain>[^\s{_OPENING}{_CLOSING}()\[\]{{}}<>,;:!?#@+~`*|=\\]++)(?![#@+~=])"
_TOKEN = re.compile(rf"(?<![^\s(\[{{])(?P<sign>[#@+!~])(?:{_QUOTED}|{_PLAIN})")
_HALF = re.compile(
    rf"(?<![^\s(\[{{])([#@+!~])(?:([{_OPENING}])([^{_OPENING}{_CLOSING}\n]*)|([^\s{_OPENING}{_CLOSING}]*))\Z"
)
MOST_OFFERED = 8
LONGEST_NAME = 60
"""What is longer is no name; somebody has forgotten the closing quote."""


class Part(enum.StrEnum):
    """What something in a text stands for."""

    TAG = "tag"
    PERSON = "person"
    SKILL = "skill"
    KIND = "kind"
    GOAL = "goal"
    DAY = "day"
    TIME = "time"


SIGNS = {"#": Part.TAG, "@": Part.PERSON, "+": Part.SKILL, "!": Part.KIND, "~": Part.GOAL}
ONCE = frozenset({Part.KIND, Part.GOAL, Part.DAY, Part.TIME})
"""Of these the first in a text counts."""


@dataclass(frozen=True)
class Known:
    """The names that a journal has.

    Attributes:
        names: of tags, people and skills in use.
        goals: the open stretch goals by title.
        kinds: the kinds by what they are called, in any language.
    """

    names: Mapping[Part, tuple[str, ...]] = field(default_factory=dict)
    goals: Mapping[str, UUID] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    def of(self, part: Part) -> tuple[str, ...]:
        """The names that may stand behind a sign."""
        if part is Part.GOAL:
            return tuple(self.goals)
        return tuple(self.kinds) if part is Part.KIND else self.names.get(part, ())


@dataclass(frozen=True)
class Recognised:
    """A part of a text and what it stands for.

    Attributes:
        part: what sort of thing.
        start, end: where it stands, the end excluded.
        typed: the words as they stand there.
        name: what it is called: the name as the journal spells it, "" for a day or time.
        value: the name, kind, goal's id, day or time.
    """

    part: Part
    start: int
    end: int
    typed: str
    name: str
    value: str | Kind | UUID | dt.date | dt.time


@dataclass(frozen=True)
class Captured:
    """A text and what was recognised in it, in the order of the text."""

    text: str
    parts: tuple[Recognised, ...] = ()

    def names(self, part: Part) -> list[str]:
        """The tags, people or skills, each once."""
        return list(dict.fromkeys(one.name for one in self.parts if one.part is part))

    @property
    def kind(self) -> Kind | None:
        return next((one.value for one in self.parts if isinstance(one.value, Kind)), None)

    @property
    def goal(self) -> UUID | None:
        return next((one.value for one in self.parts if isinstance(one.value, UUID)), None)

    @property
    def day(self) -> dt.date | None:
        return next((one.value for one in self.parts if isinstance(one.value, dt.date)), None)

    @property
    def time(self) -> dt.time | None:
        return next((one.value for one in self.parts if isinstance(one.value, dt.time)), None)


@dataclass(frozen=True)
class Half:
    """A name that is being typed: it begins with its sign at `start`; `quoted` if a quote was opened."""

    part: Part
    start: int
    typed: str
    quoted: bool


def recognise(
    text: str,
    known: Known,
    now: dt.datetime,
    language: str = "en",
    *,
    shown: dt.date | None = None,
    refused: Collection[str] = (),
) -> Captured:
    """What a text says beside its words.

    Args:
        text: as typed.
        known: a name counts in the journal's own spelling; tags, people and skills may also be new.
        now: by the writer's clock.
        language: of days and times, one of date_phrases.LANGUAGES; in others there are none.
        shown: the day it is written for, if no other is named; today if not given.
        refused: what is to be nothing but text, as typed.

    Raises:
        nothing: what is not recognised is text.
    """
    left = {words.casefold() for words in refused}
    named = [found for found in _names(text, known) if found.typed.casefold() not in left]
    rest = _blanked(text, [match.span() for match in _TOKEN.finditer(text)])
    days = list(date_phrases.days_in(rest, language, now.date()))
    kept = [day for day in days if day.typed_in(text).casefold() not in left]
    times = [
        time
        for time in _times(_blanked(rest, [(day.start, day.end) for day in days]), days, language)
        if time.typed_in(text).casefold() not in left
    ]
    day = kept[0].value if kept else shown or now.date()
    past = [time for time in times if day != now.date() or time.value <= now.time()]  # type: ignore[operator] # a time
    said = [*_phrases(Part.DAY, kept, text), *_phrases(Part.TIME, past, text)]
    return Captured(text, tuple(_first_ones(sorted([*named, *said], key=lambda one: one.start))))


def half_at(text: str, place: int) -> Half | None:
    """The name that is being typed before `place`, if one is."""
    found = _HALF.search(text[:place])
    if found is None:
        return None
    sign, quote, within, plain = found.groups()
    typed = within if quote else plain
    return Half(SIGNS[sign], found.start(), typed, bool(quote)) if len(typed) <= LONGEST_NAME else None


def offers(half: Half, known: Known) -> list[str]:
    """The names that fit what is typed of one: those that begin so, then those with a word that does, then the rest."""
    wanted = half.typed.casefold()
    ranked = []
    for name in dict.fromkeys(known.of(half.part)):
        folded = name.casefold()
        if wanted in folded and written(half.part, name):
            words = any(word.startswith(wanted) for word in folded.split())
            ranked.append((0 if folded.startswith(wanted) else 1 if words else 2, folded, name))
    return [name for _, _, name in sorted(ranked)[:MOST_OFFERED]]


def written(part: Part, name: str) -> str:
    """A name as it has to be typed, with its sign; "" for one that cannot be."""
    sign = next(sign for sign, stands_for in SIGNS.items() if stands_for is part)
    for token in (f"{sign}{name}", f'{sign}"{name}"'):
        found = _TOKEN.fullmatch(token)
        exact = found is not None and found["quoted"] is not None
        if found is not None and _name_of(found) == name and _could_be(part, name, exact=exact):
            return token
    return ""


def _names(text: str, known: Known) -> Iterator[Recognised]:
    for found in _TOKEN.finditer(text):
        name = _name_of(found)
        part = SIGNS[found["sign"]]
        resolved = _resolved(part, name, known, exact=found["quoted"] is not None)
        if resolved is not None:
            called, value = resolved
            end = found.start() + len(_typed(found))
            yield Recognised(part, found.start(), end, text[found.start() : end], called, value)


def _typed(found: re.Match[str]) -> str:
    """Without the full stop or dash that ends the sentence and not the name."""
    return found.group() if found["quoted"] is not None else found.group().rstrip(".…'’-–—/&%")


def _name_of(found: re.Match[str]) -> str:
    return " ".join(found["quoted"].split()) if found["quoted"] is not None else _typed(found)[1:]


def _resolved(part: Part, name: str, known: Known, *, exact: bool) -> tuple[str, str | Kind | UUID] | None:
    """What the journal calls it, and its value; None for what is no name."""
    if not _could_be(part, name, exact=exact):
        return None
    found = _spelling(part, name, known, exact=exact)
    if part is Part.GOAL:
        return (found, known.goals[found]) if found else None
    if part is Part.KIND:
        return (found, known.kinds[found]) if found else None
    return found or name, found or name


def _could_be(part: Part, name: str, *, exact: bool) -> bool:
    """Whether it is a name at all: not #123, +5, ~20 or all that follows a quote that is never closed."""
    if not any(letter.isalpha() for letter in name) or (len(name) > LONGEST_NAME and part is not Part.GOAL):
        return False
    return exact or name[0].isalpha() or part is Part.TAG


def _spelling(part: Part, name: str, known: Known, *, exact: bool) -> str | None:
    """The known name that is meant: the same in other capitals; a goal by its beginning, somebody by the first name."""
    wanted, names = name.casefold(), known.of(part)
    same = next((each for each in names if each.casefold() == wanted), None)
    if same is not None or exact or part not in {Part.GOAL, Part.PERSON}:
        return same
    begun = [
        each
        for each in names
        if (
            each.casefold().startswith(wanted)
            if part is Part.GOAL
            else each.casefold().split()[:1] == [wanted]
        )
    ]
    return begun[0] if len(begun) == 1 else None


def _times(text: str, days: Iterable[Phrase], language: str) -> list[Phrase]:
    return list(date_phrases.times_in(text, language, frozenset(day.end for day in days)))


def _phrases(part: Part, found: Iterable[Phrase], text: str) -> Iterator[Recognised]:
    for one in found:
        yield Recognised(part, one.start, one.end, one.typed_in(text), "", one.value)


def _first_ones(parts: Iterable[Recognised]) -> Iterator[Recognised]:
    seen: set[Part] = set()
    for one in parts:
        if one.part not in seen:
            yield one
        if one.part in ONCE:
            seen.add(one.part)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these places filled with what no phrase has, at the same length."""
    for start, end in spans:
        text = text[:start] + "\N{OBJECT REPLACEMENT CHARACTER}" * (end - start) + text[end:]
    return text
