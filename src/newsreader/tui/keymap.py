"""Keys as the reader mapped them: what may be used of a mapping, and what is wrong with the rest (pure)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from textual.binding import Binding, InvalidBinding
from textual.keys import Keys, key_to_character

from newsreader.config import OwnCommand
from newsreader.tui.commands import BY_ID, COMMANDS, OWN, Command, Room, own_command, own_id

_NAMED = frozenset(key.value for key in Keys)
APART = (
    *map(set, combinations((Room.SOURCES, Room.LIST, Room.ARTICLE, Room.WEATHER), 2)),
    {Room.READING, Room.WEATHER},
)
"""Rooms that are never entered by one key: a key may mean two things in them."""


def in_keys(id_: str) -> str:
    """Return where the keys of a command are set, when no more than the section is known."""
    return f"[keys] {id_}"


def reader_keymap(
    keys: Mapping[str, str], own: Sequence[OwnCommand], place: Callable[[str], str] = in_keys
) -> tuple[tuple[Command, ...], dict[str, str], tuple[str, ...]]:
    """Return all commands with the reader's ``own`` after them, and :func:`checked_keymap` of all keys."""
    commands = (*COMMANDS, *(own_command(one.name, one.says) for one in own))
    mapping = {own_id(one.name): one.key for one in own if one.key} | dict(keys)
    return commands, *checked_keymap(mapping, place, commands)


def checked_keymap(
    mapping: Mapping[str, str],
    place: Callable[[str], str] = in_keys,
    commands: Sequence[Command] = COMMANDS,
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return what of ``mapping`` (ids to keys) may be used, and a sentence for each entry that may not.

    ``place`` tells where an entry stands, for these sentences; ``commands`` are all there are.

    An entry is refused when its id is not that of a command, when a key has a name that no key has, or when a
    key would mean two things in one place.
    """
    by_id = {command.id: command for command in commands}
    accepted: dict[str, str] = {}
    complaints: list[str] = []
    for id_, keys in mapping.items():
        command = by_id.get(id_)
        if command is None or not (command.keys or command.group == OWN):
            complaints.append(f"{place(id_)}: there is no command “{id_}”; {_advice(id_)}")
        elif wrong := _wrong_key(keys):
            complaints.append(f"{place(id_)}: “{wrong}” for {id_} is no key")
        else:
            accepted[id_] = ",".join(_normal(keys))
    while clash := _clash(accepted, by_id):
        id_, other, key = clash
        complaints.append(f"{place(id_)}: {key} for {id_} already means “{by_id[other].says}” ({other})")
        del accepted[id_]
    return accepted, tuple(complaints)


def _advice(id_: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(id_, [command.id for command in COMMANDS if command.keys], n=1)
    return f"did you mean {close[0]}?" if close else "newsreader man names them all"


def first_key(id_: str, keymap: Mapping[str, str]) -> str:
    """Return the first key of a command, as Textual names it."""
    return _normal(keymap.get(id_, BY_ID[id_].keys))[0]


def _normal(keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(binding.key for binding in Binding.make_bindings([Binding(keys, "")])))


def _wrong_key(keys: str) -> str:
    """Return the first of ``keys`` that cannot be one, or an empty string."""
    try:
        names = _normal(keys)
    except InvalidBinding:
        return keys or "nothing"
    return next((name for name in names if not _is_key(name)), "")


def _is_key(name: str) -> bool:
    bare = name.rpartition("+")[2]
    return name in _NAMED or bare in _NAMED or key_to_character(bare) is not None


def _clash(accepted: Mapping[str, str], by_id: Mapping[str, Command]) -> tuple[str, str, str] | None:
    """Return a mapped id, the command it is in the way of and the key, or None when no two clash."""
    for id_, keys in reversed(list(accepted.items())):
        for other in _neighbours(by_id[id_], by_id.values()):
            keys_now = accepted.get(other.id, other.keys)
            taken = _normal(keys_now) if keys_now else ()
            for key in keys.split(","):
                if key in taken:
                    return id_, other.id, key
    return None


def _neighbours(command: Command, commands: Iterable[Command]) -> Iterable[Command]:
    """Return the other commands that are there where ``command`` is."""
    return (other for other in commands if other is not command and {other.room, command.room} not in APART)
