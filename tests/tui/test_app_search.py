"""Search in everything, find in the article: typed, shown, left again; and what is opened and copied."""

import pytest
from textual.pilot import Pilot

from newsreader.model import Article, Paragraph, Span
from newsreader.tui.commands import BY_ID
from newsreader.tui.screens.searching import as_typed
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import in_article, main, main_screen, press, reading, rows, settled, shown, toasts


def harbour() -> NewsroomDouble:
    """Return a newsroom where three of five headlines tell of a harbour."""
    titles = [
        "Grain ships leave harbour",
        "Night trams stay",
        "Harbour lamp lit",
        "A chess move",
        "The harbourmaster",
    ]
    made = [headline(number, title) for number, title in enumerate(titles, 1)]
    return NewsroomDouble(made, [(one.id, article(one)) for one in made])


def linked() -> NewsroomDouble:
    """Return a newsroom of one article with two links and much text."""
    one = headline(1)
    blocks = (
        Paragraph(
            (Span("See the "), Span("wind log", "https://www.harbour.example/log"), Span(" of the harbour."))
        ),
        *(Paragraph((Span(f"Paragraph {number}, with the wind under twenty knots."),)) for number in range(40)),
        Paragraph((Span("And "), Span("the backlog", "mailto:desk@harbour.example"), Span("."))),
    )
    return NewsroomDouble([one], [(1, Article(one.url or "", one.title, blocks))])


async def test_search_shows_matches_as_they_are_typed_and_escape_ends_it() -> None:
    async with reading(harbour()) as pilot:
        await press(pilot, "j", "slash", *"harbour")
        main(pilot).searching.look()
        await settled(pilot)
        assert "Night trams" not in shown(pilot)
        assert "3 for “harbour”" in rows(pilot)[0]
        await press(pilot, "enter")
        assert not in_article(pilot)
        await press(pilot, "n", "n", "N")
        assert main(pilot).headlines.cursor == 1
        assert "matches" in rows(pilot)[-1]
        await press(pilot, "escape")
        assert rows(pilot)[5].startswith("▌● Night trams stay")


def lit_in(pilot: Pilot[None], row: int) -> list[str]:
    """Return what is underlined in a row of the pane that is in use."""
    strip = pilot.app.screen._compositor.render_strips(pilot.app.size)[row]
    edge = max(map(strip.text.find, "│┃"))
    strip = strip.crop(edge) if in_article(pilot) else strip.crop(0, edge)
    return [segment.text for segment in strip if segment.style and segment.style.underline]


async def test_what_is_looked_for_is_lit_in_the_titles_as_it_is_typed() -> None:
    async with reading(harbour()) as pilot:
        await press(pilot, "slash", *"har")
        main(pilot).searching.look()
        await settled(pilot)
        assert "3 for “har”" in rows(pilot)[0]
        assert [lit_in(pilot, row)[0] for row in (2, 5, 8)] == ["har", "Har", "har"]
        await press(pilot, *"bour ")
        main(pilot).searching.look()
        await settled(pilot)
        assert [lit_in(pilot, row) for row in (2, 8)] == [["harbour"], []]
        await press(pilot, "escape")
        assert [lit_in(pilot, row) for row in (2, 5, 8)] == [[], [], []]


async def test_an_article_opened_from_a_search_has_its_matches_lit_to_go_through() -> None:
    made = [headline(1, "Where the Übel is"), headline(2)]
    texts = [article(made[0], "An ubel.", *["Nothing here. " * 30] * 30, "Another ÜBEL, ubelly."), article(made[1])]
    async with reading(NewsroomDouble(made, list(enumerate(texts, 1))), size=(100, 24)) as pilot:
        await press(pilot, "slash", *"ubel", "enter", "enter")
        assert in_article(pilot)
        assert "matches" in rows(pilot)[-1]
        await press(pilot, "n", "n")
        assert "match 2 of 4" in rows(pilot)[-1]
        await press(pilot, "n", "n")
        assert "match 4 of 4" in rows(pilot)[-1]
        row = next(number for number, row in enumerate(rows(pilot)) if "Another ÜBEL" in row)
        assert lit_in(pilot, row) == ["ÜBEL"]
        await press(pilot, "N")
        assert "match 3 of 4" in rows(pilot)[-1]
        await press(pilot, "slash", *"nothing here", "enter")
        assert "match" in rows(pilot)[-1]
        assert main(pilot).article.find_next(0)[1] == 900
        await press(pilot, "escape", "n")
        assert "of 4" in rows(pilot)[-1]
        await press(pilot, "escape")
        assert not in_article(pilot)
        assert "1 for “ubel”" in rows(pilot)[0]
        await press(pilot, "escape")
        assert "Headline number 2" in shown(pilot)


async def test_what_was_indexed_only_after_the_search_is_listed_too() -> None:
    newsroom = NewsroomDouble([headline(1), headline(2)])
    newsroom.unindexed = {2}
    async with reading(newsroom) as pilot:
        await press(pilot, "slash", *"number 2", "enter")
        assert main(pilot).headlines.ids == (2,)


async def test_a_search_without_matches_says_so() -> None:
    async with reading(harbour()) as pilot:
        await press(pilot, "slash", *"[/b]", "enter")
        assert "Nothing matches “[/b]”." in shown(pilot)
        await press(pilot, "escape")
        assert "Night trams" in shown(pilot)


async def test_a_view_ends_a_search() -> None:
    async with reading(harbour()) as pilot:
        await press(pilot, "slash", *"lamp", "enter", "1")
        assert "Night trams" in shown(pilot)
        assert "Search" not in rows(pilot)[-2]


async def test_find_in_the_article_goes_from_match_to_match() -> None:
    async with reading(linked(), size=(100, 24)) as pilot:
        await press(pilot, "tab", "slash", *"twenty  KNOTS", "enter")
        assert main(pilot).article.find_next(0) == (1, 40)
        await press(pilot, "n")
        assert "match 2 of 40" in rows(pilot)[-1]
        await press(pilot, "N", "N")
        assert "match 40 of 40" in rows(pilot)[-1]
        assert "Paragraph 39" in shown(pilot)
        await press(pilot, "escape")
        assert main(pilot).article.finding == ""


async def test_escape_while_typing_goes_back_to_where_one_was() -> None:
    async with reading(linked(), size=(100, 24)) as pilot:
        await press(pilot, "tab", "space")
        place = main(pilot).article.place
        await press(pilot, "slash", *"backlog")
        main(pilot).searching.look()
        await settled(pilot)
        assert "match 1 of 1" in rows(pilot)[-1]
        assert "the backlog" in shown(pilot)
        await press(pilot, "escape")
        assert in_article(pilot)
        assert main(pilot).article.place == place
        assert rows(pilot)[-1].startswith(" space page")


async def test_another_view_is_gone_to_while_a_word_is_typed() -> None:
    async with reading(linked(), size=(100, 24)) as pilot:
        await press(pilot, "tab", "slash", *"backlog")
        assert not all(main(pilot).searching.leave() for _ in range(9)), "whoever leaves until none is left ends"
        await press(pilot, "slash", *"backlog")
        await main_screen(pilot).run_command(BY_ID["view.bookmarks"])
        await settled(pilot)
        assert "backlog" not in rows(pilot)[-2]
        assert "0 kept" in rows(pilot)[0]


async def test_a_match_that_was_gone_to_is_where_reading_goes_on() -> None:
    async with reading(linked(), size=(100, 24)) as pilot:
        await press(pilot, "tab", "slash", *"backlog", "enter", "escape")
        assert "the backlog" in shown(pilot)
        await press(pilot, "slash", *"frigate", "enter")
        assert "no match" in rows(pilot)[-1]


async def test_o_opens_the_page_and_y_copies_its_address() -> None:
    opened: list[str] = []
    async with reading(harbour(), opener=opened.append) as pilot:
        await press(pilot, "o", "y")
        assert opened == ["https://post.example/1"]
        assert pilot.app.clipboard == "https://post.example/1"
        await press(pilot, "Y")
        assert pilot.app.clipboard == "# Grain ships leave harbour\n\nThe text of Grain ships leave harbour.\n"


async def test_what_may_not_be_opened_is_not() -> None:
    opened: list[str] = []
    newsroom = NewsroomDouble([headline(1, url="javascript:alert(1)"), headline(2, url=None)])
    async with reading(newsroom, opener=opened.append) as pilot:
        for key in ("o", "j", "o"):
            await press(pilot, key)
            assert toasts(pilot) == ["There is no page to open"]
        await press(pilot, "y")
        assert toasts(pilot) == ["There is no link to copy"]
        assert opened == []


async def test_a_browser_that_does_not_start_is_told() -> None:
    def broken(url: str) -> None:
        raise OSError("no such program")

    async with reading(harbour(), opener=broken) as pilot:
        await press(pilot, "o")
        assert toasts(pilot)[-1] == "The browser could not be opened: no such program"


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("har", "har*"),
        ("grain har", "grain har*"),
        ("h", "h"),
        ("har ", "har"),
        ('"green la', '"green la'),
        ('"green lamp"', '"green lamp"'),
        ("is:unre", "is:unre"),
        ("grain -har", "grain -har"),
        ("har*", "har*"),
        ("  ", ""),
        ("東京", "東京*"),
    ],
)
def test_the_word_being_typed_is_a_beginning(text: str, query: str) -> None:
    assert as_typed(text) == query


async def test_filters_and_what_is_ruled_out_are_not_lit(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(harbour()) as pilot:
        monkeypatch.setattr(main(pilot).news, "headline_ids", lambda query: (3,) if query.search else (1, 2, 3))
        await press(pilot, "slash", *'lamp -night source:post author:text title:"harbour" ')
        main(pilot).searching.look()
        await settled(pilot)
        assert lit_in(pilot, 2) == ["Harbour", "lamp"]
        await press(pilot, "enter", "enter", "n")
        assert "of 5" in rows(pilot)[-1], "harbour and lamp, but not the text that was asked of an author"
