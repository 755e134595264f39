"""Open Badges built by hand, after the specifications' fields: JSON, signed texts, baked pictures."""

import base64
import json
import struct
import zlib
from typing import Any

SIGNATURE = b"\x89PNG\r\n\x1a\n"
V2 = "https://w3id.org/openbadges/v2"
V3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
HASH = "sha256$" + "0c" * 32

ISSUER = {
    "id": "https://weir.example/issuer",
    "type": "Profile",
    "name": "Weir School of Metal",
    "url": "https://weir.example",
    "email": "office@weir.example",
}
BADGE_CLASS: dict[str, Any] = {
    "@context": V2,
    "type": "BadgeClass",
    "id": "https://weir.example/badges/7",
    "name": "TIG welding, thin sheet",
    "description": "Welds stainless sheet of one millimetre.",
    "image": "https://weir.example/badges/7/image",
    "criteria": {"id": "https://weir.example/badges/7/how", "narrative": "Three seams without a pore."},
    "tags": ["welding", "steel"],
    "issuer": ISSUER,
    "alignment": {"targetName": "ISO 9606-1", "targetUrl": "https://norms.example/9606-1"},
}
ASSERTION: dict[str, Any] = {
    "@context": V2,
    "type": "Assertion",
    "id": "https://weir.example/assertions/41",
    "recipient": {"type": "email", "identity": "mara@example.org"},
    "issuedOn": "2026-03-14T23:30:00-08:00",
    "expires": "2028-03-14T00:00:00Z",
    "verification": {"type": "hosted"},
    "evidence": [
        {
            "id": "https://weir.example/41/seam",
            "name": "Third seam",
            "description": "A photo",
            "genre": "Photo",
        },
        "https://weir.example/41/report",
    ],
    "narrative": "All seams in one morning.",
    "badge": {key: value for key, value in BADGE_CLASS.items() if key != "@context"},
}
LINKED: dict[str, Any] = {
    "@context": V2,
    "type": ["Assertion", "https://weir.example/Award"],
    "id": "urn:uuid:5d7e3b1e-0000-4000-8000-000000000041",
    "recipient": {"type": "email", "hashed": True, "salt": "river", "identity": HASH},
    "issuedOn": "2026-03-14",
    "verification": {"type": "SignedBadge"},
    "badge": "https://weir.example/badges/7",
}
WITHDRAWN: dict[str, Any] = {
    "@context": V2,
    "id": "https://weir.example/assertions/40",
    "revoked": True,
    "revocationReason": "Entered twice.",
}
CREDENTIAL: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2", V3],
    "id": "https://weir.example/credentials/9",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "name": "Welder's certificate",
    "issuer": {"id": "did:web:weir.example", "type": ["Profile"], "name": "Weir School of Metal"},
    "validFrom": "2026-05-01T00:30:00+02:00",
    "validUntil": "2029-04-30T23:59:59Z",
    "evidence": [{"type": ["Evidence"], "narrative": "A morning at the bench", "genre": "Photo"}],
    "credentialStatus": {"id": "https://weir.example/status/3", "type": "1EdTechRevocationList"},
    "credentialSubject": {
        "id": "did:example:mara",
        "type": ["AchievementSubject"],
        "identifier": [
            {"type": "IdentityObject", "identityType": "emailAddress", "hashed": True, "identityHash": HASH},
            {"type": "IdentityObject", "identityType": "name", "hashed": False, "identityHash": "Mara Lind"},
        ],
        "achievement": {
            "id": "urn:uuid:5d7e3b1e-0000-4000-8000-000000000007",
            "type": ["Achievement"],
            "name": {"de": "WIG-Schweißen", "en": "TIG welding"},
            "description": [
                {"@value": "Schweißt Edelstahl.", "@language": "de"},
                {"@value": "Welds stainless steel.", "@language": "en-GB"},
            ],
            "criteria": {"narrative": "Three seams without a pore."},
            "fieldOfStudy": "Metal",
            "creditsAvailable": 3.5,
            "tag": ["welding", "steel"],
        },
    },
}
OLDER_CREDENTIAL: dict[str, Any] = {
    **{key: value for key, value in CREDENTIAL.items() if not key.startswith("valid")},
    "@context": ["https://www.w3.org/2018/credentials/v1", V3],
    "type": ["VerifiableCredential", "AchievementCredential"],
    "issuanceDate": "2025-01-02T03:04:05Z",
    "expirationDate": "2027-01-02T03:04:05Z",
}


def as_json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def part(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def signed(document: object, header: object = None, signature: bytes = b"no signature at all") -> bytes:
    """A compact JWS; the signature is none that anybody could check."""
    head = {"alg": "RS256", "typ": "JWT"} if header is None else header
    return ".".join((part(as_json(head)), part(as_json(document)), part(signature))).encode()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


HEADER = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
PIXEL = chunk(b"IDAT", zlib.compress(b"\0\xff"))
END = chunk(b"IEND", b"")


def picture(*pieces: bytes) -> bytes:
    """A PNG of one white pixel with some chunks more."""
    return SIGNATURE + HEADER + b"".join(pieces) + PIXEL + END


def international(text: bytes, keyword: bytes = b"openbadges", packing: bytes = b"\0\0") -> bytes:
    """An iTXt chunk; its language and translated keyword are not empty, for a reader has to pass over them."""
    return chunk(b"iTXt", keyword + b"\0" + packing + b"en\0badge\0" + text)


def packed(text: bytes, keyword: bytes = b"openbadges") -> bytes:
    return international(zlib.compress(text), keyword, b"\1\0")


def plain(text: bytes, keyword: bytes = b"openbadges") -> bytes:
    return chunk(b"tEXt", keyword + b"\0" + text)
