"""Every conformance case of the idle rules, through the program: rows in, ledger out."""
import collections
import csv
import unittest

from support import ROOT, Case, square

INPUT = ("contract_on start_due delivered_on extension_signed_on extension_start_due permit_on started_on finished_on stopped_on foundation foundation_done "
         "area_to_develop area_developed investment_total investment_made cause cause_from cause_to cause_verified price").split()
EXPECTED = {"start_due": "start_due", "start_due_basis": "start_due_basis", "idle_class": "idle_class", "idle": "idle", "idle_since": "idle_since",
            "idle_days": "idle_days", "overdue_days": "overdue_days", "overdue_days_net": "overdue_days_net", "next_class": "next_class",
            "next_on": "next_on", "route": "route", "fee": "fee_wan_yuan", "stage": "stage"}
WATCHED = {"DATE_ILLOGICAL", "CHECK_PERMIT", "START_MISSING", "CONTRACT_DAY_MISSING", "CAUSE_UNDATED", "EXTENSION_UNSIGNED"}


class IdleCases(Case):
    def test_all(self):
        by_day = collections.defaultdict(list)
        with open(ROOT / "tests" / "cases" / "idle.csv", encoding="utf-8") as file:
            for case in csv.DictReader(file):
                by_day[case["as_of"]].append(case)
        self.assertGreater(sum(map(len, by_day.values())), 40)
        for day, cases in by_day.items():
            for old in self.folder.iterdir():
                old.unlink()
            # A second parcel with every field keeps all columns present, so that a blank is a blank and not an absent column.
            self.draw([{"id": case["case"], **{name: case[name] for name in INPUT}, "wkt": square(20 * i, 0, 10)} for i, case in enumerate(cases)], as_of=day)
            ledger = self.audit()
            for case in cases:
                with self.subTest(case=case["case"], note=case["note"]):
                    row = ledger.rows("SELECT * FROM parcel WHERE parcel_id = ?", case["case"])[0]
                    for expected, column in EXPECTED.items():
                        wanted = case["expect_" + expected]
                        if column in ("start_due", "start_due_basis") and case["expect_stage"] == "future":
                            continue
                        found = "" if row[column] is None else row[column]
                        if column == "fee_wan_yuan" and wanted:
                            self.assertAlmostEqual(float(found), float(wanted), places=9, msg=column)
                        else:
                            self.assertEqual(str(found), wanted, column)
                    self.assertEqual(ledger.codes(case["case"]) & WATCHED, set(case["expect_codes"].split()))


if __name__ == "__main__":
    unittest.main()
