"""Code keeps its lines and its language, and nothing that an editor draws beside it."""

import pytest

from newsreader.clean import clean_fragment
from newsreader.model import Code
from support.pages import URL


def test_code_keeps_its_white_space_and_language() -> None:
    (code,) = clean_fragment('<pre><code class="language-python">def f():\n    return 1\n</code></pre>', URL)
    assert code == Code("def f():\n    return 1", "python")


def test_code_lines_in_elements_are_lines() -> None:
    (code,) = clean_fragment("<pre>a<br>b<div>c</div>d</pre>", URL)
    assert isinstance(code, Code)
    assert code.text.split("\n") == ["a", "bc", "d"]


@pytest.mark.parametrize(
    "markup",
    [
        '<pre><span class="lineno">1 </span>a = 1\n<span class="lineno">2 </span>b = 2</pre>',
        "<table><tr><td class='linenos'><pre>1\n2</pre></td><td><pre>a = 1\nb = 2</pre></td></tr></table>",
        "<pre><code><table><tr><td class=gutter>1</td><td>a = 1</td></tr><tr><td>b = 2</table></code></pre>",
        "<pre><button>Copy</button><code>a = 1\nb = 2</code></pre>",
        "<p><code>a = 1<br>b = 2</code></p>",
    ],
)
def test_numbers_of_lines_and_buttons_are_no_code(markup: str) -> None:
    assert clean_fragment(markup, URL) == (Code("a = 1\nb = 2"),)


def test_code_that_names_a_gutter_is_code() -> None:
    assert clean_fragment('<pre class="line-numbers">gutter = 3</pre>', URL) == (Code("gutter = 3"),)


@pytest.mark.parametrize(
    "markup",
    [
        '<pre class="brush: rust">x</pre>',
        '<div class="highlight-source-rust"><pre>x</pre></div>',
        '<pre><code class="hljs rust">x</code></pre>',
        '<pre class="sourceCode rust"><code>x</code></pre>',
        '<pre data-lang="Rust">x</pre>',
    ],
)
def test_the_language_is_found_where_highlighters_write_it(markup: str) -> None:
    assert clean_fragment(markup, URL) == (Code("x", "rust"),)
