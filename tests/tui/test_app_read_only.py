"""A library that can only be read: said once, and nothing is tried unasked that would change it."""

from newsreader.model import LibraryError
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import press, reading, rows, toasts

LINE = "the library is open on attic (since 08:12): it can be read here, but not changed; close it there first"


def barred() -> NewsroomDouble:
    """Return a newsroom in which nothing can be changed."""
    made = [headline(number) for number in range(1, 5)]
    newsroom = NewsroomDouble(made, [(one.id, article(one)) for one in made])
    newsroom.read_only = LINE
    return newsroom


async def test_it_says_so_once_and_asks_no_source() -> None:
    newsroom = barred()
    opened: list[bool] = []

    async def opening() -> None:
        opened.append(True)

    async with reading(newsroom, start_refresh=True, prefetch=True, opening=opening) as pilot:
        assert toasts(pilot) == [LINE]
        assert "4 unread of 4 · reading only" in rows(pilot)[0]
        await press(pilot, "j", "enter", "space", "space", "J")
        assert toasts(pilot) == [LINE]
        assert not any(one.read for one in newsroom.by_id.values())
        assert {name for name, _ in newsroom.asked} <= {"pictures"}
    assert opened == []


async def test_a_key_that_would_change_something_says_why_not() -> None:
    for key in ("m", "b", "A", "R", "r"):
        newsroom = barred()
        async with reading(newsroom) as pilot:
            newsroom.failure = LibraryError(LINE)
            pilot.app.clear_notifications()
            await press(pilot, key)
            assert toasts(pilot) == [LINE]
            assert "4 unread of 4" in rows(pilot)[0]
            assert "★" not in "".join(rows(pilot))
