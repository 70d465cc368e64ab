"""Light: what is looked for is seen whatever its case and accents, and its place in the text is known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.folding import folded
from newsreader.model.light import found, lit
from newsreader.model.search import Term


def words_lit(text: str, *terms: str) -> list[str]:
    asked = [Term(folded(term).rstrip("*"), prefix=term.endswith("*")) for term in terms]
    return [text[start:end] for start, end in lit(text, asked)]


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
        ("Der iPhone東京", ("iphone", "東"), ["iPhone", "東"]),
        ("हिन्दी और हिन्द", ("हिन्द",), ["हिन्द"]),
        ("ﬁne print", ("fine",), ["ﬁne"]),
        ("Don’t panic", ("don t",), ["Don’t"]),
        ("C++ and [b]", ("[b]", "++"), ["b"]),
        ("nothing here", (), []),
    ],
)
def test_words_are_lit_where_they_stand(text: str, terms: tuple[str, ...], shown: list[str]) -> None:
    assert words_lit(text, *terms) == shown


def test_finding_goes_into_words_and_over_line_ends() -> None:
    text = "Größe:\nüber den Hafen"
    assert [text[a:b] for a, b in found(text, "GROSSE: uber")] == ["Größe:\nüber"]
    assert [text[a:b] for a, b in found(text, "afe")] == ["afe"]
    assert found(text, " ") == []
    assert found("今日は東\n京で", "東京") == [(3, 6)]


@given(st.text("aÁße\u0301 東\u3099कि-ﬁ\n", max_size=40), st.text("aáse 東कf", min_size=1, max_size=3))
def test_every_place_is_one_of_the_text_and_holds_what_was_looked_for(text: str, words: str) -> None:
    term = Term(" ".join(folded(words).split()))
    for stretches in (found(text, words), lit(text, [term]), lit(text, [replace(term, prefix=True)])):
        for start, end in stretches:
            assert 0 <= start < end <= len(text)
            assert "".join(folded(words).split()) in "".join(folded(text[start:end]).replace("-", " ").split())
        assert stretches == sorted(stretches)
