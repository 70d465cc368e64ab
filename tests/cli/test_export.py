"""Articles handed over: where they go, what is beside them, and what is told when it cannot be."""

import json
import os
import pty
import resource
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from support.command import Done
from support.epub_reader import read_epub
from support.loopback import Answer, Loopback
from support.site import HTML, PNG, open_site, page, png

Newsreader = Callable[..., Done]
Kept = Callable[[str, str, list[str]], str]


@pytest.fixture
def keep(newsreader: Newsreader, site: Loopback) -> Kept:
    """Return a function that bookmarks a page: of a path, a title and its pictures; it returns its number."""

    def kept(path: str, title: str, pictures: list[str]) -> str:
        for number, picture in enumerate(pictures):
            site.routes.setdefault(picture, Answer(png(shade=40 * number), headers=PNG))
        site.routes[path] = Answer(page(len(path), title, pictures=pictures), headers=HTML)
        saved = newsreader("save", site.url(path))
        assert saved.code == 0
        return saved.out.split("\t")[0]

    return kept


def files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_bookmarks_as_json_have_their_pictures_beside_them(
    newsreader: Newsreader, keep: Kept, tmp_path: Path
) -> None:
    keep("/one", "Fog over the mole", ["/a.png", "/b.png"])
    keep("/two", "The bell is gone", ["/a.png"])
    out = tmp_path / "out"
    out.mkdir()
    done = newsreader("export", "json", "--bookmarks", "-o", str(out / "kept.json"))
    assert (done.code, done.out, done.err.count("\n")) == (0, "", 1)
    told = json.loads((out / "kept.json").read_text("utf-8"))
    assert [article["title"] for article in told["articles"]] == ["The bell is gone", "Fog over the mole"]
    [_, fog] = told["articles"]
    assert [(out / image["file"]).read_bytes() for image in fog["images"]] == [png(shade=0), png(shade=40)]
    assert (fog["bookmarked"], fog["source"], fog["section"]) == (True, "Saved pages", None)
    assert fog["changed_at"]["bookmarked"] == fog["saved_at"]
    assert len(files(out)) == 3, "the picture of both is there once"


def test_without_a_file_pictures_stay_on_the_web(newsreader: Newsreader, keep: Kept, site: Loopback) -> None:
    number = keep("/one", "Fog over the mole", ["/a.png"])
    [article] = newsreader("export", "json", number).json["articles"]
    assert article["images"] == [{"url": site.url("/a.png"), "file": None, "media_type": "image/png"}]
    markdown = newsreader("export", "markdown", number).out
    assert markdown.startswith('---\ntitle: "Fog over the mole"\n')
    assert site.url("/a.png") in markdown
    text = newsreader("export", "text", number, keep("/two", "The bell is gone", [])).out
    assert f"\n\n{'=' * 80}\n\nThe bell is gone\n" in text
    assert newsreader("export", "markdown", number, "-o", "-").out == markdown
    assert newsreader("export", "-o", "-").out == newsreader("export").out


def test_several_in_markdown_are_a_folder_in_which_nothing_else_is_touched(
    newsreader: Newsreader, keep: Kept, tmp_path: Path
) -> None:
    keep("/one", "Fog over the mole", ["/a.png"])
    keep("/two", "Fog over the mole", ["/a.png"])
    keep("/three", "../../etc/passwd", [])
    out = tmp_path / "notes"
    (out / "images").mkdir(parents=True)
    [day] = {one["published"][:10] for one in newsreader("bookmarks", "--json").json}
    mine = out / f"{day}-Fog-over-the-mole.md"
    mine.write_text("my own notes\n")
    (out / "images" / "mine.png").write_bytes(b"mine")
    assert newsreader("export", "markdown", "--bookmarks", "-o", str(out)).code == 0
    first = files(out)
    assert newsreader("export", "markdown", "--bookmarks", "-o", str(out)).code == 0
    assert files(out) == first, "the same articles again are the same files"
    assert mine.read_text() == "my own notes\n"
    assert (out / "images" / "mine.png").read_bytes() == b"mine"
    written = [name for name in first if name.endswith(".md") and out / name != mine]
    assert len(written) == 3
    assert f"{day}-etc-passwd.md" in written
    titles = [line for name in written for line in (out / name).read_text("utf-8").split("\n")[1:2]]
    assert sorted(titles) == ['title: "../../etc/passwd"', *['title: "Fog over the mole"'] * 2]


def test_a_search_is_handed_over(newsreader: Newsreader, site: Loopback) -> None:
    newsreader("add", open_site(site), "--folder", "Sea")
    [bell] = newsreader("export", "json", "--search", "bell").json["articles"]
    assert (bell["title"], bell["section"], bell["source_url"]) == (
        "The bell is gone",
        "Sea",
        site.url("/feed.xml"),
    )
    assert bell["article"]["blocks"], "not read yet: as the feed carried it"
    assert (bell["read"], bell["read_at"], bell["bookmarked"], bell["saved_at"]) == (False, None, False, None)
    assert site.count("/article/1") == 0, "nothing is fetched for it"


def bmp() -> bytes:
    written = BytesIO()
    Image.new("RGB", (40, 30), (200, 10, 10)).save(written, "BMP")
    return written.getvalue()


def test_a_book_goes_into_a_pipe_with_pictures_that_books_may_not_hold_as_others(
    keep: Kept, site: Loopback, home: dict[str, str]
) -> None:
    site.routes["/old.bmp"] = Answer(bmp(), headers={"Content-Type": "image/bmp"})
    number = keep("/one", "Fog over the mole", ["/a.png", "/old.bmp"])
    command = [sys.executable, "-m", "newsreader", "export", "epub", number]
    done = subprocess.run(command, env=home, capture_output=True, timeout=60, check=True)
    book = read_epub(done.stdout)
    assert [Image.open(BytesIO(data)).format for data in book.shown] == ["PNG", "JPEG"]
    assert done.stderr == b""


def test_a_pipe_that_has_a_name_is_written_into_with_nothing_beside_it(
    keep: Kept, site: Loopback, home: dict[str, str]
) -> None:
    keep("/one", "Fog over the mole", ["/a.png"])
    keep("/two", "The bell is gone", [])

    def piped(form: str) -> bytes:
        command = [sys.executable, "-m", "newsreader", "export", form, "--bookmarks", "-o", "/dev/stdout"]
        return subprocess.run(command, env=home, capture_output=True, timeout=60, check=True).stdout

    images = [image for one in json.loads(piped("json"))["articles"] for image in one["images"]]
    assert images == [{"url": site.url("/a.png"), "file": None, "media_type": "image/png"}]
    assert piped("markdown").count(b"\ntitle: ") == 2
    assert len(read_epub(piped("epub")).shown) == 1


def test_a_book_is_not_poured_over_a_terminal(keep: Kept, home: dict[str, str]) -> None:
    number = keep("/one", "Fog over the mole", [])
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "newsreader", "export", "epub", number]
    done = subprocess.run(
        command, env=home, stdout=theirs, stderr=subprocess.PIPE, stdin=theirs, timeout=60, check=False
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "-o" in done.stderr.decode()


@pytest.mark.parametrize(
    "args",
    [
        ("epub",),
        ("opml", "1"),
        ("--bookmarks",),
        ("epub", "1", "--bookmarks"),
        ("epub", "--bookmarks", "--edition"),
        ("json", "--search", ""),
        ("pdf", "1"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(newsreader: Newsreader, args: tuple[str, ...]) -> None:
    done = newsreader("export", *args)
    assert (done.code, done.out) == (2, "")
    assert done.err


@pytest.mark.parametrize("args", [("999",), ("morning",), ("9" * 30,), ("--bookmarks",), ("--search", "nowhere")])
def test_what_is_not_there_is_told_in_one_sentence_and_nothing_is_written(
    newsreader: Newsreader, tmp_path: Path, args: tuple[str, ...]
) -> None:
    done = newsreader("export", "json", *args, "-o", str(tmp_path / "kept.json"))
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert not (tmp_path / "kept.json").exists()


def test_a_place_that_cannot_be_written_is_told(newsreader: Newsreader, keep: Kept, tmp_path: Path) -> None:
    number = keep("/one", "Fog over the mole", ["/a.png"])
    (tmp_path / "file").write_text("x")
    for form, out in (
        ("html", tmp_path),
        ("epub", f"{tmp_path}/new/"),
        ("json", tmp_path / "no" / "such" / "kept.json"),
        ("markdown", f"{tmp_path / 'file'}/"),
        ("text", "/dev/full"),
        ("json", ""),
        ("markdown", ""),
        ("html", tmp_path / ("x" * 300)),
        ("markdown", tmp_path / ("x" * 300)),
    ):
        done = newsreader("export", form, number, "-o", str(out))
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1), form
    assert (tmp_path / "file").read_text() == "x"


def test_a_full_disk_leaves_what_was_there_and_no_half(
    keep: Kept, site: Loopback, home: dict[str, str], tmp_path: Path
) -> None:
    site.routes["/large.png"] = Answer(png(900, 900, noise=True), headers=PNG)
    number = keep("/one", "Fog over the mole", ["/large.png"])
    out = tmp_path / "out"
    out.mkdir()
    (out / "kept").write_text("from yesterday")

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    for form in ("html", "epub", "markdown", "json"):
        command = [sys.executable, "-m", "newsreader", "export", form, number, "-o", str(out / "kept")]
        done = subprocess.run(command, env=home, capture_output=True, timeout=60, check=False, preexec_fn=full)
        assert (done.returncode, done.stderr.count(b"\n")) == (1, 1), form
        assert b"cannot be written" in done.stderr
        assert files(out) == ["kept"]
        assert (out / "kept").read_text() == "from yesterday"


def test_a_full_disk_leaves_a_file_that_is_written_at_once(tmp_path: Path) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9))

    (tmp_path / "feeds.opml").write_text("from yesterday")
    script = "from newsreader.cli.files import write_bytes; write_bytes('feeds.opml', b'<opml></opml>')"
    command = [sys.executable, "-B", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False, preexec_fn=full)
    assert b"feeds.opml: cannot be written" in done.stderr
    assert files(tmp_path) == ["feeds.opml"]
    assert (tmp_path / "feeds.opml").read_text() == "from yesterday"


def test_a_link_leads_on_to_what_is_written(newsreader: Newsreader, keep: Kept, tmp_path: Path) -> None:
    number = keep("/one", "Fog over the mole", [])
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "real.txt").chmod(0o600)
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert newsreader("export", "text", number, "-o", str(tmp_path / "link.txt")).code == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text("utf-8").startswith("Fog over the mole\n")
    assert (tmp_path / "real.txt").stat().st_mode & 0o777 == 0o600
