"""Real layers with everything real layers have: every file is read or refused with a reason; published figures come out."""
import json
import pathlib
import shutil
import subprocess
import unittest

from support import DATA, ROOT, Case, Ledger, run, square, write_layer


class NewYork(Case):
    """2,593 tax lots in four industrial zones (tests/data/nyc-ibz/README.md)."""

    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path("/tmp") / "yongdi-nyc"
        shutil.rmtree(cls.place, ignore_errors=True)
        shutil.copytree(DATA / "nyc-ibz", cls.place)
        run("audit", cls.place / "audit.toml", "-o", cls.place / "ledger.gpkg", "--fail-on", "never", status=0)
        cls.ledger = Ledger(cls.place / "ledger.gpkg")
        cls.addClassCleanup(shutil.rmtree, cls.place, ignore_errors=True)

    def test_identities(self):
        self.assert_identities(self.ledger)

    def test_every_lot_is_there(self):
        self.assertEqual(self.ledger.value("SELECT COUNT(*) FROM parcel"), 2593)

    def test_plot_ratio_is_the_citys(self):
        from osgeo import ogr
        source = ogr.Open(str(DATA / "nyc-ibz" / "parcels.shp"))
        city = {}
        for lot in source.GetLayer(0):
            city[str(int(float(lot["BBL"])))] = (lot["BuiltFAR"], lot["LotArea"])
        ours = {row["parcel_id"]: row["plot_ratio"] for row in self.ledger.rows("SELECT parcel_id, plot_ratio FROM parcel")}
        within = sum(1 for lot, (ratio, area) in city.items() if area > 0 and abs(ours[lot] - ratio) <= 0.005 + 1e-9)
        self.assertEqual((within, sum(1 for _, area in city.values() if area > 0)), (2589, 2589))
        self.assertEqual([ours[lot] for lot, (_, area) in city.items() if area == 0], [None] * 4)

    def test_zone_figures(self):
        names = {row["park_id"]: row["name"] or row["park_id"] for row in self.ledger.rows("SELECT park_id, name FROM park")}
        ratio = {names[row["park_id"]]: round(row["value"], 4) for row in self.ledger.rows("SELECT * FROM park_indicator WHERE indicator = 'parcel_plot_ratio'")}
        self.assertEqual(sorted(ratio.values()), sorted([0.6697, 0.5689, 0.6431, 0.0684]))
        counts = [row["n"] for row in self.ledger.rows("SELECT COUNT(*) AS n FROM parcel WHERE park_id IS NOT NULL GROUP BY park_id")]
        self.assertEqual(sorted(counts), sorted([813, 1249, 346, 182]))
        outside = [row["parcel_id"] for row in self.ledger.rows("SELECT parcel_id FROM parcel WHERE park_id IS NULL ORDER BY 1")]
        self.assertEqual(outside, ["2025660041", "2025920001", "5018650038"])

    def test_declared_against_measured(self):
        found = self.ledger.rows("""SELECT park_id, SUM(ABS(area_plane_m2 - declared_area_m2) <= 0.05 * declared_area_m2) AS plane,
                                    SUM(ABS(area_ellipsoid_m2 - declared_area_m2) <= 0.05 * declared_area_m2) AS ellipsoid
                                    FROM parcel WHERE declared_area_m2 > 0 GROUP BY park_id""")
        self.assertEqual(sum(row["plane"] for row in found), 531 + 875 + 262 + 97)
        self.assertEqual(sum(row["ellipsoid"] for row in found), 527 + 868 + 261 + 97)
        self.assertGreater(self.ledger.value("SELECT COUNT(*) FROM finding WHERE code = 'AREA_MISMATCH'"), 500)
        self.assertEqual(self.ledger.value("SELECT COUNT(*) FROM parcel WHERE area_basis = 'measured'"), 0)

    def test_nothing_is_guessed(self):
        self.assertEqual(self.ledger.value("SELECT COUNT(*) FROM parcel WHERE idle <> 'unknown'"), 0)
        self.assertEqual(self.ledger.value("SELECT COUNT(*) FROM park_balance WHERE class = 'unsupplied' AND area_m2 IS NOT NULL"), 0)
        self.assertEqual(self.ledger.value("SELECT COUNT(*) FROM finding WHERE code = 'FIELD_ABSENT' AND message_en LIKE '%contract_on%'"), 1)


class InvalidGeojson(Case):
    def test_each_file_is_read_or_refused(self):
        files = sorted((DATA / "invalid-geojson" / "examples").rglob("*.geojson"))
        self.assertGreater(len(files), 60)
        write_layer(self.folder / "parks.gpkg", "parks", [{"id": "K1", "wkt": square(0, 0, 100)}])
        read = refused = 0
        for file in files:
            with self.subTest(file=file.name):
                shutil.copy(file, self.folder / "parcels.geojson")
                self.write("audit.toml", 'as_of = 2024-12-31\ncrs = "EPSG:4526"\n[parks]\nsource = "parks.gpkg"\n[parcels]\nsource = "parcels.geojson"\n')
                done = run("audit", self.folder / "audit.toml", "-o", self.folder / "l.gpkg", "--overwrite", "--fail-on", "never")
                self.assertIn(done.returncode, (0, 3), done.stderr)
                if done.returncode == 3:
                    refused += 1
                    self.assertIn("parcels.geojson", done.stderr)
                    continue
                read += 1
                ledger = Ledger(self.folder / "l.gpkg")
                self.assertGreater(ledger.value("SELECT COUNT(*) FROM parcel"), 0)
                self.assert_identities(ledger)
                for row in ledger.rows("SELECT * FROM parcel WHERE area_m2 IS NULL"):
                    self.assertTrue(ledger.codes(row["parcel_id"]) & {"GEOMETRY_MISSING", "GEOMETRY_NOT_FINITE", "GEOMETRY_UNREPAIRABLE", "OUTSIDE_CRS"}, row["parcel_id"])
        self.assertGreater(read, 20)
        self.assertGreater(refused, 5)


class Stoke(Case):
    """A workbook that says it is a CSV; hectares as text; a table without shapes joined to drawn sites."""

    def test_content_before_ending(self):
        for name in ("brownfield_register_2019.csv", "brownfield_register_2022.xlsx"):
            with self.subTest(name):
                for old in self.folder.iterdir():
                    old.unlink()
                shutil.copy(DATA / "uk-stoke" / name, self.folder / name)
                self.draw([{"id": "68349", "wkt": square(0, 0, 20)}, {"id": "1", "wkt": square(40, 0, 20)}])
                project = (self.folder / "audit.toml").read_text(encoding="utf-8")
                self.write("audit.toml", project + f'[[tables]]\nsource = "{name}"\nto = "parcels"\non = {{ layer = "id", table = "SiteReference" }}\n'
                           'fields = { name = "SiteNameAddress", area = { field = "Hectares", unit = "ha" } }\n')
                ledger = self.audit()
                self.assertTrue(ledger.value("SELECT name FROM parcel WHERE parcel_id = '68349'"))
                wrong_ending = ledger.value("SELECT COUNT(*) FROM finding WHERE code = 'CONTENT_NOT_ENDING'")
                self.assertEqual(wrong_ending, 1 if name.endswith(".csv") else 0)


class Sample(Case):
    """The sample parks: every sown defect is found, none is invented."""

    def test_defects(self):
        import csv
        run("audit", ROOT / "gis-data" / "sample" / "audit.toml", "-o", self.folder / "ledger.gpkg", "--fail-on", "never", status=0)
        ledger = Ledger(self.folder / "ledger.gpkg")
        self.assert_identities(ledger)
        with open(ROOT / "gis-data" / "sample" / "defects.csv", encoding="utf-8-sig") as file:
            sown = {(row["code"], row["subject_id"]) for row in csv.DictReader(file)}
        plain = lambda subject: (subject or "").split("~")[0]  # ids made from a taken or blank one
        found = {(row["code"], plain(row["subject_id"])) for row in ledger.rows("SELECT * FROM finding WHERE severity IN ('error', 'warning')")}
        listed = {code for code, _ in sown}
        notices = {(row["code"], plain(row["subject_id"])) for row in ledger.rows("SELECT * FROM finding WHERE severity = 'notice'") if row["code"] in listed}
        self.assertEqual(found | notices, sown)
        self.assertGreater(len(sown), 25)

    def test_every_class_and_route_occurs(self):
        run("audit", ROOT / "gis-data" / "sample" / "audit.toml", "-o", self.folder / "ledger.gpkg", "--fail-on", "never", status=0)
        ledger = Ledger(self.folder / "ledger.gpkg")
        classes = {row["idle_class"] for row in ledger.rows("SELECT DISTINCT idle_class FROM parcel")}
        self.assertEqual(classes, {"NORMAL", "LATE_START", "OVERDUE_START", "IDLE_A1", "IDLE_A2", "IDLE_B", "IDLE_ENDED", "IDLE_UNSURE", "DATA_GAP", None})
        self.assertEqual({row["route"] for row in ledger.rows("SELECT DISTINCT route FROM parcel")}, {"fee", "recover", "negotiate", "review", None})

    def test_opens_everywhere(self):
        ledger = self.folder / "ledger.gpkg"
        run("audit", ROOT / "gis-data" / "sample" / "audit.toml", "-o", ledger, "--fail-on", "never", status=0)
        info = subprocess.run(["ogrinfo", "-so", "-al", str(ledger)], capture_output=True, text=True, check=True)
        self.assertEqual(info.stderr, "")
        self.assertNotIn("Warning", info.stdout)
        check = subprocess.run(["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", str(ledger)], capture_output=True, text=True, check=False)
        self.assertEqual(check.returncode, 0, check.stdout + check.stderr)

    def test_check_finds_the_same(self):
        project = ROOT / "gis-data" / "sample" / "audit.toml"
        run("audit", project, "-o", self.folder / "ledger.gpkg", "--fail-on", "never", status=0)
        done = run("check", project, "-o", self.folder / "fixes.xlsx", "--json", "--fail-on", "never", status=0)
        counts = json.loads(done.stdout)["findings"]
        ledger = Ledger(self.folder / "ledger.gpkg")
        for severity in ("error", "warning", "notice", "info"):
            self.assertEqual(counts[severity] if isinstance(counts, dict) else sum(f["severity"] == severity for f in counts),
                             ledger.value("SELECT COUNT(*) FROM finding WHERE severity = ?", severity))
        self.assertTrue((self.folder / "fixes.xlsx").stat().st_size > 5000)


if __name__ == "__main__":
    unittest.main()
