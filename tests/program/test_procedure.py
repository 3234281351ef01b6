"""The idle procedure, unsupplied land by reasons and rates, and what is missing: as a user meets them in the ledger, the summary and --json."""
import csv
import unittest

from support import ROOT, Case, as_json, run, square


class SeveralCauses(Case):
    def test_stand_side_by_side_in_the_ledger_as_in_the_table_of_cases(self):
        with (ROOT / "tests" / "cases" / "causes.csv").open(encoding="utf-8") as file:
            cases = list(csv.DictReader(file))
        day = "2025-01-02"
        chosen = [case for case in cases if case["as_of"] == day and not case["own_cause"]]
        self.assertGreater(len(chosen), 15)
        parcels, causes = [], ["宗地编号,闲置原因,起始日期,终止日期,是否核实"]
        for place, case in enumerate(chosen):
            parcels.append({"id": case["case"], "contract_on": "2020-01-01", "start_due": case["start_due"], "land_use": case["land_use"], "area": "100",
                            "supply_mode": case["supply_mode"], "price": "1000", "monitored": "yes", "wkt": square(place * 20, 0, 10)})
            for period in filter(None, (part.strip() for part in case["more_causes"].split(";"))):
                words = period.split()
                first, last = words[1].split("..")
                causes.append(f"{case['case']},{words[0]},{first},{last},{words[2] if len(words) > 2 else ''}")
        self.write("causes.csv", "\n".join(causes) + "\n")
        self.draw(parcels, as_of=day)
        text = (self.folder / "audit.toml").read_text(encoding="utf-8")
        self.write("audit.toml", text + '[[tables]]\nkind = "causes"\nsource = "causes.csv"\n')
        ledger = self.audit()
        found = {row["parcel_id"]: row for row in ledger.rows("SELECT * FROM parcel")}
        for case in chosen:
            row = found[case["case"]]
            for column, expected in (("overdue_days", "gross_days"), ("cause_days", "cause_days"), ("overdue_days_net", "net_days"),
                                     ("idle_class", "class"), ("idle_class_net", "class_net"), ("cause_state", "state"), ("route", "route")):
                self.assertEqual("" if row[column] is None else str(row[column]), case["expect_" + expected], f"{case['case']} {column}")
            for code in case["expect_codes"].split():
                self.assertIn(code, ledger.codes(case["case"]), case["case"])
        mixed = run("explain", self.folder / "ledger.gpkg", "M04", status=0).stdout
        self.assertIn("Mixed causes", mixed)
        self.assertNotIn("does not say what its own facts", mixed)

    def test_open_or_bar_the_ways_of_article_12(self):
        self.draw([{"id": "P1", "contract_on": "2020-01-01", "start_due": "2023-06-01", "cause": "G1", "cause_from": "2023-07-01", "cause_verified": "yes",
                    "monitored": "yes", "price": "1000", "notice_on": "2024-06-20", "wkt": square(0, 0, 100)},
                   {"id": "P2", "contract_on": "2020-01-01", "start_due": "2023-06-01", "monitored": "yes", "wkt": square(200, 0, 100)}])
        ledger = self.audit()
        ways = {row["option"]: (row["open"], row["barred_by"], row["latest_on"]) for row in ledger.rows("SELECT * FROM idle_option WHERE parcel_id = 'P1'")}
        self.assertEqual(ways["extension"], ("yes", None, "2025-12-31"))
        self.assertEqual(ways["temporary"], ("yes", None, "2026-12-31"))
        self.assertEqual(ways["swap"], ("no", "no_plan_change", None))
        self.assertEqual({row["barred_by"] for row in ledger.rows("SELECT barred_by FROM idle_option WHERE parcel_id = 'P2' AND option <> 'swap'")}, {"no_cause"})
        self.assertEqual(ledger.value("SELECT notice_due || ' ' || reply_due FROM parcel WHERE parcel_id = 'P1'"), "2024-07-02 2024-07-20")


class Unsupplied(Case):
    def project(self, reasons=None, supplied="6000", park_share=True):
        approvals = [{"id": "A18", "approved_on": "2018-05-01", "approved_area": "10000", "wkt": square(0, 0, 100)},
                     {"id": "A20", "approved_on": "2020-05-01", "approved_area": "10000", "wkt": square(200, 0, 100)},
                     {"id": "A23", "approved_on": "2023-12-31", "approved_area": "10000", "wkt": square(400, 0, 100)}]
        parcels = [{"id": "P20", "area": supplied, "approval": "A20", "contract_on": "2021-01-01", "finished_on": "2023-01-01", "wkt": square(200, 0, 100, 60)},
                   {"id": "P23", "area": "6000", "approval": "A23", "contract_on": "2024-01-01", "finished_on": "2024-11-01", "carried_area": "500",
                    "wkt": square(400, 0, 100, 60)}]
        parks = [{"id": "K1", "wkt": square(-10, -10, 560)}, {"id": "K2", "wkt": square(550, -10, 400)}]
        (self.folder / "land.gpkg").unlink(missing_ok=True)
        self.draw(parcels, parks=parks, approvals=approvals)
        if reasons is not None:
            self.write("reasons.csv", "approval,code,area,due\n" + reasons)
            text = (self.folder / "audit.toml").read_text(encoding="utf-8")
            self.write("audit.toml", text + '[[tables]]\nkind = "reasons"\nsource = "reasons.csv"\n')

    def test_rate_of_five_years_at_the_floor_and_just_below(self):
        self.project()
        ledger = self.audit()
        five = ledger.rows("SELECT * FROM supply_rate WHERE first_year < last_year ORDER BY park_id")
        self.assertEqual([(row["scope"], row["park_id"], row["period"]) for row in five],
                         [("all", None, "2019–2023"), ("park", "K1", "2019–2023"), ("park", "K2", "2019–2023")])
        self.assertEqual([(row["approvals"], row["supply_rate"], row["reaches_floor"]) for row in five], [(2, 0.6, "yes"), (2, 0.6, "yes"), (0, None, "n/a")])
        self.assertEqual(ledger.value("SELECT value FROM park_indicator WHERE park_id = 'K1' AND indicator = 'supply_rate_five_years'"), 0.6)
        self.assertEqual([(row["period"], row["supply_rate"], row["unsupplied_m2"]) for row in
                          ledger.rows("SELECT * FROM supply_rate WHERE scope = 'all' AND first_year = last_year")],
                         [("2018", 0.0, 10000.0), ("2020", 0.6, 4000.0), ("2023", 0.6, 4000.0)])
        self.assertIn("CARRIED_AREA", ledger.codes("P23"))
        self.project(supplied="5999.99")
        ledger = self.audit()
        self.assertEqual({row["reaches_floor"] for row in ledger.rows("SELECT reaches_floor FROM supply_rate WHERE first_year < last_year AND park_id IS NOT 'K2'")}, {"no"})
        self.assertIn("SUPPLY_RATE_LOW", ledger.codes("K1"))

    def test_an_unknown_supply_opens_and_shuts_no_gate(self):
        self.project(supplied="")
        ledger = self.audit()
        row = ledger.rows("SELECT * FROM supply_rate WHERE scope = 'all' AND first_year < last_year")[0]
        self.assertEqual((row["supply_rate"], row["low"], row["high"], row["unknown_count"], row["reaches_floor"]), (None, 0.3, 0.8, 1, "unknown"))
        self.assertEqual(ledger.value("SELECT count(*) FROM finding WHERE code = 'SUPPLY_RATE_LOW'"), 0)

    def test_invariants_of_the_form(self):
        self.project(reasons="A20,3,4000,2025-12-31\nA20,9,4000,\nA23,3,3998.99,\nA23,9,4001,\n")
        ledger = self.audit()
        found = {row["approval_id"]: row for row in ledger.rows("SELECT * FROM approval")}
        answers = {key: (row["reasons_add_up"], row["methods_add_up"], row["has_time_limit"]) for key, row in found.items()}
        self.assertEqual(answers, {"A18": ("no", "no", "no"), "A20": ("yes", "yes", "yes"), "A23": ("no", "yes", "no")})
        self.assertLessEqual({"REASONS_DIFFER", "TIME_LIMIT_MISSING"}, ledger.codes("A23"))
        self.assertNotIn("METHODS_DIFFER", ledger.codes("A23"))
        self.project()
        row = self.audit().rows("SELECT * FROM approval WHERE approval_id = 'A20'")[0]
        self.assertEqual((row["reasons_add_up"], row["methods_add_up"], row["has_time_limit"], row["reasons_m2"]), ("unknown", "unknown", "unknown", None))


class Missing(Case):
    def test_fields_are_ranked_by_the_land_they_leave_undecided(self):
        stopped = {"contract_on": "2018-01-01", "start_due": "2019-01-01", "permit_on": "2019-01-01", "started_on": "2019-01-01", "stopped_on": "2021-01-01",
                   "area_to_develop": "9000", "area_developed": "9000"}
        self.draw([{"id": "P1", "contract_on": "2020-01-01", "area": "10000", "wkt": square(0, 0, 100)},
                   {"id": "P2", "area": "1600", "investment_total": "1000", "wkt": square(200, 0, 40), **stopped},
                   {"id": "P3", "contract_on": "2020-01-01", "start_due": "2024-01-20", "area": "400", "wkt": square(300, 0, 20)},
                   {"id": "P4", "contract_on": "2020-01-01", "start_due": "2021-01-01", "area": "900", "wkt": square(400, 0, 30)}])
        done = as_json(run("audit", self.folder / "audit.toml", "-o", self.folder / "ledger.gpkg", "--fail-on", "never", "--json", status=0))
        ranked = {entry["field"]: (entry["count"], round(entry["area_m2"]), entry["column"]) for entry in done["missing_fields"]}
        self.assertEqual(ranked["start_due"], (1, 10000, "start_due"))
        self.assertEqual(ranked["delivered_on"], (1, 10000, None))
        self.assertEqual(ranked["investment_made"], (1, 1600, None))
        areas = [entry["area_m2"] for entry in done["missing_fields"]]
        self.assertEqual(areas, sorted(areas, reverse=True))
        self.assertEqual({key: round(value) for key, value in done["idle"].items()}, {"low_m2": 900, "high_m2": 12500, "unknown_count": 2, "without_area": 0})
        self.assertEqual([(entry["within_days"], entry["parcels"], round(entry["area_m2"])) for entry in done["class_changes"]], [(30, 1, 400), (60, 1, 400), (90, 1, 400)])
        self.assertEqual(done["corrections"], {})
        from support import Ledger
        ledger = Ledger(self.folder / "ledger.gpkg")
        row = ledger.rows("SELECT * FROM undecided WHERE subject_id = 'P1' AND field = 'start_due'")[0]
        self.assertEqual((row["source"], row["row"], row["header"], row["blocks"]), ("land.gpkg | parcels", 1, "start_due", "stage,idle,idle_class"))
        self.assertIn("either settles it", row["settle_en"])
        self.assertEqual(ledger.value("SELECT next_in_days FROM parcel WHERE parcel_id = 'P3'"), 21)
        told = run("check", self.folder / "audit.toml", "-o", self.folder / "fixes.xlsx", "--fail-on", "never", status=0).stdout
        self.assertIn("Missing fields, by the land they leave undecided", told)
        self.assertEqual(as_json(run("check", self.folder / "audit.toml", "--fail-on", "never", "--json", status=0))["missing_fields"], done["missing_fields"])
        from osgeo import ogr
        book = ogr.Open(str(self.folder / "fixes.xlsx"))
        self.assertIn("Missing fields", [book.GetLayer(i).GetName() for i in range(book.GetLayerCount())])


if __name__ == "__main__":
    unittest.main()
