"""Names of people replaced by what the worker calls them in a pack, in every form a name is commonly written."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from workjournal.domain.label import Person

_APOSTROPHES = "'’‘´`ʼ"
_HYPHENS = "-‐‑–"
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_STAND_INS = {
    "manager": "my manager",
    "peer": "a colleague",
    "report": "a team member",
    "customer": "a customer",
    "supplier": "a supplier",
    "mentor": "my mentor",
}


class Pseudonyms:
    """Replaces the names of people.

    Whole words, any case; also the first or last name alone, without its accents or in German transcription, with
    any apostrophe or hyphen or none, and with the endings and beginnings that cases give it. Names run together with
    other words ("PriyaSharma") are not found.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._people: list[tuple[str, str]] = []
        forms: list[tuple[str, int]] = []
        for place, person in enumerate(people):
            self._people.append((person.name, person.pseudonym.strip() or _from_relation(person)))
            parts = [*person.name.split(), *re.split(rf"[{_HYPHENS}\s]+", person.name)]
            parts = [part for part in parts if len(part) > 1]
            forms += [(form, place) for name in (person.name, *parts) for form in _spellings(name)]
        self._forms = {form: _key(form[0]) for form in forms}
        self._names = tuple(dict.fromkeys(form.casefold() for form, _ in forms))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that must not be found in a pack, casefolded."""
        return self._names

    def met(self, words: str) -> dict[str, str]:
        """The people that `words` name, in the order they come: whole name and pseudonym."""
        words = _composed(words)
        pattern = self._pattern_for(words)
        return dict(self._people[_place(found)] for found in (pattern.finditer(words) if pattern else ()))

    def hide(self, words: str) -> str:
        """`words` with each name replaced; a pseudonym that begins a sentence gets its capital."""
        words = _composed(words)
        pattern = self._pattern_for(words)
        if pattern is None:
            return words

        def pseudonym(found: re.Match[str]) -> str:
            own = found["own"] or ""
            stand_in = self._people[_place(found)][1] + ("’s" if own == "s" else own)
            before = words[: found.start()].rstrip(" \t*_\"“‘'(")
            return stand_in[:1].upper() + stand_in[1:] if not before or before[-1] in ".!?\n:" else stand_in

        return pattern.sub(pseudonym, words)

    def _pattern_for(self, words: str) -> re.Pattern[str] | None:
        """A pattern of the forms whose beginning occurs at all: one of hundreds of names would take seconds a page."""
        folded = words.casefold()
        return _pattern(tuple(form for form, key in self._forms.items() if key in folded))


@lru_cache(maxsize=256)
def _pattern(forms: tuple[tuple[str, int], ...]) -> re.Pattern[str] | None:
    """One alternative a form, named by the person's place; the longest first, so that a full name is one pseudonym."""
    if not forms:
        return None
    ordered = sorted(forms, key=lambda form: len(form[0]), reverse=True)
    alternatives = "|".join(
        f"(?P<p{number}_{place}>{_written(form)})" for number, (form, place) in enumerate(ordered)
    )
    own = f"(?P<own>[{_APOSTROPHES}]?s)?"
    return re.compile(rf"(?<![^\W_])(?:{alternatives}){own}(?![^\W_])", re.IGNORECASE)


def _place(found: re.Match[str]) -> int:
    name = next(group for group, text in found.groupdict().items() if text is not None and group != "own")
    return int(name.rpartition("_")[2])


def _key(form: str) -> str:
    """What every way to write the form begins with, casefolded: its first letters, without an ending that may change."""
    first = re.match(r"[^\W_]+", form)
    key = (first.group() if first else form[:1]).casefold()
    return key[:-1] if len(key) > 3 else key


def _spellings(name: str) -> list[str]:
    """The name itself, in German transcription, and without its accents."""
    name = _composed(name)
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)
    )
    return list(dict.fromkeys((name, name.translate(_GERMAN), bare)))


def _written(form: str) -> str:
    """A pattern for a form: any sign or none where it has an apostrophe or hyphen, and the endings of its language."""
    signs = []
    for letter in form:
        if letter in _APOSTROPHES:
            signs.append(f"[{_APOSTROPHES}]?")
        elif letter in _HYPHENS:
            signs.append(rf"[{_HYPHENS}\s]?")
        else:
            signs.append(r"\s+" if letter.isspace() else re.escape(letter))
    pattern, script = "".join(signs), unicodedata.name(form[-1], "")
    if script.startswith("CYRILLIC"):
        stem = pattern[:-1] if len(form) > 3 and form[-1] in "аяйьеоиу" else pattern
        return stem + "[а-яёіїєґ]{0,3}"
    if script.startswith("ARABIC"):
        return f"[وفبلك]{{0,2}}{pattern}"
    # Slavic cases; an English name must not swallow other words.
    return pattern + ("(?:a|u|om|em|e|i)?" if re.search("[čćšžđłńśźřě]", form, re.IGNORECASE) else "")


def _composed(words: str) -> str:
    return unicodedata.normalize("NFC", words)


def _from_relation(person: Person) -> str:
    return _STAND_INS.get(person.relation.value, "someone at work")
