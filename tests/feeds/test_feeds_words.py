"""Words out of feeds are clean, and the short cuts to clean words change nothing."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsreader.feeds.elements import Page
from newsreader.feeds.words import html_line, html_text, plain_line, tidy, title_from
from newsreader.feeds.xml_tree import read_tree
from newsreader.model import clean_line, clean_text, web_address

ANYTHING = st.text(
    st.characters() | st.sampled_from("\x1b\x9b\u202e\u200b\ufe0f\u0301\u200d\r\n\t <>&;’é漢"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Plain", "Plain"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("It&amp;#8217;s", "It’s"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("I <3 you", "I <3 you"),
        ("<b>Bold</b> and <a href='x'>linked</a>", "Bold and linked"),
        ("&lt;b&gt;Bold&lt;/b&gt;", "Bold"),
        ("The &lt;b&gt; tag", "The <b> tag"),
        ("About <template> and <vector>", "About <template> and <vector>"),
        ("One<br/>two<p>three</p>", "One two three"),
        ("It\x92s \x93quoted\x94", "It’s “quoted”"),
        ("It&#146;s", "It’s"),
        ("A\x1b]52;c;UFdORUQ=\x1b\\B", "A]52;c;UFdORUQ=\\B"),
        ("&#27;]0;x", "]0;x"),
        ("A\u202egpj.exe", "Agpj.exe"),
        ("a" * 600, "a" * 499 + "…"),
        ("", ""),
    ],
)
def test_a_title_is_one_clean_line(text: str, line: str) -> None:
    assert html_line(text) == line


def test_a_preview_holds_words_only() -> None:
    markup = "<p>One</p><p>two&nbsp;&amp; <i>th</i>ree</p><style>p{}</style><script>no"
    assert html_text(markup) == "One two & three"
    assert title_from("<p>Short one</p>") == "Short one"
    assert title_from("漢" * 200) == "漢" * 90 + "…"


@settings(max_examples=150)
@given(ANYTHING)
def test_short_cuts_give_what_the_gate_gives(text: str) -> None:
    mended = text if not any("\x80" <= letter <= "\x9f" for letter in text) else None
    if mended is not None:
        assert tidy(text) == clean_text(text).strip()
        assert plain_line(text) == clean_line(text)
        assert tidy("long " * 50 + text + "x" * 50) == clean_text("long " * 50 + text + "x" * 50)
    assert clean_text(tidy(text)) == tidy(text)
    for made in (plain_line(text), html_line(text), html_text(text)):
        assert clean_line(made) == made


@settings(max_examples=150)
@given(st.from_regex(r"https?://[a-z0-9.-]{1,12}(:[0-9]{1,3})?(/[!-~é ]{0,20})?", fullmatch=True) | ANYTHING)
@example("https://0/;")
def test_an_address_is_what_the_gate_makes_of_it(text: str) -> None:
    page = Page("https://paper.example/feed")
    element = read_tree("<a/>").root
    expected = web_address(text.strip(), page.url) if text.strip() else None
    assert page.address(element, text) == expected
