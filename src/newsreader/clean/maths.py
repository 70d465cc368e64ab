"""Maths as text: formulas in MathML, or as the TeX behind them, written in one line where they stand."""

import re
from collections.abc import Iterator
from itertools import takewhile

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from newsreader.clean.passages import INLINE
from newsreader.clean.raised import grouped, lowered, raised

_TEX_SCRIPT = re.compile(r"^\s*math/tex", re.IGNORECASE)
_STYLE = re.compile(r"^\{\\(?:display|text)style\s*(.*)\}$|^\\(?:display|text)style\s*", re.DOTALL)
_DRAWINGS = re.compile(r"(?:^|\s)(?:katex-html|MathJax(?:_\w+)?|mjx-chtml|mwe-math-fallback[\w-]*)(?:\s|$)")
"""Classes of what KaTeX, MathJax and MediaWiki draw beside the formula itself."""

_TEX_IMAGE = re.compile(r"(?:^|\s)(?:latex|tex|mwe-math-fallback[\w-]*|ql-img-[\w-]+)(?:\s|$)")
"""Classes of pictures of formulas, whose ``alt`` is the TeX."""

_INFIX = frozenset("=≠≈≡<>≤≥±+−-×·→⇒⇔↔∈∉⊂⊆∪∩∧∨∝~∼:")
_UNSEEN = dict.fromkeys(range(0x2061, 0x2065))
_ACCENTS = {"¯": "\u0304", "‾": "\u0304", "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˙": "\u0307", "→": "\u20d7"}
_TOKENS = frozenset({"mi", "mn", "mtext", "ms"})
_JOINED = {"mtr": ", ", "mlabeledtr": ", ", "mtable": "; "}
_UNSAID = frozenset({"annotation", "annotation-xml", "mphantom", "mspace"})


def write_maths(root: HtmlElement) -> None:
    """Write each formula of ``root`` as text; the drawings of it are taken out."""
    formulas = list(_formulas(root))
    for elem, text, display in formulas:
        _show(elem)
        elem.clear(keep_tail=True)
        elem.tag = "span"
        elem.text = text
        if display:
            _set_apart(elem)
    if formulas:
        for elem in root.xpath("//*[contains(@class,'katex-html') or contains(@class,'MathJax')]"):
            if _DRAWINGS.search(elem.get("class")) and elem.getparent() is not None and elem.tag != "math":
                elem.drop_tree()
    for img in list(root.iter("img")):
        if _TEX_IMAGE.search(img.get("class") or ""):
            _write_picture(img)


def _formulas(root: HtmlElement) -> Iterator[tuple[HtmlElement, str, bool]]:
    """Yield the element of each formula, its text, and whether it stands in a line of its own."""
    for script in root.iter("script"):
        if _TEX_SCRIPT.match(script.get("type") or ""):
            yield script, _tex(script.text or ""), "display" in script.get("type")
    for math in root.iter("math"):
        container = next((above for above in math.iterancestors("mjx-container")), math)
        display = math.get("display") == "block" or container.get("display") == "true"
        if text := _linear(math) or _tex(math.get("alttext") or ""):
            yield container, text, display


def _set_apart(elem: HtmlElement) -> None:
    """Put a line break before ``elem``, and one after it."""
    after = elem.makeelement("br")
    after.tail, elem.tail = elem.tail, None
    elem.addprevious(elem.makeelement("br"))
    elem.addnext(after)


def _show(elem: HtmlElement) -> None:
    """Show the spans around ``elem``: a formula for machines is hidden behind its drawing."""
    for above in takewhile(lambda each: each.tag in INLINE, elem.iterancestors()):
        if above.get("style"):
            del above.attrib["style"]


def _write_picture(img: HtmlElement) -> None:
    """Write the picture of a formula as its TeX, unless the formula stands before it."""
    before = img.getprevious()
    told = before is not None and before.tag == "span" and (before.text_content() or "").strip()
    text = _tex(img.get("alt") or "")
    if told and "fallback" in img.get("class"):
        img.drop_tree()
    elif text:
        img.clear(keep_tail=True)
        img.tag = "span"
        img.text = text


def _tex(source: str) -> str:
    """Return TeX without what only sets its size."""
    text = " ".join(source.split())
    found = _STYLE.match(text)
    return text if found is None else (found[1] if found[1] is not None else text[found.end() :]).strip()


def _linear(math: HtmlElement) -> str:
    """Return MathML in one line: ``x = (a + b)/2``; source of the elements: MathML Core."""
    open_parts: list[list[str]] = [[]]
    walker = iterwalk(math, events=("start", "end"))
    for event, elem in walker:
        if event == "start":
            if elem.tag in _UNSAID:
                walker.skip_subtree()
            open_parts.append([])
        else:
            parts = open_parts.pop()
            open_parts[-1].append(_element(elem, parts))
        if event == "end" and elem is math:
            break
    return " ".join("".join(open_parts[0]).split())


def _element(elem: HtmlElement, parts: list[str]) -> str:
    """Return ``elem``, whose children are written as ``parts``."""
    tag = elem.tag
    if tag == "mo":
        return _operator(elem, "".join((elem.text or "").split()))
    if tag in _TOKENS:
        return _token(elem) + "".join(parts)
    if tag in _JOINED:
        return _JOINED[tag].join(parts)
    if tag == "mfenced":
        return f"{elem.get('open', '(')}{', '.join(parts)}{elem.get('close', ')')}"
    if tag == "msqrt":
        return "√" + grouped("".join(parts).strip())
    if tag in _UNSAID:
        return " " if tag == "mspace" else ""
    return _built(tag, parts)


def _built(tag: str, parts: list[str]) -> str:
    """Return an element that is built of two or three parts; any other is what it holds."""
    match tag, parts:
        case "mfrac", [above, below]:
            return f"{grouped(above)}/{grouped(below)}"
        case "mroot", [base, index]:
            return f"{raised(index)}√{grouped(base)}"
        case "msup" | "mover", [base, above]:
            return base.rstrip() + (_ACCENTS.get(above.strip()) or raised(above))
        case "msub", [base, below]:
            return base.rstrip() + lowered(below)
        case "munder", [base, below]:
            return f"{base.rstrip()}{lowered(below)} "
        case "msubsup" | "munderover", [base, below, above]:
            return f"{base.rstrip()}{lowered(below)}{raised(above)} "
        case _:
            return "".join(parts)


def _token(elem: HtmlElement) -> str:
    """Return a name, a number or a word; the name of a function stands apart from a name that follows."""
    text = (elem.text or "").translate(_UNSEEN)
    following = elem.getnext()
    apart = elem.tag == "mi" and len(text.strip()) > 1 and following is not None and following.tag == "mi"
    return f"{text} " if apart else text


def _operator(elem: HtmlElement, text: str) -> str:
    """Return an operator, with room around it where it stands between two things."""
    text = text.translate(_UNSEEN)
    if text in _INFIX and elem.getprevious() is not None:
        return f" {text} "
    return f"{text} " if text in {",", ";"} else text
