"""What the pack's fonts can draw: Inter, and behind it the fonts inside Typst; never those of the computer.

System fonts would make the same pack look, and be, different bytes on another laptop.
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


def compiler(source: bytes | dict[str, bytes], inputs: dict[str, str]) -> typst.Compiler:
    """A Typst compiler that sees no file, no package and no font but ours.

    Args:
        source: a template, or several files by name of which "main.typ" is set; all of them UTF-8.
    """
    held: Any = source  # the binding takes files by name too, and its types do not say so
    # Its root has to be some folder; by default it is the one that the program was started in.
    return typst.Compiler(held, root=resources.path("fonts"), font_paths=_fonts(), sys_inputs=inputs)


@functools.lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(resources.path("fonts"))])


@functools.lru_cache(maxsize=64)
def missing(letters: frozenset[str]) -> frozenset[str]:
    """Those of `letters` (single characters, no surrogates) that no font can draw. 10 ms, and 0.1 ms a letter."""
    if not letters:
        return frozenset()
    asked = compiler(_PROBE.encode(), {"letters": json.dumps(sorted(letters))})
    found = frozenset(json.loads(asked.query("<missing>", field="value", one=True)))
    # Typst narrows East Asian punctuation, box or not, so its width says nothing; few such signs occur.
    wide = (letter for letter in letters - found if unicodedata.east_asian_width(letter) in "WF")
    return found | {letter for letter in wide if not drawn(letter)}


@functools.lru_cache(maxsize=4096)
def drawn(text: str) -> bool:
    """Whether a string can be set as one, marks on their letters included: by setting it."""
    try:
        compiler(b'#set text(font: "Inter")\n#sys.inputs.text', {"text": text}).compile(
            format="pdf", pdf_standards="a-2a"
        )
    except typst.TypstError:
        return False
    return True
