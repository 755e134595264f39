"""A PDF's structure tree and content streams as pikepdf reads them, for the tests of what is typeset."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

STANDARD = frozenset(
    {
        *(
            "Document",
            "Part",
            "Div",
            "Sect",
            "P",
            "H1",
            "H2",
            "H3",
            "H4",
            "H5",
            "H6",
            "L",
            "LI",
            "Lbl",
            "LBody",
        ),
        *(
            "Table",
            "THead",
            "TBody",
            "TR",
            "TH",
            "TD",
            "Caption",
            "Figure",
            "Span",
            "Link",
            "Code",
            "BlockQuote",
        ),
    }
)
"""The structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that a sheet of ours may have."""


@dataclass
class Element:
    """A structure element: its kind without the slash, what it says of itself, and how much it marks on pages."""

    kind: str
    alt: str = ""
    lang: str = ""
    scope: str = ""
    marks: int = 0
    inside: list["Element"] = field(default_factory=list)

    def all(self) -> Iterator["Element"]:
        """This one and all within it, in reading order."""
        yield self
        for one in self.inside:
            yield from one.all()

    def kinds(self, *kinds: str) -> list["Element"]:
        return [one for one in self.all() if one.kind in kinds]


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def structure(pdf: bytes) -> Element:
    """The document's element; others map to it by the role map."""
    with opened(pdf) as document:
        root = document.Root.StructTreeRoot
        roles = {str(key): str(value) for key, value in root.get("/RoleMap", pikepdf.Dictionary()).items()}
        (whole,) = [_element(kid, roles) for kid in _kids(root)]
        return whole


def _element(held: pikepdf.Object, roles: dict[str, str]) -> Element:
    kind = str(held.S)
    for _ in roles:  # a role may be mapped to another one
        kind = roles.get(kind, kind)
    attributes = [told for told in _listed(held.get("/A")) if isinstance(told, pikepdf.Dictionary)]
    scopes = [str(told.Scope)[1:] for told in attributes if "/Scope" in told]
    made = Element(kind[1:], str(held.get("/Alt", "")), str(held.get("/Lang", "")), "".join(scopes))
    for kid in _kids(held):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            made.inside.append(_element(kid, roles))
        else:
            made.marks += 1
    return made


def _kids(held: pikepdf.Object) -> list[pikepdf.Object]:
    return _listed(held.get("/K"))


def _listed(held: pikepdf.Object | None) -> list[pikepdf.Object]:
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


SHOWING = frozenset(
    {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"}
)
"""Operators that put something on a page."""


def unmarked(pdf: bytes) -> list[str]:
    """What is put on a page outside of tagged content and of artifacts, by operator."""
    found = []
    with opened(pdf) as document:
        for page in document.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
                if operator in SHOWING and not depth:
                    found.append(operator)
    return found


def headings(pdf: bytes) -> list[str]:
    """The titles of the headings of the first level, in order."""
    with opened(pdf) as document:
        return [str(item.title) for item in document.open_outline().root]


def lines(pdf: bytes, at_least: float) -> list[float]:
    """How high straight lines of at least that width in points stand, page by page, from above."""
    import pypdfium2

    found: list[float] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            bounds = [held.get_bounds() for held in page.get_objects(max_depth=1)]
            found += sorted(
                (low for left, low, right, high in bounds if right - left >= at_least and high - low < 3),
                reverse=True,
            )
            page.close()
    return found
