"""Names of people replaced by what the worker calls them in a pack, in every form a name is commonly written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from workjournal.domain.label import Person, Relation
from workjournal.domain.name_words import TITLES, WORDS
from workjournal.domain.percent import encoded

_APOSTROPHES = "'’‘´`ʼ"
_HYPHENS = "-‐‑–"
_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
    | {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"}
)
_LATIN = (chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
_BARE = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in _LATIN} | str.maketrans(
    "øØłŁđĐħĦŧŦıŋ", "oOlLdDhHtTin"
)
"""Latin letters without their marks, one for one, so that both forms of a text are as long."""
_UNSPACED = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that write no space beside a name, or glue an ending to it."""
# What stands before a name is no letter of a word; in a web address it may be one that is written as %20.
BEGINS = r"(?:(?<![^\W_])|(?<=%[0-9A-Fa-f]{2}))"
STAND_INS: Mapping[Relation, str] = {
    Relation.MANAGER: "my manager",
    Relation.PEER: "a colleague",
    Relation.REPORT: "a team member",
    Relation.CUSTOMER: "a customer",
    Relation.SUPPLIER: "a supplier",
    Relation.MENTOR: "my mentor",
    Relation.OTHER: "someone at work",
}
"""What people are called who have no pseudonym of their own."""


class Pseudonyms:
    """Replaces the names of people.

    Whole words, any case; also the first or last name alone, with accents or without or in German transcription, with
    any apostrophe or hyphen or none, as a web address writes it, and with the endings and beginnings that cases give
    it. Names run together with other words ("PriyaSharma") are not found, nor those that are everyday words ("will")
    where they stand in small letters.
    """

    def __init__(self, people: Iterable[Person], stand_ins: Mapping[Relation, str] = STAND_INS) -> None:
        self._people: list[tuple[str, str]] = []
        forms: list[tuple[str, int]] = []
        for place, person in enumerate(people):
            self._people.append((person.name, person.pseudonym.strip() or stand_ins[person.relation]))
            parts = _parts(person.name)
            forms += [(form, place) for name in (person.name, *parts) for form in _spellings(name)]
        self._forms = {form: _key(form[0]) for form in forms}
        names = dict.fromkeys(form.casefold() for form, _ in forms)
        self._names = tuple(name for name in names if name not in WORDS)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that must not be found in a pack, casefolded; without those that are everyday words too."""
        return self._names

    def met(self, words: str) -> dict[str, str]:
        """The people that `words` name, in the order they come: whole name and pseudonym."""
        return dict(self._people[_place(found)] for found in self._found(_composed(words)))

    def hide(self, words: str) -> str:
        """`words` with each name replaced; a pseudonym that begins a sentence gets its capital."""
        words = _composed(words)
        told, end = [], 0
        for found in self._found(words):
            own = found["own"] or ""
            stand_in = self._people[_place(found)][1] + ("’s" if own == "s" else own)
            before = words[: found.start()].rstrip(" \t*_\"“‘'(")
            begins = not before or before[-1] in ".!?\n:"
            told += [words[end : found.start()], stand_in[:1].upper() + stand_in[1:] if begins else stand_in]
            end = found.end()
        return "".join([*told, words[end:]])

    def _found(self, words: str) -> Iterator[re.Match[str]]:
        """The names in a composed text, by their places there.

        With a pattern of those forms whose beginning occurs at all: one of hundreds of names would take seconds a page.
        """
        bare = words.translate(_BARE)
        folded = bare.casefold()
        pattern = _pattern(tuple(form for form, key in self._forms.items() if key in folded))
        return pattern.finditer(bare) if pattern else iter(())


@lru_cache(maxsize=256)
def _pattern(forms: tuple[tuple[str, int], ...]) -> re.Pattern[str] | None:
    """One alternative a form, named by the person's place; the longest first, so that a full name is one pseudonym."""
    if not forms:
        return None
    ordered = sorted(forms, key=lambda form: len(form[0]), reverse=True)
    spaced, unspaced = ["(?!)"], ["(?!)"]
    for number, (form, place) in enumerate(ordered):
        glued = unicodedata.name(form[-1], "").startswith(_UNSPACED)
        (unspaced if glued else spaced).append(f"(?P<p{number}_{place}>{_written(form)})")
    own = f"(?P<own>[{_APOSTROPHES}]?s)?"
    whole = f"{BEGINS}(?:{'|'.join(spaced)}){own}(?![^\\W_])"
    return re.compile(f"{whole}|{'|'.join(unspaced)}", re.IGNORECASE)


def _place(found: re.Match[str]) -> int:
    name = next(group for group, text in found.groupdict().items() if text is not None and group != "own")
    return int(name.rpartition("_")[2])


def _key(form: str) -> str:
    """What every way to write the form begins with, casefolded: its first letters, without an ending that may change."""
    first = re.match(r"[^\W_]+", form.translate(_BARE))
    key = (first.group() if first else form[:1]).casefold()
    return key[:-1] if len(key) > 3 else key


def _parts(name: str) -> list[str]:
    """What the name may be called by alone: neither a number, as in "Person 11", nor a title, nor the "von" in it."""
    parts = [*name.split(), *re.split(rf"[{_HYPHENS}\s]+", name)]
    if not name.islower():
        parts = [part for part in parts if not part.islower()]
    return [
        part
        for part in parts
        if len(part) > 1 and not part.isdigit() and part.rstrip(".").casefold() not in TITLES
    ]


def _spellings(name: str) -> list[str]:
    """The name itself, in German transcription and back, without its accents, and as it stands in web addresses."""
    name = _composed(name)
    decomposed = unicodedata.normalize("NFKD", name.translate(_BARE))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    back = re.sub("([aou])e", r"\1", name, flags=re.IGNORECASE).replace("ss", "ß")
    return list(dict.fromkeys((name, name.translate(_GERMAN), bare, back, encoded(name))))


def _written(form: str) -> str:
    """A pattern for a form: any sign or none where it has an apostrophe or hyphen, and the endings of its language."""
    if form.casefold() in WORDS:
        capital = f"(?-i:{form[:1].upper()}{form[1:].lower()}|{form.upper()})".translate(_BARE)
        return f"{capital}(?![{_APOSTROPHES}]t)"  # "Don't"
    signs = []
    for letter in form.translate(_BARE):
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
