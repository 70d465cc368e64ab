"""Files in which other programs tell what was saved and subscribed to there, as one kind of value. Pure.

One room for each service; ``reading`` finds out by a file's bytes which of them it is for.
"""

from newsreader.formats.imports.reading import LARGEST, read_import
from newsreader.formats.imports.values import ImportedFile, ImportedImage, ImportedPage

__all__ = ["LARGEST", "ImportedFile", "ImportedImage", "ImportedPage", "read_import"]
