"""The XHTML of a book: well-formed whatever the articles say, and with nothing in it that is loaded from afar."""

import re
from collections.abc import Mapping
from html import escape

from newsreader.formats.html_body import article_markup
from newsreader.formats.xml_text import sound_xml
from newsreader.model import Article

STYLE = """\
h1 { line-height: 1.2; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5em 0; }
figcaption, caption, .imprint, .note { font-size: .85em; }
.standfirst { font-size: 1.15em; }
pre { white-space: pre-wrap; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid; }
table { border-collapse: collapse; }
td, th { padding: .3em .6em; border: 1px solid; text-align: left; }
"""
"""Sizes and distances only: colours and letters are the reading system's, and its reader's."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""The tags of BCP 47 that are in use; a validator refuses any other text."""


def article_page(article: Article, pictures: Mapping[str, str]) -> str:
    """Return an article as a content document; ``pictures`` are paths in the book by address."""
    body = f"<article>\n{article_markup(article, pictures.get)}\n</article>"
    return xhtml(article.title, body, language_tag(article.language))


def xhtml(title: str, body: str, language: str = "") -> str:
    """Return a whole document; ``title`` is escaped here, ``body`` is markup."""
    tag = f' lang="{language}" xml:lang="{language}"' if language else ""
    return sound_xml(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{tag}>\n'
        f"<head>\n<title>{escape(titled(title))}</title>\n"
        f'<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def titled(title: str) -> str:
    """Return a title that has something to read in it, as contents must."""
    return sound_xml(title).strip() or "Untitled"


def language_tag(language: str) -> str:
    """Return a language as a book may name it, or an empty string."""
    return language if _LANGUAGE.fullmatch(language) else ""
