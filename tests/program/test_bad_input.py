"""Whatever is wrong with the input ends with the contracted exit status and a message that names the place and the mend; nothing is half-written."""
import signal
import struct
import subprocess
import time
import unittest

from support import EAST, NORTH, PROGRAM, ROOT, Case, run, square, write_layer

PARCEL = [{"id": "P1", "contract_on": "2020-01-01", "wkt": square(0, 0, 20)}]


class BadProject(Case):
    CASES = {  # replaced in the project file: (by what, status, words the message must have)
        "broken TOML": ("as_of = 2024-12-31", "as_of = = 2024", 2, ["bad.toml", "line 2"]),
        "unknown key": ("[parks]", 'rulebok = "china"\n[parks]', 2, ["rulebok", "rulebook"]),
        "unknown section": ("[parcels]", "[parcel]", 2, ["parcel", "parcels"]),
        "wrong type": ('title = "drawn"', "title = 5", 2, ["title"]),
        "bad unit": ("[parks]", '[parcels.fields]\narea = { field = "id", unit = "hectar" }\n[parks]', 2, ["hectar", "ha"]),
        "bad area basis": ("[parks]", 'area = "sphere"\n[parks]', 2, ["sphere", "ellipsoid"]),
        "unknown rulebook": ("[parks]", 'rulebook = "qingyaun"\n[parks]', 2, ["qingyaun", "qingyuan"]),
        "geographic working system": ("[parks]", 'crs = "EPSG:4490"\n[parks]', 2, ["4490"]),
        "Web Mercator": ("[parks]", 'crs = "EPSG:3857"\n[parks]', 2, ["3857"]),
        "no such system": ("[parks]", 'crs = "EPSG:999999"\n[parks]', 2, ["999999"]),
        "guessed datum change": ("[parks]", 'crs = "EPSG:2362"\n[parks]', 2, ["2362"]),
        "missing file": ('source = "land.gpkg"\nlayer = "parcels"', 'source = "lnad.gpkg"', 3, ["lnad.gpkg"]),
        "missing layer": ('layer = "parcels"', 'layer = "parcel"', 3, ["parcel", "parcels"]),
        "missing mapped field": ('layer = "parcels"', 'layer = "parcels"\nfields = { holder = "owner" }', 3, ["owner"]),
        "bad where": ('layer = "parcels"', 'layer = "parcels"\nwhere = "nosuch = 3 AND"', 2, ["where"]),
    }

    def test_each(self):
        self.draw(PARCEL)
        text = (self.folder / "audit.toml").read_text(encoding="utf-8")
        for name, (old, new, status, words) in self.CASES.items():
            with self.subTest(name):
                self.assertIn(old, text)
                changed = text.replace(old, new, 1)
                if new.endswith("\n[parks]") and not new.startswith("["):  # top-level keys must stand before the first section
                    changed = new.removesuffix("[parks]") + text
                self.write("bad.toml", changed)
                output = self.folder / "old.gpkg"
                output.write_bytes(b"the old ledger")
                done = run("audit", self.folder / "bad.toml", "-o", output, "--overwrite", status=status)
                for word in words:
                    self.assertIn(word, done.stderr)
                self.assertEqual(done.stdout, "")
                self.assertNotRegex(done.stderr, r"terminate|what\(\)|std::|0x[0-9a-f]{6}")
                self.assertEqual(output.read_bytes(), b"the old ledger")
                self.assertEqual([p.name for p in self.folder.iterdir() if p.name not in {"land.gpkg", "audit.toml", "bad.toml", "old.gpkg"}], [])

    def test_no_day(self):
        self.draw(PARCEL)
        text = (self.folder / "audit.toml").read_text(encoding="utf-8").replace("as_of = 2024-12-31", "")
        self.write("audit.toml", text)
        self.assertIn("as_of", run("audit", self.folder / "audit.toml", "-o", self.folder / "l.gpkg", status=2).stderr)
        run("audit", self.folder / "audit.toml", "-o", self.folder / "l.gpkg", "--as-of", "2024-12-31", "--fail-on", "never", status=0)
        run("audit", self.folder / "audit.toml", "-o", self.folder / "l2.gpkg", "--as-of", "31.12.2024x", status=2)

    def test_no_project_file(self):
        self.assertIn("nothing.toml", run("audit", self.folder / "nothing.toml", "-o", self.folder / "l.gpkg", status=3).stderr)

    def test_mistyped_command_and_switch(self):
        self.assertIn("audit", run("audti", status=2).stderr)
        self.draw(PARCEL)
        self.assertIn("--overwrite", run("audit", self.folder / "audit.toml", "-o", "x.gpkg", "--overwrit", status=2).stderr)

    def test_help_of_every_command(self):
        everything = run("--help", status=0).stdout
        for command in ("init", "check", "audit", "explain", "query", "columns"):
            self.assertIn(command, everything)
            self.assertTrue(run(command, "--help", status=0).stdout)
            self.assertTrue(run(command, "--help", "--lang", "zh", status=0).stdout)


class BadLayers(Case):
    def test_layer_without_system(self):
        write_layer(self.folder / "land.gpkg", "parks", [{"id": "K1", "wkt": square(0, 0, 100)}])
        write_layer(self.folder / "p.csv", "p", [{"id": "P1"}], epsg=None, driver="CSV")
        shape = self.folder / "p.shp"
        write_layer(shape, "p", PARCEL, driver="ESRI Shapefile")
        (self.folder / "p.prj").unlink()
        self.write("audit.toml", 'as_of = 2024-12-31\n[parks]\nsource = "land.gpkg"\n[parcels]\nsource = "p.shp"\n')
        self.assertIn("p.shp", run("audit", self.folder / "audit.toml", "-o", self.folder / "l.gpkg", status=3).stderr)
        self.write("audit.toml", 'as_of = 2024-12-31\n[parks]\nsource = "land.gpkg"\n[parcels]\nsource = "p.shp"\ncrs = "EPSG:4526"\n')
        self.audit()

    def test_a_layer_in_which_nothing_is_a_park_id(self):
        self.draw(PARCEL, parks=[{"colour": "red", "wkt": square(0, 0, 100)}])
        message = run("audit", self.folder / "audit.toml", "-o", self.folder / "l.gpkg", status=3).stderr
        for word in ("colour", "[parks.fields]", "land.gpkg"):
            self.assertIn(word, message)

    def test_a_ledger_is_no_project_and_a_comparison_no_ledger(self):
        self.draw(PARCEL)
        self.audit()
        message = run("check", self.folder / "ledger.gpkg", status=3).stderr
        self.assertIn("ledger.gpkg", message)
        self.assertIn("yongdi explain", message)
        run("compare", f"{self.folder}/land.gpkg|parks", f"{self.folder}/land.gpkg|parks", "-o", self.folder / "diff.gpkg", status=0)
        self.assertIn("diff.gpkg", run("explain", self.folder / "diff.gpkg", "K1", status=3).stderr)

    def test_empty_layers(self):
        self.draw(parcels=PARCEL, buildings=[{"id": "B", "wkt": square(0, 0, 5)}], layer_extra={"buildings": "where = \"id = 'none'\""})
        ledger = self.audit()
        self.assertEqual(len(ledger.rows("SELECT * FROM finding WHERE code = 'LAYER_EMPTY'")), 1)
        self.write("audit.toml", (self.folder / "audit.toml").read_text(encoding="utf-8").replace('layer = "parcels"', 'layer = "parcels"\nwhere = "id = \'none\'"'))
        self.assertIn("parcels", run("audit", self.folder / "audit.toml", "-o", self.folder / "l.gpkg", status=3).stderr)

    def test_truncated_geopackage(self):
        write_layer(self.folder / "big.gpkg", "parcels", [{"id": f"P{i}", "name": "x" * 300, "wkt": square(i, 0, 1)} for i in range(3000)])
        write_layer(self.folder / "land.gpkg", "parks", [{"id": "K1", "wkt": square(0, 0, 4000)}])
        whole = (self.folder / "big.gpkg").read_bytes()
        self.write("audit.toml", 'as_of = 2024-12-31\n[parks]\nsource = "land.gpkg"\n[parcels]\nsource = "cut.gpkg"\n')
        for share in (0.02, 0.3, 0.6, 0.9):
            with self.subTest(share=share):
                (self.folder / "cut.gpkg").write_bytes(whole[:int(len(whole) * share)])
                done = run("audit", self.folder / "audit.toml", "-o", self.folder / "l.gpkg", status=3)
                self.assertIn("cut.gpkg", done.stderr)
                self.assertFalse((self.folder / "l.gpkg").exists())

    def test_truncated_shapefile(self):
        write_layer(self.folder / "land.gpkg", "parks", [{"id": "K1", "wkt": square(0, 0, 4000)}])
        self.write("audit.toml", 'as_of = 2024-12-31\n[parks]\nsource = "land.gpkg"\n[parcels]\nsource = "p.shp"\n')
        for ending in ("shp", "dbf", "shx"):
            with self.subTest(ending=ending):
                for old in self.folder.glob("p.*"):
                    old.unlink()
                write_layer(self.folder / "p.shp", "p", [{"id": f"P{i}", "wkt": square(i, 0, 1)} for i in range(500)], driver="ESRI Shapefile")
                file = self.folder / f"p.{ending}"
                file.write_bytes(file.read_bytes()[:file.stat().st_size * 2 // 3])
                before = {p.name: p.read_bytes() for p in self.folder.glob("p.*")}
                done = run("audit", self.folder / "audit.toml", "-o", self.folder / "l.gpkg", status=3)
                self.assertIn("p.", done.stderr)
                self.assertEqual(before, {p.name: p.read_bytes() for p in self.folder.glob("p.*")}, "a source was changed")

    def test_coordinates_that_are_no_numbers(self):
        self.draw([*PARCEL, {"id": "P2", "wkt": square(100, 0, 20)}, {"id": "P3", "wkt": square(200, 0, 20)}, {"id": "P4"}])
        source = self.folder / "land.gpkg"
        content = source.read_bytes()
        for corner, value in ((120.0, float("nan")), (220.0, float("inf"))):  # one corner of each outline, in the bytes themselves
            corner = struct.pack("<dd", EAST + corner, NORTH + 20.0)
            self.assertEqual(content.count(corner), 1)
            content = content.replace(corner, struct.pack("<dd", value, NORTH + 20.0))
        source.write_bytes(content)
        ledger = self.audit()
        self.assert_identities(ledger)
        self.assertIn("GEOMETRY_NOT_FINITE", ledger.codes("P2"))
        self.assertIn("GEOMETRY_NOT_FINITE", ledger.codes("P3"))
        self.assertIn("GEOMETRY_MISSING", ledger.codes("P4"))
        self.assertEqual(ledger.value("SELECT COUNT(*) FROM parcel"), 4)

    def test_ids_and_days(self):
        self.draw([{"id": "P1", "start_due": "2021年13月40日", "wkt": square(0, 0, 20)}, {"id": "P1", "wkt": square(30, 0, 20)}, {"id": "  ", "wkt": square(60, 0, 20)},
                   {"id": "P2", "start_due": "1900-01-01", "delivered_on": "--", "contract_on": "/", "wkt": square(90, 0, 20)},
                   {"id": "P3", "start_due": "2023年3月5日", "contract_on": "20200105", "delivered_on": "2020.1.7", "wkt": square(120, 0, 20)}])
        ledger = self.audit()
        self.assertEqual(len(ledger.rows("SELECT * FROM finding WHERE code = 'ID_DUPLICATE'")), 1)
        self.assertEqual(len(ledger.rows("SELECT * FROM finding WHERE code = 'ID_MISSING'")), 1)
        unreadable = ledger.rows("SELECT * FROM finding WHERE code = 'DATE_UNREADABLE'")
        self.assertEqual(len(unreadable), 1)
        self.assertIn("2021年13月40日", unreadable[0]["message_en"])
        facts = ledger.rows("SELECT * FROM parcel_fact WHERE parcel_id IN ('P2', 'P3') ORDER BY 2")
        self.assertEqual([facts[0][name] for name in ("start_due", "delivered_on", "contract_on")], [None, None, None])
        self.assertEqual([facts[1][name] for name in ("start_due", "delivered_on", "contract_on")], ["2023-03-05", "2020-01-07", "2020-01-05"])


class Output(Case):
    def test_existing_output(self):
        self.draw(PARCEL)
        output = self.folder / "l.gpkg"
        output.write_bytes(b"precious")
        done = run("audit", self.folder / "audit.toml", "-o", output, status=5)
        self.assertIn("--overwrite", done.stderr)
        self.assertEqual(output.read_bytes(), b"precious")

    def test_missing_folder(self):
        self.draw(PARCEL)
        run("audit", self.folder / "audit.toml", "-o", self.folder / "no" / "l.gpkg", status=5)

    def test_full_device(self):
        self.draw(PARCEL)
        run("audit", self.folder / "audit.toml", "-o", "/dev/full/l.gpkg", status=5)

    def test_a_kill_in_the_middle_leaves_the_old_file(self):
        project = ROOT / "gis-data" / "sample" / "audit.toml"
        output = self.folder / "l.gpkg"
        output.write_bytes(b"the old ledger")
        killed = 0
        for delay in (0.02, 0.05, 0.1, 0.2, 0.3, 0.45):
            process = subprocess.Popen([str(PROGRAM), "audit", str(project), "-o", str(output), "--overwrite", "-q"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
                killed += 1
                process.wait()
                self.assertEqual(output.read_bytes(), b"the old ledger")
            else:
                process.wait()
                output.write_bytes(b"the old ledger")
        self.assertGreater(killed, 0)

    def test_fail_on(self):
        self.draw([{"id": "P1", "wkt": square(0, 0, 20)}, {"id": "P1", "wkt": square(30, 0, 20)}])
        run("audit", self.folder / "audit.toml", "-o", self.folder / "a.gpkg", status=1)
        run("audit", self.folder / "audit.toml", "-o", self.folder / "b.gpkg", "--fail-on", "never", status=0)

    def test_a_clean_run_says_nothing(self):
        self.draw(PARCEL)
        done = run("audit", self.folder / "audit.toml", "-o", self.folder / "a.gpkg", status=0)
        self.assertEqual(done.stderr, "")
        self.assertIn("K1", done.stdout)


class Anchors(Case):
    def test_last_day_of_the_opinion(self):
        self.draw(PARCEL, extra='rulebook = "qingyuan"')
        self.audit("audit.toml", "--as-of", "2025-12-30")
        done = run("audit", self.folder / "audit.toml", "-o", self.folder / "x.gpkg", "--as-of", "2025-12-31", status=2)
        self.assertIn("清府〔2021〕26号", done.stderr)
        self.assertIn("2025-12-30", done.stderr)
        text = (self.folder / "audit.toml").read_text(encoding="utf-8")
        self.write("audit.toml", 'accept_expired = ["清府〔2021〕26号"]\n' + text)
        ledger = self.audit("audit.toml", "--as-of", "2025-12-31")
        self.assertEqual(ledger.value("SELECT value FROM receipt WHERE key = 'accepted_expired'"), "清府〔2021〕26号")


if __name__ == "__main__":
    unittest.main()
