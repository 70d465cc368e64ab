"""What the mouse selects is copied as it reads: paragraphs in one line, no rules, no bullets."""

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from newsreader.model import Article, Block, Code, Heading, List, Paragraph, Rule, Span
from newsreader.tui.widgets.layout import block_lines
from newsreader.tui.widgets.selecting import selected_text
from support.newsroom_double import NewsroomDouble, headline
from support.on_screen import reading, rows

EVERYTHING = Selection(None, None)


def copied(block: Block, width: int = 20, selection: Selection = EVERYTHING) -> str:
    """Return what is copied of a block set in ``width`` cells."""
    return selected_text(selection, block_lines(block, width, {}))


@pytest.mark.parametrize(
    "text",
    [
        "The pilots had waited for the tide since Tuesday evening.",
        "An address: https://harbour.example/a/very/long/path/that/does/not/fit",
        "First line.\nSecond line, which is longer than the column is wide.",
        "港の町で百年ぶりに灯台の明かりがともる夜のこと",
    ],
)
def test_a_paragraph_is_copied_as_it_was_however_it_is_broken(text: str) -> None:
    assert copied(Paragraph((Span(text),))) == text


def test_code_keeps_its_lines_and_no_more() -> None:
    text = "for ship in harbour.ships:\n    greet(ship)"
    assert copied(Code(text)) == text


def test_a_rule_has_no_text_and_items_stand_in_lines() -> None:
    assert copied(Rule()) == ""
    items = tuple((Paragraph((Span(text),)),) for text in ("The tide comes in at nine.", "It goes."))
    assert copied(List(items)) == "The tide comes in at nine.\nIt goes."


def test_a_part_of_two_lines_is_copied_with_a_space_between() -> None:
    part = Selection(Offset(4, 0), Offset(4, 1))
    assert copied(Paragraph((Span("The pilots had waited long."),)), 18, part) == "pilots had wait"


async def test_text_is_selected_with_the_mouse_and_copied() -> None:
    one = headline(1)
    page = Article(
        one.url or "", one.title, (Heading(2, (Span("Head"),)), Paragraph((Span("The pilots had waited."),)))
    )
    async with reading(NewsroomDouble([one], [(1, page)])) as pilot:
        line = next(number for number, row in enumerate(rows(pilot)) if "The pilots" in row)
        column = rows(pilot)[line].index("The pilots")
        await pilot.mouse_down(offset=(column + 4, line))
        await pilot.hover(offset=(column + 9, line))
        await pilot.mouse_up(offset=(column + 9, line))
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard == "pilots"
