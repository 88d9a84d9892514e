/*
 * src/kernels/gap-series.ts in C: the coefficients h_0, h_1, … of the local gap's series for one n ≥ 2. Worked out in 113
 * bits; what the series leave out is in the kernel's error bounds.
 */
#include <quadmath.h>
#include <string.h>

typedef __float128 series[LONG];

static void multiply(series product, const series a, const series b)
{
    series sum;
    for (int k = 0; k < LONG; k++) {
        sum[k] = 0;
        for (int j = 0; j <= k; j++) sum[k] += a[j] * b[k - j];
    }
    memcpy(product, sum, sizeof sum);
}

/* c_1, …, c_LONG of log(sinh(x/2)/(x/2)) = Σ c_k x^2k from the series s_k of its argument: k·s_k = Σ j c_j s_{k−j}. */
static void log_coefficients(__float128 c[LONG + 1])
{
    __float128 s[LONG + 1] = {1};
    for (int k = 1; k <= LONG; k++) s[k] = s[k - 1] / (4 * (2 * k) * (2 * k + 1));
    for (int k = 1; k <= LONG; k++) {
        __float128 sum = s[k] * k;
        for (int j = 1; j < k; j++) sum -= c[j] * s[k - j] * j;
        c[k] = sum / k;
    }
}

/* H = 2·S·Q with Q = A·(c_1 p_1 + vA·(c_2 p_2 + …)), (nλ)² = 4v·A and S = Σ v^k Π_{j ≤ 2k} (1 − j/n)/(j+1). */
static void gap_series(double coefficients[LONG], unsigned long n)
{
    __float128 c[LONG + 1], N = n, power = 1, factor = 1;
    series A, Q = {0}, S;
    log_coefficients(c);
    for (int k = 0; k < LONG; k++) {
        A[k] = 1 / (power * (2 * k + 1));
        power *= N * N;
    }
    multiply(A, A, A);
    for (int k = 0; k < LONG; k++) A[k] *= 4;
    for (int k = LONG; k >= 1; k--) {
        memmove(Q + 1, Q, (LONG - 1) * sizeof *Q);
        Q[0] = c[k] * ((2 * k - 1) - 2 * k / N + powq(N, -2 * k));
        multiply(Q, Q, A);
    }
    for (int k = 0; k < LONG; k++) {
        for (int j = k > 0 ? 2 * k - 1 : 1; j <= 2 * k; j++) factor = n > (unsigned long)j ? factor * (1 - j / N) / (j + 1) : 0;
        S[k] = factor;
    }
    multiply(S, S, Q);
    for (int k = 0; k < LONG; k++) coefficients[k] = 2 * S[k];
}

static void learn_constants(gap_constants *of, unsigned long n)
{
    __float128 log_n = logq(n), formula = log_n - (n - 1) / (__float128)n;
    double hi = formula;
    of->n = n;
    of->formula = (approximation){hi, formula - hi, 0x1p-104 * (double)(1 + log_n)};
    gap_series(of->coefficients, n);
}
