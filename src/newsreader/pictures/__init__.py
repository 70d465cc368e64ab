"""Image bytes to checked, scaled pictures for the screen (pure; Pillow is imported with this package)."""

from newsreader.pictures.common import common_picture
from newsreader.pictures.draw import draw_picture
from newsreader.pictures.facts import PictureFacts, inspect_picture
from newsreader.pictures.shrink import shrink_picture

__all__ = ["PictureFacts", "common_picture", "draw_picture", "inspect_picture", "shrink_picture"]
