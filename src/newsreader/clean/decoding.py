"""Bytes to text, by the names that browsers know and no other codec."""

import codecs
import re

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

_CODECS = {
    # label as pages write it -> Python codec; source: WHATWG Encoding Standard, "Names and labels"
    "utf-8": "utf-8", "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8",
    "utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "l1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252", "x-cp1252": "cp1252",
    "iso-8859-2": "iso8859-2", "latin2": "iso8859-2", "iso-8859-3": "iso8859-3", "iso-8859-4": "iso8859-4",
    "iso-8859-5": "iso8859-5", "iso-8859-6": "iso8859-6", "iso-8859-7": "iso8859-7", "iso-8859-8": "iso8859-8",
    "iso-8859-8-i": "iso8859-8", "iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-10": "iso8859-10",
    "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874", "iso-8859-13": "iso8859-13",
    "iso-8859-14": "iso8859-14", "iso-8859-15": "iso8859-15", "latin9": "iso8859-15", "iso-8859-16": "iso8859-16",
    "windows-1250": "cp1250", "windows-1251": "cp1251", "cp1251": "cp1251", "windows-1253": "cp1253",
    "windows-1254": "cp1254", "windows-1255": "cp1255", "windows-1256": "cp1256", "windows-1257": "cp1257",
    "windows-1258": "cp1258", "koi8-r": "koi8-r", "koi8": "koi8-r", "koi8-u": "koi8-u", "ibm866": "cp866",
    "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb18030": "gb18030", "gb_2312-80": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs",
    "euc-jp": "euc_jp", "x-euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "korean": "cp949", "windows-949": "cp949",
}  # fmt: skip

_HEAD = 4096
"""Bytes at the start in which a page may name its encoding; browsers look at 1024, real pages need more."""

_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


def decode_page(html: bytes, content_type: str | None = None) -> str:
    """Return ``html`` as text; what cannot be decoded becomes U+FFFD.

    A byte order mark decides; else bytes that are valid UTF-8 are that, since text in another encoding almost
    never is; else what the header or the page itself says; else UTF-8 with flaws, or windows-1252.
    """
    for mark, codec in _BOMS:
        if html.startswith(mark):
            return html[len(mark) :].decode(codec, "replace")
    told = _told(html, content_type)
    if told and told.startswith(("iso2022", "utf-16")):  # all bytes below 128 say nothing about UTF-8
        return html.decode(told, "replace")
    try:
        return html.decode("utf-8")
    except UnicodeDecodeError:
        return html.decode(told or _guess(html), "replace")


def _told(html: bytes, content_type: str | None) -> str | None:
    """Return the codec that the header names, else the one the page names, else None."""
    header = _HEADER.search(content_type or "")
    if header and (codec := _CODECS.get(header[1].lower())):
        return codec
    for name in _META.findall(html[:_HEAD]):
        codec = _CODECS.get(name.decode("ascii", "replace").lower())
        if codec:
            return "utf-8" if codec.startswith("utf-16") else codec  # it could be read, so it is not UTF-16
    return None


def _guess(html: bytes) -> str:
    """Return UTF-8 when nearly all bytes above 127 fit it, else windows-1252."""
    high = sum(map(html.count, (b"\xc3", b"\xe2", b"\xd0", b"\xd1", b"\xe3", b"\xe4", b"\xe5")))
    flaws = codecs.decode(html, "utf-8", "replace").count("�")
    return "utf-8" if flaws * 20 < high else "cp1252"
