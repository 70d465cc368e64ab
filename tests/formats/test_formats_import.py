"""Reading the library costs no import of what only importing and exporting needs."""

import subprocess
import sys


def test_formats_and_the_library_do_without_lxml() -> None:
    code = (
        "import sys, newsreader.library, newsreader.formats as formats\n"
        "costly = {'lxml', 'httpx', 'PIL', 'pebble', 'feedparser', 'readability', 'tzlocal'} & set(sys.modules)\n"
        "assert not costly, costly\n"
        "assert formats.read_opml(formats.write_opml([formats.OpmlFeed('https://a.example/', 'A')], 'x'))\n"
        "assert 'lxml' in sys.modules\n"
        "assert not hasattr(formats, 'nothing')\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
