"""The text inside a Markdown block: spans with their styles and links, and everything else escaped."""

import re
import unicodedata
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
    text = ""
    for href, group in groupby(spans, key=lambda span: span.href):
        linked = tuple(group)
        words = _styled(linked, text[-1:])
        if href is None or not words.strip():
            text += words
        else:
            lead, core, tail = _parted(words)
            if text.endswith("!") and not lead:  # else the link would be a picture
                text = text[:-1] + "\\!"
            text += f"{lead}[{core}](<{link_target(href)}>){tail}"
    lines = [line.strip() for line in text.strip().split("\n")]
    return "\\\n".join(_escaped_start(line) for line in lines if line)


def _styled(spans: Inline, before: str) -> str:
    text = ""
    for number, span in enumerate(spans):
        words = _code(span.text) if span.code else _SPECIAL.sub(r"\\\1", span.text)
        lead, core, tail = _parted(words)
        after = tail[:1] or "".join(following.text for following in spans[number + 1 :])[:1]
        mark = _mark(span)
        if mark and core and _can_flank((text or before)[-1:] if not lead else " ", core, after):
            core = f"{mark}{core}{mark[::-1]}"
        text += lead + core + tail
    return text


def _mark(span: Span) -> str:
    return "~~" * span.strike + "**" * span.strong + "*" * span.emphasis


def _can_flank(before: str, core: str, after: str) -> bool:
    """Return whether emphasis round ``core`` would be read as such: CommonMark 0.31, 6.2, both flanking rules."""
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
