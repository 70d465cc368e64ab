"""An article with everything in it, set in four widths and drawn in every theme, beside how it was seen last.

Where a change is meant, ``cd tests && python -m support.drawn_gallery`` writes the files again; look through them.
"""

from support.drawn_gallery import FOLDER, drawn_gallery


async def test_the_gallery_looks_as_it_was_seen_last() -> None:
    seen = {file.name: file.read_text("utf-8") for file in FOLDER.iterdir()}
    drawn = await drawn_gallery()
    assert drawn.keys() == seen.keys()
    for name, text in drawn.items():
        assert text.splitlines() == seen[name].splitlines(), f"{name} is another one; see the top of this file"
