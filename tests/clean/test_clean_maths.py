"""Maths comes out as text in its line, whichever way the page draws it."""

import pytest

from newsreader.clean import clean_fragment
from newsreader.model import Paragraph, Span
from support.pages import URL, article_with, text_of


def row(*parts: str) -> str:
    return f"<math>{''.join(parts)}</math>"


X, Y, ONE, TWO = "<mi>x</mi>", "<mi>y</mi>", "<mn>1</mn>", "<mn>2</mn>"
PLUS, MINUS, EQUALS = "<mo>+</mo>", "<mo>−</mo>", "<mo>=</mo>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (row(X, EQUALS, f"<msup>{Y}{TWO}</msup>"), "x = y²"),
        (row(f"<msup>{X}<mrow>{MINUS}{ONE}</mrow></msup>"), "x⁻¹"),
        (row(f"<msup>{X}<mrow>{X}{PLUS}{Y}</mrow></msup>"), "x^(x + y)"),
        (row(f"<msub>{X}{ONE}</msub>", MINUS, MINUS, ONE), "x₁ − − 1"),
        (row(f"<mfrac><mrow>{X}{PLUS}{ONE}</mrow>{TWO}</mfrac>"), "(x + 1)/2"),
        (row(f"<msqrt>{X}{PLUS}{ONE}</msqrt>"), "√(x + 1)"),
        (row(f"<mroot>{X}<mn>3</mn></mroot>"), "³√x"),
        (row(f"<munderover><mo>∑</mo><mrow>{X}{EQUALS}{ONE}</mrow><mi>n</mi></munderover>{X}"), "∑ₓ₌₁ⁿ x"),
        (row(f"<mover>{X}<mo>¯</mo></mover>"), "x̄"),
        (row("<mi>sin</mi>", X), "sin x"),
        (row("<mi>f</mi><mo>&#x2061;</mo>", f"<mfenced>{X}{Y}</mfenced>"), "f(x, y)"),
        (row(f"<mtable><mtr><mtd>{X}</mtd><mtd>{ONE}</mtd></mtr><mtr><mtd>{Y}</mtd></mtr></mtable>"), "x, 1; y"),
        ('<math alttext="{\\displaystyle a^{2}}"></math>', "a^{2}"),
        (
            f'<math><semantics>{X}<annotation encoding="application/x-tex">z</annotation></semantics></math>',
            "x",
        ),
    ],
)
def test_mathml_is_written_in_one_line(markup: str, text: str) -> None:
    assert text_of(f"Hence {markup} holds.") == f"Hence {text} holds."


@pytest.mark.parametrize(
    "markup",
    [
        f'<span class="katex">{row(X)}<span class="katex-html" aria-hidden="true">x</span></span>',
        '<span class="MathJax_Preview">x</span><span class="MathJax">x</span><script type="math/tex">x</script>',
        f"<mjx-container><mjx-math>x</mjx-math><mjx-assistive-mml>{row(X)}</mjx-assistive-mml></mjx-container>",
        f'<span style="display: none;">{row(X)}</span><img src="x.svg" class="mwe-math-fallback-image" alt="x">',
        '<img src="x.png" class="latex" alt="x">',
    ],
)
def test_a_formula_is_told_once_however_it_is_drawn(markup: str) -> None:
    blocks = clean_fragment(f"<p>Hence {markup} holds.</p>", URL)
    assert blocks == (Paragraph((Span("Hence x holds."),)),)


def test_a_formula_of_its_own_line_stands_on_one() -> None:
    assert text_of(f'Hence <math display="block">{X}</math> holds.') == "Hence\nx\nholds."
    assert text_of('So <script type="math/tex; mode=display">x^2</script> is.') == "So\nx^2\nis."


def test_a_formula_in_an_article_stays_in_its_paragraph() -> None:
    article = article_with(f"<p>It grows by {row(X, EQUALS, ONE)} metre for each of the trees on the quay.</p>")
    assert "It grows by x = 1 metre" in article.text
