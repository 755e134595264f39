"""Which words of a text say what it is about: for finding lessons that fit what is being written."""

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{3,}+(?!\d)")
"""Letters alone: the index over lessons has "AB12" as one word, and so none of its parts."""
STEM = 6
"""Letters by which two words count as one: "suppliers" and "supplier", "Lieferanten" and "Lieferant"."""
_ENDINGS = ("ing", "ed", "er", "es", "en", "e", "s", "n")
"""What shorter words end in: "planned" and "planning", "Frist" and "Fristen" are one."""
_LEFT = 4
"""Letters that stay of them."""
MOST_WORDS = 60
"""Of a long text its last words count: they are what is being written now."""
# Words that say nothing by themselves, English and German; of three letters and more.
_EMPTY = frozenset(
    """
    about above after again all also always and another any are around asked because been before being below between
    both but came can cannot come could day did does doing done down during each even every few first for from further
    get gets give given goes going gone got had has have having her here hers him his how into its itself just kept last
    later least less let like made make makes many may might more most much must need never new next nor not nothing now
    off once one only other our ours out over own put rather really said same saw say second see seen she should since
    some something still such take taken than that the their them themselves then there these they thing things this
    those though three through time today told too took two under until very wanted was way week well went were what
    when where which while who whom whose why will with within without work worked working would yesterday yet you your
    aber alle allem allen aller alles also andere anderen auch auf aus bei beim bin bis bist dabei damit dann dass das
    dem den denn der des dich die dies diese dieser dieses dir doch dort durch ein eine einem einen einer eines einmal
    etwas euch euer für gegen gehabt gemacht gesagt gewesen habe haben hat hatte hatten heute hier hin hinter ich ihm
    ihn ihnen ihr ihre ihrem ihren ihrer immer ist jede jedem jeden jeder jedes jetzt kann kein keine können machen man
    manche mehr mein meine mich mir mit nach nicht nichts noch nun nur oder ohne schon sehr sein seine seinem seinen
    seiner selbst sich sie sind sollte sondern und uns unser unter viel vom von vor war waren warst was weil wenn werden
    wie wieder will wir wird wirst wollen worden wurde wurden zum zur zwei zwischen über
    """.split()  # noqa: SIM905 - a list of 300 literals could not be read
)


def telling(text: str) -> list[str]:
    """The last telling words of a text, in lower case, each once, in order."""
    written = (word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", text)))
    words = [word for word in written if word not in _EMPTY]
    return list(dict.fromkeys(reversed(words)))[:MOST_WORDS][::-1]


def stems(words: Iterable[str]) -> frozenset[str]:
    """What `shared` compares: the first letters of these telling words."""
    return frozenset(_stem(word) for word in words)


def shared(wanted: frozenset[str], text: str) -> list[str]:
    """Those telling words of `text` that mean the same as one of those whose stems are `wanted`; each once."""
    found = {_stem(word): word for word in telling(text)}
    return [word for known, word in found.items() if known in wanted]


def _stem(word: str) -> str:
    """Its first letters without endings and accents, as the index over lessons has none: "café" and "cafes" are one."""
    if not word.isascii():
        letters = unicodedata.normalize("NFKD", word.casefold())
        word = "".join(letter for letter in letters if not unicodedata.combining(letter))
    if len(word) <= STEM + 3:  # of a longer one the first letters tell by themselves
        word = _without_ending(word)
    return word[:STEM]


def _without_ending(word: str) -> str:
    while word.endswith(_ENDINGS):
        ending = next(each for each in _ENDINGS if word.endswith(each))
        if len(word) - len(ending) < _LEFT:
            break
        word = word.removesuffix(ending)
    return word
