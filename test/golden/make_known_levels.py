#!/usr/bin/env python3
"""Golden values where all rewards are known, written to known-levels.json.

  python3 make_known_levels.py            remake known-levels.json
  python3 make_known_levels.py --check    recompute, and compare with the committed file

Nothing here is shared with the TypeScript sources. Gap, win rate and reward come from the law of best-of-n,
pi_i = F_i^n - F_{i-1}^n; the least gap of K levels by coordinate descent over the masses; the evidence from the
Beta function, with minima over a grid of success rates that is refined around its best point.
"""
import json, math, pathlib, sys
from mpmath import mp, mpf, log, beta

mp.dps = 20
OUT = pathlib.Path(__file__).with_name("known-levels.json")
SHOWN = 10
GOLD = (math.sqrt(5) - 1) / 2


def law(p, n):
    F = [mpf(0)]
    for x in p:
        F.append(F[-1] + x)
    F[-1] = mpf(1)
    return [b ** n - a ** n for a, b in zip(F, F[1:])], F


def formula(n):
    return log(n) - mpf(n - 1) / n


def gap(p, n):
    pi, _ = law(p, n)
    return formula(n) - sum(q * log(q / x) for q, x in zip(pi, p) if q > 0)


def win(p, n):
    pi, F = law(p, n)
    return sum(q * (a + b) / 2 for q, a, b in zip(pi, F, F[1:]))


def least(f, low, high, steps=60):
    """The least value of f on [low, high], by a grid and golden sections around its best point."""
    xs = [low + (high - low) * i / steps for i in range(steps + 1)]
    i = min(range(steps + 1), key=lambda j: f(xs[j]))
    a, b = xs[max(0, i - 1)], xs[min(steps, i + 1)]
    c, d = b - GOLD * (b - a), a + GOLD * (b - a)
    fc, fd = f(c), f(d)
    for _ in range(45):
        if fc < fd:
            b, d, fd = d, c, fc
            c = b - GOLD * (b - a)
            fc = f(c)
        else:
            a, c, fc = c, d, fd
            d = a + GOLD * (b - a)
            fd = f(d)
    return ((a + b) / 2, f((a + b) / 2))


def masses(shares):
    """Shares of what is left, from the best level down."""
    rest, p = mpf(1), []
    for s in shares:
        p.append(rest * s)
        rest -= p[-1]
    return [rest, *reversed(p)]


def rate(x):
    return 1 / (1 + mp.exp(-mpf(x)))


def least_gap(levels, n):
    if levels == 1:
        return formula(n)
    logits = [-math.log(n)] * (levels - 1)
    value = None
    for _ in range(40):
        before = value
        for i in range(levels - 1):
            at = lambda x: gap(masses([rate(x if j == i else l) for j, l in enumerate(logits)]), n)
            logits[i], value = least(at, logits[i] - 6, logits[i] + 6, 24)
        if before is not None and before - value < mpf(10) ** -15:
            return value
    sys.exit(f"least gap of {levels} levels at n = {n}: no convergence")


def share(name, p, n):
    two = [1 - p, p]
    if name == "gap":
        return gap(two, n) / formula(n)
    if name == "winRate":
        return (win(two, n) - mpf(1) / 2) / (mpf(n) / (n + 1) - mpf(1) / 2)
    return law(two, n)[0][1]


SLOPES = [mpf(1) / 4 * (mpf(7) / 5) ** i for i in range(24)]


def evidence(counts, n, name, complement, mean):
    f = lambda p: 1 - share(name, p, n) if complement else share(name, p, n)

    def log_e(k, m, p):
        return log(beta(k + mpf(1) / 2, m - k + mpf(1) / 2) / beta(mpf(1) / 2, mpf(1) / 2)) - k * log(p) - (m - k) * log(1 - p)

    def bound(slope):
        total = slope * len(counts) * mean
        for k, m in counts:
            total += least(lambda x: log_e(k, m, rate(x)) - slope * f(rate(x)), -18, 18, 72)[1]
        return total

    return max(bound(slope) for slope in SLOPES)


def show(x):
    return mp.nstr(x, SHOWN)


def make():
    gaps = [{"levels": k, "n": n, "gap": show(least_gap(k, n))} for k in (1, 2, 3, 4) for n in (2, 3, 4, 16, 64, 1000)]
    cases = [([(3, 8)], 4), ([(0, 16), (16, 16)], 64), ([(30, 100)], 16)]
    evidences = []
    for counts, n in cases:
        for name in ("gap", "winRate", "reward"):
            for complement in (False, True):
                for mean in (0.5,):
                    value = evidence(counts, n, name, complement, mpf(mean))
                    evidences.append({"counts": counts, "n": n, "quantity": name, "complement": complement, "mean": mean, "evidence": show(value)})
    return {"leastGaps": gaps, "evidences": evidences}


made = make()
if "--check" in sys.argv:
    if json.loads(OUT.read_text()) != json.loads(json.dumps(made)):
        sys.exit("known-levels.json differs from what this script makes")
    print("known-levels.json is reproduced")
else:
    OUT.write_text(json.dumps(made, indent=2) + "\n")
