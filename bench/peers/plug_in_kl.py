"""The mean over prompts of the KL of best-of-n, where each prompt's policy is that of its samples: no intervals, no bad rows, no
duplicates, doubles only. Usage: plug_in_kl.py FILE N. Prints what read the file, and the mean."""

import csv
import json
import sys
from collections import defaultdict
from importlib.util import find_spec

import numpy as np


def kl(levels, n):
    """The levels are (reward, count), in ascending order."""
    p = np.array([count for _, count in levels], dtype=float)
    p /= p.sum()
    below = np.concatenate(([0.0], np.cumsum(p)))
    q = below[1:] ** n - below[:-1] ** n
    q = np.where(q > 0, q, 1)
    return float(np.sum(np.where(q < 1, q * np.log(q / p), 0.0))) if len(p) > 1 else 0.0


def by_module(file, module):
    frame = {"csv": module.read_csv, "parquet": module.read_parquet}.get(file.rsplit(".", 1)[1])
    if frame:
        return frame(file)
    return module.read_json(file, lines=True) if module.__name__ == "pandas" else module.read_ndjson(file)


def counted(file):
    """The reader, and for each prompt the counts of its rewards."""
    if find_spec("polars"):
        import polars

        groups = by_module(file, polars).group_by("prompt", "reward").len().rows()
    elif find_spec("pandas"):
        import pandas

        sizes = by_module(file, pandas).groupby(["prompt", "reward"]).size()
        groups = ((*key, count) for key, count in sizes.items())
    elif file.endswith(".parquet"):
        sys.exit("neither polars nor pandas is installed")
    else:
        counts = defaultdict(int)
        with open(file, newline="", encoding="utf-8") as lines:
            rows = csv.DictReader(lines) if file.endswith(".csv") else map(json.loads, lines)
            for row in rows:
                counts[row["prompt"], float(row["reward"])] += 1
        groups = ((*key, count) for key, count in counts.items())
    prompts = defaultdict(list)
    for prompt, reward, count in groups:
        prompts[prompt].append((reward, count))
    name = next((name for name in ("polars", "pandas") if find_spec(name)), "the standard library and numpy")
    return name, prompts


def main():
    file, n = sys.argv[1], int(sys.argv[2])
    name, prompts = counted(file)
    mean = sum(kl(sorted(levels), n) for levels in prompts.values()) / len(prompts)
    print(json.dumps({"reader": name, "prompts": len(prompts), "mean": mean}))


main()
