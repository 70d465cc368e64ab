"""Preformatted text, its white space kept, with the language that the page names."""

import re

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from newsreader.model import Code, clean_text

_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:?|code|source)[-: ]+([\w+#.-]+)", re.IGNORECASE
)
_NO_LANGUAGES = frozenset({"none", "plain", "plaintext", "text", "nohighlight", "block", "wrapper", "default"})
_LINES = frozenset({"div", "p", "li", "tr"})


def code_of(pre: HtmlElement) -> Code | None:
    """Return the text of ``pre``, a line for each break or block in it; None when it is blank."""
    parts: list[str] = []
    for event, elem in iterwalk(pre, events=("start", "end")):
        if event == "start":
            parts.append("\n" if elem.tag == "br" else elem.text or "")
        else:
            if elem.tag in _LINES and parts and not parts[-1].endswith("\n"):
                parts.append("\n")
            if elem is not pre:
                parts.append(elem.tail or "")
    text = clean_text("".join(parts)).strip("\n").rstrip()
    return Code(text, _language(pre)) if text else None


def _language(pre: HtmlElement) -> str | None:
    """Return the language that ``pre``, what it holds, or what holds it is marked with."""
    above = pre.getparent()
    inside = pre.find("code")
    near = [elem for elem in (inside, pre, above) if elem is not None]
    if above is not None and (outer := above.getparent()) is not None:
        near.append(outer)
    for elem in near:
        told = elem.get("data-lang") or elem.get("data-language")
        found = _LANGUAGE.search(elem.get("class") or "")
        name = clean_text(told or (found[1] if found else "")).strip().lower()
        if name and name not in _NO_LANGUAGES:
            return name
    return None
