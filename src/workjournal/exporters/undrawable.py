"""What no font has: found out before a page is set, and got round where only the setting tells."""

import json
import unicodedata
from collections.abc import Callable
from functools import partial

import typst

from workjournal.exporters import fonts, letters

Apart = Callable[[str], bool]
"""Whether a letter can be set together with its marks: see `letters.apart`."""


def undrawable(raw: object, *, computers: bool = False) -> frozenset[str]:
    """The letters in these values, which JSON can hold, that no font has; see `fonts.compiler`."""
    asked = frozenset(letter for letter in _used(raw) if unicodedata.category(letter) != "Cs")
    return fonts.missing(asked, computers=computers)


def replaced(raw: object, *, computers: bool = False) -> str:
    """The letters in them for which something else is seen, a box or their name."""
    missing = undrawable(raw, computers=computers)
    return "".join(sorted(each for each in _used(raw) if letters.shown(each, missing) not in {each, ""}))


def _used(raw: object) -> set[str]:
    return set(json.dumps(raw, ensure_ascii=False)) - letters.SAFE


def drawn_whole(make: Callable[[Apart | None], bytes], *, computers: bool = False) -> bytes:
    """What `make` makes with as little taken apart as can be.

    Which letter no font has together with its marks is known only to Typst, once it sets the page. Then all such signs
    are tried one by one, 3 ms each; and should that not be enough, no strange mark is drawn but as a box.
    """
    for apart in (None, partial(fonts.drawn, computers=computers)):
        try:
            return make(apart)
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
    return make(lambda _: False)
