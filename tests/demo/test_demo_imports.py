"""The edition costs a start nothing but the standard library."""

import subprocess
import sys

_PROBE = """
import sys
from datetime import UTC, datetime
from newsreader.demo import Edition
before = set(sys.modules)
with Edition(lambda: datetime.now(UTC)) as edition:
    import urllib.request
    assert urllib.request.urlopen(edition.feed_url).status == 200
tops = {name.partition(".")[0] for name in sys.modules}
print(sorted(tops - set(sys.stdlib_module_names) - {"newsreader", "__main__"}))
print("http.server" in before)
"""


def test_it_imports_only_the_standard_library_and_the_server_late() -> None:
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _setup() + _PROBE], capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines() == ["[]", "False"]


def _setup() -> str:
    return f"import sys; sys.path[:] = {sys.path!r}\n"
