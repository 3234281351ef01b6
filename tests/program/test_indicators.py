"""Land-intensity evaluation: surveyed status, indicators with numerator and denominator, ranges, published figures, zone types, scores and ranks."""
import csv
import unittest

from support import ROOT, Case, run, square

PARK = [{"id": "K1", "level": "national", "wkt": square(0, 0, 1000)}]


def parcel(number, x, y, size, **facts):
    return {"id": f"P{number}", "contract_on": "2022-05-01", "start_due": "2022-12-01", "wkt": square(x, y, size), **facts}


class Evaluation(Case):
    def survey(self, rows, name="status.gpkg"):
        from support import write_layer
        (self.folder / name).unlink(missing_ok=True)
        write_layer(self.folder / name, "status", rows)
        return f'[land_status]\nsource = "{name}"\n'

    def indicators(self, ledger, park="K1"):
        return {row["indicator"]: row for row in ledger.rows("SELECT * FROM park_indicator WHERE park_id = ?", park)}

    # 100 ha: 36 built (20 industry, 10 housing, 6 roads), 4 ready, 50 not ready, 10 water; 32 supplied, 58 still to be supplied, 10 never.
    ROWS = [{"id": "S1", "status": "A2", "supply": "D21", "idle": "否", "wkt": square(0, 0, 1000, 200)}, {"id": "S2", "status": "A1", "supply": "D21", "wkt": square(0, 200, 1000, 100)},
            {"id": "S3", "status": "A31", "supply": "D1", "idle": "是", "wkt": square(0, 300, 200, 100)}, {"id": "S4", "status": "A4", "supply": "E22", "wkt": square(200, 300, 400, 100)},
            {"id": "S5", "status": "B21", "supply": "E21", "wkt": square(600, 300, 400, 100)}, {"id": "S6", "status": "B22", "supply": "E21", "wkt": square(0, 400, 1000, 500)},
            {"id": "S7", "status": "C1", "supply": "F", "wkt": square(0, 900, 1000, 100)}]

    def test_without_a_survey_they_are_unknown(self):
        self.draw([parcel(1, 0, 0, 100, floor_area=5000, tax=3)])
        ledger = self.audit()
        found = self.indicators(ledger)
        with open(ROOT / "gis-data" / "indicators" / "indicators.csv", encoding="utf-8") as file:
            listed = [row["id"] for row in csv.DictReader(line for line in file if not line.startswith("#"))]
        self.assertEqual(set(listed) - set(found), set())
        for name in ("land_supply_rate", "industrial_plot_ratio", "overall_tax_per_land"):
            row = found[name]
            self.assertEqual((row["value"], row["low"], row["high"], row["missing"]), (None, None, None, "land_status"))
            self.assertGreater(row["unknown_count"], 0)
        self.assertEqual(ledger.value("SELECT COUNT(*) FROM finding WHERE code = 'LAND_STATUS_MISSING'"), 1)
        self.assertEqual(found["idle_rate"]["source"], "parcels")
        self.assertEqual(found["parcel_plot_ratio"]["value"], 0.5)

    def test_every_figure_from_its_numerator_and_denominator(self):
        buildings = [{"id": "B1", "floors": "3", "wkt": square(10, 10, 100)}, {"id": "B2", "floors": "10", "wkt": square(10, 210, 50)}]
        parcels = [parcel(1, 0, 0, 1000, area=200000, fixed_investment=100000, revenue=300000, tax=8000, yard_area=7000)]
        parcels[0]["wkt"] = square(0, 0, 1000, 200)
        parcels.append(parcel(2, 0, 200, 1000, area=100000, tax=500))
        parcels[1]["wkt"] = square(0, 200, 1000, 100)
        self.draw(parcels, parks=PARK, buildings=buildings, extra=self.survey(self.ROWS))
        ledger = self.audit()
        found = self.indicators(ledger)
        expected = {"land_development_rate": 40 / 90, "land_supply_rate": 32 / 40, "land_built_rate": 36 / 32, "built_share_of_developable": 36 / 90, "industrial_land_rate": 20 / 36,
                    "overall_plot_ratio": 5.5 / 36, "building_density": 1.25 / 36, "industrial_plot_ratio": 3 / 20, "industrial_building_coefficient": 1.7 / 20,
                    "industrial_fixed_asset_intensity": 5000, "industrial_output_intensity": 15000, "industrial_tax_per_land": 400, "idle_rate": 2 / 32, "remaining_supply_years": 58 / 6}
        for name, value in expected.items():
            self.assertAlmostEqual(found[name]["value"], value, places=9, msg=name)
        for row in ledger.rows("SELECT * FROM park_indicator WHERE value IS NOT NULL"):
            if row["denominator"]:
                self.assertAlmostEqual(row["value"], row["numerator"] / row["denominator"], places=12, msg=row["indicator"])
        product = found["land_development_rate"]["value"] * found["land_supply_rate"]["value"] * found["land_built_rate"]["value"]
        self.assertAlmostEqual(product, found["built_share_of_developable"]["value"], places=12)
        self.assertEqual((found["idle_rate"]["formula_zh"], found["idle_rate"]["source"]), ("G/D", "land_status"))
        self.assertEqual((found["hightech_land_rate"]["value"], found["hightech_land_rate"]["missing"]), (None, "land_status.high_tech"))
        # 6 ha of built land have no parcel, so their tax is not known: a range without an upper end, never a smaller figure.
        tax = found["overall_tax_per_land"]
        self.assertAlmostEqual(tax["value"], 8500 / 36, places=9)
        self.assertEqual((tax["high"], tax["formula_en"], tax["formula_zh"]), (None, "tax/A", "年税收/A"))
        self.assertAlmostEqual(tax["completeness"], 30 / 36, places=9)
        self.assertEqual([found[name]["completeness"] for name in ("land_supply_rate", "industrial_tax_per_land", "population_density")], [1, 1, 0])
        park = ledger.rows("SELECT * FROM park_evaluation")[0]
        self.assertEqual((park["zone_type"], park["zone_basis"]), ("other", "survey"))
        self.assertIsNone(park["score"])

    def test_published_figures_of_the_right_year_and_level(self):
        self.draw([parcel(1, 0, 0, 100)], parks=PARK + [{"id": "Y1", "level": "provincial", "wkt": square(1000, 0, 100)}], extra='[evaluation]\nprovince = "广东"\n', as_of="2022-12-31")
        found = self.indicators(self.audit())
        # 2022 edition, data of 2021-12-31; the plot ratio was last published with data of 2019, for 2023 is later than the as-of day.
        self.assertEqual((found["land_supply_rate"]["published_national"], found["overall_plot_ratio"]["published_national"]), (0.9284, 0.98))
        self.assertEqual((found["land_supply_rate"]["published_provincial"], found["industrial_plot_ratio"]["published_provincial"]), (0.8992, 1.12))
        self.assertIn("全国通报 2022（数据截至 2021-12-31），各类型", found["land_supply_rate"]["published_zh"])
        self.assertIn("national 2022 (2021-12-31), all types", found["land_supply_rate"]["published_en"])
        rates = [found[name]["published_national"] for name in ("land_development_rate", "land_supply_rate", "land_built_rate")]
        self.assertEqual(rates, [0.8966, 0.9284, 0.9247])
        (self.folder / "land.gpkg").unlink()
        self.draw([parcel(1, 0, 0, 100)], as_of="2020-06-30")
        found = self.indicators(self.audit())
        rates = [found[name]["published_national"] for name in ("land_development_rate", "land_supply_rate", "land_built_rate")]
        self.assertEqual(round(rates[0] * rates[1] * rates[2], 4), found["built_share_of_developable"]["published_national"])
        self.assertEqual(found["built_share_of_developable"]["published_national"], 0.7692)

    def test_land_without_a_code_is_a_range_and_a_finding(self):
        self.draw([parcel(1, 0, 0, 100)], extra=self.survey(self.ROWS[:4] + self.ROWS[5:] + [{"id": "S8", "status": "A9", "wkt": square(600, 300, 50)}]))
        ledger = self.audit()
        rate = self.indicators(ledger)["land_development_rate"]
        self.assertAlmostEqual(rate["value"], 36 / 86, places=9)
        self.assertAlmostEqual(rate["low"], 36 / 90, places=9)
        self.assertAlmostEqual(rate["high"], 40 / 90, places=9)
        self.assertAlmostEqual(ledger.value("SELECT area_m2 FROM finding WHERE code = 'STATUS_MISSING'"), 40000, places=3)
        unknown = ledger.rows("SELECT * FROM finding WHERE code = 'CODE_UNKNOWN'")
        self.assertEqual([(row["subject_id"], row["row"]) for row in unknown], [("S8", 7)])

    def test_a_square_metre_surveyed_twice_counts_once(self):
        self.draw([parcel(1, 0, 0, 100)], extra=self.survey(self.ROWS + [{"id": "S9", "status": "A1", "wkt": square(0, 0, 100)}]))
        ledger = self.audit()
        self.assertAlmostEqual(self.indicators(ledger)["industrial_land_rate"]["numerator"], 200000, places=3)
        self.assertAlmostEqual(ledger.value("SELECT area_m2 FROM finding WHERE code = 'STATUS_OVERLAP'"), 10000, places=3)

    def test_scores_and_ranks(self):
        self.write("weights.csv", "zone_type,item,parent,weight\n,土地利用状况,,0.6\n,管理绩效,,0.4\n,industrial_land_rate,土地利用状况,50\n,built_share_of_developable,土地利用状况,50\n,idle_rate,管理绩效,1\n")
        self.write("ideals.csv", "zone_type,indicator,ideal,unit\n,industrial_land_rate,61,%\n,built_share_of_developable,50,%\n,idle_rate,0,%\n")
        parks = [{"id": f"K{n}", "wkt": square(400 * n, 0, 400)} for n in range(3)]
        rows = []
        for n, (industry, idle) in enumerate(((100, ""), (200, ""), (200, "是"))):
            rows += [{"id": f"S{n}a", "status": "A2", "supply": "D1", "idle": idle, "wkt": square(400 * n, 0, 400, industry)},
                     {"id": f"S{n}b", "status": "A4", "supply": "D1", "idle": "", "wkt": square(400 * n, industry, 400, 50)},
                     {"id": f"S{n}c", "status": "B22", "supply": "E21", "idle": "", "wkt": square(400 * n, industry + 50, 400, 350 - industry)}]
        extra = self.survey(rows) + '[evaluation]\nweights = "weights.csv"\nideals = "ideals.csv"\n'
        self.draw([parcel(1, 0, 0, 100)], parks=parks, extra=extra)
        ledger = self.audit(output="a.gpkg")
        found = {row["park_id"]: row for row in ledger.rows("SELECT * FROM park_evaluation")}
        self.assertAlmostEqual(found["K0"]["score"], 0.3 * 100 + 0.3 * 75 + 0.4 * 100, places=9)
        self.assertAlmostEqual(found["K2"]["score"], 0.3 * 100 + 0.3 * 100 + 0.4 * 20, places=9)
        self.assertEqual([found[f"K{n}"]["rank"] for n in range(3)], [2, 1, 3])
        points = ledger.rows("SELECT * FROM park_score WHERE park_id = 'K2' AND indicator = 'idle_rate'")[0]
        self.assertEqual((points["weight"], points["ideal"], round(points["points"], 9)), (0.4, 0, 20))
        (self.folder / "land.gpkg").unlink()
        self.draw([parcel(1, 0, 0, 100)], parks=parks[::-1], extra=self.survey(rows[::-1]) + extra.split("\n", 2)[2])
        other = self.audit(output="b.gpkg")
        for table in ("park_evaluation", "park_score", "park_indicator"):
            self.assertEqual(ledger.table(table), other.table(table), table)

    def test_bad_weights_are_named_with_their_row(self):
        self.draw([parcel(1, 0, 0, 100)], extra='[evaluation]\nweights = "weights.csv"\nideals = "ideals.csv"\n')
        self.write("ideals.csv", "zone_type,indicator,ideal,unit\n,idle_rate,0,%\n")
        for rows, words in ((",idle_rate,,0.9\n", ("row 2", "0.9", "1 (or 100)")), (",idle_rate,,0.5\n,overall_plot_ratio,,0.5\n", ("row 3", "ideal")), (",idle_rat,,1\n", ("row 2", "idle_rate")),
                            (",idle_rate,上级,1\n", ("row 2", "上级")), (",idle_rate,,0.5\n,idle_rate,,0.5\n", ("row 3", "twice"))):
            self.write("weights.csv", "zone_type,item,parent,weight\n" + rows)
            done = run("audit", self.folder / "audit.toml", "-o", self.folder / "none.gpkg", status=2)
            for word in ("weights.csv", *words):
                self.assertIn(word, done.stderr)
            self.assertFalse((self.folder / "none.gpkg").exists())

    STATISTICS = ("park,item,value,unit,year,document\nK1,population,7200,人,,统计公报\nK1,population,9999,person,2030,\nK1,expired_area,20,公顷,2024,\nK1,expired_disposed_area,15,ha,2024,\n"
                  "K1,expired_disposed_area,3,ha,2022,\nK1,paid_due_area,300,亩,,\nK1,paid_area,240,mu,,\nK1,auction_due_area,10,ha,,\nK1,auction_area,9,ha,,\nK1,to_be_built_area,9,ha,,\n"
                  "K1,survey_construction_area,80,ha,,\nK1,survey_industrial_area,32,ha,,\nK1,plan_construction_area,90,ha,,\nK1,plan_industrial_area,45,ha,,\nK9,population,1,人,,\n")

    def test_statistics_give_what_no_layer_has(self):
        self.write("统计.csv", self.STATISTICS)
        self.draw([parcel(1, 0, 0, 100)], parks=PARK, extra=self.survey(self.ROWS) + '[evaluation]\nstatistics = "统计.csv"\n')
        ledger = self.audit()
        found = self.indicators(ledger)
        expected = {"population_density": 7200 / 36, "expired_disposal_rate": 0.75, "paid_use_rate": 0.8, "auction_rate": 0.9, "to_be_built_share": 0.1, "current_industrial_rate": 0.4,
                    "planned_industrial_rate": 0.5}
        for name, value in expected.items():
            row = found[name]
            self.assertAlmostEqual(row["value"], value, places=9, msg=name)
            self.assertAlmostEqual(row["value"], row["numerator"] / row["denominator"], places=12, msg=name)
            self.assertEqual((row["missing"], row["unknown_count"]), (None, 0), name)
        self.assertEqual(found["paid_use_rate"]["source"], "statistics")
        unused = ledger.rows("SELECT row, field, subject_id FROM finding WHERE code = 'STATISTIC_UNUSED' ORDER BY row")
        self.assertEqual(unused, [{"row": 3, "field": "year", "subject_id": "K1"}, {"row": 16, "field": "park", "subject_id": "K9"}])
        self.assertIsNotNone(ledger.value("SELECT value FROM receipt WHERE key = 'statistics_table.统计.csv'"))

    def test_bad_statistics_are_named_with_their_row(self):
        self.draw([parcel(1, 0, 0, 100)], extra='[evaluation]\nstatistics = "s.csv"\n')
        for rows, words in (("K1,populaton,1,人\n", ("row 2", "population")), ("K1,population,1,ha\n", ("row 2", "unit")), ("K1,expired_area,1,人\n", ("row 2", "unit of area")),
                            ("K1,population,-1,人\n", ("row 2", "below zero")), ("K1,population,1,人\nK1,population,2,人\n", ("row 3", "row 2 already")),
                            ("K1,paid_area,16,mu\nK1,paid_due_area,1,ha\n", ("row 2", "of row 3"))):
            self.write("s.csv", "park,item,value,unit\n" + rows)
            done = run("audit", self.folder / "audit.toml", "-o", self.folder / "none.gpkg", status=2)
            for word in ("s.csv", *words):
                self.assertIn(word, done.stderr)

    def test_a_park_is_told_in_the_language_asked_for(self):
        self.draw([parcel(1, 0, 0, 100, floor_area=5000)], parks=PARK, extra=self.survey(self.ROWS))
        self.audit()
        told = run("explain", self.folder / "ledger.gpkg", "K1", "--lang", "zh", status=0).stdout
        self.assertIn("闲置土地 G ÷ 已供应国有建设用地 D", told)
        self.assertIn("宗地闲置率 = Σ 闲置宗地面积", told)
        self.assertIn("统计表的常住人口", told)
        for code in ("population", "land_status.", "paid_area", "floor area", "idle_rate", "source"):
            self.assertNotIn(code, told)

    def test_totals_of_standard_plants_and_collective_land(self):
        self.draw([parcel(1, 0, 0, 100, standard_plant="是", ownership="collective"), parcel(2, 200, 0, 50, standard_plant="否", ownership="state"), parcel(3, 400, 0, 10, ownership="collective")])
        found = self.indicators(self.audit())
        plants, collective = found["standard_plant_area"], found["collective_area"]
        self.assertEqual([round(plants[key], 3) for key in ("value", "low", "high")], [10000, 10000, 10100])
        (self.folder / "land.gpkg").unlink()
        self.draw([parcel(1, 0, 0, 100)])
        none = self.indicators(self.audit())["standard_plant_area"]
        self.assertEqual((none["value"], none["low"], round(none["high"], 3)), (None, 0, 10000))
        self.assertEqual((plants["unknown_count"], round(collective["value"], 3), collective["unknown_count"]), (1, 10100, 0))

    def test_housing_against_the_parks_plan(self):
        self.write("own.csv", "parameter,value,park\nsupporting.housing_share_max,0.25,K1\n")
        rows = [parcel(1, 0, 0, 100, land_use="工业用地"), parcel(2, 200, 0, 100, land_use="城镇住宅用地")]
        self.draw(rows, extra='[screening]\nthresholds = "own.csv"')
        share = self.indicators(self.audit())["housing_commercial_share"]
        self.assertEqual((round(share["value"], 9), share["assessment"]), (0.5, "amber"))
        self.write("own.csv", "parameter,value,park\nsupporting.housing_share_max,0.5,K1\n")
        self.assertEqual(self.indicators(self.audit())["housing_commercial_share"]["assessment"], "green")


if __name__ == "__main__":
    unittest.main()
