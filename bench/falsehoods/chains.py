"""The derivations of ../derivations, written again as Python: members, links, the condition on n, and five faults each.

A fault says which text it replaces in the file, and which members (counted from 0) it changes here. Link k joins members k-1
and k. The link that a fault breaks first is worked out, not written down.
"""

from dataclasses import dataclass, field

from reals import NoValue, absolute, log, power, sqrt, total
from restated import fr, from_2, from_3


@dataclass
class Fault:
    kind: str
    old: str
    new: str
    members: dict = field(default_factory=dict)
    draws: object = None


@dataclass
class Chain:
    file: str
    members: list
    links: str
    faults: list
    draws: object = lambda n: n >= 1


def later(P, term):
    """The sum over i = 2..K."""
    return total(term(i) for i in range(2, P.K + 1))


def below_top(P):
    """K >= 2, where items at K - 1 exist."""
    if P.K < 2:
        raise NoValue
    return P.K - 1


def win_terms(P, term):
    return P.sum(lambda i: P.p[i] * term(i))


def cubic(P):
    return fr(P.n * (P.n - 1) ** 2, 24)


def scaled_gap(P, shift=0, power_of=None, t=None):
    n = P.n if power_of is None else power_of
    return P.sum(lambda i: P.F[i - shift] ** n * P.gamma(P.p[i] / P.F[i] if t is None else t(i)))


def ratio_sum(P):
    return P.sum(lambda i: P.pi[i] * log(P.pi[i] / P.p[i]))


def step(P, i):
    """The law of best-of-(n+1)."""
    return P.F[i] ** (P.n + 1) - P.F[i - 1] ** (P.n + 1)


def plus_step(P, i):
    return P.F[i] ** (P.n + 1) + P.F[i - 1] ** (P.n + 1)


def better_mean(P, weight=True, sign=-1, fewer=0):
    def term(i):
        rest = 1 + sign * (1 - P.p[i]) ** (P.n - fewer)
        if rest == 0:
            raise NoValue
        return (P.pi[i] if weight else 1) * P.gamma(P.p[i]) / rest

    return P.D - P.sum(term)


def expanded_top_gap(P, factor):
    q = P.F[P.K - 1]
    if q == 0:
        raise NoValue
    return P.D - q**P.n * (P.D + factor * log(q)) - (1 - q**P.n) * log((1 - q**P.n) / P.eps)


def win_steps(P, first, second):
    return P.sum(lambda i: P.p[i] * (P.F[i] ** P.n * first(i) + P.F[i - 1] ** P.n * second(i))) / 2


CHAINS = {
    "kl-bound": Chain(
        "kl-bound.txt",
        [
            lambda P: P.kl,
            ratio_sum,
            lambda P: P.D - P.sum(P.gi),
            lambda P: P.D - P.g(P.F[P.K - 1], fr(1)),
            lambda P: log(fr(P.n)) - fr(P.n - 1, P.n),
        ],
        "= = <= <=",
        [
            Fault("index", "g(F[i-1],F[i])", "g(F[i-1],F[i-1])", {2: lambda P: P.D}),
            Fault("dropped", "D - g(F[K-1],1)", "- g(F[K-1],1)", {3: lambda P: -P.gamma(P.eps)}),
            Fault("sign", "D - sum(", "D + sum(", {2: lambda P: P.D + P.sum(P.gi)}),
            Fault("n", "(n-1)/n", "n/n", {4: lambda P: log(fr(P.n)) - 1}),
            Fault("wrong-atom", "g(F[K-1],1)", "gamma(p[1])", {3: lambda P: P.D - P.gamma(P.p[1])}),
        ],
    ),
    "win-rate": Chain(
        "win-rate.txt",
        [
            lambda P: P.W,
            lambda P: P.sum(lambda i: P.pi[i] * (P.F[i - 1] + P.F[i]) / 2),
            lambda P: 1 - win_terms(P, lambda i: (P.F[i] ** P.n + P.F[i - 1] ** P.n) / 2),
            lambda P: 1 - fr(1, P.n + 1),
            lambda P: fr(P.n, P.n + 1),
        ],
        "= = <= =",
        [
            Fault("index", "(F[i-1]+F[i])", "(F[i]+F[i])", {1: lambda P: P.sum(lambda i: P.pi[i] * P.F[i])}),
            Fault("dropped", "+F[i-1]^n", "", {2: lambda P: 1 - win_terms(P, lambda i: P.F[i] ** P.n / 2)}),
            Fault(
                "sign", "1 - sum(", "1 + sum(", {2: lambda P: 1 + win_terms(P, lambda i: (P.F[i] ** P.n + P.F[i - 1] ** P.n) / 2)}
            ),
            Fault("n", "1 - 1/(n+1)", "1 - 1/n", {3: lambda P: 1 - fr(1, P.n)}),
            Fault("constant", "F[i-1]^n)/2)", "F[i-1]^n)/3)", {2: lambda P: 1 - win_terms(P, lambda i: (P.F[i] ** P.n + P.F[i - 1] ** P.n) / 3)}),
        ],
    ),
    "win-rate-gap": Chain(
        "win-rate-gap.txt",
        [
            lambda P: fr(P.n, P.n + 1) - P.W,
            lambda P: P.sum(lambda i: fr(P.n, P.n + 1) * step(P, i) - P.pi[i] * (P.F[i - 1] + P.F[i]) / 2),
            lambda P: fr(P.n * (P.n - 1), 12) * P.sum(lambda i: P.F[i] ** (P.n - 2) * P.p[i] ** 3),
            lambda P: fr(P.n * (P.n - 1), 12) * P.S3,
        ],
        "= <= <=",
        [
            Fault("index", "F[i-1]^(n+1)", "F[i]^(n+1)", {1: lambda P: -P.W}),
            Fault("dropped", " - pi[i]*(F[i-1]+F[i])/2", "", {1: lambda P: fr(P.n, P.n + 1)}),
            Fault("sign", " - pi[i]", " + pi[i]", {1: lambda P: fr(P.n, P.n + 1) + P.W}),
            Fault("n", "n(n-1)/12 * S3", "(n-1)^2/12 * S3", {3: lambda P: fr((P.n - 1) ** 2, 12) * P.S3}),
            Fault(
                "constant",
                "n(n-1)/12 * sum",
                "n(n-1)/13 * sum",
                {2: lambda P: fr(P.n * (P.n - 1), 13) * P.sum(lambda i: P.F[i] ** (P.n - 2) * P.p[i] ** 3)},
            ),
        ],
        from_2,
    ),
    "sharp-cubic": Chain(
        "sharp-cubic.txt",
        [
            lambda P: P.gap,
            lambda P: P.sum(P.gi),
            scaled_gap,
            lambda P: cubic(P) * P.sum(lambda i: power(P.F[i], P.n - 3) * P.p[i] ** 3),
            lambda P: cubic(P) * P.S3,
        ],
        "= = <= <=",
        [
            Fault("index", "F[i]^n*gamma", "F[i-1]^n*gamma", {2: lambda P: scaled_gap(P, 1)}),
            Fault("dropped", "F[i]^n*gamma", "gamma", {2: lambda P: P.sum(lambda i: P.gamma(P.p[i] / P.F[i]))}),
            Fault(
                "sign",
                "<= n(n-1)^2/24 * sum",
                "<= -n(n-1)^2/24 * sum",
                {3: lambda P: -cubic(P) * P.sum(lambda i: power(P.F[i], P.n - 3) * P.p[i] ** 3)},
            ),
            Fault("n", "n(n-1)^2/24 * S3", "(n-1)^3/24 * S3", {4: lambda P: fr((P.n - 1) ** 3, 24) * P.S3}),
            Fault("hypothesis", "for n >= 3", "for n >= 2", draws=from_2),
        ],
        from_3,
    ),
    "sharp-quadratic": Chain(
        "sharp-quadratic.txt",
        [
            lambda P: P.gap,
            scaled_gap,
            lambda P: P.kappa * P.sum(lambda i: P.F[i] ** (P.n - 2) * P.p[i] ** 2),
            lambda P: P.kappa * P.S2,
            lambda P: fr(P.n * (P.n - 1), 2) * P.S2,
        ],
        "= <= <= <=",
        [
            Fault("index", "F[i]^n*gamma", "F[i-1]^n*gamma", {1: lambda P: scaled_gap(P, 1)}),
            Fault("dropped", "<= kappa*S2", "<= S2", {3: lambda P: P.S2}),
            Fault("sign", "<= n(n-1)/2*S2", "<= -n(n-1)/2*S2", {4: lambda P: -fr(P.n * (P.n - 1), 2) * P.S2}),
            Fault(
                "n", "F[i]^(n-2)", "F[i]^(n-1)", {2: lambda P: P.kappa * P.sum(lambda i: P.F[i] ** (P.n - 1) * P.p[i] ** 2)}
            ),
            Fault("constant", "n(n-1)/2*S2", "n(n-1)/21*S2", {4: lambda P: fr(P.n * (P.n - 1), 21) * P.S2}),
        ],
        from_2,
    ),
    "half-quadratic": Chain(
        "half-quadratic.txt",
        [
            lambda P: P.gap,
            lambda P: P.sum(P.gi),
            lambda P: P.sum(lambda i: P.n * P.F[i] ** (P.n - 1) * P.p[i] - P.pi[i]),
            lambda P: P.n * P.sum(lambda i: P.F[i] ** (P.n - 1) * P.p[i]) - 1,
            lambda P: fr(P.n * (P.n - 1), 2) * P.S2,
            lambda P: 2 * P.n * (P.n - 1) * P.S2,
        ],
        "= <= = <= <=",
        [
            Fault(
                "index",
                "n*F[i]^(n-1)*p[i] - pi",
                "n*F[i-1]^(n-1)*p[i] - pi",
                {2: lambda P: P.sum(lambda i: P.n * power(P.F[i - 1], P.n - 1) * P.p[i] - P.pi[i])},
            ),
            Fault("dropped", " - 1 <=", " <=", {3: lambda P: P.n * P.sum(lambda i: P.F[i] ** (P.n - 1) * P.p[i])}),
            Fault(
                "sign", "p[i] - pi[i]", "p[i] + pi[i]", {2: lambda P: P.sum(lambda i: P.n * P.F[i] ** (P.n - 1) * P.p[i] + P.pi[i])}
            ),
            Fault("n", "<= n(n-1)/2*S2", "<= (n-1)^2/2*S2", {4: lambda P: fr((P.n - 1) ** 2, 2) * P.S2}),
            Fault("exponent", "2n(n-1)*S2", "2n(n-1)*S3", {5: lambda P: 2 * P.n * (P.n - 1) * P.S3}),
        ],
    ),
    "estimator-mean": Chain(
        "estimator-mean.txt",
        [
            lambda P: P.kl,
            lambda P: P.D - scaled_gap(P),
            lambda P: P.D - scaled_gap(P, t=lambda i: P.p[i]),
            lambda P: P.D - P.sum(lambda i: P.pi[i] * P.gamma(P.p[i])),
            lambda P: P.sum(lambda i: P.pi[i] * P.est(P.p[i])),
            lambda P: P.est_mean,
        ],
        "= <= <= = =",
        [
            Fault("index", "F[i]^n*gamma(p[i]))", "F[i-1]^n*gamma(p[i]))", {2: lambda P: P.D - scaled_gap(P, 1, t=lambda i: P.p[i])}),
            Fault("dropped", "pi[i]*gamma", "gamma", {3: lambda P: P.D - P.sum(lambda i: P.gamma(P.p[i]))}),
            Fault("sign", "D - sum(pi[i]", "D + sum(pi[i]", {3: lambda P: P.D + P.sum(lambda i: P.pi[i] * P.gamma(P.p[i]))}),
            Fault("n", "F[i]^n*gamma(p[i]/F[i])", "F[i]^(n-1)*gamma(p[i]/F[i])", {1: lambda P: P.D - scaled_gap(P, power_of=P.n - 1)}),
            Fault("product", "p[i]/F[i]", "p[i]*F[i]", {1: lambda P: P.D - scaled_gap(P, t=lambda i: P.p[i] * P.F[i])}),
        ],
    ),
    "better-estimator": Chain(
        "better-estimator.txt",
        [
            lambda P: P.kl,
            lambda P: P.D - P.sum(P.gi),
            better_mean,
            lambda P: P.ests_mean,
            lambda P: P.est_mean,
            lambda P: P.D,
        ],
        "= <= = <= <=",
        [
            Fault("index", "g(F[i-1],F[i])", "g(F[i-1],F[i-1])", {1: lambda P: P.D}),
            Fault("dropped", "pi[i]*gamma", "gamma", {2: lambda P: better_mean(P, weight=False)}),
            Fault("sign", "1-(1-p[i])^n", "1+(1-p[i])^n", {2: lambda P: better_mean(P, sign=1)}),
            Fault("n", "(1-p[i])^n", "(1-p[i])^(n-1)", {2: lambda P: better_mean(P, fewer=1)}),
            Fault("constant", "est <= D", "est <= D/2", {5: lambda P: P.D / 2}),
        ],
    ),
    "chi-square": Chain(
        "chi-square.txt",
        [
            lambda P: P.chi2,
            lambda P: P.sum(lambda i: (P.pi[i] - P.p[i]) ** 2 / P.p[i]),
            lambda P: P.sum(lambda i: P.pi[i] ** 2 / P.p[i]) - 1,
            lambda P: fr(P.n**2, 2 * P.n - 1) - 1,
            lambda P: fr((P.n - 1) ** 2, 2 * P.n - 1),
        ],
        "= = <= =",
        [
            Fault("index", "F[i-1]^n", "F[i]^n", {2: lambda P: fr(-1)}),
            Fault("dropped", "/p[i]) - 1", "/p[i])", {2: lambda P: P.sum(lambda i: P.pi[i] ** 2 / P.p[i])}),
            Fault("sign", "pi[i]-p[i]", "pi[i]+p[i]", {1: lambda P: P.sum(lambda i: (P.pi[i] + P.p[i]) ** 2 / P.p[i])}),
            Fault("n", "n^2/(2n-1)", "n^2/(2n)", {3: lambda P: fr(P.n**2, 2 * P.n) - 1}),
            Fault("exponent", "(n-1)^2/(2n-1)", "(n-1)/(2n-1)", {4: lambda P: fr(P.n - 1, 2 * P.n - 1)}),
        ],
    ),
    "renyi-two": Chain(
        "renyi-two.txt",
        [
            lambda P: P.kl,
            lambda P: P.renyi(2),
            lambda P: log(P.sum(lambda i: P.pi[i] ** 2 / P.p[i])),
            lambda P: log(1 + P.chi2),
            lambda P: log(fr(P.n**2, 2 * P.n - 1)),
            lambda P: log(fr(P.n)),
        ],
        "<= = = <= <=",
        [
            Fault("index", "i=1..K", "i=2..K", {2: lambda P: log(later(P, lambda i: P.pi[i] ** 2 / P.p[i]))}),
            Fault("dropped", "log(1+chi2)", "log(chi2)", {3: lambda P: log(P.chi2)}),
            Fault("sign", "log(1+chi2)", "log(1-chi2)", {3: lambda P: log(1 - P.chi2)}),
            Fault("n", "n^2/(2n-1)", "n^2/(2n)", {4: lambda P: log(fr(P.n**2, 2 * P.n))}),
            Fault("order", "Renyi(2)", "Renyi(1/2)", {1: lambda P: P.renyi("1/2")}),
        ],
    ),
    "entropies": Chain(
        "entropies.txt",
        [
            lambda P: P.Ha(3),
            lambda P: P.Ha(2),
            lambda P: -log(P.S2),
            lambda P: P.H,
            lambda P: -P.sum(lambda i: P.p[i] * log(P.p[i])),
            lambda P: log(fr(P.K)),
        ],
        "<= = <= = <=",
        [
            Fault("index", "i=1..K", "i=2..K", {4: lambda P: -later(P, lambda i: P.p[i] * log(P.p[i]))}),
            Fault("dropped", "p[i]*log(p[i])", "log(p[i])", {4: lambda P: -P.sum(lambda i: log(P.p[i]))}),
            Fault("sign", "= -log(S2)", "= log(S2)", {2: lambda P: log(P.S2)}),
            Fault("k", "log(K)", "log(K-1)", {5: lambda P: log(fr(P.K - 1))}),
            Fault("order", "H3 <= H2", "H(1/2) <= H2", {0: lambda P: P.Ha("1/2")}),
        ],
    ),
    "kl-below-top": Chain(
        "kl-below-top.txt",
        [
            lambda P: P.kl,
            ratio_sum,
            lambda P: log((1 - P.F[P.K - 1] ** P.n) / P.eps),
            lambda P: log(1 / P.eps),
            lambda P: -log(P.eps),
        ],
        "= <= <= =",
        [
            Fault("index", "log(1/p[K])", "log(1/p[K-1])", {3: lambda P: log(1 / P.p[below_top(P)])}),
            Fault("dropped", "pi[i]*log(pi[i]/p[i])", "log(pi[i]/p[i])", {1: lambda P: P.sum(lambda i: log(P.pi[i] / P.p[i]))}),
            Fault("sign", "= -log(eps)", "= log(eps)", {4: lambda P: log(P.eps)}),
            Fault("n", "F[K-1]^n", "F[K-1]^(n-1)", {2: lambda P: log((1 - power(P.F[P.K - 1], P.n - 1)) / P.eps)}),
            Fault("wrong-atom", "log(eps)", "log(pmax)", {4: lambda P: -log(P.pmax)}),
        ],
    ),
    "kl-monotone": Chain(
        "kl-monotone.txt",
        [
            lambda P: P.at(P.n + 1).kl,
            lambda P: P.sum(lambda i: step(P, i) * log(step(P, i) / P.p[i])),
            lambda P: P.sum(lambda i: step(P, i) * log(P.pi[i] / P.p[i])),
            ratio_sum,
            lambda P: P.kl,
        ],
        "= >= >= =",
        [
            Fault("index", "F[i-1]^(n+1)", "F[i]^(n+1)", {1: lambda P: fr(0), 2: lambda P: fr(0)}),
            Fault("dropped", "r(i)*log(pi[i]/p[i])", "log(pi[i]/p[i])", {2: lambda P: P.sum(lambda i: log(P.pi[i] / P.p[i]))}),
            Fault(
                "sign",
                "F[i]^(n+1) - F",
                "F[i]^(n+1) + F",
                {
                    1: lambda P: P.sum(lambda i: plus_step(P, i) * log(plus_step(P, i) / P.p[i])),
                    2: lambda P: P.sum(lambda i: plus_step(P, i) * log(P.pi[i] / P.p[i])),
                },
            ),
            Fault("n", "KL(n+1)", "KL(n)", {0: lambda P: P.kl}),
            Fault("wrong-ratio", "r(i)*log(pi[i]/p[i])", "r(i)*log(r(i)/pi[i])", {2: lambda P: P.sum(lambda i: step(P, i) * log(step(P, i) / P.pi[i]))}),
        ],
    ),
    "win-rate-monotone": Chain(
        "win-rate-monotone.txt",
        [
            lambda P: P.at(P.n + 1).W - P.W,
            lambda P: win_steps(P, lambda i: 1 - P.F[i], lambda i: 1 - P.F[i - 1]),
            lambda P: win_steps(P, lambda i: 0, lambda i: 1 - P.F[i]),
            lambda P: fr(0),
        ],
        "= >= >=",
        [
            Fault("index", "(1-F[i-1])", "(1-F[i])", {1: lambda P: win_steps(P, lambda i: 1 - P.F[i], lambda i: 1 - P.F[i])}),
            Fault("dropped", " + F[i-1]^n*(1-F[i-1])", "", {1: lambda P: win_steps(P, lambda i: 1 - P.F[i], lambda i: 0)}),
            Fault("sign", "(1-F[i-1])", "(1+F[i-1])", {1: lambda P: win_steps(P, lambda i: 1 - P.F[i], lambda i: 1 + P.F[i - 1])}),
            Fault("n", "W(n+1)", "W(n)", {0: lambda P: P.W - P.W}),
            Fault("constant", ">= 0", ">= 0.01", {3: lambda P: fr(1, 100)}),
        ],
    ),
    "total-variation": Chain(
        "total-variation.txt",
        [
            lambda P: P.tv,
            lambda P: P.sum(lambda i: absolute(P.pi[i] - P.p[i])) / 2,
            lambda P: 1 - P.sum(lambda i: min(P.pi[i], P.p[i])),
            lambda P: power(fr(1, P.n), fr(1, P.n - 1)) - power(fr(1, P.n), fr(P.n, P.n - 1)),
            lambda P: 1 - fr(1, P.n),
        ],
        "= = <= <=",
        [
            Fault("index", "sum(min(", "sum(i=2..K, min(", {2: lambda P: 1 - later(P, lambda i: min(P.pi[i], P.p[i]))}),
            Fault("dropped", "= 1 - sum", "= - sum", {2: lambda P: -P.sum(lambda i: min(P.pi[i], P.p[i]))}),
            Fault("sign", "pi[i]-p[i]", "pi[i]+p[i]", {1: lambda P: fr(1)}),
            Fault("n", "(n/(n-1))", "((n-1)/(n-1))", {3: lambda P: power(fr(1, P.n), fr(1, P.n - 1)) - fr(1, P.n)}),
            Fault("constant", "))/2", "))", {1: lambda P: P.sum(lambda i: absolute(P.pi[i] - P.p[i]))}),
        ],
        from_2,
    ),
    "hellinger": Chain(
        "hellinger.txt",
        [
            lambda P: P.hell2,
            lambda P: P.sum(lambda i: (sqrt(P.pi[i]) - sqrt(P.p[i])) ** 2),
            lambda P: 2 - 2 * P.sum(lambda i: sqrt(P.pi[i] * P.p[i])),
            lambda P: 2 - 4 * sqrt(fr(P.n)) / (P.n + 1),
            lambda P: fr(2),
        ],
        "= = <= <=",
        [
            Fault("index", "sum(sqrt(", "sum(i=2..K, sqrt(", {2: lambda P: 2 - 2 * later(P, lambda i: sqrt(P.pi[i] * P.p[i]))}),
            Fault("dropped", "2 - 2*sum", "- 2*sum", {2: lambda P: -2 * P.sum(lambda i: sqrt(P.pi[i] * P.p[i]))}),
            Fault("sign", "sqrt(pi[i])-sqrt", "sqrt(pi[i])+sqrt", {1: lambda P: P.sum(lambda i: (sqrt(P.pi[i]) + sqrt(P.p[i])) ** 2)}),
            Fault("n", "(n+1)", "n", {3: lambda P: 2 - 4 * sqrt(fr(P.n)) / P.n}),
            Fault("exponent", "sqrt(n)", "n", {3: lambda P: 2 - fr(4 * P.n, P.n + 1)}),
        ],
    ),
    "reversed-kl": Chain(
        "reversed-kl.txt",
        [
            lambda P: P.kl_rev,
            lambda P: -win_terms(P, lambda i: log(P.pi[i] / P.p[i])),
            lambda P: -win_terms(P, lambda i: log(P.F[i] ** (P.n - 1))),
            lambda P: -(P.n - 1) * win_terms(P, lambda i: log(P.F[i])),
            lambda P: fr(P.n - 1),
        ],
        "= <= = <=",
        [
            Fault("index", "sum(p[i]*log(F[i]))", "sum(i=1..K-1, p[i]*log(F[i+1]))", {3: lambda P: -(P.n - 1) * later(P, lambda i: P.p[i - 1] * log(P.F[i]))}),
            Fault("dropped", "-(n-1)*sum", "-sum", {3: lambda P: -win_terms(P, lambda i: log(P.F[i]))}),
            Fault("sign", "-sum(p[i]*log(pi", "sum(p[i]*log(pi", {1: lambda P: win_terms(P, lambda i: log(P.pi[i] / P.p[i]))}),
            Fault("n", "<= n-1", "<= n-2", {4: lambda P: fr(P.n - 2)}),
            Fault("exponent", "F[i]^(n-1)", "F[i]^n", {2: lambda P: -win_terms(P, lambda i: log(P.F[i] ** P.n))}),
        ],
    ),
    "order-free": Chain(
        "order-free.txt",
        [
            lambda P: P.gap,
            lambda P: P.sum(P.gi),
            lambda P: P.sum(lambda i: P.gamma(P.p[i])),
            lambda P: cubic(P) * P.S3,
            lambda P: cubic(P) * P.pmax * P.S2,
        ],
        "= <= <= <=",
        [
            Fault("index", "g(F[i-1],F[i])", "g(F[i-1],F[i-1])", {1: lambda P: fr(0)}),
            Fault("dropped", "n(n-1)^2/24*sum", "sum", {3: lambda P: P.S3}),
            Fault("sign", "<= sum(gamma", "<= -sum(gamma", {2: lambda P: -P.sum(lambda i: P.gamma(P.p[i]))}),
            Fault("n", "n(n-1)^2/24*sum", "n(n-2)^2/24*sum", {3: lambda P: fr(P.n * (P.n - 2) ** 2, 24) * P.S3}),
            Fault("hypothesis", "for n >= 3", "for n >= 2", draws=from_2),
        ],
        from_3,
    ),
    "top-gap": Chain(
        "top-gap.tex",
        [
            lambda P: P.gap,
            lambda P: P.sum(P.gi),
            lambda P: P.g(P.F[P.K - 1], fr(1)),
            lambda P: expanded_top_gap(P, P.n - 1),
            lambda P: fr(0),
        ],
        "= >= = >=",
        [
            Fault("index", "g(F_{K-1}, 1)", "g(F_{K-2}, 1)", {2: lambda P: P.g(P.F[below_top(P) - 1], fr(1))}),
            Fault("dropped", "D - \\mathrm{KL}", "D", {0: lambda P: P.D}),
            Fault("sign", "D - \\mathrm{KL}", "D + \\mathrm{KL}", {0: lambda P: P.D + P.kl}),
            Fault("n", "(n-1) \\log", "n \\log", {3: lambda P: expanded_top_gap(P, P.n)}),
            Fault("constant", "&\\ge 0", "&\\ge 0.001", {4: lambda P: fr(1, 1000)}),
        ],
    ),
    "max-ratio": Chain(
        "max-ratio.tex",
        [lambda P: P.kl, lambda P: P.dinf, lambda P: log((1 - P.F[P.K - 1] ** P.n) / P.eps), lambda P: log(fr(P.n))],
        "<= = <=",
        [
            Fault("index", "{p_K}", "{p_{K-1}}", {2: lambda P: log((1 - P.F[P.K - 1] ** P.n) / P.p[below_top(P)])}),
            Fault("dropped", "{1-F_{K-1}^n}", "{1}", {2: lambda P: log(1 / P.eps)}),
            Fault("sign", "{1-F_{K-1}^n}", "{1+F_{K-1}^n}", {2: lambda P: log((1 + P.F[P.K - 1] ** P.n) / P.eps)}),
            Fault("n", "\\log(n)", "\\log(n-1)", {3: lambda P: log(fr(P.n - 1))}),
            Fault("wrong-extreme", "\\max_i", "\\min_i", {1: lambda P: log(min(P.pi[i] / P.p[i] for i in P.I))}),
        ],
    ),
}

