/*
 * src/kernels/gap.ts in C, branch by branch and bound by bound, to show what the same algorithm costs in compiled code:
 * KL = D̃_n − Σ g_i in plain doubles. Rigorous as far as libquadmath is, which makes the tables, the coefficients and
 * D̃_n = log n − (n−1)/n. Its error bounds are derived over there.
 *
 * Two sums of doubles are exact only where no product is fused into them: to be compiled with -ffp-contract=off.
 */
#include <math.h>
#include "elementary.h"
#include "gap_series.h"
#include "peer.h"

enum { SQUARED = 16 };

#define SERIES_ERROR (5 + 11 + 4 + 4)
#define MIDDLE_POWER_ERROR 6
#define MIDDLE_LOG_ERROR (NEGATIVE_LOG_ERROR + 18 + 1)
#define QUANTILE_POWER_ERROR 5
#define QUANTILE_LOG_ERROR (NEGATIVE_LOG_ERROR + 14 + 1)
#define RATIO_POWER_ERROR 5
#define RATIO_LOG_ERROR (NEGATIVE_LOG_ERROR + 14 + 1)
#define ONE_MINUS_ERROR 48
#define BRACKET_ERROR (55 + 93 + 4 + LOG_ERROR)
#define BRACKET_LOG_ERROR (2 + LOG_ERROR)

static const double BOUND_SLACK = 1 + 0x1p-20, FLUSHED = 0x1p-900;
/* Sums to the last outcome, like the other subjects. */
static const double NEGLIGIBLE = 0;

typedef struct {
    double hi, lo, error;
} approximation;

/* The constants of one n, kept between evaluations as over there. */
static struct {
    unsigned long n;
    double coefficients[LONG];
    approximation formula;
} constants;
/* C_K − C_i: a part of the weights' form. */
static double *above;
static approximation result;

static void prepare(const task *t)
{
    above = realloc(above, (t->size + 1) * sizeof *above);
    if (!above) fail("out of memory");
    for (size_t i = 0; i <= t->size; i++) above[i] = t->cumulative[t->size] - t->cumulative[i];
}

static void learn_constants(unsigned long n)
{
    __float128 log_n = logq(n), formula = log_n - (n - 1) / (__float128)n;
    double hi = formula;
    constants.n = n;
    constants.formula = (approximation){hi, formula - hi, 0x1p-104 * (double)(1 + log_n)};
    gap_series(constants.coefficients, n);
}

static double power_by_squaring(double x, unsigned long n)
{
    double power = n & 1 ? x : 1;
    for (n >>= 1; n > 0; n >>= 1) {
        x *= x;
        if (n & 1) power *= x;
    }
    return power;
}

static approximation gap(const task *t, const double *h, double formula)
{
    const double *cumulative = t->cumulative, n = t->draws, total = cumulative[t->size];
    const double inverse = 1 / total, half = 0.5 * inverse;
    const double stop = formula / NEGLIGIBLE, share = (n - 1) / n;
    const int squared = n <= SQUARED;
    double sum = 0, sum_rest = 0, bound = 0, rest = FLUSHED * formula, up = total, power = 1, power_error = 0;
    size_t i = t->size;
    for (; i > 1; i--) {
        double c = up, lower = cumulative[i - 1], w = c - lower, m = c + lower, u = n * (w / m), g, below;
        up = lower;
        if (u <= REACH) {
            double v = u * u, H = h[0] + v * (h[1] + v * (h[2] + v * (h[3] + v * (h[4] + v * h[5]))));
            if (u > SHORT_REACH) {
                H = 0;
                for (int k = LONG - 1; k >= 0; k--) H = H * v + h[k];
            }
            double unscaled = u * v * H;
            if (squared) {
                below = power_by_squaring(m * half, t->draws);
                g = below * unscaled;
            } else {
                double E = n * negative_log(m * half, (above[i] + above[i - 1]) * half);
                below = exponential(E);
                g = below * unscaled;
                bound += MIDDLE_LOG_ERROR * (g * E);
            }
            power = -1;
        } else {
            double per_c = 1 / c, x = lower * per_c, tail = w * per_c, negative = negative_log(x, tail), E = n * negative;
            if (power < 0 && squared) {
                power = power_by_squaring(c * inverse, t->draws);
                power_error = QUANTILE_POWER_ERROR * n;
            } else if (power < 0) {
                double from = n * negative_log(c * inverse, above[i] * inverse);
                power = exponential(from);
                power_error = QUANTILE_LOG_ERROR * from + EXPONENTIAL_ERROR;
            }
            double q = squared ? power_by_squaring(x, t->draws) : exponential(E), missed = 1 - q, per_missed = 1 / missed;
            double log_z = logarithm(n * tail * per_missed);
            double B = log_z - share + (n - 1) * negative * q * per_missed, pi = power * missed;
            g = pi * B;
            bound += g * (power_error + ONE_MINUS_ERROR + 2) + pi * (BRACKET_ERROR + BRACKET_LOG_ERROR * log_z);
            power = power * q < FLUSHED ? 0 : power * q;
            power_error += 1 + (squared ? RATIO_POWER_ERROR * n : RATIO_LOG_ERROR * E + EXPONENTIAL_ERROR);
            below = power;
        }
        double s = sum + g, z = s - sum;
        sum_rest += sum - (s - z) + (g - z);
        sum = s;
        if ((i & 31) == 0 && below * stop < sum) {
            rest += below * formula * BOUND_SLACK;
            break;
        }
    }
    if (i == 1) {
        double E = squared ? 0 : n * negative_log(up * inverse, above[1] * inverse);
        double g = (squared ? power_by_squaring(up * inverse, t->draws) : exponential(E)) * formula;
        bound += g * (3 + (squared ? QUANTILE_POWER_ERROR * n : QUANTILE_LOG_ERROR * E + EXPONENTIAL_ERROR));
        double s = sum + g, z = s - sum;
        sum_rest += sum - (s - z) + (g - z);
        sum = s;
    }
    double every_term = SERIES_ERROR + (squared ? MIDDLE_POWER_ERROR * n : EXPONENTIAL_ERROR) + 2, hi = sum + sum_rest;
    return (approximation){hi, sum_rest - (hi - sum), (bound + every_term * sum) * UNIT * BOUND_SLACK + rest};
}

static approximation subtract(approximation a, approximation b)
{
    double s = a.hi - b.hi, z = s - a.hi, low = a.hi - (s - z) + (-b.hi - z) + (a.lo - b.lo), hi = s + low, y = hi - s;
    double error = (a.error + b.error + 8 * UNIT * UNIT * (fabs(a.hi) + fabs(b.hi))) * (1 + 0x1p-48);
    return (approximation){hi, s - (hi - y) + (low - y), error};
}

static void evaluate(const task *t)
{
    if (constants.n != t->draws) learn_constants(t->draws);
    result = subtract(constants.formula, gap(t, constants.coefficients, constants.formula.hi));
}

/* Widened by more than the sums in 113 bits and the decimals round. */
static void print_bounds(void)
{
    char low[100], high[100];
    __float128 middle = (__float128)result.hi + result.lo, error = result.error + 0x1p-106Q * (fabsq(middle) + result.error);
    quadmath_snprintf(low, sizeof low, "%.50Qe", middle - error);
    quadmath_snprintf(high, sizeof high, "%.50Qe", middle + error);
    printf("\"lo\":\"%s\",\"hi\":\"%s\"", low, high);
}

int main(void)
{
    make_tables();
    return serve("libquadmath of GCC " __VERSION__);
}
