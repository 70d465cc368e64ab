"""Keys as the reader mapped them: what may be used of a mapping, and what is wrong with the rest (pure)."""

from collections.abc import Iterable, Mapping

from textual.binding import Binding, InvalidBinding
from textual.keys import Keys, key_to_character

from newsreader.tui.commands import BY_ID, COMMANDS, Command, Room

_NAMED = frozenset(key.value for key in Keys)
_PANES = frozenset({Room.SOURCES, Room.LIST, Room.ARTICLE})


def checked_keymap(mapping: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return what of ``mapping`` (ids to keys) may be used, and a sentence for each entry that may not.

    An entry is refused when its id is not that of a command, when a key has a name that no key has, or when a
    key would mean two things in one place.
    """
    accepted: dict[str, str] = {}
    complaints: list[str] = []
    for id_, keys in mapping.items():
        command = BY_ID.get(id_)
        if command is None or not command.keys:
            complaints.append(f"Keys: there is no command “{id_}”; the help (?) names them all")
        elif wrong := _wrong_key(keys):
            complaints.append(f"Keys: “{wrong}” for {id_} is no key")
        else:
            accepted[id_] = ",".join(_normal(keys))
    while clash := _clash(accepted):
        id_, other, key = clash
        complaints.append(f"Keys: {key} for {id_} already means “{BY_ID[other].says}” ({other})")
        del accepted[id_]
    return accepted, tuple(complaints)


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


def _clash(accepted: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Return a mapped id, the command it is in the way of and the key, or None when no two clash."""
    for id_, keys in reversed(list(accepted.items())):
        for other in _neighbours(BY_ID[id_]):
            taken = _normal(accepted.get(other.id, other.keys)) if other.keys else ()
            for key in keys.split(","):
                if key in taken:
                    return id_, other.id, key
    return None


def _neighbours(command: Command) -> Iterable[Command]:
    """Return the other commands that are there where ``command`` is."""
    return (
        other
        for other in COMMANDS
        if other is not command and (other.room is command.room or not {other.room, command.room} <= _PANES)
    )
