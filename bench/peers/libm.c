/*
 * KL of best-of-n in plain doubles with libm's logarithm: what the hardware can do when nothing is guaranteed.
 * NOT rigorous: the result carries no error bound.
 */
#include "peer.h"
#include <math.h>
#ifdef __GLIBC__
#include <gnu/libc-version.h>
#endif

static double result;

static double power(double base, unsigned long n)
{
    double value = 1;
    for (; n > 0; n >>= 1) {
        if (n & 1) value *= base;
        base *= base;
    }
    return value;
}

static void prepare(const task *t)
{
    (void)t;
}

static void evaluate(const task *t)
{
    double total = t->cumulative[t->size], below = 0, sum = 0;
    for (size_t i = 1; i <= t->size; i++) {
        double c = t->cumulative[i], up_to = power(c / total, t->draws), pi = up_to - below;
        if (pi > 0) sum += pi * log(pi * total / (c - t->cumulative[i - 1]));
        below = up_to;
    }
    result = sum;
}

static void print_bounds(void)
{
    /* 767 significant digits are enough for every double to be exact. */
    printf("\"lo\":\"%.767g\",\"hi\":\"%.767g\"", result, result);
}

int main(void)
{
    static char library[200] = "libm";
#ifdef __GLIBC__
    snprintf(library, sizeof library, "libm of glibc %s", gnu_get_libc_version());
#endif
    return serve(library);
}
