"""The standfirst: the sentences between headline and text, as a field of its own."""

import pytest

from support.metadata_pages import PROSE, article_of

TITLE = "Harbour to become a park"
STANDFIRST = "Where ferries left for a hundred years, trees and benches are to stand from next spring on."
TEXT = f"<div class='text'><p>{PROSE * 2}</p><p>{PROSE * 3}</p></div>"
DESCRIPTION = f"<meta name='description' content='{STANDFIRST}'>"


@pytest.mark.parametrize(
    "line",
    [
        f"<p class='article-lead'>{STANDFIRST}</p>",
        f"<div class='Article_elementLead__x1'><span>{STANDFIRST}</span></div>",
        f"<h2 class='subtitle'>{STANDFIRST}</h2>",
        f"<div class='shorttext'><p>{STANDFIRST}</p></div>",
    ],
)
@pytest.mark.parametrize("between", ["", "<p>Ada Sandell</p>" + "<p>Share</p>" * 9], ids=["close", "far"])
def test_a_line_named_for_it_is_the_standfirst(line: str, between: str) -> None:
    article = article_of("", f"<article><h1>{TITLE}</h1>{line}{between}{TEXT}</article>")
    assert article.standfirst == STANDFIRST
    assert STANDFIRST not in article.text


@pytest.mark.parametrize("head", [DESCRIPTION, DESCRIPTION.replace("years, trees", "years, t&amp;#114;ees")])
def test_a_line_that_says_the_description_is_the_standfirst(head: str) -> None:
    page = f"<article><h1>{TITLE}</h1><p>Share</p><p>Save</p><p class='x'>{STANDFIRST}</p>{TEXT}</article>"
    assert article_of(head, page).standfirst == STANDFIRST


def test_the_standfirst_is_whole_where_the_description_is_cut() -> None:
    head = f"<meta property='og:description' content='{STANDFIRST[:60]}…'>"
    share = "<p>Share</p>" * 3
    page = f"<article><header><h1>{TITLE}</h1>{share}<p>{STANDFIRST}</p></header>{TEXT}</article>"
    assert article_of(head, page).standfirst == STANDFIRST


def test_a_description_that_the_page_does_not_show_is_no_standfirst() -> None:
    article = article_of(DESCRIPTION, f"<article><h1>{TITLE}</h1>{TEXT}</article>")
    assert article.standfirst == ""


def test_a_sentence_right_below_the_headline_is_the_standfirst() -> None:
    article = article_of("", f"<article><header><h1>{TITLE}</h1><p>{STANDFIRST}</p></header>{TEXT}</article>")
    assert article.standfirst == STANDFIRST


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Sandell and Bo Lind, who write about the sea for this paper.",
        "Opinions expressed here are those of the writer and of no one else.",
        "As a partner of these shops we may earn money from what you buy there.",
        "The harbour and the old quay",
    ],
)
def test_what_is_not_of_the_story_is_no_standfirst(line: str) -> None:
    article = article_of("", f"<article><header><h1>{TITLE}</h1><p>{line}</p></header>{TEXT}</article>")
    assert article.standfirst == ""


def test_the_standfirst_is_not_said_again_by_the_text() -> None:
    again = f"<div class='text'><p class='opening'>{STANDFIRST}</p><p>{PROSE * 2}</p><p>{PROSE * 3}</p></div>"
    article = article_of(
        "", f"<article><h1>{TITLE}</h1><header><p class='lead'>{STANDFIRST}</p></header>{again}</article>"
    )
    assert article.standfirst == STANDFIRST
    assert STANDFIRST not in article.text


def test_the_first_paragraph_of_the_text_stays_there_though_the_description_repeats_it() -> None:
    head = f"<meta name='description' content='{PROSE.strip()}'>"
    paragraphs = "".join(f"<p>{text}</p>" for text in (PROSE, PROSE.replace("council", "mayor") * 2, PROSE * 3))
    article = article_of(head, f"<article><h1>{TITLE}</h1><div>{paragraphs}</div></article>")
    assert article.standfirst == ""
    assert article.text.startswith(PROSE.strip())
