"""Pages of our own writing that show no article, and some that do: every kind of wall and shell."""

import tomllib
from importlib.resources import files

from support.walls.dress import BARE, CROWDED, DRESSED, Wall, filled

KINDS = ("consent", "pay", "shells", "errors", "guards", "fronts", "more", "later", "fresh")
"""What the files are named after; the last three were written to see whether what was learned holds."""


def _read(kind: str) -> list[Wall]:
    found = tomllib.loads(files(__package__).joinpath(f"{kind}.toml").read_text("utf-8"))
    return [
        Wall(**{**each, "body": filled(each["body"]), "head": filled(each.get("head", ""))})
        for each in found["wall"]
    ]


WALLS = {f"{kind}: {wall.name}": wall for kind in KINDS for wall in _read(kind)}
"""All of them by a name."""

REAL = {wall.name: wall for wall in _read("real")}
"""Short articles that speak of what walls speak of, with the data that publishers put on their stories."""

__all__ = ["BARE", "CROWDED", "DRESSED", "REAL", "WALLS", "Wall"]
