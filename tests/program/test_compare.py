"""Versions of park boundaries compared: what is named how, areas against an overlay of GEOS by way of OGR, parcels, protected areas, a ledger tried under
either outline, overlaps and gaps."""
import collections
import math
import random
import re
import resource
import sys
import time
import unittest

from osgeo import ogr, osr
from support import OPTIMISED, ROOT, Case, Ledger, as_json, polygon, run, square, write_layer

sys.path.append(str(ROOT / "tests" / "bench"))
import make_versions

DONE = {"contract_on": "2020-01-01", "start_due": "2020-06-01", "permit_on": "2020-05-01", "started_on": "2020-05-02", "finished_on": "2021-06-01"}
IDLE = {"contract_on": "2020-01-01", "start_due": "2020-06-01"}


def ring(points, x, y, radius, seed):
    """A wobbly closed line around (x, y), the same for the same seed."""
    wobble = random.Random(seed)
    waves = [(wobble.randint(2, 9), wobble.uniform(0.01, 0.06), wobble.uniform(0, 6)) for _ in range(4)]
    result = []
    for i in range(points):
        angle = 2 * math.pi * i / points
        r = radius * (1 + sum(size * math.sin(count * angle + phase) for count, size, phase in waves))
        result.append((x + r * math.cos(angle), y + r * math.sin(angle)))
    return result


def moved(points, dx, dy):
    return [(x + dx, y + dy) for x, y in points]


def halves(points):
    half = len(points) // 2
    return points[:half + 1], points[half:] + points[:1]


class Compare(Case):
    def write_versions(self, **versions):
        for name, rows in versions.items():
            path = self.folder / f"{name}.gpkg"
            path.unlink(missing_ok=True)
            write_layer(path, "parks", rows)

    def compare(self, *arguments, status=0):
        done = run("compare", *arguments, "-o", "diff.gpkg", "--overwrite", "--json", cwd=self.folder, status=status)
        return as_json(done)

    def changes(self, told):
        return {park["park_id"]: park["change"] for park in told["parks"]}

    def assert_same_land(self, found, expected, message):
        self.assertAlmostEqual(found, expected, delta=max(0.05, 1e-6 * expected), msg=message)

    def assert_as_overlay(self, told, old, new):
        """Every row against the overlay of its outlines by GEOS."""
        shapes = [{row["id"]: ogr.CreateGeometryFromWkt(row["wkt"]) for row in rows} for rows in (old, new)]

        def united(names, of):
            result = ogr.Geometry(ogr.wkbPolygon)
            for name in (names or "").split(",") if names else []:
                result = result.Union(of[name])
            return result
        for park in told["parks"]:
            if park["part_of"]:
                continue
            before, after = united(park["old_parks"], shapes[0]), united(park["new_parks"], shapes[1])
            kept, gained, lost = before.Intersection(after).GetArea(), after.Difference(before).GetArea(), before.Difference(after).GetArea()
            for name, area in (("kept_m2", kept), ("gained_m2", gained), ("lost_m2", lost)):
                self.assert_same_land(park[name], area, (park["park_id"], name))
            self.assertAlmostEqual(park["iou"], kept / (kept + gained + lost), delta=1e-6, msg=park["park_id"])

    def test_every_change_is_named_rightly_with_the_areas_of_an_overlay(self):
        def outline(number):
            return ring(300, 2000 * (number % 4), 2000 * (number // 4), 600, number)
        noise = random.Random(4)
        dense = [p for a, b in zip(outline(2), outline(2)[1:] + outline(2)[:1]) for p in (a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))]
        west, east = halves(outline(8))
        south, north = halves(outline(9))
        old = [{"id": "equal", "wkt": polygon(outline(0))}, {"id": "other-start", "wkt": polygon(outline(1))}, {"id": "dense", "wkt": polygon(outline(2))},
               {"id": "noise", "wkt": polygon(outline(3))}, {"id": "moved", "wkt": polygon(outline(4))}, {"id": "grown", "wkt": polygon(outline(5))},
               {"id": "shrunk", "wkt": polygon(outline(6))}, {"id": "vanished", "wkt": polygon(outline(7))}, {"id": "split", "wkt": polygon(outline(8))},
               {"id": "south", "wkt": polygon(south)}, {"id": "north", "wkt": polygon(north)}, {"id": "old-name", "wkt": polygon(outline(10))}]
        new = [{"id": "equal", "wkt": polygon(outline(0))}, {"id": "other-start", "wkt": polygon((outline(1)[120:] + outline(1)[:120])[::-1])},
               {"id": "dense", "wkt": polygon(dense)},
               {"id": "noise", "wkt": polygon([(x + noise.uniform(-0.0028, 0.0028), y + noise.uniform(-0.0028, 0.0028)) for x, y in outline(3)])},
               {"id": "moved", "wkt": polygon(moved(outline(4), 30, 40))}, {"id": "grown", "wkt": polygon(ring(300, 2000, 2000, 660, 5))},
               {"id": "shrunk", "wkt": polygon(ring(300, 4000, 2000, 540, 6))}, {"id": "west", "wkt": polygon(west)}, {"id": "east", "wkt": polygon(east)},
               {"id": "merged", "wkt": polygon(outline(9))}, {"id": "new-name", "wkt": polygon(outline(10))}, {"id": "appeared", "wkt": polygon(outline(11))}]
        self.write_versions(old=old, new=new)
        told = self.compare("old.gpkg", "new.gpkg")
        self.assertEqual(self.changes(told), {
            "equal": "unchanged", "other-start": "unchanged", "dense": "unchanged", "noise": "noise", "moved": "moved", "grown": "changed", "shrunk": "changed",
            "vanished": "removed", "split": "split", "west": "split", "east": "split", "south": "merged", "north": "merged", "merged": "merged",
            "old-name": "renamed", "new-name": "renamed", "appeared": "added"})
        self.assert_as_overlay(told, old, new)
        rows = {park["park_id"]: park for park in told["parks"]}
        self.assertAlmostEqual(rows["moved"]["max_shift_m"], 50, delta=1e-6)
        self.assertAlmostEqual(rows["moved"]["moved_y_m"], 40, delta=1e-6)
        self.assertLessEqual(rows["noise"]["max_shift_m"], 0.004)
        self.assertGreater(rows["noise"]["max_shift_m"], 0.002)
        self.assertIsNone(rows["vanished"]["max_shift_m"])
        self.assertGreater(rows["grown"]["gained_m2"], 0)
        self.assertEqual({row["part_of"] for row in told["parks"] if row["change"] == "split"}, {None, "split"})
        diff = Ledger(self.folder / "diff.gpkg")
        # Pieces as drawn have the areas that are told.
        for piece in diff.rows("SELECT * FROM piece"):
            self.assertAlmostEqual(piece["area_m2"], rows[piece["park_id"]][piece["kind"] + "_m2"], delta=1e-9)
        drawn = ogr.Open(str(self.folder / "diff.gpkg"))
        for feature in drawn.GetLayer("piece"):
            self.assert_same_land(feature.GetGeometryRef().GetArea(), feature["area_m2"], (feature["park_id"], feature["kind"]))
        styles = {row["f_table_name"] for row in diff.rows("SELECT f_table_name FROM layer_styles")}
        self.assertEqual(styles, {"park_change", "piece", "parcel_change", "park_overlap", "park_gap", "finding"})
        # The total is the union of all parks, every square metre once.
        self.assert_same_land(told["totals"][0]["old_m2"], sum(ogr.CreateGeometryFromWkt(row["wkt"]).GetArea() for row in old), "total")

    def test_noise_is_what_the_switch_says(self):
        self.write_versions(old=[{"id": "A", "wkt": square(0, 0, 100)}], new=[{"id": "A", "wkt": square(0, 0, 100, 100.2)}])
        self.assertEqual(self.changes(self.compare("old.gpkg", "new.gpkg")), {"A": "changed"})
        self.assertEqual(self.changes(self.compare("old.gpkg", "new.gpkg", "--noise", "0.2")), {"A": "noise"})
        told = self.compare("old.gpkg", "new.gpkg", "--noise", "0")
        self.assertAlmostEqual(told["parks"][0]["max_shift_m"], 0.2, delta=1e-6)
        spike = [(0, 0), (100, 0), (100, 50), (109, 50.001), (100, 50.002), (100, 100), (0, 100)]
        self.write_versions(new=[{"id": "A", "wkt": polygon(spike)}])
        told = self.compare("old.gpkg", "new.gpkg")
        self.assertEqual(self.changes(told), {"A": "changed"}, "a spike of a hundredth of a square metre that goes 9 m out is no noise")
        self.assertAlmostEqual(told["parks"][0]["max_shift_m"], 9, delta=1e-3)

    def test_order_of_rows_and_threads_change_no_byte(self):
        old = [{"id": f"K{i}", "wkt": polygon(ring(60, 400 * i, 0, 190, i))} for i in range(9)]
        new = [{"id": f"K{i}", "wkt": polygon(ring(60, 400 * i + i, 0, 190 + i, i))} for i in range(2, 12)]
        self.write_versions(old=old, new=new)
        files = []
        for switches in ((), ("-j", "1")):
            self.compare("old.gpkg", "new.gpkg", "--overlaps", *switches)
            files.append((self.folder / "diff.gpkg").read_bytes())
        self.assertEqual(files[0], files[1])
        first = Ledger(self.folder / "diff.gpkg")
        tables = {table: first.table(table) for table in ("park_change", "piece", "park_overlap", "park_gap", "version")}
        self.write_versions(old=old[::-1], new=new[3:] + new[:3])
        self.compare("old.gpkg", "new.gpkg", "--overlaps")
        again = Ledger(self.folder / "diff.gpkg")
        for table, rows in tables.items():
            self.assertEqual(again.table(table), rows, table)

    def test_areas_as_declared_measured_and_approved_stand_side_by_side(self):
        self.write_versions(old=[{"园区代码": "A", "面积(公顷)": "1.01", "核准面积(亩)": "15", "wkt": square(0, 0, 100)}],
                            new=[{"园区代码": "A", "面积(公顷)": "1.2", "wkt": square(0, 0, 100, 120)}])
        park = self.compare("old.gpkg", "new.gpkg", "--fail-on", "never")["parks"][0]
        self.assertEqual((park["declared_old_m2"], park["declared_new_m2"], park["approved_old_m2"], park["approved_new_m2"]), (10100, 12000, 10000, None))
        self.assertAlmostEqual(park["old_m2"], 10000, delta=1e-4)

    def test_more_than_two_versions_in_a_row(self):
        self.write_versions(v1=[{"id": "A", "wkt": square(0, 0, 100)}], v2=[{"id": "A", "wkt": square(0, 0, 100, 120)}], v3=[{"id": "B", "wkt": square(0, 0, 100, 120)}])
        told = self.compare("v1.gpkg", "v2.gpkg", "v3.gpkg")
        self.assertEqual([(park["step"], park["park_id"], park["change"]) for park in told["parks"]], [(1, "A", "changed"), (2, "A", "renamed"), (2, "B", "renamed")])
        self.assertEqual([version["source"] for version in told["versions"]], ["v1.gpkg", "v2.gpkg", "v3.gpkg"])

    def test_parcels_and_protected_areas(self):
        parcels = [{"id": "P1", **IDLE, "wkt": square(0, 0, 20)},          # wholly lost
                   {"id": "P2", **DONE, "wkt": square(90, 0, 20)},         # half in, then wholly
                   {"id": "P3", **DONE, "wkt": square(40, 90, 20)},        # cut at the north
                   {"id": "P4", **DONE, "wkt": square(50, 50, 10)},        # inside all along
                   {"id": "P5", **DONE, "wkt": square(100.03, 30, 20)}]    # along the old line: survey noise
        self.draw(parks=[{"id": "A", "wkt": square(0, 0, 100)}], parcels=parcels)
        self.audit()
        self.write_versions(old=[{"id": "A", "wkt": square(0, 0, 100)}],
                            new=[{"id": "A", "wkt": polygon([(20, 0), (120, 0), (120, 20), (100.05, 20), (100.05, 100), (20, 100)])}])
        write_layer(self.folder / "farm.gpkg", "farm", [{"wkt": square(0, 0, 30, 200)}, {"wkt": square(10, 0, 20, 200)}])
        write_layer(self.folder / "town.gpkg", "town", [{"wkt": square(0, 0, 110, 200)}])
        told = self.compare("old.gpkg", "new.gpkg", "--ledger", "ledger.gpkg", "--constraints", "farmland=farm.gpkg", "--constraints", "urban_boundary=town.gpkg")
        park = told["parks"][0]
        moves = {parcel["parcel_id"]: parcel for parcel in park["parcels"]}
        self.assertEqual({name: parcel["change"] for name, parcel in moves.items()}, {"P1": "leaves", "P2": "enters"})
        self.assertEqual((moves["P1"]["stage"], moves["P1"]["idle"], moves["P1"]["idle_class"], moves["P1"]["route"]), ("idle", "yes", "IDLE_A2", "recover"))
        self.assertAlmostEqual(moves["P1"]["old_share"], 1, delta=1e-9)
        self.assertAlmostEqual(moves["P1"]["left_m2"], 400, delta=1e-5)
        self.assertAlmostEqual(moves["P2"]["old_share"], 0.5, delta=1e-9)
        self.assertAlmostEqual(moves["P2"]["entered_m2"], 200, delta=1e-5)
        constraints = {row["kind"]: row for row in park["constraints"]}
        self.assertAlmostEqual(constraints["farmland"]["old_m2"], 3000, delta=1e-4, msg="where two polygons lie the land counts once")
        self.assertAlmostEqual(constraints["farmland"]["lost_m2"], 2000, delta=1e-4)
        self.assertAlmostEqual(constraints["urban_boundary"]["gained_m2"], 10 * 20 + 0.05 * 80, delta=1e-4)
        self.assertAlmostEqual(constraints["outside_urban_boundary"]["gained_m2"], 10 * 20, delta=1e-4)
        # A third version cuts P3.
        self.write_versions(new=[{"id": "A", "wkt": square(0, 0, 100, 95)}])
        cut = self.compare("old.gpkg", "new.gpkg", "--ledger", "ledger.gpkg")["parks"][0]["parcels"]
        self.assertEqual([(parcel["parcel_id"], parcel["change"], round(parcel["new_share"], 6)) for parcel in cut], [("P3", "cut", 0.25)])

    def test_a_merger_tried_on_paper_gives_balance_and_indicators_before_and_after(self):
        parks = [{"id": "K1", "wkt": square(0, 0, 100)}, {"id": "K2", "wkt": square(100, 0, 100)}]
        parcels = [{"id": "P1", **IDLE, "floor_area": "0", "wkt": square(0, 0, 20)}, {"id": "P2", **DONE, "floor_area": "900", "wkt": square(90, 40, 30)},
                   {"id": "P3", **DONE, "floor_area": "500", "wkt": square(190, 0, 20)}]
        approvals = [{"id": "A1", "approved_on": "2015-01-01", "wkt": square(0, 0, 150, 40)}]
        self.draw(parks=parks, parcels=parcels, approvals=approvals)
        ledger = self.audit()
        merged = [{"id": "K9", "wkt": square(0, 0, 220, 100)}]
        self.write_versions(old=parks, new=merged)
        told = self.compare("old.gpkg", "new.gpkg", "--ledger", "ledger.gpkg")
        self.assertEqual(self.changes(told), {"K1": "merged", "K2": "merged", "K9": "merged"})
        rows = {park["park_id"]: park for park in told["parks"]}
        # Before: what the ledger says. After: what an audit of the merged park says.
        for park in ("K1", "K2"):
            for row in ledger.rows("SELECT * FROM park_balance WHERE park_id = ?", park):
                self.assertAlmostEqual(rows[park]["balance"][row["class"]]["old_m2"], row["area_m2"], delta=1e-5, msg=row)
                self.assertIsNone(rows[park]["balance"][row["class"]]["new_m2"])
        self.draw_again(merged, parcels, approvals)
        audited = self.audit("merged.toml", output="merged.gpkg")
        for row in audited.rows("SELECT * FROM park_balance WHERE park_id = 'K9'"):
            self.assertAlmostEqual(rows["K9"]["balance"][row["class"]]["new_m2"], row["area_m2"], delta=1e-5, msg=row)
        for row in audited.rows("SELECT * FROM park_indicator WHERE park_id = 'K9' AND indicator IN ('parcel_plot_ratio', 'idle_rate', 'approved_unsupplied_rate')"):
            self.assertAlmostEqual(rows["K9"]["indicators"][row["indicator"]]["new_value"], row["value"], delta=1e-9, msg=row)
        total = told["totals"][0]["balance"]
        self.assertAlmostEqual(total["idle"]["old_m2"], 400, delta=1e-5)
        self.assertAlmostEqual(sum(both["new_m2"] for both in total.values()), 22000, delta=1e-3)

    def draw_again(self, parks, parcels, approvals):
        path = self.folder / "merged-land.gpkg"
        for layer, rows in (("parks", parks), ("parcels", parcels), ("approvals", approvals)):
            write_layer(path, layer, rows)
        self.write("merged.toml", 'as_of = 2024-12-31\n' + "".join(f'[{layer}]\nsource = "merged-land.gpkg"\nlayer = "{layer}"\n' for layer in ("parks", "parcels", "approvals")))

    def test_sources_of_all_kinds_name_the_same_parks(self):
        self.draw(parks=[{"id": "A", "wkt": square(0, 0, 100)}], parcels=[{"id": "P1", **DONE, "wkt": square(80, 0, 10)}], extra='crs = "EPSG:4526"')
        self.audit()
        write_layer(self.folder / "two.gpkg", "first", [{"id": "A", "wkt": square(0, 0, 100, 80)}])
        write_layer(self.folder / "two.gpkg", "second", [{"id": "A", "wkt": square(0, 0, 75, 100)}])
        for source in ("audit.toml", "ledger.gpkg", "land.gpkg|parks", "land.gpkg|layername=parks"):
            with self.subTest(source):
                told = self.compare(source, "two.gpkg|second")
                self.assertAlmostEqual(told["parks"][0]["lost_m2"], 2500, delta=1e-5)
                # The parcels of a project file are known, though nobody judged them.
                self.assertEqual(told["parcels_known"], source == "audit.toml")
                self.assertEqual([parcel["parcel_id"] for parcel in told["parks"][0]["parcels"]], ["P1"] if source == "audit.toml" else [])
        source, target = osr.SpatialReference(), osr.SpatialReference()
        for system, number in ((source, 4526), (target, 4490)):
            system.ImportFromEPSG(number)
            system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        shape = ogr.CreateGeometryFromWkt(square(0, 0, 100, 80), source)
        shape.TransformTo(target)
        write_layer(self.folder / "degrees.gpkg", "parks", [{"id": "A", "wkt": shape.ExportToWkt()}], epsg=4490)
        told = self.compare("two.gpkg|first", "degrees.gpkg")
        self.assertEqual(self.changes(told), {"A": "unchanged"}, "a layer in degrees is brought to the system of the first")
        told = self.compare("degrees.gpkg", "two.gpkg|first", "--crs", "EPSG:4526")
        self.assertAlmostEqual(told["parks"][0]["old_m2"], 8000, delta=1e-3)

    def test_zones_above_parks(self):
        old = [{"id": "A", "parent": "Z", "wkt": square(0, 0, 100)}, {"id": "B", "parent": "Z", "wkt": square(100, 0, 100)}, {"id": "Z", "wkt": square(0, 0, 10)}]
        new = [{"id": "A", "parent": "Z", "wkt": square(0, 0, 120, 100)}, {"id": "B", "parent": "Z", "wkt": square(120, 0, 80, 100)},
               {"id": "C", "parent": "Z", "wkt": square(300, 0, 50)}, {"id": "Z", "wkt": square(0, 0, 10)}]
        self.write_versions(old=old, new=new)
        told = self.compare("old.gpkg", "new.gpkg")
        self.assertEqual(self.changes(told), {"A": "changed", "B": "changed", "C": "added", "Z": "changed"})
        zone = told["parks"][3]
        self.assertAlmostEqual(zone["kept_m2"], 20000, delta=1e-4)
        self.assertAlmostEqual(zone["gained_m2"], 2500, delta=1e-4)
        self.assertAlmostEqual(zone["lost_m2"], 0, delta=1e-4)
        self.assertAlmostEqual(told["totals"][0]["gained_m2"], 2500, delta=1e-4)
        self.assertEqual(zone["leaf"], "no")

    def printed(self, *arguments):
        """The tables on the terminal as lists of cells, by the first of each row."""
        done = run("compare", *arguments, "-o", "diff.gpkg", "--overwrite", cwd=self.folder, status=0)
        return done.stdout, {cells[0]: cells for cells in (re.split(r"\s{2,}", line.strip()) for line in done.stdout.splitlines()) if cells[0]}

    def test_the_totals_can_be_added_up_by_eye(self):
        old = [{"id": "A", "parent": "Z", "wkt": square(0, 0, 1100, 1000)}, {"id": "B", "parent": "Z", "wkt": square(1000, 0, 1000)},
               {"id": "C", "parent": "Z", "wkt": square(2000, 0, 1000)}, {"id": "Z", "wkt": square(0, 0, 3000, 1000)}]
        new = [{"id": "A", "parent": "Z", "wkt": square(0, 0, 1100, 1200)}, {"id": "B", "parent": "Z", "wkt": square(1000, 0, 900, 1000)},
               {"id": "D", "parent": "Z", "wkt": square(5000, 0, 500)}, {"id": "Z", "wkt": square(0, 0, 3000, 1000)}]
        self.write_versions(old=old, new=new)
        text, rows = self.printed("old.gpkg", "new.gpkg", "--lang", "zh")
        area = lambda cells, column: float(cells[column])
        total, parks = rows["合计"], [rows[park] for park in "ABD"]
        self.assertAlmostEqual(area(total, 2) + area(total, 5) - area(total, 6), area(total, 3), delta=1e-9)
        self.assertEqual(total[2:7], ["300.0000", "237.0000", "190.0000", "47.0000", "110.0000"])
        # Every row and what overlaps, column by column.
        for column in (3, 4, 5):
            self.assertAlmostEqual(sum(area(cells, column) for cells in parks), area(rows["各行相加"], column), delta=1e-9)
        for column in (2, 3, 4, 5, 6):
            self.assertAlmostEqual(area(rows["各行相加"], column) + area(rows["扣重叠"], column), area(total, column), delta=1e-9)
        self.assertEqual(rows["总范围"][2:7], ["300.0000", "347.0000", "300.0000", "47.0000", "0.0000"])
        self.assertIn("合计减少的土地中 110.0000 公顷仍在上级园区的范围内", text)
        self.assertIn("其中新增园区 1 个（25.0000 公顷），撤销园区 1 个（100.0000 公顷）", text)

    def test_people_read_words_and_machines_codes(self):
        self.draw(parks=[{"id": "A", "wkt": square(0, 0, 1000)}], parcels=[{"id": "P1", **IDLE, "wkt": square(0, 0, 200)}])
        self.audit()
        self.write_versions(old=[{"id": "A", "wkt": square(0, 0, 1000)}], new=[{"id": "A", "wkt": square(100, 0, 900, 1000)}])
        text, _ = self.printed("old.gpkg", "new.gpkg", "--ledger", "ledger.gpkg", "--lang", "zh")
        for word in ("闲置（疑似或已认定）", "边界调整"):
            self.assertIn(word, text)
        for code in ("idle", "changed", "unapproved", "not_assessed"):
            self.assertNotIn(code, text)
        text, _ = self.printed("old.gpkg", "new.gpkg", "--ledger", "ledger.gpkg", "--lang", "en")
        self.assertIn("idle (suspected or determined)", text)
        self.assertFalse(re.search("[\u4e00-\u9fff：（）]", text.replace("万元/公顷", "")), text)
        diff = Ledger(self.folder / "diff.gpkg")
        self.assertEqual(diff.rows("SELECT change, change_zh, change_en FROM park_change"), [{"change": "changed", "change_zh": "边界调整", "change_en": "changed"}])
        self.assertEqual(diff.rows("SELECT kind, kind_zh FROM piece ORDER BY kind"), [{"kind": "kept", "kind_zh": "保留"}, {"kind": "lost", "kind_zh": "减少"}])
        self.assertEqual(diff.rows("SELECT class_zh FROM balance_change WHERE park_id = 'A' AND class = 'idle'"), [{"class_zh": "闲置（疑似或已认定）"}])
        self.assertEqual(diff.rows("SELECT indicator_zh, indicator_en FROM indicator_change WHERE indicator = 'approved_unsupplied_rate'"),
                         [{"indicator_zh": "批而未供率", "indicator_en": "Share of unsupplied land"}])

    def test_overlaps_and_gaps_of_one_layer(self):
        parks = [{"id": "A", "wkt": square(0, 0, 110, 100)}, {"id": "B", "wkt": square(100, 0, 100)}, {"id": "C", "wkt": square(200.5, 0, 100)},
                 {"id": "D", "wkt": square(0, 100, 80, 100)}, {"id": "E", "wkt": polygon([(120, 100), (200, 100), (200, 200), (80, 200), (80, 160), (120, 160)])},
                 {"id": "F", "wkt": polygon([(400, 0), (500, 0), (500, 100), (400, 100)], [(440, 40), (440, 60), (460, 60), (460, 40)])}]
        self.write_versions(parks=parks)
        told = self.compare("parks.gpkg", "--overlaps")
        self.assertEqual([(row["park_id"], row["other_id"], round(row["area_m2"], 4)) for row in told["overlaps"]], [("A", "B", 1000)])
        self.assertEqual([(row["kind"], row["parks"], round(row["area_m2"], 4)) for row in told["gaps"]], [("enclosed", "A,B,D,E", 2400), ("strip", "B,C", 50)],
                         "a hole of one park is its own affair")
        self.assertEqual(told["findings"]["warning"], 3)
        self.assertEqual(self.compare("parks.gpkg", "--overlaps", "--gap", "0.4")["gaps"][-1]["kind"], "enclosed")
        run("compare", "parks.gpkg", "--overlaps", "-o", "x.gpkg", "--fail-on", "warning", cwd=self.folder, status=1)

    def test_what_makes_no_sense_is_refused_in_words(self):
        self.write_versions(old=[{"id": "A", "wkt": square(0, 0, 100)}], new=[{"wkt": square(0, 0, 100)}, {"id": "B", "parent": "nobody", "wkt": square(200, 0, 10)}])
        write_layer(self.folder / "two.gpkg", "a", [{"id": "A", "wkt": square(0, 0, 100)}])
        write_layer(self.folder / "two.gpkg", "b", [{"id": "A", "wkt": square(0, 0, 100)}])
        write_layer(self.folder / "nowhere.gpkg", "a", [{"id": "A", "wkt": square(0, 0, 100)}], epsg=None)
        for arguments, status, words in ((("old.gpkg",), 2, "--overlaps"), (("old.gpkg", "neu.gpkg"), 3, "no file neu.gpkg"),
                                         (("old.gpkg", "two.gpkg"), 3, "two.gpkg|LAYER"), (("old.gpkg", "two.gpkg|c"), 3, 'no layer "c"'),
                                         (("old.gpkg", "nowhere.gpkg"), 3, "nowhere.gpkg"), (("old.gpkg", "new.gpkg", "--noise", "5cm"), 2, "--noise"),
                                         (("old.gpkg", "new.gpkg", "--constraints", "farmlnd=a.gpkg"), 2, "Did you mean farmland"),
                                         (("old.gpkg", "new.gpkg", "--constraints", "farmland"), 2, "KIND=SOURCE"),
                                         (("old.gpkg", "new.gpkg", "--crs", "EPSG:4490"), 2, "--crs"), (("old.gpkg", "new.gpkg", "--ledger", "old.gpkg"), 3, "no ledger"),
                                         (("old.gpkg", "new.gpkg", "--gap", "2"), 2, "--overlaps"), (("old.gpkg", "new.gpkg", "--overlap"), 2, "--overlaps")):
            with self.subTest(arguments):
                done = run("compare", *arguments, "-o", "d.gpkg", cwd=self.folder, status=status)
                self.assertIn(words, done.stderr)
                self.assertFalse((self.folder / "d.gpkg").exists())
        run("compare", "old.gpkg", "old.gpkg", "-o", "d.gpkg", cwd=self.folder, status=0)
        before = (self.folder / "d.gpkg").read_bytes()
        run("compare", "old.gpkg", "old.gpkg", "-o", "d.gpkg", cwd=self.folder, status=5)
        self.assertEqual((self.folder / "d.gpkg").read_bytes(), before)
        run("compare", "old.gpkg", "new.gpkg", "-o", "e.gpkg", cwd=self.folder, status=1)
        findings = Ledger(self.folder / "e.gpkg").rows("SELECT code, row FROM finding WHERE severity = 'error' ORDER BY code")
        self.assertEqual(findings, [{"code": "ID_MISSING", "row": 1}, {"code": "PARENT_UNKNOWN", "row": 2}])

    def test_a_park_without_a_usable_outline_neither_came_nor_went(self):
        self.write_versions(old=[{"id": "A", "wkt": square(0, 0, 100)}, {"id": "B", "wkt": polygon([(200, 0), (300, 100), (300, 0), (200, 100)])}],
                            new=[{"id": "A"}, {"id": "B", "wkt": square(200, 0, 100)}])
        told = self.compare("old.gpkg", "new.gpkg", status=1)
        rows = {park["park_id"]: park for park in told["parks"]}
        for park in ("A", "B"):
            self.assertEqual((rows[park]["change"], rows[park]["kept_m2"], rows[park]["gained_m2"], rows[park]["lost_m2"]), ("changed", None, None, None))
        self.assertEqual(told["without_outline"], [1, 1])
        self.assertEqual(Ledger(self.folder / "diff.gpkg").value("SELECT COUNT(*) FROM piece"), 0)
        told = run("compare", "old.gpkg", "new.gpkg", "-o", "again.gpkg", cwd=self.folder, status=1)
        self.assertIn("1 parks of version 2 have no usable outline", told.stdout)

    def test_a_hundred_outlines_of_two_thousand_points_in_a_second(self):
        make_versions.main(self.folder, 100, 2000)
        start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        told = self.compare("old.gpkg", "new.gpkg")
        wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"\n100 outlines of 2,000 points compared in {wall:.2f} s, {work:.2f} s of processor time", flush=True)
        counts = collections.Counter(park["change"] for park in told["parks"] if park["part_of"] is None)
        self.assertEqual(counts, {"unchanged": 20, "noise": 10, "moved": 10, "changed": 20, "split": 10, "merged": 10, "removed": 10, "added": 10})
        old, new = ([{"id": name, "wkt": polygon(ring)} for name, ring in rings.items()] for rings in make_versions.versions(100, 2000))
        first = [park for park in told["parks"] if park["park_id"] < "K0010"]
        self.assertEqual({park["change"] for park in first}, set(counts))
        self.assert_as_overlay({"parks": first}, old, new)
        # Other work on the machine takes its share of the wall clock, so the bound is on processor time, which two cores halve at best.
        self.assertLess(work, 3 if OPTIMISED else 60)


if __name__ == "__main__":
    unittest.main()
