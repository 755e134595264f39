"""Nothing that is given for a jrnl journal breaks the program, or keeps it busy."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workjournal.errors import JournalError
from workjournal.importers.importer import Asked
from workjournal.importers.item import Item
from workjournal.importers.jrnl.journal import JRNL
from workjournal.importers.trees import Lone

HEAD = "[2026-03-02 10:00] x\n"
SAMPLES = (
    "\ufeff[2026-03-02 10:00] One @tag. *\nbody\n\n[03/04/2026 2:07 PM] Two\n[2026-02-30 10:00] Three\n[x] y\n".encode(),
    b"10.06.2023 15:00 One *\nbody\n11.06.2023 16:00 Two\n",
    (
        b'{"tags": {"@a": 1}, "entries": [{"title": "One", "body": "b", "date": "2026-03-02", "time": "09:05",'
        b' "tags": ["@a"], "starred": true}, {"title": "Two", "body": "", "date": "2026-03-03", "time": "10:00",'
        b' "tags": [], "starred": false, "uuid": "4B"}]}'
    ),
    b"JRNLv3\x000eyJzYWx0IjoiQldrLUU0YWZvQnB6VGx2SThkbENYQT09In0=gAAAAABqXVzDM7Mks",
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A sample with bytes flipped, cut out, put twice, or put in."""
    content = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 40)))
        part = content[start:end]
        instead = draw(
            st.sampled_from([b"", part * 3, bytes(byte ^ 0x11 for byte in part), b"\xff\x00[", b"[[{]}%"])
        )
        content = content[:start] + instead + content[end:]
    return content


@settings(max_examples=120, deadline=None)
@given(
    content=mutated(),
    name=st.sampled_from(["journal.txt", "a.json", "b.journal", "c.md"]),
    form=st.booleans(),
)
def test_a_changed_file_is_read_or_refused(content: bytes, name: str, form: bool) -> None:
    tree = Lone(None, name, content)
    JRNL.accepts(tree)
    asked = Asked("words", {"timeformat": "%d.%m.%Y %H:%M"} if form else {})
    try:
        items = [each for each in JRNL.read(tree, asked) if isinstance(each, Item)]
    except JournalError:
        return
    assert all(item.title or item.text for item in items)
    assert len({item.key for item in items}) == len(items) or "uuid" in content.decode("latin-1")


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "[[[[[[[[" * 60_000,
        HEAD + "[\n" * 250_000,
        HEAD + " \n" * 250_000 + "x",
        HEAD + " " * 500_000 + "x",
        HEAD[:-2] + ".)" * 250_000,
        HEAD[:-2] + "* " * 250_000 + "x",
        HEAD + " @" * 250_000,
        HEAD + "@-#" * 170_000,
        HEAD + ("[" + "1 " * 49 + "] y\n") * 5_000,
        "2026-03-02 10:00 x\n2026-03-02" + " " * 500_000,
        '{"tags": {' + '"a": 1,' * 70_000,
        '{"a":' * 100_000,
    ],
    ids=range(12),
)
def test_half_a_megabyte_of_anything_is_done_with_at_once(text: str) -> None:
    start = time.process_time()
    tree = Lone(None, "journal.txt", text.encode())
    JRNL.accepts(tree)
    try:
        list(JRNL.read(tree, Asked()))
    except JournalError as error:
        assert "Nothing was imported" in str(error)  # noqa: PT017 - whether it raises is not the question
    assert time.process_time() - start < 2  # it takes a hundredth; what grows by the square takes minutes


def test_ten_thousand_entries() -> None:
    days = [
        f"{2000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}" for number in range(10_000)
    ]
    text = "\n".join(f"[{day} 10:00] Entry about @things.\n{'Lorem ipsum dolor. ' * 20}\n" for day in days)
    start = time.process_time()
    items = [
        each for each in JRNL.read(Lone(None, "j.txt", text.encode()), Asked()) if isinstance(each, Item)
    ]
    assert len(items) == 10_000
    assert time.process_time() - start < 5  # half a second where nothing else runs
