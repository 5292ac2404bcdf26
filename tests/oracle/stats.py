#!/usr/bin/env python3
"""Golden values of src/stats, from SciPy and statsmodels or, where they lack the formula, from its definition in NumPy.

usage: stats.py > tests/oracle/stats.json      (pip install scipy statsmodels)
"""
import itertools, json
import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import StratifiedTable, Table2x2
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(20240611)


def parts(n, mean, least=1):
    x = 1 + rng.poisson(3, n)
    y = rng.binomial(x, rng.beta(mean * 4, (1 - mean) * 4, n))
    return [[int(a), int(b)] for a, b in zip(y, x)]


def kish(values):
    values = np.asarray(values, float)
    return values.sum() ** 2 / (values ** 2).sum()


def jackknife(p):
    y, x = np.array(p, float).T
    keep = ~np.eye(len(x), dtype=bool)
    left_out = np.array([y[k].sum() / x[k].sum() for k in keep])
    return (len(x) - 1) / len(x) * ((left_out - y.sum() / x.sum()) ** 2).sum()


def share(p):
    y, x = np.array(p, float).T
    r, v = y.sum() / x.sum(), jackknife(p)
    c = 2 if len(x) < 20 else 3
    df = max(1, min(kish(x), c * kish(y), c * kish(x - y)) - 1)
    se = np.sqrt(v) / (r * (1 - r))
    low, high = stats.t.interval(0.95, df, np.log(r / (1 - r)), se)
    return {"value": r, "variance": v, "df": df, "se": se, "logit": np.log(r / (1 - r)), "low": 1 / (1 + np.exp(-low)), "high": 1 / (1 + np.exp(-high))}


def rate(p):
    y, x = np.array(p, float).T
    r, v = y.sum() / x.sum(), jackknife(p)
    df = max(1, min(kish(x), 1.5 * kish(y)) - 1)
    low, high = stats.t.interval(0.95, df, np.log(r), np.sqrt(v) / r)
    return {"value": r, "low": np.exp(low), "high": np.exp(high)}


def z_clusters(one, two, common):
    """The studentised difference of two ratios, as `Design::Clusters` defines it."""
    def group(p):
        y, x = p.T
        r, n = y.sum() / x.sum(), len(x)
        v = n / (n - 1) * ((y - r * x) ** 2).sum() / x.sum() ** 2 if n > 1 else 0.0
        return r, max(v, common * (1 - common) / x.sum())
    (a, va), (b, vb) = group(one), group(two)
    return (a - b) / np.sqrt(va + vb)


def permutation_clusters(one, two):
    pooled = np.array(one + two, float)
    common = pooled[:, 0].sum() / pooled[:, 1].sum()
    statistic = lambda a, b: z_clusters(pooled[a.astype(int)], pooled[b.astype(int)], common) ** 2
    index = np.arange(len(pooled), dtype=float)
    found = stats.permutation_test((index[:len(one)], index[len(one):]), statistic, permutation_type="independent",
                                   vectorized=False, n_resamples=np.inf, alternative="greater")
    return found.pvalue


def permutation_events(tables):
    """One article a group and event: labels swap within events."""
    terms = np.array([(a * d - c * b) / (a + b + c + d) for a, b, c, d in tables], float)
    statistic = lambda d: d.sum() ** 2 / (d ** 2).sum()
    # D changes its sign where the labels swap.
    values = [statistic(terms * np.array(s)) for s in itertools.product([1, -1], repeat=len(terms))]
    return float(np.mean(np.array(values) >= statistic(terms) - 1e-9))


def permutation_groups(units, groups, sides, design):
    """All groups at once and every pair, over all different arrangements; a unit is [group, stratum, choices by side]."""
    strata = sorted({u[1] for u in units})
    counts = np.array([u[2] for u in units], float)
    stratum = np.array([u[1] for u in units])
    common = counts.sum(0) / counts.sum()
    cells = [(g, h, j) for g in range(groups) for h in range(g + 1, groups) for j in range(1 if sides == 2 else sides)]

    def z(labels):
        found = []
        for g, h, j in cells:
            if design == "clusters":
                part = lambda k: np.column_stack([counts[labels == k][:, j], counts[labels == k].sum(1)])
                found.append(z_clusters(part(g), part(h), common[j]))
                continue
            terms = []
            for s in strata:
                (y1, x1), (y2, x2) = ((c[:, j].sum(), c.sum()) for c in (counts[(labels == k) & (stratum == s)] for k in (g, h)))
                if x1 > 0 and x2 > 0:
                    terms.append((y1 * x2 - y2 * x1) / (x1 + x2))
            terms = np.array(terms)
            found.append(terms.sum() / np.sqrt((terms ** 2).sum()) if (terms ** 2).sum() > 0 else 0.0)
        return np.array(found)

    own = np.array([u[0] for u in units])
    within = [sorted(set(itertools.permutations(own[stratum == s]))) for s in strata]
    observed, reached, every = z(own), np.zeros(1 + len(cells)), 0
    for choice in itertools.product(*within):
        labels = own.copy()
        for s, order in zip(strata, choice):
            labels[stratum == s] = order
        other = z(labels)
        every += 1
        reached[0] += (other ** 2).sum() >= (observed ** 2).sum() - 1e-9
        reached[1:] += np.abs(other).max() >= np.abs(observed) - 1e-9
    return {"units": units, "groups": groups, "design": design, "arrangements": every, "p": reached[0] / every, "pairs": list(reached[1:] / every)}


def log_odds_limits(tables):
    array = [np.array([[a, b], [c, d]], float) for a, b, c, d in tables]
    pooled = lambda ts: np.log(StratifiedTable(ts).oddsratio_pooled)
    left_out = np.array([pooled(array[:k] + array[k + 1:]) for k in range(len(array))])
    k = len(array)
    variance = (k - 1) / k * ((left_out - left_out.mean()) ** 2).sum()
    r = [t[0, 0] * t[1, 1] / t.sum() for t in array]
    s = [t[0, 1] * t[1, 0] / t.sum() for t in array]
    df = max(1, min(k, 2 * kish(r), 2 * kish(s)) - 1)
    low, high = stats.t.interval(0.95, df, pooled(array), np.sqrt(variance))
    return {"value": pooled(array), "low": low, "high": high}


golden = {"t": [{"df": df, "quantile": stats.t.ppf(0.975, df)} for df in [1, 1.5, 2.25, 3, 7.9, 10, 29.4, 120]]}
golden["jeffreys"] = []
for k, n in [(0, 5), (1, 5), (3, 12), (7, 7), (40, 100), (1, 1)]:
    low, high = proportion_confint(k, n, method="jeffreys")
    golden["jeffreys"].append({"k": k, "n": n, "low": 0.0 if k == 0 else low, "high": 1.0 if k == n else high})
golden["benjamini_hochberg"] = []
for p in [[0.01, 0.04, 0.03, 0.2, 0.9], list(rng.uniform(0, 1, 12)), [0.5], [0.02, 0.02, 0.02]]:
    golden["benjamini_hochberg"].append({"p": p, "adjusted": list(multipletests(p, method="fdr_bh")[1])})
samples = [parts(n, mean) for n, mean in [(8, 0.4), (12, 0.5), (20, 0.3), (50, 0.6)]]
# Copies of one text count 1/k each.
samples.append([[y / k, x / k] for k, (y, x) in zip([1, 2, 3] * 5, parts(15, 0.45))])
golden["share"] = [dict(share(p), parts=p) for p in samples]
words = [[[y, 40 * x + 100] for y, x in p] for p in samples[1:]]
golden["rate"] = [dict(rate(p), parts=p) for p in words]
golden["difference"] = []
for one, two in itertools.combinations(samples[:4], 2):
    a, b = share(one), share(two)
    d = a["value"] - b["value"]
    va, vb = a["se"] ** 2, b["se"] ** 2
    df = (va + vb) ** 2 / (va ** 2 / a["df"] + vb ** 2 / b["df"])
    low, high = stats.t.interval(0.95, df, a["logit"] - b["logit"], np.sqrt(va + vb))
    cells = [[sum(y for y, _ in p), sum(x - y for y, x in p)] for p in (one, two)]
    golden["difference"].append({
        "one": one, "two": two, "difference": d,
        "low": d - np.hypot(a["value"] - a["low"], b["high"] - b["value"]),
        "high": d + np.hypot(a["high"] - a["value"], b["value"] - b["low"]),
        "log_odds": Table2x2(cells).log_oddsratio, "log_low": low, "log_high": high})
empty = {"one": [[2, 2], [3, 3]], "two": [[1, 4], [0, 3]]}
empty["log_odds"] = Table2x2(np.array([[5, 0], [1, 6]]) + 0.5).log_oddsratio
golden["empty_cell"] = empty
golden["permutation_clusters"] = []
for one, two in [(parts(4, 0.2), parts(5, 0.7)), (parts(6, 0.5), parts(6, 0.5)), (parts(3, 0.1), parts(6, 0.9))]:
    golden["permutation_clusters"].append({"one": one, "two": two, "p": permutation_clusters(one, two)})
golden["permutation_events"], golden["mantel_haenszel"] = [], []
for n in [6, 9, 12]:
    tables = [[int(v) for v in 1 + rng.poisson([3, 1.5, 1.5, 2])] for _ in range(n)]
    golden["permutation_events"].append({"tables": tables, "p": permutation_events(tables)})
    golden["mantel_haenszel"].append(dict(log_odds_limits(tables), tables=tables))
golden["permutation_groups"] = []
draw = lambda group, stratum, sides: [group, stratum, [int(v) for v in rng.poisson(1 + 2 * ((np.arange(sides) + group) % sides == 0)) + (np.arange(sides) == 0)]]
for sizes, sides in [([3, 3, 2], 3), ([2, 3, 4], 2)]:
    units = [draw(g, 0, sides) for g, n in enumerate(sizes) for _ in range(n)]
    golden["permutation_groups"].append(permutation_groups(units, 3, sides, "clusters"))
for events, sides in [(4, 3), (4, 2)]:
    units = [draw(g, s, sides) for s in range(events) for g in range(3)]
    golden["permutation_groups"].append(permutation_groups(units, 3, sides, "within_events"))
print(json.dumps(golden, indent=1))
