"""Values that attack come back unchanged; the ledger cannot be used as a door."""
import unittest

from osgeo import osr

from support import EAST, NORTH, Case, as_json, run, square

HOSTILE = {
    "sql": "'); DROP TABLE parcel; --",
    "quotes": "\"double\" 'single' `back`",
    "html": "<script>alert(1)</script>&amp;",
    "formula": "=HYPERLINK(\"http://example.org\",\"x\")",
    "plus": "+1+1",
    "control": "a\x01b\x1bc\td",
    "line": "first\nsecond",
    "rare": "𠮷野家𪚥龘",
    "right-to-left": "abc\u202edef\u200f",
    "long": "地" * 20000,
    "zero-width": "a\u200bb",
    "template": "{place} {0} %s %n ${x}",
}


class Values(Case):
    def test_round_trip(self):
        parcels = [{"id": f"P-{name}-{text[:40]}", "name": text, "holder": text, "wkt": square(30 * i, 0, 20)} for i, (name, text) in enumerate(HOSTILE.items())]
        self.draw(parcels)
        ledger = self.audit()
        names = {row["parcel_id"]: (row["name"], row["holder"]) for row in ledger.rows("SELECT * FROM parcel")}
        for parcel in parcels:
            with self.subTest(parcel["id"][:20]):
                self.assertEqual(names[parcel["id"]], (parcel["name"], parcel["name"]))
                told = run("explain", self.folder / "ledger.gpkg", parcel["id"], status=0).stdout
                self.assertTrue(told)


class Query(Case):
    def setUp(self):
        super().setUp()
        self.draw([{"id": "P1", "contract_on": "2020-01-01", "wkt": square(0, 0, 20)}])
        self.audit()
        self.ledger = self.folder / "ledger.gpkg"

    def test_reads_with_spatial_functions(self):
        rows = as_json(run("query", self.ledger, "SELECT parcel_id, ROUND(ST_Area(geom), 6) AS a FROM parcel", "--json", status=0))
        self.assertEqual(rows, [{"parcel_id": "P1", "a": 400.0}])
        self.assertIn("P1", run("query", self.ledger, "SELECT parcel_id FROM parcel", status=0).stdout)

    def test_transforms_coordinates(self):
        sql = "SELECT ROUND(ST_X(p), 6) AS x, ROUND(ST_Y(p), 6) AS y FROM (SELECT ST_Transform(ST_Centroid(geom), 4490) AS p FROM parcel)"
        [place] = as_json(run("query", self.ledger, sql, "--json", status=0))
        there, geographic = osr.SpatialReference(), osr.SpatialReference()
        for system, code in ((there, 4526), (geographic, 4490)):
            system.ImportFromEPSG(code)
            system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        x, y, _ = osr.CoordinateTransformation(there, geographic).TransformPoint(EAST + 10, NORTH + 10)
        self.assertAlmostEqual(place["x"], x, 6)
        self.assertAlmostEqual(place["y"], y, 6)

    def test_cannot_do_anything_else(self):
        before = self.ledger.read_bytes()
        secret = self.write("secret.txt", "not for you")
        for sql in ("DELETE FROM parcel", "UPDATE parcel SET name = 'x'", "INSERT INTO receipt(key, value) VALUES ('a', 'b')", "DROP TABLE parcel",
                    "CREATE TABLE t(a)", "CREATE TEMP TABLE t(a)", f"ATTACH '{self.folder}/other.db' AS o", "DETACH main", "PRAGMA writable_schema = 1",
                    "PRAGMA journal_mode = WAL", "VACUUM", f"VACUUM INTO '{self.folder}/copy.db'", "SELECT load_extension('mod_spatialite')",
                    f"SELECT BlobFromFile('{secret}')", f"SELECT BlobToFile(geom, '{self.folder}/out.bin') FROM parcel",
                    f"SELECT ImportDBF('{secret}', 't', 'UTF-8')", f"SELECT ExportSHP('parcel', 'geom', '{self.folder}/shp', 'UTF-8')",
                    f"SELECT XB_LoadXML('{secret}')", f"SELECT readfile('{secret}')", f"SELECT ImportGeoJSON('{secret}', 't', 'g')",
                    f"SELECT ExportGeoJSON2('parcel', 'geom', '{self.folder}/x.json')", "SELECT eval('DELETE FROM parcel')", "SELECT 1; DELETE FROM parcel",
                    "BEGIN", "REINDEX", "ANALYZE", "SELECT fts3_tokenizer('simple')", f"SELECT ImportSHP('{self.folder}/x', 't', 'UTF-8', 4526)"):
            with self.subTest(sql=sql):
                done = run("query", self.ledger, sql, status=2)
                self.assertTrue(done.stderr.strip())
                self.assertNotIn("not for you", done.stdout)
        self.assertEqual(self.ledger.read_bytes(), before)
        self.assertEqual({p.name for p in self.folder.iterdir()}, {"secret.txt", "land.gpkg", "audit.toml", "ledger.gpkg"})

    def test_wrong_sql_is_explained(self):
        self.assertIn("parcle", run("query", self.ledger, "SELECT * FROM parcle", status=2).stderr)
        run("query", self.folder / "none.gpkg", "SELECT 1", status=3)


class Explain(Case):
    def test_unknown_id_names_the_nearest(self):
        self.draw([{"id": "441802A01", "wkt": square(0, 0, 20)}])
        self.audit()
        self.assertIn("441802A01", run("explain", self.folder / "ledger.gpkg", "441802A10", status=2).stderr)

    def test_sources_are_not_needed(self):
        self.draw([{"id": "P1", "contract_on": "2020-01-01", "start_due": "2023-03-15", "price": "1200", "wkt": square(0, 0, 20)}])
        self.audit()
        (self.folder / "land.gpkg").unlink()
        (self.folder / "audit.toml").unlink()
        for language, words in (("zh", ["2024-03-16", "240", "第十四条", "疑似"]), ("en", ["2024-03-16", "240", "Suspected"])):
            told = run("explain", self.folder / "ledger.gpkg", "P1", "--lang", language, status=0).stdout
            for word in words:
                self.assertIn(word, told)
        told = as_json(run("explain", self.folder / "ledger.gpkg", "P1", "--json", status=0))
        self.assertEqual(told["id"], "P1")


if __name__ == "__main__":
    unittest.main()
