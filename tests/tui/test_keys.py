"""Keys: one declaration feeds bindings, help and palette; a mapping of the reader's is checked."""

from itertools import combinations

import pytest

from newsreader.tui.commands import BY_ID, COMMANDS, key_names
from newsreader.tui.keymap import APART, checked_keymap
from newsreader.tui.widgets.twice import Twice
from support.newsroom_double import NewsroomDouble, article, headline
from support.on_screen import main, press, reading, shown, toasts


def three() -> NewsroomDouble:
    made = [headline(number) for number in (1, 2, 3)]
    return NewsroomDouble(made, [(one.id, article(one)) for one in made])


def test_ids_are_unique_and_no_key_means_two_things_in_one_place() -> None:
    assert len(BY_ID) == len(COMMANDS)
    for one, other in combinations(COMMANDS, 2):
        if {one.room, other.room} not in APART:
            assert not set(one.keys.split(",")) & set(other.keys.split(",")) - {""}, (one.id, other.id)


def test_keys_are_written_as_they_are_pressed() -> None:
    assert key_names("j,down,pagedown,/,?,:,ctrl+p,G,enter,backspace,shift+tab,[") == (
        "j", "↓", "pgdn", "/", "?", ":", "ctrl+p", "G", "enter", "bksp", "shift+tab", "[",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("mapping", "complaint"),
    [
        ({"headline.nxt": "j"}, "there is no command “headline.nxt”"),
        ({"headline.next": ""}, "“nothing” for headline.next is no key"),
        ({"headline.next": "hyperspace"}, "“hyperspace” for headline.next is no key"),
        ({"headline.next": "b"}, "b for headline.next already means “keep for offline, or no longer”"),
        ({"bookmark.toggle": "k"}, "k for bookmark.toggle already means “previous headline”"),
        ({"undo": "q"}, "q for undo already means “quit”"),
    ],
)
def test_a_mapping_that_cannot_be_meant_is_refused(mapping: dict[str, str], complaint: str) -> None:
    accepted, complaints = checked_keymap(mapping)
    assert accepted == {}
    assert complaint in complaints[0]


def test_two_commands_may_change_places() -> None:
    accepted, complaints = checked_keymap({"unread.next": "p", "unread.previous": "n"})
    assert accepted == {"unread.next": "p", "unread.previous": "n"}
    assert complaints == ()


def test_the_panes_may_use_one_key_each() -> None:
    assert checked_keymap({"headline.next": "ctrl+e", "article.down": "ctrl+e"})[1] == ()


async def test_mapped_keys_work_and_the_old_ones_do_not() -> None:
    async with reading(three(), keys={"headline.next": "ctrl+n,é", "bookmark.toggle": "*"}) as pilot:
        await press(pilot, "j")
        assert main(pilot).headlines.cursor == 0
        await press(pilot, "ctrl+n")
        assert main(pilot).headlines.cursor == 1
        assert "* keep" in shown(pilot)
        await press(pilot, "asterisk")
        assert "★" in shown(pilot)


async def test_wrong_mappings_are_told_and_the_program_goes_on() -> None:
    async with reading(three(), keys={"nowhere": "j", "undo": "q"}) as pilot:
        assert len(toasts(pilot)) == 2
        assert any("there is no command “nowhere”" in line for line in toasts(pilot))
        await press(pilot, "j")
        assert main(pilot).headlines.cursor == 1


async def test_what_is_wrong_in_the_settings_is_told_with_its_place() -> None:
    place = "config.toml, line 7, key keys.{}".format
    async with reading(three(), keys={"undoo": "j"}, key_place=place, complaints=["line 3: no"]) as pilot:
        wrong = "config.toml, line 7, key keys.undoo: there is no command “undoo”; did you mean undo?"
        assert sorted(toasts(pilot)) == [wrong, "line 3: no"]


def test_twice_is_twice_in_time() -> None:
    times = iter([0.0, 0.5, 0.6, 2.0, 2.1, 9.0])
    twice = Twice(lambda: next(times))
    assert [twice.press() for _ in range(5)] == [False, True, False, False, True]
    twice.press()
    twice.forget()
