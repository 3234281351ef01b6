"""The year roll-forward: what left the stock between two ledgers, why, and a balance that closes."""
import re
import shutil
import unittest

from osgeo import ogr

from support import ROOT, Case, Ledger, as_json, run, square, write_layer

PERMIT = {"permit_on": "2024-02-01"}
NOT_STARTED = {"contract_on": "2020-06-01", "start_due": "2021-06-01"}  # idle on either day
ALMOST = {"contract_on": "2022-01-01", "start_due": "2023-03-01"}      # becomes idle in 2024


def tile(column, row, size=100):
    return square(100 * column, 100 * row, size)


def year_of(which):
    """The same parks as two bureaux's years would have them: `first` as recorded by the end of 2023, `second` a year later."""
    second = which == "second"
    parcels = [
        {"id": "OLD", "contract_on": "2015-03-01", "finished_on": "2018-01-01", "wkt": tile(0, 9)},
        # -- idle land
        {"id": "STARTED", **NOT_STARTED, **({"started_on": "2024-03-05", **PERMIT} if second else {}), "wkt": tile(0, 5)},
        {"id": "EXTENDED", **NOT_STARTED, **({"extension_signed_on": "2024-06-01", "extension_start_due": "2025-06-01", "disposal_doc": "延〔2024〕1号"}
                                             if second else {}), "wkt": tile(1, 5)},
        {"id": "CORRECTED", **NOT_STARTED, **({"start_due": "2030-01-01"} if second else {}), "wkt": tile(2, 5)},
        {"id": "STARTED_BEFORE", **NOT_STARTED, **({"started_on": "2022-03-05", "permit_on": "2022-02-01"} if second else {}), "wkt": tile(3, 5)},
        {"id": "SHRUNK", **NOT_STARTED, "wkt": square(400, 500, 60 if second else 100, 100)},
        {"id": "PART_A" if second else "WHOLE", **NOT_STARTED, "wkt": square(500, 500, 40 if second else 100, 100)},
        {"id": "NEWLY_IDLE", **ALMOST, "wkt": tile(6, 5)},
        {"id": "STILL_IDLE", **NOT_STARTED, **({"disposal_method": "fee", "disposal_on": "2024-07-01", "disposal_doc": "闲〔2024〕2号"} if second else {}),
         "wkt": tile(7, 5)},
        {"id": "STAYS", **NOT_STARTED, "wkt": tile(8, 5)},
    ]
    if second:
        parcels += [
            {"id": "PART_B", "contract_on": "2024-04-01", "start_due": "2025-04-01", "wkt": square(540, 500, 60, 100)},
            # -- supplied out of unsupplied land
            {"id": "SOLD", "approval": "A1", "contract_on": "2024-05-05", "supply_mode": "挂牌", "wkt": tile(0, 0)},
            {"id": "ALLOCATED", "approval": "A1", "contract_on": "2024-05-06", "supply_mode": "划拨", "wkt": tile(1, 0)},
            {"id": "LATE", "approval": "A1", "contract_on": "2022-05-06", "wkt": tile(2, 0)},
            {"id": "UNDATED", "approval": "A1", "wkt": tile(3, 0)},
        ]
    else:
        parcels += [{"id": "GONE", **NOT_STARTED, "wkt": tile(9, 5)}]
    approvals = [
        {"id": "A1", "approved_on": "2019-05-01", "approved_area": "60000", "wkt": square(0, 0, 600, 100)},
        {"id": "SHRUNK_A", "approved_on": "2018-05-01", "approved_area": "40000", "wkt": square(0, 200, 300 if second else 400, 100)},
        {"id": "WITHDRAWN", "approved_on": "2017-05-01", "approved_area": "30000", "wkt": square(500, 200, 300, 100),
         **({"withdrawn_area": "10000", "withdrawn_on": "2024-08-01", "withdrawn_doc": "粤〔2024〕3号"} if second else {})},
        {"id": "WITHDRAWN_DRAWN", "approved_on": "2017-05-01", "approved_area": "30000", "wkt": square(500, 300, 180 if second else 300, 100),
         **({"withdrawn_area": "10000", "withdrawn_on": "2024-08-01", "withdrawn_doc": "粤〔2024〕4号"} if second else {})},
        {"id": "REDUCED", "approved_on": "2016-05-01", "approved_area": "10000", "wkt": tile(9, 2), **({"double_counted_area": "2500"} if second else {})},
        {"id": "A〔2016〕7号" if second else "A[2016]7号", "approved_on": "2016-01-01", "approved_area": "10000", "wkt": tile(9, 7)},
    ]
    if second:
        approvals += [{"id": "FRESH", "approved_on": "2024-09-01", "approved_area": "10000", "wkt": tile(0, 7)}]
    else:
        approvals += [{"id": "VANISHED", "approved_on": "2016-05-01", "approved_area": "10000", "wkt": tile(1, 7)}]
    return {"parks": [{"id": "K1", "wkt": square(0, 0, 500, 1000)}, {"id": "K2", "wkt": square(500, 0, 500, 1000)}],
            "parcels": parcels, "approvals": approvals}


class TwoYears(Case):
    def year(self, which, as_of, extra="", layers=None):
        """Draws and audits one year; the ledger is <which>.gpkg."""
        text = f'title = "drawn"\nas_of = {as_of}\n{extra}\n'
        for name, rows in (layers or year_of(which)).items():
            write_layer(self.folder / f"land_{which}.gpkg", name, rows)
            text += f'[{name}]\nsource = "land_{which}.gpkg"\nlayer = "{name}"\n'
        project = self.write(f"{which}.toml", text)
        run("audit", project, "-o", self.folder / f"{which}.gpkg", "--overwrite", "--fail-on", "never", status=0)
        return self.folder / f"{which}.gpkg"

    def two_years(self):
        return self.year("first", "2023-12-31"), self.year("second", "2024-12-31")


class Disposals(TwoYears):
    def roll(self, first, second, *switches, status=0):
        output = self.folder / "disposals.gpkg"
        self.done = run("disposals", first, second, "-o", output, "--overwrite", *switches, status=status)
        return Ledger(output)

    def roll_text(self, first, second):
        """Land disposed of by kind, from the totals under the table of the stock, in hectares."""
        self.roll(first, second, "--lang", "zh")
        totals = [line.split() for line in self.done.stdout.splitlines() if line.startswith("全部合计")]
        return {line[1]: float(line[4]) for line in totals}

    def assert_balance(self, result, first, second):
        """Every line closes, and the lines add up to what the two ledgers say is in the stock."""
        for row in result.rows("SELECT * FROM stock"):
            rolled = (row["stock_a_m2"] + row["new_m2"] - row["disposed_m2"] - row["without_event_m2"] + row["data_m2"] + row["law_m2"] + row["outline_m2"])
            self.assertAlmostEqual(rolled, row["stock_b_m2"], delta=0.01, msg=row)
            self.assertAlmostEqual(row["residual_m2"], row["stock_b_m2"] - rolled, delta=1e-6, msg=row)
        for ledger, column in ((first, "stock_a_m2"), (second, "stock_b_m2")):
            for kind in ("unsupplied", "idle"):
                ours = result.value(f"SELECT COALESCE(SUM({column}), 0) FROM stock WHERE kind = ? AND park_id IS NOT NULL", kind)
                theirs = Ledger(ledger).value("SELECT SUM(b.area_m2) FROM park_balance b JOIN park p USING (park_id) WHERE class = ? "
                                              "AND parent_id IS NULL", kind)
                self.assertAlmostEqual(ours, theirs, delta=0.05, msg=(ledger, kind))
        for table, effect, column in (("disposal", None, "disposed_m2"), ("stock_change", "new", "new_m2"), ("stock_change", "without_event", "without_event_m2")):
            where = "measured = 'geometry'" if effect is None else f"effect = '{effect}'"
            self.assertAlmostEqual(result.value(f"SELECT COALESCE(SUM(area_m2), 0) FROM {table} WHERE {where}"),
                                   result.value(f"SELECT SUM({column}) FROM stock"), delta=0.01, msg=(table, effect))

    def test_every_way_out_and_in(self):
        first, second = self.two_years()
        result = self.roll(first, second)
        self.assert_balance(result, first, second)
        disposed = {(row["subject_id"], row["event"], row["park_id"]): row for row in result.rows("SELECT * FROM disposal")}
        expected = {
            ("A1", "contract", "K1"): (10000, "2024-05-05", "SOLD", "yes"),
            ("A1", "allocation", "K1"): (10000, "2024-05-06", "ALLOCATED", "yes"),
            ("WITHDRAWN", "withdrawn", "K2"): (10000, "2024-08-01", "粤〔2024〕3号", "yes"),
            ("WITHDRAWN_DRAWN", "withdrawn", "K2"): (10000, "2024-08-01", "粤〔2024〕4号", "yes"),
            ("REDUCED", "double_counted", "K2"): (2500, None, None, "no"),
            ("STARTED", "work_started", "K1"): (10000, "2024-03-05", "STARTED", "yes"),
            ("EXTENDED", "extension", "K1"): (10000, "2024-06-01", "延〔2024〕1号", "yes"),
            ("WHOLE", "contract", "K2"): (6000, "2024-04-01", "PART_B", "yes"),
        }
        self.assertEqual(set(disposed), set(expected))
        for key, (area, day, document, earns) in expected.items():
            row = disposed[key]
            self.assertAlmostEqual(row["area_m2"], area, delta=0.01, msg=key)
            self.assertEqual((row["closed_on"], row["document"], row["earns"]), (day, document, earns), key)
        self.assertEqual(disposed["WHOLE", "contract", "K2"]["matched_by"], "geometry")
        self.assertEqual(disposed["STARTED", "work_started", "K1"]["matched_by"], "id")
        self.assertEqual(disposed["WITHDRAWN", "withdrawn", "K2"]["measured"], "declared")
        self.assertEqual(disposed["A1", "contract", "K1"]["cohort"], 2019)
        self.assertEqual(disposed["STARTED", "work_started", "K1"]["source"], "land_second.gpkg | parcels")

        changes = {(row["subject_id"], row["event"]): row for row in result.rows("SELECT * FROM stock_change")}
        told = {key: (row["effect"], row["direction"], round(row["area_m2"], 2)) for key, row in changes.items()}
        self.assertEqual(told, {
            ("A1", "late_entry"): ("data", "left", 10000.0),
            ("A1", "contract_undated"): ("without_event", "left", 10000.0),
            ("SHRUNK_A", "approval_outline"): ("outline", "left", 10000.0),
            ("WITHDRAWN_DRAWN", "approval_outline"): ("outline", "left", 2000.0),
            ("VANISHED", "approval_gone"): ("without_event", "left", 10000.0),
            ("FRESH", "approved"): ("new", "entered", 10000.0),
            ("CORRECTED", "facts_changed"): ("data", "left", 10000.0),
            ("STARTED_BEFORE", "facts_changed"): ("data", "left", 10000.0),
            ("SHRUNK", "parcel_outline"): ("outline", "left", 4000.0),
            ("NEWLY_IDLE", "became_idle"): ("new", "entered", 10000.0),
            ("GONE", "parcel_gone"): ("without_event", "left", 10000.0),
        })
        self.assertEqual(changes["CORRECTED", "facts_changed"]["changed"], "start_due")
        self.assertEqual(changes["NEWLY_IDLE", "became_idle"]["happened_on"], "2024-03-02")
        self.assertIn("STOCK_LEFT_WITHOUT_EVENT", result.codes("GONE"))
        self.assertIn("STOCK_LEFT_UNDOCUMENTED", result.codes("REDUCED"))
        self.assertIn("DISPOSED_STILL_IN_STOCK", result.codes("STILL_IDLE"))
        self.assertIn("STOCK_OUTLINE_CHANGED", result.codes("SHRUNK_A"))
        self.assertEqual(result.codes("STAYS"), set())
        self.assertEqual(result.codes("A〔2016〕7号"), set())  # the same number, written with other brackets
        self.assertNotIn("STOCK_OPEN", {row["code"] for row in result.rows("SELECT code FROM finding")})

    def test_what_is_drawn_lies_where_it_is_told_to(self):
        first, second = self.two_years()
        self.roll(first, second)
        for name in ("disposal", "stock_change"):
            source = ogr.Open(str(self.folder / "disposals.gpkg"))
            for feature in source.GetLayerByName(name):
                shape = feature.GetGeometryRef()
                if name == "disposal" and feature["measured"] == "declared":
                    self.assertIsNone(shape)
                elif feature["subject_id"] != "WITHDRAWN_DRAWN":  # one outline for both parts: which of it is which, nobody drew
                    self.assertAlmostEqual(shape.GetArea(), feature["area_m2"], delta=0.01, msg=feature.ExportToJson())

    def test_other_outlines_alone_earn_nothing(self):
        first = year_of("first")
        moved = year_of("first")
        moved["parks"] = [{"id": "K1", "wkt": square(0, 0, 450, 1000)}, {"id": "K2", "wkt": square(450, 0, 550, 1000)}]
        for row in moved["approvals"]:
            if row["id"] == "A1":
                row["wkt"] = square(0, 0, 600, 80)
        # Nothing becomes idle by time alone in this pair of years.
        for layers in (first, moved):
            layers["parcels"] = [row for row in layers["parcels"] if row["id"] != "NEWLY_IDLE"]
        a, b = self.year("first", "2023-12-31", layers=first), self.year("second", "2024-12-31", layers=moved)
        result = self.roll(a, b)
        self.assert_balance(result, a, b)
        self.assertEqual(result.value("SELECT COUNT(*) FROM disposal"), 0)
        self.assertEqual({row["effect"] for row in result.rows("SELECT effect FROM stock_change")}, {"outline"})
        k1 = result.value("SELECT SUM(outline_m2) FROM stock WHERE park_id = 'K1' AND kind = 'idle'")
        self.assertAlmostEqual(k1, -5000, delta=0.01)  # half of SHRUNK, which keeps its outline in this test
        self.assertAlmostEqual(result.value("SELECT SUM(outline_m2) FROM stock WHERE kind = 'idle'"), 0, delta=0.01)

    def test_other_law_alone_earns_nothing(self):
        rules = self.folder / "lenient"
        shutil.copytree(ROOT / "gis-data" / "rules", rules)
        (rules / "china.rulebook.toml").rename(rules / "rulebook.toml")
        order = rules / "gtzyb-order-53.toml"
        text = order.read_text(encoding="utf-8")
        # Recovery must not come before land is idle, so both terms grow.
        changed, count = re.subn(r'(name    = "idle\.(?:idle|recover)_after_years"\nvalue   = )\d', r"\g<1>9", text)
        self.assertEqual(count, 2)
        order.write_text(changed, encoding="utf-8")
        layers = year_of("first")
        a = self.year("first", "2023-12-31", layers=layers)
        b = self.year("second", "2024-12-31", extra='rulebook = "lenient"', layers=layers)
        result = self.roll(a, b)
        self.assert_balance(result, a, b)
        self.assertEqual(result.value("SELECT COUNT(*) FROM disposal"), 0)
        changes = result.rows("SELECT * FROM stock_change WHERE kind = 'idle'")
        self.assertGreater(len(changes), 5)
        self.assertEqual({(row["effect"], row["direction"], row["changed"]) for row in changes}, {("law", "left", "idle.idle_after_years,idle.recover_after_years")})
        told = result.rows("SELECT severity, owner, message_en FROM finding WHERE code = 'LEDGERS_OTHER_RULES'")
        self.assertEqual([(row["severity"], row["owner"]) for row in told], [("notice", "rule")])
        for word in ("first.gpkg", "second.gpkg", "gtzyb-order-53.toml", "rulebook china → "):
            self.assertIn(word, told[0]["message_en"])
        self.assertNotIn("LEDGERS_OTHER_PROJECT", {row["code"] for row in result.rows("SELECT code FROM finding")})

    def test_land_that_left_on_paper_earns_once(self):
        """In the third year the whole outline of both approvals is supplied: of the one whose withdrawn part was never drawn out, that part earned before."""
        _, second = self.two_years()
        layers = year_of("second")
        layers["parcels"] = layers["parcels"] + [
            {"id": "NEW_1", "approval": "WITHDRAWN", "contract_on": "2025-03-01", "wkt": square(500, 200, 150, 100)},
            {"id": "NEW_2", "approval": "WITHDRAWN", "contract_on": "2025-06-01", "wkt": square(650, 200, 150, 100)},
            {"id": "NEW_3", "approval": "WITHDRAWN_DRAWN", "contract_on": "2025-06-01", "wkt": square(500, 300, 180, 100)}]
        third = self.year("third", "2025-12-31", layers=layers)
        result = self.roll(second, third)
        self.assert_balance(result, second, third)
        rows = {(row["subject_id"], row["document"], row["earns"]): round(row["area_m2"]) for row in result.rows("SELECT * FROM disposal WHERE subject_id LIKE 'WITHDRAWN%'")}
        self.assertEqual(rows, {("WITHDRAWN", "NEW_1", "yes"): 15000, ("WITHDRAWN", "NEW_2", "yes"): 5000, ("WITHDRAWN", "NEW_2", "no"): 10000,
                                ("WITHDRAWN_DRAWN", "NEW_3", "yes"): 18000})
        told = result.rows("SELECT * FROM finding WHERE code = 'STOCK_PAID_BEFORE'")
        self.assertEqual([(row["subject_id"], round(row["area_m2"])) for row in told], [("WITHDRAWN", 10000)])
        self.assertIn("不再核定", told[0]["message_zh"])

    def test_ledgers_of_other_projects_say_so(self):
        layers = year_of("first")
        first = self.year("first", "2023-12-31", layers=layers)
        second = self.year("second", "2024-12-31", extra="[tolerance]\nbalance_m2 = 0.02", layers=layers)
        project = self.folder / "second.toml"
        project.write_text(project.read_text(encoding="utf-8").replace('title = "drawn"', 'title = "redrawn"'), encoding="utf-8")
        run("audit", project, "-o", second, "--overwrite", "--fail-on", "never", status=0)
        result = self.roll(first, second)
        told = {row["code"]: row["message_zh"] for row in result.rows("SELECT * FROM finding WHERE code LIKE 'LEDGERS%'")}
        self.assertEqual(set(told), {"LEDGERS_OTHER_PROJECT"})
        self.assertIn("title drawn → redrawn; tolerance.balance_m2 0.01 → 0.02；", told["LEDGERS_OTHER_PROJECT"])

    def test_same_bytes_at_any_number_of_threads(self):
        first, second = self.two_years()
        contents = []
        for threads in ("-j1", "-j3"):
            self.roll(first, second, threads)
            contents.append((self.folder / "disposals.gpkg").read_bytes())
        self.assertEqual(*contents)

    def test_ledgers_that_cannot_be_compared(self):
        first, second = self.two_years()
        output = self.folder / "none.gpkg"
        for pair, words in (((second, first), "wrong order"), ((first, first), "both as of 2023-12-31")):
            self.assertIn(words, run("disposals", *pair, "-o", output, status=2).stderr)
        ellipsoid = self.year("ellipsoid", "2024-12-31", extra='area = "ellipsoid"', layers=year_of("second"))
        self.assertIn("ellipsoid", run("disposals", first, ellipsoid, "-o", output, status=2).stderr)
        elsewhere = self.year("elsewhere", "2024-12-31", layers={**year_of("second"), "parks": [{"id": "X9", "wkt": square(0, 0, 1000)}]})
        self.assertIn("no park id in common", run("disposals", first, elsewhere, "-o", output, status=2).stderr)
        bare = {name: rows for name, rows in year_of("second").items() if name != "approvals"}
        self.assertIn("without approvals", run("disposals", first, self.year("bare", "2024-12-31", layers=bare), "-o", output, status=2).stderr)
        self.assertEqual(run("disposals", first, self.folder / "second.toml", "-o", output).returncode, 3)
        self.assertFalse(output.exists())
        self.roll(first, second)
        self.assertIn("--overwrite", run("disposals", first, second, "-o", self.folder / "disposals.gpkg", status=5).stderr)

    def test_two_years_of_the_sample(self):
        ledgers = []
        for year in (2023, 2024):
            ledgers.append(self.folder / f"{year}.gpkg")
            run("audit", ROOT / "gis-data" / "sample" / "audit.toml", "-o", ledgers[-1], "--as-of", f"{year}-12-31", "--fail-on", "never", status=0)
        result = self.roll(*ledgers, "--json")
        self.assert_balance(result, *ledgers)
        told = as_json(self.done)
        self.assertTrue(told["balances_close"])
        self.assertEqual(len(told["disposals"]), result.value("SELECT COUNT(*) FROM disposal"))
        self.assertGreater(result.value("SELECT COUNT(*) FROM disposal WHERE event = 'contract'"), 100)
        shown = self.roll_text(*ledgers)
        idle, supply, total = (shown[kind] for kind in ("闲置", "批而未供", "各类合计"))
        self.assertAlmostEqual(idle + supply, total, delta=2e-4)
        self.assertAlmostEqual(total * 1e4, sum(row["area_m2"] for row in told["disposals"] if row["measured"] == "geometry"), delta=3)
        # Each credited square metre is found again in both ledgers: in the stock of the first, in a supplied or started parcel of the second, and
        # not in the second's stock.
        source = ogr.Open(str(self.folder / "disposals.gpkg"))
        first, second = (ogr.Open(str(path)) for path in ledgers)

        def covered(ledger, layer, where, shape):
            table = ledger.GetLayerByName(layer)
            table.SetAttributeFilter(where)
            table.SetSpatialFilter(shape)
            shared = (shape.Intersection(feature.GetGeometryRef().MakeValid()) for feature in table)
            return sum(part.GetArea() for part in shared if part.GetDimension() == 2)

        for feature in source.GetLayerByName("disposal"):
            shape, area, subject = feature.GetGeometryRef(), feature["area_m2"], feature["subject_id"]
            if shape is None:  # withdrawn on paper: no outline says which land
                self.assertEqual((feature["event"], feature["measured"]), ("withdrawn", "declared"))
                continue
            if feature["kind"] == "unsupplied":
                self.assertAlmostEqual(covered(first, "unsupplied", f"approval_id = '{subject}'", shape), area, delta=0.02, msg=subject)
                self.assertLess(covered(second, "unsupplied", None, shape), 0.02)
            else:
                self.assertAlmostEqual(covered(first, "parcel", f"parcel_id = '{subject}' AND idle = 'yes'", shape), area, delta=0.02, msg=subject)
                self.assertLess(covered(second, "parcel", "idle = 'yes'", shape), 0.02)
            self.assertAlmostEqual(covered(second, "parcel", f"parcel_id = '{feature['successor_id']}'", shape), area, delta=0.02, msg=subject)
            self.assertTrue("2023-12-31" < feature["closed_on"].replace("/", "-") <= "2024-12-31")


if __name__ == "__main__":
    unittest.main()
