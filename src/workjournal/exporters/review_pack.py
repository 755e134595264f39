"""The review pack as a PDF: tagged, archivable, the same bytes each time, in memory only."""

from functools import partial

from workjournal.exporters.pack_content import PackContent
from workjournal.exporters.picture_files import files
from workjournal.exporters.typesetting import compile_pdf, document
from workjournal.exporters.undrawable import drawn_whole

TEMPLATE = "review-pack.typ"


def typeset(content: PackContent, *, archival: bool = True) -> bytes:
    """The pack as PDF/UA-1 and PDF/A-2a. Leaks are looked for by the caller, with `leak_check.find_leaks`.

    Args:
        archival: False for a file that gets a password afterwards, with `protecting.protected`: PDF/A forbids one.
    """
    made = partial(
        compile_pdf, TEMPLATE, files=files(content), archival=archival, headed=_has_tables(content)
    )
    return drawn_whole(lambda apart: made(document(content, apart)))


def _has_tables(content: PackContent) -> bool:
    return any(section.table for section in content.sections)
