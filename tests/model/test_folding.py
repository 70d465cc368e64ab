"""Folding: what is looked for is found whatever its case and accents, and its place in the text is known."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.folding import folded, found, lit
from newsreader.model.search_terms import as_typed, lit_terms


def words_lit(text: str, *terms: str) -> list[str]:
    return [text[start:end] for start, end in lit(text, terms)]


@pytest.mark.parametrize(
    ("text", "terms", "shown"),
    [
        ("The Harbour and the harbourmaster", ("harbour",), ["Harbour"]),
        ("The Harbour and the harbourmaster", ("harbour*",), ["Harbour", "harbour"]),
        ("Ein Gespräch über Straßen", ("gesprach", "strassen"), ["Gespräch", "Straßen"]),
        ("A cafe\u0301, closed", ("cafe",), ["cafe\u0301"]),
        ("the green, lamp and the green house", ("green lamp",), ["green, lamp"]),
        ("Цены растут. Ёлка", ("цены", "елка"), ["Цены", "Ёлка"]),
        ("昨日、東京で雨", ("東京",), ["東京"]),
        ("हिन्दी और हिन्द", ("हिन्द",), ["हिन्द"]),
        ("ﬁne print", ("fine",), ["ﬁne"]),
        ("Don’t panic", ("don t",), ["Don’t"]),
        ("C++ and [b]", ("[b]", "++"), ["b"]),
        ("nothing here", (), []),
    ],
)
def test_words_are_lit_where_they_stand(text: str, terms: tuple[str, ...], shown: list[str]) -> None:
    assert words_lit(text, *(folded(term) for term in terms)) == shown


def test_finding_goes_into_words_and_over_line_ends() -> None:
    text = "Größe:\nüber den Hafen"
    assert [text[a:b] for a, b in found(text, "GROSSE: uber")] == ["Größe:\nüber"]
    assert [text[a:b] for a, b in found(text, "afe")] == ["afe"]
    assert found(text, " ") == []


@given(st.text("aÁße\u0301 東\u3099कि-ﬁ\n", max_size=40), st.text("aáse 東कf", min_size=1, max_size=3))
def test_every_place_is_one_of_the_text_and_in_order(text: str, words: str) -> None:
    edges = [
        edge for stretch in [*lit(text, [folded(words)]), *lit(text, [folded(words) + "*"])] for edge in stretch
    ]
    assert all(0 <= edge <= len(text) for edge in edges)
    for start, end in found(text, words):
        assert start < end
        assert folded(words).split()[0][0] in unicodedata.normalize("NFKD", folded(text[start:end]) + folded(words))
    ends = [end for _, end in found(text, words)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("Grain  ships", ("grain", "ships")),
        ('"Green Lamp" stor*', ("green lamp", "stor*")),
        ('harbour -night source:post is:unread title:"a b" after:2026-01-01', ("harbour",)),
        ('-"not this" but', ("but",)),
        ("Straße strasse", ("strasse",)),
        ('* - ""', ()),
    ],
)
def test_filters_and_what_is_ruled_out_are_not_lit(query: str, terms: tuple[str, ...]) -> None:
    assert lit_terms(query) == terms


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("har", "har*"),
        ("grain har", "grain har*"),
        ("h", "h"),
        ("har ", "har"),
        ('"green la', '"green la'),
        ('"green lamp"', '"green lamp"'),
        ("is:unre", "is:unre"),
        ("grain -har", "grain -har"),
        ("har*", "har*"),
        ("  ", ""),
        ("東京", "東京*"),
    ],
)
def test_the_word_being_typed_is_a_beginning(text: str, query: str) -> None:
    assert as_typed(text) == query
