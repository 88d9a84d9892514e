/*
 * The gap kernel in C for many policies of the same size in one call. Speaks the protocol of peer.h: FILE holds the weights of all
 * policies, one behind the other, and PRECISION is the number of outcomes of each. The bounds are those of the last policy.
 */
#include "../peers/gap_kernel.h"
#include "../peers/gap_series.h"
#include "../peers/tables.h"
#include "../peers/peer.h"

static gap_constants constants;
static double *cumulative, *above;
static approximation *answers;
static size_t count;

static void *room(void *old, size_t bytes)
{
    void *space = realloc(old, bytes);
    if (!space) fail("out of memory");
    return space;
}

static void prepare(const task *t)
{
    size_t size = t->precision;
    count = t->size / size;
    cumulative = room(cumulative, count * (size + 1) * sizeof *cumulative);
    above = room(above, count * (size + 1) * sizeof *above);
    answers = room(answers, count * sizeof *answers);
    for (size_t p = 0; p < count; p++) {
        double *sums = cumulative + p * (size + 1), *rest = above + p * (size + 1);
        /* Sums of all weights so far, below 2^53, so differences are exact. */
        for (size_t i = 0; i <= size; i++) sums[i] = t->cumulative[p * size + i] - t->cumulative[p * size];
        for (size_t i = 0; i <= size; i++) rest[i] = sums[size] - sums[i];
    }
    learn_constants(&constants, t->draws);
}

static void evaluate(const task *t)
{
    size_t size = t->precision;
    for (size_t p = 0; p < count; p++) {
        size_t at = p * (size + 1);
        answers[p] = subtract(constants.formula, gap(cumulative + at, above + at, size, t->draws, &constants));
    }
}

static void print_bounds(void)
{
    char low[100], high[100];
    approximation last = answers[count - 1];
    __float128 middle = (__float128)last.hi + last.lo, error = last.error + 0x1p-106Q * (fabsq(middle) + last.error);
    quadmath_snprintf(low, sizeof low, "%.50Qe", middle - error);
    quadmath_snprintf(high, sizeof high, "%.50Qe", middle + error);
    printf("\"lo\":\"%s\",\"hi\":\"%s\"", low, high);
}

int main(void)
{
    make_tables();
    return serve("libquadmath of GCC " __VERSION__);
}
