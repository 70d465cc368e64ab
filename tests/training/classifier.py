"""Teach the classifier of lines, and measure it on pages that it was not taught on.

Run ``python tests/training/classifier.py`` to write src/newsreader/clean/classifier.json anew; the same pages give
the same file. With ``--apart publishers`` (or ``folds``, ten groups of publishers; or ``sets``) nothing is written:
for each group in turn the trees are taught on all the others and scored on it, and the F1 of each set is printed.
NEWSREADER_CORPUS names the folder with pages; the extra ``bench`` brings LightGBM.
"""

import argparse
import json
import math
import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.clean import SETS
from benchmarks.measure import Case, cases, f1_of, page_score, shingles, tokens
from newsreader.clean import classifier, extract_text
from newsreader.clean.body import lines_of
from newsreader.clean.classifier import Forest, Tree, places_around
from newsreader.clean.decoding import decode_page
from newsreader.clean.hygiene import parse_page, prune
from newsreader.clean.lines import Line
from newsreader.clean.metadata import find_title, gather
from newsreader.clean.passages import Passage, cut
from newsreader.clean.ruling import by_rules
from newsreader.clean.sweep import body_range
from newsreader.clean.traits import TRAITS, traits_of

WEIGHTS = Path(classifier.__file__).with_name("classifier.json")
FROM = 0.42
"""The chance of belonging to the article from which a line is kept: a lost line is worse than one too many."""

TREES = 60
SHAPE: dict[str, Any] = {
    "objective": "binary", "num_leaves": 6, "learning_rate": 0.15, "min_data_in_leaf": 100, "lambda_l2": 5.0,
    "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "seed": 1, "deterministic": True,
    "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
"""Few and small trees: larger forests did no better on publishers that they had not seen."""

_HALF = 0.5
"""The share of a line's windows in the true text from which it belongs to it."""

_MOST = 0.5
"""The weight of one line, as a share of its page: no page may speak for all."""

_CAP = 0.3
"""What the lines that the rules get wrong on one page may weigh together: a page lost whole teaches little."""

_LEAST = 0.0005
_NEAR = 3
"""Lines before and after a short one, of which another must be true for it to be."""


@dataclass(frozen=True)
class Example:
    """A page with what the classifier would be told of its lines, whether each is true, and what it weighs."""

    case: Case
    traits: list[list[float]]
    true: list[bool]
    weights: list[float]

    @property
    def publisher(self) -> str:
        """The last two parts of the page's host."""
        return ".".join((urlsplit(self.case.url).hostname or "").split(".")[-2:])


def example(case: Case) -> Example | None:
    """Return ``case`` as an example, None for a page in which the rules find no prose."""
    root = parse_page(decode_page(case.html))
    title = find_title(gather(root, case.url))
    prune(root)
    lines = lines_of(root, [piece for piece in cut(root) if isinstance(piece, Passage)], title)
    ruling = by_rules(lines)
    span = body_range(lines, ruling.kept)
    if span is None:
        return None
    places = places_around(span, len(lines))
    shares = _shares(case, lines, ruling.kept)
    weights = _weights(case, lines, ruling.kept, shares)
    return Example(
        case,
        traits_of(lines, ruling.unswept, ruling.kept, span, places),
        [shares[i] >= _HALF for i in places],
        [weights[i] for i in places],
    )


def _shares(case: Case, lines: Sequence[Line], kept: Sequence[bool]) -> list[float]:
    """Return the share of each line in the true text: what is there once is found once, in kept lines first."""
    left = shingles(case.body)
    text = f" {' '.join(tokens(case.body))} "
    shares: dict[int, float] = {}
    short: dict[int, bool] = {}
    for i in sorted(range(len(lines)), key=lambda i: (not kept[i], i)):
        words = tokens(lines[i].text)
        if len(words) < 4:
            short[i] = bool(words) and f" {' '.join(words)} " in text
            continue
        windows = shingles(lines[i].text)
        found = windows & left
        shares[i] = found.total() / windows.total()
        if shares[i] >= _HALF:
            left -= found
    for i, there in short.items():
        near = max((shares.get(j, 0.0) for j in range(i - _NEAR, i + _NEAR + 1)), default=0.0)
        short[i] = there and near >= _HALF
    return [shares[i] if i in shares else float(short[i]) for i in range(len(lines))]


def _weights(case: Case, lines: Sequence[Line], kept: Sequence[bool], shares: Sequence[float]) -> list[float]:
    """Return what each line is worth to the score of its page; less where it is half true."""
    windows = [shingles(line.text).total() for line in lines]
    wanted = shingles(case.body).total()
    found = max(wanted, sum(number for number, keep in zip(windows, kept, strict=True) if keep))
    weights = [
        min(_MOST, number / (wanted if share >= _HALF else found)) * abs(2 * share - 1)
        for number, share in zip(windows, shares, strict=True)
    ]
    wrong = sum(w for w, share, keep in zip(weights, shares, kept, strict=True) if keep != (share >= _HALF))
    scale = min(1.0, _CAP / wrong) if wrong else 1.0
    return [weight * scale + _LEAST for weight in weights]


def taught(examples: Iterable[Example]) -> Forest:
    """Return trees taught on ``examples``."""
    examples = list(examples)
    rows = np.array([row for each in examples for row in each.traits], dtype=np.float64)
    true = np.array([is_true for each in examples for is_true in each.true], dtype=np.int8)
    weights = np.array([weight for each in examples for weight in each.weights])
    booster = lightgbm.train(SHAPE, lightgbm.Dataset(rows, true, weight=weights), TREES)
    trees = tuple(_tree(info["tree_structure"]) for info in booster.dump_model()["tree_info"])
    forest = Forest(round(math.log(FROM / (1 - FROM)), 4), trees)
    told = np.asarray(booster.predict(rows[:500])) >= FROM
    ours = [forest.keeps(row) for row in rows[:500].tolist()]
    if sum(a != b for a, b in zip(told, ours, strict=True)) > 5:  # numbers are rounded
        raise RuntimeError("the trees do not say what LightGBM says")
    return forest


def _tree(node: dict[str, Any]) -> Tree:
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 4)
    bound = float(f"{node['threshold']:.5g}")
    return int(node["split_feature"]), bound, _tree(node["left_child"]), _tree(node["right_child"])


def apart(examples: Sequence[Example], group_of: Callable[[Example], object]) -> dict[str, float]:
    """Return the F1 of each set when each group of pages is cleaned by trees taught on all the others."""
    groups: defaultdict[object, list[Example]] = defaultdict(list)
    for each in examples:
        groups[group_of(each)].append(each)
    scores: defaultdict[str, list[tuple[float | None, float]]] = defaultdict(list)
    for group in groups.values():
        inside = set(map(id, group))
        forest = taught(each for each in examples if id(each) not in inside)
        with patch.object(classifier, "_forest", lambda forest=forest: forest):
            for each in group:
                found = extract_text(each.case.html, each.case.url)
                scores[each.case.set_name].append(page_score(each.case.body, found))
    return {name: f1_of(found) for name, found in scores.items()}


def folds(examples: Sequence[Example], number: int = 10) -> Callable[[Example], object]:
    """Return a function that puts each example into one of ``number`` groups, a publisher in one only."""
    publishers = sorted({each.publisher for each in examples})
    random.Random(5).shuffle(publishers)
    group = {name: i % number for i, name in enumerate(publishers)}
    return lambda each: group[each.publisher]


def main() -> int:
    """Teach and write, or measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--apart", choices=["publishers", "folds", "sets"])
    parser.add_argument("--pages", type=int, help="only the first so many of each set, to try the script")
    args = parser.parse_args()
    corpus = os.environ.get("NEWSREADER_CORPUS")
    if not corpus:
        print("NEWSREADER_CORPUS does not name the folder with pages", file=sys.stderr)
        return 2
    pages = (islice(cases(Path(corpus) / "extraction" / "cases" / name), args.pages) for name in SETS)
    examples = [found for group in pages for case in group if (found := example(case))]
    if args.apart is None:
        forest = taught(examples)
        told = {"traits": TRAITS, "bound": forest.bound, "trees": forest.trees}
        WEIGHTS.write_text(json.dumps(told, separators=(",", ":")) + "\n", "utf-8")
        print(f"{WEIGHTS.name}: {len(forest.trees)} trees, taught on {len(examples)} pages")
        return 0
    group_of = {
        "publishers": lambda each: each.publisher,
        "folds": folds(examples),
        "sets": lambda each: each.case.set_name,
    }[args.apart]
    for name, f1 in apart(examples, group_of).items():
        print(f"{name:14} F1 {f1:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
