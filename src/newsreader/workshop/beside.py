"""A picture that lies beside a file to bring in: found where the file says, and looked at before it is kept."""

from newsreader.formats.imports.beside import read_beside
from newsreader.pictures import PictureFacts, inspect_picture


def open_beside(folder: str, name: str) -> tuple[bytes, PictureFacts]:
    """Return the bytes of the picture ``name`` in ``folder``, and what it is.

    Raises:
        FormatError: it leads out of the folder, or cannot be read.
        PictureError: it is no picture we show.
    """
    data = read_beside(folder, name)
    return data, inspect_picture(data)
