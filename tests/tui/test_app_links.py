"""Links: walked, lettered and followed in the reader itself, and the way back to where one was."""

from dataclasses import replace

from textual.pilot import Pilot

from newsreader.model import Article, Block, CleanError, Heading, Paragraph, Span
from newsreader.tui.screens.trail import LONGEST, Stop, Trail
from newsreader.tui.widgets.article_links import lettered
from newsreader.tui.widgets.lines import Link
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import in_article, main, press, reading, rows, settled, shown, toasts

LOG = "https://www.harbour.example/log"
SMALL = (100, 24)


def linked() -> NewsroomDouble:
    """Return a newsroom of two articles; the first has many screenfuls and links to all kinds of things."""
    first, second = headline(1), headline(2, comments_url="https://talk.example/2")
    filler = [Paragraph((Span(f"Paragraph {number}, with the wind under twenty knots."),)) for number in range(40)]
    blocks: tuple[Block, ...] = (
        Paragraph((Span("See the "), Span("wind log", LOG), Span(" of the harbour."))),
        *filler[:20],
        Heading(2, (Span("The second watch"),)),
        *filler[20:],
        Paragraph((Span("And "), Span("the neighbour", second.url), Span(" or "), Span("the log", LOG))),
        Paragraph((Span("Write to "), Span("the desk", "mailto:desk@harbour.example"))),
        Paragraph((Span("See "), Span("above", f"{first.url}#the-second-watch"), Span("."))),
        Paragraph((Span("Print "), Span("the tables", "https://harbour.example/tables.PDF"))),
    )
    newsroom = NewsroomDouble([first, second], [(1, Article(first.url or "", first.title, blocks))])
    newsroom.articles[2] = article(second)
    newsroom.visits.pages[LOG] = Article(LOG, "The wind log", (Paragraph((Span("Force four, north-west."),)),))
    return newsroom


async def test_links_are_walked_named_and_read_in_the_reader_itself() -> None:
    opened: list[str] = []
    newsroom = linked()
    async with reading(newsroom, size=SMALL, opener=opened.append) as pilot:
        await press(pilot, "tab", "]")
        assert "harbour.example" in rows(pilot)[-1]
        await press(pilot, "enter")
        assert "Force four, north-west." in shown(pilot)
        assert "b keeps this page" in shown(pilot)
        assert opened == []
        await press(pilot, "escape", "]", "o")
        assert "See the wind log" in shown(pilot)
        assert opened == [LOG], "o on a link in focus opens that"


async def test_from_a_link_one_comes_back_to_the_same_line() -> None:
    newsroom = linked()
    async with reading(newsroom, size=SMALL) as pilot:
        await press(pilot, "enter", "G", "f", "s")
        assert "Force four, north-west." in shown(pilot)
        await press(pilot, "escape")
        assert in_article(pilot)
        assert "Print the tables" in shown(pilot)
        await press(pilot, "alt+right")
        assert "Force four, north-west." in shown(pilot)
        await press(pilot, "backspace")
        assert "Print the tables" in shown(pilot)
        assert newsroom.asked.count(("visit", LOG)) == 1, "a page that was read is not fetched again"
        await press(pilot, "backspace")
        assert "nothing to go back to" in rows(pilot)[-1]
        await press(pilot, "escape")
        assert not in_article(pilot), "where no link was followed, Esc leaves the article"


async def test_a_link_to_a_headline_goes_to_it_and_back() -> None:
    async with reading(linked(), size=SMALL) as pilot:
        await press(pilot, "enter", "G", "f", "a")
        assert "The text of Headline number 2." in shown(pilot)
        assert main(pilot).headlines.cursor == 1
        await press(pilot, "escape")
        assert main(pilot).headlines.cursor == 0
        assert "Print the tables" in shown(pilot)


async def test_capital_letters_and_what_is_no_page_go_to_the_browser() -> None:
    opened: list[str] = []
    async with reading(linked(), size=SMALL, opener=opened.append) as pilot:
        await press(pilot, "f")
        assert "a wind log" in shown(pilot)
        assert "type a link's letters" in rows(pilot)[-1]
        await press(pilot, "escape")
        assert "a wind log" not in shown(pilot)
        await press(pilot, "f", "A", "G", "f", "d", "f", "g")
        assert opened == [LOG, "mailto:desk@harbour.example"]
        await press(pilot, "f", "j")
        assert opened[2:] == ["https://harbour.example/tables.PDF"]
        await press(pilot, "f", "n")
        assert "a the neighbour" not in shown(pilot), "any other key takes the letters away"


async def test_a_link_to_a_heading_of_the_same_article_goes_there() -> None:
    newsroom = linked()
    async with reading(newsroom, size=SMALL) as pilot:
        await press(pilot, "enter", "G", "f", "f")
        assert "The second watch" in rows(pilot)[2]
        assert not [what for what, _ in newsroom.asked if what == "visit"]


async def test_headings_are_gone_through_and_the_last_one_stays() -> None:
    newsroom = linked()
    blocks = newsroom.articles[1].blocks
    more = (*blocks, Heading(3, (Span("Near the end"),)), Paragraph((Span("Done."),)))
    newsroom.articles[1] = replace(newsroom.articles[1], blocks=more)
    async with reading(newsroom, size=SMALL) as pilot:
        await press(pilot, "enter", "}")
        assert "The second watch" in rows(pilot)[2]
        await press(pilot, "}", "}")
        assert "Near the end" in shown(pilot)
        assert "The second watch" not in shown(pilot)
        await press(pilot, "{")
        assert "The second watch" in rows(pilot)[2]
        await press(pilot, "k", "(", ")")
        assert "The second watch" in rows(pilot)[2]


async def test_a_page_that_was_followed_is_kept_and_then_a_headline() -> None:
    newsroom = linked()
    async with reading(newsroom, size=SMALL) as pilot:
        await press(pilot, "enter", "f", "a", "m")
        assert "b keeps this page first" in rows(pilot)[-1]
        await press(pilot, "b")
        assert newsroom.by_id[900].bookmarked
        assert toasts(pilot)[-1] == "Kept for offline · u undoes"
        assert "★ kept offline" in shown(pilot)
        assert not newsroom.by_id[1].bookmarked
        await press(pilot, "b")
        assert not newsroom.by_id[900].bookmarked, "the same key lets it go again"


async def test_what_is_said_of_a_page_names_the_keys_as_they_are_mapped() -> None:
    async with reading(linked(), size=SMALL, keys={"bookmark.toggle": "*"}) as pilot:
        await press(pilot, "enter", "f", "a", "m")
        assert "* keeps this page, esc goes back" in shown(pilot)
        assert "* keeps this page first" in rows(pilot)[-1]


async def test_the_keys_act_on_what_is_read_not_on_the_cursor_of_the_list() -> None:
    opened: list[str] = []
    newsroom = linked()
    async with reading(newsroom, size=SMALL, opener=opened.append) as pilot:
        await press(pilot, "enter", "f", "a", "o", "y")
        assert opened == [LOG]
        assert pilot.app.clipboard == LOG
        await press(pilot, "F", "x")
        assert newsroom.asked.count(("visit", LOG)) == 2
        assert "Force four, north-west." in shown(pilot), "it has no other version"
        await press(pilot, "tab", "o")
        assert opened[1:] == ["https://post.example/1"], "in the list it is the cursor's"


async def test_a_page_that_cannot_be_read_says_so_and_gives_the_way_out() -> None:
    opened: list[str] = []
    newsroom = linked()
    newsroom.visits.pages.clear()
    async with reading(newsroom, size=SMALL, opener=opened.append) as pilot:
        await press(pilot, "enter", "f", "a")
        await pilot.resize_terminal(44, 24)
        assert "This page cannot be shown here." in shown(pilot)
        assert "go back." in shown(pilot), "in two lines, where one has no room for it"
        await press(pilot, "o", "escape")
        assert opened == [LOG]
        assert "See the wind log" in shown(pilot)


async def test_a_link_is_followed_by_a_click_and_with_ctrl_in_the_browser() -> None:
    opened: list[str] = []
    async with reading(linked(), opener=opened.append) as pilot:
        line = next(number for number, row in enumerate(rows(pilot)) if "wind log" in row)
        await click(pilot, "See the", line)
        assert "See the wind log" in shown(pilot)
        await click(pilot, "wind log", line, control=True)
        assert opened == [LOG]
        await click(pilot, "wind log", line)
        assert "Force four, north-west." in shown(pilot)


async def click(pilot: Pilot[None], words: str, line: int, *, control: bool = False) -> None:
    await pilot.click(offset=(rows(pilot)[line].index(words) + 2, line), control=control)
    await settled(pilot)


async def test_what_was_read_is_gone_back_to_whatever_was_passed_on_the_way() -> None:
    newsroom = NewsroomDouble([headline(number) for number in range(1, 6)])
    async with reading(newsroom) as pilot:
        await press(pilot, "enter", "escape", "j", "j", "enter", "J")
        assert main(pilot).headlines.cursor == 3
        await press(pilot, "backspace")
        assert "The text of Headline number 3." in shown(pilot)
        await press(pilot, "backspace")
        assert "The text of Headline number 1." in shown(pilot)
        assert main(pilot).headlines.cursor == 0
        await press(pilot, "alt+right", "alt+right")
        assert "The text of Headline number 4." in shown(pilot)
        await press(pilot, "alt+right")
        assert "nothing to go forward to" in rows(pilot)[-1]


async def test_comments_open_in_the_browser() -> None:
    opened: list[str] = []
    async with reading(linked(), opener=opened.append) as pilot:
        await press(pilot, "c")
        assert toasts(pilot) == ["No comments page is named for this headline"]
        await press(pilot, "j", "c")
        assert opened == ["https://talk.example/2"]


async def test_an_article_is_fetched_again_where_it_stands() -> None:
    newsroom = linked()
    async with reading(newsroom, size=SMALL) as pilot:
        await press(pilot, "F")
        assert "fetched again: nothing has changed" in rows(pilot)[-1]
        newsroom.remote[1] = article(headline(1), "Another text altogether.")
        await press(pilot, "F")
        assert "Another text altogether." in shown(pilot)
        newsroom.failure = CleanError("The page has less text now; what was here stays")
        await press(pilot, "F")
        assert toasts(pilot)[-1] == "The page has less text now; what was here stays"
        assert "Another text altogether." in shown(pilot)


def test_letters_are_as_few_as_tell_the_links_apart() -> None:
    links = [Link(LOG) for _ in range(20)]
    assert list(lettered(links[:3])) == ["a", "s", "d"]
    assert {len(letters) for letters in lettered(links)} == {2}
    assert list(lettered(links).values()) == links
    assert lettered([]) == {}


def test_a_trail_goes_back_and_forth_and_a_new_way_ends_what_was_ahead() -> None:
    trail = Trail()
    one, two, three, four = (Stop(headline(number)) for number in range(1, 5))
    assert trail.back(one) is None
    trail.left(one)
    trail.left(two)
    assert [trail.back(three), trail.back(two)] == [two, one]
    assert trail.forward(one) == two
    trail.left(two)
    assert trail.forward(four) is None
    assert [trail.back(four), trail.back(two), trail.back(one)] == [two, one, None]
    for _ in range(2 * LONGEST):
        trail.left(one)
    assert sum(trail.back(one) is not None for _ in range(2 * LONGEST)) == LONGEST
