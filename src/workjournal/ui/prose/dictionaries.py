"""Dictionaries of many languages: the system's through enchant where it is, else read from hunspell's files by spylls.

English comes with the program. Nothing is written: enchant's own list of words is only read. Everything here is slow
and meant for a Task; `pause` is called again and again, so that reading a dictionary holds nothing up, and may raise.
"""

import functools
import io
import itertools
import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

from workjournal import resources

Pause = Callable[[], object]
_TAG = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?")
_SYSTEM = tuple(
    Path(place)
    for place in (
        "/usr/share/hunspell",
        "/usr/share/myspell/dicts",
        "/usr/share/myspell",
        "/Library/Spelling",
    )
)
_MOST = 6
_LONGEST_S = 1.0
_LINES = 40
"""So many lines of a dictionary are read in about a millisecond."""
_alone = threading.Lock()


class Dictionary(Protocol):
    """The words of one language."""

    def knows(self, word: str) -> bool:
        """Whether the word is spelled rightly."""

    def suggest(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first; at most six."""


class EnchantDictionary:
    """One of the system's, through enchant."""

    def __init__(self, tag: str) -> None:
        import enchant

        self._words, self._lock = enchant.Dict(tag), threading.Lock()  # it is not made for several threads

    def knows(self, word: str) -> bool:
        with self._lock:
            return bool(self._words.check(word))

    def suggest(self, word: str) -> list[str]:
        with self._lock:
            return list(self._words.suggest(word)[:_MOST])


class SpyllsDictionary:
    """One from hunspell's files, "en_US.aff" and "en_US.dic"."""

    def __init__(self, path: Path, pause: Pause) -> None:
        from spylls.hunspell import Dictionary as Hunspell
        from spylls.hunspell.readers import read_aff, read_dic

        name = str(path)
        rules, context = read_aff(_patient(f"{name}.aff", "Windows-1252", pause))
        words = read_dic(_patient(f"{name}.dic", context.encoding, pause), aff=rules, context=context)
        self._words = Hunspell(rules, words)

    def knows(self, word: str) -> bool:
        return bool(self._words.lookup(word))

    def suggest(self, word: str) -> list[str]:
        until = time.monotonic() + _LONGEST_S
        found = itertools.takewhile(lambda _: time.monotonic() < until, self._words.suggest(word))
        return list(itertools.islice(found, _MOST))


def available() -> tuple[str, ...]:
    """The languages there is a dictionary of, "en_GB" before "fr_FR". One of a country stands for the bare language."""
    with _alone:
        tags = {*_enchanted(), *_files()}
    countries = {tag.split("_")[0] for tag in tags if "_" in tag}
    return tuple(sorted(tag for tag in tags if "_" in tag or tag not in countries))


def open_all(languages: tuple[str, ...], pause: Pause) -> list[Dictionary]:
    """The dictionaries of these languages; those there are none of are left out."""
    with _alone:
        found = [_open(language, pause) for language in languages]
    return [each for each in found if each is not None]


def forget_all() -> None:
    """Let go of what was read, as after a change of what the system has."""
    with _alone:
        _opened.clear()
        _enchanted.cache_clear()


def usual(locale: str, there: tuple[str, ...]) -> tuple[str, ...]:
    """What to begin with: the language of the system, and English.

    Args:
        locale: of the system, "de_CH".
        there: the languages there are dictionaries of.
    """
    same = [tag for tag in there if tag == locale] or [tag for tag in there if tag[:2] == locale[:2]]
    english = [tag for tag in ("en_US", "en_GB") if tag in there and tag[:2] != locale[:2]]
    return (*same[:1], *english[:1])


_opened: dict[str, Dictionary] = {}


def _open(language: str, pause: Pause) -> Dictionary | None:
    if language not in _opened:
        if language in _enchanted():
            _opened[language] = EnchantDictionary(language)
        elif language in _files():
            _opened[language] = SpyllsDictionary(_files()[language], pause)
        else:
            return None
    return _opened[language]


@functools.lru_cache(maxsize=1)
def _enchanted() -> frozenset[str]:
    """The languages enchant has a dictionary of; none where its library is not installed."""
    try:
        import enchant
    except ImportError:
        return frozenset()
    return frozenset(tag for tag in enchant.list_languages() if _TAG.fullmatch(tag))


def _files() -> dict[str, Path]:
    """Hunspell's dictionaries in files by language, without their endings; the system's come before ours."""
    ours = resources.path("dictionaries", "en_US.dic").parent
    return {
        file.stem: file.with_suffix("")
        for place in (ours, *reversed(_SYSTEM))
        for file in sorted(place.glob("*.dic"))
        if _TAG.fullmatch(file.stem) and file.with_suffix(".aff").exists()
    }


def _patient(name: str, encoding: str, pause: Pause) -> Any:
    """A reader of spylls that pauses every few lines."""
    from spylls.hunspell.readers.file_reader import FileReader

    class Patient(FileReader):  # type: ignore[misc] # spylls has no types
        def _open(self, path: str, encoding: str) -> io.TextIOWrapper:
            """From memory, since FileReader leaves its files open."""
            read = io.BytesIO(Path(path).read_bytes())
            return io.TextIOWrapper(read, encoding=encoding, errors="surrogateescape")

        def readlines(self) -> Iterator[tuple[int, str]]:
            for place, line in enumerate(super().readlines()):
                if place % _LINES == 0:
                    pause()
                yield line

    return Patient(name, encoding)
