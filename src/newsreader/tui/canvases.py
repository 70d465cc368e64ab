"""What pictures are drawn on, and how much room each will take there (pure)."""

from collections.abc import Container

from newsreader.model import Article, Canvas, Drawing, Image, Picture
from newsreader.tui.abilities import Abilities
from newsreader.tui.widgets.kitty import MOST_CELLS

CELL = (8, 16)
"""Pixels of a cell where the terminal does not say."""
LEAD_SIZE = (1600, 900)
"""Pixels that a lead picture is taken to have whose page does not say: the shape of most."""
LEAST_SIDE = 8
"""Pixels under which no picture is shown."""


def canvas_for(
    columns: int, rows: int, wanted: Drawing | None, abilities: Abilities, *, true_colour: bool
) -> Canvas:
    """Return the canvas of so many cells, drawn as ``wanted`` or, with None, in the best way the terminal knows.

    Sixels are not chosen untold: a line of them takes as long to send as a page of text, and more.
    """
    drawing = wanted or (Drawing.KITTY if abilities.kitty else Drawing.HALF_BLOCK)
    if drawing is Drawing.KITTY and true_colour:  # one of 24 bits names a picture
        return Canvas(min(columns, MOST_CELLS), min(rows, MOST_CELLS), drawing, abilities.cell or CELL)
    if drawing is Drawing.SIXEL and abilities.cell is not None:  # or there would be gaps between its rows
        return Canvas(columns, rows, drawing, abilities.cell)
    return Canvas(columns, rows)


def rooms(article: Article, canvas: Canvas, missing: Container[str]) -> dict[str, Picture]:
    """Return the room each picture will take, by address, where that is known; none for what is ``missing``."""
    sizes = {image.url: _size(image) for image in article.images if image.url not in missing}
    lead = article.lead_image
    if lead is not None and lead.url in sizes:
        sizes[lead.url] = sizes[lead.url] or LEAD_SIZE
    fitted = {url: canvas.fitted(*size) for url, size in sizes.items() if size}
    return {url: Picture(columns, 2 * rows) for url, (columns, rows) in fitted.items()}


def _size(image: Image) -> tuple[int, int] | None:
    """Return the pixels that the page says a picture has, if it does."""
    size = (image.width or 0, image.height or 0)
    return size if min(size) >= LEAST_SIDE else None
