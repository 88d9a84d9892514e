"""Numbers whose comparisons are certain: exact rationals, FLINT balls, and exact combinations of logarithms.

A rational is an fmpq. A number that is not known to be rational is a ball at the current precision, or, in exact mode, a
sum c + a_1 log m_1 + ... with rational c, a_j and m_j. A comparison that cannot be decided raises Undecided; it never guesses.
"""

from flint import arb, ctx, fmpq, fmpz


class Undecided(Exception):
    """The enclosures overlap, or the number has no exact form."""


class NoValue(Exception):
    """The expression has no value at this instance."""


class Mode:
    """Whether logarithms are kept exact. One switch for the program, as FLINT's precision is."""

    exact = False


def rational(value):
    """An fmpq from an int, an fmpq, or a text such as '0.1', '1/3' or '1e-12'."""
    if isinstance(value, str):
        from fractions import Fraction

        exact = Fraction(value)
        return fmpq(exact.numerator, exact.denominator)
    return fmpq(value)


def is_rational(x):
    return isinstance(x, (int, fmpq))


class LogForm:
    """constant + the sum of coefficient * log(m) over a dictionary of positive rationals m."""

    def __init__(self, constant, terms):
        self.constant = fmpq(constant)
        self.terms = {m: c for m, c in terms.items() if c != 0}

    def _combined(self, other, sign):
        if is_rational(other):
            return LogForm(self.constant + sign * fmpq(other), self.terms)
        if not isinstance(other, LogForm):
            raise Undecided
        terms = dict(self.terms)
        for m, c in other.terms.items():
            terms[m] = terms.get(m, fmpq(0)) + sign * c
        return LogForm(self.constant + sign * other.constant, terms)

    def __add__(self, other):
        return self._combined(other, 1)

    __radd__ = __add__

    def __sub__(self, other):
        return self._combined(other, -1)

    def __rsub__(self, other):
        return (self * -1)._combined(other, 1)

    def __neg__(self):
        return self * -1

    def __mul__(self, other):
        if isinstance(other, LogForm) and not other.terms:
            other = other.constant
        if not is_rational(other):
            if not self.terms:
                return other * self.constant
            raise Undecided
        return LogForm(self.constant * other, {m: c * other for m, c in self.terms.items()})

    __rmul__ = __mul__

    def __truediv__(self, other):
        if not is_rational(other):
            raise Undecided
        if other == 0:
            raise NoValue
        return self * (fmpq(1) / fmpq(other))

    def __rtruediv__(self, other):
        if not self.terms:
            return fmpq(other) / self.constant
        raise Undecided

    def __pow__(self, exponent):
        raise Undecided

    def ball(self):
        total = arb(self.constant)
        for m, c in self.terms.items():
            total += c * arb(m).log()
        return total

    def sign(self):
        """-1, 0 or 1: 0 is decided by a coprime base of the m, the others by raising the precision."""
        if self.is_zero():
            return 0
        before = ctx.prec
        try:
            for prec in (128, 512, 2048, 8192, 32768):
                ctx.prec = prec
                value = self.ball()
                if value > 0:
                    return 1
                if value < 0:
                    return -1
        finally:
            ctx.prec = before
        raise Undecided

    def is_zero(self):
        base = coprime_base([int(m.p) for m in self.terms] + [int(m.q) for m in self.terms])
        for b in base:
            power = sum((c * (multiplicity(int(m.p), b) - multiplicity(int(m.q), b)) for m, c in self.terms.items()), fmpq(0))
            if power != 0:
                return False
        return self.constant == 0


def coprime_base(integers):
    """Pairwise coprime integers > 1 of whose powers all the given ones are products. By gcds, without factoring."""
    base, waiting = [], [m for m in set(integers) if m > 1]
    while waiting:
        m = waiting.pop()
        for index, b in enumerate(base):
            common = int(fmpz(m).gcd(b))
            if common > 1:
                base.pop(index)
                waiting += [x for x in (common, m // common, b // common) if x > 1]
                break
        else:
            base.append(m)
    return base


def multiplicity(m, b):
    count = 0
    while m % b == 0:
        m //= b
        count += 1
    return count


def to_ball(x):
    return x.ball() if isinstance(x, LogForm) else arb(x)


def sign(x):
    """The sign of a number, with certainty."""
    if isinstance(x, arb):
        if x > 0:
            return 1
        if x < 0:
            return -1
        if x == 0:
            return 0
        raise Undecided
    if isinstance(x, LogForm):
        return x.sign()
    return (x > 0) - (x < 0)


def compare(a, b):
    return sign(a - b)


def le(a, b):
    return compare(a, b) <= 0


def lt(a, b):
    return compare(a, b) < 0


def ge(a, b):
    return compare(a, b) >= 0


def gt(a, b):
    return compare(a, b) > 0


def eq(a, b):
    return compare(a, b) == 0


def ne(a, b):
    return compare(a, b) != 0


def log(x):
    """The natural logarithm; an exact 0 at 1."""
    if isinstance(x, LogForm) and not x.terms:
        x = x.constant
    if is_rational(x):
        x = fmpq(x)
        if x <= 0:
            raise NoValue
        if x == 1:
            return fmpq(0)
        return LogForm(0, {x: fmpq(1)}) if Mode.exact else arb(x).log()
    if isinstance(x, LogForm):
        raise Undecided
    if sign(x) <= 0:
        raise NoValue
    return x.log()


def exp(x):
    if is_rational(x) and x == 0:
        return fmpq(1)
    return to_ball(x).exp()


def integer_root(m, k):
    """The k-th root of an integer if it is one, else None."""
    low, high = 0, 1 << (int(m).bit_length() // k + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle**k <= m:
            low = middle
        else:
            high = middle - 1
    return low if low**k == m else None


def power(x, exponent):
    """x to a rational exponent, exact where it is rational; 0^0 = 1."""
    exponent = rational(exponent)
    if exponent.q == 1:
        if exponent < 0:
            if is_rational(x) and x == 0:
                raise NoValue
            return 1 / (x ** int(-exponent.p))
        return fmpq(1) if exponent == 0 else (fmpq(x) if is_rational(x) else x) ** int(exponent.p)
    if is_rational(x):
        x = fmpq(x)
        if x < 0 or (x == 0 and exponent < 0):
            raise NoValue
        if x == 0:
            return fmpq(0)
        top, bottom = integer_root(int(x.p), int(exponent.q)), integer_root(int(x.q), int(exponent.q))
        if top is not None and bottom is not None:
            return power(fmpq(top, bottom), fmpq(exponent.p))
    elif sign(x) < 0:
        raise NoValue
    return (to_ball(x).log() * exponent).exp()


def sqrt(x):
    return power(x, fmpq(1, 2))


def largest(values):
    values = list(values)
    best = values[0]
    for value in values[1:]:
        if gt(value, best):
            best = value
    return best


def smallest(values):
    return -largest(-value for value in values)


def absolute(x):
    return x if sign(x) >= 0 else -x


def total(values):
    return sum(values, fmpq(0))
