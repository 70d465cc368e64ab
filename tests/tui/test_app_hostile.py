"""Whatever a feed or a page says, it is only drawn."""

import pytest
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import press, reading, rows, shown

from newsreader.model import Article, Code, Heading, Image, Paragraph, Span, Table

HOSTILE = [
    "News [/foo]",
    "[@click=app.quit]x[/]",
    "A\x1b]52;c;UFdORUQ=\x1b\\B",
    "\x9b2J\x1b]0;owned\x07",
    "A\u202egpj.exe",
    "pay\u200bpal \u2066x\u2069",
    "[link=file:///etc/passwd]x[/link] \\",
    "e" + "\u0301" * 50,
    "❤️👨‍👩‍👧👍🏽 1️⃣ 港の町で百年ぶりに灯台の明かりがともる",
    "",
    "x" * 5000,
]


def hostile_article(text: str) -> Article:
    """Return an article that says ``text`` wherever it can."""
    spans = (Span(text), Span(text, f"https://a.example/{text}", strong=True))
    blocks = (
        Heading(2, spans),
        Paragraph(spans),
        Code(text),
        Table(((spans, spans),), header=(spans, spans), caption=spans),
        Image(f"https://i.example/{text}", alt=text, caption=spans, credit=text),
    )
    return Article("https://a.example/", text, blocks, standfirst=text, authors=(text,))


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_only_drawn(text: str) -> None:
    one = headline(1, source=text, author=text)
    newsroom = NewsroomDouble([one, headline(2)], [(1, hostile_article(text)), (2, article(headline(2)))])
    newsroom.by_id[1] = headline(1, source=text, author=text, title=text or " ")
    async with reading(newsroom) as pilot:
        await press(pilot, "enter", "f", "escape", "]", "y", "b")
        screen = shown(pilot)
        assert not [char for char in screen if char != "\n" and (ord(char) < 32 or 0x7F <= ord(char) < 0xA0)]
        assert not set(screen) & set("\u202e\u2066\u2069\u200b\u200d\ufe0f\u20e3\U0001f3fd")
        assert len({cells(row) for row in rows(pilot)}) == 1
        await press(pilot, "escape", "j")
        assert pilot.app.is_running


def cells(row: str) -> int:
    from rich.cells import cell_len

    return cell_len(row)
