"""The text inside a Markdown block: spans with their styles and links, and everything else escaped."""

import re
import unicodedata
from dataclasses import replace
from itertools import groupby

from newsreader.model import Inline, Span

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&~|$])")
_BACKTICKS = re.compile("`+")


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is; a newline becomes a hard line break."""
    lines = [line.strip() for line in _SPECIAL.sub(r"\\\1", text).strip().split("\n")]
    return "\\\n".join(map(_escaped_start, [line for line in lines if line]))


def link_target(url: str) -> str:
    """Return an address as it may stand between < and >."""
    return re.sub(r"[\s<>\\]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url)


def inline(spans: Inline) -> str:
    """Return spans as Markdown; spans that link to the same address are one link."""
    groups = [(href, tuple(group)) for href, group in groupby(_merged(spans), key=lambda span: span.href)]
    text = ""
    for number, (href, group) in enumerate(groups):
        if href is None:
            text += _styled(group, text[-1:], "[" if number + 1 < len(groups) else "")
            continue
        lead, core, tail = _parted(_styled(group, "[", "]"))
        if text.endswith("!") and core and not lead:  # else the link would be a picture
            text = text[:-1] + "\\!"
        text += f"{lead}[{core}](<{link_target(href)}>){tail}" if core else lead
    lines = [line.strip() for line in text.strip().split("\n")]
    return "\\\n".join(_escaped_start(line) for line in lines if line)


def _merged(spans: Inline) -> list[Span]:
    """Join neighbours of one style, whose marks would else meet, and leave out those without text."""
    merged: list[Span] = []
    for span in spans:
        if merged and replace(merged[-1], text="") == replace(span, text=""):
            merged[-1] = replace(span, text=merged[-1].text + span.text)
        elif span.text:
            merged.append(span)
    return merged


def _styled(spans: tuple[Span, ...], before: str, after: str) -> str:
    """Return spans with their marks; ``before`` and ``after`` are the characters that stand around them.

    A mark that would not be read as one there is left out: better plain words than stray asterisks.
    """
    text = ""
    for number, span in enumerate(spans):
        previous = (text or before)[-1:]
        as_code = span.code and not (previous == "`" and span.text == span.text.lstrip())
        lead, core, tail = _parted(_code(span.text) if as_code else _SPECIAL.sub(r"\\\1", span.text))
        following = tail or (spans[number + 1].text if number + 1 < len(spans) else after)
        mark = _mark(span)
        inside = f"*{core}*" if mark.startswith("~~*") else core
        if mark and core and _can_flank(lead or previous, inside, following[:1]):
            core = f"{mark}{core}{mark[::-1]}"
        text += lead + core + tail
    return text


def _mark(span: Span) -> str:
    return "~~" * span.strike + "**" * span.strong + "*" * span.emphasis


def _can_flank(before: str, core: str, after: str) -> bool:
    """Return whether emphasis round ``core`` would be read as such: CommonMark 0.31, 6.2, both flanking rules."""
    before = before[-1:]
    opens = not _is_punctuation(core[0]) or not before or before.isspace() or _is_punctuation(before)
    closes = not _is_punctuation(core[-1]) or not after or after.isspace() or _is_punctuation(after)
    return opens and closes and before not in ("*", "~")


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _code(text: str) -> str:
    if not text.strip():
        return text
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    lead, core, tail = _parted(text.replace("\n", " "))
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
    """Escape what means something only at the start of a line."""
    return re.sub(r"^([#+=-])", r"\\\1", re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", line))
