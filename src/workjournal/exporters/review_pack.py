"""The review pack as a PDF: tagged, archivable, the same bytes each time, in memory only."""

from functools import partial

import typst

from workjournal.exporters import fonts
from workjournal.exporters.pack_content import PackContent
from workjournal.exporters.picture_files import files
from workjournal.exporters.typesetting import compile_pdf, document

TEMPLATE = "review-pack.typ"


def typeset(content: PackContent, *, archival: bool = True) -> bytes:
    """The pack as PDF/UA-1 and PDF/A-2a. Leaks are looked for by the caller, with `leak_check.find_leaks`.

    Args:
        archival: False for a file that gets a password afterwards, with `protecting.protected`: PDF/A forbids one.
    """
    made = partial(
        compile_pdf, TEMPLATE, files=files(content), archival=archival, headed=_has_tables(content)
    )
    # Which letter no font has together with its marks is known only to Typst, once it sets the page. Then all such
    # signs are tried one by one, 3 ms each; and should that not be enough, no strange mark is drawn but as a box.
    for apart in (None, fonts.drawn):
        try:
            return made(document(content, apart))
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
    return made(document(content, lambda _: False))


def _has_tables(content: PackContent) -> bool:
    return any(section.table for section in content.sections)
