"""Preformatted text, its white space kept, with the language that the page names."""

import re

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from newsreader.model import Code, clean_text

_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:?|code|source|hljs|sourceCode)[-: ]+([\w+#.-]+)",
    re.IGNORECASE,
)
_NO_LANGUAGES = frozenset({"none", "plain", "plaintext", "text", "nohighlight", "block", "wrapper", "default"})
_LINES = frozenset({"div", "p", "li", "tr"})
_GUTTER = re.compile(r"gutter|line-?no|line-?num|ln-num|blob-num", re.IGNORECASE)
_NUMBERS = re.compile(r"[\d\s.:|]*")


def code_of(pre: HtmlElement) -> Code | None:
    """Return the text of ``pre``, a line for each break or block in it; None when it is blank or numbers lines."""
    if any(_is_gutter(elem) for elem in (pre, *pre.iterancestors("td"))):
        return None
    parts: list[str] = []
    walker = iterwalk(pre, events=("start", "end"))
    for event, elem in walker:
        if event == "start":
            if elem.tag == "button" or (elem is not pre and _is_gutter(elem)):
                walker.skip_subtree()
            else:
                parts.append("\n" if elem.tag == "br" else elem.text or "")
        else:
            if elem.tag in _LINES and parts and not parts[-1].endswith("\n"):
                parts.append("\n")
            if elem is not pre:
                parts.append(elem.tail or "")
    text = clean_text("".join(parts)).strip("\n").rstrip()
    return Code(text, _language(pre)) if text else None


def _is_gutter(elem: HtmlElement) -> bool:
    """Tell whether ``elem`` holds the numbers of lines and nothing else."""
    names = _GUTTER.search(elem.get("class") or "") or elem.get("data-line-number")
    return bool(names) and _NUMBERS.fullmatch(elem.text_content()) is not None


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
