"""Pieces of clipboards as the programs make them, shortened."""

import pytest

from workjournal.ui.prose.pasting import to_markdown

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style>
</head><body lang=EN-GB><!--StartFragment--><h2>Handover<o:p></o:p></h2>
<p class=MsoNormal>The plan was <b>late</b>, and <i>nobody</i>
said so.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>First point<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>Inner point</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Second point</p>
<p class=MsoNormal>Then:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>One</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>Two</p>
<table><tr><td><p class=MsoNormal>Depot</p></td><td><p class=MsoNormal>Late</p></td></tr>
<tr><td>North</td><td>4</td></tr></table><!--EndFragment--></body></html>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span
style="font-size:20pt;font-weight:400;">Retro</span></h1><p dir="ltr"><span style="font-weight:400;">We </span><span
style="font-weight:700;">agreed</span><span style="font-weight:400;"> on </span><span
style="font-weight:400;font-style:italic;">one</span><span style="font-weight:400"> thing; see </span><a
href="https://example.org/a_b"><span style="color:#1155cc">the notes</span></a><span>.</span></p><ul><li dir="ltr"
aria-level="1"><p dir="ltr" role="presentation"><span>outer</span></p></li><ul><li dir="ltr" aria-level="2"><p
dir="ltr"><span>inner</span></p></li></ul><li><p><span>last</span></p></li></ul></b><br class="Apple-interchange-newline">"""

WEB = """<div><h3>Title</h3><p>Some <code>code_x</code> and snake_case * star.<img src="http://x.example/y.png"
alt="tracking"></p><blockquote><p>Quoted</p></blockquote><pre><code>a = 1
b = 2</code></pre><ol><li>a</li><li>b<ul><li>c</li></ul></li></ol><p><a href="javascript:steal()">not a way</a>,
<a href="#part">nor this</a></p><script>alert(1)</script><style>p {}</style></div>"""


def test_word() -> None:
    assert to_markdown(WORD, "plain") == (
        "## Handover\n\nThe plan was **late**, and *nobody*\nsaid so.\n\n"
        "- First point\n  - Inner point\n- Second point\n\nThen:\n\n1. One\n2. Two\n\n"
        "| Depot | Late |\n| --- | --- |\n| North | 4 |"
    )


def test_google_docs() -> None:
    assert to_markdown(GOOGLE, "plain") == (
        "# Retro\n\nWe **agreed** on *one* thing; see [the notes](https://example.org/a_b).\n\n"
        "- outer\n  - inner\n- last"
    )


def test_the_web_without_pictures_scripts_and_ways_that_lead_nowhere() -> None:
    assert to_markdown(WEB, "plain") == (
        "### Title\n\nSome `code_x` and snake_case * star.\n\n> Quoted\n\n```\na = 1\nb = 2\n```\n\n"
        "1. a\n2. b\n   - c\n\nnot a way,\nnor this"
    )


@pytest.mark.parametrize(
    "html", ["<p>Only <span style='color: red'>words</span></p>", "", "<", "a" * 2_000_001]
)
def test_where_nothing_is_formatted_the_plain_text_is_taken(html: str) -> None:
    assert to_markdown(html, "Only  words\n") == "Only  words\n"


def test_without_a_plain_text_the_words_come_all_the_same() -> None:
    assert to_markdown("<p>Only words</p>", "") == "Only words"
