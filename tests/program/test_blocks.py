"""One zone, several parks: figures along the chain of parents, approved areas of blocks, land outside the approved outline, land claimed twice."""
import unittest

from support import Case, as_json, run, square

DONE = {"contract_on": "2020-01-01", "start_due": "2020-06-01", "permit_on": "2020-05-01", "started_on": "2020-05-02", "finished_on": "2021-06-01"}
IDLE = {"contract_on": "2020-01-01", "start_due": "2020-06-01"}


class Blocks(Case):
    def findings(self, ledger, code):
        return ledger.rows("SELECT * FROM finding WHERE code = ? ORDER BY subject_id", code)

    def classes(self, ledger, park):
        return {row["class"]: row["area_m2"] for row in ledger.rows("SELECT * FROM park_balance WHERE park_id = ? AND area_m2 <> 0", park)}

    def test_block_sub_park_zone_and_city_add_up(self):
        # Two blocks make a sub-park, two sub-parks a zone, zone and a lone park the city; the zone has land of its own beside its sub-parks.
        parks = [{"id": "B1", "parent": "S1", "wkt": square(0, 0, 100)}, {"id": "B2", "parent": "S1", "wkt": square(100, 0, 100)},
                 {"id": "S1", "parent": "Z", "wkt": square(0, 0, 200, 100)}, {"id": "S2", "parent": "Z", "wkt": square(300, 0, 100)},
                 {"id": "Z", "parent": "C", "wkt": square(0, 0, 250, 100)}, {"id": "L", "parent": "C", "wkt": square(600, 0, 50)},
                 {"id": "C", "wkt": square(0, 0, 10)}]
        parcels = [{"id": "P1", **DONE, "wkt": square(10, 10, 20)}, {"id": "P2", **IDLE, "wkt": square(110, 10, 30)},
                   {"id": "P3", **DONE, "wkt": square(310, 10, 40)}, {"id": "P4", **IDLE, "wkt": square(210, 10, 10)},
                   {"id": "P5", **DONE, "wkt": square(610, 10, 5)}]
        self.draw(parks=parks, parcels=parcels)
        ledger = self.audit()
        self.assert_identities(ledger)
        areas = {row["park_id"]: row["area_m2"] for row in ledger.rows("SELECT park_id, area_m2 FROM park")}
        for park, area in {"B1": 10000, "B2": 10000, "S1": 20000, "S2": 10000, "Z": 35000, "L": 2500, "C": 37500}.items():
            self.assertAlmostEqual(areas[park], area, delta=1e-4, msg=park)
        expected = {"B1": (400, 0), "B2": (0, 900), "S1": (400, 900), "S2": (1600, 0), "Z": (2000, 1000), "L": (25, 0), "C": (2025, 1000)}
        for park, (completed, idle) in expected.items():
            found = self.classes(ledger, park)
            self.assertAlmostEqual(found.get("completed", 0), completed, delta=1e-4, msg=park)
            self.assertAlmostEqual(found.get("idle", 0), idle, delta=1e-4, msg=park)

    def test_a_parcel_on_the_line_counts_in_both_parks_and_once_in_the_zone(self):
        parks = [{"id": "K1", "parent": "Z", "wkt": square(0, 0, 100)}, {"id": "K2", "parent": "Z", "wkt": square(100, 0, 100)},
                 {"id": "Z", "wkt": square(0, 0, 200, 100)}]
        project = self.draw(parks=parks, parcels=[{"id": "P1", **IDLE, "floor_area": "600", "wkt": square(70, 0, 40, 10)}, {"id": "P2", **DONE, "wkt": square(0, 50, 10)}])
        ledger = self.audit()
        shares = {row["park_id"]: (row["area_m2"], row["share"]) for row in ledger.rows("SELECT * FROM parcel_park WHERE parcel_id = 'P1'")}
        self.assertEqual(set(shares), {"K1", "K2"})
        self.assertAlmostEqual(shares["K1"][0], 300, delta=1e-5)
        self.assertAlmostEqual(shares["K1"][1], 0.75, delta=1e-9)
        self.assertAlmostEqual(shares["K2"][0], 100, delta=1e-5)
        for park, area in {"K1": 300, "K2": 100, "Z": 400}.items():
            self.assertAlmostEqual(self.classes(ledger, park)["idle"], area, delta=1e-5, msg=park)
            ratio = ledger.rows("SELECT * FROM park_indicator WHERE park_id = ? AND indicator = 'parcel_plot_ratio'", park)[0]
            self.assertAlmostEqual(ratio["numerator"], 600 * area / 400, delta=1e-5, msg=park)
        done = run("audit", project, "-o", self.folder / "again.gpkg", "--fail-on", "never", status=0)
        self.assertIn("1 parcels lie in more than one park", done.stdout)
        told = as_json(run("audit", project, "-o", self.folder / "json.gpkg", "--fail-on", "never", "--json", status=0))
        self.assertEqual(told["shared_parcels"], 1)
        counts = {park["park_id"]: park["parcels"]["count"] for park in told["parks"]}
        self.assertEqual(counts, {"K1": 2, "K2": 0, "Z": 2}, "as one parcel it stands in the park with most of it, and once in the zone")

    # Approved blocks and totals as printed: 粤府函〔2020〕374号, 375号, 378号 and 国函〔2018〕44号.
    APPROVED = {"金利": ("ha", "288.06", ["69.91", "89.76", "128.39"]), "南雄": ("ha", "559.24", ["258.80", "300.44"]),
                "茂名": ("km2", "9.81", ["7", "2.36", "0.45"])}

    def blocks(self, unit, total, blocks):
        parks = [{"id": "Z", "approved_area": total, "wkt": square(0, 0, 1000)}]
        parks += [{"id": f"B{i}", "parent": "Z", "approved_area": area, "wkt": square(i * 100, 0, 100)} for i, area in enumerate(blocks)]
        for old in self.folder.iterdir():
            old.unlink()
        self.draw(parks=parks, parcels=[{"id": "P1", **DONE, "wkt": square(0, 0, 10)}],
                  layer_extra={"parks": f'[parks.fields]\napproved_area = {{ field = "approved_area", unit = "{unit}" }}'})
        return self.findings(self.audit(), "BLOCK_SUM_MISMATCH")

    def test_approved_areas_of_real_approvals_add_up(self):
        for name, (unit, total, blocks) in self.APPROVED.items():
            with self.subTest(name):
                self.assertEqual(self.blocks(unit, total, blocks), [])

    def test_blocks_that_do_not_add_up_are_named(self):
        self.assertEqual(self.blocks("ha", "288.07", ["69.91", "89.76", "128.39"]), [], "a hundredth of a hectare is what rounding may cost")
        found = self.blocks("ha", "288.071", ["69.91", "89.76", "128.39"])
        self.assertEqual([(row["subject_id"], row["field"], row["row"]) for row in found], [("Z", "approved_area", 1)])
        self.assertIn("288.0600 ha in the 3 blocks", found[0]["message_en"])
        self.assertIn("0.0110 ha", found[0]["message_en"])
        self.assertEqual(self.blocks("ha", "300", ["69.91", "", "128.39"]), [], "with an area missing there is no sum to compare")

    def test_land_outside_the_approved_outline_is_listed_apart(self):
        parks = [{"id": "K1", "wkt": square(0, 0, 100)}]
        parcels = [{"id": "P1", **IDLE, "block": "K1", "wkt": square(90, 0, 40, 10)},   # 300 m² of 400 outside
                   {"id": "P2", **IDLE, "wkt": square(120, 0, 10)},                     # lies on P1 outside the park: counted once
                   {"id": "P3", **DONE, "wkt": square(99.95, 50, 0.1, 5)},              # a strip of survey noise outside
                   {"id": "P4", **DONE, "wkt": square(300, 0, 10)}]
        project = self.draw(parks=parks, parcels=parcels, approvals=[{"id": "A1", "approved_on": "2015-01-01", "wkt": square(90, 20, 20)}])
        ledger = self.audit()
        self.assert_identities(ledger)
        outside = {row["class"]: row["area_m2"] for row in ledger.rows("SELECT * FROM outside_parks")}
        self.assertAlmostEqual(outside["idle"], 300, delta=1e-5)
        self.assertAlmostEqual(outside["completed"], 100 + 0.25, delta=1e-5)
        self.assertAlmostEqual(outside["unsupplied"], 200, delta=1e-5)
        self.assertAlmostEqual(self.classes(ledger, "K1")["idle"], 100, delta=1e-5)
        told = self.findings(ledger, "OUTSIDE_APPROVED_OUTLINE")
        self.assertEqual([(row["subject_id"], round(row["area_m2"], 4)) for row in told], [("P1", 300)])
        self.assertIn("OUT_OF_PARKS", ledger.codes("P4"))
        self.assertIn("0.0600 ha more in no park", run("audit", project, "-o", self.folder / "b.gpkg", "--fail-on", "never", status=0).stdout)

    def test_an_overlap_says_who_holds_the_land(self):
        parks = [{"id": "K1", "wkt": square(0, 0, 100)}, {"id": "K2", "wkt": square(80, 0, 100)}]
        for priority, holder in (("", "K1"), ('priority = ["K2"]', "K2")):
            for old in self.folder.iterdir():
                old.unlink()
            self.draw(parks=parks, parcels=[{"id": "P1", **DONE, "wkt": square(0, 0, 10)}], layer_extra={"parks": priority})
            found = self.findings(self.audit(), "PARKS_OVERLAP")
            self.assertEqual(len(found), 1)
            self.assertIn(f"{holder} holds that land", found[0]["message_en"])

    def test_parents_that_are_missing_or_run_in_a_circle_are_named_with_their_row(self):
        parks = [{"id": "0", "parent": "A", "wkt": square(0, 300, 10)}, {"id": "A", "parent": "B", "wkt": square(0, 0, 10)},
                 {"id": "B", "parent": "A", "wkt": square(20, 0, 10)}, {"id": "C", "parent": "nobody", "wkt": square(40, 0, 10)},
                 {"parent": "B", "wkt": square(60, 0, 10)}]
        self.draw(parks=parks, parcels=[{"id": "P1", **DONE, "wkt": square(0, 0, 5)}])
        ledger = self.audit()
        self.assert_identities(ledger)
        self.assertEqual([(row["subject_id"], row["row"]) for row in self.findings(ledger, "PARENT_UNKNOWN")], [("A", 2), ("C", 4)])
        self.assertEqual([row["row"] for row in self.findings(ledger, "ID_MISSING")], [5])
        parents = {row["park_id"]: row["parent_id"] for row in ledger.rows("SELECT park_id, parent_id FROM park")}
        self.assertEqual((parents["0"], parents["A"], parents["B"], parents["C"]), ("A", None, "A", None))


if __name__ == "__main__":
    unittest.main()
