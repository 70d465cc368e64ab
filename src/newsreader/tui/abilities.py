"""What the terminal said it can do; until it has answered, and many never do, it can draw characters only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abilities:
    """A terminal's answers.

    Attributes:
        background: its ground as red, green and blue, 0 to 255 each; None when it did not say.
        kitty: whether it draws pictures by Kitty's graphics protocol, with Unicode placeholders.
        sixel: whether it draws sixels.
        cell: width and height of a cell in pixels; None when it did not say.
    """

    background: tuple[int, int, int] | None = None
    kitty: bool = False
    sixel: bool = False
    cell: tuple[int, int] | None = None
