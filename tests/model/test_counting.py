"""Counts in words that agree with the number."""

from newsreader.model.counting import counted


def test_a_number_and_its_noun_agree() -> None:
    assert [counted(many, "feed") for many in (0, 1, 2)] == ["0 feeds", "1 feed", "2 feeds"]
    assert counted(1204, "story", "stories") == "1,204 stories"
    assert counted(1, "story", "stories") == "1 story"
