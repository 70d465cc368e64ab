"""An article in the forms that others read: JSON, plain text, Markdown, HTML. Pure: values in, text out."""

from newsreader.formats.html import article_to_html
from newsreader.formats.markdown import article_to_markdown
from newsreader.formats.structure import article_from_json, article_to_json
from newsreader.formats.text import article_to_text

__all__ = ["article_from_json", "article_to_html", "article_to_json", "article_to_markdown", "article_to_text"]
