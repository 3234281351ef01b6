"""Quotas whose disposals come from two ledgers, and trials with land that still stands in the later one."""
import hashlib
import json
import unittest

from support import ROOT, Ledger, run, square
from test_disposals import TwoYears, tile, year_of
from test_quota import write_csv

# What left the stock with a day and a document; at the coefficients of both tasks done.
EARNED = {("K1", "A1", "unsupplied"): 20000, ("K2", "WITHDRAWN", "unsupplied"): 10000, ("K2", "WITHDRAWN_DRAWN", "unsupplied"): 10000,
          ("K1", "STARTED", "idle"): 10000, ("K1", "EXTENDED", "idle"): 10000, ("K2", "WHOLE", "idle"): 6000}


class QuotaOfTwoLedgers(TwoYears):
    def setUp(self):
        super().setUp()
        self.two_years()
        self.plan()

    def plan(self, ledgers=("first.gpkg", "second.gpkg"), parks=("K1", "K2")):
        write_csv(self.folder / "parks.csv", [{"park": park, "demand": 1000000, "supply_rate": 0.8} for park in parks])
        names = ", ".join(f'"{name}"' for name in ledgers)
        self.write("quota.toml", f'title = "two ledgers"\nas_of = 2024-12-31\n[parks]\nsource = "none.gpkg"\n[parcels]\nsource = "none.gpkg"\n'
                                 f'[quota]\ntotal = 1000000\nunit = "1 m2"\nparks = "parks.csv"\nledgers = [{names}]\n')

    def quota(self, *switches, status=0, year=2024):
        self.done = run("quota", self.folder / "quota.toml", "--year", year, "-o", self.folder / "quota.gpkg", "--overwrite", *switches, status=status)
        return Ledger(self.folder / "quota.gpkg") if status < 2 else self.done.stderr

    def trial(self, *switches, status=0):
        done = run("quota", self.folder / "quota.toml", "--year", 2024, "--json", *switches, status=status)
        return json.loads(done.stdout) if status == 0 else done.stderr

    def gains(self, told):
        return {park: round(now - before) for park, before, now in zip(told["parks"], told["base"]["quota_m2"], told["variants"][0]["quota_m2"])}

    def test_each_disposal_between_them_earns_once(self):
        quota = self.quota()
        earned = {}
        for row in quota.rows("SELECT * FROM quota_source"):
            key = row["park_id"], row["subject_id"], row["kind"]
            earned[key] = earned.get(key, 0) + row["disposed_m2"]
            self.assertTrue(row["document"] and "2023-12-31" < row["closed_on"] <= "2024-12-31", row)
        self.assertEqual(earned, EARNED)
        self.assertEqual({row["park_id"]: row["quota_m2"] for row in quota.rows("SELECT * FROM quota")}, {"K1": 20000, "K2": 13000})
        self.assertEqual({row["holds"] for row in quota.rows("SELECT holds FROM quota_check")}, {"yes"})
        # The land that left and earns nothing is told here, too, and the receipt names the runs.
        self.assertIn("STOCK_LEFT_WITHOUT_EVENT", quota.codes("GONE"))
        receipt = {row["key"]: row["value"] for row in quota.rows("SELECT key, value FROM receipt")}
        for which in ("first", "second"):
            run_id = Ledger(self.folder / f"{which}.gpkg").value("SELECT value FROM receipt WHERE key = 'run_id'")
            self.assertEqual((receipt[f"ledger.{which}"], receipt[f"ledger.{which}.run_id"]), (f"{which}.gpkg", run_id))
        self.assertEqual(receipt["count.disposals.used"], str(quota.value("SELECT count(*) FROM quota_source")))

    def test_the_same_as_from_the_file_of_disposals(self):
        quota = self.quota()
        run("disposals", self.folder / "first.gpkg", self.folder / "second.gpkg", "-o", self.folder / "disposals.gpkg", status=0)
        ours = Ledger(self.folder / "disposals.gpkg").rows("SELECT park_id, subject_id, kind, area_m2, closed_on, document FROM disposal WHERE earns = 'yes' ORDER BY 1, 2, 6")
        theirs = quota.rows("SELECT park_id, subject_id, kind, disposed_m2 AS area_m2, closed_on, document FROM quota_source ORDER BY 1, 2, 6")
        for row in (*ours, *theirs):
            row["area_m2"] = round(row["area_m2"], 3)
        self.assertEqual(ours, theirs)

    def test_a_document_tells_what_it_closed(self):
        self.quota()
        told = json.loads(run("explain", self.folder / "quota.gpkg", "PART_B", "--json", status=0).stdout)
        self.assertEqual((told["subject"], told["id"]), ("document", "PART_B"))
        text = run("explain", self.folder / "quota.gpkg", "PART_B", "--lang", "zh", status=0).stdout
        for words in ("以这份文件办结的处置共 1 项", "园区 K2，WHOLE：闲置", "核定指标 3000 m²", "本说明出自指标文件，测算运行编号"):
            self.assertIn(words, text)
        self.assertIn("Told from the quota file of run ", run("explain", self.folder / "quota.gpkg", "SOLD", "--lang", "en", status=0).stdout)
        # Of itself, a parcel that began work is told once: it closed its own disposal.
        own = json.loads(run("explain", self.folder / "quota.gpkg", "STARTED", "--json", status=0).stdout)
        self.assertEqual((own["subject"], "others_of_this_id" in own), ("disposal", False))
        self.assertIn("PART_B", run("explain", self.folder / "quota.gpkg", "PART_BB", "--lang", "en", status=2).stderr)
        # Brackets and blanks of a number are written in many ways.
        self.assertIn("粤〔2024〕3号", run("explain", self.folder / "quota.gpkg", "粤[2024]3号", "--lang", "zh", status=0).stdout)

    def test_other_commands_name_a_file_that_is_no_ledger(self):
        self.quota()
        run("disposals", self.folder / "first.gpkg", self.folder / "second.gpkg", "-o", self.folder / "disposals.gpkg", status=0)
        run("compare", self.folder / "first.gpkg", self.folder / "second.gpkg", "-o", self.folder / "compared.gpkg", status=0)
        for name, zh, en in (("quota", "是指标文件，不是台账", "is a quota file, not a ledger"), ("disposals", "处置表，不是台账", "a file of disposals"),
                             ("compared", "边界比较的结果，不是台账", "a comparison of outlines")):
            file = self.folder / f"{name}.gpkg"
            for language, words in (("zh", zh), ("en", en)):
                self.assertIn(words, run("verify", file, self.folder / "second.toml", "--lang", language, status=3).stderr)
                if name != "quota":
                    self.assertIn(words.split(",")[0], run("explain", file, "K1", "--lang", language, status=3).stderr)

    def test_a_park_that_takes_no_part_is_told(self):
        self.plan(parks=["K1"])
        quota = self.quota(status=1)
        self.assertEqual(quota.codes("K2"), {"PARK_UNKNOWN"})
        self.assertEqual({row["park_id"] for row in quota.rows("SELECT park_id FROM quota_source")}, {"K1"})

    def test_what_left_the_stock_is_what_earned_and_what_did_not(self):
        quota = self.quota("--fail-on", "never")
        check = quota.rows("SELECT * FROM quota_check WHERE identity = 'ledgers'")[0]
        self.assertEqual(check["holds"], "yes")
        earned = quota.value("SELECT sum(disposed_m2) FROM quota_source")
        run("disposals", self.folder / "first.gpkg", self.folder / "second.gpkg", "-o", self.folder / "d.gpkg", "--fail-on", "never", status=0)
        files = Ledger(self.folder / "d.gpkg")
        self.assertAlmostEqual(check["right"], files.value("SELECT sum(disposed_m2) + sum(undrawn_m2) FROM stock"), delta=0.01)
        self.assertGreater(check["left"], earned)  # some of it has no document
        # Withdrawn on paper alone: it earned, and stands in the stock still.
        said = {row["subject_id"]: row["area_m2"] for row in quota.rows("SELECT * FROM finding WHERE code = 'WITHDRAWN_IN_STOCK'")}
        self.assertEqual(said, {"K2": 10000})
        whole = files.value("SELECT stock_b_m2 FROM stock WHERE park_id = 'K2' AND cohort = 2017 AND kind = 'unsupplied'")
        self.assertGreaterEqual(whole, 30000)
        # Disposed of as well, the same approval earns for what has not earned yet: half of 30000 − 10000.
        self.assertEqual(self.gains(self.trial("--disposed", "WITHDRAWN"))["K2"], 10000)
        # The ledgers are sealed like any input, and none of them can be overwritten.
        for name in ("first.gpkg", "second.gpkg"):
            path = self.folder / name
            self.assertEqual(quota.value("SELECT value FROM receipt WHERE key = ?", f"input.{name}"),
                             f"{path.stat().st_size} {hashlib.sha256(path.read_bytes()).hexdigest()}")
            run("quota", self.folder / "quota.toml", "--year", 2024, "-o", path, "--overwrite", status=5)
            run("disposals", self.folder / "first.gpkg", self.folder / "second.gpkg", "-o", path, "--overwrite", status=5)

    def test_half_a_year_and_land_outside_the_parks_are_told(self):
        run("audit", self.folder / "first.toml", "--as-of", "2024-01-31", "-o", self.folder / "first.gpkg", "--overwrite", "--fail-on", "never", status=0)
        quota = self.quota("--fail-on", "never")
        self.assertEqual(quota.value("SELECT count(*) FROM finding WHERE code = 'LEDGERS_NOT_A_YEAR' AND message_zh LIKE '%2024-01-31%2024-12-31%'"), 1)
        self.assertEqual(self.quota("--fail-on", "never").value("SELECT count(*) FROM finding WHERE code = 'DISPOSAL_OUTSIDE_PARKS'"), 0)
        # The sample has disposals that lie in no park.
        for year in (2023, 2024):
            run("audit", ROOT / "gis-data" / "sample" / "audit.toml", "--as-of", f"{year}-12-31", "-o", self.folder / f"{year}.gpkg", "--fail-on", "never", status=0)
        self.plan(ledgers=("2023.gpkg", "2024.gpkg"), parks=("K01", "K02", "K03", "K04", "K05", "Y01", "Y02", "Y03"))
        quota = self.quota("--fail-on", "never")
        run("disposals", self.folder / "2023.gpkg", self.folder / "2024.gpkg", "-o", self.folder / "d.gpkg", "--fail-on", "never", status=0)
        outside = Ledger(self.folder / "d.gpkg").rows("SELECT count(*) AS count, sum(area_m2) AS area FROM disposal WHERE park_id IS NULL")[0]
        self.assertGreater(outside["count"], 0)
        said = quota.rows("SELECT * FROM finding WHERE code = 'DISPOSAL_OUTSIDE_PARKS'")[0]
        self.assertIn(f"{outside['count']} 项", said["message_zh"])
        self.assertAlmostEqual(said["area_m2"], outside["area"], delta=0.01)
        self.assertEqual({row["holds"] for row in quota.rows("SELECT holds FROM quota_check")}, {"yes"})
        self.assertNotIn("LEDGERS_NOT_A_YEAR", {row["code"] for row in quota.rows("SELECT code FROM finding")})

    def test_a_quota_file_is_no_ledger(self):
        self.quota("--fail-on", "never")
        (self.folder / "quota.gpkg").rename(self.folder / "old.gpkg")
        done = run("disposals", self.folder / "first.gpkg", self.folder / "old.gpkg", "-o", self.folder / "d.gpkg", "--lang", "en", status=3)
        self.assertIn("old.gpkg is a quota file, not a ledger", done.stderr)
        self.assertIn("not a ledger", self.trial("--disposed", "STAYS", "--stock", self.folder / "old.gpkg", status=3))

    def test_ledgers_that_do_not_fit(self):
        for ledgers, status, words in ((("second.gpkg", "first.gpkg"), 2, "wrong order"), (("first.gpkg", "none.gpkg"), 3, "none.gpkg"),
                                       (("first.gpkg",), 2, "two ledgers")):
            self.plan(ledgers=ledgers)
            self.assertIn(words, self.quota(status=status))
        self.plan()
        self.assertIn("2024-12-31", self.quota(status=2, year=2027))
        self.assertFalse((self.folder / "quota.gpkg").exists())

    def test_land_of_the_stock_disposed_of_as_well(self):
        self.assertEqual(self.gains(self.trial("--disposed", "STAYS")), {"K1": 0, "K2": 5000})
        told = self.trial("--disposed", "STAYS", "--disposed", "FRESH", "--disposed", "STILL_IDLE")
        self.assertEqual(self.gains(told), {"K1": 5000, "K2": 10000})
        self.assertEqual(told["variants"][0]["name"], "+STAYS, +FRESH, +STILL_IDLE")
        # Some of the approval was disposed of during the year; what the later ledger still has of it was not.
        self.assertEqual(self.gains(self.trial("--disposed", "A1")), {"K1": 5000, "K2": 5000})

    def test_land_that_cannot_be_disposed_of_is_refused(self):
        for id, words in (("STAY", "STAYS"), ("OLD", "neither idle"), ("STARTED", "already"), ("CORRECTED", "neither idle")):
            self.assertIn(words, self.trial("--disposed", id, status=2))
        self.assertIn("twice", self.trial("--disposed", "STAYS", "--disposed", "STAYS", status=2))
        # In the earlier ledger what was disposed of during the year still stands, and would count twice.
        self.assertIn("already", self.trial("--disposed", "A1", "--stock", self.folder / "first.gpkg", status=2))
        self.assertIn("already", self.trial("--disposed", "WITHDRAWN", "--stock", self.folder / "first.gpkg", status=2))
        self.assertEqual(self.gains(self.trial("--disposed", "VANISHED", "--stock", self.folder / "first.gpkg")), {"K1": 5000, "K2": 0})

    def test_land_outside_the_parks_earns_nobody_anything(self):
        layers = year_of("second")
        layers["parcels"].append({"id": "FAR", "contract_on": "2020-06-01", "start_due": "2021-06-01", "wkt": square(5000, 0, 100)})
        layers["approvals"].append({"id": "FAR_A", "approved_on": "2018-05-01", "approved_area": "10000", "wkt": tile(60, 0)})
        stock = self.year("far", "2024-12-31", layers=layers)
        for id in ("FAR", "FAR_A"):
            self.assertIn("no park", self.trial("--disposed", id, "--stock", stock, status=2))


if __name__ == "__main__":
    unittest.main()
