"""Apple's property lists, XML or binary, as plain values, also where another program wrote them loosely."""

import datetime as dt
import plistlib
import re
import struct
from typing import Any
from xml.parsers.expat import ExpatError

from workjournal.importers.limits import MEGABYTE
from workjournal.importers.texts import NotReadable, check_size

LARGEST = 16 * MEGABYTE
"""Bytes of one entry."""
_DATE = re.compile(rb"(</key>\s*)<date>([^<]{1,40})</date>")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_REPLACED = "�".encode()
_BINARY = b"bplist00"


def from_plist(content: bytes) -> Any:
    """The value; dates of an XML list stay the texts they are there, for not all who wrote them wrote Apple's form.

    Raises:
        NotReadable: also for entity declarations, by which a short file would say a billion words; plistlib refuses them.
    """
    if not content.startswith(_BINARY):
        content = _mended(content)
    try:
        value = plistlib.loads(content)
    except plistlib.InvalidFileException as error:
        raise NotReadable(str(error) if "entity" in str(error) else "it is no property list") from None
    except ExpatError as error:
        raise NotReadable(f"its XML is broken in line {error.lineno}") from None
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError, struct.error):
        # plistlib leaves what its handlers stumble over as it comes: a number of letters, a key outside of a list.
        raise NotReadable("it is no whole property list") from None
    check_size(value)
    return _in_utc(value)


def _mended(content: bytes) -> bytes:
    """Without blank before the first tag, with dates as texts, and without letters that XML may not have."""
    content = content.lstrip(b" \t\r\n")
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\0")):
        return content  # UTF-16 or UTF-32
    return _CONTROL.sub(_REPLACED, _DATE.sub(rb"\1<string>\2</string>", content))


def _in_utc(value: Any) -> Any:
    """The same, with dates of a binary list as the instants in UTC that they are."""
    if isinstance(value, dict):
        return {key: _in_utc(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_in_utc(each) for each in value]
    return value.replace(tzinfo=dt.UTC) if isinstance(value, dt.datetime) else value
