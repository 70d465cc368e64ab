"""A picture keeps its true address, its caption and its credit; what counts readers is dropped."""

import pytest

from newsreader.clean import clean_fragment
from newsreader.model import Image, Span, inline_text
from support.pages import URL, article_with, only


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ('<img src="a.jpg">', "a.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="b.jpg">', "b.jpg"),
        ('<img src="/blank.gif" srcset="s.jpg 320w, m.jpg 1200w, l.jpg 4000w">', "m.jpg"),
        ('<picture><source srcset="p.webp 800w"><img alt="x"></picture>', "p.webp"),
        ('<img class="lazy" src="data:,"><noscript><img src="n.jpg"></noscript>', "n.jpg"),
        ('<span><img src="/blank.gif"></span><noscript><img src="n.jpg"></noscript>', "n.jpg"),
        ('<div><i></i><noscript><img src="alone.jpg" alt="x"></noscript></div>', "alone.jpg"),
        ('<img src="tiny.jpg" data-srcset="s.jpg 320w, m.jpg 1200w">', "m.jpg"),
        ('<img src="s.jpg" srcset="s.jpg 320w, m.jpg 1200w">', "m.jpg"),
        ('<img src="own.jpg" srcset="other.jpg 1200w, wide.jpg 1600w">', "own.jpg"),
        ('<img src="data:," srcset="w_4,h_3/s.jpg 400w,w_12,h_9/m.jpg 1200w, w_40/l.jpg 4000w">', "w_12,h_9/m.jpg"),
        ('<img srcset="one.jpg, two.jpg 2x">', "two.jpg"),
        ('<amp-img src="a.jpg" width="600" height="400"><noscript><img src="a.jpg"></noscript></amp-img>', "a.jpg"),
    ],
)
def test_a_picture_is_found_behind_lazy_loading(markup: str, name: str) -> None:
    images = [
        block for block in clean_fragment(f"<p>before</p>{markup}<p>after</p>", URL) if isinstance(block, Image)
    ]
    assert [image.url for image in images] == [f"https://quay.example/news/{name}"]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="t.gif" width="1" height="1">',
        '<img src="https://stats.example/pixel?id=1">',
        '<img src="">',
        '<img src="javascript:x">',
    ],
)
def test_a_picture_that_counts_is_dropped(markup: str) -> None:
    assert not [block for block in clean_fragment(f"<p>x</p>{markup}", URL) if isinstance(block, Image)]


def test_a_caption_and_credit_belong_to_the_picture() -> None:
    article = article_with(
        '<figure><img src="quay.jpg" alt="The quay"><figcaption>The quay at dusk '
        '<span class="credit">Photo: Bo Lind</span></figcaption></figure>'
    )
    image = only(article, Image)
    assert image.url == "https://quay.example/news/quay.jpg"
    assert inline_text(image.caption) == "The quay at dusk"
    assert image.credit == "Bo Lind"
    assert "dusk" not in article.text


def test_a_picture_without_script_that_counts_stays_hidden() -> None:
    blocks = clean_fragment(
        '<p>x</p><noscript><img src="https://a.example/i" width="1" height="1"></noscript>', URL
    )
    assert not [block for block in blocks if isinstance(block, Image)]


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("The quay. (Photo: Bo Lind)", "The quay.", "Bo Lind"),
        ("The quay. © Bo Lind/Agency", "The quay.", "Bo Lind/Agency"),
        ("Der Kai. Foto: Bo Lind", "Der Kai.", "Bo Lind"),
        ("The quay <small>Photo by Bo Lind</small>", "The quay Photo by Bo Lind", ""),
        ("Photo: Bo Lind", "", "Bo Lind"),
        ("The photo: a quay at dusk.", "The photo: a quay at dusk.", ""),
        ("Everyone gave credit: nobody fell.", "Everyone gave credit: nobody fell.", ""),
    ],
)
def test_a_credit_at_the_end_of_a_caption_is_told_apart(caption: str, text: str, credit: str) -> None:
    (image,) = clean_fragment(f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>', URL)
    assert isinstance(image, Image)
    assert (inline_text(image.caption), image.credit) == (text, credit)


def test_a_figure_of_several_pictures_says_its_caption_once() -> None:
    images = clean_fragment(
        '<figure><img src="a.jpg"><img src="b.jpg"><figcaption>Two views.</figcaption></figure>', URL
    )
    assert [image.caption for image in images if isinstance(image, Image)] == [(Span("Two views."),), ()]


def test_a_gallery_in_a_list_is_its_pictures() -> None:
    blocks = clean_fragment('<ul><li><img src="a.jpg"></li><li><img src="b.jpg"></li></ul>', URL)
    assert [type(block) for block in blocks] == [Image, Image]
