"""The statements of truths.txt, written again as Python, next to their names."""

from reals import eq, ge, le, log, lt, sqrt
from restated import C, fr, from_2, from_3, only, tv_bound, win_gap


def cubic(P):
    return fr(P.n * (P.n - 1) ** 2, 24)


def weighted(P):
    return cubic(P) * P.sum(lambda i: P.F[i] ** (P.n - 3) * P.p[i] ** 3)


def ratio_bounds(P):
    return P.all(lambda i: P.F[i] ** (P.n - 1) <= P.pi[i] / P.p[i] <= P.n * P.F[i] ** (P.n - 1))


def renyi_chain(P):
    two = P.renyi(2)
    return le(P.kl, two) and P.sum(lambda i: P.pi[i] ** 2 / P.p[i]) == 1 + P.chi2 and le(two, log(fr(P.n**2, 2 * P.n - 1)))


TRUE = {
    "formula-bound": C(lambda P: le(P.kl, log(fr(P.n)) - fr(P.n - 1, P.n))),
    "strict-bound": C(lambda P: lt(P.kl, P.D), from_2),
    "sharp-cubic": C(lambda P: le(P.gap, cubic(P) * P.S3), from_3),
    "cubic-weighted": C(lambda P: le(P.gap, weighted(P)) and le(weighted(P), cubic(P) * P.S3), from_3),
    "cubic-two": C(lambda P: le(P.gap, (log(fr(2)) - fr(1, 2)) * P.sum(lambda i: P.p[i] ** 3 / P.F[i])), only(2)),
    "sharp-quadratic": C(lambda P: le(P.gap, P.kappa * P.S2), from_2),
    "half-quadratic": C(lambda P: le(P.gap, fr(P.n * (P.n - 1), 2) * P.S2)),
    "theorem-3-4": C(lambda P: le(P.gap, 2 * P.n * (P.n - 1) * P.S2)),
    "top-gap": C(lambda P: ge(P.gap, P.gamma(P.eps))),
    "local-gaps": C(lambda P: eq(P.gap, P.sum(P.gi))),
    "order-free": C(lambda P: le(P.gap, P.sum(lambda i: P.gamma(P.p[i]))), from_3),
    "win-rate": C(lambda P: P.W <= fr(P.n, P.n + 1)),
    "win-rate-cubic": C(lambda P: win_gap(P) <= fr(P.n * (P.n - 1), 12) * P.S3),
    "win-rate-two": C(lambda P: P.W == fr(2, 3) - P.S3 / 6, only(2)),
    "total-variation": C(lambda P: le(P.tv, tv_bound(P.n)), from_2),
    "chi-square": C(lambda P: le(P.chi2, fr((P.n - 1) ** 2, 2 * P.n - 1))),
    "hellinger": C(lambda P: le(P.hell2, 2 - 4 * sqrt(fr(P.n)) / (P.n + 1))),
    "reversed": C(lambda P: le(P.kl_rev, P.n - 1 - log(fr(P.n)))),
    "jeffreys": C(lambda P: le(P.kl + P.kl_rev, fr((P.n - 1) ** 2, P.n))),
    "renyi-two": C(renyi_chain),
    "max-ratio": C(lambda P: le(P.kl, P.dinf) and P.top_ratio <= P.n),
    "better-estimator": C(lambda P: le(P.kl, P.ests_mean) and le(P.ests_mean, P.est_mean) and le(P.est_mean, P.D)),
    "pinsker": C(lambda P: ge(P.kl, 2 * P.tv**2)),
    "kl-below-top": C(lambda P: le(P.kl, -log(P.eps))),
    "monotone": C(lambda P: ge(P.at(P.n + 1).kl, P.kl) and P.at(P.n + 1).W >= P.W),
    "win-rate-concave": C(lambda P: P.at(P.n + 1).W - P.W <= P.W - P.at(P.n - 1).W, from_2),
    "ratio-bounds": C(ratio_bounds),
    "win-rate-sixth": C(lambda P: le(P.W_q - fr(1, 2), sqrt(P.kl_q / 6)), second=True),
    "jensen-entropy": C(lambda P: le(P.Ha(3), P.Ha(2)) and le(P.Ha(2), P.H) and le(P.H, log(fr(P.K)))),
    "second-policy-cost": C(lambda P: ge(P.kl_q, 0) and le(P.kl_q + P.H_q, -log(P.pmin)), second=True),
}
