"""What a page says by its looks alone is said in the text: powers, notes, quotation marks, readings, emoji."""

import pytest

from newsreader.clean import clean_fragment
from newsreader.model import Heading, List, Paragraph, Span
from support.pages import URL, article_with, only, text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("H<sub>2</sub>O", "H₂O"),
        ("x<sub>i+1</sub>", "xᵢ₊₁"),
        ("5 m<sup>2</sup>", "5 m²"),
        ("10<sup>-3</sup>", "10⁻³"),
        ("x<sup>n+k</sup>", "x^(n+k)"),
        ("the 4<sup>th</sup> of May", "the 4th of May"),
        ("M<sup>me</sup> Curie", "Mme Curie"),
        ("a paper<sup>*</sup>", "a paper*"),
        ("a <sub>whole sentence in small letters</sub>", "a whole sentence in small letters"),
    ],
)
def test_raised_and_lowered_text_reads_as_such(markup: str, text: str) -> None:
    assert text_of(markup) == text


@pytest.mark.parametrize(
    "mark",
    [
        '<sup id="r1"><a href="#fn1">1</a></sup>',
        '<a href="#fn1"><sup>1</sup></a>',
        '<sup><a href="#fn1">[1]</a></sup>',
        '<a href="#fn1" role="doc-noteref">1</a>',
        "<sup>1</sup>",
    ],
)
def test_the_mark_of_a_note_is_in_brackets(mark: str) -> None:
    assert text_of(f"The claim.{mark} And more.") == "The claim.[1] And more."


@pytest.mark.parametrize(
    "back",
    [
        '<a href="#r1">↩︎</a>',
        '<a href="#r1" class="footnote-back">back</a>',
        '<a href="#r1" role="doc-backlink">Return</a>',
        '<span><b><a href="#r1">^</a></b></span>',
    ],
)
def test_notes_are_a_list_without_the_way_back(back: str) -> None:
    article = article_with(
        f'<p>Nobody doubted it<sup><a href="#n1">1</a></sup>.</p><ol class="footnotes">'
        f'<li id="n1"><p>See the report of 1904. {back}</p></li></ol>'
    )
    assert only(article, List) == List(((Paragraph((Span("See the report of 1904."),)),),), ordered=True)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("She said <q>no, <q>never</q></q>.", "She said “no, ‘never’”."),
        ('<span lang="de">Sie sagte <q>nein</q>.</span>', "Sie sagte „nein“."),
        ('<span lang="fr-CA">Elle dit <q>non</q>.</span>', "Elle dit «\u00a0non\u00a0»."),
        ("<q>“No”</q>, she said.", "“No”, she said."),
        ("<q>The <em>keeper</em></q> left.", "“The keeper” left."),
    ],
)
def test_a_quotation_has_the_marks_of_its_language(markup: str, text: str) -> None:
    assert text_of(markup) == text.replace("\u00a0", " ")


def test_a_reading_is_in_brackets() -> None:
    assert text_of("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>") == "漢（かん）字（じ）"
    assert text_of("<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>") == "東京(とうきょう)"


def test_a_picture_of_an_emoji_is_the_emoji() -> None:
    assert text_of('Nice <img class="emoji" src="s.png" alt="😀"> day') == "Nice 😀 day"


@pytest.mark.parametrize(
    "heading",
    [
        '<h2>The trees<a class="headerlink" href="#t">¶</a></h2>',
        '<h2><a href="#t">#</a> The trees</h2>',
        '<h2><a href="#t">The trees</a></h2>',
        '<h2>The trees <a href="#t">Permalink</a></h2>',
        "<h2>The<br>trees</h2>",
    ],
)
def test_a_heading_is_no_link_to_itself(heading: str) -> None:
    blocks = clean_fragment(f"{heading}<p>Forty lindens.</p>", URL)
    assert blocks[0] == Heading(2, (Span("The trees"),))


def test_a_heading_that_links_to_itself_is_kept_on_a_page() -> None:
    text = "Forty lindens will stand on the quay by the spring, and benches between them."
    article = article_with(f'<h2><a href="#t">The trees</a></h2><p>{text}</p>')
    assert Heading(2, (Span("The trees"),)) in article.blocks
