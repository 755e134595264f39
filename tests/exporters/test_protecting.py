"""A pack with a password: readers open it with that one, and nothing of it can be read without."""

import io
from contextlib import closing

import pikepdf
import pypdfium2
import pytest

from exporters.sample_pack import pack, realistic
from workjournal.exporters.pack_content import PackEntry
from workjournal.exporters.pdf_pages import page_texts
from workjournal.exporters.protecting import NoPassword, UnfitPassword, protected
from workjournal.exporters.review_pack import typeset

PASSWORD = "harbour – Straße 27"


@pytest.fixture(scope="module")
def open_pdf() -> bytes:
    return typeset(realistic(), archival=False)


@pytest.fixture(scope="module")
def locked(open_pdf: bytes) -> bytes:
    return protected(open_pdf, PASSWORD)


def test_both_readers_open_it_with_the_password(open_pdf: bytes, locked: bytes) -> None:
    texts = []
    with pypdfium2.PdfDocument(locked, password=PASSWORD) as document:
        for page in document:
            with closing(page), closing(page.get_textpage()) as text:
                texts.append(text.get_text_range().replace("\r\n", "\n"))
    assert texts == page_texts(open_pdf)
    with pikepdf.open(io.BytesIO(locked), password=PASSWORD) as opened:
        assert opened.docinfo["/Title"] == "One-on-one review pack"
        assert opened.check_pdf_syntax() == []


@pytest.mark.parametrize("wrong", ["", " ", PASSWORD[:-1], PASSWORD.upper(), f"{PASSWORD} "])
def test_nothing_opens_it_without(locked: bytes, wrong: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked), password=wrong)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(locked, password=wrong)


def test_aes_256_over_all_of_it_and_screen_readers_may_read(locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(locked), password=PASSWORD) as opened:
        told = opened.encryption
        assert (told.R, told.V, told.bits) == (6, 5, 256)
        assert {told.stream_method.name, told.string_method.name, told.file_method.name} == {"aesv3"}
        assert opened.trailer.Encrypt.get("/EncryptMetadata", True)
        assert opened.allow.accessibility
    for plain in (b"Sam Okafor", b"review pack", b"pdfuaid", b"http", b"Confidence"):
        assert plain not in locked


def test_it_claims_no_pdf_a(open_pdf: bytes, locked: bytes) -> None:
    for pdf, password in ((open_pdf, ""), (locked, PASSWORD)):
        with pikepdf.open(io.BytesIO(pdf), password=password) as opened:
            xmp = opened.Root.Metadata.read_bytes()
        assert b"<pdfuaid:part>1</pdfuaid:part>" in xmp
        assert b"pdfaid" not in xmp
        assert b"CreatorTool" not in xmp


def test_two_are_never_the_same_bytes(open_pdf: bytes, locked: bytes) -> None:
    assert protected(open_pdf, PASSWORD) != locked


@pytest.mark.parametrize("empty", ["", " ", "\t\n ", "\u00a0"])
def test_an_empty_password_is_refused(open_pdf: bytes, empty: str) -> None:
    with pytest.raises(NoPassword):
        protected(open_pdf, empty)


@pytest.mark.parametrize(
    "unfit", ["a" * 128, "ä" * 64, "m²", "ﬁnd", "a\u00a0b", "a\u200bb", "a\x00b", "a\ud800"]
)
def test_a_password_that_readers_take_in_different_ways_is_refused(open_pdf: bytes, unfit: str) -> None:
    with pytest.raises(UnfitPassword):
        protected(open_pdf, unfit)


@pytest.mark.parametrize("fit", ["a", "a" * 127, "u\u0308ber", "пароль 密碼", "🚢 x", "'\"\\()<>%"])
def test_any_other_opens_it(fit: str) -> None:
    locked = protected(typeset(pack(PackEntry("Title")), archival=False), fit)
    composed = "über" if fit.endswith("ber") else fit
    with pypdfium2.PdfDocument(locked, password=composed) as document:
        assert len(document) == 1
