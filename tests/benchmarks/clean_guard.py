"""Print how well pages of each set are cleaned when everything that can be tuned is chosen on the other sets.

Run ``python tests/benchmarks/clean_guard.py``; it takes some minutes. For each set, each bound of the rules is
given the value that does best on the two other sets, and the classifier is taught on these alone; with all of that
the set is scored. NEWSREADER_CORPUS names the folder with pages; the extra ``bench`` brings what teaches.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

from newsreader.clean import choice, classifier, extract_text, lines, recovery, standfirst
from newsreader.clean.classifier import Forest

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.clean import SETS
from benchmarks.measure import Case, cases, f1_of, page_score
from training.classifier import example, taught

Setting: TypeAlias = tuple[str, float]
"""The place of a bound (``module.name`` below ``newsreader.clean``) and its value."""

BOUNDS = {
    f"{module.__name__.removeprefix('newsreader.clean.')}.{name}": float(getattr(module, name))
    for module, names in (
        (choice, "_TOO_LITTLE _MOST _COMMON _SPLIT _NEARLY_ALL _TOO_SMALL_A_PART _ENOUGH"),
        (lines, "_PROSE"),
        (recovery, "_FULL_PROSE _AROUND"),
        (standfirst, "_PARAGRAPH _LIKE_THE_TEXT _FURTHEST"),
        (classifier, "AROUND"),
    )
    for name in names.split()
}
"""What the rules go by, with the values that ship."""

FACTORS = (0.67, 1.5)
"""What else each bound is tried at, as shares of the value that ships."""


def pages_of(name: str) -> list[Case]:
    """Return the pages of a set."""
    return list(cases(Path(os.environ["NEWSREADER_CORPUS"]) / "extraction" / "cases" / name))


@contextmanager
def settings(values: Mapping[str, float]) -> Iterator[None]:
    """Set bounds to ``values`` for a while; whole numbers stay whole."""
    with ExitStack() as stack:
        for name, value in values.items():
            whole = BOUNDS[name] >= 2
            stack.enter_context(
                patch(f"newsreader.clean.{name}", max(1, round(value)) if whole else min(1.0, value))
            )
        yield


def score(pages: list[Case], values: Mapping[str, float], forest: Forest | None = None) -> float:
    """Return the F1 on ``pages`` with bounds set to ``values``, and with other trees than those that ship."""
    with settings(values), ExitStack() as stack:
        if forest:
            stack.enter_context(patch.object(classifier, "_forest", lambda: forest))
        return f1_of(page_score(page.body, extract_text(page.html, page.url)) for page in pages)


def tried(setting: Setting | None) -> dict[str, float]:
    """Return the F1 of each set with one bound at another value, None for as it ships."""
    return {name: score(pages_of(name), dict([setting] if setting else [])) for name in SETS}


def chosen_without(left_out: str, results: Mapping[Setting | None, Mapping[str, float]]) -> dict[str, float]:
    """Return the bounds that do better than those that ship on the sets but ``left_out``."""
    best: dict[str, tuple[float, float]] = {}
    shipped = sum(f1 for name, f1 in results[None].items() if name != left_out)
    for setting, scores in results.items():
        gain = sum(f1 for name, f1 in scores.items() if name != left_out) - shipped
        if setting and gain > best.get(setting[0], (0.0, 0.0))[0]:
            best[setting[0]] = gain, setting[1]
    return {name: value for name, (_, value) in best.items()}


def guarded(task: tuple[str, dict[str, float]]) -> float:
    """Return the F1 of a set with ``task``'s bounds and trees that were taught on the other sets with these."""
    left_out, values = task
    with settings(values):
        examples = (example(case) for name in SETS if name != left_out for case in pages_of(name))
        forest = taught([each for each in examples if each])
    return score(pages_of(left_out), values, forest)


def main() -> int:
    """Print a row for each set."""
    if not os.environ.get("NEWSREADER_CORPUS"):
        print("NEWSREADER_CORPUS does not name the folder with pages", file=sys.stderr)
        return 2
    trials: list[Setting | None] = [None, *((name, value * f) for name, value in BOUNDS.items() for f in FACTORS)]
    with ProcessPoolExecutor(2) as pool:
        results = dict(zip(trials, pool.map(tried, trials), strict=True))
        chosen = {name: chosen_without(name, results) for name in SETS}
        print("| set | as shipped | chosen on the other sets | bounds that differ |\n| --- | ---: | ---: | --- |")
        for (name, values), f1 in zip(chosen.items(), pool.map(guarded, chosen.items()), strict=True):
            told = ", ".join(f"{bound} {value:.3g}" for bound, value in values.items())
            print(f"| {name} | {results[None][name]:.4f} | {f1:.4f} | {told} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
