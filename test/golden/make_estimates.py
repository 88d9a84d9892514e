#!/usr/bin/env python3
"""Golden values for statistical estimators of best-of-n, written to estimates.json.

  python3 make_estimates.py            remake estimates.json
  python3 make_estimates.py --check    recompute, compare with the committed file
  python3 make_estimates.py --bounds   test the tie weights as bounds of the gap (writes nothing)

Nothing here is shared with the TypeScript sources.  Every value is computed in at least two ways, and the
script stops unless they agree in all printed digits (A is printed; C is added only where it is small):
  tieWeights       A exact harmonic sums                B digamma
  meanOverTies     A exact integer binomials            B log-gamma                        C all subsets
  winRate          A through the fresh sample's level   B through ties in n+1 draws        C all choices
  bestReward       A exact, each sample left out        B leave-one-out by E(max | j in)   C all subsets
  population       A exact integers                     B level by level, by homogeneity   C all draws
  paperEstimator   A closed form                        B quadrature of f log(f / mean f)
  betting, blocks  A products, bisection in mu          B log-space, Anderson-Bjorck in -log(1 - mu)
Natural logs.  H_k = 1 + ... + 1/k, D(n) = log n - (n-1)/n, e_n = H_n - D(n).  Every number that the JSON
gives as input stands for the IEEE double nearest to it, and that double is used exactly.
"""
import decimal, functools, itertools, json, math, mpmath, pathlib, platform, random, sys
from fractions import Fraction as Fr
from mpmath import mp, mpf, log, exp
DIGITS, BRUTE, SHOWN, SHOWN_BOUND = 150, 20_000, 20, 12
mp.dps = DIGITS
CTX = decimal.Context(prec=60, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
OUT = pathlib.Path(__file__).with_name("estimates.json")

def to_mpf(x):
    return mpf(x.numerator) / mpf(x.denominator) if isinstance(x, Fr) else mpf(x)

def show(x, digits=SHOWN):
    """Decimal string of `digits` significant digits; exact 0 and exact 1 are "0" and "1"; None stays None."""
    if x is None or x == 0 or x == 1:
        return x if x is None else str(int(x))
    d = CTX.create_decimal(mpmath.nstr(to_mpf(x), 50, strip_zeros=False))
    return str(CTX.create_decimal(f"{d:.{digits - 1}e}")).replace("E", "e")

def agree(name, *values, digits=40):
    """Stops unless all values are equal to `digits` relative digits (below 10^-digits: absolute); returns the first."""
    a = values[0]
    for b in values[1:]:
        if (a is None) != (b is None) or a is not None and not (
                abs(to_mpf(a) - to_mpf(b)) <= mpf(10)**-digits * (abs(to_mpf(a)) or 1)):
            sys.exit(f"{name}: the ways differ: {[show(v, 40) for v in values]}")
    return a

# ---- 1. tie weights -------------------------------------------------------------------------------------

def D(n):
    return log(n) - mpf(n - 1) / n

def weights(n):
    """(upper, lower), each a list indexed by k = 0..n, at the current precision."""
    return weights_at(n, mp.prec)[:2]

@functools.lru_cache(None)
def weights_at(n, prec):
    h, x = [mpf(0)], Fr(0)
    if n <= 300:
        for k in range(1, n + 1):
            x += Fr(1, k)
            h.append(to_mpf(x))
    else:                                           # integers over a power of two
        s = 0
        for k in range(1, n + 1):
            s += (1 << prec + 99) // k
            h.append(mpf(s) / mpf(2)**(prec + 99))
    e = h[n] - D(n) if n > 1 else mpf(1)
    upper = [mpf(0)] + [max(mpf(0), h[k] - e) for k in range(1, n + 1)]
    lower = [mpf(0) if k < 5 else h[k] - e for k in range(n + 1)]
    if n == 3:
        lower[3] = D(3)
    if n >= 4:
        lower[3] = min(h[3] - e, mpf(n - 1) / (4 * (n - 2)))
        lower[4] = (h[4] - e) - max(mpf(0), (h[3] - e - lower[3]) - mpf(1) / (4 * (n - 2)))
    return upper, lower, [x - e for x in h]

def weights_b(n, k):
    """The same at one k, by differences of the digamma function."""
    ex = lambda j: mp.digamma(j + 1) - mp.digamma(n + 1) + log(n) - 1 + mpf(1) / n
    up = 0 if k == 0 or n == 1 else max(mpf(0), ex(k))
    if k < 3 or n < 3:
        return up, mpf(0)
    if k > 4 or n == 3:
        return up, ex(k)
    slope = mpf(1) / (4 * (n - 2))
    l3 = min(ex(3), slope * (n - 1))
    return up, l3 if k == 3 else min(ex(4), ex(4) - ex(3) + l3 + slope)

def tie_weight_case(n):
    ks = range(1, n + 1) if n <= 16 else sorted({1, 2, 3, 4, 5, 6, 7, 8, 16, 37, n // 2, n - 1, n})
    up, lo = weights(n)
    for k in ks:
        u, l = weights_b(n, k)
        agree(f"upper {n} {k}", up[k], u), agree(f"lower {n} {k}", lo[k], l)
    return {"n": n, "formula": show(D(n)) if n > 1 else "0", "k": list(ks),
            "upper": [show(up[k]) for k in ks], "lower": [show(lo[k]) for k in ks]}

# ---- samples on levels ----------------------------------------------------------------------------------

def row(c, n):
    """[C(c, 0), ..., C(c, n)]"""
    out = [1]
    for k in range(n):
        out.append(out[-1] * (c - k) // (k + 1))
    return out

def cumulative(counts):
    return [0, *itertools.accumulate(counts)]

def samples(counts):
    return [i for i, c in enumerate(counts) for _ in range(c)]

def tie_counts(counts, n):
    """N[k]: number of n-subsets with k samples on their highest level."""
    N = [0] * (n + 1)
    for c, below in zip(counts, cumulative(counts)):
        top, rest = row(c, min(c, n)), row(below, n)
        for k in range(1, min(c, n) + 1):
            N[k] += top[k] * rest[n - k]
    assert sum(N) == math.comb(sum(counts), n)
    return N

def mean_over_ties(counts, n, name):
    m, hs = sum(counts), weights(n)
    total = math.comb(m, n)
    N = tie_counts(counts, n)
    a = [mp.fsum(mpf(x) * w for x, w in zip(N, h)) / mpf(total) for h in hs]
    with mp.workdps(80):
        lg = functools.lru_cache(None)(lambda x: mp.loggamma(x + 1))
        lb = lambda c, k: lg(c) - lg(k) - lg(c - k)
        b = [mpf(0), mpf(0)]
        for c, below in zip(counts, cumulative(counts)):
            for k in range(max(1, n - below), min(c, n) + 1):
                if hs[0][k] or hs[1][k]:
                    p = exp(lb(c, k) + lb(below, n - k) - lb(m, n))
                    b = [x + p * h[k] for x, h in zip(b, hs)]
    ways = [[*pair] for pair in zip(a, b)]
    if total <= BRUTE:
        c = [mpf(0), mpf(0)]
        for sub in itertools.combinations(samples(counts), n):
            k = sub.count(max(sub))
            c = [x + h[k] for x, h in zip(c, hs)]
        ways = [[*w, x / total] for w, x in zip(ways, c)]
    return {"upper": show(agree(name, *ways[0])), "lower": show(agree(name, *ways[1]))}

def win_rate(counts, n, name):
    m, F = sum(counts), cumulative(counts)
    if m == n:
        return {"winRate": None}
    all_ = math.comb(m - 1, n)                      # the fresh sample is on a given level with c / m
    a = sum(Fr(c, m) * (1 - Fr(math.comb(lo, n) + math.comb(lo + c - 1, n), 2 * all_)) for c, lo in zip(counts, F))
    N = tie_counts(counts, n + 1)                   # the fresh sample is any of the n + 1
    total = math.comb(m, n + 1)
    b = 1 - Fr(sum(k * x for k, x in enumerate(N)) + N[1], 2 * (n + 1) * total)
    ways = [a, b]
    if m * all_ <= 4 * BRUTE:
        s, double = samples(counts), 0
        for i, fresh in enumerate(s):
            for rest in itertools.combinations(s[:i] + s[i + 1:], n):
                double += 1 + (max(rest) > fresh) - (max(rest) < fresh)
        ways.append(Fr(double, 2 * m * all_))
    assert len(set(ways)) == 1, (name, ways)
    return {"winRate": show(a)}

def best_reward(counts, rewards, n, name):
    r, m, F = [Fr(x) for x in rewards], sum(counts), cumulative(counts)
    def mean(cs):
        f = [math.comb(x, n) for x in cumulative(cs)]
        return sum(x * (hi - lo) for x, lo, hi in zip(r, f, f[1:])) / f[-1]
    U = mean(counts)
    loo_a = loo_b = None
    if m > n:
        loo_a = [mean([c - (i == j) for j, c in enumerate(counts)]) for i in range(len(counts))]
        g, loo_b = [math.comb(hi - 1, n - 1) for hi in F[1:]], []
        for i in range(len(counts)):                # maximum given that a sample of level i is chosen
            inside = (r[i] * g[i] + sum(r[l] * (g[l] - g[l - 1]) for l in range(i + 1, len(r)))) / g[-1]
            loo_b.append((m * U - n * inside) / (m - n))
        assert loo_a == loo_b, name
        assert sum(c * x for c, x in zip(counts, loo_a)) == m * U, name
    if math.comb(m, n) <= BRUTE:
        s = samples(counts)
        brute = lambda t: Fr(sum(r[max(sub)] for sub in itertools.combinations(t, n))) / math.comb(len(t), n)
        assert brute(s) == U, name
        assert m == n or [brute(s[:i] + s[i + 1:]) for i in range(m)] == [loo_a[l] for l in s], name
    se = None if m == n else mp.sqrt(to_mpf(Fr(m - 1, m) * sum(c * (x - U)**2 for c, x in zip(counts, loo_a))))
    return {"bestReward": show(U), "standardError": show(se)}

# ---- 5. population --------------------------------------------------------------------------------------

def gamma(n, p, q):
    """Gap of one level of mass p above a continuum of mass q = 1 - p."""
    if n == 1:
        return mpf(0)
    qn = q**n
    return (1 - qn) * (D(n) + log(p / (1 - qn))) - ((n - 1) * qn * log(q) if q else 0)

def truth(w, n):
    """Gap, mean of the upper and of the lower weights, win rate: from integers over T^n."""
    T, c = sum(w), cumulative(w)
    pw, Tn = [x**n for x in c], mpf(T**n)
    N = [0] * (n + 1)
    for x, below in zip(w, c):
        b = row(n, n)
        pa, pb = [1], [1]
        for _ in range(n):
            pa.append(pa[-1] * x), pb.append(pb[-1] * below)
        for k in range(1, n + 1):
            N[k] += b[k] * pa[k] * pb[n - k]
    assert sum(N) == T**n
    pi = [mpf(hi - lo) / Tn for lo, hi in zip(pw, pw[1:])]
    kl = mp.fsum(q * log(q * T / x) for q, x in zip(pi, w)) if n > 1 and len(w) > 1 else mpf(0)
    up, lo = (mp.fsum(mpf(x) * y for x, y in zip(N, h)) / Tn for h in weights(n))
    win = Fr(sum((pw[i + 1] - pw[i]) * (c[i] + c[i + 1]) for i in range(len(w))), 2 * T**(n + 1))
    return {"gap": D(n) - kl if n > 1 else mpf(0), "upper": up, "lower": lo, "winRate": win}

def truth_b(w, n):
    T, c = sum(w), cumulative(w)
    gap, up, lo, lose = mpf(0), mpf(0), mpf(0), mpf(0)
    for x, a, b in zip(w, c, c[1:]):
        p, q, top = mpf(x) / b, mpf(a) / b, (mpf(b) / T)**n
        gap += top * gamma(n, p, q)
        k, term = n, p**n                           # binomial probabilities from k = n downwards
        while k >= 1 and term:
            up, lo = up + top * term * weights(n)[0][k], lo + top * term * weights(n)[1][k]
            term, k = term * k / (n - k + 1) * q / p, k - 1
        lose += mpf(x) / T * top * (1 + q**n)
    return {"gap": gap, "upper": up, "lower": lo, "winRate": 1 - lose / 2}

def truth_brute(w, n):
    T, pi, mean, double = sum(w), [0] * len(w), [mpf(0), mpf(0)], 0
    for draw in itertools.product(range(len(w)), repeat=n):
        top, x = max(draw), math.prod(w[i] for i in draw)
        pi[top] += x
        mean = [s + x * h[draw.count(top)] for s, h in zip(mean, weights(n))]
        double += x * sum(v * (1 + (top > i) - (top < i)) for i, v in enumerate(w))
    kl = mp.fsum(mpf(x) / T**n * log(Fr(x, T**n) / Fr(v, T)) if x else 0 for x, v in zip(pi, w))
    return {"gap": log(n) - 1 + mpf(1) / n - kl, "upper": mean[0] / T**n, "lower": mean[1] / T**n,
            "winRate": Fr(double, 2 * T**(n + 1))}

def population_case(name, w, n):
    ways = [truth(w, n), truth_b(w, n)]
    if len(w)**n <= BRUTE:
        ways.append(truth_brute(w, n))
    out = {k: show(agree(f"{name} {k}", *(x[k] for x in ways))) for k in ways[0]}
    assert ways[0]["lower"] <= ways[0]["gap"] + mpf(10)**-60 and ways[0]["gap"] <= ways[0]["upper"] + mpf(10)**-60, name
    return {"name": name, "weights": [str(x) for x in w], "n": n, **out}

# ---- 6. paper's estimator -------------------------------------------------------------------------------

def paper_case(n, p):
    P = Fr(p)
    x, q = to_mpf(P), to_mpf(1 - P)
    some = 1 - q**n
    g = gamma(n, x, q)
    hat, star = (D(n) - g, D(n) - g / some) if n > 1 and p != 1 else (mpf(0), mpf(0))
    with mp.workdps(110):                           # gamma = integral over [q, 1] of f log(f / mean f), f = n t^(n-1)
        f = lambda t: n * t**(n - 1) * log(n * t**(n - 1) * x / some) if t else mpf(0)
        cuts = [q, *(c for c in (mpf(10)**-k for k in range(12, 0, -1)) if c > 2 * q), mpf(1)]
        b = mp.quad(f, cuts) if n > 1 else mpf(0)
        name = f"paper {n} {p}"
        agree(name, g, b), agree(name, hat, D(n) - b if n > 1 else b), agree(name, star, D(n) - b / some if n > 1 else b)
    return {"n": n, "p": p, "gamma": show(g), "estimator": show(hat), "starEstimator": show(star)}

# ---- 7, 8. bounds by betting ----------------------------------------------------------------------------

def grid(first, ratio, a, N):
    """first, then divided by ratio as long as the result is at least 2 sqrt(2 log(1/a) / N)."""
    out, limit = [first], 2 * mp.sqrt(2 * log(1 / a) / N)
    while out[-1] / ratio >= limit:
        out.append(out[-1] / ratio)
    return out

def stakes_of(a, J):
    """2 sqrt(2 log(1/a) / J), doubled as long as the result is at most 40."""
    out = [2 * mp.sqrt(2 * log(1 / a) / J)]
    while 2 * out[-1] <= 40:
        out.append(2 * out[-1])
    return out

def grid_b(first, ratio, a, N):
    steps = log(mpf(first)**2 * N / (8 * -log(a))) / (2 * log(ratio))
    assert abs(steps - mp.nint(steps)) > mpf(10)**-20
    return [first * ratio**-k for k in range(max(0, int(mp.floor(steps))) + 1)]

def bound(values, alpha, blocks=None):
    """Smallest mu with evidence >= 1/a; exact 1 if there is none below 1."""
    J, exact = len(values), [Fr(v) for v in values]
    with mp.workdps(40):
        a, xs = mpf(alpha), [to_mpf(v) for v in exact]
        stakes = stakes_of(a, J)
        S = mp.fsum(xs)
        exps = grid(mpf(24), 2, a, J * blocks) if blocks else []
        def enough(mu):
            w = mp.fsum(mp.fprod(1 + min(t, 1 / (1 - mu)) * (mu - x) for x in xs) for t in stakes) / len(stakes)
            if blocks:
                w = (w + mp.fsum(exp(-s * blocks * S) / (1 - mu * (1 - exp(-s)))**(J * blocks) for s in exps) / len(exps)) / 2
            return w >= 1 / a
        lo, hi = mpf(0), mpf(1)
        for _ in range(75):
            mid = (lo + hi) / 2
            lo, hi = (lo, mid) if enough(mid) else (mid, hi)
        first = hi
    with mp.workdps(50):                            # B: mu = 1 - exp(-t), equal values grouped, logs throughout
        L, groups = -log(mpf(alpha)), [(to_mpf(x), exact.count(x)) for x in set(exact)]
        steps = int(mp.floor(log(mpf(40)**2 * J / (8 * L), 2) / 2))
        stakes_b = [mp.sqrt(8 * L / J) * 2**k for k in range(max(0, steps) + 1)]
        exps_b = grid_b(mpf(24), mpf(2), mpf(alpha), J * blocks) if blocks else []
        assert len(stakes) == len(stakes_b) and len(exps) == len(exps_b)
        def log_evidence(t):
            v, logs = exp(-t), []                   # factor: 1 + s (1 - v - x), or (1 - x) / v where s v >= 1
            for s in stakes_b:
                low = s * v >= 1
                parts = [((1 - x) if low else 1 + s * (1 - v - x), c) for x, c in groups]
                if all(y > 0 for y, _ in parts):
                    logs.append(mp.fsum(c * log(y) for y, c in parts) + (J * t if low else 0) - log(len(stakes_b)) - (log(2) if blocks else 0))
            for s in exps_b:                        # 1 - mu (1 - e^-s) = v + (1 - v) e^-s
                logs.append(-blocks * (s * sum(x * c for x, c in groups) + J * log(v + (1 - v) * exp(-s))) - log(2 * len(exps_b)))
            return max(logs) + log(mp.fsum(exp(y - max(logs)) for y in logs)) if logs else -mp.inf
        lo, hi = mpf(0), mpf(1000)
        if log_evidence(hi) < L:
            second, near = mpf(1), mpf(0)
        else:
            for _ in range(24):                     # until both ends are finite and close
                mid = (lo + hi) / 2
                lo, hi = (lo, mid) if log_evidence(mid) >= L else (mid, hi)
            t = mp.findroot(lambda x: log_evidence(x) - L, (lo, hi), solver="anderson", tol=mpf(10)**-50, maxsteps=200)
            second, near = -mp.expm1(-t), exp(-t)
        agree(f"bound {values[:6]} J={J} a={alpha} B={blocks}", first, second, digits=17)
    # A mu that only rounds to 1 prints as 1.000..., the absence of any mu < 1 as "1"
    return "1" if near == 0 else show(second, SHOWN_BOUND) if near > mpf(10)**-40 else "1." + "0" * (SHOWN_BOUND - 1), len(stakes), len(exps)

# ---- cases ----------------------------------------------------------------------------------------------

def sample_cases():
    """name, counts (worst to best), rewards, n"""
    idx = lambda k: list(range(k))
    yield "one sample", [1], [2.5], 1
    yield "all on one level n=4", [7], [-3], 4
    yield "all on one level m=n=5", [5], [0.75], 5
    yield "one level 10^5 n=1000", [10**5], [1], 1000
    yield "distinct m=10 n=1", [1] * 10, [x * x for x in range(10)], 1
    yield "distinct m=2 n=1", [1, 1], [0, 1], 1
    yield "distinct m=n=4", [1] * 4, [-1.5, 0, 0.25, 8], 4
    yield "distinct m=8 n=3", [1] * 8, idx(8), 3
    yield "distinct m=n+1=8", [1] * 8, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], 7
    yield "distinct m=65 n=64", [1] * 65, idx(65), 64
    yield "distinct m=200 n=16", [1] * 200, [x * (x + 1) / 8 for x in range(200)], 16
    yield "small n=2", [3, 2, 1], [0, 0.5, 1], 2
    yield "small n=3", [1, 2, 3], [-2, -1, 5], 3
    yield "m=n+1=8 ties", [2, 2, 2, 2], [0, 1, 2, 3], 7
    yield "m=n=8 ties", [2, 2, 2, 2], [0, 1, 2, 3], 8
    yield "m=17 n=16 ties", [3, 1, 5, 2, 6], [0, 1, 4, 9, 16], 16
    yield "two ends n=4", [5, 1, 1, 5], [-1, 0, 1, 100], 4
    yield "m=257 n=256", [200, 50, 7], [0, 1, 2], 256
    yield "m=1000 heavy n=16", [400, 300, 200, 90, 10], [0, 0.25, 0.5, 0.75, 1], 16
    yield "m=1000 heavy n=256", [400, 300, 200, 90, 10], [0, 0.25, 0.5, 0.75, 1], 256
    yield "m=1000 middle n=3", [1, 998, 1], [-1000, 0, 1000], 3
    yield "m=1000 rare best n=64", [999, 1], [0, 1], 64
    yield "m=1000 rare worst n=7", [1, 999], [0, 1], 7
    yield "m=1000 ten levels n=64", [100] * 10, idx(10), 64
    yield "m=n=1000", [500, 300, 200], [1, 2, 3], 1000
    yield "10^5 five levels n=1000", [50000, 30000, 19000, 990, 10], [0, 1, 2, 3, 4], 1000
    yield "200001 n=256", [100000, 100000, 1], [0, 1, 1048576], 256
    yield "10^5 rare best n=8", [99990, 10], [0.3, 0.7], 8

def population_cases():
    yield "one level n=1", [3], 1
    yield "one level n=16", [3], 16
    yield "halves n=2", [1, 1], 2
    yield "halves n=3", [1, 1], 3
    yield "weights 5,4,3,2,1 n=1", [5, 4, 3, 2, 1], 1
    yield "weights 3,1,2 n=4", [3, 1, 2], 4
    yield "weights 1,2,3,4 n=7", [1, 2, 3, 4], 7
    yield "weights 9,1 n=8", [9, 1], 8
    yield "uniform 10 n=16", [1] * 10, 16
    yield "uniform 100 n=8", [1] * 100, 8
    yield "uniform 100 n=256", [1] * 100, 256
    yield "uniform 1000 n=7", [1] * 1000, 7
    yield "geometric ascending n=64", [2**i for i in range(20)], 64
    yield "geometric descending n=64", [2**i for i in range(20)][::-1], 64
    yield "rare best 10^-12 n=64", [10**12 - 1, 1], 64
    yield "rare worst 10^-12 n=5", [1, 10**12 - 1], 5
    yield "rare best 1/1000 n=1000", [600, 300, 99, 1], 1000
    yield "dominant middle n=13", [1, 10**6, 1], 13
    yield "dominant middle n=14", [1, 10**6, 1], 14
    yield "primes n=256", [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37], 256
    yield "three levels n=6", [50, 30, 20], 6

def paper_cases():
    yield from itertools.product((1, 2, 3, 16, 256), (1, 1e-12, 0.5, 1 - 1e-9))
    yield from ((4, 0.3), (7, 0.01), (8, 0.9), (64, 0.015625), (256, 0.001), (1000, 0.999))

def rule(kind, J):
    """Fixed lists: multiples of the golden ratio modulo 1 (five digits of it), shaped, six decimals."""
    u = [(j * 61803) % 100000 / 100000 for j in range(1, J + 1)]
    return {"spread": [round(x, 6) for x in u], "cubes": [round(x**3, 6) for x in u],
            "high": [round(1 - x**3, 6) for x in u], "low": [round(x / 50, 6) for x in u],
            "binary": [int(x > 0.8) for x in u], "half zero": [round(max(0, 2 * x - 1), 6) for x in u]}[kind]

LISTS = {"zero 1": [0], "one 1": [1], "half 1": [0.5], "near one 1": [0.999999], "zeros 2": [0, 0], "ends 2": [0, 1],
         "mixed 2": [0.1, 0.3], "zeros 5": [0] * 5, "ones 5": [1] * 5, "steps 5": [0, 0.25, 0.5, 0.75, 1],
         "mixed 5": [0.02, 0.4, 0.15, 0.333333, 0.08], "zeros 164": [0] * 164, "ones 164": [1] * 164,
         "halves 164": [0.5] * 164, "ones but one 164": [1] * 163 + [0],
         **{f"{k} 164": rule(k, 164) for k in ("spread", "cubes", "high", "low", "binary", "half zero")}}

def betting_cases():
    yield from ((k, 0.025) for k in LISTS)
    yield from (("zero 1", 0.05), ("mixed 5", 0.05), ("cubes 164", 0.05), ("mixed 5", 0.001), ("spread 164", 0.001), ("binary 164", 0.001))

def block_cases():
    yield from (("zero 1", 0.025, 1), ("one 1", 0.025, 50), ("half 1", 0.05, 2), ("near one 1", 0.001, 6), ("ends 2", 0.025, 2),
                ("ends 2", 0.025, 50), ("mixed 2", 0.05, 6), ("mixed 2", 0.001, 1), ("steps 5", 0.025, 1), ("steps 5", 0.025, 50),
                ("zeros 5", 0.025, 6), ("ones 5", 0.05, 6), ("mixed 5", 0.001, 2), ("mixed 5", 0.025, 50), ("zeros 164", 0.025, 50),
                ("ones 164", 0.025, 6), ("halves 164", 0.05, 1), ("ones but one 164", 0.025, 2), ("spread 164", 0.025, 1),
                ("cubes 164", 0.025, 2), ("cubes 164", 0.025, 50), ("low 164", 0.001, 6), ("low 164", 0.05, 50), ("high 164", 0.025, 6),
                ("binary 164", 0.025, 2), ("half zero 164", 0.001, 50))

def bound_case(name, alpha, blocks=None):
    got, stakes, exps = bound(LISTS[name], alpha, blocks)
    return {"name": name, "values": LISTS[name], "alpha": alpha, **({"blocks": blocks} if blocks else {}),
            "stakes": stakes, **({"exponents": exps} if blocks else {}), "upperBound": got}

def build():
    s = list(sample_cases())
    for _, counts, rewards, _ in s:
        assert len(counts) == len(rewards) and rewards == sorted(set(rewards))
    head = lambda c: {"name": c[0], "counts": c[1], "n": c[3]}
    return {"tieWeights": [tie_weight_case(n) for n in (*range(1, 9), 11, 12, 13, 14, 15, 16, 64, 256, 1000, 10000)],
            "meanOverTies": [{**head(c), **mean_over_ties(c[1], c[3], c[0])} for c in s],
            "winRate": [{**head(c), **win_rate(c[1], c[3], c[0])} for c in s],
            "bestReward": [{"name": c[0], "counts": c[1], "rewards": c[2], "n": c[3], **best_reward(c[1], c[2], c[3], c[0])} for c in s],
            "population": [population_case(*c) for c in population_cases()],
            "paperEstimator": [paper_case(*c) for c in paper_cases()],
            "bettingBounds": [bound_case(*c) for c in betting_cases()],
            "blockwiseBounds": [bound_case(*c) for c in block_cases()]}

# ---- do the tie weights bound the gap? ------------------------------------------------------------------

def slack(n, P):
    """(mean of upper - gamma) / q^n, (gamma - mean of lower) / q^n and gamma for one level of mass P above a continuum.
    With weights H_k - e_n at all k >= 1 the mean is D(n) + log p + q^n e_n + sum over j > n of q^j / j, so the
    difference has the factor q^n; what the max and min change is added for the few k concerned."""
    up, lo, plain = weights_at(n, mp.prec)
    p, q, e = to_mpf(P), to_mpf(1 - P), 1 - plain[1]
    qn = q**n
    if q < 0.5:
        tail, term, i = mpf(0), q, 1                # sum over j > n of q^(j - n) / j
        while term > mpf(10)**-mp.dps:
            tail, term, i = tail + term / (n + i), term * q, i + 1
    else:
        tail = (-log(p) - mp.fsum(q**j / j for j in range(1, n + 1))) / qn
    rest = (1 - qn) * mp.log1p(-qn) / qn if qn > mpf(10)**-200 else -1 + qn / 2
    base = D(n) + log(p) + e + tail + rest + (n - 1) * log(q)
    change = lambda h: mp.fsum(math.comb(n, k) * (p / q)**k * (h[k] - plain[k]) for k in range(1, min(n, 6) + 1) if h[k] != plain[k])
    return base + change(up), -base - change(lo), gamma(n, p, q)

def bounds_report(policies=2000):
    """Random policies, then all policies at once: gap and tie means are sums over levels of F_i^n times a function of
    p = w_i / (w_1 + ... + w_i) alone, so the bounds hold for every policy iff they hold for one level above a continuum."""
    rng, best, count, bad = random.Random(20240110), {}, {}, {}
    def note(kind, d, where):
        count[kind], bad[kind] = count.get(kind, 0) + 1, bad.get(kind, 0) + (d < 0)
        if kind not in best or d < best[kind][0]:
            best[kind] = d, where
    with mp.workdps(600):
        for _ in range(policies):
            n, k = rng.choice((2, 3, 4, 5, 6, 7, 8, 10, 13, 16, 24, 32, 64)), rng.randint(2, 12)
            w = [int(10**rng.uniform(0, rng.choice((0.5, 2, 6)))) for _ in range(k)]
            t, mixed = truth(w, n), max(w[i] / sum(w[:i + 1]) for i in range(1, k)) < 0.9
            for kind, d in (("upper", (t["upper"] - t["gap"]) / t["gap"]), ("lower", (t["gap"] - t["lower"]) / t["gap"])):
                note(f"policies, {kind}", d, (n, w))
                if mixed:
                    note(f"policies, {kind}, no level but the lowest above 0.9 of those up to it", d, (n, w))
    print("policies done", flush=True)
    grid = sorted({*(Fr(x, 10**k) for k in range(1, 13) for x in (1, 3)), *(Fr(i, 40) for i in range(1, 40)), *(1 - Fr(1, 10**k) for k in range(2, 13))})
    for n in (*range(2, 33), 40, 64, 100, 256, 1000):
        with mp.workdps(120 if n <= 100 else 420):
            for P in sorted({*grid, *(Fr(x) / (4 * n) for x in (1, 2, 4, 6, 8, 12, 16, 20, 24, 32, 48) if x < 4 * n)}):
                u, l, g = slack(n, P)
                qn = to_mpf(1 - P)**n
                span = "np < 0.1" if n * P < 0.1 else "0.1 <= np <= 10, p <= 0.8" if n * P <= 10 and P <= 0.8 else "other p <= 0.9" if P <= 0.9 else "p > 0.9"
                for kind, d in (("upper", u), ("lower", l)):
                    note(f"one level, {kind}, {span}", d * qn / g, (n, str(P)))
                    if kind == "lower" and n * P < 0.1:
                        note(f"one level, lower, {span}, over p^2" if n > 3 else f"one level, lower, n <= 3, {span}", d * qn / g / (to_mpf(P)**2 if n > 3 else 1), (n, str(P)))
    for kind, (d, where) in best.items():
        print(f"{kind}: {bad[kind]} of {count[kind]} violated, smallest relative distance {mpmath.nstr(d, 6)} at n, policy = {where}")
    with mp.workdps(40):
        ex = lambda k, n: weights_b(n, k)[1]
        h3 = lambda n: mp.digamma(4) - mp.digamma(n + 1) + log(n) - 1 + mpf(1) / n
        print("l(3) = H_3 - e_n at n =", [n for n in range(4, 20001) if h3(n) <= mpf(n - 1) / (4 * (n - 2))],
              "; l(4) < H_4 - e_n from n =", next(n for n in range(4, 99) if ex(4, n) < h3(n) + mpf(1) / 4 - mpf(10)**-30),
              "; u(2) = 0 from n =", next(n for n in range(2, 99) if weights_b(n, 2)[0] == 0))

if __name__ == "__main__":
    if "--bounds" in sys.argv:
        bounds_report()
        sys.exit()
    sections = build()
    if "--check" in sys.argv:
        old = json.loads(OUT.read_text())
        bad = [f"{k}[{i}] {new.get('name', '')}" for k, cases in sections.items() for i, new in enumerate(cases)
               if i >= len(old.get(k, [])) or old[k][i] != new]
        bad += [f"{k}: {len(old[k])} cases" for k in sections if k in old and len(old[k]) != len(sections[k])]
        bad += [f"unknown section {k}" for k in old if k not in sections and k not in ("made_with", "note")]
        sys.exit("differs from estimates.json: " + "; ".join(bad) if bad else print("estimates.json agrees:", {k: len(v) for k, v in sections.items()}))
    note = ("Logs are natural. Levels go from worst to best. Outputs are strings of 20 significant digits (upperBound: 12), rounded to "
            "nearest; exact 0 and 1 are \"0\" and \"1\" (an upperBound \"1\": no mu < 1 has enough evidence; 1.000...: rounded); null: undefined. "
            "JSON numbers stand for the nearest doubles, which are used exactly. stakes, exponents: how many are averaged.")
    made = f"mpmath {mpmath.__version__}, Python {platform.python_version()}"
    body = ",\n".join(f' {json.dumps(k)}: [\n' + ",\n".join("  " + json.dumps(c) for c in v) + "\n ]" for k, v in sections.items())
    OUT.write_text(f'{{\n "made_with": {json.dumps(made)},\n "note": {json.dumps(note)},\n{body}\n}}\n')
    print({k: len(v) for k, v in sections.items()}, OUT.stat().st_size, "bytes")
