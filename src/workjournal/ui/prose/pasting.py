"""What other programs put on the clipboard, as Markdown: Word, Google Docs, the web.

Only what Markdown can say is kept: headings, lists, bold, italic, links, quotations, code, tables. Where a text has
nothing of that, it is taken as plain as it is. Pictures are left out, and nothing is fetched.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_LARGEST = 2_000_000
"""Letters of HTML beyond which the plain text is taken: reading it would hold up the window."""
_TELLING = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "b", "em", "i", "a", "blockquote"),
    *("code", "pre", "table", "s", "del"),
)
_ADDRESS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_LEVEL = re.compile(r"level(\d)")
_NUMBERED = re.compile(r"^\W*(\d+|[a-zA-Z]|[ivxIVX]+)[.)]")


def to_markdown(html: str, plain: str) -> str:
    """The text of a clipboard as Markdown.

    Args:
        html: as the clipboard has it, a whole page or a piece.
        plain: the same as plain text; taken where the HTML says nothing more, or cannot be read.
    """
    if len(html) > _LARGEST or not html.strip():
        return plain
    from bs4 import BeautifulSoup
    from markdownify import MarkdownConverter

    soup = BeautifulSoup(html, "html.parser")
    _drop_remarks(soup)
    for tag in soup.find_all(["style", "script", "head", "title", "meta", "img", "svg", "o:p", "xml"]):
        tag.decompose()
    _mend_emphasis(soup)
    _mend_word_lists(soup)
    _mend_google_lists(soup)
    if soup.find(_TELLING) is None and plain:
        return plain
    converter = MarkdownConverter(
        heading_style="ATX",
        bullets="-",
        escape_asterisks=False,
        escape_underscores=False,
        table_infer_header=True,
        strip=["u"],
    )
    made = converter.convert_soup(soup)
    return _tidied(str(made)) or plain


def _drop_remarks(soup: "BeautifulSoup") -> None:
    """Comments, Word's `<![if !supportLists]>`, and links that lead nowhere a person could go."""
    from bs4.element import PreformattedString

    for remark in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        remark.extract()
    for tag in soup.find_all("a"):
        if not _ADDRESS.match(str(tag.get("href") or "")):
            tag.unwrap()


def _mend_emphasis(soup: "BeautifulSoup") -> None:
    """What is bold or italic by its style becomes so by its tag; Google's `<b style="font-weight:normal">` does not."""
    for tag in soup.find_all(["b", "strong", "i", "em"]):
        style = _style(tag)
        if re.search(r"font-weight:(normal|400)|font-style:normal", style) and tag.name in {"b", "i"}:
            tag.unwrap()
    for tag in soup.find_all("span"):
        style = _style(tag)
        if not tag.get_text(strip=True) or tag.find_parent(["h1", "h2", "h3", "h4", "h5", "h6"]):
            continue
        bold = re.search(r"font-weight:(bold|[6-9]00)", style) is not None
        italic = "font-style:italic" in style
        if bold or italic:
            tag.name = "strong" if bold else "em"
            if bold and italic:
                tag.wrap(soup.new_tag("em"))


def _mend_word_lists(soup: "BeautifulSoup") -> None:
    """Word writes its lists as paragraphs with a sign in front; nothing but their style says that they are items."""
    open_lists: list[Tag] = []
    for paragraph in soup.find_all("p"):
        level = _LEVEL.search(_style(paragraph)) if "mso-list" in _style(paragraph) else None
        if level is None:
            open_lists = []
            continue
        sign = paragraph.find(
            "span", style=lambda style: style is not None and "mso-list:" in style.replace(" ", "")
        )
        kind = "ol" if _NUMBERED.match(sign.get_text().strip() if sign is not None else "") else "ul"
        if sign is not None:
            sign.decompose()
        depth = min(int(level[1]), len(open_lists) + 1)
        del open_lists[depth:]
        if open_lists and len(open_lists) == depth and open_lists[-1].name != kind:
            open_lists.pop()
        if len(open_lists) < depth:
            made = soup.new_tag(kind)
            if open_lists and (items := open_lists[-1].find_all("li", recursive=False)):
                items[-1].append(made)
            else:
                paragraph.insert_before(made)
            open_lists.append(made)
        paragraph.name = "li"
        open_lists[-1].append(paragraph.extract())


def _mend_google_lists(soup: "BeautifulSoup") -> None:
    """Google Docs puts an inner list beside its item, and a paragraph into every one."""
    for inner in soup.find_all(["ul", "ol"]):
        before = inner.find_previous_sibling()
        if (
            inner.parent is not None
            and inner.parent.name in {"ul", "ol"}
            and before is not None
            and before.name == "li"
        ):
            before.append(inner.extract())
    for item in soup.find_all("li"):
        for paragraph in item.find_all("p", recursive=False):
            paragraph.unwrap()


def _style(tag: "Tag") -> str:
    return re.sub(r"\s*([:;])\s*", r"\1", str(tag.get("style") or "")).lower()


def _tidied(text: str) -> str:
    """One empty line between paragraphs, no blanks at ends of lines, no blanks that only the web needs."""
    text = text.replace("\u00a0", " ").replace("\r", "")
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
