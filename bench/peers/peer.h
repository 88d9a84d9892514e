/*
 * What every peer in C shares: the line protocol and the clock.
 *
 * A peer defines `prepare`, `evaluate` and `print_bounds`, and its main calls `serve` with what it is built on. It first prints
 * {"library": …}. Then each line `FILE n PRECISION SECONDS` is answered by {"nsPerEvaluation": …, "lo": …, "hi": …}: the time
 * of one evaluation of KL, averaged over as many as last SECONDS (one at least), and exact decimals around the result.
 * FILE holds the weights from the worst outcome to the best, integers as little-endian doubles.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    /* C_0 = 0, …, C_size; integers below 2^53. */
    double *cumulative;
    size_t size;
    unsigned long draws;
    long precision;
} task;

/* Called when the task changes; not timed. */
static void prepare(const task *t);
/* The work itself: KL of best-of-n, the direct sum, into the peer's own result. */
static void evaluate(const task *t);
/* Prints "lo":"…","hi":"…" with decimals that lie on the right side of the result, exactly. */
static void print_bounds(void);

static void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static void read_weights(task *t, const char *path)
{
    FILE *file = fopen(path, "rb");
    long bytes;
    if (!file || fseek(file, 0, SEEK_END) || (bytes = ftell(file)) < 0) fail("cannot read the weights");
    rewind(file);
    t->size = (size_t)bytes / sizeof(double);
    free(t->cumulative);
    t->cumulative = malloc((t->size + 1) * sizeof(double));
    if (!t->cumulative) fail("out of memory");
    t->cumulative[0] = 0;
    if (fread(t->cumulative + 1, sizeof(double), t->size, file) != t->size) fail("the weights are cut short");
    fclose(file);
    for (size_t i = 1; i <= t->size; i++) t->cumulative[i] += t->cumulative[i - 1];
}

/* The nanoseconds that this many evaluations take. */
static double run(const task *t, long evaluations)
{
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long i = 0; i < evaluations; i++) {
        evaluate(t);
        /* Memory may have changed, so the next evaluation cannot be merged with this one. */
        __asm__ volatile("" ::: "memory");
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    return (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec);
}

/* Counts only the last batch, which was long enough for the clock. */
static double time_evaluation(const task *t, double seconds)
{
    for (long evaluations = 1;;) {
        double elapsed = run(t, evaluations);
        double missing = 1.2 * seconds * 1e9 / (elapsed > 1 ? elapsed : 1);
        if (elapsed >= seconds * 1e9) return elapsed / evaluations;
        evaluations = missing > 10 ? 10 * evaluations : (long)(missing * evaluations) + 1;
    }
}

static int serve(const char *library)
{
    static char line[8192], path[8192], known[8192];
    task t = {0};
    printf("{\"library\":\"%s\"}\n", library);
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        double seconds;
        if (sscanf(line, "%8191s %lu %ld %lf", path, &t.draws, &t.precision, &seconds) != 4) fail("bad request");
        if (strcmp(path, known)) {
            read_weights(&t, path);
            strcpy(known, path);
        }
        prepare(&t);
        printf("{\"nsPerEvaluation\":%.17g,", time_evaluation(&t, seconds));
        print_bounds();
        printf("}\n");
        fflush(stdout);
    }
    return 0;
}
