"""A pack as Markdown and as plain text: as the files in golden/ have it, and nothing breaks out of its place."""

import datetime as dt
import itertools
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exporters.sample_pack import STORY, pack, realistic
from workjournal.exporters.leak_check import find_leaks_in_text
from workjournal.exporters.letters import shown
from workjournal.exporters.markdown_tree import plain
from workjournal.exporters.pack_content import (
    PackContent,
    PackEntry,
    PackPicture,
    PackSection,
    PackTable,
    Secrets,
    texts_of,
)
from workjournal.exporters.pack_text import markdown, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).with_name("golden")
HOSTILE = """# A heading of my own
Another
===

<script>alert(1)</script> <b>bold</b> &lt;b&gt; AT&T &amp; R&D

- one *two* **three** `code` ``co`de``
- a list
  1. in a list

  with a second paragraph

* another list

7. seven
8. eight

> quoted
> - deeper

```python
# no heading
    <tag>
```

[a link](https://hidden.example) ![a picture](x.png) <https://shown.example>

---

1986\\. A great year, snake_case and _emphasis_, 2 * 3 * 4, C# and #5, a|b, ~5~
hard\\
break"""


def everything(language: str = "en") -> PackContent:
    """Every part that a pack can have, with hostile texts in it."""
    picture = PackPicture("The shelf, *before* and after", "image/png", b"")
    stories = (
        PackEntry(
            "Planning <the> harbour route #1",
            "14 October · win",
            parts=(
                ("Situation", "Two teams, one truck."),
                ("Action", "- asked\n- counted\n\nand wrote it down"),
            ),
            facts=(("Saved", "2 hours a week"), ("Seen by", "4 * 2 people")),
            group="Planning",
            pictures=(picture, replace(picture, alt="")),
        ),
        PackEntry("Second story", text=STORY, result="**10 %** less\n\n- in one week", group="Planning"),
        PackEntry("Told in the open", text="It was hard.", group="Talking\n# no heading"),
    )
    rows = (("Planning | driving", "40 of 100, 3 March 2026", "65 of 100"), ("漢字", "", "x" * 20))
    sections = (
        PackSection("stories", "Stories by skill", stories),
        PackSection("highlights", "Highlights", (PackEntry("Hostile", "1. note", HOSTILE),)),
        PackSection(
            "asks",
            "What I ask for",
            (*realistic().sections[4].entries, PackEntry("Third", text="- a\n- b")),
            numbered=True,
        ),
        PackSection("skills", "Skills", table=PackTable(("Skill", "First rating", "Last rating"), rows)),
        realistic().sections[5],
        PackSection(
            "evidence",
            "Evidence",
            (
                PackEntry(
                    text="The playbook", note="3 October", link="https://git.example.org/ops/playbook/214"
                ),
                PackEntry(link="notes <on> paper"),
            ),
        ),
    )
    return PackContent(
        "A pack\nof evidence", "October 2026", dt.date(2026, 11, 24), language, sections, "Sam_Okafor"
    )


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("write", [markdown, plain_text])
def test_every_part_is_written_as_it_should_look(
    write: "Callable[[PackContent], str]", language: str
) -> None:
    name = f"pack-{language}.{'md' if write is markdown else 'txt'}"
    assert write(everything(language)) == (GOLDEN / name).read_text(encoding="utf-8")


def headings(text: str) -> list[tuple[int, str]]:
    """Level and text of each, read by a parser that takes HTML and GitHub's tables too."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    assert not [token for token in tokens if token.type == "html_block"]
    inline = [child for token in tokens for child in token.children or ()]
    assert not [child for child in inline if child.type in {"html_inline", "image"}]
    return [
        (int(token.tag[1]), "".join(child.content for child in after.children or ()))
        for token, after in itertools.pairwise(tokens)
        if token.type == "heading_open"
    ]


def test_the_outline_is_the_packs_own() -> None:
    assert headings(markdown(everything())) == [
        *((1, "A pack of evidence"), (2, "Stories by skill"), (3, "Planning")),
        *((4, "Planning <the> harbour route #1"), (4, "Second story"), (3, "Talking # no heading")),
        *((4, "Told in the open"), (2, "Highlights"), (3, "Hostile"), (2, "What I ask for"), (2, "Skills")),
        *((2, "Growth"), (2, "Evidence")),
    ]


def test_plain_text_has_no_marks_and_no_line_is_wrapped() -> None:
    told = plain_text(pack(PackEntry("A title", text=f"{'A long paragraph. ' * 60}\nand **more** of `it`")))
    assert told.splitlines()[6:] == ["A title", "", f"{'A long paragraph. ' * 60}and more of it"]


def test_a_number_of_what_was_written_down_is_left_out() -> None:
    confidence, difficulty = realistic().sections[5].figures
    for write in (markdown, plain_text):
        told = write(
            replace(
                realistic(),
                sections=(
                    replace(
                        realistic().sections[5],
                        figures=(confidence, replace(difficulty, counts_entries=True)),
                    ),
                ),
            )
        )
        assert f"(n = {confidence.n})" in told
        assert told.count("n = ") == 1
        assert plain(difficulty.reading) in plain(told)


def test_a_wide_table_is_told_row_by_row() -> None:
    table = PackTable(("Skill", "Why"), (("Planning", "because " * 12), ("Driving", "no")))
    told = plain_text(replace(pack(), sections=(PackSection("skills", "Skills", table=table),)))
    assert told.endswith("Skill: Planning\nWhy: " + "because " * 11 + "because\n\nSkill: Driving\nWhy: no\n")


TEXTS = st.text(
    st.sampled_from("ab1 \n*_`#>-+=.)(<&;\\[]!|~:/\"'\t\u200b\u202e\u0301é🚀שa\0"), max_size=60
) | st.lists(st.sampled_from(HOSTILE.split("\n")), max_size=6).map("\n".join)


def said(text: str) -> str:
    """Every sign that is seen, once a text's Markdown is read."""
    return seen(plain(shown(text, frozenset())))


def seen(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter != "\u200b")


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
@example("a\\\n# b\\\n- c\\\n1. d", "*a***b**c")
@example("**a**b**c** " + "**d**e" * 40, "C #")
@example("_a_*b* is one, and so is __a__**b**", "&amp;lt;b&amp;gt;")
@example("&amp;lt;b&amp;gt; &amp;copy; &", "1. a")
@example("````py\n```\n# x\n```\n````", "> a")
@example("- - - a\n\n    - b", "`` ` ``")
def test_whatever_was_written_says_the_same_and_stays_in_its_place(text: str, title: str) -> None:
    """Seen failing without the backslash before what begins a line."""
    sections = (
        PackSection(
            "highlights", "Highlights", (PackEntry(title, text, text, text, parts=(("Task", text),)),)
        ),
        PackSection("asks", "Asks", (PackEntry(title, text, text),), numbered=True),
        PackSection("skills", "Skills", table=PackTable((title, text), ((text, title),))),
        PackSection("evidence", "Evidence", (PackEntry(link=title, facts=(("Saved", text),)),)),
    )
    content = replace(pack(), sections=sections)
    told = markdown(content)
    ours = {"Pack", "Highlights", "Asks", "Skills", "Evidence"}
    others = [heading for heading in headings(told) if heading[1] not in ours]
    assert len(others) <= 1
    assert all(level == 3 for level, _ in others)
    prose = replace(content, sections=sections[:2])
    assert said(markdown(prose)).count(said(text)) >= 4
    assert (
        seen(plain_text(prose)).replace("-", "").count(said(text).replace("-", "")) >= 4
    )  # bullets are ours
    assert "\u202e" not in told
    for each in ("\0", "\u202e"):
        assert each not in plain_text(content)


def test_a_leak_in_a_text_is_found_in_either_form() -> None:
    secret = "I doubt that *Marie-Lou* will [ever](http://x.example) keep her word <about> the budget & all"
    for write in (markdown, plain_text):
        told = write(pack(PackEntry("Title", text=f"We met. {secret}")))
        leaks = find_leaks_in_text(told, Secrets((secret,), ("marie-lou",), ("root",)))
        assert len(leaks) == 2
        assert leaks[0].startswith("The text")
        assert (
            find_leaks_in_text(
                told, Secrets(("I doubt that anybody else will ever keep a word",), ("Lou's",), ("met",))
            )
            == []
        )


@pytest.mark.parametrize("word", ["O_Brien", "AT&amp;T", "a*b corp", "Marie-Lou", "x [y] z", "A<B"])
def test_a_word_is_found_though_its_signs_are_written_otherwise(word: str) -> None:
    told = markdown(pack(PackEntry(f"Met {word}")))
    assert find_leaks_in_text(told, Secrets(words=(word,))) != []


def test_every_text_of_the_content_is_told() -> None:
    content = everything()
    told = plain_text(content)
    inner = seen(told).replace("-", "")
    texts = [
        text
        for section in content.sections
        for text in texts_of((section.heading, section.entries, section.table))
    ]
    for text in texts:
        if text != "image/png":
            assert any(form.replace("-", "") in inner for form in (said(text), seen(text))), text
