"""What becomes of links, embeds, tags and code in the Markdown of Obsidian."""

import time

import pytest

from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.links import Converted, converted
from workjournal.importers.markdown.mask import HIDDEN, without_code
from workjournal.importers.trees import Lone

FILES = (
    "a/image.png",
    "b/deep/plan.pdf",
    "image.png",
    "with space.png",
    "film.mp4",
    "b/x/same.png",
    "b/same.png",
    "Ünit.png",
)


def made(text: str, folder: str = "") -> Converted:
    return converted(text, folder, LinkedFiles(Lone(None, "x"), FILES))


WIKILINKS = [
    ("[[Note]]", "Note"),
    ("[[Note|alias]]", "alias"),
    ("[[folder/Note]]", "folder/Note"),
    ("[[Note#Heading]]", "Note > Heading"),
    ("[[Note#One#Two]]", "Note > One > Two"),
    ("[[#Heading]]", "Heading"),
    ("[[Note#^ab12cd]]", "Note"),
    ("[[#^ab12cd]]", "#^ab12cd"),
    ("| [[Note\\|alias]] |", "| alias |"),
    ("![[Other note]]", "Other note"),
]


@pytest.mark.parametrize(("text", "plain"), WIKILINKS)
def test_a_link_to_a_note_becomes_its_words_and_is_kept(text: str, plain: str) -> None:
    found = made(text)
    assert found.text == plain
    assert found.links == [text.strip("| ")]
    assert not found.files
    assert not found.missing


EMBEDS = [
    ("![[image.png]]", "![image.png](image.png)", "image.png"),
    ("![[a/image.png]]", "![image.png](image.png)", "a/image.png"),
    ("![[IMAGE.PNG]]", "![image.png](image.png)", "image.png"),
    ("![[image.png|300]]", "![image.png](image.png)", "image.png"),
    ("![[image.png|A cat|300x200]]", "![A cat](image.png)", "image.png"),
    ("![[plan.pdf#page=3]]", "[plan.pdf](plan.pdf)", "b/deep/plan.pdf"),
    ("[[plan.pdf|the plan]]", "[the plan](plan.pdf)", "b/deep/plan.pdf"),
    ("![[with space.png]]", "![with space.png](<with space.png>)", "with space.png"),
    ("![](with%20space.png)", "![with space.png](<with space.png>)", "with space.png"),
    ("![](<with space.png>)", "![with space.png](<with space.png>)", "with space.png"),
    ('![cat](image.png "a cat")', '![cat](image.png "a cat")', "image.png"),
    ("![100](image.png)", "![100](image.png)", "image.png"),
    ("![x](film.mp4)", "[x](film.mp4)", "film.mp4"),
    ("[plan](b/deep/plan.pdf#page=2)", "[plan](plan.pdf)", "b/deep/plan.pdf"),
    ("[cat]: image.png", "[cat]: image.png", "image.png"),
    ('<img src="image.png" width="30">', "![image.png](image.png)", "image.png"),
    ("![](%C3%9Cnit.png)", "![Ünit.png](Ünit.png)", "Ünit.png"),
    ("![[U\u0308nit.png]]", "![Ünit.png](Ünit.png)", "Ünit.png"),
    ("![](b\\deep\\plan.pdf)", "[plan.pdf](plan.pdf)", "b/deep/plan.pdf"),
    ("![](/image.png)", "![image.png](image.png)", "image.png"),
]


@pytest.mark.parametrize(("text", "plain", "path"), EMBEDS)
def test_an_embedded_file_is_attached_at_its_place(text: str, plain: str, path: str) -> None:
    found = made(text)
    assert found.text == plain
    assert list(found.files) == [path]
    assert not found.missing


@pytest.mark.parametrize(
    ("text", "folder", "path"),
    [
        ("![[image.png]]", "a", "image.png"),  # its whole path
        ("![](image.png)", "a", "a/image.png"),  # in Markdown the path is from the note on
        ("![](../image.png)", "a", "image.png"),
        ("![[./image.png]]", "a", "a/image.png"),
        ("![[same.png]]", "", "b/same.png"),  # the shortest path
        ("![[same.png]]", "b/x", "b/x/same.png"),  # that of the note's own folder
        ("![[x/same.png]]", "", "b/x/same.png"),
        ("![](../../plan.pdf)", "a", "b/deep/plan.pdf"),  # out of the tree: by its name
    ],
)
def test_a_file_is_found_as_obsidian_finds_it(text: str, folder: str, path: str) -> None:
    assert list(made(text, folder).files) == [path]


def test_two_files_of_one_name_have_two() -> None:
    found = made("![[image.png]] ![[a/image.png]] ![[image.png]]")
    assert found.files == {"image.png": "image.png", "a/image.png": "image (2).png"}
    assert found.text.split(") ") == [
        "![image.png](image.png",
        "![image (2).png](<image (2).png>",
        "![image.png](image.png)",
    ]


def test_what_is_not_there_is_told_once() -> None:
    found = made(
        "![[gone.png]] ![](gone.png) [x](gone.pdf) [y](Other.md) [[No note]] ![](data:image/png;base64,AA) [z](x.com)"
    )
    assert list(found.missing) == ["gone.png", "gone.pdf"]
    assert found.text.startswith("gone.png ![](gone.png) [x](gone.pdf) [y](Other.md) No note ![](data:")


KEPT = [
    "[text](https://example.org/a%20b?x=1#y)",
    "> [!note] A callout\n> with text",
    "%% a comment %%",
    "key:: value, [inline:: field]",
    "A paragraph. ^ab12cd",
    "`[[code]]` and ``![[image.png]] ` `` stay",
    "```\n[[code]] ![](image.png)\n```",
    "~~~ md\n[[code]]\n```\n~~~",
    "- item\n  ```js\n  a[[0]]\n  ```",
    "[^1]: image.png in a footnote",
    "a [[ b ]\n]] c",
    "[other](Other%20note.md)",
    "[2024-06-16\\](image.png) is no link",
]


@pytest.mark.parametrize("text", KEPT)
def test_everything_else_stays_as_it_was_written(text: str) -> None:
    found = made(text)
    assert found.text == text
    assert not found.files
    assert not found.links


TAGS = [
    ("#one and #two/three", ["one", "two/three"]),
    ("# heading\n## heading #with", ["with"]),
    ("#1984 #y1984 #2024/06", ["y1984", "2024/06"]),
    ("a#no (#no) \\#no https://x.org/#no", []),
    ("`#no` and `` #no ` `` #yes", ["yes"]),
    ("```\n#no\n```\n#yes", ["yes"]),
    ("[[Note #no]] [[a]] #yes", ["yes"]),
    ("<!-- #no --> $a #no b$ $$\n#no\n$$ costs $5 #yes and $6", ["yes"]),
    ("%% #hidden %%", ["hidden"]),
    ("#Über #über #日本 #👍🏽", ["Über", "日本", "👍🏽"]),
    ("#tag, #tag. #tag! #tag/", ["tag"]),
    ("#_x #-y ##z #", ["_x", "-y"]),
]


@pytest.mark.parametrize(("text", "tags"), TAGS)
def test_tags_are_those_that_obsidian_sees(text: str, tags: list[str]) -> None:
    found = made(text)
    assert found.tags == tags


def test_hidden_code_is_as_long_as_it_was() -> None:
    text = "a `b` c\n```\nd\n```\ne"
    masked = without_code(text)
    assert len(masked) == len(text)
    assert masked == f"a {HIDDEN * 3} c\n{HIDDEN * 3}\n{HIDDEN}\n{HIDDEN * 3}\ne"


HOSTILE = [
    "[[",
    "![",
    "](",
    "](a(b)",
    "`",
    "<img src=",
    "<!--",
    "$a",
    "[a]:",
    "[a](<",
    "#a/",
    "> ",
    "\n \t",
    "[[a|",
    "`` ` ",
    "$$",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    made(text)
    assert time.process_time() - start < 2
