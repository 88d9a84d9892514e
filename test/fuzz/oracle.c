/*
 * An oracle for the differential fuzzer, in C with Arb's balls. It shares no formula's code with the library: every quantity is
 * written down here again, from its definition, for an exact rational n.
 *
 * Input, one instance a line:   ID DIGITS N_NUM N_DEN TIES K (WEIGHT RANK STRETCH)*K COUNT (NAME LO HI)*COUNT
 * TIES is L (levels, broken at random) or O (by the order listed). LO and HI are the library's enclosure in decimals.
 * Output, one line for each number that cannot be right:   ID NAME LO HI BALL
 * and at the end:   checked N blunt N
 * A number is "blunt" where the last precision leaves a ball that is not much narrower than the enclosure.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#if __has_include("arb.h")
#include "arb.h"
#else
#include "flint/arb.h"
#endif

#define MAX_OUTCOMES 64
#define ATTEMPTS 5

typedef struct { arb_t mass, below, up_to, probability; int is_stretch; int first, last; } part;

static fmpz_t weight[MAX_OUTCOMES], sum, n_num, n_den;
static int rank[MAX_OUTCOMES], stretch[MAX_OUTCOMES], outcomes, by_order;
static part parts[MAX_OUTCOMES];
static int count;
static arb_t n, one;
static slong prec;

static void fail(const char *why) { fprintf(stderr, "oracle: %s\n", why); exit(2); }

/* x^e for x >= 0 and a rational or real e > 0. */
static void power(arb_t z, const arb_t x, const arb_t e)
{
    if (arb_is_zero(x)) { arb_zero(z); return; }
    arb_t t; arb_init(t);
    arb_log(t, x, prec); arb_mul(t, t, e, prec); arb_exp(z, t, prec);
    arb_clear(t);
}

/* 1 - x^e for 0 <= x < 1, precise for x near 1. */
static void missing(arb_t z, const arb_t x, const arb_t e)
{
    if (arb_is_zero(x)) { arb_one(z); return; }
    arb_t t; arb_init(t);
    arb_log(t, x, prec); arb_mul(t, t, e, prec); arb_expm1(t, t, prec); arb_neg(z, t);
    arb_clear(t);
}

static void quotient(arb_t z, const fmpz_t a, const fmpz_t b) { arb_set_fmpz(z, a); arb_div_fmpz(z, z, b, prec); }

/* log(1 - x) for a rational x = a/b below 1, precise for small x. */
static void fill(part *p, const fmpz_t low, const fmpz_t high)
{
    fmpz_t w; arb_t ratio, share;
    fmpz_init(w); arb_init(ratio); arb_init(share);
    fmpz_sub(w, high, low);
    quotient(p->mass, w, sum); quotient(p->below, low, sum); quotient(p->up_to, high, sum);
    quotient(ratio, low, high);
    missing(share, ratio, n);
    power(p->probability, p->up_to, n);
    arb_mul(p->probability, p->probability, share, prec);
    fmpz_clear(w); arb_clear(ratio); arb_clear(share);
}

/* The parts that best-of-n orders: levels, or outcomes where an order breaks ties. */
static void cut(int order)
{
    fmpz_t low, high; fmpz_init(low); fmpz_init(high);
    count = 0;
    for (int i = 0; i < outcomes;) {
        part *p = &parts[count++];
        int j = i;
        while (j < outcomes && rank[j] == rank[i] && !(order && j > i)) { fmpz_add(high, high, weight[j]); j++; }
        p->first = i; p->last = j; p->is_stretch = stretch[i];
        fill(p, low, high);
        fmpz_set(low, high);
        i = j;
    }
    fmpz_clear(low); fmpz_clear(high);
}

/* The atomless KL: log n - (n-1)/n. */
static void formula(arb_t z)
{
    arb_t t; arb_init(t);
    arb_inv(t, n, prec); arb_log(z, n, prec); arb_sub(z, z, one, prec); arb_add(z, z, t, prec);
    arb_clear(t);
}

/* u^n (log n + (n-1) log u - (n-1)/n), an antiderivative of f log f for f = n u^(n-1). */
static void phi(arb_t z, const arb_t u)
{
    if (arb_is_zero(u)) { arb_zero(z); return; }
    arb_t s, t; arb_init(s); arb_init(t);
    formula(s); arb_sub(t, n, one, prec); arb_log(z, u, prec); arb_addmul(s, t, z, prec);
    power(t, u, n); arb_mul(z, s, t, prec);
    arb_clear(s); arb_clear(t);
}

static void rise(arb_t z, const part *p, const arb_t e)
{
    arb_t t; arb_init(t);
    power(z, p->up_to, e); power(t, p->below, e); arb_sub(z, z, t, prec);
    arb_clear(t);
}

static void kl(arb_t z)
{
    arb_t t; arb_init(t); arb_zero(z);
    for (int i = 0; i < count; i++) {
        const part *p = &parts[i];
        if (p->is_stretch) { phi(t, p->up_to); arb_add(z, z, t, prec); phi(t, p->below); arb_sub(z, z, t, prec); continue; }
        arb_div(t, p->probability, p->mass, prec); arb_log(t, t, prec); arb_addmul(z, t, p->probability, prec);
    }
    arb_clear(t);
}

static void reverse_kl(arb_t z)
{
    arb_t t, s; arb_init(t); arb_init(s); arb_zero(z);
    for (int i = 0; i < count; i++) {
        const part *p = &parts[i];
        if (!p->is_stretch) {
            arb_div(t, p->mass, p->probability, prec); arb_log(t, t, prec); arb_addmul(z, t, p->mass, prec);
            continue;
        }
        arb_log(t, n, prec); arb_submul(z, t, p->mass, prec);
        arb_log(t, p->up_to, prec); arb_mul(t, t, p->up_to, prec);
        if (!arb_is_zero(p->below)) { arb_log(s, p->below, prec); arb_submul(t, s, p->below, prec); }
        arb_sub(t, t, p->mass, prec); arb_sub(s, n, one, prec); arb_submul(z, s, t, prec);
    }
    arb_clear(t); arb_clear(s);
}

/* The sum over p_i of (pi_i/p_i)^alpha. */
static void powers(arb_t z, const arb_t alpha)
{
    arb_t t, e; arb_init(t); arb_init(e); arb_zero(z);
    for (int i = 0; i < count; i++) {
        const part *p = &parts[i];
        if (p->is_stretch) {
            arb_sub(e, n, one, prec); arb_mul(e, e, alpha, prec); arb_add(e, e, one, prec);
            rise(t, p, e); arb_div(t, t, e, prec); power(e, n, alpha); arb_addmul(z, t, e, prec);
        } else {
            arb_div(t, p->probability, p->mass, prec); power(t, t, alpha); arb_addmul(z, t, p->mass, prec);
        }
    }
    arb_clear(t); arb_clear(e);
}

static void chi_square(arb_t z) { arb_t a; arb_init(a); arb_set_ui(a, 2); powers(z, a); arb_sub(z, z, one, prec); arb_clear(a); }

/* 2 - 2 * sum of sqrt(pi p). */
static void hellinger(arb_t z)
{
    arb_t a; arb_init(a); arb_set_d(a, 0.5);
    powers(z, a); arb_sub(z, one, z, prec); arb_mul_2exp_si(z, z, 1); arb_clear(a);
}

static void renyi(arb_t z, const char *order)
{
    fmpq_t q; arb_t a; fmpq_init(q); arb_init(a);
    if (fmpq_set_str(q, order, 10)) fail("an order is no rational");
    arb_set_fmpq(a, q, prec); powers(z, a); arb_log(z, z, prec); arb_sub(a, a, one, prec); arb_div(z, z, a, prec);
    fmpq_clear(q); arb_clear(a);
}

static void renyi_bound(arb_t z, const char *order)
{
    fmpq_t q; arb_t a, t; fmpq_init(q); arb_init(a); arb_init(t);
    if (fmpq_set_str(q, order, 10)) fail("an order is no rational");
    arb_set_fmpq(a, q, prec); power(z, n, a);
    arb_sub(t, n, one, prec); arb_mul(t, t, a, prec); arb_add(t, t, one, prec);
    arb_div(z, z, t, prec); arb_log(z, z, prec); arb_sub(a, a, one, prec); arb_div(z, z, a, prec);
    fmpq_clear(q); arb_clear(a); arb_clear(t);
}

static void win_rate(arb_t z)
{
    arb_t t, e; arb_init(t); arb_init(e); arb_zero(z);
    for (int i = 0; i < count; i++) {
        const part *p = &parts[i];
        if (p->is_stretch) {
            arb_add(e, n, one, prec); rise(t, p, e); arb_mul(t, t, n, prec); arb_div(t, t, e, prec); arb_add(z, z, t, prec);
        } else {
            arb_add(t, p->below, p->up_to, prec); arb_mul_2exp_si(t, t, -1); arb_addmul(z, t, p->probability, prec);
        }
    }
    arb_clear(t); arb_clear(e);
}

static void total_variation(arb_t z)
{
    arb_t t; arb_init(t); arb_zero(z);
    for (int i = 0; i < count; i++) { arb_sub(t, parts[i].probability, parts[i].mass, prec); arb_abs(t, t); arb_add(z, z, t, prec); }
    arb_mul_2exp_si(z, z, -1);
    arb_clear(t);
}

/* The paper's estimator at a mass, or with `better` the one divided by the chance of being drawn. */
static void estimate(arb_t z, const fmpz_t w, int better)
{
    arb_t q, seen, t, e; fmpz_t rest;
    if (fmpz_equal(w, sum) || fmpz_equal(n_num, n_den)) { arb_zero(z); return; }
    arb_init(q); arb_init(seen); arb_init(t); arb_init(e); fmpz_init(rest);
    fmpz_sub(rest, sum, w); quotient(q, rest, sum); quotient(e, w, sum);
    missing(seen, q, n);
    arb_div(z, seen, e, prec); arb_log(z, z, prec);
    if (better) {
        power(t, q, n); arb_sub(e, n, one, prec); arb_mul(t, t, e, prec); arb_log(e, q, prec); arb_mul(t, t, e, prec);
        arb_div(t, t, seen, prec); arb_add(z, z, t, prec);
    } else {
        arb_mul(z, z, seen, prec); phi(t, q); arb_add(z, z, t, prec);
    }
    arb_clear(q); arb_clear(seen); arb_clear(t); arb_clear(e); fmpz_clear(rest);
}

static void estimator_mean(arb_t z, int better)
{
    arb_t t, s; arb_init(t); arb_init(s); arb_zero(z);
    for (int i = 0; i < count; i++) {
        const part *p = &parts[i];
        for (int y = p->first; y < p->last; y++) {
            if (p->is_stretch) formula(t); else estimate(t, weight[y], better);
            quotient(s, weight[y], sum); arb_div(s, s, p->mass, prec); arb_mul(s, s, p->probability, prec);
            arb_addmul(z, t, s, prec);
        }
    }
    arb_clear(t); arb_clear(s);
}

static void largest_ratio(arb_t z)
{
    arb_t t, e; arb_init(t); arb_init(e); arb_one(z);
    for (int i = 0; i < count; i++) {
        const part *p = &parts[i];
        if (p->is_stretch) { arb_sub(e, n, one, prec); if (arb_is_zero(e)) arb_one(t); else power(t, p->up_to, e); arb_mul(t, t, n, prec); }
        else arb_div(t, p->probability, p->mass, prec);
        arb_max(z, z, t, prec);
    }
    arb_log(z, z, prec);
    arb_clear(t); arb_clear(e);
}

static void bound(arb_t z, char which)
{
    arb_t t; arb_init(t);
    arb_add(t, n, one, prec);
    if (which == 'W') arb_div(z, n, t, prec);
    else if (which == 'H') { arb_sqrt(z, n, prec); arb_div(z, z, t, prec); arb_mul_2exp_si(z, z, 1); arb_sub(z, one, z, prec); arb_mul_2exp_si(z, z, 1); }
    else if (which == 'R') { arb_log(z, n, prec); arb_sub(t, n, one, prec); arb_sub(z, t, z, prec); }
    else if (which == 'C') { arb_sub(z, n, one, prec); arb_mul(z, z, z, prec); arb_mul_2exp_si(t, n, 1); arb_sub(t, t, one, prec); arb_div(z, z, t, prec); }
    arb_clear(t);
}

static void compute(arb_t z, const char *name)
{
    cut(by_order && strcmp(name, "W"));
    if (!strcmp(name, "KL")) kl(z);
    else if (!strcmp(name, "D")) formula(z);
    else if (!strcmp(name, "GAP")) { arb_t t; arb_init(t); formula(z); kl(t); arb_sub(z, z, t, prec); arb_clear(t); }
    else if (!strcmp(name, "W")) win_rate(z);
    else if (!strcmp(name, "TV")) total_variation(z);
    else if (!strcmp(name, "CHI")) chi_square(z);
    else if (!strcmp(name, "HELL")) hellinger(z);
    else if (!strcmp(name, "RKL")) reverse_kl(z);
    else if (!strcmp(name, "ED")) estimator_mean(z, 0);
    else if (!strcmp(name, "EDS")) estimator_mean(z, 1);
    else if (!strcmp(name, "RATIO")) largest_ratio(z);
    else if (!strcmp(name, "LOGN")) arb_log(z, n, prec);
    else if (!strncmp(name, "BOUND:", 6)) bound(z, name[6]);
    else if (!strncmp(name, "RENYI:", 6)) renyi(z, name + 6);
    else if (!strncmp(name, "RENYIBOUND:", 11)) renyi_bound(z, name + 11);
    else fail("a quantity has no name here");
}

/* 1: disjoint from [lo, hi]; 0: meets it and is much narrower; -1: meets it and is not. */
static int judge(const arb_t ball, const char *lo, const char *hi, slong digits)
{
    arb_t low, high, width, scale; int verdict;
    arb_init(low); arb_init(high); arb_init(width); arb_init(scale);
    if (arb_set_str(low, lo, prec + 64) || arb_set_str(high, hi, prec + 64)) fail("an end is no number");
    if (arb_lt(ball, low) || arb_gt(ball, high)) verdict = 1;
    else {
        arb_sub(width, high, low, prec);
        arb_abs(scale, high); arb_ui_pow_ui(low, 10, digits + 3, prec); arb_div(scale, scale, low, prec); arb_add(width, width, scale, prec);
        arb_mul_2exp_si(width, width, -10);
        arb_zero(low); arb_add_error_arf(low, arb_midref(width)); /* any ball as wide as width */
        verdict = mag_cmp(arb_radref(ball), arb_radref(low)) <= 0 ? 0 : -1;
        if (arb_is_exact(ball)) verdict = 0;
        if (arb_is_zero(width) && mag_cmp_2exp_si(arb_radref(ball), -(prec / 2)) < 0) verdict = 0;
    }
    arb_clear(low); arb_clear(high); arb_clear(width); arb_clear(scale);
    return verdict;
}

static char *next(char **at)
{
    char *found = strsep(at, " \n");
    if (!found || !*found) fail("a line ends early");
    return found;
}

int main(void)
{
    char *line = NULL; size_t room = 0; long checked = 0, blunt = 0;
    arb_t value; arb_init(value); arb_init(n); arb_init(one); arb_one(one);
    fmpz_init(sum); fmpz_init(n_num); fmpz_init(n_den);
    for (int i = 0; i < MAX_OUTCOMES; i++) {
        fmpz_init(weight[i]);
        arb_init(parts[i].mass); arb_init(parts[i].below); arb_init(parts[i].up_to); arb_init(parts[i].probability);
    }
    while (getline(&line, &room, stdin) > 0) {
        char *at = line, *id = next(&at);
        slong digits = atol(next(&at));
        if (fmpz_set_str(n_num, next(&at), 10) || fmpz_set_str(n_den, next(&at), 10)) fail("n is no rational");
        by_order = *next(&at) == 'O';
        outcomes = atoi(next(&at));
        if (outcomes < 1 || outcomes > MAX_OUTCOMES) fail("too many outcomes");
        fmpz_zero(sum);
        for (int i = 0; i < outcomes; i++) {
            if (fmpz_set_str(weight[i], next(&at), 10)) fail("a weight is no integer");
            fmpz_add(sum, sum, weight[i]);
            rank[i] = atoi(next(&at)); stretch[i] = atoi(next(&at));
        }
        slong least = 4 * digits + 2 * (slong)fmpz_bits(sum) + 4 * (slong)fmpz_bits(n_num) + 128;
        for (int quantities = atoi(next(&at)); quantities > 0; quantities--) {
            char *name = next(&at), *lo = next(&at), *hi = next(&at);
            int verdict = -1;
            prec = least;
            for (int attempt = 0; attempt < ATTEMPTS && verdict < 0; attempt++, prec *= 2) {
                arb_set_fmpz(n, n_num); arb_div_fmpz(n, n, n_den, prec);
                compute(value, name);
                verdict = judge(value, lo, hi, digits);
            }
            checked++;
            if (verdict < 0) blunt++;
            if (verdict > 0) { printf("%s %s %s %s ", id, name, lo, hi); arb_printn(value, digits + 10, 0); printf("\n"); }
        }
    }
    printf("checked %ld blunt %ld\n", checked, blunt);
    return 0;
}
