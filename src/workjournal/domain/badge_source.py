"""Where an Open Badge's document has its parts: for 2.0 a BadgeClass or an Assertion, for 3.0 a credential.

Sources: as of `open_badge`.
"""

import re
from dataclasses import dataclass

from workjournal.domain.linked_json import Path, address, kinds, text_in, thing, things

CREDENTIALS = {"OpenBadgeCredential", "AchievementCredential"}
HASH = re.compile(r"(sha256|md5)\$")
CLAIMS = ("iss", "jti", "sub", "nbf", "exp", "iat")
"""What the envelope of a signed credential repeats of it (RFC 7519)."""


@dataclass(frozen=True)
class Source:
    """Where the parts of a badge lie, whatever its version. `shown` are the paths that its own fields show."""

    version: str
    kind: str
    document: dict[str, object]
    award: dict[str, object]
    issued: object
    expires: object
    recipients: list[str]
    evidence: list[dict[str, object]]
    url: str
    issuer: dict[str, object]
    name: str = ""
    revoked: str = ""
    shown: frozenset[Path] = frozenset()


def source_of(document: dict[str, object], claims: dict[str, object]) -> Source | None:
    """The parts of a badge, or None if the document calls itself something else.

    `claims` are those of a signed text; where the credential is silent, they speak.
    """
    found = kinds(document)
    if CREDENTIALS.intersection(found):
        return _credential(document, claims)
    if "BadgeClass" in found:
        return _badge_class(document)
    if "Assertion" in found or (not found and _is_withdrawn(document)):
        return _assertion(document)
    return None


def _is_withdrawn(document: dict[str, object]) -> bool:
    """Whether it says so: of a withdrawn badge an issuer may leave nothing but that, not even the type."""
    return text_in(document.get("revoked")) in {"yes", "true"}


def _person(identity: object, *, hashed: object) -> str:
    """A recipient as written; of a hashed one no more than that, with the hash in brackets."""
    written = text_in(identity)
    is_hashed = text_in(hashed) in {"yes", "true"} or HASH.match(written)
    return f"hashed ({written})" if is_hashed else written


def _below(place: Path) -> frozenset[Path]:
    """The paths of a BadgeClass or an Achievement that a badge's own fields show."""
    names = ("name",), ("description",), ("criteria",), ("criteria", "id"), ("criteria", "narrative")
    return frozenset((*place, *name) for name in names)


def _of_evidence(place: Path) -> frozenset[Path]:
    names = (), ("id",), ("name",), ("description",), ("narrative",)
    return frozenset((*place, "evidence", *name) for name in names)


def _badge_class(document: dict[str, object]) -> Source:
    """2.0, awarded to nobody: what the badge is for."""
    return Source(
        version=_version(document),
        kind="BadgeClass",
        document=document,
        award=document,
        issued=None,
        expires=None,
        recipients=[],
        evidence=[],
        url=address(document),
        issuer=thing(document.get("issuer")),
        shown=_below(()) | {("id",), ("issuer",), ("issuer", "name")},
    )


def _assertion(document: dict[str, object]) -> Source:
    """2.0, awarded to someone."""
    award = thing(document.get("badge"))
    someone = thing(document.get("recipient"))
    withdrawn = _is_withdrawn(document)
    return Source(
        version=_version(document),
        kind="Assertion",
        document=document,
        award=award,
        issued=document.get("issuedOn"),
        expires=document.get("expires"),
        recipients=[_person(someone.get("identity") or someone.get("id"), hashed=someone.get("hashed"))],
        evidence=things(document.get("evidence")),
        url=address(document),
        issuer=thing(award.get("issuer")),
        revoked=(text_in(document.get("revocationReason")) or "no reason is given") if withdrawn else "",
        shown=_below(("badge",))
        | _of_evidence(())
        | {("id",), ("badge",), ("badge", "issuer"), ("badge", "issuer", "name"), ("issuedOn",), ("expires",)}
        | {("recipient",), ("recipient", "identity"), ("revoked",), ("revocationReason",)},
    )


def _version(document: dict[str, object]) -> str:
    """1.1 has the types and names of 2.0 under a context of its own."""
    contexts = document.get("@context")
    listed = contexts if isinstance(contexts, list) else [contexts]
    return "1.1" if "https://w3id.org/openbadges/v1" in listed else "2.0"


def _credential(document: dict[str, object], claims: dict[str, object]) -> Source:
    """3.0. What the credential itself does not say is taken from the claims of its envelope, if it has one."""
    subject = thing(document.get("credentialSubject"))
    identities = things(subject.get("identifier"))
    people = [_person(each.get("identityHash"), hashed=each.get("hashed")) for each in identities]
    award = thing(subject.get("achievement"))
    # An issuer that changes a credential moves validFrom, and keeps the day of the award in awardedDate.
    start = _first(document, "awardedDate", "validFrom", "issuanceDate")
    end = _first(document, "validUntil", "expirationDate")
    place = ("credentialSubject", "achievement")
    name = "" if text_in(award.get("name")) else "name"
    return Source(
        version="3.0",
        kind="OpenBadgeCredential",
        document=document,
        award=award,
        issued=document.get(start) if start else claims.get("nbf"),
        expires=document.get(end) if end else claims.get("exp"),
        recipients=[address(subject) or (text_in(claims.get("sub")) if not people else ""), *people],
        evidence=things(document.get("evidence")) + things(subject.get("evidence")),
        url=address(document) or text_in(claims.get("jti")),
        issuer=thing(document.get("issuer")) or thing(claims.get("iss")),
        name=text_in(document.get(name)),
        shown=_below(place)
        | _of_evidence(())
        | _of_evidence(("credentialSubject",))
        | {("id",), ("issuer",), ("issuer", "name"), place, ("credentialSubject", "id")}
        | {("credentialSubject", "identifier", "identityHash")}
        | {(key,) for key in (start, end, name, *CLAIMS)},
    )


def _first(document: dict[str, object], *keys: str) -> str:
    """The first of `keys` that says something."""
    return next((key for key in keys if document.get(key)), "")
