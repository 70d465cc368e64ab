"""The footer: which keys it names where there is little room."""

from newsreader.tui.widgets.key_bar import fitting

KEYS = [("j k", "headlines"), ("b", "keep"), ("/", "search"), ("?", "keys")]


def test_all_keys_are_named_where_there_is_room() -> None:
    assert fitting(KEYS, 13 + 3 + 6 + 3 + 8 + 3 + 6) == KEYS


def test_the_last_key_stays_when_others_have_to_go() -> None:
    assert fitting(KEYS, 41) == [KEYS[0], KEYS[1], KEYS[3]]
    assert fitting(KEYS, 6) == [KEYS[3]]
    assert fitting(KEYS, 5) == []
    assert fitting([], 40) == []
