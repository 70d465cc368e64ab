"""Articles as files of a folder: each has its own, earlier ones are written anew, and no other is touched."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from newsreader.cli.exports.folders import write_markdown_folder
from newsreader.formats.clipping import Clipping
from newsreader.formats.naming import clipping_names
from newsreader.model import Article, Headline, Paragraph, Span

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)


def clipping(text: str, url: str | None = None) -> Clipping:
    blocks = (Paragraph((Span(text),)),)
    return Clipping(Headline(1, "Traffic", "Mole", 1, url, NOW), Article(url or "", "Traffic", blocks))


async def write(folder: Path, clippings: Sequence[Clipping]) -> dict[str, str]:
    """Write them, and return the last line of each file that is in the folder then, by its name."""

    async def given() -> AsyncIterator[tuple[str, Clipping]]:
        for one in clippings:
            yield "", one

    await write_markdown_folder(folder, given())
    return last_lines(folder)


def last_lines(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8").splitlines()[-1] for file in folder.iterdir()}


async def test_articles_that_nothing_tells_apart_each_have_a_file(tmp_path: Path) -> None:
    for name, url in (("without", None), ("same", "https://a.example/")):
        alike = [clipping(text, url) for text in ("one", "two", "three", "four")]
        first = await write(tmp_path / name, alike)
        assert sorted(first.values()) == ["four", "one", "three", "two"]
        assert await write(tmp_path / name, alike) == first


async def test_a_file_of_somebody_else_stays_under_any_name(tmp_path: Path) -> None:
    mine = clipping("new", "https://a.example/")
    for name in clipping_names(mine):
        (tmp_path / f"{name}.md").write_text("my own")
    assert sorted((await write(tmp_path, [mine])).values()) == ["my own", "my own", "new"]


async def test_an_article_with_another_title_by_now_replaces_its_file(tmp_path: Path) -> None:
    before = clipping("before", "https://a.example/")
    now = replace(before, article=replace(clipping("now", "https://a.example/").article, title="Traffic jam"))
    [name] = await write(tmp_path, [before])
    assert await write(tmp_path, [now]) == {name: "now"}
