"""PDFs of plain pages, as long as a test needs: typeset in a moment, with the program's font."""

from collections.abc import Iterable
from functools import cache

from workjournal.exporters import fonts

POINTS = (300.0, 400.0)
"""Width and height of a page unless a test wants another."""


@cache
def pages(*texts: str, size: tuple[float, float] = POINTS, before: str = "") -> bytes:
    """A page for each text, which is Typst's markup; `before` goes above them all."""
    source = "\n".join([
        f"#set page(width: {size[0]}pt, height: {size[1]}pt, margin: 20pt)",
        '#set text(font: "Inter", size: 11pt, lang: "en", hyphenate: true)',
        before,
        "\n#pagebreak()\n".join(texts),
    ])  # fmt: skip
    made = fonts.compiler({"main.typ": source.encode()}, {}).compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def numbered(count: int, *, word: str = "Page") -> bytes:
    """So many pages with their numbers, from 1, on them."""
    return pages(*_words(count, word))


def _words(count: int, word: str) -> Iterable[str]:
    return (f"{word} {number} " + "and what is told on it. " * 20 for number in range(1, count + 1))
