"""What stands around an article on a news page stays out of it."""

import pytest

from newsreader.clean import clean_page

URL = "https://quay.example/news/park"
PROSE = [
    f"{word} the council decided how the old harbour should be used after the ferries leave, and {rest}."
    for word, rest in (
        ("Tonight", "nobody in the hall spoke against the trees, which the gardener called a small wonder"),
        ("Later", "the fishermen asked for a quay of their own, since the boats need a place in the winter"),
        ("At last", "the mayor thanked everyone who had come, and promised to plant the first linden herself"),
        ("Then", "the hall was empty within minutes, because the last ferry was about to leave the harbour"),
        ("Now", "the gardener has until spring to find forty lindens that can stand the wind from the sea"),
    )
]
PARAGRAPHS = [f"<p>{line}</p>" for line in PROSE]
BODY = "".join(PARAGRAPHS)
FIRST, SECOND = "".join(PARAGRAPHS[:3]), "".join(PARAGRAPHS[3:])


def text_of(before: str = "", inside: str = "", after: str = "") -> str:
    """Return the body of a page with furniture before, inside and after its text."""
    page = (
        "<html><head><title>Harbour to become a park | The Quay</title></head><body>"
        "<nav><ul><li><a href='/'>Front page</a></li></ul></nav>"
        f"<article><h1>Harbour to become a park</h1>{before}<div>{FIRST}{inside}"
        f"{SECOND}{after}</div></article><footer><p>All rights reserved.</p></footer></body></html>"
    )
    return clean_page(page.encode(), URL).text


@pytest.mark.parametrize(
    ("place", "markup", "words"),
    [
        ("before", "<p class='byline'>By Ada Sandell</p>", "Ada"),
        ("before", "<p class='date'>30 March 2023, 08:15</p>", "March"),
        ("before", "<h2>Harbour to become a park</h2>", "become a park"),
        ("inside", "<p><a href='/x'>Read more: the ferries of the north coast</a></p>", "north coast"),
        ("inside", "<figure><img src='a.jpg'><figcaption>Boats at rest in the bay</figcaption></figure>", "bay"),
        ("inside", "<div class='newsletter-box'><p>Our best stories every morning</p></div>", "every morning"),
        ("inside", "<div class='related-articles'><p>What became of the lighthouse</p></div>", "lighthouse"),
        ("inside", "<div class='newsletter-box'><h3>The letter</h3><p>Sign up for it here</p></div>", "The letter"),
        ("inside", "<div class='infobox'><p>Facts about the old harbour and its ferries</p></div>", "Facts"),
        ("inside", "<aside><p>Facts about the old harbour and its ferries</p></aside>", "Facts"),
        ("after", "<p class='author-bio'>Ada Sandell is a reporter at the Quay.</p>", "reporter"),
        ("after", "<p>Tags: harbour, trees, council</p>", "Tags"),
        ("after", "<p>Follow us on our WhatsApp channel for more</p>", "WhatsApp"),
        ("after", "<div class='comments'><p>I never liked the ferries, they were loud.</p></div>", "loud"),
    ],
)
def test_furniture_stays_out(place: str, markup: str, words: str) -> None:
    text = text_of(**{place: markup})
    assert words not in text
    for line in PROSE:
        assert line in text


def test_the_body_is_found_inside_a_wrapper_with_a_name_of_furniture() -> None:
    page = (
        f"<html><head><title>T</title></head><body class='x'><div class='sidebar-layout'>{BODY}</div></body></html>"
    )
    assert all(line in clean_page(page.encode(), URL).text for line in PROSE)


def test_streamed_parts_are_shown() -> None:
    late = f"<div hidden id='S:0'><article>{BODY}</article></div>"
    page = f"<html><body><main><div id='app'></div></main>{late}</body></html>"
    assert PROSE[0] in clean_page(page.encode(), URL).text


def test_hidden_text_is_not_read() -> None:
    assert "secret" not in text_of(inside="<p style='display:none'>This secret line is for machines alone.</p>")


def test_text_folded_away_until_a_click_is_read() -> None:
    folded = f"<div class='rest' hidden>{SECOND}</div>"
    page = (
        f"<html><body><article><h1>Harbour to become a park</h1><div>{FIRST}{folded}</div></article></body></html>"
    )
    assert all(line in clean_page(page.encode(), URL).text for line in PROSE)


@pytest.mark.parametrize(
    "markup", ["<div hidden><p>Join the club</p></div>", "<dialog hidden><p>A</p><p>B</p></dialog>"]
)
def test_a_hidden_box_stays_hidden(markup: str) -> None:
    assert text_of(inside=markup) == "\n".join(PROSE)


def test_what_a_text_says_again_it_says_again() -> None:
    refrain = "<p>The ferries leave in the morning, and nobody on the old quay knows whether they will be back.</p>"
    assert text_of(inside=refrain + PARAGRAPHS[0] + refrain).count("whether they will be back") == 2


def test_a_text_that_is_there_once_for_each_kind_of_screen_is_read_once() -> None:
    copies = f"<div class='wide'>{BODY}</div><div class='narrow'>{BODY}</div>"
    page = f"<html><body><article><h1>Harbour to become a park</h1>{copies}</article></body></html>"
    assert clean_page(page.encode(), URL).text.count(PROSE[0]) == 1


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (
            "<table><tr><th>Tree</th><th>Number</th></tr><tr><td>Linden</td><td>forty</td></tr></table>",
            "Linden\tforty",
        ),
        ("<blockquote><p>We need a quay of our own, said the fisherman.</p></blockquote>", "a quay of our own"),
        ("<pre>trees = 40</pre>", "trees = 40"),
    ],
)
@pytest.mark.parametrize("picture", ["", "<img src='a.jpg' alt=''>"])
def test_what_is_set_in_a_figure_is_text(picture: str, markup: str, words: str) -> None:
    assert words in text_of(inside=f"<figure>{picture}{markup}</figure>")


def test_a_pulled_quotation_that_only_repeats_the_text_is_left_out() -> None:
    quotation = "<blockquote><p>nobody in the hall spoke against the trees</p></blockquote>"
    assert text_of(inside=f"<figure class='pullquote'>{quotation}</figure>") == "\n".join(PROSE)


def test_an_embedded_post_is_kept_as_a_quote() -> None:
    assert "forty lindens, planted by hand" in text_of(
        inside="<blockquote class='twitter-tweet'><p>We saw forty lindens, planted by hand.</p></blockquote>"
    )


def test_a_body_in_several_containers_is_found_whole() -> None:
    parts = "".join(f"<div class='part'><p class='t'>{line}</p></div><div class='slot'></div>" for line in PROSE)
    page = f"<html><body><main><h1>Harbour to become a park</h1>{parts}</main></body></html>"
    assert all(line in clean_page(page.encode(), URL).text for line in PROSE)


def test_the_standfirst_is_a_field_of_its_own() -> None:
    page = (
        "<html><head><title>Harbour to become a park</title></head><body><article><h1>Harbour to become a park</h1>"
        f"<p class='standfirst'>Forty lindens will stand where the ferries did.</p><div>{BODY}</div></article>"
    )
    article = clean_page(page.encode(), URL)
    assert article.standfirst == "Forty lindens will stand where the ferries did."
    assert article.standfirst not in article.text


def _page(body: str) -> str:
    return clean_page(f"<html><head><title>Harbour</title></head><body>{body}</body></html>".encode(), URL).text


@pytest.mark.parametrize(
    "body",
    [
        "<header><p>The Quay</p></header></body></html>" + BODY,
        "<main><figure><img src='a.jpg'>" + BODY + "</main>",
        "<main>"
        + "".join(f"<div class='unit-widget x{i}'>{each}</div>" for i, each in enumerate(PARAGRAPHS))
        + "</main>",
    ],
    ids=["below an early end", "in a figure that never ends", "in boxes named like furniture each"],
)
def test_the_text_is_found(body: str) -> None:
    text = _page(body)
    for line in PROSE:
        assert line in text


def test_a_text_whose_parts_stand_apart_is_found_whole() -> None:
    parts = [
        f"<section class='c{i}'><div><h2>Hour {i}</h2><div class='d{i}'>{each * 2}</div></div></section>"
        for i, each in enumerate(PARAGRAPHS * 2)
    ]
    text = _page(f"<article class='story-body'>{''.join(parts)}</article>")
    for line in PROSE:
        assert line in text
