"""An article in the forms that others read: JSON, plain text, Markdown, HTML. Pure: values in, text out."""

from newsreader.formats.structure import article_from_json, article_to_json

__all__ = ["article_from_json", "article_to_json"]
