"""An embedded film, sound, post or chart is a line with one link that says what it is."""

import pytest

from newsreader.clean import clean_fragment
from newsreader.model import Paragraph, Quote, Span
from support.pages import URL, article_with, only

FILM = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.mark.parametrize(
    ("markup", "text", "href"),
    [
        (
            '<iframe src="https://quay.example/embed/42" title="The quay"></iframe>',
            "Embedded: The quay",
            "https://quay.example/embed/42",
        ),
        ('<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0"></iframe>', "Video: youtube.com", FILM),
        (
            '<iframe src="about:blank" data-src="https://www.youtube-nocookie.com/embed/abcdefghijk"></iframe>',
            "Video: youtube.com",
            FILM,
        ),
        (
            '<iframe data-lazy-src="//player.vimeo.com/video/12"></iframe>',
            "Video: vimeo.com",
            "https://vimeo.com/12",
        ),
        ('<lite-youtube videoid="abcdefghijk" playlabel="The quay"></lite-youtube>', "Video: The quay", FILM),
        ('<amp-youtube data-videoid="abcdefghijk"></amp-youtube>', "Video: youtube.com", FILM),
        ('<div class="youtube-player" data-id="abcdefghijk"></div>', "Video: youtube.com", FILM),
        ('<object data="https://www.youtube.com/v/abcdefghijk"></object>', "Video: youtube.com", FILM),
        (
            '<amp-twitter data-tweetid="123456789"></amp-twitter>',
            "Post: twitter.com",
            "https://twitter.com/i/status/123456789",
        ),
        (
            '<div class="fb-post" data-href="https://www.facebook.com/quay/posts/1"></div>',
            "Post: facebook.com",
            "https://www.facebook.com/quay/posts/1",
        ),
        (
            '<iframe src="https://social.example/@ada/17/embed"></iframe>',
            "Post: social.example",
            "https://social.example/@ada/17",
        ),
        (
            '<blockquote class="instagram-media"><a href="https://www.instagram.com/p/ABC/?igsh=1">View</a></blockquote>',
            "Post: instagram.com",
            "https://www.instagram.com/p/ABC/",
        ),
        (
            '<iframe title="Trees per year" src="https://numbers.example/1/" aria-label="Bar chart"></iframe>',
            "Chart: Trees per year",
            "https://numbers.example/1/",
        ),
        (
            '<video title="The quay"><source src="v.mp4"></video>',
            "Video: The quay",
            "https://quay.example/news/v.mp4",
        ),
        ('<audio src="a.mp3"></audio>', "Audio: quay.example", "https://quay.example/news/a.mp3"),
        (
            f'<figure><iframe src="{FILM}" title="Video"></iframe><figcaption>The quay at dusk</figcaption>',
            "Video: The quay at dusk",
            FILM,
        ),
        (
            '<iframe src="https://w.example/player/?url=https%3A//s.example/t/1"></iframe>',
            "Embedded: s.example",
            "https://s.example/t/1",
        ),
    ],
)
def test_an_embed_is_one_link_that_says_what_it_is(markup: str, text: str, href: str) -> None:
    article = article_with(markup)
    (line,) = [b for b in article.blocks if isinstance(b, Paragraph) and b.spans[0].href]
    assert line == Paragraph((Span(text, href),))


@pytest.mark.parametrize(
    "markup",
    [
        '<iframe src="https://ads.example/frame" title="Advertisement"></iframe>',
        '<iframe src="https://count.example/embed" width="0" height="0"></iframe>',
        '<iframe src="https://count.example/embed" style="display:none"></iframe>',
        '<iframe src="https://letters.example/form"></iframe>',
        '<iframe srcdoc="<p>x</p>"></iframe>',
        '<iframe src="javascript:embed()"></iframe>',
        "<video></video>",
    ],
)
def test_other_frames_leave_no_trace(markup: str) -> None:
    assert clean_fragment(f"<p>before</p>{markup}<p>after</p>", URL) == (
        Paragraph((Span("before"),)),
        Paragraph((Span("after"),)),
    )


def test_a_post_with_words_is_a_quotation_with_its_address() -> None:
    article = article_with(
        '<blockquote class="twitter-tweet"><p lang="en">Forty lindens on the quay by the spring!</p>'
        '&mdash; Ada (@ada) <a href="https://twitter.com/ada/status/1?ref_src=x">March 3, 2023</a></blockquote>'
    )
    text, author = only(article, Quote).blocks
    assert text == Paragraph((Span("Forty lindens on the quay by the spring!"),))
    assert author == Paragraph((Span("— Ada (@ada) "), Span("March 3, 2023", "https://twitter.com/ada/status/1")))


def test_a_page_that_is_named_after_a_player_keeps_its_text() -> None:
    text = "A long text about films and how they are shown on the quay. " * 5
    assert clean_fragment(f'<div class="youtube" data-id="abcdefghijk"><p>{text}</p></div>', URL) == (
        Paragraph((Span(text.strip()),)),
    )


def test_what_follows_an_open_embed_is_not_lost() -> None:
    blocks = clean_fragment('<embed src="https://films.example/f.mp4"><p>after</p>', URL)
    assert blocks[-1] == Paragraph((Span("after"),))
    assert len(blocks) == 2


@pytest.mark.parametrize("inner", ["<iframe></iframe>", "<audio src=/a.mp3></audio>", "<object data=/x></object>"])
def test_an_embed_goes_with_the_one_around_it(inner: str) -> None:
    film = f'<video src="https://films.example/f.mp4">{inner}</video>'
    assert clean_fragment(f"<p>before</p>{film}<p>after</p>", URL) == (
        Paragraph((Span("before"),)),
        Paragraph((Span("Video: films.example", "https://films.example/f.mp4"),)),
        Paragraph((Span("after"),)),
    )
