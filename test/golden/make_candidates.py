#!/usr/bin/env python3
"""Golden values of the estimates from log-probabilities and from repeated levels, written to candidates.json.

  python3 make_candidates.py            remake candidates.json
  python3 make_candidates.py --check    recompute, and compare with the committed file

Nothing here is shared with the TypeScript sources. Estimates at the best of n are means over all choices of n samples,
each choice listed; D* is f log(f / mean f) on average over the quantiles, by quadrature; the constants of repeats are
infima over a grid of masses that is refined around its best point.
"""
import itertools, json, math, pathlib, sys
from mpmath import mp, mpf, log, quad, binomial, exp

mp.dps = 25
OUT = pathlib.Path(__file__).with_name("candidates.json")


def show(x):
    return mp.nstr(x, 12)


def formula(n):
    return log(n) - mpf(n - 1) / n


def better(n, p):
    """KL of the density n u^(n-1) on [1-p, 1], normalised, from its mean, plus log of the mean: D* at the top mass p."""
    if p == 1:
        return mpf(0)
    a = 1 - p
    mass = 1 - a ** n
    # log((1 - a^n)/p) less the entropy of the density within the top: D* = formula - gamma/(1 - a^n).
    inside = quad(lambda u: n * u ** (n - 1) * log(n * u ** (n - 1) * p / mass), [a, (a + 1) / 2, 1]) / mass
    return formula(n) - inside


def plain(n, p, F):
    t = p / F
    return (n - 1) * log(F) + log((1 - (1 - t) ** n) / t)


def at_best(candidates, n):
    """Candidates are (level, log-probability, count)."""
    samples = [(level, lp) for level, lp, count in candidates for _ in range(count)]
    m = len(samples)
    total = [mpf(0)] * 3
    choices = 0
    for chosen in itertools.combinations(range(m), n):
        top = max(samples[i][0] for i in chosen)
        ties = [i for i in chosen if samples[i][0] == top]
        for i in ties:
            p = exp(mpf(samples[i][1]))
            others = [j for j in range(m) if j != i and samples[j][0] <= top]
            F = max(mpf(len(others)) / (m - 1) if m > 1 else mpf(1), p)
            values = (formula(n) - better(n, p), better(n, min(mpf(1), p / F)), plain(n, p, F))
            total = [a + v / len(ties) for a, v in zip(total, values)]
        choices += 1
    return [a / choices for a in total]


def phi(p, n):
    """An upper bound of the local gap: gamma for n >= 3, (log 2 - 1/2) p^2 for n = 2."""
    if n == 2:
        return (log(2) - mpf(1) / 2) * p ** 2
    a = 1 - p
    mass = 1 - a ** n
    return quad(lambda u: n * u ** (n - 1) * log(n * u ** (n - 1) * p / mass), [a, (a + 1) / 2, 1])


def constant(m, n, scale):
    cost = [mpf(0), mpf(0)] + [scale * phi(mpf(k) / m, n) for k in range(2, m + 1)]

    def quotient(p):
        loss = -log(sum(binomial(m, k) * p ** k * (1 - p) ** (m - k) * exp(-cost[k]) for k in range(m + 1)))
        return loss / phi(p, n)

    xs = [mpf(10) ** (mpf(-30 + i) / 10) for i in range(31)]
    xs = [x for x in xs if x <= 1]
    values = [quotient(x) for x in xs]
    i = min(range(len(xs)), key=lambda j: values[j])
    low, high = xs[max(0, i - 1)], xs[min(len(xs) - 1, i + 1)]
    best = min(quotient(low + (high - low) * k / 16) for k in range(17))
    return cost, min(best, min(values))


CANDIDATES = [
    ([(0, -1.5, 1), (1, -2.5, 2), (2, -0.9, 1), (3, -4.0, 1)], 2),
    ([(0, -1.0, 3), (1, -3.0, 1), (1, -2.0, 2), (2, -5.0, 1)], 3),
    ([(0, -0.5, 4), (1, -1.2, 2)], 5),
    ([(0, -6.0, 1), (1, -7.0, 1), (2, -5.5, 1), (3, -6.5, 1)], 4),
]


def make():
    means = []
    for candidates, n in CANDIDATES:
        gap, low_variance, by_ratio = at_best(candidates, n)
        cost = sum(count * phi(exp(mpf(lp)), n) / exp(mpf(lp)) for _, lp, count in candidates) / sum(c for _, _, c in candidates)
        means.append({"candidates": candidates, "n": n, "gap": show(gap), "lowVariance": show(low_variance), "plain": show(by_ratio), "cost": show(cost)})
    repeats = []
    for m, n, scale in [(6, 2, 0.25), (8, 4, 0.25), (8, 4, 1), (10, 16, 0.25), (12, 64, 1)]:
        cost, c = constant(m, n, scale)
        repeats.append({"samples": m, "n": n, "scale": scale, "costs": [show(x) for x in cost], "constant": show(c)})
    return {"atBest": means, "repeats": repeats}


made = make()
if "--check" in sys.argv:
    if json.loads(OUT.read_text()) != json.loads(json.dumps(made)):
        sys.exit("candidates.json differs from what this script makes")
    print("candidates.json is reproduced")
else:
    OUT.write_text(json.dumps(made, indent=2) + "\n")
