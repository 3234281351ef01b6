"""Drawn parks: shares, remainders, overlaps and balances a planner can check by hand; random ones against counting unit cells."""
import random
import unittest

from support import Case, polygon, run, square

DONE = {"contract_on": "2020-01-01", "start_due": "2020-06-01", "permit_on": "2020-05-01", "started_on": "2020-05-02", "finished_on": "2021-06-01"}
IDLE = {"contract_on": "2020-01-01", "start_due": "2020-06-01"}


class Drawn(Case):
    def balance(self, ledger, park="K1"):
        return {row["class"]: row["area_m2"] for row in ledger.rows('SELECT class, area_m2 FROM park_balance WHERE park_id = ?', park) if row["area_m2"] != 0}

    def test_every_square_metre_has_one_class(self):
        self.draw(parks=[{"id": "K1", "wkt": square(0, 0, 100)}],
                  approvals=[{"id": "A1", "approved_on": "2015-01-01", "wkt": square(0, 0, 60, 100)}],
                  parcels=[{"id": "P1", **DONE, "approval": "A1", "wkt": square(0, 0, 20)},
                           {"id": "P2", **IDLE, "approval": "A1", "wkt": square(20, 0, 20)},
                           {"id": "P3", **DONE, "wkt": square(80, 0, 40)}])  # half of it outside the park, outside every approval
        ledger = self.audit()
        self.assert_identities(ledger)
        found = self.balance(ledger)
        for name, area in {"unsupplied": 6000 - 800, "idle": 400, "completed": 400 + 800, "unapproved": 10000 - 6000 - 800}.items():
            self.assertAlmostEqual(found.pop(name), area, delta=1e-5, msg=name)
        self.assertEqual(found, {})
        self.assertIn("SUPPLY_WITHOUT_APPROVAL", ledger.codes("P3"))
        row = ledger.rows("SELECT area_m2, in_parks_m2, park_id FROM parcel WHERE parcel_id = 'P3'")[0]
        self.assertAlmostEqual(row["area_m2"], 1600, delta=1e-6)
        self.assertAlmostEqual(row["in_parks_m2"], 800, delta=1e-6)

    def test_without_approvals_nothing_is_said_of_unsupplied_land(self):
        self.draw(parcels=[{"id": "P1", **DONE, "wkt": square(0, 0, 20)}])
        ledger = self.audit()
        self.assertIsNone(ledger.value("SELECT area_m2 FROM park_balance WHERE class = 'unsupplied'"))
        self.assertAlmostEqual(ledger.value("SELECT area_m2 FROM park_balance WHERE class = 'not_assessed'"), 1000000 - 400, delta=1e-4)

    def test_slivers_are_no_unsupplied_land(self):
        self.draw(approvals=[{"id": "A1", "approved_on": "2015-01-01", "wkt": square(0, 0, 100)}],
                  parcels=[{"id": "P1", **DONE, "wkt": square(0, 0, 60, 99.95)}, {"id": "P2", **DONE, "wkt": square(60, 0, 40, 99.95)}])
        ledger = self.audit()
        self.assert_identities(ledger)
        row = ledger.rows("SELECT * FROM approval")[0]
        self.assertAlmostEqual(row["sliver_m2"], 5, delta=1e-4)
        self.assertEqual(row["unsupplied_m2"], 0)
        self.assertIn("SLIVERS", ledger.codes("A1"))

    def test_two_surveys_of_one_boundary_leave_no_unsupplied_land(self):
        corners = [(0.1, 0.2), (97.3, 31.7), (80.9, 113.1), (-13.7, 71.3)]
        along = lambda a, b, t: (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
        dense = lambda ring: [along(ring[k], ring[(k + 1) % len(ring)], n / 7) for k in range(len(ring)) for n in range(7)]  # beside the line by rounding
        east, west = along(corners[1], corners[2], 0.37), along(corners[3], corners[0], 0.61)
        self.draw(parks=[{"id": "K1", "wkt": square(-100, -100, 150, 400)}, {"id": "K2", "wkt": square(50, -100, 150, 400)}],
                  approvals=[{"id": "A1", "approved_on": "2015-01-01", "wkt": polygon(corners)}],
                  parcels=[{"id": "P1", **DONE, "wkt": polygon(dense([corners[0], corners[1], east, west]))},
                           {"id": "P2", **DONE, "wkt": polygon(dense([west, east, corners[2], corners[3]]))}])
        ledger = self.audit()
        self.assert_identities(ledger)
        row = ledger.rows("SELECT * FROM approval")[0]
        self.assertEqual(row["unsupplied_m2"], 0)
        self.assertAlmostEqual(row["supplied_m2"], row["area_m2"], delta=1e-5)
        self.assertEqual(ledger.rows("SELECT * FROM unsupplied"), [])
        self.assertNotIn("SLIVERS", ledger.codes("A1"))
        self.assertEqual(ledger.value("SELECT value FROM receipt WHERE key = 'overlay_fallbacks'"), "0")

    def test_land_approved_twice_counts_for_the_earlier(self):
        self.draw(parcels=[{"id": "P1", **DONE, "wkt": square(500, 500, 10)}],
                  approvals=[{"id": "A2", "approved_on": "2012-01-01", "wkt": square(0, 0, 100)},
                             {"id": "A1", "approved_on": "2013-01-01", "wkt": square(50, 0, 100)},
                             {"id": "A3", "approved_on": "2030-01-01", "wkt": square(300, 0, 100)}])
        ledger = self.audit()
        self.assert_identities(ledger)
        areas = {row["approval_id"]: (row["unsupplied_m2"], row["overlap_m2"]) for row in ledger.rows("SELECT * FROM approval")}
        self.assertAlmostEqual(areas["A2"][0], 10000, delta=1e-5)
        self.assertAlmostEqual(areas["A1"][0], 5000, delta=1e-5)
        self.assertAlmostEqual(areas["A1"][1], 5000, delta=1e-5)
        self.assertEqual(areas["A3"], (None, None))  # not approved yet
        overlap = ledger.rows("SELECT * FROM finding WHERE code = 'APPROVALS_OVERLAP'")
        self.assertEqual(len(overlap), 1)
        self.assertAlmostEqual(overlap[0]["area_m2"], 5000, delta=1e-5)

    def test_where_claims_meet_the_graver_class_has_the_land(self):
        self.draw(parks=[{"id": "K1", "wkt": square(0, 0, 100)}],
                  parcels=[{"id": "P1", **DONE, "wkt": square(0, 0, 20)}, {"id": "P2", **IDLE, "wkt": square(10, 0, 20)}])
        ledger = self.audit()
        self.assert_identities(ledger)
        found = self.balance(ledger)
        self.assertAlmostEqual(found["idle"], 400, delta=1e-6)
        self.assertAlmostEqual(found["completed"], 200, delta=1e-6)
        overlap = ledger.rows("SELECT * FROM finding WHERE code = 'PARCELS_OVERLAP'")
        self.assertEqual([round(row["area_m2"], 6) for row in overlap], [200])
        self.assertEqual((overlap[0]["subject_id"], overlap[0]["other_id"]), ("P1", "P2"))
        for parcel in ("P1", "P2"):  # whichever of the two is asked about
            self.assertIn("P1 与 P2 重叠 200.00 m²", run("explain", self.folder / "ledger.gpkg", parcel, "--lang", "zh", status=0).stdout)

    def test_overlapping_parks_share_no_square_metre(self):
        parks = [{"id": "K1", "parent": "Z", "wkt": square(0, 0, 100)}, {"id": "K2", "parent": "Z", "wkt": square(80, 0, 100)},
                 {"id": "Z", "wkt": square(0, 0, 200, 100)}]
        parcels = [{"id": "P1", **DONE, "wkt": square(70, 0, 40)}, {"id": "P2", **DONE, "wkt": square(182, 0, 10)}]
        for priority, k1, k2 in (("", 30 * 40, 10 * 40), ('priority = ["K2"]', 10 * 40, 30 * 40)):
            with self.subTest(priority=priority):
                for old in self.folder.iterdir():
                    old.unlink()
                self.draw(parks=parks, parcels=parcels, layer_extra={"parks": priority})
                ledger = self.audit()
                self.assert_identities(ledger)
                shares = {row["park_id"]: row["area_m2"] for row in ledger.rows("SELECT * FROM parcel_park WHERE parcel_id = 'P1'")}
                self.assertAlmostEqual(shares["K1"], k1, delta=1e-6)
                self.assertAlmostEqual(shares["K2"], k2, delta=1e-6)
                loser = "K1" if priority else "K2"
                self.assertAlmostEqual(self.balance(ledger, loser)["held_elsewhere"], 2000, delta=1e-5)
                self.assertAlmostEqual(self.balance(ledger, "Z")["completed"], 1600 + 100, delta=1e-5)
                self.assertEqual(len(ledger.rows("SELECT * FROM finding WHERE code = 'PARKS_OVERLAP'")), 1)

    def test_the_total_counts_zones_and_not_their_parts_and_shared_land_once(self):
        self.draw(parks=[{"id": "A", "wkt": square(0, 0, 200)}, {"id": "B", "wkt": square(100, 0, 200)}, {"id": "K2", "parent": "A", "wkt": square(0, 0, 100)}],
                  parcels=[{"id": "P1", **IDLE, "wkt": square(100, 0, 100)}])
        self.audit()
        done = run("audit", self.folder / "audit.toml", "-o", self.folder / "again.gpkg", "--fail-on", "never", "--lang", "en", status=0)
        rows = {line.split()[0]: line for line in done.stdout.splitlines() if line.split()}
        self.assertTrue(rows["K2"].startswith("  K2"))
        lines = list(rows)
        self.assertEqual([lines.index(name) - lines.index("A") for name in ("A", "K2", "B", "total")], [0, 1, 2, 3])
        self.assertEqual(rows["total"].split()[1], "6.0000")  # 4 + 4 - the 2 ha that both claim
        self.assertIn(" 1.0000 ", rows["total"])  # idle

    def test_floor_area_is_shared_by_footprint_and_high_storeys_count_twice(self):
        self.draw(parcels=[{"id": "P1", **DONE, "wkt": square(0, 0, 20)}, {"id": "P2", **DONE, "wkt": square(20, 0, 20)}],
                  buildings=[{"id": "B1", "floors": "3", "storey_height": "4", "wkt": square(10, 0, 20, 10)},    # 200 m², half on each
                             {"id": "B2", "floors": "1", "storey_height": "8.01", "wkt": square(0, 10, 10)},      # higher than 8 m: twice
                             {"id": "B3", "floors": "1", "storey_height": "8", "wkt": square(20, 10, 10)},        # exactly 8 m: once
                             {"id": "B4", "floors": "9", "finished_on": "2025-06-01", "wkt": square(0, 0, 5)},    # not there yet
                             {"id": "B5", "floors": "2", "wkt": square(300, 300, 5)}])
        ledger = self.audit()
        ratios = {row["parcel_id"]: row for row in ledger.rows("SELECT * FROM parcel")}
        self.assertAlmostEqual(ratios["P1"]["floor_area_m2"], 300 + 200, delta=1e-5)
        self.assertAlmostEqual(ratios["P2"]["floor_area_m2"], 300 + 100, delta=1e-5)
        self.assertAlmostEqual(ratios["P1"]["plot_ratio"], 500 / 400, delta=1e-8)
        self.assertAlmostEqual(ratios["P1"]["footprint_m2"], 200, delta=1e-5)
        self.assertIn("BUILDING_OUTSIDE", ledger.codes("B5"))

    def test_unknown_storeys_make_the_ratio_unknown_never_smaller(self):
        self.draw(parcels=[{"id": "P1", **DONE, "wkt": square(0, 0, 20)}, {"id": "P2", **DONE, "wkt": square(20, 0, 20)}],
                  buildings=[{"id": "B1", "floors": "3", "wkt": square(0, 0, 10)}, {"id": "B2", "wkt": square(10, 10, 5)},
                             {"id": "B3", "floors": "2", "wkt": square(20, 0, 10)}])
        ledger = self.audit()
        rows = {row["parcel_id"]: row for row in ledger.rows("SELECT * FROM parcel")}
        self.assertIsNone(rows["P1"]["floor_area_m2"])
        self.assertIsNone(rows["P1"]["plot_ratio"])
        self.assertAlmostEqual(rows["P1"]["footprint_m2"], 125, delta=1e-6)
        indicator = ledger.rows("SELECT * FROM park_indicator WHERE indicator = 'parcel_plot_ratio'")[0]
        self.assertAlmostEqual(indicator["value"], 0.5, delta=1e-8)
        self.assertAlmostEqual(indicator["low"], 0.25, delta=1e-8)
        self.assertIsNone(indicator["high"])
        self.assertEqual(indicator["unknown_count"], 1)

    def test_a_broken_outline_is_held_reported_and_not_guessed(self):
        small = polygon([(0, 0), (50, 0), (50, 50), (25, 50.2), (25.2, 50.2), (0, 50)])
        bow_tie = polygon([(100, 0), (150, 50), (150, 0), (100, 50)])
        self.draw(parks=[{"id": "K1", "wkt": square(0, 0, 200)}], parcels=[{"id": "P1", **DONE, "wkt": small}, {"id": "P2", **DONE, "wkt": bow_tie}])
        ledger = self.audit()
        self.assert_identities(ledger)
        self.assertEqual(ledger.value("SELECT valid FROM parcel WHERE parcel_id = 'P2'"), "no")
        self.assertIsNone(ledger.value("SELECT area_m2 FROM parcel WHERE parcel_id = 'P2'"))
        self.assertAlmostEqual(self.balance(ledger)["undecided"], 1250, delta=1e-5)
        self.assertLessEqual({"GEOMETRY_INVALID", "GEOMETRY_UNREPAIRABLE"}, ledger.codes("P2"))
        self.assertEqual(ledger.value("SELECT idle_class FROM parcel WHERE parcel_id = 'P2'"), "NORMAL")


class RandomLand(Case):
    """Rectangles on a lattice; every expected figure is a count of unit cells."""

    def test_against_counting_cells(self):
        for seed in range(8):
            with self.subTest(seed=seed):
                for old in self.folder.iterdir():
                    old.unlink()
                self.one(random.Random(seed))

    def one(self, rng):
        side, cell = 40, 5
        boxes = lambda n, least, most: [(x, y, min(side, x + rng.randint(least, most)), min(side, y + rng.randint(least, most)))
                                        for x, y in [(rng.randrange(side - least), rng.randrange(side - least)) for _ in range(n)]]
        wkt = lambda box: square(box[0] * cell, box[1] * cell, (box[2] - box[0]) * cell, (box[3] - box[1]) * cell)
        within = lambda box, x, y: box[0] <= x < box[2] and box[1] <= y < box[3]
        parks, approvals, parcels = boxes(3, 8, 25), boxes(6, 5, 20), boxes(30, 2, 8)
        states = [rng.choice([IDLE, DONE, {**DONE, "contract_on": "2026-01-01"}]) for _ in parcels]
        days = [f"20{10 + rng.randrange(12)}-0{rng.randint(1, 9)}-01" for _ in approvals]
        self.draw(parks=[{"id": f"K{i}", "wkt": wkt(box)} for i, box in enumerate(parks)],
                  approvals=[{"id": f"A{i}", "approved_on": days[i], "wkt": wkt(box)} for i, box in enumerate(approvals)],
                  parcels=[{"id": f"P{i:02}", **states[i], "wkt": wkt(box)} for i, box in enumerate(parcels)])
        ledger = self.audit()
        self.assert_identities(ledger)

        order = sorted(range(len(approvals)), key=lambda i: (days[i], i))
        expected, account = {}, {}
        for x in range(side):
            for y in range(side):
                over = [i for i, box in enumerate(parcels) if within(box, x, y) and states[i].get("contract_on") != "2026-01-01"]
                approved = [i for i in order if within(approvals[i], x, y)]
                name = "idle" if any(states[i] is IDLE for i in over) else "completed" if over else "unsupplied" if approved else "unapproved"
                for rank, i in enumerate(approved):
                    part = "overlap" if rank else "unsupplied" if not over else "supplied"
                    account[i, part] = account.get((i, part), 0) + cell * cell
                for rank, park in enumerate([k for k, box in enumerate(parks) if within(box, x, y)]):
                    key = (f"K{park}", "held_elsewhere" if rank else name)
                    expected[key] = expected.get(key, 0) + cell * cell
        for row in ledger.rows("SELECT * FROM park_balance"):
            self.assertAlmostEqual(row["area_m2"], expected.get((row["park_id"], row["class"]), 0), delta=1e-4, msg=row)
        for i in range(len(approvals)):
            row = ledger.rows("SELECT * FROM approval WHERE approval_id = ?", f"A{i}")[0]
            for part in ("supplied", "unsupplied", "overlap"):
                self.assertAlmostEqual(row[part + "_m2"], account.get((i, part), 0), delta=1e-4, msg=(i, part))


if __name__ == "__main__":
    unittest.main()
