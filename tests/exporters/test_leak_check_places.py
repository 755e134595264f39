"""A canary is found wherever in a PDF it can be: one test for each place, written by another program."""

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, Stream, String
from PIL import Image

from exporters.sample_pack import pack, realistic
from workjournal.exporters.leak_check import find_leaks
from workjournal.exporters.pack_content import PackEntry, Secrets
from workjournal.exporters.protecting import protected
from workjournal.exporters.review_pack import typeset

PDF = typeset(realistic())
SECRET = "I doubt that Zebulon will ever keep his word about the budget"
SECRETS = Secrets((SECRET,), ("Zebulon",))
UTF16 = b"\xfe\xff" + SECRET.encode("utf-16-be")


def planted(plant: Callable[[Pdf], None], **how: object) -> bytes:
    with pikepdf.open(io.BytesIO(PDF)) as document:
        plant(document)
        written = io.BytesIO()
        document.save(written, **how)  # type: ignore[arg-type]
    return written.getvalue()


def picture(**more: object) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (16, 16), (90, 120, 60)).save(written, "JPEG", **more)
    return written.getvalue()


def held_picture(document: Pdf, content: bytes, **more: object) -> Stream:
    """A JPEG file as an image of the first page."""
    made = document.make_stream(content, Type=Name.XObject, Subtype=Name.Image, Width=16, Height=16, **more)
    made.Filter, made.ColorSpace, made.BitsPerComponent = Name.DCTDecode, Name.DeviceRGB, 8
    document.pages[0].Resources.XObject = Dictionary(P1=made)
    return made


def link(document: Pdf) -> None:
    action = Dictionary(
        S=Name.URI, URI=String(f"https://x.example/{SECRET.replace(' ', '%20')}".replace("%20", "-"))
    )
    made = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
    document.pages[0].Annots = Array([document.make_indirect(made)])


def note(document: Pdf) -> None:
    made = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(SECRET), T=String("x")
    )
    document.pages[0].Annots = Array([document.make_indirect(made)])


def appearance(document: Pdf) -> None:
    """What a note looks like, drawn by a stream of its own."""
    drawn = document.make_stream(
        f"BT ({SECRET}) Tj ET".encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9]
    )
    made = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=[0, 0, 9, 9], AP=Dictionary(N=drawn))
    document.pages[0].Annots = Array([document.make_indirect(made)])


def attachment(document: Pdf) -> None:
    document.attachments["notes.txt"] = SECRET.encode()


def attachment_utf16(document: Pdf) -> None:
    document.attachments["notes.txt"] = UTF16


def attachments_name(document: Pdf) -> None:
    document.attachments[f"{SECRET}.txt"] = b"nothing"


def _described(document: Pdf) -> pikepdf.AttachedFileSpec:
    return pikepdf.AttachedFileSpec(
        document, b"nothing", description=SECRET, filename="x", mime_type="", creation_date="", mod_date=""
    )


def attachments_description(document: Pdf) -> None:
    document.attachments["x"] = _described(document)


def information(document: Pdf) -> None:
    document.docinfo["/Subject"] = SECRET


def own_information(document: Pdf) -> None:
    document.docinfo[Name("/Made")] = String(UTF16)


def xmp(document: Pdf) -> None:
    packet = document.Root.Metadata.read_bytes()
    document.Root.Metadata.write(packet.replace(b"</rdf:RDF>", f"<x>{SECRET}</x></rdf:RDF>".encode()))


def xmp_of_a_page(document: Pdf) -> None:
    document.pages[0].Metadata = document.make_stream(
        f"<x:xmpmeta about='{SECRET}'/>".encode(), Type=Name.Metadata, Subtype=Name.XML
    )


def bookmark(document: Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(OutlineItem(SECRET, 0))


def alternative_text(document: Pdf) -> None:
    document.Root.StructTreeRoot.Alt = String(SECRET)


def replacement_text(document: Pdf) -> None:
    document.Root.StructTreeRoot.ActualText = String(UTF16)


def drawn_replacement(document: Pdf) -> None:
    document.pages[0].contents_add(f"/Span <</ActualText ({SECRET})>> BDC EMC".encode())


def drawn_replacement_utf16(document: Pdf) -> None:
    told = f"/Span <</ActualText <{UTF16.hex()}>>> BDC EMC"
    document.pages[0].contents_add(told.encode())


def drawn_replacement_in_lines(document: Pdf) -> None:
    """Hexadecimal digits may be broken anywhere."""
    digits = UTF16.hex().upper()
    broken = " ".join(digits[start : start + 7] for start in range(0, len(digits), 7))
    document.pages[0].contents_add(f"/P <</Alt\n<{broken}\n>>> BDC EMC".encode())


def drawn_under_a_key_of_its_own(document: Pdf) -> None:
    document.pages[0].contents_add(f"/Span <</Remark <{UTF16.hex()}>>> BDC EMC".encode())


def drawn_octal(document: Pdf) -> None:
    told = "".join(f"\\{byte:03o}" for byte in SECRET.encode())
    document.pages[0].contents_add(f"/Span <</E ({told})>> BDC EMC".encode())


def nowhere(document: Pdf) -> None:
    """An object that no page needs."""
    document.Root.Extra = Array([Dictionary(X=document.make_indirect(String(SECRET)))])


def bytes_of_a_stream(document: Pdf) -> None:
    document.Root.Extra = document.make_stream(b"\0\xff" + SECRET.encode("utf-16-le"))


def name(document: Pdf) -> None:
    document.Root[Name("/" + SECRET.replace(" ", "#"))] = True


def key(document: Pdf) -> None:
    document.Root.Extra = Dictionary({"/" + SECRET.replace(" ", ""): 1})


def form_field(document: Pdf) -> None:
    field = document.make_indirect(Dictionary(FT=Name.Tx, T=String("x"), V=String(SECRET)))
    document.Root.AcroForm = Dictionary(Fields=Array([field]))


def comment_of_a_picture(document: Pdf) -> None:
    held_picture(document, picture(comment=SECRET))


def packed_picture(document: Pdf) -> None:
    """A JPEG file that was packed once more, as some programs do."""
    made = held_picture(document, b"")
    made.write(zlib.compress(picture(comment=SECRET)), filter=Array([Name.FlateDecode, Name.DCTDecode]))


def dots_of_a_picture(document: Pdf) -> None:
    made = document.make_stream(
        SECRET.encode().ljust(256), Type=Name.XObject, Subtype=Name.Image, Width=16, Height=16
    )
    made.ColorSpace, made.BitsPerComponent = Name.DeviceGray, 8
    document.pages[0].Resources.XObject = Dictionary(P1=made)


PLACES = [
    *(link, note, appearance, attachment, attachment_utf16, attachments_name, attachments_description),
    *(information, own_information, xmp, xmp_of_a_page, bookmark, alternative_text, replacement_text),
    *(
        drawn_replacement,
        drawn_replacement_utf16,
        drawn_replacement_in_lines,
        drawn_octal,
        drawn_under_a_key_of_its_own,
        nowhere,
    ),
    *(bytes_of_a_stream, name, key, form_field, comment_of_a_picture, packed_picture, dots_of_a_picture),
]
NO_WORDS = {key, dots_of_a_picture, bytes_of_a_stream}
"""Where a word is run together with others, or three bytes mean nothing."""


@pytest.mark.parametrize(
    "how", [{}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}], ids=["plain", "packed"]
)
@pytest.mark.parametrize("plant", PLACES, ids=lambda plant: plant.__name__)
def test_a_text_and_a_word_are_found_in_each_place(
    plant: Callable[[Pdf], None], how: dict[str, object]
) -> None:
    pdf = planted(plant, **how)
    assert any("a text that was not chosen" in leak for leak in find_leaks(pdf, Secrets((SECRET,))))
    assert bool(find_leaks(pdf, Secrets(words=("zebulon",)))) is (plant not in NO_WORDS)
    other = Secrets(("I hope that somebody else will always keep her word",), ("Ebulon",))
    assert [leak for leak in find_leaks(pdf, other) if "a picture that tells" not in leak] == []


@pytest.mark.parametrize("plant", PLACES, ids=lambda plant: plant.__name__)
def test_a_password_hides_nothing(plant: Callable[[Pdf], None]) -> None:
    pdf = protected(planted(plant), "seven brown kettles")
    assert SECRET.encode() not in pdf
    assert find_leaks(pdf, Secrets((SECRET,)), "seven brown kettles") != []


def test_a_file_with_a_password_is_searched_with_it_alone() -> None:
    pdf = protected(PDF, "seven brown kettles")
    assert find_leaks(pdf, SECRETS, "seven brown kettles") == []
    assert find_leaks(pdf, Secrets(words=("scenario",)), "seven brown kettles") != []
    for other in ("", "seven brown cattle"):
        with pytest.raises(pikepdf.PasswordError):
            find_leaks(pdf, SECRETS, other)


def test_an_earlier_state_of_the_file_is_found() -> None:
    """A file that was changed by adding to it still holds what it said before, packed or not."""
    packed = zlib.compress(SECRET.encode())
    for body in (SECRET.encode(), packed):
        old = b"9999 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (len(body), body)
        start = PDF.rindex(b"startxref")
        (leak,) = find_leaks(PDF[:start] + old + PDF[start:], Secrets((SECRET,)))
        assert leak.startswith("A stream at byte ")
        (leak,) = find_leaks(PDF[:start] + old + PDF[start:], Secrets(words=("zebulon",)))
        assert leak.startswith("A stream at byte ")
    (leak,) = find_leaks(PDF + b"\n% " + SECRET.encode(), Secrets((SECRET,)))
    assert leak.startswith("The file ")


def test_the_packs_own_file_is_seen_whole() -> None:
    """No stream of it is left unread, so that nothing of it is told twice or taken for a leftover."""
    from workjournal.exporters.pdf_contents import contents
    from workjournal.exporters.pdf_streams import Blob

    places = [
        one.where for one in contents(typeset(pack(PackEntry("Title", text="Text")))) if isinstance(one, Blob)
    ]
    assert not [place for place in places if place.startswith("a stream at")]
    assert places[-1] == "the file"
    assert len([place for place in places if place.startswith("stream ")]) > 5
