#!/usr/bin/env python3
"""Golden values of distances, trees, Procrustes and co-occurrence, from SciPy and statsmodels; and correspondence analysis once more, from prince,
against what FactoMineR gave.

usage: maps.py > tests/oracle/maps.json      (pip install scipy statsmodels prince)
"""
import json, os
import numpy as np, pandas as pd, prince
from scipy.cluster.hierarchy import linkage
from scipy.linalg import orthogonal_procrustes
from scipy.spatial.distance import jensenshannon, pdist
from scipy.stats import chi2_contingency, f
from statsmodels.stats.contingency_tables import StratifiedTable

rng = np.random.default_rng(20240612)


def check_prince():
    """prince and FactoMineR agree to 1e-8 up to the sign of axes."""
    with open(os.path.join(os.path.dirname(__file__), "correspondence_analysis.json")) as file:
        for case in json.load(file):
            table, wanted = pd.DataFrame(case["table"]), np.array(case["rows"]["coordinates"])
            ca = prince.CA(n_components=wanted.shape[1], engine="scipy").fit(table)
            got = ca.row_coordinates(table).to_numpy()
            got = got * np.sign((got * wanted).sum(axis=0))
            assert np.abs(got - wanted).max() < 1e-8
            assert np.abs(ca.eigenvalues_ - np.array(case["inertias"])).max() < 1e-8


def distances():
    table = rng.poisson(rng.gamma(1.0, 6.0, (7, 5))).astype(float)
    table[2, 1] = table[4, 3] = 0
    found = [jensenshannon(table[i], table[j], base=2) for i in range(7) for j in range(i + 1, 7)]
    tree = linkage(np.array(found), method="average")
    return {"table": table.tolist(), "distances": found, "merges": [[int(a), int(b)] for a, b in tree[:, :2]], "heights": tree[:, 2].tolist()}


def procrustes():
    fixed, moved, weights = rng.normal(size=(6, 3)), rng.normal(size=(6, 3)), rng.dirichlet(np.ones(6))
    root = np.sqrt(weights)[:, None]
    turn, _ = orthogonal_procrustes(root * moved, root * fixed)
    return {"fixed": fixed.tolist(), "moved": moved.tolist(), "weights": weights.tolist(), "aligned": (moved @ turn).tolist()}


def g2():
    cases = []
    for both, row, column, total in [(12, 40, 30, 400), (1, 40, 60, 200), (5, 5, 20, 100), (0, 9, 11, 300)]:
        table = [[both, row - both], [column - both, total - row - column + both]]
        value = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        cases.append({"both": both, "row": row, "column": column, "total": total, "g2": value if both * total >= row * column else -value})
    return cases


def expected():
    """What Mantel and Haenszel expect in the corner of each table, summed: sentences of each article as strata."""
    strata, total = [], 0.0
    for _ in range(9):
        n = int(rng.integers(8, 30))
        actor, word = rng.random(n) < 0.4, rng.random(n) < 0.3
        table = np.array([[(actor & word).sum(), (actor & ~word).sum()], [(~actor & word).sum(), (~actor & ~word).sum()]])
        strata.append({"actor": np.flatnonzero(actor).tolist(), "word": np.flatnonzero(word).tolist(), "sentences": n, "table": table})
    tables = StratifiedTable([s["table"] for s in strata])
    for s in strata:
        total += s["table"][0].sum() * s["table"][:, 0].sum() / s["table"].sum()
        s["table"] = s["table"].tolist()
    # statsmodels keeps the same sum inside its test of a common odds ratio of one.
    observed = sum(s["table"][0][0] for s in strata)
    variance = sum(t.sum(0)[0] * t.sum(0)[1] * t.sum(1)[0] * t.sum(1)[1] / (t.sum() ** 2 * (t.sum() - 1)) for t in (np.array(s["table"]) for s in strata))
    assert abs((observed - total) ** 2 / variance - tables.test_null_odds(correction=False).statistic) < 1e-9
    return {"strata": [{k: v for k, v in s.items() if k != "table"} for s in strata], "observed": observed, "expected": total}


def hotelling():
    return [{"n": n, "scale": 2 * (n - 1) / (n - 2) * f.ppf(0.95, 2, n - 2)} for n in (8, 10, 24, 200)]


check_prince()
print(json.dumps({"distances": distances(), "procrustes": procrustes(), "g2": g2(), "cooccurrence": expected(), "hotelling": hotelling()}, indent=1))
