"""Firms rated per mu: several firms on one parcel, one firm on several, three formulas, classes by rank."""
import unittest

from support import Case, run, square


class Rating(Case):
    def project(self, firms, items, rating, parcels=None):
        self.write("firms.csv", firms)
        self.write("items.csv", items)
        parcels = parcels or [{"id": f"P{n}", "area": 20000, "contract_on": "2015-01-01", "wkt": square(200 * n, 0, 100)} for n in range(4)]
        self.draw(parcels, extra=rating)
        project = (self.folder / "audit.toml").read_text(encoding="utf-8")
        self.write("audit.toml", project + '[[tables]]\nsource = "firms.csv"\nto = "parcels"\nkind = "firms"\n')

    HEAD = "parcel,name,uscc,year,area,floor_area,tax,above_scale\n"

    def test_land_is_shared_by_floor_area_and_a_firm_counts_once(self):
        self.project(self.HEAD + "P0,甲,U1,2023,,3000,60,是\nP0,乙,U2,2023,,1000,10,是\nP1,甲,U1,2023,,,60,是\nP2,丙,U3,2022,,,900,是\nP2,丙,U3,2023,,,90,是\nP2,丙,U3,2025,,,9,是\nP3,丁,U4,2023,10000,,,是\n",
                     "group,item,weight,benchmark\n,tax_per_mu,100,2\n", '[rating]\nformula = "S1"\nitems = "items.csv"\n')
        firms = {row["firm_id"]: row for row in self.audit().rows("SELECT * FROM firm_rating")}
        # U1 uses three quarters of P0 and all of P1: 35,000 m² or 52.5 mu; its tax stands on both rows and is its own, once.
        self.assertEqual([firms[f"U{n}"]["land_m2"] for n in range(1, 5)], [35000, 5000, 20000, 10000])
        self.assertEqual((firms["U1"]["parcels"], firms["U3"]["year"]), (2, 2023))
        self.assertAlmostEqual(firms["U1"]["total"], 60 / 52.5 / 2 * 100)
        self.assertAlmostEqual(firms["U3"]["total"], 90 / 30 / 2 * 100)
        self.assertEqual((firms["U4"]["total"], firms["U4"]["rating"], firms["U4"]["missing"]), (None, None, "tax_per_mu"))
        self.assertEqual([firms[f"U{n}"]["rank"] for n in range(1, 5)], [3, 2, 1, None])
        self.assertEqual(firms["U3"]["rating"], "A")
        told = run("explain", self.folder / "ledger.gpkg", "U3", "--lang", "en", status=0).stdout
        for piece in ("Firm U3  丙", "place 1 among the 3 firms of its group that have one, class A", "tax per mu (×10⁴ yuan) 3, benchmark 2, weight 100: points 150",
                      "class A down to the first 25 %, included", "How firms are rated per mu"):
            self.assertIn(piece, told)
        self.assertIn("得分未知，不排名、不定等级；缺少：亩均税收（万元/亩）", run("explain", self.folder / "ledger.gpkg", "U4", "--lang", "zh", status=0).stdout)

    def test_groups_are_rated_apart_and_order_does_not_matter(self):
        rows = [f"P{n % 4},F{n},U{n:02},2023,1000,,{100 + n},{'是' if n < 8 else '否'}\n" for n in range(12)]
        items = "group,item,weight,benchmark\nabove_scale,tax_per_mu,60,\nabove_scale,revenue_per_mu,40,\nbelow_scale,tax_per_mu,1,\n"
        self.project(self.HEAD + "".join(rows), items.replace("above_scale,revenue_per_mu,40,\n", "").replace(",60,", ",100,"), '[rating]\nformula = "S3"\nitems = "items.csv"\ncuts = ["0.25", "0.5", "0.75"]\n')
        first = self.audit(output="a.gpkg")
        self.assertEqual([row["rating"] for row in first.rows("SELECT rating FROM firm_rating ORDER BY firm_id")], list("DDCCBBAA") + list("DCBA"))
        self.assertIn("class A down to the first 25 %, included, class B down to the first 50 %, included, class C down to the first 75 %, included, the rest class D (set by the project file)",
                      run("explain", self.folder / "a.gpkg", "U00", "--lang", "en", status=0).stdout)
        self.write("firms.csv", self.HEAD + "".join(reversed(rows)))
        second = self.audit(output="b.gpkg")
        for table in ("firm_rating", "firm_rating_part"):
            self.assertEqual(first.table(table), second.table(table), table)

    def test_bad_items_are_named_with_their_row(self):
        for items, words in (("group,item,weight,benchmark\n,tax_per_mu,90,1\n", ("row 2", "90")), ("group,item,weight,benchmark\n,tax_per_mu,100,\n", ("row 2", "benchmark")),
                             ("group,item,weight,benchmark\n,tax_per_mus,100,1\n", ("row 2", "tax_per_mu")), ("group,item,weight,benchmark\n,tax_per_mu,50,1\n,tax_per_mu,50,1\n", ("row 3", "twice"))):
            self.project(self.HEAD + "P0,甲,U1,2023,,,60,是\n", items, '[rating]\nformula = "S1"\nitems = "items.csv"\n')
            done = run("audit", self.folder / "audit.toml", "-o", self.folder / "none.gpkg", status=2)
            for word in ("items.csv", *words):
                self.assertIn(word, done.stderr)
            (self.folder / "land.gpkg").unlink()

    def test_none_unless_asked_for(self):
        self.draw([{"id": "P0", "wkt": square(0, 0, 100)}])
        self.assertEqual(self.audit().value("SELECT COUNT(*) FROM firm_rating"), 0)


if __name__ == "__main__":
    unittest.main()
