/*
 * KL of best-of-n in Arb's balls: rigorous, the same direct sum. The precision is in bits.
 *
 * Everything is allocated once, rational numbers come from exact integers by one division each, and n-th powers are Arb's own.
 */
#include "peer.h"
#if __has_include("arb.h")
#include "arb.h"
#else
#include "flint/arb.h"
#endif

static ulong *cumulative;
static arb_t sum, up_to, below, pi, ratio, entropy;
static arf_t low, high;
static slong precision;

static void prepare(const task *t)
{
    precision = t->precision;
    cumulative = realloc(cumulative, (t->size + 1) * sizeof(ulong));
    if (!cumulative) fail("out of memory");
    for (size_t i = 0; i <= t->size; i++) cumulative[i] = (ulong)t->cumulative[i];
}

/*
 * The term where the ball of π_i touches 0: π log(π/p) = p·h(π/p) with h(r) = r log r. Over [0, r] h falls from 0 to
 * −1/e > −3/8 at 1/e and rises from there, so it stays above −3/8, above h(r) where r < 1/3, and below max(0, h(r)).
 */
static void add_negligible(ulong weight, ulong total)
{
    arb_get_ubound_arf(high, pi, precision);
    if (arf_sgn(high) <= 0) return;
    arb_set_arf(ratio, high);
    arb_mul_ui(ratio, ratio, total, precision);
    arb_div_ui(ratio, ratio, weight, precision);
    arb_log(entropy, ratio, precision);
    arb_mul(entropy, entropy, ratio, precision);
    arb_mul_ui(ratio, ratio, 3, precision);
    arb_sub_ui(ratio, ratio, 1, precision);
    if (arb_is_negative(ratio)) arb_get_lbound_arf(low, entropy, precision);
    else arf_set_d(low, -0.375);
    arb_get_ubound_arf(high, entropy, precision);
    if (arf_sgn(high) < 0) arf_zero(high);
    arb_set_interval_arf(ratio, low, high, precision);
    arb_mul_ui(ratio, ratio, weight, precision);
    arb_div_ui(ratio, ratio, total, precision);
    arb_add(sum, sum, ratio, precision);
}

static void evaluate(const task *t)
{
    ulong total = cumulative[t->size];
    arb_zero(sum);
    arb_zero(below);
    for (size_t i = 1; i <= t->size; i++) {
        ulong weight = cumulative[i] - cumulative[i - 1];
        arb_set_ui(up_to, cumulative[i]);
        arb_div_ui(up_to, up_to, total, precision);
        arb_pow_ui(up_to, up_to, t->draws, precision);
        arb_sub(pi, up_to, below, precision);
        arb_mul_ui(ratio, pi, total, precision);
        arb_div_ui(ratio, ratio, weight, precision);
        if (arb_is_positive(ratio)) {
            arb_log(ratio, ratio, precision);
            arb_addmul(sum, pi, ratio, precision);
        } else {
            add_negligible(weight, total);
        }
        arb_swap(below, up_to);
    }
}

/* An endpoint in units of 10^−80, rounded away from the ball. */
static void print_end(const char *name, const arf_t end, arf_rnd_t direction)
{
    enum { PLACES = 80 };
    fmpz_t units;
    arf_t scaled;
    fmpz_init(units);
    arf_init(scaled);
    fmpz_ui_pow_ui(units, 10, PLACES);
    arf_mul_fmpz(scaled, end, units, ARF_PREC_EXACT, ARF_RND_DOWN);
    arf_get_fmpz(units, scaled, direction);
    printf("\"%s\":\"", name);
    fmpz_print(units);
    printf("e-%d\"", PLACES);
    arf_clear(scaled);
    fmpz_clear(units);
}

static void print_bounds(void)
{
    arb_get_lbound_arf(low, sum, precision + 64);
    arb_get_ubound_arf(high, sum, precision + 64);
    print_end("lo", low, ARF_RND_FLOOR);
    printf(",");
    print_end("hi", high, ARF_RND_CEIL);
}

int main(void)
{
    static char library[200];
    arb_ptr balls[] = {sum, up_to, below, pi, ratio, entropy};
    for (size_t i = 0; i < sizeof balls / sizeof *balls; i++) arb_init(balls[i]);
    arf_init(low);
    arf_init(high);
#if __FLINT_RELEASE < 30000
    snprintf(library, sizeof library, "Arb %s, FLINT %s", arb_version, FLINT_VERSION);
#else
    snprintf(library, sizeof library, "FLINT %s", FLINT_VERSION);
#endif
    return serve(library);
}
