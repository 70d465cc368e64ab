"""Bytes to text, for feeds and for the pages that name them."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    # without a mark: how the first "<" or "<?" looks, XML 1.0, appendix F.1
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x4c\x6f\xa7\x94", "cp037"),  # EBCDIC; a declaration inside may name a closer relative
)

_SUPERSETS = {
    # What is written → what browsers read it as (WHATWG Encoding Standard, "Names and labels")
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "iso_8859-1": "cp1252",
    "latin-1": "cp1252", "latin1": "cp1252", "l1": "cp1252", "x-cp1252": "cp1252", "iso-8859-9": "cp1254",
    "latin5": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030", "gb_2312-80": "gb18030",
    "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "x-x-big5": "big5hkscs", "shift_jis": "cp932",
    "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "korean": "cp949", "x-euc-jp": "euc_jp", "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic", "unicode-1-1-utf-8": "utf-8", "iso-8859-8-i": "iso8859-8",
    "windows-874": "cp874", "windows-949": "cp949", "x-cp1251": "cp1251", "x-cp1250": "cp1250",
}  # fmt: skip

_REFUSED = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf_7", "mbcs", "oem"}
"""Codecs of Python that are not encodings of documents."""

_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_INSIDE = re.compile(rb"(?:encoding|charset)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 2048
"""Bytes at the start in which a document may name its encoding."""

_MIXED = "newsreader.mixed"
"""The name of the way in which flaws in UTF-8 are read as windows-1252, which is what they mostly are."""

_ENOUGH = 40
"""Bytes above 127 below which a guess at their encoding is worth nothing."""

_NOT_OF_A_MAC = {"MacCyrillic": "windows-1251", "MacRoman": "windows-1252"}
"""What chardet often takes windows encodings for, and no feed is in."""

_SAMPLE = 50_000
"""Bytes that the guess is made from; chardet takes a second for a megabyte."""


def decode(data: bytes, content_type: str | None = None) -> str:
    """Return ``data`` as text without a byte order mark; what cannot be decoded becomes U+FFFD.

    A byte order mark, or a first "<" of more than one byte, decides. Else bytes that are valid UTF-8 are
    taken for it, whatever is said: text in another encoding is next to never valid UTF-8, and servers say
    ISO-8859-1 of everything. Else the first that fits of the header's charset, the document's own, UTF-8
    with a few flaws and windows-1252.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, codec)
    told = _told(data, content_type)
    if not any(codec.startswith(("iso2022", "hz")) for codec in told):  # in these, all bytes are below 128
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    for codec in told:
        try:
            return data.decode(codec)
        except UnicodeError:
            continue
    codec = told[0] if told and told[0] != "utf-8" else _guess(data)
    return data.decode(codec, _MIXED if codec == "utf-8" else "replace")


def _read_flaw(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_MIXED, _read_flaw)


def _decode_marked(data: bytes, codec: str) -> str:
    if codec == "cp037":
        name = re.search(r"encoding=[\"']([\w.:-]{1,40})", data[:400].decode(codec, "replace"))
        codec = (_codec(name[1]) if name else None) or codec
    text = data.decode(codec, _MIXED if codec == "utf-8" else "replace")
    return text.removeprefix("\ufeff")


def _told(data: bytes, content_type: str | None) -> tuple[str, ...]:
    """Return the codecs that the header and the document name, in that order, those that exist."""
    header = _HEADER.search(content_type or "")
    names = [header[1]] if header else []
    names += [name.decode("ascii", "replace") for name in _INSIDE.findall(data[:_HEAD])]
    codecs_named = (_codec(name) for name in names)
    return tuple(dict.fromkeys(codec for codec in codecs_named if codec and not codec.startswith("utf-16")))


def _codec(name: str) -> str | None:
    """Return Python's codec for an encoding's name, or None when there is none for text."""
    name = name.strip().lower()
    try:
        codec = codecs.lookup(_SUPERSETS.get(name, name)).name
        b"<".decode(codec)  # a codec from bytes to bytes (zip, base64) is refused here
    except (LookupError, UnicodeError):
        return None
    return None if codec.replace("-", "_") in _REFUSED else codec


def _guess(data: bytes) -> str:
    """Return UTF-8 when most of the bytes above 127 fit it, else what they look like, else windows-1252."""
    flaws = data.decode("utf-8", "replace").count("\ufffd")
    high = data.translate(None, bytes(128))
    if flaws * 10 < len(high):
        return "utf-8"
    if len(high) < _ENOUGH:
        return "cp1252"
    import chardet

    found = chardet.detect(data[:_SAMPLE])
    sure = found["confidence"] is not None and found["confidence"] > 0.7
    name = found["encoding"] if sure and found["encoding"] else "windows-1252"
    return _codec(_NOT_OF_A_MAC.get(name, name)) or "cp1252"
