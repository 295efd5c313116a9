/* SMAA-2 with normal scores and confidence factors, as fast as plain loops get: single precision,
 * blocks of 64 samples side by side so that a compiler makes every inner loop a vector loop.
 * usage: smaa_reference OPTIONS CRITERIA SAMPLES ROUNDS < means and deviations
 * prints the median seconds of the rounds, then each option's first-rank acceptability. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define L 64
#define MOST 64

static uint32_t s[4][L];
static int m, n;
static float mean[MOST][MOST], sd[MOST][MOST];

static inline void uniform(float *out) { /* xoshiro128+ (Blackman & Vigna 2018), 64 lanes */
    for (int l = 0; l < L; l++) {
        uint32_t r = s[0][l] + s[3][l], t = s[1][l] << 9;
        s[2][l] ^= s[0][l]; s[3][l] ^= s[1][l]; s[1][l] ^= s[2][l]; s[0][l] ^= s[3][l];
        s[2][l] ^= t; s[3][l] = (s[3][l] << 11) | (s[3][l] >> 21);
        out[l] = ((float)(int32_t)(r >> 9) + 0.5f) * (1.0f / 8388608.0f);
    }
}

static inline void normals(float *a, float *b) { /* Box & Muller (1958) */
    float u[L], v[L];
    uniform(u); uniform(v);
    for (int l = 0; l < L; l++) {
        /* Half the angle by Taylor's series (error 4e-6 within a quarter turn), then doubled. */
        float r = sqrtf(-2.0f * logf(u[l])), t = 3.1415927f * (v[l] - 0.5f), q = t * t;
        float h = t * (1 + q * (-1 / 6.0f + q * (1 / 120.0f + q * (-1 / 5040.0f + q / 362880.0f))));
        float c = 1 + q * (-1 / 2.0f + q * (1 / 24.0f + q * (-1 / 720.0f
                  + q * (1 / 40320.0f - q / 3628800.0f))));
        a[l] = r * (1 - 2 * h * h); b[l] = 2 * r * h * c;
    }
}

static void draw(float x[MOST][MOST][L]) {
    float spare[L];
    for (int k = 0; k < m * n; k += 2) {
        int i = k / n, j = k % n, p = (k + 1) / n, q = (k + 1) % n;
        normals(x[i][j], k + 1 < m * n ? x[p][q] : spare);
    }
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            for (int l = 0; l < L; l++) x[i][j][l] = mean[i][j] + sd[i][j] * x[i][j][l];
}

static float x[MOST][MOST][L];
static double rank[MOST][MOST], cw[MOST][MOST], cf[MOST];

static void run(long samples) {
    memset(rank, 0, sizeof rank); memset(cw, 0, sizeof cw); memset(cf, 0, sizeof cf);
    long blocks = samples / L;
    for (long b = 0; b < blocks; b++) {
        float w[MOST][L], sum[L] = {0}, u[MOST][L];
        for (int j = 0; j < n; j++) {
            uniform(w[j]);
            for (int l = 0; l < L; l++) { w[j][l] = -logf(w[j][l]); sum[l] += w[j][l]; }
        }
        draw(x);
        for (int i = 0; i < m; i++) {
            memset(u[i], 0, sizeof u[i]);
            for (int j = 0; j < n; j++)
                for (int l = 0; l < L; l++) u[i][l] += w[j][l] * x[i][j][l];
        }
        for (int i = 0; i < m; i++) {
            int32_t r[L] = {0};
            for (int k = 0; k < m; k++)
                for (int l = 0; l < L; l++) r[l] += u[k][l] > u[i][l];
            for (int k = 0; k < m; k++) {
                int c = 0;
                for (int l = 0; l < L; l++) c += r[l] == k;
                rank[i][k] += c;
            }
            float first[L];
            for (int l = 0; l < L; l++) first[l] = r[l] == 0 ? 1.0f / sum[l] : 0.0f;
            for (int j = 0; j < n; j++) {
                float c = 0;
                for (int l = 0; l < L; l++) c += first[l] * w[j][l];
                cw[i][j] += c;
            }
        }
    }
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n && rank[i][0] > 0; j++) cw[i][j] /= rank[i][0];
    for (long b = 0; b < blocks; b++) {
        draw(x);
        for (int i = 0; i < m; i++) {
            float own[L], best[L];
            for (int l = 0; l < L; l++) best[l] = -INFINITY;
            for (int k = 0; k < m; k++) {
                float u[L] = {0};
                for (int j = 0; j < n; j++) {
                    float c = (float)cw[i][j];
                    for (int l = 0; l < L; l++) u[l] += c * x[k][j][l];
                }
                if (k == i) memcpy(own, u, sizeof u);
                for (int l = 0; l < L; l++) best[l] = best[l] > u[l] ? best[l] : u[l];
            }
            int c = 0;
            for (int l = 0; l < L; l++) c += own[l] >= best[l];
            cf[i] += c;
        }
    }
}

static int ascending(const void *a, const void *b) {
    double d = *(const double *)a - *(const double *)b;
    return (d > 0) - (d < 0);
}

int main(int argc, char **argv) {
    if (argc != 5) return 2;
    m = atoi(argv[1]); n = atoi(argv[2]);
    long samples = atol(argv[3]);
    int rounds = atoi(argv[4]);
    if (m > MOST || n > MOST || rounds < 1 || rounds > 99) return 2;
    for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) if (scanf("%f", &mean[i][j]) != 1) return 2;
    for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) if (scanf("%f", &sd[i][j]) != 1) return 2;
    uint64_t z = 1;
    for (int k = 0; k < 4; k++)
        for (int l = 0; l < L; l++) {
            z = z * 6364136223846793005ULL + 1442695040888963407ULL;
            s[k][l] = (uint32_t)(z >> 32) | 1;
        }
    double times[99];
    for (int r = 0; r < rounds; r++) {
        struct timespec a, b;
        clock_gettime(CLOCK_MONOTONIC, &a);
        run(samples);
        clock_gettime(CLOCK_MONOTONIC, &b);
        times[r] = (b.tv_sec - a.tv_sec) + 1e-9 * (b.tv_nsec - a.tv_nsec);
    }
    qsort(times, rounds, sizeof *times, ascending);
    printf("%.9f\n", times[rounds / 2]);
    for (int i = 0; i < m; i++) printf("%.6f\n", rank[i][0] / (double)(samples / L * L));
    for (int i = 0; i < m; i++) printf("%.6f\n", cf[i] / (double)(samples / L * L));
    return 0;
}
