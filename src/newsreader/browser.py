"""Opening an address in the reader's browser: an argument list, never a shell, and never on our terminal."""

import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping

from newsreader.model import NotFoundError, shown_host, web_address


def open_in_browser(url: str) -> None:
    """Open ``url`` in the browser that ``BROWSER`` names, else in the system's own; does not wait for it.

    Raises:
        NotFoundError: the address is not one to open, or no browser is to be found.
    """
    address = web_address(url)
    if address is None:
        raise NotFoundError("this is not a web address", url)
    command = browser_command(os.environ)
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - the reader's own browser, the address checked above
            [*command, address], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise NotFoundError(f"{command[0]} cannot be started ({error.strerror})", shown_host(url)) from error
    threading.Thread(target=process.wait, daemon=True).start()  # so that it leaves no zombie when it ends


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
