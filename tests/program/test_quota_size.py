"""Quotas of many parks from many disposals: worked out once more here, in whole fractions, and in a time and a memory that only grow with the rows."""
import csv
import os
import subprocess
import sys
import unittest
from fractions import Fraction

from support import PROGRAM, ROOT, Case, Ledger, run
from test_quota import solved

sys.path.insert(0, str(ROOT / "tests" / "bench"))
import make_quota  # noqa: E402

MU = Fraction(2000, 3)
STEP = Fraction(1, 100)  # of a mu: quotas are whole numbers of it
KINDS = {"批而未供": "unsupplied", "闲置": "idle", "低效": "inefficient"}
DEDUCTED = ("上年超指标用地(亩)", "违法用地(亩)", "征收满两年未供应(亩)")
# gis-data/rules/quota-estimate.toml, supply-rate-2014.toml
COEFFICIENTS = {"both": Fraction(1, 2), "one": Fraction(2, 5), "none": Fraction(3, 10)}
LEAST_RATE = Fraction(60, 100)

ROWS = 50000
MOST_SECONDS, MOST_MEGABYTES = 60, 600  # of a build without optimisation, with instruments; as it is built for use, a second and 150
MOST_GROWTH = 9                         # of the seconds for four times the rows: about 4 when every step is linear, 16 when one is not


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def percent(text):
    return Fraction(text.rstrip("%")) / 100


def credits_of(folder):
    """Park → (mu earned, completion): each disposal once, none after the year."""
    disposed = {}
    for row in {tuple(row.items()): row for row in rows_of(folder / "disposals.csv")}.values():
        if row["办结日期"] <= "2024-12-31":
            key = row["园区代码"], KINDS[row["类别"]]
            disposed[key] = disposed.get(key, 0) + Fraction(row["处置面积(亩)"])
    missed = {}
    for row in rows_of(folder / "tasks.csv"):
        done = disposed.get((row["园区代码"], KINDS[row["类别"]]), 0) >= percent(row["目标"]) * Fraction(row["基期存量(亩)"])
        missed[row["园区代码"]] = missed.get(row["园区代码"], 0) + (not done)
    result = {}
    for park, count in missed.items():
        completion = ("both", "one", "none")[count]
        earning = disposed.get((park, "unsupplied"), 0) + disposed.get((park, "idle"), 0)  # inefficient land earns nothing
        result[park] = COEFFICIENTS[completion] * earning, completion
    return result


def claims_of(folder, credits):
    """(weight, floor, cap) of each park in mu: gated, less the deductions, capped by what was earned and by demand."""
    for row in rows_of(folder / "parks.csv"):
        weight, floor = credits[row["园区代码"]][0], Fraction(row["保底指标(亩)"])
        if percent(row["五年平均供地率"]) < LEAST_RATE and row["是否豁免"] == "否":
            weight = floor = Fraction(0)
        weight = max(Fraction(0), weight - sum(Fraction(row[name]) for name in DEDUCTED))
        yield weight, floor, min(Fraction(row["用地需求(亩)"]), max(floor, weight))


class Size(Case):
    def quota(self, rows, source="csv", *switches):
        """Runs the job on a made-up city; its processor seconds and peak memory in MB."""
        folder = self.folder / str(rows)
        if not folder.exists():
            make_quota.main(folder, rows)
        command = [str(PROGRAM), "quota", str(folder / f"{source}.toml"), "--year", "2024", "-o", str(folder / f"{source}.gpkg"), "--overwrite",
                   "--fail-on", "never", *switches]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "YONGDI_DATA": str(ROOT / "gis-data")})
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 0)
        return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024

    def test_every_figure_against_a_reckoning_in_fractions(self):
        self.quota(ROWS)
        folder = self.folder / str(ROWS)
        ledger = Ledger(folder / "csv.gpkg")
        self.assertEqual({row["holds"] for row in ledger.rows("SELECT holds FROM quota_check")}, {"yes"})
        credits = credits_of(folder)
        told = ledger.rows("SELECT * FROM quota ORDER BY park_id")
        self.assertEqual([row["park_id"] for row in told], sorted(credits))
        self.assertEqual({row["completion"] for row in told}, {"both", "one", "none"})
        for row in told:
            credit, completion = credits[row["park_id"]]
            self.assertEqual((row["credit_m2"], row["completion"]), (float(credit * MU), completion), row["park_id"])
        self.assertAlmostEqual(ledger.value("SELECT sum(credit_m2) FROM quota_source"), float(sum(credit for credit, _ in credits.values()) * MU), delta=1)

        claims = list(claims_of(folder, credits))
        shares = solved(claims, Fraction(300 * len(claims)) * Fraction(9, 10), STEP)
        for row, share in zip(told, shares):
            self.assertLess(abs(Fraction(row["quota_mu"]) / STEP - share), 1 + Fraction(1, 10**6), row["park_id"])
        self.assertAlmostEqual(sum(row["quota_mu"] for row in told) / float(STEP), int(sum(shares)), delta=1e-3)
        # Each park is named in the round in which it was fixed, and in no other.
        rounds = [row["statement_zh"] for row in ledger.rows("SELECT statement_zh FROM quota_round")]
        self.assertGreater(len(rounds), 2)
        for row in told:
            self.assertEqual(sum(row["park_id"] in text for text in rounds), 1, row["park_id"])

    def test_any_source_and_any_number_of_threads_give_the_same(self):
        self.quota(ROWS, "csv", "-j1")
        folder = self.folder / str(ROWS)
        first = (folder / "csv.gpkg").read_bytes()
        self.quota(ROWS, "csv", "-j4")
        self.assertEqual((folder / "csv.gpkg").read_bytes(), first)
        self.quota(ROWS, "gpkg")
        for table in ("quota", "quota_step", "quota_round", "quota_source", "quota_check"):
            self.assertEqual(Ledger(folder / "gpkg.gpkg").table(table), Ledger(folder / "csv.gpkg").table(table), table)

    def test_quotes_and_line_ends_change_nothing(self):
        self.quota(2000)
        folder = self.folder / "2000"
        plain = Ledger(folder / "csv.gpkg").table("quota_source")
        rows = rows_of(folder / "disposals.csv")
        for options in ({"lineterminator": "\r\n"}, {"quoting": csv.QUOTE_ALL}, {"delimiter": ";", "lineterminator": "\n\n"}):
            with open(folder / "disposals.csv", "w", encoding="utf-8-sig", newline="") as out:
                table = csv.DictWriter(out, list(rows[0]), **options)
                table.writeheader()
                table.writerows(rows)
            self.quota(2000)
            self.assertEqual(Ledger(folder / "csv.gpkg").table("quota_source"), plain, options)
        text = (folder / "disposals.csv").read_text(encoding="utf-8-sig")
        (folder / "disposals.csv").write_text(text, encoding="gbk")
        self.quota(2000)
        self.assertEqual(Ledger(folder / "csv.gpkg").table("quota_source"), plain, "GBK")
        (folder / "disposals.csv").write_text(text, encoding="utf-8")
        (folder / "disposals.csvt").write_text("String,String,String,Integer,Real,Date,String,String\n", encoding="utf-8")
        self.quota(2000)
        self.assertEqual(Ledger(folder / "csv.gpkg").table("quota_source"), plain, "typed columns")

    def test_a_bad_cell_is_refused_with_its_row(self):
        self.quota(2000)
        path = self.folder / "2000" / "disposals.csv"
        lines = path.read_text(encoding="utf-8").split("\n")
        lines[1500] = lines[1500].rsplit(",", 4)[0] + ",many,2024-01-01,x,y"
        lines[1700] = "," + lines[1700]
        for text in ("\n".join(lines), "\n".join(lines) + '"q",,,,,,,\n'):  # the second is not read in parts
            path.write_text(text, encoding="utf-8")
            done = run("quota", path.parent / "csv.toml", "--year", 2024, "-o", path.parent / "none.gpkg", status=3)
            for word in ("disposals.csv", "row 1501", "处置面积", "many"):
                self.assertIn(word, done.stderr)

    def test_no_step_takes_more_than_its_share_of_a_larger_table(self):
        few, _ = self.quota(ROWS // 4)
        many, megabytes = self.quota(ROWS)
        self.assertLess(many, MOST_SECONDS)
        self.assertLess(megabytes, MOST_MEGABYTES)
        self.assertLess(many, MOST_GROWTH * few)


if __name__ == "__main__":
    unittest.main()
