"""Notes, tags and sources: written in one line at the bottom, shown, and taken back."""

import pytest

from newsreader.model import LibraryError, Subscription
from newsreader.model.noting import note_and_tags, note_line
from newsreader.tui.screens.sourcing import folder_and_title, place_and_name
from support.newsroom_double import SOURCE, NewsroomDouble, article, headline
from support.on_screen import in_article, main, press, reading, rows, shown, toasts


def two_sources() -> NewsroomDouble:
    """Return a newsroom of four headlines, of two sources by turns."""
    other = Subscription(2, "https://night.example/feed", "Night Mail", folder="Weeklies")
    made = [headline(number) for number in range(1, 5)]
    made = [one if one.id % 2 else headline(one.id, source="Night Mail", source_id=2) for one in made]
    newsroom = NewsroomDouble(made, [(one.id, article(one)) for one in made])
    newsroom.sources = [SOURCE, other]
    return newsroom


async def test_a_note_and_tags_are_written_kept_shown_and_taken_back() -> None:
    newsroom = two_sources()
    async with reading(newsroom) as pilot:
        await press(pilot, "l", *"read before Monday #work #later", "enter")
        assert (newsroom.by_id[1].note, newsroom.by_id[1].tags) == ("read before Monday", ("later", "work"))
        assert newsroom.by_id[1].complete
        assert toasts(pilot) == ["Noted and kept · u undoes"]
        assert "▎ read before Monday #later #work" in shown(pilot)
        assert "6 min  #later  ★ ✓" in rows(pilot)[3]
        assert not in_article(pilot)
        await press(pilot, "u")
        assert "#later" not in shown(pilot)


async def test_a_note_is_there_to_be_changed_and_escape_leaves_it() -> None:
    newsroom = two_sources()
    newsroom._set([1], note="old words", tags=("one",), bookmarked=True, complete=True)
    async with reading(newsroom) as pilot:
        await press(pilot, "tab", "l")
        assert "old words #one" in rows(pilot)[-2]
        assert "save" in rows(pilot)[-1]
        await press(pilot, *" more", "escape")
        assert in_article(pilot)
        assert newsroom.by_id[1].note == "old words"
        await press(pilot, "l", "enter")
        assert newsroom.undone == []
        await press(pilot, "l", "ctrl+u", "enter")
        assert (newsroom.by_id[1].note, newsroom.by_id[1].tags) == ("", ())


async def test_a_note_that_cannot_be_written_is_told_and_not_shown() -> None:
    newsroom = two_sources()
    async with reading(newsroom) as pilot:
        newsroom.failure = LibraryError("the disk is full")
        await press(pilot, "l", *"#work", "enter")
        assert toasts(pilot) == ["the disk is full"]
        assert "#work" not in shown(pilot)
        await press(pilot, "l", "enter")
        assert not newsroom.by_id[1].bookmarked


def test_a_line_is_taken_apart_and_put_together_again() -> None:
    assert note_and_tags("  read  before Monday #a #b-c #a # ") == ("read before Monday", ("a", "b-c"))
    assert note_and_tags("remark #1 thing #work") == ("remark #1 thing", ("work",))
    assert note_and_tags("#a #b") == ("", ("a", "b"))
    assert note_and_tags("C# and 3#4") == ("C# and 3#4", ())
    assert note_line("read\nbefore", ("a",)) == "read before #a"


@pytest.mark.parametrize("note", ["# Highlights\n> quote\nremark #1 thing", "see\n#1 #2", "one line"])
def test_a_note_of_many_lines_stays_while_only_tags_are_written(note: str) -> None:
    assert note_and_tags(f"{note_line(note, ('work',))} #new", note) == (note, ("work", "new"))
    assert note_and_tags(note_line(note, ()), note) == (note, ())
    assert note_and_tags(f"so {note_line(note, ())} there", note)[0] == f"so {' '.join(note.split())} there"
    assert note_and_tags("", note) == ("", ())


async def test_on_the_screen_a_tag_is_added_to_a_note_of_many_lines() -> None:
    newsroom = two_sources()
    newsroom._set([1], note="first\nsecond", bookmarked=True, complete=True)
    async with reading(newsroom) as pilot:
        await press(pilot, "l", *" #work", "enter")
        assert (newsroom.by_id[1].note, newsroom.by_id[1].tags) == ("first\nsecond", ("work",))


async def test_a_source_is_left_and_u_brings_everything_back_where_it_was() -> None:
    newsroom = two_sources()
    async with reading(newsroom) as pilot:
        await press(pilot, "j", "colon", *"unsubscribe", "enter")
        assert toasts(pilot) == ["Unsubscribed from Night Mail · u undoes"]
        assert main(pilot).headlines.ids == (1, 3)
        assert "The text of Headline number 3." in shown(pilot)
        assert "2 unread of 2" in rows(pilot)[0]
        await press(pilot, "u")
        assert main(pilot).headlines.ids == (1, 2, 3, 4)
        assert "The text of Headline number 3." in shown(pilot)


async def test_the_last_source_that_is_left_leaves_an_empty_list() -> None:
    newsroom = two_sources()
    newsroom.order = [2]
    async with reading(newsroom) as pilot:
        await press(pilot, "colon", *"unsubscribe", "enter")
        assert "No headlines yet." in shown(pilot)
        await press(pilot, "u")
        assert "The text of Headline number 2." in shown(pilot)


async def test_what_no_subscription_brought_cannot_be_left() -> None:
    newsroom = two_sources()
    newsroom.sources = [SOURCE]
    async with reading(newsroom) as pilot:
        await press(pilot, "j", "colon", *"unsubscribe", "enter")
        assert toasts(pilot) == ["There is no subscription to Night Mail"]


async def test_a_source_is_called_otherwise_and_moved() -> None:
    newsroom = two_sources()
    async with reading(newsroom) as pilot:
        await press(pilot, "j", "colon", *"call this source", "enter")
        assert main(pilot).line.text == "Weeklies / Night Mail"
        await press(pilot, "ctrl+u", *"Dailies / Morning", "enter")
        assert toasts(pilot) == ["Now Morning in Dailies · u undoes"]
        assert "Morning · 2 h" in rows(pilot)[6]
        assert newsroom.sources[1].folder == "Dailies"
        await press(pilot, "colon", *"call this source", "enter", "ctrl+u", *"Dailies / ", "enter")
        assert toasts(pilot)[-1] == "A source needs a title"


@pytest.mark.parametrize(
    "source", [("", "Post"), ("News", "Post"), ("", "Cars / Bikes"), ("A/B", "C / D"), ("A / B", "C")]
)
def test_folder_and_title_are_read_back_from_their_line(source: tuple[str, str]) -> None:
    folder, title = source
    line = place_and_name(Subscription(1, "https://post.example/", title, folder=folder))
    assert folder_and_title(line, folder) == source


def test_a_source_moves_to_a_folder_with_a_slash_in_its_name_and_out_of_it() -> None:
    assert folder_and_title("News / Local / Post", "Dailies") == ("News / Local", "Post")
    assert folder_and_title(" / Cars / Bikes", "News / Local") == ("", "Cars / Bikes")
    assert folder_and_title("Post", "News / Local") == ("", "Post")
