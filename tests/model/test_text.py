"""The gate for text, against everything that the outside may send."""

import unicodedata
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import clean_line, clean_text, count_words, reading_minutes
from newsreader.model.text import CJK_CHARACTERS_A_MINUTE, LINE_LIMIT, WORDS_A_MINUTE

REMOVED = {
    "C0": [*range(0x09), *range(0x0E, 0x20)],
    "DEL and C1": [0x7F, *range(0x80, 0x85), *range(0x86, 0xA0)],
    "bidi controls": [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C],
    "zero-width space, word joiner, BOM, soft hyphen": [0x200B, 0x2060, 0xFEFF, 0x00AD],
    "the tag plane": [0xE0000, 0xE0001, *range(0xE0020, 0xE0080), 0xE0100, 0xE01EF, 0xE0FFF],
    "lone surrogates": [0xD800, 0xDBFF, 0xDC00, 0xDFFF],
}
SEPARATORS = ["\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
NEVER = {chr(code) for codes in REMOVED.values() for code in codes} | set("\r\x0b\x0c\x85\u2028\u2029")

MARKS = "\u0301\u0489\u0670\u06d6\u0941\u0e34\u20dd\ufe0f\U0001d165"
HOSTILE = st.text(
    st.sampled_from(sorted(NEVER) + list(MARKS + "\u200c\u200d") + list("ab \n\t<[é日👨")), max_size=60
)
ANY = st.text(st.characters(), max_size=60) | HOSTILE


@pytest.mark.parametrize("codes", REMOVED.values(), ids=REMOVED)
def test_every_class_of_characters_that_act_or_pretend_is_removed(codes: list[int]) -> None:
    for code in codes:
        assert clean_text(f"a{chr(code)}b") == "ab", hex(code)


@pytest.mark.parametrize("separator", SEPARATORS)
def test_what_parts_lines_becomes_a_newline(separator: str) -> None:
    assert clean_text(f"a{separator}b").replace("\n\n", "\n") == "a\nb"
    assert clean_line(f"a{separator}b") == "a b"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("A\x1b]52;c;UFdORUQ=\x1b\\B", "A]52;c;UFdORUQ=\\B"),
        ("\x9b2J", "2J"),
        ("A\u202egpj.exe", "Agpj.exe"),
        ("pay\u200bpal", "paypal"),
        ("tab\tand\nnewline", "tab\tand\nnewline"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Tiếng Việt, हिन्दी, ภาษาไทยที่ดี", "Tiếng Việt, हिन्दी, ภาษาไทยที่ดี"),
    ],
)
def test_what_is_sent_and_what_is_shown(sent: str, shown: str) -> None:
    assert clean_text(sent) == shown


@settings(max_examples=200)
@given(ANY)
def test_nothing_that_acts_ever_passes(text: str) -> None:
    cleaned = clean_text(text)
    assert NEVER.isdisjoint(cleaned)
    cleaned.encode("utf-8")
    assert clean_text(cleaned) == cleaned


@settings(max_examples=100)
@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=60))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert clean_text(text) == text


@settings(max_examples=200)
@given(ANY)
def test_marks_never_pile_up(text: str) -> None:
    piled = 0
    for character in clean_text(text):
        piled = piled + 1 if unicodedata.category(character) in {"Mn", "Me", "Mc"} else 0
        assert piled <= 8


@pytest.mark.parametrize("mark", [*MARKS, "\u0301\u200d", "\u200c\u0489\u200d"])
def test_a_pile_of_marks_is_cut_whatever_they_are(mark: str) -> None:
    assert len(clean_text("a" + mark * 10_000 + "b")) <= 10
    assert clean_text("a" + mark * 2 + "b") == "a" + mark * 2 + "b"


@settings(max_examples=200)
@given(ANY, st.integers(1, 40))
def test_a_line_is_one_line_of_a_known_length(text: str, limit: int) -> None:
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert "  " not in line
    assert not set("\n\t").intersection(line)
    assert line == line.strip() == clean_line(line, limit)


def test_a_long_line_ends_in_an_ellipsis() -> None:
    assert clean_line("word " * 200).endswith(" word…")
    assert len(clean_line("x" * 501)) == LINE_LIMIT
    assert clean_line("x" * 500) == "x" * 500


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n —, … ", 0),
        ("One word.", 2),
        ("don't count it’s halves", 4),
        ("well-known U.S.A. 3.14", 3),
        ("日本語 and text", 5),
        ("한국어 기사", 2),
        ("हिन्दी में समाचार।", 3),
        ("שָׁלוֹם עולם", 2),
        ("می\u200cخواهم بروم", 2),
        ("Café cafe\u0301", 2),
    ],
)
def test_words_are_counted_in_many_scripts(text: str, words: int) -> None:
    assert count_words(text) == words


@settings(max_examples=100)
@given(st.integers(0, 3000), st.integers(0, 3000))
def test_minutes_are_rounded_up(words: int, characters: int) -> None:
    exact = Fraction(words, WORDS_A_MINUTE) + Fraction(characters, CJK_CHARACTERS_A_MINUTE)
    minutes = reading_minutes("word " * words + "語" * characters)
    assert abs(minutes - ceil(exact)) <= (exact % 1 == 0)  # a whole number of minutes may be a hair more in floats
    assert (minutes == 0) == (words + characters == 0)
