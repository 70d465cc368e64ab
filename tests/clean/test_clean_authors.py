"""Who wrote an article: names alone, as the best witness of the page gives them."""

import pytest

from support.metadata_pages import BODY, NODE, article_of, json_ld


def test_authors_may_stand_elsewhere_in_the_graph() -> None:
    graph = [
        {"@type": "Article", "author": {"@id": "#ada"}},
        {"@type": "Person", "@id": "#ada", "name": "Ada Sandell"},
    ]
    assert article_of(json_ld({"@graph": graph})).authors == ("Ada Sandell",)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Sandell and Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Von Ada Sandell und Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Par Ada Sandell et Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Por Ada Sandell y Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Door Ada Sandell", ("Ada Sandell",)),
        ("Written by Ada Sandell, reporter", ("Ada Sandell",)),
        ("Ada Sandell | Updated 30 March", ("Ada Sandell",)),
        ("Harbour by Ada Sandell 30 March 2023 15:36 3 min", ("Ada Sandell",)),
        ("30 March 2023 · Ada Sandell", ("Ada Sandell",)),
        ("<span>By Ada Sandell</span><span>Published on 30 March</span>", ("Ada Sandell",)),
        ("This post was written by Ada Sandell, Head of Ferries", ("Ada Sandell",)),
        ("Ada Sandell, Ph.D. and Bo Lind", ("Ada Sandell, Ph.D", "Bo Lind")),
        ("Autor: Ada Sandell y Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("By Author 7", ()),
        ("7 / 2023", ()),
    ],
)
def test_a_visible_byline_gives_names(byline: str, names: tuple[str, ...]) -> None:
    assert article_of("", f"<p class='byline'>{byline}</p>{BODY}").authors == names


@pytest.mark.parametrize("name", ["The Quay", "quay.example", "Quay News"])
def test_a_person_on_the_page_is_believed_before_the_publication_in_its_data(name: str) -> None:
    node = NODE | {"author": {"@type": "Organization", "name": name}}
    byline = "<p class='byline'>By Ada Sandell</p>"
    assert article_of(json_ld(node), byline + BODY).authors == ("Ada Sandell",)
    assert article_of(json_ld(node), "<p class='byline'>red</p>" + BODY).authors == (name,)


def test_an_agency_in_the_data_is_believed() -> None:
    node = NODE | {"author": {"@type": "Organization", "name": "dpa"}}
    assert article_of(json_ld(node), "<p class='author'>Ada Sandell</p>" + BODY).authors == ("dpa",)


def test_marks_complete_what_the_data_names_in_part_only() -> None:
    node = NODE | {"author": {"@type": "Person", "name": "Bo Lind"}}
    marks = "<div><a rel='author' href='/a'>Ada <b>Sandell</b></a> <a rel='author' href='/b'>Bo Lind</a></div>"
    assert article_of(json_ld(node), marks + BODY).authors == ("Ada Sandell", "Bo Lind")


def test_a_link_to_an_authors_page_names_the_author() -> None:
    menu = "<nav><a href='/authors/list'>All Our Writers</a></nav>"
    link = "<p><a href='/authors/ada-sandell'>Ada Sandell</a></p>"
    assert article_of("", f"{menu}<div>{link}</div>{BODY}").authors == ("Ada Sandell",)
