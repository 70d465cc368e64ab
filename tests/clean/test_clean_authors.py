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
        ("By Ada Sandell in Berlin", ("Ada Sandell",)),
        ("Ada Sandell for The Quay", ("Ada Sandell",)),
        ("<script>show('Cy Berg')</script>By Ada Sandell<style>.a{}</style>", ("Ada Sandell",)),
        ("By ADA SANDELL and BO LIND", ("ADA SANDELL", "BO LIND")),
        ("Ada Sandell, Bo Lind, and Cy Berg", ("Ada Sandell", "Bo Lind", "Cy Berg")),
        ("Ada Sandell, AP", ("Ada Sandell", "AP")),
        ("Dr. Ada Sandell", ("Dr. Ada Sandell",)),
        ("Analysis by Ada Sandell", ("Ada Sandell",)),
        ("By Ada Sandell, edited by Bo Lind", ("Ada Sandell",)),
        ("By Ada Sandell Staff Writer", ("Ada Sandell",)),
        ("Ada Sandell (@ada)", ("Ada Sandell",)),
        ("Ada Sandell (avec Bo Lind et Cy Berg)", ("Ada Sandell", "Bo Lind", "Cy Berg")),
        ("Von dpa", ("dpa",)),
        ("Di Marco", ("Di Marco",)),
        ("Di Ada Sandell", ("Ada Sandell",)),
        ("Da’Shawn Berg", ("Da’Shawn Berg",)),
        ("Af Ada Sandell og Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Przez Ada Sandell i Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("Автор: Ада Санделл", ("Ада Санделл",)),
        ("作者：张三", ("张三",)),
        ("Oleh: Ada Sandell", ("Ada Sandell",)),
        ("Read more", ()),
        ("Personal finance", ()),
        ("The northern and southern ministries", ()),
        ("site-admin", ()),
        ("AS", ()),
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


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Sandell and Bo Lind", ("Ada Sandell", "Bo Lind")),
        ("By ADA SANDELL\nAssociated Press", ("ADA SANDELL", "Associated Press")),
        ([["Ada Sandell"], [{"name": "Bo Lind"}]], ("Ada Sandell", "Bo Lind")),
        ([{"name": "Ada Sandell"}, {"name": "ada sandell"}], ("Ada Sandell",)),
        ({"name": ["Ada Sandell", "Bo Lind"]}, ("Ada Sandell", "Bo Lind")),
        ({"name": "Ada &amp; Bo Lind"}, ("Ada", "Bo Lind")),
        ([{"name": "Ada Sandell"}, {"name": "(Image: Bo Lind/Agency)"}], ("Ada Sandell",)),
        ([{"@id": "#ada"}, {"name": "Bo Lind"}], ("Ada Sandell", "Bo Lind")),
        ({"url": "https://quay.example/ada"}, ()),
    ],
    ids=["string", "lines", "nested lists", "twice", "several names", "escaped", "picture", "reference", "address"],
)
def test_json_ld_names_authors_in_many_shapes(author: object, names: tuple[str, ...]) -> None:
    nodes = [NODE | {"author": author}, {"@type": "Person", "@id": "#ada", "name": "Ada Sandell"}]
    assert article_of(json_ld({"@graph": nodes})).authors == names


def test_a_catalogue_puts_the_family_name_first() -> None:
    metas = "<meta name='dc.creator' content='Sandell, Ada'><meta name='dc.creator' content='Lind, B.'>"
    assert article_of(metas).authors == ("Ada Sandell", "B. Lind")


def test_names_marked_beside_other_articles_are_not_of_this_one() -> None:
    node = NODE | {"author": {"@type": "Person", "name": "Ada Sandell"}}
    mark = "<p><a rel='author' href='/a'>{}</a></p>"
    others = f"<div>{mark.format('Bo Lind')}<p>{'Another article of this paper. ' * 10}</p></div>"
    page = f"<div><div>{mark.format('Ada Sandell')}{BODY}</div>{others}</div>"
    assert article_of(json_ld(node), page).authors == ("Ada Sandell",)


def test_the_byline_after_the_heading_is_taken_before_one_above_it() -> None:
    teaser = "<div class='author'>Bo Lind</div>"
    page = f"{teaser}<h1>Harbour to become a park</h1><div class='author'>Ada Sandell</div>{BODY}"
    assert article_of("", page).authors == ("Ada Sandell",)


def test_who_comments_is_no_author() -> None:
    comment = "<div class='comment-list'><div class='comment-author'>Bo Lind</div></div>"
    assert article_of("", f"<h1>Harbour to become a park</h1>{BODY}{comment}").authors == ()


def test_what_stands_beside_the_names_of_a_byline_is_left_out() -> None:
    byline = "<div class='byline'><span class='author-name'>Ada Sandell</span><span>Evening Paper</span></div>"
    assert article_of("", f"<h1>Harbour to become a park</h1>{byline}{BODY}").authors == ("Ada Sandell",)


def test_a_box_about_the_author_begins_with_the_name() -> None:
    box = f"<div class='author-box'><p>Ada Sandell</p><p>{'Ada walks by the sea and writes. ' * 6}</p></div>"
    assert article_of("", f"<h1>Harbour to become a park</h1>{box}{BODY}").authors == ("Ada Sandell",)
