"""Running programs of the reader's own on an article: argument lists, never a shell, and never on our terminal."""

import asyncio
import os
import re
import signal
import subprocess
import tempfile
import threading
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path

from newsreader.config import Form, Output, OwnCommand
from newsreader.config.own import FILE, PLACEHOLDER
from newsreader.model import Article, Headline, Paragraph, ProgramError, Span, clean_line, clean_text, web_address

LARGEST = 2_000_000
"""Bytes that are taken of what a program prints; the rest is read and forgotten."""

_CODES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
"""Control sequences, such as colours: ECMA-48, 5.4. What is left of others passes the gate for text."""

_SUFFIXES = {Form.TEXT: ".txt", Form.MARKDOWN: ".md", Form.HTML: ".html"}


async def run_own(command: OwnCommand, headline: Headline, article: Article | None) -> Article | None:
    """Run ``command`` to its end and return what it printed, as an article, where that is to be shown.

    A detached one is only started. One that is waited for is killed when this is cancelled, and all its children.

    Args:
        command: what to run.
        headline: whose address and title it is given.
        article: whose text it is given; needed unless it is given none.

    Raises:
        ProgramError: it cannot be started, it failed, or the headline has not what it needs.
    """
    given = await asyncio.to_thread(_given, command, article)
    with _file(command, given) as file:
        values = {FILE: file, "{title}": clean_line(headline.title), "{url}": _url(command, headline)}
        arguments = filled_in(command.run, values)
        if command.detached:
            start(arguments)
            return None
        printed = await _output(command, arguments, b"" if file else given)
    if command.output is Output.NONE:
        return None
    paragraphs = (Paragraph((Span(part.strip("\n")),)) for part in re.split(r"\n\s*\n", printed) if part.strip())
    title = article.title if article else headline.title
    return Article(headline.url or "", title, tuple(paragraphs))


def filled_in(run: Sequence[str], values: dict[str, str]) -> list[str]:
    """Return the arguments with ``values`` in the place of what stands for them.

    What comes from outside cannot begin an option: an argument that would begin with a hyphen by it begins with a
    blank instead.
    """
    arguments = []
    for word in run:
        argument = PLACEHOLDER.sub(lambda match: values.get(match[0], match[0]), word)
        arguments.append(f" {argument}" if argument.startswith("-") and not word.startswith("-") else argument)
    return arguments


def start(arguments: Sequence[str]) -> None:
    """Start a program that goes on by itself.

    Raises:
        ProgramError: it cannot be started.
    """
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - the reader's own program, without a shell
            arguments, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except (OSError, UnicodeEncodeError) as error:
        raise _unstarted(arguments, error) from error
    threading.Thread(target=process.wait, daemon=True).start()  # so that it leaves no zombie when it ends


def _url(command: OwnCommand, headline: Headline) -> str:
    address = web_address(headline.url) if headline.url else None
    if address is None and any("{url}" in word for word in command.run):
        raise ProgramError("this headline has no page", command.name)
    return address or ""


def _given(command: OwnCommand, article: Article | None) -> bytes:
    if command.input is Form.NONE:
        return b""
    if article is None:
        raise ProgramError("there is no article to give it", command.name)
    return _written(command.input, article).encode("utf-8")


@contextmanager
def _file(command: OwnCommand, given: bytes) -> Iterator[str]:
    """Yield the name of a file, there meanwhile, with what a command is given; empty where it wants none."""
    if not any(FILE in word for word in command.run):
        yield ""
        return
    with ExitStack() as stack:
        try:
            suffix = _SUFFIXES.get(command.input, "")
            file = stack.enter_context(tempfile.NamedTemporaryFile(prefix="newsreader-", suffix=suffix))  # 0600
            Path(file.name).write_bytes(given)
        except OSError as error:
            raise ProgramError(f"the file for it cannot be written ({error.strerror})", command.name) from error
        yield file.name


def _written(form: Form, article: Article) -> str:
    """Return an article in a form; as text it has no numbers of links in it, and no line is wrapped."""
    from newsreader.formats import article_to_html, article_to_markdown

    if form is Form.HTML:
        return article_to_html(article)
    if form is Form.MARKDOWN:
        return article_to_markdown(article)
    parts = (article.title, article.standfirst, *article.text.split("\n"))
    return "\n\n".join(filter(str.strip, parts)) + "\n"


async def _output(command: OwnCommand, arguments: Sequence[str], given: bytes) -> str:
    """Return what a program prints, clean.

    Raises:
        ProgramError: it cannot be started, or failed.
    """
    async with _running(command, arguments, reads=bool(given)) as process:
        printed, complaint, _ = await asyncio.gather(
            _read(process.stdout), _read(process.stderr), _feed(process.stdin, given)
        )
        code = await process.wait()
    if code != 0:
        why = clean_line(complaint.strip().rpartition("\n")[2], 200) or f"it ended with {code}"
        raise ProgramError(f"it failed: {why}", command.name)
    return clean_text(_CODES.sub("", printed))


@asynccontextmanager
async def _running(command: OwnCommand, arguments: Sequence[str], *, reads: bool) -> AsyncIterator[Process]:
    """Run a program in a group of its own; one that is not waited for to the end is killed with its children."""
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    starting = asyncio.ensure_future(
        asyncio.create_subprocess_exec(
            *arguments,
            stdin=pipe if reads else nothing,
            stdout=nothing if command.output is Output.NONE else pipe,
            stderr=pipe,
            start_new_session=True,
        )
    )
    try:
        process = await asyncio.shield(starting)
    except (OSError, UnicodeEncodeError) as error:
        raise _unstarted(arguments, error) from error
    except asyncio.CancelledError:  # its children may be there before it is told that it runs
        with suppress(OSError):
            while not starting.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.shield(starting)
            await _kill(starting.result())
        raise
    async with AsyncExitStack() as unfinished:
        unfinished.push_async_callback(_kill, process)  # it may have ended, and its children be what is waited for
        yield process
        unfinished.pop_all()


async def _kill(process: Process) -> None:
    """Kill a program and its children; the number of their group is taken as long as one of them is there.

    It is waited for also when this is cancelled, as by the end of the app: else the loop is closed before it hears.
    """
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    while process.returncode is None:
        with suppress(asyncio.CancelledError):  # whoever asks to kill is cancelled already, and says so
            await process.wait()


async def _read(stream: asyncio.StreamReader | None) -> str:
    """Return the beginning of what comes, and read all of it: a program that is not read does not go on."""
    kept = b""
    while stream is not None and (piece := await stream.read(65536)):
        kept += piece[: LARGEST - len(kept)]
    return kept.decode("utf-8", "replace")


async def _feed(stream: asyncio.StreamWriter | None, given: bytes) -> None:
    if stream is not None and given:
        with suppress(ConnectionError):  # it has read enough
            stream.write(given)
            await stream.drain()
        stream.close()
        with suppress(ConnectionError):
            await stream.wait_closed()


def _unstarted(arguments: Sequence[str], error: OSError | UnicodeEncodeError) -> ProgramError:
    name = Path(arguments[0]).name
    if isinstance(error, UnicodeEncodeError):
        return ProgramError("the locale has not all the letters it is to be given", name, "use one with UTF-8")
    if isinstance(error, FileNotFoundError):
        return ProgramError("there is no such program", name, "install it, or mend [commands] in the settings")
    return ProgramError(f"cannot be started ({error.strerror})", name)
