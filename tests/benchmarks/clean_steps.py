"""Print what each step of cleaning is worth, what F1 loses without it, as Markdown.

Run ``python tests/benchmarks/clean_steps.py``. NEWSREADER_CORPUS names the folder with pages. The table stands in
src/newsreader/clean/README.md.
"""

import os
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from newsreader.clean import extract_text

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.clean import SETS
from benchmarks.measure import cases, f1_of, page_score

_NEVER = re.compile(r"(?!)")


def _no(*_: object) -> bool:
    return False


def _nothing(*_: object) -> None:
    return None


def _as_readability(lines: list[object]) -> list[bool]:
    return [bool(getattr(line, "kept", False)) for line in lines]


def _as_chosen(_lines: object, kept: list[bool], *_: object) -> list[bool]:
    return list(kept)


def _as_ruled(_lines: object, _unswept: object, kept: list[bool]) -> list[bool]:
    return list(kept)


def _no_names(*_: object) -> frozenset[str]:
    return frozenset()


_CLEAN = "newsreader.clean"
STEPS: dict[str, tuple[str, object] | None] = {
    "all steps": None,
    "read on below an early end of the page": (f"{_CLEAN}.hygiene._END", _NEVER),
    "show what was streamed": (f"{_CLEAN}.hygiene._show_streamed", _nothing),
    "read text that is folded away": (f"{_CLEAN}.hygiene._goes_on", _no),
    "open figures around text": (f"{_CLEAN}.hygiene.open_figures", _nothing),
    "forgive tags around most prose": (f"{_CLEAN}.frames._BESIDE", 0),
    "forgive names common to most prose": (f"{_CLEAN}.lines._common_names", _no_names),
    "readability's opinion": (f"{_CLEAN}.body.readable_elements", _no_names),
    "choose: all of it": (f"{_CLEAN}.ruling.choose", _as_readability),
    "choose: sentences that stand elsewhere": (f"{_CLEAN}.choice._TOO_LITTLE", 0.0),
    "choose: parts of one kind": (f"{_CLEAN}.choice._SPLIT", 99.0),
    "choose: the whole of an article's element": (f"{_CLEAN}.choice._TOO_SMALL_A_PART", 0.0),
    "sweep: all of it": (f"{_CLEAN}.ruling.sweep", _as_chosen),
    "sweep: head (title, byline, date)": (f"{_CLEAN}.sweep._is_head", _no),
    "sweep: link lines": (f"{_CLEAN}.sweep._is_link_line", _no),
    "sweep: furniture by its names": (f"{_CLEAN}.sweep._is_named_furniture", _no),
    "sweep: furniture by its words": (f"{_CLEAN}.sweep._speaks_as_furniture", _no),
    "sweep: tail (bio, tags, notices)": (f"{_CLEAN}.sweep._in_tail", _no),
    "sweep: bare headings": (f"{_CLEAN}.sweep._drop_bare_headings", _nothing),
    "recover: all of it": (f"{_CLEAN}.ruling.recover", _as_chosen),
    "recover: paragraphs of the body's kind": (f"{_CLEAN}.recovery._is_kin", _no),
    "recover: quotes": (f"{_CLEAN}.recovery._is_quote", _no),
    "recover: items, cells, full prose": (f"{_CLEAN}.recovery._is_item", _no),
    "recover: headings": (f"{_CLEAN}.recovery._recover_headings", _nothing),
    "bring back, by the classifier": (f"{_CLEAN}.body.bring_back", _as_ruled),
    "standfirst apart": (f"{_CLEAN}.body.find_standfirst", _nothing),
}


def without(task: tuple[str, str]) -> float:
    """Return the F1 on the pages of a folder without a step; ``task`` is the step's name and the folder."""
    step, folder = task
    with ExitStack() as stack:
        if change := STEPS[step]:
            stack.enter_context(patch(*change))
        return f1_of(page_score(page.body, extract_text(page.html, page.url)) for page in cases(Path(folder)))


def main() -> int:
    """Print a row of Markdown for each step."""
    corpus = os.environ.get("NEWSREADER_CORPUS")
    if not corpus:
        print("NEWSREADER_CORPUS does not name the folder with pages", file=sys.stderr)
        return 2
    folders = [str(Path(corpus) / "extraction" / "cases" / name) for name in SETS]
    print(f"| without | {' | '.join(SETS)} |\n| --- |{' ---: |' * len(SETS)}", flush=True)
    with ProcessPoolExecutor(2) as pool:
        scores = pool.map(without, [(step, folder) for step in STEPS for folder in folders])
        full = [next(scores) for _ in folders]
        print(f"| nothing | {' | '.join(f'{f1:.4f}' for f1 in full)} |", flush=True)
        for step in list(STEPS)[1:]:
            losses = [next(scores) - best for best in full]
            print(f"| {step} | {' | '.join(f'{loss:+.4f}' for loss in losses)} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
