"""The review pack as a PDF: tagged, archivable, the same bytes each time, in memory only."""

import typst

from workjournal.exporters import fonts
from workjournal.exporters.pack_content import PackContent
from workjournal.exporters.typesetting import compile_pdf, document

TEMPLATE = "review-pack.typ"


def typeset(content: PackContent) -> bytes:
    """The pack as PDF/UA-1 and PDF/A-2a. Leaks are looked for by the caller, with `leak_check.find_leaks`."""
    # Which letter no font has together with its marks is known only to Typst, once it sets the page. Then all such
    # signs are tried one by one, 3 ms each; and should that not be enough, no strange mark is drawn but as a box.
    for apart in (None, fonts.drawn):
        try:
            return compile_pdf(TEMPLATE, document(content, apart))
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
    return compile_pdf(TEMPLATE, document(content, lambda _: False))
