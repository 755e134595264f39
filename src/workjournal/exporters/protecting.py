"""A password on a finished PDF: AES-256, as PDF 2.0 has it (ISO 32000-2, 7.6.4, revision 6)."""

import io
import unicodedata

from workjournal.errors import JournalError

MOST_BYTES = 127
"""Of a password in UTF-8; a reader ignores the rest."""


class NoPassword(JournalError):
    """A password needs at least one sign that is no space."""


class UnfitPassword(JournalError):
    """Not every program that reads PDF takes this password alike. Use up to 100 letters, digits and signs of the keyboard."""


def protected(pdf: bytes, password: str) -> bytes:
    """The same document, all of it and its metadata encrypted; screen readers may read it.

    It may say that it is PDF/UA, but not PDF/A: typeset it with `archival=False`. The salts are drawn anew each time, so
    that no two are the same bytes.

    Raises:
        NoPassword: it is empty or only spaces.
        UnfitPassword: it is too long, or readers may differ in how they write it in bytes.
    """
    import pikepdf  # 0.1 s, which the terminal's every command would pay

    key = _fit(password)
    # Whoever has the password may do everything. An owner's password of its own would be one more way in.
    encryption = pikepdf.Encryption(owner=key, user=key, R=6, aes=True, metadata=True)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        written = io.BytesIO()
        opened.save(written, encryption=encryption, fix_metadata_version=False)
        return written.getvalue()


def check(password: str) -> None:
    """See beforehand that a password can be used.

    Raises:
        NoPassword, UnfitPassword
    """
    _fit(password)


def _fit(password: str) -> str:
    """The password as it goes into the key; composed, as keyboards write it."""
    if not password.strip():
        raise NoPassword
    composed = unicodedata.normalize("NFC", password)
    # Some readers prepare it first by SASLprep (RFC 4013), which exchanges or refuses such signs; PDFium does not.
    plain = unicodedata.normalize("NFKC", composed) == composed
    drawn = all(unicodedata.category(sign)[0] not in "CM" for sign in composed)
    spaces = all(sign == " " or unicodedata.category(sign)[0] != "Z" for sign in composed)
    if not (plain and drawn and spaces and len(composed.encode(errors="replace")) <= MOST_BYTES):
        raise UnfitPassword
    return composed
