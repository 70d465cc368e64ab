"""Room between blocks, footnotes, and who is quoted."""

import pytest

from newsreader.model import Block, Code, Heading, Inline, List, Paragraph, Quote, Rule, Span
from newsreader.tui.widgets.attribution import attribution_of
from newsreader.tui.widgets.lines import Kind
from newsreader.tui.widgets.page import Page
from newsreader.tui.widgets.rhythm import room_between
from newsreader.tui.widgets.title_block import TitleBlock

TEXT = Paragraph((Span("Some words."),))
INTRODUCTION = Paragraph((Span("These are "), Span("they", strong=True), Span(":")))
ITEMS = List(((TEXT,), (TEXT,)))


def heading(level: int) -> Heading:
    return Heading(level, (Span("A heading"),))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


@pytest.mark.parametrize(
    ("before", "after", "room"),
    [
        (TEXT, TEXT, 1),
        (TEXT, ITEMS, 1),
        (INTRODUCTION, ITEMS, 0),
        (TEXT, heading(2), 2),
        (heading(2), TEXT, 1),
        (heading(2), heading(3), 1),
        (TEXT, heading(3), 1),
        (heading(3), TEXT, 0),
        (heading(4), Code("x"), 1),
    ],
)
def test_what_belongs_together_stands_together(before: Block, after: Block, room: int) -> None:
    assert room_between(before, after) == room


def body(*blocks: Block) -> list[tuple[str, str]]:
    """Return kind and text of the lines that stand under the head of an article of ``blocks``."""
    page = Page(TitleBlock("Title"), blocks, 40, {})
    page.set_all()
    return [(line.kind, line.lead + line.text) for line in page.lines[3:]]


def test_notes_at_the_end_are_quiet_and_their_calls_are_raised() -> None:
    notes = List(((paragraph("One."),), (paragraph("Two."),)), ordered=True)
    assert body(paragraph("Wheat [1] and pianos.[2]"), notes) == [
        (Kind.TEXT, "Wheat¹ and pianos.²"),
        (Kind.TEXT, ""),
        (Kind.HAIR, "─" * 12),
        (Kind.FOOTNOTE, "1. One."),
        (Kind.FOOTNOTE, "2. Two."),
        (Kind.TEXT, ""),
    ]


def test_notes_may_be_paragraphs_under_a_rule_and_before_a_last_word() -> None:
    lines = body(
        paragraph("Wheat[1]"), Rule(), paragraph("[1] One."), paragraph("[2] Two."), paragraph("The author.")
    )
    assert lines[4:] == [
        (Kind.FOOTNOTE, "1. One."),
        (Kind.FOOTNOTE, "2. Two."),
        (Kind.TEXT, ""),
        (Kind.TEXT, "The author."),
        (Kind.TEXT, ""),
    ]


def test_a_list_that_nothing_calls_is_a_list_and_what_calls_nothing_is_text() -> None:
    lines = body(paragraph("Wheat [3]"), List(((paragraph("One."),),), ordered=True))
    assert lines == [(Kind.TEXT, "Wheat [3]"), (Kind.TEXT, ""), (Kind.TEXT, "1. One."), (Kind.TEXT, "")]


def test_code_that_looks_like_a_call_stays() -> None:
    call = Paragraph((Span("See[1] "), Span("a[1]", code=True)))
    assert body(call, List(((TEXT,),), ordered=True))[0] == (Kind.TEXT, "See¹ a[1]")


def test_who_is_quoted_stands_under_the_words() -> None:
    cited = Paragraph((Span("The Log", emphasis=True),))
    assert body(Quote((TEXT, cited)))[:2] == [(Kind.QUOTE, "▎ Some words."), (Kind.CAPTION, "▎ — The Log")]


@pytest.mark.parametrize(
    "last", [paragraph("And more."), paragraph("— " + "and more " * 20), Rule(), Paragraph(())]
)
def test_what_ends_a_quotation_is_not_always_a_name(last: Block) -> None:
    nobody: Inline = ()
    assert attribution_of((TEXT, last)) == nobody


def test_a_talk_is_no_name() -> None:
    assert attribution_of((paragraph("— Yes?"), paragraph("— No."))) == ()
    assert attribution_of((paragraph("— Yes?"),)) == ()


def test_the_highest_headings_part_an_article_whatever_their_level() -> None:
    kinds = [kind for kind, text in body(heading(4), TEXT, heading(5), TEXT, heading(6)) if text == "A heading"]
    assert kinds == [Kind.HEADING, Kind.SUBHEADING, Kind.MINOR]
