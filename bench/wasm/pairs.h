/*
 * The local gaps of two neighbouring atoms at a time, in vectors of two doubles, for gap_kernel.h: each lane rounds as the code for one
 * atom does. Only for atoms whose gap is a power series; tables are read one lane after the other. Never stops early.
 */
typedef double two __attribute__((vector_size(16)));
typedef long long two_bits __attribute__((vector_size(16)));

typedef struct {
    two g, E;
} pair;

static inline two load_two(const double *from)
{
    two values;
    __builtin_memcpy(&values, from, sizeof values);
    return values;
}

static inline two choose(two_bits mask, two yes, two no)
{
    return (two)(((two_bits)yes & mask) | ((two_bits)no & ~mask));
}

static inline two squarings(two x, unsigned long n)
{
    two power = n & 1 ? x : (two){1, 1};
    for (n >>= 1; n > 0; n >>= 1) {
        x *= x;
        if (n & 1) power *= x;
    }
    return power;
}

/* negative_log up to the series: −log x = base − r·series(r). */
static inline void reduce(double x, double d, double *r, double *base)
{
    uint64_t bits = bits_of(x);
    const double *entry = entries(bits);
    double c = entry[0];
    int k = (int)(bits >> 52) - 1023;
    *r = d <= 0.25 ? 2 * c - 1 - d * (2 * c) : mantissa(bits) * c - 1;
    *base = d <= 0.25 || k == -1 ? entry[2] : entry[1] - k * ln2;
    if (d <= 0.25 && x >= 1) *r = 0, *base = d;
}

static inline two negative_logs(two x, two d)
{
    double r0, r1, base0, base1;
    reduce(x[0], d[0], &r0, &base0);
    reduce(x[1], d[1], &r1, &base1);
    two r = {r0, r1}, base = {base0, base1};
    return base - r * (1 - r * (0.5 - r * (1. / 3 - r * (0.25 - r * (0.2 - r * (1. / 6 - r * (1. / 7)))))));
}

/* e^−E in both lanes. */
static inline two exponentials_of(two E)
{
    two within = choose(E > LARGEST_EXPONENT, (two){0, 0}, E);
    int j0 = (int)(within[0] * steps_per_unit + 0.5), j1 = (int)(within[1] * steps_per_unit + 0.5);
    two j = {j0, j1}, f = within - j * step_head - j * step_tail;
    two series = 1 - f * (1 - f * (0.5 - f * (1. / 6 - f * (1. / 24 - f * (1. / 120 - f * (1. / 720))))));
    two entry = {exponentials[j0 & 63], exponentials[j1 & 63]};
    two scale = {double_of((uint64_t)(1023 - (j0 >> 6)) << 52), double_of((uint64_t)(1023 - (j1 >> 6)) << 52)};
    return choose(E > LARGEST_EXPONENT, (two){0, 0}, entry * series * scale);
}

/* cumulative[0], …, cumulative[2] are C_{i−2}, C_{i−1} and C_i. 0 where one of the two atoms needs the other form. */
static inline int pair_of_gaps(pair *of, const double *cumulative, const double *above, unsigned long draws, double half, const double *h)
{
    two lower = load_two(cumulative), c = load_two(cumulative + 1), m = c + lower, u = (double)draws * ((c - lower) / m);
    if (!(u[0] <= REACH && u[1] <= REACH)) return 0;
    two v = u * u, H = h[0] + v * (h[1] + v * (h[2] + v * (h[3] + v * (h[4] + v * h[5])))), x = m * half;
    if (u[0] > SHORT_REACH || u[1] > SHORT_REACH) {
        two more = {0, 0};
        for (int k = LONG - 1; k >= 0; k--) more = more * v + h[k];
        H = choose(u > SHORT_REACH, more, H);
    }
    two unscaled = u * v * H;
    if (draws <= SQUARED) {
        of->g = squarings(x, draws) * unscaled;
        return 1;
    }
    of->E = (double)draws * negative_logs(x, (load_two(above) + load_two(above + 1)) * half);
    of->g = exponentials_of(of->E) * unscaled;
    return 1;
}
