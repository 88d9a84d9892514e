/*
 * The gap kernel of bench/peers for WebAssembly: no library, no memory of its own but the tables. Whoever calls it puts weights behind
 * __heap_base and says where. Cumulative weights are C_0 = 0, …, C_K; an answer is hi, lo and error of KL.
 */
#include "../peers/gap_kernel.h"

#define EXPORTED(name) __attribute__((export_name(#name)))

static gap_constants constants;

/* The tables of elementary.h, one behind the other, and its four constants. */
EXPORTED(set_tables) void set_tables(const double *from)
{
    for (int j = 0; j < 3 * INTERVALS; j++) logs[j] = *from++;
    for (int j = 0; j < 64; j++) exponentials[j] = *from++;
    ln2 = *from++, step_head = *from++, step_tail = *from++, steps_per_unit = *from;
}

/* What belongs to one n: coefficients, and hi, lo and error of D̃_n. */
EXPORTED(set_draws) void set_draws(unsigned long n, const double *from)
{
    constants.n = n;
    for (int k = 0; k < LONG; k++) constants.coefficients[k] = *from++;
    constants.formula = (approximation){from[0], from[1], from[2]};
}

/* C_K − C_i, the part of the weights' form that large n need. */
EXPORTED(sum_from_above) void sum_from_above(const double *cumulative, double *above, size_t size)
{
    for (size_t i = 0; i <= size; i++) above[i] = cumulative[size] - cumulative[i];
}

EXPORTED(evaluate) void evaluate(const double *cumulative, const double *above, size_t size, double *answer)
{
    approximation kl = subtract(constants.formula, gap(cumulative, above, size, constants.n, &constants));
    answer[0] = kl.hi, answer[1] = kl.lo, answer[2] = kl.error;
}

/* Many policies of the same size, one behind the other. */
EXPORTED(evaluate_all) void evaluate_all(const double *cumulative, const double *above, size_t size, size_t count, double *answers)
{
    for (size_t p = 0; p < count; p++) {
        size_t at = p * (size + 1);
        evaluate(cumulative + at, above + at, size, answers + 3 * p);
    }
}
