"""One policy, one n, and the numbers of best-of-n there, straight from their definitions."""

from functools import cached_property, lru_cache

from flint import arb, ctx, fmpq

from reals import Mode, NoValue, absolute, largest, log, power, rational, sqrt, total


def x_log_y(x, y):
    """x log y, with 0 log 0 = 0."""
    return fmpq(0) if x == 0 else x * log(y)


def phi(n, u):
    """The antiderivative of f log f for f(u) = n u^(n-1)."""
    return fmpq(0) if u == 0 else u**n * (log(fmpq(n)) + (n - 1) * log(u) - fmpq(n - 1, n))


def local_gap(n, a, b):
    if a == b:
        return fmpq(0)
    mass = b**n - a**n
    return phi(n, b) - phi(n, a) - mass * log(mass / (b - a))


def gamma(n, t):
    return fmpq(0) if t == 0 else local_gap(n, 1 - t, fmpq(1))


def formula(n):
    return log(fmpq(n)) - fmpq(n - 1, n)


class Instance:
    """Weights from the worst reward to the best, a number of draws, and perhaps a second policy q.

    p, pi and q are indexed from 1, F from 0, as in the formulas.
    """

    def __init__(self, weights, n, q=None):
        self.weights, self.n, self.q_weights = tuple(weights), n, None if q is None else tuple(q)
        self.K = len(weights)
        if n < 1:
            raise NoValue

    @cached_property
    def C(self):
        sums = [0]
        for w in self.weights:
            sums.append(sums[-1] + w)
        return sums

    @cached_property
    def p(self):
        return [None] + [fmpq(w, self.C[-1]) for w in self.weights]

    @cached_property
    def F(self):
        return [fmpq(c, self.C[-1]) for c in self.C]

    @cached_property
    def pi(self):
        powers, whole = [c**self.n for c in self.C], self.C[-1] ** self.n
        return [None] + [fmpq(b - a, whole) for a, b in zip(powers, powers[1:])]

    @cached_property
    def q(self):
        whole = sum(self.q_weights)
        return [None] + [fmpq(w, whole) for w in self.q_weights]

    @property
    def I(self):
        """The indices 1 to K."""
        return range(1, self.K + 1)

    def sum(self, term):
        return total(term(i) for i in self.I)

    def all(self, test):
        return all(test(i) for i in self.I)

    def at(self, n):
        """The same policies at another number of draws."""
        return Instance(self.weights, n, self.q_weights)

    @cached_property
    def kl(self):
        return self.sum(lambda i: self.pi[i] * log(self.pi[i] / self.p[i]))

    @cached_property
    def kl_rev(self):
        return self.sum(lambda i: self.p[i] * log(self.p[i] / self.pi[i]))

    @cached_property
    def D(self):
        return formula(self.n)

    @cached_property
    def gap(self):
        return self.D - self.kl

    @cached_property
    def W(self):
        return self.win_rate(self.pi)

    def win_rate(self, law):
        return self.sum(lambda i: law[i] * (self.F[i - 1] + self.F[i])) / 2

    def g(self, a, b):
        return local_gap(self.n, a, b)

    def gi(self, i):
        return local_gap(self.n, self.F[i - 1], self.F[i])

    def gamma(self, t):
        return gamma(self.n, t)

    @property
    def eps(self):
        return self.p[self.K]

    @cached_property
    def pmax(self):
        return fmpq(max(self.weights), self.C[-1])

    @cached_property
    def pmin(self):
        return fmpq(min(self.weights), self.C[-1])

    def S(self, k):
        return self.sum(lambda i: self.p[i] ** k)

    @cached_property
    def S2(self):
        return self.S(2)

    @cached_property
    def S3(self):
        return self.S(3)

    def entropy(self, law):
        return -self.sum(lambda i: x_log_y(law[i], law[i]))

    @cached_property
    def H(self):
        return self.entropy(self.p)

    def Ha(self, a):
        a = rational(a)
        return log(self.sum(lambda i: power(self.p[i], a))) / (1 - a)

    @property
    def Hinf(self):
        return -log(self.pmax)

    @cached_property
    def tv(self):
        return self.sum(lambda i: absolute(self.pi[i] - self.p[i])) / 2

    @cached_property
    def chi2(self):
        return self.sum(lambda i: (self.pi[i] - self.p[i]) ** 2 / self.p[i])

    @cached_property
    def hell2(self):
        return self.sum(lambda i: self.pi[i] + self.p[i] - 2 * sqrt(self.pi[i] * self.p[i]))

    def renyi(self, a):
        a = rational(a)
        return log(self.sum(lambda i: self.p[i] * power(self.pi[i] / self.p[i], a))) / (a - 1)

    @cached_property
    def top_ratio(self):
        return largest(self.pi[i] / self.p[i] for i in self.I)

    @property
    def dinf(self):
        return log(self.top_ratio)

    def est(self, t):
        """The paper's estimator at the mass t."""
        rest = (1 - t) ** self.n
        low = fmpq(0) if rest == 0 else rest * (self.D + (self.n - 1) * log(1 - t))
        return low + (1 - rest) * log((1 - rest) / t)

    def ests(self, t):
        """The better estimator at the mass t."""
        rest = (1 - t) ** self.n
        second = fmpq(0) if rest == 0 else (self.n - 1) * rest * log(1 - t) / (1 - rest)
        return log((1 - rest) / t) + second

    @cached_property
    def est_mean(self):
        return self.sum(lambda i: self.pi[i] * self.est(self.p[i]))

    @cached_property
    def ests_mean(self):
        return self.sum(lambda i: self.pi[i] * self.ests(self.p[i]))

    @property
    def kappa(self):
        return kappa(self.n)

    @cached_property
    def kl_q(self):
        """KL(q‖p)."""
        return self.sum(lambda i: x_log_y(self.q[i], self.q[i] / self.p[i]))

    @cached_property
    def kl_pi_q(self):
        """KL(pi‖q), without a value where q misses an outcome: pi[i] > 0 everywhere."""
        if any(self.q[i] == 0 for i in self.I):
            raise NoValue
        return self.sum(lambda i: self.pi[i] * log(self.pi[i] / self.q[i]))

    @property
    def H_q(self):
        return self.entropy(self.q)

    @cached_property
    def W_q(self):
        return self.win_rate(self.q)


def kappa(n):
    """max of gamma(t)/t^2 over (0, 1]: exact at n = 2 and 3, where it is attained at t = 1, else an enclosure."""
    if n < 2:
        raise NoValue
    return formula(n) if n <= 3 else arb(*kappa_ends(n))


@lru_cache(None)
def kappa_ends(n):
    """Midpoint and radius. The lower end is a value, the upper one a bound on every piece of (0, 1].

    Below t0 the cubic bound gamma(t) <= n(n-1)^2/24 t^3 keeps gamma/t^2 below the value found. On a piece [a, b] the mean value
    form h(c) + |h'| (b-a)/2 bounds h, with h' = (gamma' t - 2 gamma)/t^3 and gamma' = f log(f/m) - f + m.
    """
    before, exact = ctx.prec, Mode.exact
    ctx.prec, Mode.exact = 160, False
    try:
        floor = lower_bound(n)
        start = floor * 24 / (n * (n - 1) ** 2)
        pieces, ceiling, width = [(start.lower(), arb(1))], floor, floor * arb("1e-9")
        while pieces:
            a, b = pieces.pop()
            top = bound_on(n, a, b)
            if top is not None and top < floor + width:
                ceiling = top if top > ceiling else ceiling
            else:
                middle = ((a + b) / 2).mid()
                pieces += [(a, middle), (middle, b)]
        middle = ((floor + ceiling) / 2).mid()
        return middle, (ceiling - floor).upper()
    finally:
        ctx.prec, Mode.exact = before, exact


def ratio(n, t):
    return gamma_ball(n, t) / t**2


def gamma_ball(n, t):
    a = 1 - t
    m = (1 - a**n) / t
    return formula(n) - a**n * (formula(n) + (n - 1) * a.log()) - (1 - a**n) * m.log()


def slope(n, t):
    """d/dt gamma(t)/t^2."""
    a = 1 - t
    m, f = (1 - a**n) / t, n * a ** (n - 1)
    derivative = f * (f / m).log() - f + m
    return (derivative * t - 2 * gamma_ball(n, t)) / t**3


def lower_bound(n):
    """A value of gamma(t)/t^2, near its maximum by ternary search about the best point of a grid."""
    best = max(range(1, 4096), key=lambda k: float(ratio(n, arb(k) / 4096).mid()))
    low, high = arb(max(best - 1, 1)) / 4096, arb(min(best + 1, 4095)) / 4096
    for _ in range(120):
        third = (high - low) / 3
        if float(ratio(n, low + third).mid()) < float(ratio(n, high - third).mid()):
            low = (low + third).mid()
        else:
            high = (high - third).mid()
    return ratio(n, ((low + high) / 2).mid()).lower()


def bound_on(n, a, b):
    """An upper bound of gamma(t)/t^2 on [a, b], or None where the enclosure fails. The last piece ends at t = 1."""
    piece = a.union(b)
    if b == 1:
        top = formula(n) / a**2
        if top < ratio(n, arb(1) / 2) or (b - a) < arb("1e-3"):
            return top.upper()
        return None
    centre = ((a + b) / 2).mid()
    bend = abs(slope(n, piece)) * (b - a) / 2
    top = ratio(n, centre) + bend
    return top.upper() if top.is_finite() else None
