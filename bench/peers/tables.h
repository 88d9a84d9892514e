/*
 * Fills the tables of elementary.h with libquadmath, whose 113 bits leave no entry off by more than its rounding to a double.
 */
#include <math.h>
#include <quadmath.h>

static void make_tables(void)
{
    __float128 step = M_LN2q / 64, head = ldexpq(floorq(ldexpq(step, 42)), -42);
    ln2 = M_LN2q;
    /* Of 36 bits, so that its products with the number of steps are exact. */
    step_head = head;
    step_tail = step - head;
    steps_per_unit = 1 / (double)step;
    for (int j = 0; j < INTERVALS; j++) {
        double c = floor(512 * INTERVALS / (INTERVALS + j + 0.5) + 0.5) / 512;
        logs[3 * j] = c;
        logs[3 * j + 1] = logq(c);
        logs[3 * j + 2] = logq(2 * c);
    }
    for (int j = 0; j < 64; j++) exponentials[j] = expq(-step * j);
}
