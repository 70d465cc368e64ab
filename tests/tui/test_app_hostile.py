"""Whatever a feed or a page says, it is only drawn."""

from rich.cells import cell_len

from newsreader.model import Article, Code, Heading, Image, Paragraph, Span, Table
from support.newsroom_double import NewsroomDouble, headline
from support.on_screen import main, press, reading, rows, shown, toasts

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


async def test_hostile_text_is_only_drawn() -> None:
    made = [headline(number, text or " ", source=text, author=text) for number, text in enumerate(HOSTILE)]
    newsroom = NewsroomDouble(made, [(number, hostile_article(text)) for number, text in enumerate(HOSTILE)])
    async with reading(newsroom, images=False) as pilot:
        for text in HOSTILE:
            await press(pilot, "enter", "f", "escape", "]", "y", "b")
            screen = shown(pilot)
            assert not [c for c in screen if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)], text
            assert not set(screen) & set("\u202e\u2066\u2069\u200b\u200d\ufe0f\u20e3\U0001f3fd"), text
            assert len({cell_len(row) for row in rows(pilot)}) == 1, text
            assert len(toasts(pilot)) == 1, text
            await press(pilot, "escape", "j")
        assert pilot.app.is_running
        assert main(pilot).headlines.cursor == len(HOSTILE) - 1
