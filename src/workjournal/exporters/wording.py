"""The few words that a typeset page adds of its own, by language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """`months` are short names, January first; `count` is filled with a chart's n, `some` with how many panels are shown of how many.

    `less` and `more` stand at the ends of a heat map's colours.
    """

    page: str
    of: str
    result: str
    count: str
    some: str
    less: str
    more: str
    months: tuple[str, ...]


_ENGLISH = Wording(
    page="page",
    of="of",
    result="Result",
    count="n = {n}",
    some="{shown} of {all} shown",
    less="less",
    more="more",
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_GERMAN = Wording(
    page="Seite",
    of="von",
    result="Ergebnis",
    count="n = {n}",
    some="{shown} von {all} gezeigt",
    less="weniger",
    more="mehr",
    months=("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
)


def wording(language: str) -> Wording:
    """The words for a language tag such as "de" or "de-AT"; English where there are none."""
    return _GERMAN if language.partition("-")[0] == "de" else _ENGLISH
