#!/usr/bin/env python3
"""Golden values for best-of-n policies (formulas: arXiv 2401.01879), written to golden.json.

Nothing here is shared with the TypeScript sources.  Every printed number is computed three times,
and the script stops unless the printed digits agree:
  A   direct sums; the PMF from exact integers (c_l^n - c_{l-1}^n) / T^n when these are small
      enough, else as exp(n log F_l) * (-expm1(-n log(c_l / c_{l-1}))); at DIGITS digits;
  A2  the same at twice the digits;
  B   KL and the estimator through the local gaps g(a, b), the win rate by the trapezoid identity,
      powers of rounded quotients throughout; at DIGITS digits.
Where K^n is small, PMF and win rate are also compared with exact rationals from an enumeration of
all K^n draws.  c_l: cumulative level weights, T: total weight, F_l = c_l / T.
"""
import decimal, fractions, itertools, json, math, mpmath, pathlib, platform
from mpmath import mp, mpf, log, exp, expm1
DIGITS, EXACT_BITS, MAX_DRAWS = 500, 200_000, 5_000
mp.dps = DIGITS
CTX = decimal.Context(prec=150, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)

def show(x, digits):
    """Decimal string of exactly `digits` significant digits ("0" for an exact zero)."""
    d = CTX.create_decimal(mpmath.nstr(x, 120, strip_zeros=False))
    return str(CTX.create_decimal(f"{d:.{digits - 1}e}")).replace("E", "e") if x else "0"

def level_data(w, ranks):
    """Distinct ranks, level weights (lowest level first) and their cumulative sums from 0."""
    names = sorted(set(ranks))
    lw = [sum(x for x, r in zip(w, ranks) if r == s) for s in names]
    return names, lw, [0, *itertools.accumulate(lw)]

def route_a(w, ranks, n):
    T, (names, lw, c) = sum(w), level_data(w, ranks)
    exact, one = n * math.log2(T) < EXACT_BITS, len(lw) == 1

    def diff(lo, hi):
        """(hi^n - lo^n) / T^n for integers 0 <= lo < hi <= T, without cancellation."""
        if exact:
            return mpf(hi**n - lo**n) / mpf(T**n)
        top = exp(n * log(mpf(hi) / T))
        return top if lo == 0 else top * -expm1(-n * log(mpf(hi) / lo))

    def estimator(x):
        """Dhat_n(x / T); exactly 0 at n = 1 and at mass 1."""
        if n == 1 or x == T:
            return mpf(0)
        qn, rest = diff(0, T - x), diff(T - x, T)
        return qn * (log(n) + (n - 1) * log(mpf(T - x) / T) - mpf(n - 1) / n) + rest * log(rest * T / x)

    pl = [diff(a, b) for a, b in zip(c, c[1:])]
    pi = [mpf(x) / lw[names.index(r)] * pl[names.index(r)] for x, r in zip(w, ranks)]
    formula = mpf(0) if n == 1 else log(n) - mpf(n - 1) / n
    kl = mpf(0) if n == 1 or one else mp.fsum(q * log(q * T / x) for q, x in zip(pl, lw))
    return {"kl": kl, "formula": formula, "gap": formula - kl,
            "winRate": mp.fsum(q * (a + b) for q, a, b in zip(pl, c, c[1:])) / (2 * T),
            "winRateBound": mpf(n) / (n + 1),
            "estimatorMean": mp.fsum(q * estimator(x) for q, x in zip(pi, w)),
            "estimatorBest": estimator(lw[-1]),
            "renyi2": mpf(0) if one else -log(mpf(sum(x**2 for x in lw)) / T**2),
            "renyi3": mpf(0) if one else -log(mpf(sum(x**3 for x in lw)) / T**3) / 2, "pmf": pi}

def route_b(w, ranks, n):
    T, (names, lw, c) = sum(w), level_data(w, ranks)
    full, F = log(n) + mpf(1) / n - 1, [mpf(x) / T for x in c]
    steps = dict(zip(names, zip(F, F[1:])))         # rank of the level -> (F_{l-1}, F_l)
    phi = lambda u: u**n * (full + (n - 1) * log(u)) if u else mpf(0)
    def g(a, b):                                    # local gap of the interval [a, b]
        return phi(b) - phi(a) - (b**n - a**n) * log((b**n - a**n) / (b - a))
    dhat = lambda x: full - g(mpf(T - x) / T, mpf(1))
    ratio = {s: (b**n - a**n) / (b - a) for s, (a, b) in steps.items()}
    pi = [mpf(x) / T * ratio[r] for x, r in zip(w, ranks)]
    gap = mp.fsum(g(a, b) for a, b in steps.values())
    return {"kl": full - gap, "formula": full, "gap": gap,
            "winRate": 1 - mp.fsum((b - a) * (a**n + b**n) for a, b in steps.values()) / 2,
            "winRateBound": 1 - mpf(1) / (n + 1),
            "estimatorMean": mp.fsum(q * dhat(x) for q, x in zip(pi, w)), "estimatorBest": dhat(lw[-1]),
            "renyi2": -log(mp.fsum((b - a)**2 for a, b in steps.values())),
            "renyi3": -log(mp.fsum((b - a)**3 for a, b in steps.values())) / 2, "pmf": pi}

def check_by_enumeration(w, ranks, n, got):
    """Uniform pick among the drawn samples of maximal rank; ties with the reference count 1/2."""
    T, pmf = sum(w), [fractions.Fraction(0)] * len(w)
    for draw in itertools.product(range(len(w)), repeat=n):
        best = [i for i in draw if ranks[i] == max(ranks[j] for j in draw)]
        for i in best:
            pmf[i] += fractions.Fraction(math.prod(w[j] for j in draw), T**n * len(best))
    win = sum(p * fractions.Fraction(x * (1 + (s > r) - (s < r)), 2 * T)
              for p, s in zip(pmf, ranks) for x, r in zip(w, ranks))
    for exact, x in [*zip(pmf, got["pmf"]), (win, got["winRate"])]:
        assert abs(mpf(exact.numerator) / exact.denominator / x - 1) < mpf(10)**(30 - DIGITS)

def render(values):
    return {k: [show(x, 40) for x in v] if k == "pmf" else show(v, 60) for k, v in values.items()}

def make_case(name, w, n, ranks=None):
    ranks = ranks or list(range(len(w)))
    assert len(w) == len(ranks) and ranks == sorted(ranks)
    with mp.workdps(2 * DIGITS):
        again = render(route_a(w, ranks, n))
    a, b = route_a(w, ranks, n), route_b(w, ranks, n)
    for k in a:                                     # exact zeros: B may leave rounding noise there
        if a[k] == 0:
            assert abs(b[k]) < mpf(10)**(30 - DIGITS), (name, k)
            b[k] = a[k]
    out = render(a)
    assert out == again and out == render(b), name
    assert a["kl"] >= 0 and a["gap"] >= 0 and a["winRate"] <= a["winRateBound"], name
    if n * math.log(len(w)) <= math.log(MAX_DRAWS):
        check_by_enumeration(w, ranks, n, a)
    out = {k: v for k, v in out.items() if k != "pmf" or len(w) <= 10}
    return {"name": name, "weights": [str(x) for x in w], "ranks": ranks, "n": n, **out}

def lcg(s, bound, k):
    """k pseudo-random integers in 1..bound, from a 64-bit linear congruential generator."""
    out = [s := (6364136223846793005 * s + 1442695040888963407) % 2**64 for _ in range(2 * k)]
    return [(a * 2**64 + b) // 2**20 % bound + 1 for a, b in zip(out[::2], out[1::2])]

def case_list():
    yield from ((f"one outcome n={n}", [7], n) for n in (1, 2, 10))
    yield from ((f"uniform K={k} n={n}", [1] * k, n) for k in (2, 3, 4, 10, 50) for n in (1, 2, 3, 5, 16, 100, 1000))
    yield "weights 2,1,1,1 n=2", [2, 1, 1, 1], 2
    for word, step, k, n in (("ascending", 1, 10, 4), ("descending", -1, 10, 4), ("ascending", 1, 20, 16), ("descending", -1, 20, 16)):
        yield f"geometric {word} K={k} n={n}", [2**i for i in range(k)][::step], n
    for place, i, n in (("bottom", 0, 3), ("middle", 5, 3), ("top", 9, 3), ("bottom", 0, 1000)):
        yield f"huge 10^30 at {place} n={n}", [10**30 if j == i else j + 1 for j in range(10)], n
    for e, n in ((12, 2), (12, 1000), (30, 2), (30, 10**6)):
        yield f"tiny top, 1 against 10^{e} n={n}", [10**e, 1], n
    for k, n in ((3, 2), (5, 50), (8, 1000)):
        yield f"denominator about 10^30 K={k} n={n}", lcg(k, 10**30, k), n
    for w, n in itertools.product(([1, 1], [3, 1, 2]), (10**6, 10**9)):
        yield f"large n={n} weights {','.join(map(str, w))}", w, n
    for d, n in ((10**4, 10**3), (10**4, 10**4), (10**4, 10**5), (10**6, 10**6), (10**9, 10**9)):
        yield f"rare best 1/{d} n={n}", [d // 2, 3 * d // 10, d // 5 - 1, 1], n
    for pattern, w, ranks, n in (
            ("all", [1, 2, 3], [0, 0, 0], 5), ("all", [1, 1], [4, 4], 1), ("top", [1, 1, 1, 1], [0, 1, 2, 2], 3),
            ("top", [5, 3, 2, 1, 1], [0, 1, 2, 2, 2], 100), ("bottom", [1, 2, 3, 4], [0, 0, 0, 1], 4),
            ("bottom", [10**12, 10**12, 1], [0, 0, 1], 1000), ("mixed", [3, 1, 4, 1, 5, 9], [0, 0, 1, 2, 2, 3], 4),
            ("mixed", lcg(99, 10**20, 9), [0, 1, 1, 1, 2, 5, 5, 9, 9], 20), ("pairs", [1] * 20, [i // 2 for i in range(20)], 16)):
        yield f"ties {pattern} K={len(w)} n={n}", w, n, ranks
    for seed, k, n in ((1, 2, 7), (2, 3, 4), (3, 5, 3), (4, 7, 33), (5, 12, 250), (6, 30, 12)):
        yield f"random small K={k} n={n}", lcg(seed, 20, k), n

if __name__ == "__main__":
    cases = [make_case(*c) for c in case_list()]
    assert len({c["name"] for c in cases}) == len(cases)
    note = ("Logs are natural. Strings: 60 significant digits (pmf: 40), rounded to nearest; exact zeros are \"0\"; exponents can be far "
            "below the range of doubles. Equal ranks form a level; ties are broken at random with multiplicity.")
    made = f"mpmath {mpmath.__version__}, Python {platform.python_version()}, {DIGITS} decimal digits"
    text = json.dumps({"made_with": made, "note": note, "cases": cases}, indent=1)
    pathlib.Path(__file__).with_name("golden.json").write_text(text + "\n")
    print(len(cases), "cases;", made)
