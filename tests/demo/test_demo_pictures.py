"""The pictures in the package are those that the script paints."""

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

import newsreader.demo

TOP = Path(__file__).parents[2]
SHIPPED = Path(newsreader.demo.__file__).parent / "pictures"


def test_the_script_paints_what_is_shipped(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "screenshots.paint_edition", str(tmp_path)], cwd=TOP, check=True)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in SHIPPED.iterdir()}
    for path in SHIPPED.iterdir():
        with Image.open(path) as shipped, Image.open(tmp_path / path.name) as painted:
            apart = ImageStat.Stat(ImageChops.difference(shipped, painted))
        assert max(apart.mean) < 1.5, f"{path.name} is stale: run python -m screenshots.paint_edition"
