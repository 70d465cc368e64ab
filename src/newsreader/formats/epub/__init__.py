"""Articles as an EPUB 3.3 book, with an NCX for older readers: https://www.w3.org/TR/epub-33/. Pure."""

from newsreader.formats.epub.book import CORE_PICTURES, EpubBook, Part, write_part

__all__ = ["CORE_PICTURES", "EpubBook", "Part", "write_part"]
