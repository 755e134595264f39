"""Percent-encoding as web addresses have it (RFC 3986, 2.1); the library's own stands beside what opens connections."""

import re

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_CODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def encoded(text: str) -> str:
    """Each letter but the unreserved ones as the bytes of its UTF-8."""
    return "".join(
        letter
        if letter in _PLAIN
        else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "surrogatepass"))
        for letter in text
    )


def decoded(text: str) -> str:
    """Letters instead of codes; what is no UTF-8 becomes U+FFFD."""
    return _CODED.sub(lambda run: bytes.fromhex(run[0].replace("%", "")).decode("utf-8", "replace"), text)
