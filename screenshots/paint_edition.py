"""Paint the pictures of the built-in edition: ``python -m screenshots.paint_edition [FOLDER]`` at the top level.

Each is 800 × 450, strong in shape and poor in detail, for it is looked at 60 to 70 half-blocks wide. The same
pictures come out every time.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from screenshots.edition import land, sea, town
from screenshots.edition.canvas import HEIGHT, WIDTH

LARGEST = 60_000
"""Bytes that a picture may have."""

PICTURES: dict[str, Callable[[], Image.Image]] = {
    "chart": sea.chart,
    "courtyard": town.courtyard,
    "dome": land.dome,
    "harbour": sea.harbour,
    "kiosk": town.kiosk,
    "lanterns": land.lanterns,
    "lens": sea.lens,
    "lighthouse": sea.lighthouse,
    "monastery": land.monastery,
    "press": town.press,
    "train": land.train,
}


def save(picture: Image.Image, path: Path) -> None:
    """Save ``picture`` as JPEG in the best quality that keeps it under ``LARGEST`` bytes."""
    small = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    for quality in range(90, 30, -5):
        small.save(path, "JPEG", quality=quality, optimize=True, progressive=True)
        if path.stat().st_size <= LARGEST:
            return


def main(folder: Path) -> None:
    """Paint all pictures into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, paint in PICTURES.items():
        save(paint(), folder / f"{name}.jpg")


if __name__ == "__main__":
    top = Path(__file__).resolve().parent.parent
    main(Path(sys.argv[1]) if sys.argv[1:] else top / "src" / "newsreader" / "demo" / "pictures")
