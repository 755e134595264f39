"""What an Open Badge says: read from its JSON, its signed text or its picture, without a look at the network.

Nothing is verified. No signature is checked, no address is opened, no list of withdrawn badges is asked: the
program reads what the badge says of itself, and anyone can write that. A badge that is to be believed has to be
looked at where its issuer keeps it.

Sources: 1EdTech, Open Badges 2.0 (Assertion, BadgeClass, IdentityObject, SignedBadge) and its Baking Specification
1.0; Open Badges 3.0 (AchievementCredential, document formats, VC-JWT) on W3C Verifiable Credentials 1.1 and 2.0.
"""

import base64
import binascii
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from workjournal.domain import linked_json, png_text
from workjournal.domain.badge_source import Source, source_of
from workjournal.domain.linked_json import address, day, kinds, text_in, thing
from workjournal.errors import JournalError

LARGEST = 5 * 1024 * 1024
"""Bytes of a badge's file, as of any credential's."""
MOST_FIELDS = 200
KEYWORDS = ("openbadgecredential", "openbadges")
"""Of 3.0 and of 2.0: a picture that holds both is read as the newer."""
SEVERAL = {"evidence", "identifier"}
"""Where a badge's own fields show each of several."""
NOT_LOADED = "(only its address; not loaded)"
SIGNED = re.compile(r"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*")


class BadgeTooLarge(JournalError):
    """The file has {size} MB; a badge can have up to 5 MB. It was not read."""


class NotABadge(JournalError):
    """This is no Open Badge: {what}. A badge is a PNG picture, a JSON file or a signed text, as its issuer gives it out."""


class OtherDocument(JournalError):
    """This is no badge but a document of another kind: {kind}. A badge calls itself Assertion, BadgeClass or OpenBadgeCredential."""


class NoBadgeInside(JournalError):
    """The picture holds no badge. Copies, screenshots and pictures sent through chats lose it; take the file that the issuer gives out."""


class BadgeElsewhere(JournalError):
    """The file holds only the badge's address, {url}, and this program opens none. Save what your browser shows there as a file, and read that."""


class BadgeInSvg(JournalError):
    """A badge in an SVG picture is not read. Most issuers give it out as PNG or JSON too; take one of these."""


@dataclass(frozen=True)
class Badge:
    """What a badge says of itself, verified by nobody. A text that it does not have is empty.

    `version` is "2.0", "3.0", or "1.1" for one of the older form that 2.0 took over; `kind` is its type.
    `name` and `issuer` are addresses where the badge has nothing else, and then also in `not_loaded`. Days are
    in the zone they are written in. `recipient` is as written, with "hashed" before what is only a hash. `url` is
    the badge's own identifier. `revoked` is the reason where the badge says that it is withdrawn. `signature`
    names the method of a signed text. `fields` is all of it in reading order, as label and text; of a text in
    several languages the English one, or else the first.
    """

    version: str
    kind: str
    name: str
    issuer: str
    description: str
    criteria: str
    issued: dt.date | None
    expires: dt.date | None
    recipient: str
    evidence: tuple[str, ...]
    url: str
    revoked: str
    signature: str
    not_loaded: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]


def is_badge(content: bytes) -> bool:
    """Whether `read` would give a badge."""
    try:
        read(content)
    except JournalError:
        return False
    return True


def read(content: bytes) -> Badge:
    """What the badge in a file says; nothing of it is verified.

    Raises: BadgeTooLarge, NotABadge, OtherDocument, NoBadgeInside, BadgeElsewhere, BadgeInSvg, NotJson,
    NestedTooDeep, PictureDamaged, PictureTextTooLarge; nothing else, whatever the bytes are.
    """
    if len(content) > LARGEST:
        raise BadgeTooLarge(size=-(-len(content) // 1_000_000))
    document, signature = _open(_text(content))
    claims = document if signature else {}
    inner = document.get("vc")  # the claim that holds the credential, up to Verifiable Credentials 1.1
    document = inner if isinstance(inner, dict) else document
    source = source_of(document, claims)
    if source:
        return _badge(source, signature)
    if found := kinds(document):
        raise OtherDocument(kind=", ".join(found)[:200])
    raise NotABadge(what='its outermost object does not say what it is; it has no "type"')


def _text(content: bytes) -> str:
    """The badge's text, from within a picture too."""
    if png_text.is_png(content):
        inside = png_text.find_text(content, KEYWORDS)
        if inside is None:
            raise NoBadgeInside
        return inside.removeprefix("\ufeff").strip()
    try:
        return content.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise NotABadge(what=f"it is neither a PNG picture nor a text; see byte {error.start}") from None


def _open(text: str) -> tuple[dict[str, object], str]:
    """The outermost object, and the method of its signature where it has one."""
    signature = ""
    if signed := SIGNED.fullmatch(text):
        header = linked_json.parse(_decoded(signed[1], "header"))
        if not isinstance(header, dict):
            raise NotABadge(what="the header of its signed text is no object")
        signature = text_in(header.get("alg")) or "unknown method"
        text = _decoded(signed[2], "payload")
    elif re.match(r"https?://\S+\Z", text):
        raise BadgeElsewhere(url=linked_json.clean(text)[:500])
    elif text.startswith("<"):
        raise BadgeInSvg if "<svg" in text else NotABadge(what="it is a web page or another kind of XML")
    elif not text.startswith(("{", "[")):
        raise NotABadge(what="its text begins neither like JSON nor like a signed text")
    document = linked_json.parse(text)
    if not isinstance(document, dict):
        raise NotABadge(what="its JSON holds no object at the outermost place")
    return document, signature


def _decoded(part: str, name: str) -> str:
    """A part of a signed text (RFC 7515, base64url without padding)."""
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        raise NotABadge(what=f"the {name} of its signed text cannot be decoded") from None


def _badge(source: Source, signature: str) -> Badge:
    """Raises: NotABadge if it does not say what it is for, and is not withdrawn either."""
    award, issuer = source.award, source.issuer
    name, named = text_in(award.get("name")) or source.name, text_in(issuer.get("name"))
    if not (name or address(award) or source.revoked):
        raise NotABadge(what="it does not say what it was awarded for")
    not_loaded = [
        address(each) for each, its in ((award, name), (issuer, named)) if not its and address(each)
    ]
    criteria = thing(award.get("criteria"))
    badge = Badge(
        version=source.version,
        kind=source.kind,
        name=name or address(award),
        issuer=named or address(issuer),
        description=text_in(award.get("description")),
        criteria="\n".join(filter(None, (text_in(criteria.get("narrative")), address(criteria)))),
        issued=day(source.issued),
        expires=day(source.expires),
        recipient=linked_json.clean(", ".join(filter(None, source.recipients))),
        evidence=tuple(filter(None, map(_evidence, source.evidence[:MOST_FIELDS]))),
        url=source.url,
        revoked=source.revoked,
        signature=signature,
        not_loaded=tuple(not_loaded),
        fields=(),
    )
    return replace(badge, fields=tuple(_fields(badge, source)))


def _evidence(piece: dict[str, object]) -> str:
    """A piece of evidence in one line: what it is called, what is told of it, where it is."""
    told = (text_in(piece.get(key)) for key in ("name", "description", "narrative"))
    return " – ".join(filter(None, (*told, address(piece))))


def _when(value: object) -> str:
    """A time as it is written; seconds since 1970 as their day."""
    written, found = text_in(value), day(value)
    if not written or (found and not isinstance(value, int | float)):
        return written
    return found.isoformat() if found else f"{written} (no date that can be read)"


def _fields(badge: Badge, source: Source) -> Iterator[tuple[str, str]]:
    """What the badge is about, then what it is, then all else that it says."""
    told = (
        ("Name", badge.name),
        ("Issuer", badge.issuer),
        ("Withdrawn", badge.revoked),
        ("Description", badge.description),
        ("Criteria", badge.criteria),
        ("Issued", _when(source.issued)),
        ("Expires", _when(source.expires)),
        ("Recipient", badge.recipient),
        *(("Evidence", piece) for piece in badge.evidence),
        ("Address", badge.url),
        ("Format", f"Open Badges {badge.version}, {badge.kind}"),
        ("Signed with", f"{badge.signature} (not verified)" if badge.signature else ""),
    )
    for label, text in told:
        if text:
            is_bare = label in {"Name", "Issuer"} and text in badge.not_loaded
            yield label, f"{text} {NOT_LOADED}" if is_bare else text
    rest = _untold(source)
    yield from islice(rest, MOST_FIELDS)
    if next(rest, None):
        yield "And more", f"only the first {MOST_FIELDS} other entries are shown"


def _untold(source: Source) -> Iterator[tuple[str, str]]:
    """What the badge's own fields do not show. Of several where they show one, it was the first."""
    told = set(source.shown)
    for path, label, text in linked_json.leaves(source.document):
        if path not in told:
            yield label, text
        elif not SEVERAL.intersection(path):
            told.remove(path)
