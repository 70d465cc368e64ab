"""The text inside a Markdown block: spans with their styles and links, and everything else escaped."""

import re
import unicodedata
from dataclasses import replace
from itertools import groupby

from newsreader.model import Inline, Span

_SPECIAL = re.compile(r"([\\`*\[\]<~|]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_]))")
"""What may be a mark wherever it stands; an ampersand only in an entity, an underscore only at a word's end."""

_START = re.compile(r"^(?:(\d{1,9})([.)])(?=\s|$)|(#(?=#{0,5}(?:\s|$))|[=>]|\+(?=\s|$)|-(?=[\s-]|$)))")
"""What means something only at the start of a line."""

_BACKTICKS = re.compile("`+")
_TAGS = (("em", "emphasis"), ("strong", "strong"), ("del", "strike"))


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is; a newline becomes a hard line break."""
    lines = [line.strip() for line in _SPECIAL.sub(r"\\\1", text).strip().split("\n")]
    return "\\\n".join(map(_escaped_start, [line for line in lines if line]))


def link_target(url: str) -> str:
    """Return an address as it may stand between < and >."""
    target = re.sub(r"[\s<>\\]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url)
    return re.sub(r"&(?=#?\w+;)", r"\\&", target)


def inline(spans: Inline, bar: str = "|") -> str:
    """Return spans as Markdown; spans that link to the same address are one link, and ``bar`` is a bar in code."""
    groups = [(href, tuple(group)) for href, group in groupby(_merged(spans), key=lambda span: span.href)]
    text = ""
    for number, (href, group) in enumerate(groups):
        if href is None:
            text += _styled(group, text[-1:], "[" if number + 1 < len(groups) else "", bar)
            continue
        lead, core, tail = _parted(_styled(group, "[", "]", bar))
        if text.endswith("!") and core and not lead:  # else the link would be a picture
            text = text[:-1] + "\\!"
        text += f"{lead}[{core}](<{link_target(href)}>){tail}" if core else lead
    lines = [line.strip() for line in text.strip().split("\n")]
    return "\\\n".join(_escaped_start(line) for line in lines if line)


def _merged(spans: Inline) -> list[Span]:
    """Join neighbours of one style, whose marks would else meet; leave out the empty, part lines of code."""
    merged: list[Span] = []
    for span in spans:
        for part in _lines_apart(span):
            if merged and replace(merged[-1], text="") == replace(part, text=""):
                merged[-1] = replace(part, text=merged[-1].text + part.text)
            elif part.text:
                merged.append(part)
    return merged


def _lines_apart(span: Span) -> list[Span]:
    """Return ``span``, or its lines and the breaks between them where it is code, which has none."""
    if not span.code or "\n" not in span.text:
        return [span]
    between = Span("\n", href=span.href)
    lines = [replace(span, text=line) for line in span.text.split("\n")]
    return [part for line in lines for part in (between, line)][1:]


def _styled(spans: tuple[Span, ...], before: str, after: str, bar: str) -> str:
    """Return spans with their marks; ``before`` and ``after`` are the characters that stand around them.

    Where a mark would not be read as one, tags stand instead, which always are.
    """
    text = ""
    for number, span in enumerate(spans):
        previous = (text or before)[-1:]
        lead, core, tail = _parted(_core(span, previous, bar))
        following = tail or (spans[number + 1].text if number + 1 < len(spans) else after)
        text += lead + _marked(span, core, lead or previous, following) + tail
    return text


def _core(span: Span, previous: str, bar: str) -> str:
    """Return the text of ``span`` with nothing in it that is a mark, in backticks where it is code."""
    if not span.code or not span.text.strip():
        return _SPECIAL.sub(r"\\\1", span.text)
    if previous == "`" and span.text == span.text.lstrip():
        lead, core, tail = _parted(_SPECIAL.sub(r"\\\1", span.text))
        return f"{lead}<code>{core}</code>{tail}"
    return _code(span.text).replace("|", bar)


def _marked(span: Span, core: str, before: str, after: str) -> str:
    """Return ``core`` in the marks of ``span``, or in tags where they would not be read."""
    mark = "~~" * span.strike + "**" * span.strong + "*" * span.emphasis
    if not mark or not core:
        return core
    inside = f"*{core}*" if mark.startswith("~~*") else core
    if _can_flank(before, inside, after[:1]):
        return f"{mark}{core}{mark[::-1]}"
    for tag, style in _TAGS:
        core = f"<{tag}>{core}</{tag}>" if getattr(span, style) else core
    return core


def _can_flank(before: str, core: str, after: str) -> bool:
    """Return whether marks round ``core`` would be read as such: CommonMark, 6.2, both flanking rules.

    From its version 0.31 symbols count as punctuation, before it only some did: either reading must do.
    """
    before = before[-1:]
    opens = not _may_be_punctuation(core[0]) or not before or before.isspace() or _is_punctuation(before)
    closes = not _may_be_punctuation(core[-1]) or not after or after.isspace() or _is_punctuation(after)
    return opens and closes and before not in ("*", "~")


def _is_punctuation(character: str) -> bool:
    kind = unicodedata.category(character)[0]
    return kind == "P" or (kind == "S" and character.isascii())


def _may_be_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _code(text: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    lead, core, tail = _parted(text)
    room = " " if core.startswith("`") or core.endswith("`") else ""
    fence = "`" * (longest + 1)
    return f"{lead}{fence}{room}{core}{room}{fence}{tail}"


def _parted(text: str) -> tuple[str, str, str]:
    """Part the white space at both ends of ``text`` from what is between."""
    core = text.strip()
    if not core:
        return text, "", ""
    at = text.index(core)
    return text[:at], core, text[at + len(core) :]


def _escaped_start(line: str) -> str:
    return _START.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", line)
