"""Opening an address in the reader's browser: an argument list, never a shell, and never on our terminal."""

import os
import shlex
import shutil
import sys
from collections.abc import Mapping

from newsreader.model import NotFoundError, web_address


def open_in_browser(url: str) -> None:
    """Open ``url`` in the browser that ``BROWSER`` names, else in the system's own; does not wait for it.

    Raises:
        NotFoundError: the address is not one to open, or no browser is to be found.
        ProgramError: the browser cannot be started.
    """
    address = web_address(url)
    if address is None:
        raise NotFoundError("this is not a web address", url)
    from newsreader.programs import start

    start([*browser_command(os.environ), address])


def browser_command(environ: Mapping[str, str]) -> list[str]:
    """Return the command, without the address, that opens the browser.

    Raises:
        NotFoundError: none is known on this system.
    """
    for named in environ.get("BROWSER", "").split(os.pathsep):
        words = [word for word in shlex.split(named) if word != "%s"]
        if words and shutil.which(words[0]):
            return words
    system = "open" if sys.platform == "darwin" else "xdg-open"
    if shutil.which(system):
        return [system]
    raise NotFoundError("no browser is known", "", "set BROWSER to the name of yours, or copy the link with y")
