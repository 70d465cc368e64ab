"""Where a link leads is said as long as the link is under the hand, and no longer."""

from newsreader.model import Article, Paragraph, Span
from support.newsroom_double import NewsroomDouble, headline
from support.on_screen import main, press, reading, rows


async def test_the_host_goes_with_the_link_it_belongs_to() -> None:
    one = headline(1)
    text = Paragraph((Span("See the "), Span("wind log", "https://www.harbour.example/log"), Span(".")))
    async with reading(NewsroomDouble([one], [(1, Article(one.url or "", one.title, (text,)))])) as pilot:
        await press(pilot, "tab", "]")
        assert "harbour.example" in rows(pilot)[-1]
        await press(pilot, "3")
        assert "harbour.example" not in rows(pilot)[-1]
        assert main(pilot).article._hand.focused is None, "what is not shown could be followed"
