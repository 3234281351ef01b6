"""Control limits and the screens for inefficient land, research spending and supporting land."""
import unittest

from support import Case, as_json, run, square

HEAD = "level,document,edition,from,to,place,indicator,bound,value,unit,force,industry,industry_edition,land_class\n"


def plant(number, **facts):
    """An industrial parcel of one hectare that nothing is wrong with."""
    row = {"id": f"P{number:02}", "land_use": "工业用地", "industry": "3911", "industry_edition": "2002", "area": 10000, "contract_on": "2012-03-01", "delivered_on": "2012-06-01",
           "start_due": "2012-12-01", "permit_on": "2012-10-01", "started_on": "2012-11-01", "finish_due": "2014-06-01", "finished_on": "2014-05-01", "floor_area": 12000,
           "footprint_area": 4000, "yard_area": 500, "fixed_investment": 4000, "fixed_investment_contract": 4000, "tax": 300, "admin_area": 500,
           "wkt": square(10 + 120 * (number % 8), 10 + 120 * (number // 8), 100)}
    row.update(facts)
    return row


class Limits(Case):
    def test_the_edition_goes_by_the_contract_and_the_industry_by_its_own(self):
        self.draw([plant(0), plant(1, contract_on="2023-05-10", start_due="2024-01-01", started_on="2023-12-01", finished_on=""), plant(2, contract_on="2024-02-01", start_due="2025-01-01", started_on="", finished_on=""),
                   plant(3, industry_edition="2017"), plant(4, industry_edition=""), plant(5, industry=""), plant(6, land_use="城镇住宅用地"),
                   plant(7, plot_ratio_min="1.3", building_coefficient_min="0.46")])
        ledger = self.audit()
        rows = {row["parcel_id"]: row for row in ledger.rows("SELECT * FROM parcel")}
        self.assertEqual([rows[f"P{n:02}"]["plot_ratio_ok"] for n in range(8)], ["yes", "yes", "n/a", "n/a", "unknown", "n/a", "n/a", "no"])
        self.assertEqual([rows[f"P{n:02}"]["plot_ratio_min_required"] for n in range(8)], [0.7, 0.7, None, None, None, None, None, 1.3])
        self.assertEqual(rows["P07"]["plot_ratio_min_declared"], 1.3)
        self.assertEqual([rows[f"P{n:02}"]["building_coefficient_min_required"] for n in range(8)], [0.3, 0.3, 0.4, 0.3, 0.3, 0.3, None, 0.46])
        self.assertEqual((rows["P02"]["limit_status"], rows["P00"]["limit_status"]), ("placeholder", "secondary"))
        self.assertEqual(rows["P07"]["building_coefficient_ok"], "no")
        self.assertIn("industry_edition", rows["P04"]["missing"])
        limits = ledger.rows("SELECT * FROM parcel_limit WHERE parcel_id = 'P00' AND indicator = 'plot_ratio'")
        self.assertEqual([(row["required"], row["declared"], row["actual"], row["kept"], row["set_by"], row["edition"], row["industry"]) for row in limits],
                         [(0.7, None, 1.2, "yes", "national", "2008", "39")])
        self.assertEqual({row["code"] for row in ledger.rows("SELECT code FROM finding WHERE message_en LIKE '%building_coefficient min\" = 0.4 %'")}, {"PLACEHOLDER_USED"})
        none = ledger.value("SELECT message_en FROM finding WHERE code = 'NO_STANDARD_LOADED' AND subject_id = 'plot_ratio_min'")
        self.assertIn("for 4 parcels", none)
        self.assertIn("none was in force on the day of the contract: 1", none)
        self.assert_identities(ledger)

    def test_a_bureau_adds_its_own_table(self):
        self.write("city.csv", HEAD + "local,X〔2010〕1号,2010,2010-01-01,,清城区,plot_ratio,min,1.2,ratio,binding,39,2002,\n"
                   "local,X〔2010〕1号,2010,2010-01-01,,,plot_ratio,max,1.1,ratio,recommended,,,\nlocal,X〔2010〕1号,2010,2010-01-01,,,investment_intensity,min,4000,wan_yuan_per_ha,,,,5\n")
        parks = [{"id": "K1", "county": "清城区", "wkt": square(0, 0, 500)}, {"id": "K2", "county": "英德市", "wkt": square(500, 0, 500)}]
        self.draw([plant(0, fixed_investment_contract=""), plant(5, fixed_investment="3999.99", fixed_investment_contract="")], parks=parks, extra='[limits]\ntables = ["city.csv"]\nland_class = "5"')
        ledger = self.audit()
        self.assertEqual([(row["plot_ratio_min_required"], row["plot_ratio_ok"], row["investment_min_required_wan_per_ha"], row["investment_ok"]) for row in ledger.rows("SELECT * FROM parcel ORDER BY 1")],
                         [(1.2, "yes", 4000, "yes"), (0.7, "yes", 4000, "no")])
        advice = ledger.rows("SELECT kept, force FROM parcel_limit WHERE parcel_id = 'P00' AND bound = 'max' AND indicator = 'plot_ratio'")
        self.assertEqual(advice, [{"kept": "no", "force": "recommended"}])
        told = run("explain", self.folder / "ledger.gpkg", "P00", "--lang", "en").stdout
        self.assertIn("local standard X〔2010〕1号 (edition 2010), industry 39, city.csv row 2", told)

    def test_bad_tables_are_named_with_their_row(self):
        self.draw([plant(0)], extra='[limits]\ntables = ["city.csv"]')
        row = "local,X,,2010-01-01,,,plot_ratio,min,1.2,ratio,,39,2002,\n"
        for text, words in ((HEAD + row + row, ("row 3", "row 2")), (HEAD + row.replace(",39,", ",38,"), ("row 2", '"38"')), (HEAD + row.replace("1.2", "x"), ("row 2", "not a number"))):
            self.write("city.csv", text)
            done = run("audit", self.folder / "audit.toml", "-o", self.folder / "none.gpkg", status=2)
            for word in ("city.csv", *words):
                self.assertIn(word, done.stderr)
            self.assertFalse((self.folder / "none.gpkg").exists())
        (self.folder / "city.csv").unlink()
        self.assertIn("city.csv", run("audit", self.folder / "audit.toml", "-o", self.folder / "none.gpkg", status=3).stderr)

    def test_unknown_industry_and_lenient_contract(self):
        self.draw([plant(0, industry="38"), plant(1, plot_ratio_min="0.5")])
        ledger = self.audit()
        self.assertIn("INDUSTRY_UNKNOWN", ledger.codes("P00"))
        self.assertIn("CONTRACT_BELOW_STANDARD", ledger.codes("P01"))
        self.assertEqual(ledger.value("SELECT row FROM finding WHERE code = 'INDUSTRY_UNKNOWN'"), 1)


class Screening(Case):
    def parcels(self):
        return [plant(0), plant(1, floor_area=6000), plant(2, floor_area=6000, tax=30), plant(3, floor_area=6000, tax=30, started_on="", permit_on="", finished_on=""),
                plant(4, floor_area=6000, tax=30, delivered_on="2022-06-01"), plant(5, floor_area=6000, tax=30, finish_due="2025-06-01"),
                plant(6, floor_area=6000, tax=30, industry="4411"), plant(7, floor_area=6000, tax="", admin_area=""), plant(8, floor_area=6000, tax=30, land_use="城镇住宅用地")]

    def test_off_unless_asked_for(self):
        self.draw(self.parcels())
        ledger = self.audit()
        self.assertEqual(ledger.rows("SELECT DISTINCT inefficient, inefficient_grade FROM parcel"), [{"inefficient": "n/a", "inefficient_grade": None}])
        self.assertEqual(ledger.value("SELECT COUNT(*) FROM parcel_screen"), 0)
        self.assertEqual(ledger.value("SELECT COUNT(*) FROM finding WHERE code = 'PLACEHOLDER_USED' AND subject = 'rule'"), 0)

    def test_the_screen(self):
        self.draw(self.parcels(), extra="[screening]")
        ledger = self.audit()
        rows = {row["parcel_id"]: row for row in ledger.rows("SELECT * FROM parcel")}
        self.assertEqual([rows[f"P{n:02}"]["inefficient"] for n in range(9)], ["no", "no", "yes", "n/a", "n/a", "n/a", "n/a", "unknown", "n/a"])
        self.assertEqual([rows[f"P{n:02}"]["inefficient_grade"] for n in range(3)], ["none", "watch", "suspected"])
        self.assertEqual([rows[f"P{n:02}"]["not_rated"] for n in (3, 4, 5, 6, 8)], ["idle", "recent_delivery", "before_completion", "utility", "not_industrial"])
        self.assertEqual(rows["P03"]["stage"], "idle")
        # The mean is over rated land alone: P00, P01 and P02 with 300 + 300 + 30 on three hectares, that is 14 a mu.
        tax = ledger.rows("SELECT value, threshold, met FROM parcel_screen WHERE parcel_id = 'P02' AND test = 'tax'")[0]
        self.assertAlmostEqual(tax["value"], 2)
        self.assertAlmostEqual(tax["threshold"], 14 / 3)
        self.assertEqual(tax["met"], "yes")
        # Only what was found inefficient stands in the balance as such; idle land never does.
        self.assertAlmostEqual(ledger.value("SELECT area_m2 FROM park_balance WHERE class = 'inefficient'"), 10000, delta=0.01)
        self.assertAlmostEqual(ledger.value("SELECT area_m2 FROM park_balance WHERE class = 'idle'"), 10000, delta=0.01)
        self.assert_identities(ledger)
        self.assertEqual(ledger.value("SELECT COUNT(*) FROM finding WHERE code = 'INEFFICIENT_SUSPECTED'"), 1)
        told = run("explain", self.folder / "ledger.gpkg", "P02", "--lang", "en").stdout
        self.assertIn("suspected of being inefficient (a screen, not a determination)", told)

    def test_thresholds_by_park_and_industry(self):
        self.write("own.csv", "parameter,value,park,industry,document\nscreen.plot_ratio_min,0.5,K1,39,清高管〔2024〕3号\nscreen.tests_for_inefficient,1,,,\nscreen.plot_ratio_min,0.1,K9,,\n")
        self.draw(self.parcels(), extra='[screening]\nthresholds = "own.csv"')
        ledger = self.audit()
        rows = {row["parcel_id"]: row["inefficient"] for row in ledger.rows("SELECT * FROM parcel")}
        self.assertEqual((rows["P01"], rows["P02"]), ("no", "yes"))
        rule = ledger.value("SELECT rule FROM parcel_screen WHERE parcel_id = 'P01' AND test = 'plot_ratio'")
        self.assertEqual(rule, "own.csv 2 清高管〔2024〕3号")
        unused = ledger.rows("SELECT * FROM finding WHERE code = 'THRESHOLD_UNUSED'")
        self.assertEqual([(row["row"], row["subject_id"]) for row in unused], [(4, "K9")])
        self.write("own.csv", "parameter,value\nscreen.plot_ratio,0.5\n")
        done = run("audit", self.folder / "audit.toml", "-o", self.folder / "none.gpkg", status=2)
        self.assertIn("own.csv, row 2", done.stderr)
        self.assertIn("screen.plot_ratio_min", done.stderr)

    def test_research_and_supporting(self):
        new = {"contract_on": "2022-01-01", "delivered_on": "2022-03-01", "start_due": "2022-06-01", "permit_on": "2022-04-01", "started_on": "2022-05-01", "finish_due": "2023-06-01", "finished_on": "2023-05-01"}
        parks = [{"id": "K1", "level": "national", "wkt": square(0, 0, 500)}, {"id": "Y1", "level": "provincial", "wkt": square(500, 0, 500)}]
        self.draw([plant(0, revenue=1000, rd_spending=40, **new), plant(1, revenue=1000, rd_spending=39, **new), plant(2, revenue=1000, rd_spending=1, case_by_case="yes", **new),
                   plant(3, revenue=1000, rd_spending=39), plant(4, revenue=1000, rd_spending=30, **new), plant(8, admin_area=900), plant(9, admin_area=900, rental_housing_approved="yes")],
                  parks=parks, extra='rulebook = "qingyuan"\n[screening]')
        ledger = self.audit()
        outcome = {(row["parcel_id"], row["test"]): row["outcome"] for row in ledger.rows("SELECT * FROM parcel_screen WHERE topic <> 'inefficient'")}
        self.assertEqual([outcome.get((f"P{n:02}", "rd_share")) for n in range(5)], ["pass", "fail", "exempt", None, "pass"])
        self.assertEqual([outcome.get((f"P{n:02}", "supporting_land")) for n in (3, 8, 9)], ["green", "red", "amber"])

    def test_same_figures_in_any_order(self):
        self.draw(self.parcels(), extra="[screening]")
        first = self.audit(output="a.gpkg")
        (self.folder / "land.gpkg").unlink()
        self.draw(list(reversed(self.parcels())), extra="[screening]")
        second = self.audit(output="b.gpkg")
        for table in ("parcel", "parcel_screen", "parcel_limit", "park_balance", "park_indicator"):
            self.assertEqual(first.table(table), second.table(table), table)


if __name__ == "__main__":
    unittest.main()
