"""A talk with the program: every line typed is answered in sentences, and what was done is in the library."""

from contextlib import closing
from typing import cast

import pytest

from newsreader.config import Form, Output, OwnCommand
from newsreader.library import Library
from newsreader.newsroom import Newsroom
from newsreader.plain.lists import Lists
from newsreader.plain.talk import Talk, sentence
from plain.conftest import Spoken
from support.libraries import Clock
from support.newsroom_double import NewsroomDouble, headline


def test_headlines_are_said_one_a_line_with_what_matters_first(spoken: Spoken) -> None:
    assert spoken() == []
    assert spoken.greeting == [
        "Newsreader. Thursday, 30 March, 2023.",
        "All: 3 headlines, 3 unread.",
        "1. The bridge is open again. The Paper, 2 hours ago, unread.",
        "2. A long one. The Paper, 5 hours ago, unread.",
        "3. Is it away? The Paper, on Monday, 20 March, 2023, unread.",
        "Type a number to read, Enter for more, ? for help, q to quit.",
    ]


def test_an_article_is_read_page_by_page_and_then_the_next(spoken: Spoken) -> None:
    said = spoken("2", "", "", "", "", "unread", "q")
    assert said[:3] == ["A long one.", "The Paper, Thursday, 30 March, 2023, 2 minutes to read.", said[2]]
    starts = [line[:7] for line in said if line.startswith("Part")]
    assert starts == ["Part 1.", "Part 2.", "Part 3.", "Part 4."]
    end = said.index("End of the article.")
    assert said[end + 1 : end + 3] == ["Fetching…", "Is it away?"]
    assert said[-2:] == [
        "Unread: 1 headline, 1 unread.",
        "1. The bridge is open again. The Paper, 2 hours ago, unread.",
    ]
    assert "Article: " in spoken.prompts


def test_reading_goes_on_where_it_was_left(spoken: Spoken) -> None:
    spoken("2", "", "q")
    said = spoken("begun", "1", "g")
    assert "1. A long one. The Paper, 5 hours ago, begun." in said
    assert "Going on where you left; g begins again." in said
    assert [line[:7] for line in said if line.startswith("Part")] == ["Part 2.", "Part 1."]


def test_links_are_told_on_request_and_opened_by_their_numbers(spoken: Spoken) -> None:
    said = spoken("1", "f", "f 1", "f 9", "f", "o", "o 2")
    assert "Links: 1, the mayor." in said
    assert "There is no link 9; this article has 1." in said
    assert "Links are no longer told." in said
    assert spoken.opened == [
        "https://paper.example/mayor", "https://paper.example/bridge", "https://paper.example/long",
    ]  # fmt: skip


def test_what_the_reader_does_is_answered_and_undone(spoken: Spoken) -> None:
    said = spoken("m 1", "m 1", "A", "A", "u", "unread")
    assert said[:4] == [
        "Read.", "Unread.", "3 headlines marked read; u takes that back.", "All of these are read already.",
    ]  # fmt: skip
    assert said[5] == "Unread: 3 headlines, 3 unread."


def test_opening_an_article_is_no_change_to_undo(spoken: Spoken) -> None:
    said = spoken("b 2", "1", "u", "list")
    assert "Bookmark taken back: A long one." in said
    assert said[-2] == "2. A long one. The Paper, 5 hours ago, unread."
    assert said[-3] == "1. The bridge is open again. The Paper, 2 hours ago."


def test_a_note_keeps_the_article(spoken: Spoken) -> None:
    said = spoken("2", "l", "l for Monday #work", "l", "kept")
    assert said[-5:] == [
        "There is no note; l and some words write one.",
        "Noted and kept.",
        "Your note: for Monday #work.",
        "Kept: 1 headline, 0 unread.",
        "1. A long one. The Paper, 5 hours ago, kept.",
    ]


def test_a_search_is_left_again(spoken: Spoken) -> None:
    said = spoken("/ ribbon", "2", "back", "/ nothing at all", "back", "back")
    assert said[:3] == [
        "Found for ribbon: 1 headline, 1 unread.",
        "1. The bridge is open again. The Paper, 2 hours ago, unread.",
        "There is no headline 2; this list has 1 headline.",
    ]
    assert said.count("All: 3 headlines, 3 unread.") == 3
    assert "Found for nothing at all: none." in said


def test_the_article_is_left_for_the_headlines_around_it(spoken: Spoken) -> None:
    said = spoken("1", "back")
    assert said[-3] == "1. The bridge is open again. The Paper, 2 hours ago."


def test_neighbours_and_the_ends_of_the_list(spoken: Spoken) -> None:
    said = spoken("J", "J", "K", "K", "p", "", "list", "")
    starts = ("The bridge", "A long", "There is no h", "There is no u")
    assert [line for line in said if line.startswith(starts)] == [
        "The bridge is open again.", "A long one.", "The bridge is open again.",
        "There is no headline before this.",
        "There is no unread headline before this.",
    ]  # fmt: skip
    assert said[-1] == "That was all of the list."


def test_sources_are_numbered_and_listed(spoken: Spoken) -> None:
    said = spoken("sources", "source 1", "source 2", "source nobody")
    assert said[:3] == ["1 source.", "1. The Paper, 3 of 3 unread.", "The Paper: 3 headlines, 3 unread."]
    assert said[-2] == "There is no source 2; sources says all 1."
    assert "no source is called so" in said[-1]


def test_mistakes_are_answered_in_a_sentence(spoken: Spoken) -> None:
    assert spoken("99", "b", "g", "x", "wibble", "view 9", "a", "o 99999999999999999999") == [
        "There is no headline 99; this list has 3 headlines.",
        "No article is open; type the number of a headline.",
        "No article is open; type the number of a headline.",
        "No article is open; type the number of a headline.",
        "There is no command wibble; type ? for help.",
        "There is no view 9; there are all, unread, kept, read, begun.",
        "Say what to add: a and the address of a feed or a site.",
        "There is no headline 999999999; this list has 3 headlines.",
    ]


def test_ctrl_c_stops_what_a_person_waits_for_and_ends_a_script(spoken: Spoken) -> None:
    spoken.stopped_at = "^C"
    assert spoken("^C", "list")[:2] == ["Stopped; q quits.", "All: 3 headlines, 3 unread."]
    with pytest.raises(KeyboardInterrupt):
        spoken("^C", "list", person=False)


def test_what_ends_the_program_leaves_the_place_in_the_article(spoken: Spoken) -> None:
    spoken.stopped_at = "^C"
    with pytest.raises(KeyboardInterrupt):
        spoken("2", "", "^C", person=False)
    assert "Going on where you left; g begins again." in spoken("2")


def test_a_sentence_has_a_capital_and_an_end() -> None:
    assert sentence("nothing\n new ") == "Nothing new."
    assert sentence("Really?") == "Really?"
    assert sentence("http://127.0.0.1:9/: no answer") == "http://127.0.0.1:9/: no answer."


def test_own_commands_are_called_by_their_names(spoken: Spoken) -> None:
    spoken.own = (
        OwnCommand("shout", ("tr", "a-z", "A-Z"), "in capitals", "", Form.TEXT, Output.ARTICLE),
        OwnCommand("broken", ("no-such-program", "{url}"), "open with nothing"),
    )
    said = spoken("1", "shout", "broken 2", "shuot", "?")
    assert "In capitals…" in said
    assert "What shout printed; x brings the article back." in said
    assert "ON THURSDAY THE MAYOR CUT A RIBBON." in said
    assert any(line.startswith("no-such-program: there is no such program") for line in said)
    assert "There is no command shuot; did you mean shout?" in said
    assert said[-1] == "Your own commands: shout, broken."


def test_a_library_that_can_only_be_read_is_read(spoken: Spoken) -> None:
    with closing(Library.open(spoken.folder / "library", now=Clock(), host="attic")):
        said = spoken("2", "", "m", "b", "u", "R", "list")
    assert "open on attic" in spoken.greeting[0]
    assert [line[:7] for line in said if line.startswith("Part")] == ["Part 1.", "Part 2."]
    assert sum("open on attic" in line for line in said) == 4
    assert "All: 3 headlines, 3 unread." in said


def test_a_headline_that_is_gone_leaves_the_others_their_numbers() -> None:
    newsroom, told = NewsroomDouble([headline(number) for number in (1, 2, 3)]), list[str]()
    lists = Lists(cast("Newsroom", newsroom), Talk(input, told.append, lambda: None), Clock())
    lists.view("all")
    del newsroom.by_id[2]
    lists.here()
    assert [line.partition(" Head")[0] for line in told[-2:]] == ["1.", "3."]
    assert lists.number("3").id == 3
