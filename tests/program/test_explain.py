"""yongdi explain on the sample parks: 20 parcels told in both languages, and every verdict of the ledger reached again from the facts it keeps.

/usr/bin/python3 test_explain.py --renew    writes the explanations anew; read the difference before you commit it
"""
import csv
import difflib
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

from support import ROOT, Case, Ledger, as_json, run, square

GOLDEN = ROOT / "tests" / "golden" / "explain"
RENEW = "cd tests/program && YONGDI=<program> /usr/bin/python3 test_explain.py --renew"
LINES_ON_A_PAGE = 84  # A4 at eight points
CLASSES = {"NORMAL", "LATE_START", "OVERDUE_START", "IDLE_A1", "IDLE_A2", "IDLE_B", "IDLE_ENDED", "IDLE_UNSURE", "DATA_GAP"}
STAGES = {"future", "pending", "idle", "building", "completed", "undecided"}
ROUTES = {"fee", "recover", "negotiate", "review"}


def covered():
    with open(GOLDEN / "parcels.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(ledger, parcel_id, language):
    """The explanation, with the number of the run masked: it changes with every version of the program and its libraries."""
    text = run("explain", ledger, parcel_id, "--kind", "parcel", "--lang", language, status=0).stdout
    return re.sub(r"\b[0-9a-f]{16}\b", "<run>", text)


def audit_sample(folder):
    ledger = pathlib.Path(folder) / "sample.gpkg"
    run("audit", ROOT / "gis-data" / "sample" / "audit.toml", "-o", ledger, "--fail-on", "never", "-q", status=0)
    return ledger


def renew():
    with tempfile.TemporaryDirectory(prefix="yongdi-") as folder:
        ledger = audit_sample(folder)
        for row in covered():
            for language in ("zh", "en"):
                (GOLDEN / f"{row['parcel_id']}.{language}.txt").write_text(told(ledger, row["parcel_id"], language), encoding="utf-8")


class Sample(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="yongdi-")
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.path = audit_sample(cls.folder)
        cls.ledger = Ledger(cls.path)

    def test_the_twenty_parcels_cover_every_class_stage_and_route(self):
        rows = covered()
        self.assertEqual(len(rows), 20)
        for row in rows:
            stored = self.ledger.rows("SELECT idle_class, stage, route, start_due_basis, determination FROM parcel WHERE parcel_id = ?", row["parcel_id"])
            self.assertEqual(stored, [{name: row[name] or None for name in ("idle_class", "stage", "route", "start_due_basis", "determination")}],
                             f"{row['parcel_id']} does not show what parcels.csv says; choose another parcel of the sample")
        for column, every in (("idle_class", CLASSES), ("stage", STAGES), ("route", ROUTES)):
            self.assertEqual({row[column] for row in rows if row[column]}, every)

    def test_explanations_read_as_they_did(self):
        for row in covered():
            for language in ("zh", "en"):
                name = f"{row['parcel_id']}.{language}.txt"
                with self.subTest(name):
                    kept = (GOLDEN / name).read_text(encoding="utf-8")
                    now = told(self.path, row["parcel_id"], language)
                    difference = "".join(difflib.unified_diff(kept.splitlines(True), now.splitlines(True), f"tests/golden/explain/{name}", "now"))
                    if difference:
                        self.fail(f"\n{difference}\nIf the new words are right, renew them: {RENEW}")

    def test_explanations_are_one_page_in_the_words_of_the_law(self):
        codes = CLASSES - {"NORMAL"} | {"IDLE", "NULL", "n/a", "start_due"}
        for row in covered():
            for language in ("zh", "en"):
                text = (GOLDEN / f"{row['parcel_id']}.{language}.txt").read_text(encoding="utf-8")
                self.assertLessEqual(len(text.splitlines()), LINES_ON_A_PAGE, row["parcel_id"])
                self.assertNotRegex(text, r"[A-Za-z]_[A-Za-z]", "a name of the program")
                for code in codes:
                    self.assertNotIn(code, text)
                for other in ("{", "}", "nan", "inf ", "None of", "std::"):
                    self.assertNotIn(other, text.replace("None.", ""))

    def derived(self, table, key):
        ids = [row[key] for row in self.ledger.rows(f"SELECT {key} FROM {table} ORDER BY fid")]
        stories = as_json(run("explain", self.path, *ids, "--kind", table, "--json", status=0))
        self.assertEqual([story["id"] for story in stories], ids)
        return stories

    def test_every_verdict_is_reached_again_from_the_facts_kept(self):
        for table, key, least in (("parcel", "parcel_id", 13), ("approval", "approval_id", 4)):
            stories = self.derived(table, key)
            for story in stories:
                columns = story["derived"]
                self.assertGreaterEqual(len(columns), least)
                stored = self.ledger.rows(f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = ?", story["id"])
                self.assertEqual([columns], stored, story["id"])
                self.assertEqual(story["warnings"], [warning for warning in story["warnings"] if "不一致" not in warning["zh"]], story["id"])
        self.assertGreater(len(stories), 50)

    def test_every_ratio_is_its_numerator_over_its_denominator(self):
        rows = self.ledger.rows("SELECT * FROM parcel")
        known = 0
        for row in rows:
            area = {"declared": row["declared_area_m2"], "measured": row["area_m2"]}.get(row["area_basis"])
            for ratio, amount, unit in (("plot_ratio", "floor_area_m2", 1), ("building_density", "footprint_m2", 1),
                                        ("investment_intensity_wan_per_ha", "fixed_investment_wan_yuan", 10000)):
                if row[ratio] is None:
                    self.assertTrue(row[amount] is None or not area, (row["parcel_id"], ratio))
                    continue
                known += 1
                self.assertAlmostEqual(row[ratio], row[amount] / area * unit, places=9, msg=(row["parcel_id"], ratio))
        self.assertGreater(known, 3000)

    def test_another_day(self):
        text = run("explain", self.path, "4418022022B90001", "--as-of", "2025-01-01", "--lang", "zh", status=0).stdout
        self.assertIn("2025-01-01（台账的审计基准日为 2024-12-31）", text)
        self.assertIn("超过动工开发日期满两年未动工", text)
        with tempfile.TemporaryDirectory(prefix="yongdi-") as folder:
            other = pathlib.Path(folder) / "other.gpkg"
            run("audit", ROOT / "gis-data" / "sample" / "audit.toml", "-o", other, "--as-of", "2025-06-30", "--fail-on", "never", "-q", status=0)
            asked = as_json(run("explain", self.path, *[row["parcel_id"] for row in covered()], "--kind", "parcel", "--as-of", "2025-06-30", "--json", status=0))
            for story in asked:
                stored = Ledger(other).rows(f"SELECT {', '.join(story['derived'])} FROM parcel WHERE parcel_id = ?", story["id"])
                self.assertEqual([story["derived"]], stored, "the same facts, asked for another day, say what an audit of that day says")

    def test_a_finding_is_told_by_its_id(self):
        finding = self.ledger.rows("SELECT * FROM finding WHERE subject = 'parcel' AND field IS NOT NULL ORDER BY finding_id LIMIT 1")[0]
        text = run("explain", self.path, finding["finding_id"], "--lang", "en", status=0).stdout
        self.assertIn(finding["message_en"], text)
        self.assertIn(f"row {finding['row']}, column \"{finding['field']}\"", text)


class Subjects(Case):
    def test_one_id_for_a_park_and_a_parcel(self):
        self.draw([{"id": "K1", "wkt": square(0, 0, 100), "contract_on": "2022-01-01", "start_due": "2023-01-01"}])
        self.audit()
        ledger = self.folder / "ledger.gpkg"
        both = run("explain", ledger, "K1", status=0).stdout
        self.assertIn("Parcel K1", both)
        self.assertIn("Park K1", both)
        park = run("explain", ledger, "K1", "--kind", "park", status=0).stdout
        self.assertNotIn("Parcel K1", park)
        self.assertIn("--kind", run("explain", ledger, "K1", "--kind", "approval", status=2).stderr)
        self.assertIn("did you mean park", run("explain", ledger, "K1", "--kind", "parks", status=2).stderr)
        self.assertIn("K1", run("explain", ledger, "K2", status=2).stderr)
        self.assertIn("audit --as-of 2023-12-31", run("explain", ledger, "K1", "--kind", "park", "--as-of", "2023-12-31", status=2).stderr)
        self.assertIn("--as-of", run("explain", ledger, "K1", "--as-of", "yesterday", status=2).stderr)

    def test_a_fact_of_a_joined_table_names_that_table(self):
        self.write("money.csv", "id,成交价款（元）\nZ0,1\nZ1,12000000\n")
        self.draw([{"id": "Z1", "wkt": square(0, 0, 100), "contract_on": "2021-01-01", "start_due": "2022-01-01", "面积（亩）": "15"}])
        project = (self.folder / "audit.toml").read_text(encoding="utf-8")
        self.write("audit.toml", project + '[[tables]]\nsource = "money.csv"\nto = "parcels"\non = "id"\n')
        self.audit()
        text = run("explain", self.folder / "ledger.gpkg", "Z1", status=0).stdout
        self.assertRegex(text, r'money.csv, row 3\n +contract price +1200 ×10⁴ yuan +"成交价款（元）", read in yuan\n')
        self.assertRegex(text, r'land.gpkg \| parcels, row 1\n(?s:.)* +area supplied +10000 m² +"面积（亩）", read in mu\n')
        story = as_json(run("explain", self.folder / "ledger.gpkg", "Z1", "--json", status=0))
        self.assertEqual(story["facts"]["read_from"]["price_wan_yuan"], {"source": "money.csv", "row": 3, "header": "成交价款（元）"})


if __name__ == "__main__":
    if sys.argv[1:] == ["--renew"]:
        renew()
    else:
        unittest.main()
