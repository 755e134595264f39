"""The Markdown folder: front matter, links that lead somewhere, files beside, names that every system takes."""

import datetime as dt
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.sample_sheaf import DAY, EPISODE, GOAL, attached, episode, goal, numbered, sheaf, written
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Setting
from workjournal.exporters.file_names import Names, pages, safe
from workjournal.exporters.journal_markdown import write
from workjournal.exporters.record import Entry, Passage
from workjournal.importers.markdown.front_matter import split

HOSTILE = 'A/B: "test" #1 [of] <two>|*? \\ ^\n\u202eevil\0'


def page(path: str, files: dict[str, bytes]) -> tuple[dict[str, object], str]:
    return split(files[path].decode())


def test_a_page_has_its_fields_in_front_and_its_texts_below() -> None:
    files = written(write, sheaf(episode(1), goal()))
    fields, text = page("episodes/2026/2026-11-19 Moved the depot.md", files)
    assert fields == {
        "type": "episode",
        "id": str(numbered(1)),
        "title": "Moved the depot",
        "date": DAY,
        "time": "09:30",
        "kind": "challenge",
        "difficulty": 60,
        "tags": ["depot", "follow-up"],
        "tag_names": ["depot", "follow up"],
        "goal": "[[Lead the count]]",
    }
    assert text == "\n# Moved the depot\n\nIt went well.\n"
    _, text = page("goals/Lead the count.md", files)
    assert text.endswith(
        "## Check-ins\n\n- **2026-11-19** · progress 20 · Days late\n\n  Changed: Two lines\n  of it\n"
    )
    assert "Episodes: 1" in files["About this export.md"].decode()


def test_a_link_reads_as_the_title_where_the_page_is_called_otherwise() -> None:
    other = episode(2, "Why [so] | late", links={"people": (), "goal": ()})
    first = episode(1, links={"episodes": (numbered(2), numbered(77)), "goal": ()})
    fields, _ = page("episodes/2026/2026-11-19 Moved the depot.md", written(write, sheaf(first, other)))
    assert fields["episodes"] == ["[[2026-11-19 Why so – late|Why (so) - late]]"]


def test_every_link_leads_to_a_page_and_every_picture_to_a_file() -> None:
    """Seen failing with folders counted from the wrong place."""
    picture = attached(7, "plan (1).png", b"picture", "image/png")
    story = "![plan (1).png](<plan (1).png>) and [notes](note.txt), [else](other.txt)"
    one = episode(
        1, files=(picture, attached(8, "note.txt", b"Content")), passages=(Passage("story", "", story),)
    )
    files = written(write, sheaf(one, episode(2, files=(attached(9, "note.txt", b"Other"),)), goal()))
    assert {name: files[name] for name in files if name.startswith("attachments/")} == {
        "attachments/plan (1).png": b"picture",
        "attachments/note.txt": b"Content",
        "attachments/note (2).txt": b"Other",
    }
    text = files["episodes/2026/2026-11-19 Moved the depot.md"].decode()
    assert "![plan (1).png](<../../attachments/plan (1).png>) and [notes](../../attachments/note.txt)" in text
    assert "[else](other.txt)" in text
    second = files["episodes/2026/2026-11-19 Moved the depot (2).md"].decode()
    assert "- [note.txt](<../../attachments/note (2).txt>)" in second
    names = {
        name.rsplit("/", 1)[1].removesuffix(".md") for name in files if name.endswith(".md") and "/" in name
    }
    linked = {
        found
        for name in files
        for found in re.findall(r"\[\[([^|\]]+)", files[name].decode("utf-8", "ignore"))
    }
    assert linked == {"Lead the count"} <= names


def test_a_file_that_is_not_there_is_named_with_the_reason() -> None:
    files = written(write, sheaf(episode(1, files=(attached(7, "plan.pdf", None),))))
    assert b"- plan.pdf (damaged)" in files["episodes/2026/2026-11-19 Moved the depot.md"]
    assert not any(name.startswith("attachments") for name in files)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (HOSTILE, "A-B – test 1 of two- - evil"),
        ("con", "_con"),
        ("  ...  ", "Untitled"),
        ("", "Untitled"),
        ("a." + "b" * 300, "a." + "b" * 98),
        ("漢" * 90, "漢" * 60),
        ("e\u0301te\u0301.", "été"),
        ("👩‍👩‍👧 week", "👩‍👩‍👧 week"),
    ],
)
def test_a_name_is_one_everywhere(words: str, name: str) -> None:
    assert safe(words) == name


@settings(max_examples=100)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_no_two_pages_have_one_name_whatever_their_titles(titles: list[str]) -> None:
    entries = [Entry(noun, numbered(10 * place + of), title, day)
        for place, title in enumerate(titles)
        for of, (noun, day) in enumerate(((EPISODE, DAY), (GOAL, None)))]  # fmt: skip
    found = pages(entries)
    names = [place.name for place in found.values()]
    assert len({name.casefold() for name in names}) == len(names) == len(entries)
    for place in found.values():
        assert len(f"{place.name}.md".encode()) <= 255
        assert not set(place.name) & set('/\\:*?"<>|[]#^\n\0')
        assert place.name == place.name.strip(" .")


def test_a_year_of_equal_titles_takes_no_time_to_tell_apart() -> None:
    names = Names()
    given_ = [names.of_file("IMG.jpg") for _ in range(5000)]
    assert given_[:2] == ["IMG.jpg", "IMG (2).jpg"]
    assert len(set(given_)) == 5000


@settings(max_examples=80)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60), st.booleans())
def test_what_stands_in_front_is_read_back_as_it_was(words: str, emoji: bool) -> None:
    words = " ".join((words + ("😀" if emoji else "")).split())
    value = {"kind": words, "tags": ("a", words)} if words else {}
    fields, _ = page(next(iter(files := written(write, sheaf(episode(1, "x", values=value))))), files)
    assert fields.get("kind", "") == words
    assert not words or fields.get("tag_names", fields.get("tags")) == ["a", words]
    head = next(iter(files.values())).decode().split("\n---\n")[0]
    assert not emoji or not words.isprintable() or "😀" in head


def test_a_day_stays_a_day_and_yes_a_word() -> None:
    """Seen failing with a member of an enumeration among several values."""
    values = {"due": dt.date(2026, 1, 2), "role": "yes", "number": "007", "setting": Setting.CLEAR}
    whole = sheaf(episode(1, values={**values, "audiences": (Audience.MANAGER,)}))
    read = yaml.safe_load(next(iter(written(write, whole).values())).decode().split("---")[1])
    assert {key: read[key] for key in values} == {**values, "setting": "clear"}
    assert read["audiences"] == ["manager"]
