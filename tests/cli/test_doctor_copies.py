"""The doctor makes copies of the library, and goes back to one."""

from collections.abc import Callable
from pathlib import Path

from support.command import Done
from support.loopback import Loopback
from support.site import open_site

Newsreader = Callable[..., Done]


def test_a_bookmark_that_was_lost_is_back_with_its_pictures(
    newsreader: Newsreader, site: Loopback, tmp_path: Path
) -> None:
    newsreader("add", open_site(site))
    newsreader("save", "1")
    copied = newsreader("doctor", "--backup")
    copy = Path(copied.out.strip())
    assert copied.code == 0
    assert "pictures are not in it" in copied.err
    assert copy.name.startswith("library-backup-")
    (copy.parent / "library.db").write_bytes(b"nonsense" * 999)
    for picture in list((copy.parent / "images").rglob("*.png"))[:1]:
        picture.unlink()
    restored = newsreader("doctor", "--restore", str(copy))
    assert (restored.code, restored.out) == (0, "")
    assert "the one before it is kept as" in restored.err
    assert "pictures no longer on this disk: 1" in restored.err
    newsreader("refresh", "--all")
    [kept] = newsreader("bookmarks", "--json").json
    assert kept["complete"] is True
    assert newsreader("doctor").code == 0


def test_what_cannot_be_restored_is_told_in_one_line(newsreader: Newsreader, tmp_path: Path) -> None:
    (tmp_path / "novel.txt").write_text("chapter one " * 999)
    for name in ("novel.txt", "absent.db", "."):
        done = newsreader("doctor", "--restore", str(tmp_path / name))
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert newsreader("doctor", "--restore", "a", "--repair").code == 2
