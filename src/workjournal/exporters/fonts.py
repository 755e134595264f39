"""What our fonts can draw: Inter, and behind it the fonts inside Typst.

A pack has never those of the computer: it would look, and be, different bytes on another laptop. What is printed for
oneself may (`computers`), where it is in a script that ours do not have.
"""

import functools
import json
import unicodedata
from typing import Any

import typst

from workjournal import resources

# Typst draws a letter that no font has as the first font's box. A letter is missing when it is as wide as that box
# whichever of two fonts comes first; U+10FFFF can have no shape in any font.
_PROBE = r"""
#let wide(font, letter) = measure(text(font: font, size: 100pt, letter)).width
#context {
  let boxes = ("Inter", "Libertinus Serif").map(font => (font, wide(font, "\u{10FFFF}")))
  let missing(letter) = boxes.all(((font, box)) => wide(font, letter) == box)
  [#metadata(json(bytes(sys.inputs.letters)).filter(missing))<missing>]
}
"""


def compiler(
    source: bytes | dict[str, bytes], inputs: dict[str, str], *, computers: bool = False
) -> typst.Compiler:
    """A Typst compiler that sees no file, no package and no font but ours.

    Args:
        source: a template, or several files by name of which "main.typ" is set; all of them UTF-8.
        computers: behind our fonts come those of this computer.
    """
    held: Any = source  # the binding takes files by name too, and its types do not say so
    # Its root has to be some folder; by default it is the one that the program was started in.
    return typst.Compiler(held, root=resources.path("fonts"), font_paths=_fonts(computers), sys_inputs=inputs)


@functools.lru_cache(maxsize=2)
def _fonts(computers: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=computers, font_paths=[str(resources.path("fonts"))])


@functools.lru_cache(maxsize=64)
def missing(letters: frozenset[str], *, computers: bool = False) -> frozenset[str]:
    """Those of `letters` (single characters, no surrogates) that no font can draw. 10 ms, and 0.1 ms a letter."""
    if not letters:
        return frozenset()
    asked = compiler(_PROBE.encode(), {"letters": json.dumps(sorted(letters))}, computers=computers)
    found = frozenset(json.loads(asked.query("<missing>", field="value", one=True)))
    # Typst narrows East Asian punctuation, box or not, so its width says nothing; few such signs occur.
    wide = (letter for letter in letters - found if unicodedata.east_asian_width(letter) in "WF")
    return found | {letter for letter in wide if not drawn(letter, computers=computers)}


@functools.lru_cache(maxsize=4096)
def drawn(text: str, *, computers: bool = False) -> bool:
    """Whether a string can be set as one, marks on their letters included: by setting it."""
    source = b'#set text(font: "Inter")\n#sys.inputs.text'
    try:
        compiler(source, {"text": text}, computers=computers).compile(format="pdf", pdf_standards="a-2a")
    except typst.TypstError:
        return False
    return True
