"""What an Open Badge says, from each form in which an issuer gives it out; and never more than a mendable trouble."""

import copy
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from domain import badge_samples as samples
from workjournal.domain import open_badge
from workjournal.domain.linked_json import NestedTooDeep, NotJson
from workjournal.domain.open_badge import Badge, is_badge, read
from workjournal.errors import JournalError


def changed(document: dict[str, Any], **values: Any) -> bytes:
    """A sample with other values at the outermost place; None takes one away."""
    merged = document | values
    return samples.as_json({key: value for key, value in merged.items() if value is not None})


def labelled(badge: Badge, label: str) -> list[str]:
    return [text for each, text in badge.fields if each == label]


def test_an_assertion_with_all_of_it_inside() -> None:
    badge = read(samples.as_json(samples.ASSERTION))
    assert (badge.version, badge.kind) == ("2.0", "Assertion")
    assert (badge.name, badge.issuer) == ("TIG welding, thin sheet", "Weir School of Metal")
    assert badge.description == "Welds stainless sheet of one millimetre."
    assert badge.criteria == "Three seams without a pore.\nhttps://weir.example/badges/7/how"
    assert badge.issued == dt.date(2026, 3, 14)  # the issuer's day; in UTC it is the next one
    assert badge.expires == dt.date(2028, 3, 14)
    assert badge.recipient == "mara@example.org"
    assert badge.evidence == (
        "Third seam – A photo – https://weir.example/41/seam",
        "https://weir.example/41/report",
    )
    assert badge.url == "https://weir.example/assertions/41"
    assert (badge.revoked, badge.signature, badge.not_loaded) == ("", "", ())


def test_the_fields_begin_with_what_matters_and_leave_nothing_out() -> None:
    badge = read(samples.as_json(samples.ASSERTION))
    labels = [label for label, _ in badge.fields]
    assert labels[:9] == [
        *("Name", "Issuer", "Description", "Criteria", "Issued", "Expires", "Recipient", "Evidence"),
        "Evidence",
    ]
    assert labelled(badge, "Issued") == ["2026-03-14T23:30:00-08:00"]
    assert labelled(badge, "Format") == ["Open Badges 2.0, Assertion"]
    assert labels[11:] == [
        *("Recipient › type", "Verification › type", "Evidence › 1 › genre", "Narrative", "Badge › id"),
        *("Badge › image", "Badge › tags", "Badge › issuer › id", "Badge › issuer › url"),
        *("Badge › issuer › email", "Badge › alignment › target name", "Badge › alignment › target url"),
    ]
    assert labelled(badge, "Badge › tags") == ["welding, steel"]


def test_an_assertion_of_addresses_says_that_they_were_not_loaded() -> None:
    badge = read(samples.as_json(samples.LINKED))
    assert badge.name == "https://weir.example/badges/7"
    assert badge.not_loaded == (badge.name,)
    assert badge.fields[0] == ("Name", f"{badge.name} (only its address; not loaded)")
    assert (badge.issuer, badge.issued, badge.expires) == ("", dt.date(2026, 3, 14), None)


def test_an_issuer_of_whom_only_the_address_is_known() -> None:
    badge = read(changed(samples.BADGE_CLASS, issuer="https://weir.example/issuer"))
    assert badge.issuer == "https://weir.example/issuer"
    assert labelled(badge, "Issuer") == ["https://weir.example/issuer (only its address; not loaded)"]
    assert badge.name == "TIG welding, thin sheet"


def test_a_hashed_recipient_is_said_to_be_hashed() -> None:
    assert read(samples.as_json(samples.LINKED)).recipient == f"hashed ({samples.HASH})"
    undeclared = {"type": "email", "identity": samples.HASH}
    assert read(changed(samples.LINKED, recipient=undeclared)).recipient.startswith("hashed (")
    assert read(changed(samples.LINKED, recipient="mara@example.org")).recipient == "mara@example.org"
    declared_as_text = {"type": "email", "identity": "0c0c", "hashed": "true"}
    assert read(changed(samples.LINKED, recipient=declared_as_text)).recipient == "hashed (0c0c)"


def test_a_badge_class_alone_was_awarded_to_nobody() -> None:
    badge = read(samples.as_json(samples.BADGE_CLASS))
    assert (badge.version, badge.kind, badge.recipient) == ("2.0", "BadgeClass", "")
    assert (badge.name, badge.issuer) == ("TIG welding, thin sheet", "Weir School of Metal")
    assert (badge.issued, badge.url) == (None, "https://weir.example/badges/7")


def test_a_withdrawn_badge_is_read_though_nothing_else_is_left_of_it() -> None:
    badge = read(samples.as_json(samples.WITHDRAWN))
    assert (badge.revoked, badge.name) == ("Entered twice.", "")
    assert badge.fields[0] == ("Withdrawn", "Entered twice.")
    silent = read(changed(samples.ASSERTION, revoked=True))
    assert (silent.revoked, silent.name) == ("no reason is given", "TIG welding, thin sheet")
    assert read(changed(samples.ASSERTION, revoked=False, revocationReason="none")).revoked == ""


def test_the_older_form_of_2_is_told_apart() -> None:
    badge = read(changed(samples.ASSERTION, **{"@context": "https://w3id.org/openbadges/v1"}))
    assert badge.version == "1.1"
    assert read(changed(samples.ASSERTION, **{"@context": [samples.V2, {"a": "b"}]})).version == "2.0"


def test_a_credential() -> None:
    badge = read(samples.as_json(samples.CREDENTIAL))
    assert (badge.version, badge.kind) == ("3.0", "OpenBadgeCredential")
    assert (badge.name, badge.issuer) == ("TIG welding", "Weir School of Metal")
    assert badge.description == "Welds stainless steel."
    assert badge.criteria == "Three seams without a pore."
    assert (badge.issued, badge.expires) == (dt.date(2026, 5, 1), dt.date(2029, 4, 30))
    assert badge.recipient == f"did:example:mara, hashed ({samples.HASH}), Mara Lind"
    assert badge.evidence == ("A morning at the bench",)
    assert badge.url == "https://weir.example/credentials/9"
    assert labelled(badge, "Name") == ["TIG welding", "Welder's certificate"]
    assert labelled(badge, "Achievement › field of study") == ["Metal"]
    assert [label for label, text in badge.fields if "Mara Lind" in text] == ["Recipient"]
    assert labelled(badge, "Achievement › credits available") == ["3.5"]
    assert labelled(badge, "Credential status › type") == ["1EdTechRevocationList"]


def test_a_credential_of_the_first_data_model() -> None:
    badge = read(samples.as_json(samples.OLDER_CREDENTIAL))
    assert (badge.issued, badge.expires) == (dt.date(2025, 1, 2), dt.date(2027, 1, 2))
    awarded = read(changed(samples.CREDENTIAL, awardedDate="2020-02-29T00:00:00Z"))
    assert awarded.issued == dt.date(2020, 2, 29)
    assert labelled(awarded, "Valid from") == ["2026-05-01T00:30:00+02:00"]


def test_a_credential_in_lists_of_one_and_with_its_name_outside() -> None:
    document = copy.deepcopy(samples.CREDENTIAL)
    document["credentialSubject"]["achievement"]["name"] = {"text": "not a text"}
    document["credentialSubject"] = [document["credentialSubject"]]
    document["issuer"] = "did:web:weir.example"
    document["type"] = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential"
    badge = read(samples.as_json(document))
    assert (badge.name, badge.issuer) == ("Welder's certificate", "did:web:weir.example")
    assert labelled(badge, "Name") == ["Welder's certificate"]


def test_of_two_subjects_the_second_is_shown_too() -> None:
    subject = samples.CREDENTIAL["credentialSubject"]
    subject = subject | {"evidence": {"id": "https://weir.example/9/seam"}}
    other = {"id": "did:example:jon", "achievement": {"name": "MAG welding"}}
    badge = read(changed(samples.CREDENTIAL, credentialSubject=[subject, other]))
    assert badge.name == "TIG welding"
    assert badge.evidence == ("A morning at the bench", "https://weir.example/9/seam")
    assert "MAG welding" in [text for _, text in badge.fields]


def test_a_signed_assertion_is_read_and_not_verified() -> None:
    badge = read(samples.signed(samples.ASSERTION) + b"\n")
    assert (badge.name, badge.signature) == ("TIG welding, thin sheet", "RS256")
    assert labelled(badge, "Signed with") == ["RS256 (not verified)"]
    assert read(samples.signed(samples.ASSERTION, {"alg": "none"}, b"")).signature == "none"
    assert read(samples.signed(samples.ASSERTION, {})).signature == "unknown method"


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_signed_credential_speaks_for_itself_before_its_envelope(wrapped: bool) -> None:
    claims = {"iss": "did:web:other", "jti": "urn:other", "sub": "did:other", "nbf": 0, "exp": 0}
    document = samples.CREDENTIAL
    badge = read(samples.signed(claims | ({"vc": document} if wrapped else document)))
    alone = read(samples.as_json(document))
    assert badge.signature == "RS256"
    assert (badge.name, badge.issuer, badge.url) == (alone.name, alone.issuer, alone.url)
    assert (badge.issued, badge.expires, badge.recipient) == (alone.issued, alone.expires, alone.recipient)
    assert not {"Iss", "Jti", "Sub", "Nbf", "Exp"}.intersection(label for label, _ in badge.fields)


def test_where_a_signed_credential_is_silent_its_envelope_speaks() -> None:
    claims = {
        "iss": "did:web:weir",
        "jti": "urn:9",
        "sub": "did:mara",
        "nbf": 1767225599,
        "exp": 1767225600.5,
    }
    bare = {"type": "OpenBadgeCredential", "credentialSubject": {"achievement": {"name": "TIG"}}}
    badge = read(samples.signed({**claims, "vc": bare}))
    assert (badge.issuer, badge.url, badge.recipient) == ("did:web:weir", "urn:9", "did:mara")
    assert (badge.issued, badge.expires) == (dt.date(2025, 12, 31), dt.date(2026, 1, 1))
    assert labelled(badge, "Issued") == ["2025-12-31"]
    unsigned = read(samples.as_json({**claims, "vc": bare}))
    assert (unsigned.issuer, unsigned.issued) == ("", None)


def test_the_name_of_the_one_it_was_given_to_is_not_taken_for_the_badges() -> None:
    subject = {"name": "Mara Lind", "achievement": {"name": "TIG", "tag": "welding"}}
    badge = read(samples.as_json({"type": "OpenBadgeCredential", "credentialSubject": subject}))
    assert labelled(badge, "Name") == ["TIG"]
    assert labelled(badge, "Recipient › name") == ["Mara Lind"]
    assert labelled(badge, "Achievement › tag") == ["welding"]


BAKED: list[tuple[Callable[[bytes], bytes], bytes]] = [
    (samples.international, samples.as_json(samples.ASSERTION)),
    (samples.international, samples.signed(samples.ASSERTION)),
    (samples.packed, samples.as_json(samples.ASSERTION)),
    (samples.plain, samples.as_json(samples.ASSERTION)),
    (lambda text: samples.international(text, b"openbadgecredential"), samples.as_json(samples.CREDENTIAL)),
    (lambda text: samples.plain(text, b"openbadgecredential"), samples.signed(samples.CREDENTIAL)),
]


@pytest.mark.parametrize(("baked", "text"), BAKED)
def test_a_picture_says_what_was_baked_into_it(baked: Callable[[bytes], bytes], text: bytes) -> None:
    assert read(samples.picture(baked(text))) == read(text)


def test_a_byte_order_mark_is_passed_over() -> None:
    text = samples.as_json(samples.LINKED)
    marked = b"\xef\xbb\xbf" + text
    assert read(marked) == read(samples.picture(samples.international(marked))) == read(text)


def test_a_picture_with_both_is_read_as_the_newer() -> None:
    older = samples.international(samples.as_json(samples.ASSERTION))
    newer = samples.international(samples.as_json(samples.CREDENTIAL), b"openbadgecredential")
    assert read(samples.picture(older, newer)).version == "3.0"


def test_a_day_that_is_none_is_shown_as_it_is_written() -> None:
    badge = read(changed(samples.ASSERTION, issuedOn="last spring", expires="2026-02-30T00:00:00Z"))
    assert (badge.issued, badge.expires) == (None, None)
    assert labelled(badge, "Issued") == ["last spring (no date that can be read)"]
    assert labelled(badge, "Expires") == ["2026-02-30T00:00:00Z (no date that can be read)"]


def test_a_badge_without_end_is_shown_in_part() -> None:
    badge = read(changed(samples.ASSERTION, more=[{"key": str(number)} for number in range(5000)]))
    assert len(badge.fields) < open_badge.MOST_FIELDS + 20
    assert badge.fields[-1] == ("And more", "only the first 200 other entries are shown")
    many = read(changed(samples.ASSERTION, evidence=[f"https://weir.example/{n}" for n in range(5000)]))
    assert len(many.evidence) == open_badge.MOST_FIELDS


LONG = b'{"type":"Assertion","badge":"' + b"x" * (open_badge.LARGEST - 31) + b'"}'
REFUSED: list[tuple[bytes, type[JournalError], str]] = [
    (LONG + b" ", open_badge.BadgeTooLarge, "6 MB"),
    (b"", open_badge.NotABadge, "begins neither like JSON"),
    (b"Certificate of attendance", open_badge.NotABadge, "begins neither like JSON"),
    (b"%PDF-1.7 \xe2\xe3", open_badge.NotABadge, "see byte 9"),
    (b"<html></html>", open_badge.NotABadge, "a web page"),
    (b"<?xml version='1.0'?><svg/>", open_badge.BadgeInSvg, "PNG or JSON"),
    (b"[1, 2]", open_badge.NotABadge, "no object at the outermost place"),
    (b'{"a": 1}', open_badge.NotABadge, 'it has no "type"'),
    (b'{"type": {"a": 1}, "revoked": false}', open_badge.NotABadge, 'it has no "type"'),
    (b'{"type": ["VerifiableCredential", "x:ClrCredential"]}', open_badge.OtherDocument, "ClrCredential"),
    (b'{"type": "Assertion"}', open_badge.NotABadge, "what it was awarded for"),
    (b'{"type": "OpenBadgeCredential"}', open_badge.NotABadge, "what it was awarded for"),
    (b'{"type":\n "Assertion",}', NotJson, "line 2, column"),
    (b'{"type": ' + b"9" * 5000 + b"}", NotJson, "thousands of digits"),
    (b'{"type": ' + b"[" * 200_000, NestedTooDeep, "40 levels"),
    (b"https://weir.example/assertions/41", open_badge.BadgeElsewhere, "https://weir.example/assertions/41"),
    (b"www.weir.example", open_badge.NotABadge, "the header of its signed text"),
    (b"W10.e30.", open_badge.NotABadge, "the header of its signed text is no object"),
    (b"e30.e.x", open_badge.NotABadge, "the payload of its signed text"),
    (samples.picture(), open_badge.NoBadgeInside, "the file that the issuer gives out"),
    (samples.picture(samples.plain(b"x", b"Author")), open_badge.NoBadgeInside, "screenshots"),
    (samples.picture(samples.plain(b"https://weir.example/41")), open_badge.BadgeElsewhere, "opens none"),
]


@pytest.mark.parametrize(("content", "trouble", "told"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_badge_is_refused_with_the_reason(
    content: bytes, trouble: type[JournalError], told: str
) -> None:
    with pytest.raises(trouble) as refused:
        read(content)
    assert type(refused.value) is trouble
    assert told in str(refused.value)
    assert not is_badge(content)


def test_a_badge_may_be_as_large_as_a_credential() -> None:
    assert len(LONG) == open_badge.LARGEST
    assert is_badge(LONG)
