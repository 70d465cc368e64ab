"""The day's edition is short, fair and the same however often it is opened."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import Headline
from newsreader.newsroom import EditionSection, Newsroom
from newsreader.newsroom.edition import FEWEST, IN_ALL, OTHER, PER_SECTION, PER_SOURCE, chosen
from support.clock import Clock
from support.loopback import Loopback
from support.site import open_site

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
FOLDERS = {1: "World", 2: "World", 3: "Science", 4: ""}


def told(
    number: int, source: int = 1, hours: float = 1, *, read: bool = False, bookmarked: bool = False
) -> Headline:
    """Return a headline of a source, so many hours old."""
    published, url = NOW - timedelta(hours=hours), f"https://s.example/{number}"
    return Headline(
        number, f"No. {number}", f"Source {source}", source, url, published, read=read, bookmarked=bookmarked
    )


def numbers(sections: tuple[EditionSection, ...]) -> dict[str, list[int]]:
    return {section.title: [headline.id for headline in section.headlines] for section in sections}


def a_day(source: int, count: int, first: int) -> list[Headline]:
    return [told(first + n, source, hours=1 + n / 100) for n in range(count)]


def test_sections_are_the_folders_and_what_is_in_none_comes_last() -> None:
    found = chosen([told(1, 4), told(2, 3), told(3, 1), told(4, 99)], FOLDERS, NOW)
    assert numbers(found) == {"Science": [2], "World": [3], OTHER: [1, 4]}
    assert [section.title for section in found] == ["Science", "World", OTHER]


def test_a_loud_source_does_not_drown_a_quiet_one() -> None:
    found = numbers(chosen([*a_day(1, 100, 0), told(500, 2, hours=23)], FOLDERS, NOW))
    assert found == {"World": [0, 500, *range(1, PER_SOURCE)]}


def test_a_full_day_has_an_end_and_every_section_its_part() -> None:
    folders = {source: f"Folder {source % 5}" for source in range(50)}
    day = [headline for source in range(50) for headline in a_day(source, 9, source * 10)]
    found = numbers(chosen(day, folders, NOW))
    assert sum(map(len, found.values())) == IN_ALL
    assert {len(ids) for ids in found.values()} == {IN_ALL // 5}
    [one] = numbers(chosen(day, {}, NOW)).values()
    assert len(one) == PER_SECTION


def test_a_thin_day_reaches_back_three_days_and_a_full_one_does_not() -> None:
    old, ancient = told(90, 3, hours=60), told(91, 3, hours=73)
    assert numbers(chosen([told(1), old, ancient], FOLDERS, NOW)) == {"Science": [90], "World": [1]}
    full = [*a_day(1, FEWEST // 2, 0), *a_day(2, FEWEST // 2, 50)]
    assert "Science" not in numbers(chosen([*full, old], FOLDERS, NOW))


def test_one_page_that_two_feeds_tell_is_in_it_once() -> None:
    twice = (told(1, 1, hours=2), told(2, 2, hours=3))
    same = [replace(headline, url="https://s.example/p") for headline in twice]
    assert numbers(chosen(same, FOLDERS, NOW)) == {"World": [1]}


def test_there_may_be_nothing_in_it() -> None:
    assert chosen([], FOLDERS, NOW) == ()


headlines = st.lists(
    st.builds(
        told, st.integers(1, 60), st.integers(1, 6), st.floats(0, 100), read=st.booleans(), bookmarked=st.booleans()
    ),
    max_size=60,
    unique_by=lambda headline: headline.id,
)


@given(headlines, st.randoms())
def test_the_same_headlines_give_the_same_edition_in_any_order(found: list[Headline], random: Random) -> None:
    first = chosen(found, FOLDERS, NOW)
    random.shuffle(found)
    assert chosen(found, FOLDERS, NOW) == first


@given(headlines)
def test_reading_it_takes_nothing_out(found: list[Headline]) -> None:
    unread = [replace(headline, read=False) for headline in found]
    read = [replace(headline, read=True) for headline in found]
    assert numbers(chosen(unread, FOLDERS, NOW)) == numbers(chosen(read, FOLDERS, NOW))


async def test_the_newsroom_has_it_dated_and_by_folder(newsroom: Newsroom, site: Loopback, clock: Clock) -> None:
    await newsroom.add(open_site(site), "Sea")
    edition = newsroom.edition()
    assert edition.title == "The edition of Thursday, 30 March, 2023"
    assert [(section.title, len(section.headlines)) for section in edition.sections] == [("Sea", 2)]
    assert [headline.title for headline in edition.headlines] == ["Fog over the mole", "The bell is gone"]
    await newsroom.mark_read([headline.id for headline in edition.headlines])
    assert len(newsroom.edition().headlines) == 2
    clock.move(days=4)
    assert newsroom.edition().sections == ()
