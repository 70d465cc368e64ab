"""The reader's wishes for how articles are set, on the screen."""

from dataclasses import replace

from newsreader.model import Article, Headline, Paragraph, Span
from newsreader.tui.typesetter import Typesetter
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import press, reading, rows, shown, toasts

LONG = "The old representative of the international organisation understandably wondered about responsibilities. "
HEBREW = "חדשות היום"


def told_in(language: str, of: Headline) -> tuple[int, Article]:
    return of.id, replace(article(of, LONG * 3), language=language)


async def test_an_article_is_not_set_again_and_the_next_has_its_words_divided() -> None:
    first, second = headline(1), headline(2)
    newsroom = NewsroomDouble((first, second), (told_in("en-GB", first), told_in("en-GB", second)))
    async with reading(newsroom, (80, 24), typesetter=Typesetter(hyphenate=True, rest=0)) as pilot:
        assert "interna-" not in shown(pilot)
        await press(pilot, "j")
        assert any(row.rstrip(" │▕▐█").endswith("-") for row in rows(pilot))


async def test_what_runs_from_right_to_left_is_shown_as_it_is_seen() -> None:
    of = headline(1, HEBREW)
    text = Paragraph((Span(HEBREW + " 1984"),), rtl=True)
    newsroom = NewsroomDouble((of,), ((1, replace(article(of), blocks=(text,))),))
    async with reading(newsroom, (100, 24), typesetter=Typesetter(reorder=True)) as pilot:
        assert shown(pilot).count(HEBREW[::-1]) == 3  # in the list, over the article, and in it
        assert "1984 " + HEBREW[::-1] in shown(pilot)
        assert toasts(pilot) == []
    async with reading(newsroom, (100, 24)) as pilot:
        assert shown(pilot).count(HEBREW) == 3
