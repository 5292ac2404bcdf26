#!/usr/bin/env python3
"""Golden values of keyness, from SciPy or, where it lacks the measure, from its formula in NumPy; of specificity also from the R package itself.

usage: keyness.py > tests/oracle/keyness.json      (pip install numpy scipy; R with the package textometry, for `specificities`)
"""
import json, os, subprocess, tempfile
import numpy as np
from scipy import stats
from scipy.special import logsumexp

rng = np.random.default_rng(20240621)


def ln_tail(pmf):
    return float(logsumexp(pmf)) if len(pmf) else -np.inf


def specificity(f, t, F, T):
    """Lafon 1980: sums of the hypergeometric density in logarithms."""
    low, high = max(0, F + t - T), min(F, t)
    if f >= F * t / T:
        return -ln_tail(stats.hypergeom.logpmf(np.arange(f, high + 1), T, F, t)) / np.log(10)
    return ln_tail(stats.hypergeom.logpmf(np.arange(low, f + 1), T, F, t)) / np.log(10)


def g2(f, t, F, T):
    """quanteda.textstats, measure = "lr", correction = "none"; SciPy's log-likelihood ratio, signed."""
    table = np.array([[f, F - f], [t - f, T - t - (F - f)]], float)
    value = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
    return value if f > F * t / T else -value


def log_odds(f, t, F, T, prior):
    """Monroe, Colaresi & Quinn 2008, eq. 15, 16, 22."""
    a = prior * F / T
    y, n = np.array([f, F - f], float), np.array([t, T - t], float)
    odds = np.log((y + a) / (n + prior - y - a))
    delta = odds[0] - odds[1]
    return delta, delta / np.sqrt((1 / (y + a)).sum())


def dp(occurrences, words):
    v, s = np.array(occurrences) / sum(occurrences), np.array(words) / sum(words)
    return np.abs(v - s).sum() / 2


def npmi(run, words, corpus):
    return (np.log(run / corpus) - sum(np.log(w / corpus) for w in words)) / (-(len(words) - 1) * np.log(run / corpus))


def article_test(strata, found):
    """The sum of independent hypergeometric numbers, by convolution of whole densities."""
    density = np.array([1.0])
    for N, K, n in strata:
        density = np.convolve(density, stats.hypergeom.pmf(np.arange(K + 1), N, K, n))
    return min(1.0, 2 * min(density[: found + 1].sum(), density[found:].sum()))


def normal_test(strata, found):
    mean = sum(stats.hypergeom.mean(N, K, n) for N, K, n in strata)
    sd = np.sqrt(sum(stats.hypergeom.var(N, K, n) for N, K, n in strata))
    return min(1.0, 2 * min(stats.norm.cdf(found + 0.5, mean, sd), stats.norm.sf(found - 0.5, mean, sd)))


def counts():
    fixed = [(0, 100, 5, 1000), (5, 100, 5, 1000), (1, 1, 1, 10), (0, 500, 0, 1000), (10, 1000, 10, 1000), (3, 100, 30, 1000),
             (2, 100, 30, 1000), (400, 5000, 450, 90000), (0, 40000, 60, 90000), (9000, 4_000_000, 21000, 16_000_000), (1, 16, 2, 16_000_000)]
    for f, t, F, T in fixed:
        yield f, t, F, T
    for _ in range(40):
        T = int(rng.integers(500, 200_000))
        t, F = int(rng.integers(1, T)), int(rng.integers(1, max(2, T // 20)))
        yield int(np.clip(rng.binomial(F, min(1, t / T * rng.uniform(0.3, 2))), max(0, F + t - T), min(F, t))), t, F, T


def from_textometry(table):
    """`specificities` of the package itself, on a table of words × parts, rounded by it to four decimals."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "t.csv"), os.path.join(folder, "s.csv")
        np.savetxt(source, table, delimiter=",", fmt="%d")
        code = f'library(textometry); t <- as.matrix(read.csv("{source}", header=FALSE)); rownames(t) <- 1:nrow(t); write.table(specificities(t), "{target}", sep=",", row.names=FALSE, col.names=FALSE)'
        subprocess.run(["Rscript", "-e", code], check=True, stdout=subprocess.DEVNULL)
        return np.loadtxt(target, delimiter=",").tolist()


golden = {"counts": [], "dp": [], "npmi": [], "article_test": []}
for f, t, F, T in counts():
    case = {"here": f, "part": t, "everywhere": F, "corpus": T, "specificity": specificity(f, t, F, T)}
    if 0 < F < T and t < T:
        delta, z = log_odds(f, t, F, T, 300.0)
        case |= {"g2": g2(f, t, F, T), "log_odds": delta, "z": z}
    golden["counts"].append(case)

parts = rng.integers(600, 1400, 6)
rates = rng.gamma(0.5, 0.01, (12, 1)) * rng.gamma(1, 1, (12, 6))
table = rng.poisson(rates * parts)
table = np.vstack([table, parts - table.sum(axis=0)])
golden["textometry"] = {"table": table.tolist(), "specificities": from_textometry(table)}

for n in [1, 2, 7, 30]:
    words = rng.integers(50, 900, n)
    occurrences = rng.poisson(rng.gamma(0.4, 3, n))
    occurrences[0] += 1
    golden["dp"].append({"occurrences": occurrences.tolist(), "words": words.tolist(), "dp": dp(occurrences, words)})

for run, words, corpus in [(5, [5, 5], 1000), (5, [50, 20], 1000), (12, [40, 30, 25], 20000), (3, [300, 200], 4000)]:
    golden["npmi"].append({"run": run, "words": words, "corpus": corpus, "npmi": npmi(run, words, corpus)})

for strata, found in [([(44, 9, 11)], 7), ([(11, 4, 3), (11, 3, 3), (11, 5, 2), (11, 6, 3)], 8), ([(11, 4, 3), (11, 3, 3)], 0), ([(10, 10, 3)], 3),
                      ([(200, 80, 60), (200, 120, 50), (200, 150, 70)], 90)]:
    golden["article_test"].append({"strata": strata, "found": found, "p": article_test(strata, found)})
for strata, found in [([(4000, 900, 700), (4000, 1200, 800)], 480)]:
    golden["article_test"].append({"strata": strata, "found": found, "p": normal_test(strata, found)})

print(json.dumps(golden, indent=1))
