/*
 * src/arithmetic/double-elementary.ts in C, step by step: logarithm and exponential in plain doubles, by table and short series,
 * with the error bounds that are proven there, in units of u = 2^−53. Needs no library. Whoever includes it fills the tables.
 */
#include <stdint.h>

#define UNIT 0x1p-53
#define NEGATIVE_LOG_ERROR 10
#define LOG_ERROR 4
#define EXPONENTIAL_ERROR 4

enum { INDEX_BITS = 8, INTERVALS = 1 << INDEX_BITS };

static const double LARGEST_EXPONENT = 700;
static const uint64_t MANTISSA = 0xfffffffffffff, EXPONENT_OF_ONE = 0x3ff0000000000000;

/* For each interval of m in [1, 2): c ≈ 1/m of 10 bits, log c and log 2c. */
static double logs[3 * INTERVALS];
/* 2^(−j/64). */
static double exponentials[64];
static double ln2, step_head, step_tail, steps_per_unit;

static inline uint64_t bits_of(double x)
{
    uint64_t bits;
    __builtin_memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double double_of(uint64_t bits)
{
    double x;
    __builtin_memcpy(&x, &bits, sizeof x);
    return x;
}

/* The table's entries for the mantissa. */
static inline const double *entries(uint64_t bits)
{
    return logs + 3 * ((bits >> (52 - INDEX_BITS)) & (INTERVALS - 1));
}

static inline double mantissa(uint64_t bits)
{
    return double_of((bits & MANTISSA) | EXPONENT_OF_ONE);
}

/* log(1 + r)/r for |r| < 2^−8.4. */
static inline double series_of_log(double r)
{
    return 1 - r * (0.5 - r * (1. / 3 - r * (0.25 - r * (0.2 - r * (1. / 6 - r * (1. / 7))))));
}

/* −log x for 0 < x ≤ 1 and d = 1 − x, of which the one that is small carries the precision. */
static inline double negative_log(double x, double d)
{
    uint64_t bits = bits_of(x);
    const double *entry = entries(bits);
    double c = entry[0];
    if (d <= 0.25) {
        if (x >= 1) return d;
        double r = 2 * c - 1 - d * (2 * c);
        return entry[2] - r * series_of_log(r);
    }
    int k = (int)(bits >> 52) - 1023;
    double r = mantissa(bits) * c - 1, rest = r * series_of_log(r);
    return k == -1 ? entry[2] - rest : entry[1] - k * ln2 - rest;
}

/* log z for z ≥ 1. */
static inline double logarithm(double z)
{
    uint64_t bits = bits_of(z);
    const double *entry = entries(bits);
    double r = mantissa(bits) * entry[0] - 1;
    return ((int)(bits >> 52) - 1023) * ln2 - entry[1] + r * series_of_log(r);
}

/* e^−E for E ≥ 0. */
static inline double exponential(double E)
{
    if (E > LARGEST_EXPONENT) return 0;
    int j = (int)(E * steps_per_unit + 0.5);
    double f = E - j * step_head - j * step_tail;
    double series = 1 - f * (1 - f * (0.5 - f * (1. / 6 - f * (1. / 24 - f * (1. / 120 - f * (1. / 720))))));
    return exponentials[j & 63] * series * double_of((uint64_t)(1023 - (j >> 6)) << 52);
}
