"""Super notes of Standard Notes, node by node."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workjournal.importers.attached_files import AttachedFiles
from workjournal.importers.standard_notes.items import Items
from workjournal.importers.standard_notes.lexical import Super
from workjournal.importers.texts import NotReadable

ITEMS = Items(
    [
        {"uuid": "n2", "content_type": "Note", "content": {"title": "Other note"}},
        {"uuid": "f1", "content_type": "SN|File", "content": {"name": "plan.pdf"}},
    ]
)
HELD = "data:image/png;base64,cGljdHVyZQ=="


def node(kind: str, *children: Any, **more: Any) -> dict[str, Any]:
    made = [
        {"type": "text", "text": each, "format": 0} if isinstance(each, str) else each for each in children
    ]
    return {"type": kind, "version": 1, **({"children": made} if made else {}), **more}


def p(*children: Any) -> dict[str, Any]:
    return node("paragraph", *children)


def words(text: str, number: int) -> dict[str, Any]:
    return node("text", text=text, format=number)


def made(*nodes: Any) -> Super:
    state = {"root": node("root", *nodes, format="", indent=0, direction="ltr")}
    return Super(json.dumps(state), AttachedFiles(), ITEMS)


def item(*children: Any, **more: Any) -> dict[str, Any]:
    return node("listitem", *children, **more)


NESTED = node(
    "list",
    item("a"),
    item(node("list", item("b", node("linebreak"), "c"), listType="number", start=3)),
    item("d"),
    listType="bullet",
)
TABLE = node(
    "table",
    node("tablerow", node("tablecell", p("a"), headerState=1), node("tablecell", p("b"), headerState=1)),
    node("tablerow", node("tablecell", p("1"), p("2")), node("tablecell", p("x|y"))),
)
CODE = node(
    "code", node("code-highlight", text="if a:"), node("linebreak"), node("tab"), node("code-highlight", text="b  *c*"),
    language="python",
)  # fmt: skip
FOLDED = node(
    "collapsible-container",
    node("collapsible-title", "More"),
    node("collapsible-content", p("hidden"), p("text")),
    open=False,
)


@pytest.mark.parametrize(
    ("nodes", "markdown"),
    [
        ([p("a"), p(), p("b")], "a\n\nb"),
        ([p("a", node("linebreak"), "b", node("tab"), "c")], "a\nb c"),
        ([p("two  spaces, 2*3*4\nnext")], "two  spaces, 2\\*3\\*4\nnext"),
        ([p(words("a ", 1), words("b", 3), "c", words("d", 4), words("e", 8 + 128))], "**a** ***b***c~~d~~e"),
        ([p(words("x*y", 16), words("2", 64), words("3", 32), words("f", 17))], "`x*y`^2^~3~**`f`**"),
        ([node("heading", "a", tag="h3"), node("heading", "b", tag="h9"), p("c")], "### a\n\n## b\n\nc"),
        ([node("quote", "a", node("linebreak"), "b")], "> a\n> b"),
        ([node("horizontalrule"), p("a")], "---\n\na"),
        ([NESTED], "- a\n   3. b\n      c\n- d"),
        ([node("list", item("a", checked=True), item("b"), listType="check")], "- [x] a\n- [ ] b"),
        ([CODE], "```python\nif a:\n\tb  *c*\n```"),
        ([TABLE], "| a | b |\n| --- | --- |\n| 1 2 | x\\|y |"),
        ([FOLDED], "**More**\n\nhidden\n\ntext"),
        ([p(node("link", "here", url="https://a.example/b c"))], "[here](<https://a.example/b c>)"),
        ([p(node("autolink", "https://a.example", url="https://a.example"))], "<https://a.example>"),
        ([p("see ", node("snbubble", itemUuid="n2"), " ", node("hashtag", text="#tag"))], "see Other note #tag"),
        ([node("snfile", fileUuid="f1"), p("a")], "plan.pdf\n\na"),
        ([node("unencrypted-image", src="https://a.example/b.png", alt="b")], "![b](https://a.example/b.png)"),
        ([node("youtube", videoID="x1")], "<https://www.youtube.com/watch?v=x1>"),
        ([node("tweet", id="12"), p("a")], "<https://x.com/i/status/12>\n\na"),
        ([p(node("mark", "a"), node("overflow", "b"))], "ab"),
        ([], ""),
    ],
)  # fmt: skip
def test_a_node_has_its_markdown(nodes: list[Any], markdown: str) -> None:
    note = made(*nodes)
    assert (note.markdown, note.faults) == (markdown, [])


def test_a_file_in_the_note_is_attached() -> None:
    state = {"root": node("root", *(node("inline-file", src=HELD, mimeType="image/png", fileName="a/b.png"),
                                    node("inline-file", src=HELD.replace("image/png", "application/pdf"), fileName="c.pdf"),
                                    node("unencrypted-image", src=HELD),
                                    node("inline-file", src="blob:x", fileName="d.txt")))}  # fmt: skip
    attached = AttachedFiles()
    note = Super(json.dumps(state), attached, ITEMS)
    assert note.markdown == "![a_b.png](a_b.png)\n\n[c.pdf](c.pdf)\n\n![embedded.png](embedded.png)\n\nd.txt"
    assert [(file.name, file.size) for file in attached.files] == [
        ("a_b.png", 7),
        ("c.pdf", 7),
        ("embedded.png", 7),
    ]
    assert note.faults == ["The file d.txt cannot be read."]
    assert HELD not in json.dumps(note.state)
    assert note.state["root"]["children"][0]["src"] == "a_b.png"


def test_a_node_that_is_not_known_is_told_and_its_text_stays() -> None:
    note = made(node("kanban", p("a"), board=1), node("math", equation="x^2"), node("kanban", text="b"))
    assert note.markdown == "a\n\nb"
    assert note.faults == [
        f"A part of it, “{kind}”, has no form here; it is kept beside." for kind in ("kanban", "math")
    ]


@pytest.mark.parametrize(
    "text", ["", "7", "[]", '{"root": 7}', "{" * 5000, '{"root": ' + '{"children": [' * 90]
)
def test_another_text_is_no_super_note(text: str) -> None:
    with pytest.raises(NotReadable):
        Super(text, AttachedFiles(), ITEMS)


KINDS = st.sampled_from([
    *("root", "text", "paragraph", "list", "listitem", "table", "tablerow", "tablecell", "code", "link", "quote"),
    *("heading", "inline-file", "snbubble", "tweet", "linebreak", "odd", ""),
])  # fmt: skip
VALUES = (
    st.none() | st.integers(-3, 300) | st.text("a*<|\n", max_size=4) | st.lists(st.integers(), max_size=2)
)
NODES = st.recursive(
    VALUES
    | st.fixed_dictionaries(
        {"type": KINDS, "text": VALUES, "format": VALUES, "start": VALUES, "url": VALUES}
    ),
    lambda inner: st.fixed_dictionaries(
        {"type": KINDS | VALUES, "children": st.lists(inner, max_size=4) | VALUES}
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(st.lists(NODES, max_size=4))
def test_any_state_is_read(nodes: list[Any]) -> None:
    state = json.dumps({"root": {"type": "root", "children": nodes}})
    assert isinstance(Super(state, AttachedFiles(), ITEMS).markdown, str)
