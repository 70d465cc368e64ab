"""The classifier of lines: its trees are those of its traits, and mend what the rules get wrong."""

import json
from importlib.resources import files

import pytest

from newsreader.clean import clean_page
from newsreader.clean.classifier import Forest
from newsreader.clean.traits import TRAITS

URL = "https://quay.example/news/park"
PROSE = (
    "the council decided how the old harbour should be used after the ferries leave, and nobody in the hall spoke "
    "against the trees, which the gardener called a small wonder in itself."
)


@pytest.mark.parametrize(("traits", "kept"), [((1.0, 9.0), True), ((2.0, 5.0), True), ((2.0, 6.0), False)])
def test_a_line_is_kept_when_the_trees_add_up(traits: tuple[float, float], kept: bool) -> None:
    forest = Forest(bound=0.5, trees=((0, 1.0, 0.75, -0.25), (1, 5.0, 0.75, -0.25)))
    assert forest.keeps(traits) is kept


def test_the_trees_that_ship_were_taught_on_the_traits_that_are_told() -> None:
    told = json.loads(files("newsreader.clean").joinpath("classifier.json").read_text("utf-8"))
    assert tuple(told["traits"]) == TRAITS
    asked = {node[0] for tree in told["trees"] for node in _splits(tree)}
    assert asked <= set(range(len(TRAITS)))


@pytest.mark.parametrize("place", [0, 3])
def test_a_paragraph_that_is_all_one_link_is_read_and_a_line_that_leads_on_is_not(place: int) -> None:
    linked = "The fishermen told the council in spring that they will stay until the last boat is sold."
    more = "Read more: what the fishermen told the council, and what the council said to them in spring"
    hours = ("One", "Two", "Three", "Four", "Five", "Six")
    paragraphs = [f"<p>At {hour.lower()} {PROSE}</p>" for hour in hours]
    paragraphs[place:place] = [f"<p><a href='/a'>{linked}</a></p>", f"<p><a href='/b'>{more}</a></p>"]
    body = f"<nav><a href='/'>Front page</a></nav><article><div>{''.join(paragraphs)}</div></article>"
    text = clean_page(f"<html><head><title>Park</title></head><body>{body}</body></html>".encode(), URL).text
    assert linked in text
    assert more not in text


def _splits(tree: object) -> list[list[int]]:
    if not isinstance(tree, list):
        return []
    return [tree, *_splits(tree[2]), *_splits(tree[3])]
