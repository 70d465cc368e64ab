"""What is installed is whole: a wheel, put into a folder of its own, runs and has its data with it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


def test_everything_that_is_not_code_is_packed(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    wanted = {
        str(file.relative_to(source))
        for file in (source / "newsreader").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert wanted <= packed
    assert any(name.endswith(".data/data/share/man/man1/newsreader.1") for name in packed), (
        "man newsreader finds it"
    )


def test_the_wheel_runs_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import newsreader.cli as cli; "
    code += "print(cli.__file__); sys.exit(cli.run(['headlines', '--json', '--library', 'library']))"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(tmp_path) in done.stdout
    assert done.stdout.endswith("[]\n")
