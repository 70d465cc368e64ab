"""Commands that look after the program itself and its library: undo, doctor, completions."""

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.cli.outcome import DONE, FAILED, PARTLY_DONE, partly, print_text, say
from newsreader.cli.session import in_newsroom, settings_of
from newsreader.cli.stock import room_words
from newsreader.model import DamagedLibraryError, LibraryError

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom


def doctor(args: argparse.Namespace) -> int:
    """Look over the library; one that does not even open is made anew of what can be read in it, if asked."""
    if args.restore is not None:
        return _restore(args)
    if args.backup is not None:
        return _back_up(args)
    try:
        return _examine(args)
    except DamagedLibraryError:
        if not args.repair:
            raise
    from newsreader.wiring import rescue_library

    kept = rescue_library(settings_of(args))
    say(f"the library was made anew of what could be read; the damaged file is kept as {kept}")
    return PARTLY_DONE


def _restore(args: argparse.Namespace) -> int:
    from newsreader.wiring import restore_library

    kept = restore_library(settings_of(args), Path(args.restore))
    say(
        f"the library is the one in {args.restore} now" + (f"; the one before it is kept as {kept}" if kept else "")
    )
    return _mend_pictures(args)


@in_newsroom
async def _mend_pictures(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Note which pictures are gone by now, so that a refresh fetches them again."""
    del args
    if lost := await newsroom.check_library(repair=True):
        say(f"pictures no longer on this disk: {len(lost)}; a refresh fetches them again")
    return DONE


@in_newsroom
async def _back_up(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    print_text(str(await newsroom.back_up(Path(args.backup) if args.backup else None)))
    say("pictures are not in it: they lie in the folder images beside the library under names that never change")
    return DONE


@in_newsroom
async def _examine(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    code = await _findings(newsroom, args)
    with suppress(LibraryError):  # of a damaged one, all that is known has been said
        say(room_words(await newsroom.stock()))
    return code


async def _findings(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    findings = await newsroom.check_library(repair=args.repair)
    for finding in findings:
        print_text(finding)
    if not findings:
        say("the library is in good health")
        return DONE
    if not args.repair:
        say("mend it with: newsreader doctor --repair")
        return FAILED
    left = await newsroom.check_library()
    say(f"mended {len(findings) - len(left)} of {len(findings)}; lost pictures are fetched again by a refresh")
    return partly(len(findings) - len(left), len(left))


@in_newsroom
async def undo(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Undo the last change of the reader's, made on the screen or here."""
    del args
    told = await newsroom.undo()
    if told is None:
        say("there is nothing to undo")
        return FAILED
    print_text(told)
    return DONE


def completions(args: argparse.Namespace) -> int:
    """Print the lines that make a shell complete what the parser knows."""
    from argcomplete.shell_integration import shellcode

    print_text(shellcode(["newsreader"], shell=args.shell))
    return DONE
