"""yongdi verify: the same, or whether data, law, settings or program changed, and which figures moved because of it."""
import shutil
import sqlite3
import unittest

from support import ROOT, Case, as_json, run, square

PRICE = 1000  # 万元: the fee is 200 by the law as it stands, a fifth


def parcels(started=""):
    """Z1 is overdue by a year and a half; Z2 is under construction, and its declared area is 10 % off."""
    return [{"id": "Z1", "wkt": square(0, 0, 200), "area": "40000", "price": str(PRICE), "contract_on": "2021-01-01", "start_due": "2023-06-30",
             "started_on": started},
            {"id": "Z2", "wkt": square(300, 0, 100), "area": "11000", "price": "500", "contract_on": "2021-01-01", "start_due": "2024-06-30",
             "started_on": "2024-05-01"}]


class Verify(Case):
    def setUp(self):
        super().setUp()
        (self.folder / "tmp").mkdir()
        self.draw(parcels())
        self.audit()
        self.before = (self.folder / "ledger.gpkg").read_bytes()

    def tearDown(self):
        self.assertEqual(list((self.folder / "tmp").iterdir()), [], "the second run leaves nothing behind")

    def verify(self, *switches, status, env=None, ledger="ledger.gpkg"):
        return run("verify", self.folder / ledger, self.folder / "audit.toml", *switches, status=status,
                   env={"TMPDIR": str(self.folder / "tmp"), **(env or {})})

    def verified(self, status=1, env=None):
        return as_json(self.verify("--json", status=status, env=env))

    def redraw(self, **what):
        (self.folder / "land.gpkg").unlink()
        self.draw(parcels(**what))

    def change_project(self, before, after):
        text = (self.folder / "audit.toml").read_text(encoding="utf-8")
        self.assertIn(before, text)
        self.write("audit.toml", text.replace(before, after, 1))

    def other_law(self):
        """The shipped data folder with one number of law changed."""
        data = self.folder / "gis-data"
        shutil.copytree(ROOT / "gis-data", data, ignore=shutil.ignore_patterns("sample"))
        law = data / "rules" / "gtzyb-order-53.toml"
        text = law.read_text(encoding="utf-8")
        at = text.index('"idle.fee_rate"')
        self.assertIn('"0.20"', text[at:])
        law.write_text(text[:at] + text[at:].replace('"0.20"', '"0.25"', 1), encoding="utf-8")
        return {"YONGDI_DATA": str(data)}

    def moved(self, result, because):
        """The tables that moved because of one cause, by name, each with its columns by name."""
        tables = {}
        for step in result["moved"]:
            if step["because"] == because:
                for table in step["tables"]:
                    tables[table["table"]] = {column["column"]: column for column in table["columns"]}
        return tables

    def test_untouched_is_the_same(self):
        result = self.verified(status=0)
        self.assertEqual((result["same"], result["changed"], result["moved"], result["parks"]), (True, {}, [], []))
        self.assertIn("The same", self.verify(status=0).stdout)
        self.assertIn("相同", self.verify("--lang", "zh", status=0).stdout)
        self.assertEqual(self.verify("-q", status=0).stdout, "")
        self.assertEqual((self.folder / "ledger.gpkg").read_bytes(), self.before)

    def test_law(self):
        env = self.other_law()
        result = self.verified(env=env)
        self.assertEqual(list(result["changed"]), ["law"])
        rate = next(change for change in result["changed"]["law"] if change["what"] == "idle.fee_rate")
        self.assertEqual((rate["before"], rate["after"]), ("0.2", "0.25"))
        self.assertIn("第十四条第一项", rate["basis_zh"])
        self.assertEqual([step["because"] for step in result["moved"]], [["law"]])
        fee = self.moved(result, ["law"])["parcel"]
        self.assertEqual(list(fee), ["fee_wan_yuan"], "the class does not hang on the rate")
        self.assertEqual(fee["fee_wan_yuan"]["cells"], 1)
        self.assertEqual(fee["fee_wan_yuan"]["largest"], [{"row": "Z1", "before": "200", "after": "250", "by": 50.0}])
        text = self.verify(status=1, env=env).stdout
        self.assertIn("idle.fee_rate: 0.2 → 0.25 [Measures on the Disposal of Idle Land", text)
        self.assertIn("data: unchanged", text)
        self.assertIn("Z1 200 → 250 (+50)", text)
        self.assertEqual((self.folder / "ledger.gpkg").read_bytes(), self.before)

    def test_data(self):
        self.redraw(started="2023-05-01")
        result = self.verified()
        self.assertEqual(list(result["changed"]), ["data"])
        self.assertEqual([change["what"] for change in result["changed"]["data"]], ["land.gpkg"])
        tables = self.moved(result, ["data"])
        self.assertEqual(tables["parcel"]["stage"]["largest"], [{"row": "Z1", "before": "idle", "after": "building", "by": None}])
        self.assertIn("started_on", tables["parcel_fact"])
        areas = {(row["park_id"], row["class"]): (row["before_m2"], row["after_m2"]) for row in result["parks"]}
        self.assertAlmostEqual(areas["K1", "idle"][0], 40000, places=3)
        self.assertEqual(areas["K1", "idle"][1], 0)
        self.assertEqual(set(areas), {("K1", "idle"), ("K1", "building")})

    def test_settings(self):
        self.change_project("[parks]", "[tolerance]\narea_mismatch = 0.5\n[parks]")
        result = self.verified()
        self.assertEqual(result["changed"], {"settings": [{"what": "tolerance.area_mismatch", "before": "0.02", "after": "0.5", "basis_zh": None,
                                                           "basis_en": None}]})
        tables = [table for step in result["moved"] for table in step["tables"]]
        self.assertEqual([step["because"] for step in result["moved"]], [["settings"]])
        self.assertEqual([(table["table"], table["rows_gone"], table["rows_new"]) for table in tables], [("finding", 1, 0)])
        self.assertIn("AREA_MISMATCH", tables[0]["gone"][0])

    def test_a_field_mapped_otherwise(self):
        self.change_project('layer = "parcels"', 'layer = "parcels"\nfields = { start_due = "contract_on" }')
        result = self.verified()
        self.assertEqual(list(result["changed"]), ["settings"])
        self.assertEqual([(change["what"], change["before"], change["after"]) for change in result["changed"]["settings"]],
                         [("parcels.fields.start_due", None, "contract_on")])
        self.assertIn("start_due", self.moved(result, ["settings"])["parcel"])

    def test_each_cause_has_its_figures(self):
        env = self.other_law()
        self.redraw(started="2024-12-31")  # no longer idle for a fee: the rate then moves nothing
        self.change_project("2024-12-31", "2024-12-30")  # … unless the day before is asked for
        result = self.verified(env=env)
        self.assertEqual(set(result["changed"]), {"data", "law", "settings"})
        self.assertEqual([step["because"] for step in result["moved"]], [["data"], ["settings"], ["law"]])
        self.assertEqual(self.moved(result, ["data"])["parcel"]["idle"]["largest"][0]["after"], "no")
        self.assertEqual(self.moved(result, ["settings"])["parcel"]["idle"]["largest"][0]["after"], "yes")
        self.assertEqual(self.moved(result, ["law"])["parcel"]["fee_wan_yuan"]["largest"][0]["after"], "250")

    def test_a_ledger_changed_by_hand(self):
        shutil.copy(self.folder / "ledger.gpkg", self.folder / "changed.gpkg")
        with sqlite3.connect(self.folder / "changed.gpkg") as connection:
            connection.execute("UPDATE park_balance SET area_m2 = 0 WHERE class = 'idle'")
        connection.close()
        result = as_json(self.verify("--json", status=1, ledger="changed.gpkg"))
        self.assertEqual((result["same"], result["changed"]), (False, {}))
        self.assertEqual([step["because"] for step in result["moved"]], [["ledger"]])
        self.assertIn("changed after it was written", self.verify(status=1, ledger="changed.gpkg").stdout)

    def test_another_version_of_the_program(self):
        shutil.copy(self.folder / "ledger.gpkg", self.folder / "older.gpkg")
        with sqlite3.connect(self.folder / "older.gpkg") as connection:
            connection.execute("UPDATE receipt SET value = 'yongdi 0.0.1' WHERE key = 'program'")
            connection.execute("UPDATE receipt SET value = '3.0.0' WHERE key = 'library.GEOS'")
        connection.close()
        result = as_json(self.verify("--json", status=1, ledger="older.gpkg"))
        self.assertEqual(list(result["changed"]), ["program"])
        self.assertEqual([change["what"] for change in result["changed"]["program"]], ["library.GEOS", "program"])
        self.assertEqual(result["moved"], [], "another version, the same figures")

    def test_a_comment_moves_nothing(self):
        self.change_project("[parks]", "# looked at again\n[parks]")
        result = self.verified()
        self.assertEqual([change["what"] for change in result["changed"]["settings"]], ["project_file_sha256"])
        self.assertEqual(result["moved"], [])
        self.assertIn("no key of the audit", self.verify(status=1).stdout)

    def test_another_day_by_switch(self):
        self.audit("audit.toml", "--as-of", "2023-12-31", output="2023.gpkg")
        self.verify("--as-of", "2023-12-31", status=0, ledger="2023.gpkg")
        self.assertIn("as_of: 2023-12-31 → 2024-12-31", self.verify(status=1, ledger="2023.gpkg").stdout)

    def test_passwords_stay_out_of_the_ledger(self):
        self.change_project('source = "land.gpkg"', 'source = "land.gpkg"\nwhere = "id <> \'password=secret\'"')
        ledger = self.audit(output="masked.gpkg")
        self.assertNotIn("secret", "".join(row["value"] for row in ledger.rows("SELECT value FROM receipt")))

    def test_refusals(self):
        self.write("text.gpkg", "not a ledger")
        self.assertIn("text.gpkg", self.verify(status=3, ledger="text.gpkg").stderr)
        self.assertIn("nowhere.gpkg", self.verify(status=3, ledger="nowhere.gpkg").stderr)
        (self.folder / "land.gpkg").unlink()
        self.assertIn("land.gpkg", self.verify(status=3).stderr)
        run("verify", self.folder / "ledger.gpkg", status=2)


if __name__ == "__main__":
    unittest.main()
