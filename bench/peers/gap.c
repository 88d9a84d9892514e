/*
 * The gap kernel in C, to show what the same algorithm costs in compiled code: KL = D̃_n − Σ g_i in plain doubles. Rigorous as far
 * as libquadmath is, which makes the tables, the coefficients and D̃_n = log n − (n−1)/n.
 */
#include "gap_kernel.h"
#include "gap_series.h"
#include "tables.h"
#include "peer.h"

/* Kept between evaluations as over there. */
static gap_constants constants;
/* C_K − C_i: a part of the weights' form. */
static double *above;
static approximation result;

static void prepare(const task *t)
{
    above = realloc(above, (t->size + 1) * sizeof *above);
    if (!above) fail("out of memory");
    for (size_t i = 0; i <= t->size; i++) above[i] = t->cumulative[t->size] - t->cumulative[i];
}

static void evaluate(const task *t)
{
    if (constants.n != t->draws) learn_constants(&constants, t->draws);
    result = subtract(constants.formula, gap(t->cumulative, above, t->size, t->draws, &constants));
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
