"""The recovery code: what is printed reads back however it is typed, and a mistake is noticed and placed."""

import contextlib
import hashlib
import hmac
import itertools
import re
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workjournal.vault.slots.recovery_code import (
    ALPHABET,
    RECOVERY_CODE,
    NotACode,
    new_code,
    read_code,
    spelled,
)

CONTENTS = st.binary(min_size=20, max_size=20)
# Fixed ones: one mistake of a million is not noticed, so a test over random codes would fail now and then.
FIXED = [bytes(20), b"\xff" * 20, *(hashlib.sha1(bytes([n])).digest() for n in range(6))]
CODE = spelled(FIXED[2])
GROUPS = CODE.split("-")
READ_AS = {"0": "0Oo", "1": "1IiLl"}


def says(typed: str) -> str:
    with pytest.raises(NotACode) as caught:
        read_code(typed)
    return str(caught.value.fields["reason"])


# Printing and reading


@given(CONTENTS)
def test_what_is_spelled_reads_back(content: bytes) -> None:
    code = spelled(content)
    assert re.fullmatch(f"(?:[{ALPHABET}]{{4}}-){{8}}[{ALPHABET}]{{4}}", code)
    assert read_code(code) == content


@given(CONTENTS, st.data())
def test_case_spaces_dashes_and_lookalikes_do_not_matter(content: bytes, data: st.DataObject) -> None:
    between = st.sampled_from(
        ["", "", " ", "-", " - ", "\n", "\t", "–", "\u00ad", "\u00a0", "\u2011", "\u200b"]
    )
    typed = data.draw(between)
    for letter in spelled(content).replace("-", ""):
        typed += data.draw(st.sampled_from(READ_AS.get(letter, letter + letter.lower()))) + data.draw(between)
    assert read_code(typed) == content


def test_full_width_letters_of_an_input_method_are_read() -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter != "-" else "－" for letter in CODE)
    assert read_code(wide) == read_code(CODE)


def test_new_codes_are_random_and_have_160_bits() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    seen = [read_code(code) for code in codes]
    for bit in range(160):  # each bit is both, or chance failed us once in 2^191
        assert len({content[bit // 8] >> bit % 8 & 1 for content in seen}) == 2


def test_the_check_group_and_the_key_are_those_of_the_design() -> None:
    """Once more from the text of docs/vault-format.md, over the standard library."""
    content = bytes(range(20))
    bits = "".join(f"{byte:08b}" for byte in content)
    digest = hashlib.sha256(b"workjournal recovery code" + content).digest()
    bits += "".join(f"{byte:08b}" for byte in digest)[:20]
    letters = "".join(ALPHABET[int(bits[at : at + 5], 2)] for at in range(0, 180, 5))
    assert spelled(content).replace("-", "") == letters
    salt = bytes(range(16))
    prk = hmac.digest(salt, content, hashlib.sha256)
    key = hmac.digest(prk, b"workjournal/recovery code\x01", hashlib.sha256)
    assert RECOVERY_CODE.wrapping_key(spelled(content).lower(), {"salt": salt.hex()}) == key


# Mistakes


@pytest.mark.parametrize("content", FIXED, ids=bytes.hex)
def test_every_wrong_character_is_noticed_or_reads_as_the_same_code(content: bytes) -> None:
    """Seen failing without the comparison of the check group: the first wrong character passed."""
    code = spelled(content)
    kept = 0
    for at, wrong in itertools.product(range(len(code)), string.ascii_letters + string.digits + "-"):
        if code[at] == "-" or wrong == code[at]:
            continue
        typed = code[:at] + wrong + code[at + 1 :]
        if wrong in READ_AS.get(code[at], code[at].lower()):
            assert read_code(typed) == content, typed
            kept += 1
        else:
            says(typed)
    assert kept >= 20  # both ways were met


@pytest.mark.parametrize("content", FIXED, ids=bytes.hex)
def test_every_swap_of_neighbours_is_noticed_or_is_none(content: bytes) -> None:
    """Seen failing without the comparison of the check group."""
    code = spelled(content).replace("-", "")
    for at in range(len(code) - 1):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        if swapped == code:
            assert read_code(swapped) == content
        else:
            assert "group 9" in says(swapped)


@pytest.mark.parametrize("content", FIXED[2:], ids=bytes.hex)
def test_every_missing_doubled_or_moved_group_is_noticed(content: bytes) -> None:
    groups = spelled(content).split("-")
    for at in range(9):
        assert "group 9 is missing" in says("-".join(groups[:at] + groups[at + 1 :]))
        assert "more than nine" in says("-".join([*groups[:at], groups[at], *groups[at:]]))
    for first, second in itertools.combinations(range(9), 2):
        moved = list(groups)
        moved[first], moved[second] = moved[second], moved[first]
        assert "group 9" in says("-".join(moved))


@pytest.mark.parametrize("number", range(1, 10))
def test_the_first_group_that_cannot_be_right_is_named(number: int) -> None:
    def with_group(group: str, joint: str = "-") -> str:
        return joint.join([*GROUPS[: number - 1], group, *GROUPS[number:]])

    group = GROUPS[number - 1]
    assert says(with_group(group[:3])) == f"group {number} has 3 characters instead of four"
    assert says(with_group(group + "7", " ")) == f"group {number} has 5 characters instead of four"
    for wrong in "Uu!ß?é\U0001f600\ud800":
        assert says(with_group(wrong + group[1:])) == f"group {number} has a character that no code uses"
        assert says(with_group(wrong + group[1:], "")) == f"group {number} has a character that no code uses"


def test_the_message_names_the_way_out_and_not_the_code() -> None:
    with pytest.raises(NotACode) as caught:
        read_code(CODE[:-1] + ("0" if CODE[-1] != "0" else "1"))
    told = str(caught.value)
    assert "group 9" in told
    assert "sheet" in told
    assert not [group for group in GROUPS if group in told]


@pytest.mark.parametrize("typed", ["", " ", "-", "seven brown kettles argue", "7K2M", "0" * 36], ids=repr)
def test_what_is_no_code_is_refused(typed: str) -> None:
    says(typed)


def test_a_whole_book_is_refused_at_once() -> None:
    assert says("0" * 10_000_000) == "it is far too long"


@given(st.text(max_size=80))
@example("\ud800")
def test_any_text_reads_or_is_refused(typed: str) -> None:
    content = b""
    with contextlib.suppress(NotACode):
        content = read_code(typed)
    assert len(content) in {0, 20}
