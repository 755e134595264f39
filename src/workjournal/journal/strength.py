"""How long a passphrase would hold against someone who has the vault's files."""

from dataclasses import dataclass

LONGEST = 500
"""Characters looked at; the library refuses over 72 unless told otherwise, and its time grows with length."""


@dataclass(frozen=True)
class Strength:
    """`score` 0 (a guess away) to 4; `time` is how long guessing takes at 10,000 guesses a second, in words.

    The rate is zxcvbn's for a slow hash; Argon2id with our memory allows fewer, so the time is on the safe side.
    """

    score: int
    time: str
    advice: str


def strength(passphrase: str) -> Strength:
    """Estimated by zxcvbn (Wheeler 2016). Takes some milliseconds, more the first time: call it off the GUI thread."""
    from zxcvbn import zxcvbn

    found = zxcvbn(passphrase[:LONGEST], max_length=LONGEST)
    return Strength(
        score=int(found["score"]),
        time=str(found["crack_times_display"]["offline_slow_hashing_1e4_per_second"]),
        advice=str(found["feedback"]["warning"] or ""),
    )
