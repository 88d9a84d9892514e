/*
 * src/kernels/gap.ts in C, with the same branches and bounds, which are derived over there: D̃_n − KL = Σ g_i in plain doubles.
 * Needs no library, so that it is compiled for WebAssembly too (bench/wasm).
 *
 * With PAIRS, two atoms of the series go through vectors of two doubles at a time, and the answer is the same to the last bit.
 * Two sums of doubles are exact only where no product is fused into them: to be compiled with -ffp-contract=off.
 */
#include <stddef.h>
#include "elementary.h"

#define REACH (1. / 2)
#define SHORT_REACH (1. / 8)

enum { LONG = 12, SQUARED = 16 };

/* What the series leave out, in units of 2^−53: at most 0.104, at n = 2. */
#define TRUNCATION 0.11
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

/* What belongs to one n: the coefficients of the series, and D̃_n = log n − (n−1)/n. */
typedef struct {
    unsigned long n;
    double coefficients[LONG];
    approximation formula;
} gap_constants;

#ifdef PAIRS
#include "../wasm/pairs.h"
#endif

static double power_by_squaring(double x, unsigned long n)
{
    double power = n & 1 ? x : 1;
    for (n >>= 1; n > 0; n >>= 1) {
        x *= x;
        if (n & 1) power *= x;
    }
    return power;
}

/* above[i] = C_K − C_i, read only where n > SQUARED. */
static approximation gap(const double *cumulative, const double *above, size_t size, unsigned long draws, const gap_constants *of)
{
    const double *h = of->coefficients, formula = of->formula.hi, n = draws, total = cumulative[size];
    const double inverse = 1 / total, half = 0.5 * inverse;
    const double stop = formula / NEGLIGIBLE, share = (n - 1) / n;
    const int squared = n <= SQUARED;
    double sum = 0, sum_rest = 0, bound = 0, rest = FLUSHED * formula, up = total, power = 1, power_error = 0;
    size_t i = size;
    for (; i > 1; i--) {
#ifdef PAIRS
        pair both;
        if (i > 2 && power < 0 && pair_of_gaps(&both, cumulative + i - 2, above + i - 2, draws, half, h)) {
            for (int j = 1; j >= 0; j--) {
                double s = sum + both.g[j], z = s - sum;
                sum_rest += sum - (s - z) + (both.g[j] - z);
                sum = s;
                if (!squared) bound += MIDDLE_LOG_ERROR * (both.g[j] * both.E[j]);
            }
            i--;
            up = cumulative[i - 1];
            continue;
        }
#endif
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
                below = power_by_squaring(m * half, draws);
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
                power = power_by_squaring(c * inverse, draws);
                power_error = QUANTILE_POWER_ERROR * n;
            } else if (power < 0) {
                double from = n * negative_log(c * inverse, above[i] * inverse);
                power = exponential(from);
                power_error = QUANTILE_LOG_ERROR * from + EXPONENTIAL_ERROR;
            }
            double q = squared ? power_by_squaring(x, draws) : exponential(E), missed = 1 - q, per_missed = 1 / missed;
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
        double g = (squared ? power_by_squaring(up * inverse, draws) : exponential(E)) * formula;
        bound += g * (3 + (squared ? QUANTILE_POWER_ERROR * n : QUANTILE_LOG_ERROR * E + EXPONENTIAL_ERROR));
        double s = sum + g, z = s - sum;
        sum_rest += sum - (s - z) + (g - z);
        sum = s;
    }
    double every_term = SERIES_ERROR + (squared ? MIDDLE_POWER_ERROR * n : EXPONENTIAL_ERROR) + 2 + TRUNCATION, hi = sum + sum_rest;
    return (approximation){hi, sum_rest - (hi - sum), (bound + every_term * sum) * UNIT * BOUND_SLACK + rest};
}

static approximation subtract(approximation a, approximation b)
{
    double s = a.hi - b.hi, z = s - a.hi, low = a.hi - (s - z) + (-b.hi - z) + (a.lo - b.lo), hi = s + low, y = hi - s;
    double error = (a.error + b.error + 8 * UNIT * UNIT * (__builtin_fabs(a.hi) + __builtin_fabs(b.hi))) * (1 + 0x1p-48);
    return (approximation){hi, s - (hi - y) + (low - y), error};
}
