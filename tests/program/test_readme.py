"""The examples of the README are fed to the program as they stand there: what it shows must be accepted, every key and every column of it."""
import re
import unittest

from osgeo import ogr
from support import ROOT, Case, run, square, write_layer

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


class Readme(Case):
    audited, quota = blocks("toml")[:2], blocks("toml")[2]  # the project file and what may follow in it; the section that only `quota` reads

    def sources(self):
        """Every layer and table that the project file names, with next to nothing in it."""
        write_layer(self.folder / "园区.gpkg", "园区", [{"id": name, "county": "清城区", "wkt": square(1000 * n, 0, 1000)} for n, name in enumerate(("K01", "K03"))])
        write_layer(self.folder / "供地.shp", "供地", [{"id": "P1", "面积": "30", "supply_mode": "挂牌", "wkt": square(0, 0, 100, 200)}], driver="ESRI Shapefile", options=["ENCODING=GBK"])
        write_layer(self.folder / "批次.gpkg", "批次", [{"id": "粤〔2020〕1号", "approved_on": "2020-01-01", "wkt": square(0, 0, 300)}])
        write_layer(self.folder / "建筑.gpkg", "建筑", [{"id": "B1", "floors": "3", "wkt": square(10, 10, 50)}])
        write_layer(self.folder / "现状.gpkg", "现状", [{"id": "S1", "status": "A2", "supply": "D1", "wkt": square(0, 0, 1000)}])
        write_layer(self.folder / "基本农田.gpkg", "基本农田", [{"wkt": square(0, 900, 1000, 100)}])
        write_layer(self.folder / "合同台账.xlsx", "合同", [{"电子监管号": "P1", "合同签订日期": "2020-03-01", "约定动工日期": "2020-09-01"}], epsg=None, driver="XLSX")
        for text in blocks("csv"):
            name = re.match(r"# (\S+?\.csv)", text).group(1)
            self.write(name, text)

    def test_the_examples_are_accepted_as_they_stand(self):
        self.sources()
        firms = '[[tables]]\nsource = "企业.csv"\nto = "parcels"\nkind = "firms"\n'
        self.write("企业.csv", "parcel,name,year,tax,value_added,employees,bonus,malus\nP1,示例公司,2024,900,3000,150,5,2\n")
        self.write("audit.toml", "".join(self.audited) + firms)
        ledger = self.audit("audit.toml")
        self.assertEqual(ledger.codes("P1") & {"UNKNOWN_FIELD"}, set())
        indicators = {row["indicator"]: row for row in ledger.rows("SELECT * FROM park_indicator WHERE park_id = 'K01'")}
        for name in ("population_density", "expired_disposal_rate", "paid_use_rate", "auction_rate", "to_be_built_share", "current_industrial_rate", "planned_industrial_rate"):
            self.assertIsNotNone(indicators[name]["value"], name)
        self.assertEqual(ledger.value("SELECT count(*) FROM park_score WHERE park_id = 'K01'"), 3)
        firm = ledger.rows("SELECT * FROM firm_rating")[0]
        points = ledger.value("SELECT SUM(points) FROM firm_rating_part")
        self.assertAlmostEqual(firm["total"], points + 5 - 2, places=9)
        # Keys that no run can show, because what is shown is the default.
        receipt = {row["key"]: row["value"] for row in ledger.rows("SELECT key, value FROM receipt")}
        self.assertEqual({key: value for key, value in receipt.items() if key.startswith("tolerance.")},
                         {key: value for key, value in self.default_tolerances().items()})

    def default_tolerances(self):
        self.draw([{"id": "P1", "wkt": square(0, 0, 10)}])
        project = self.folder / "audit.toml"
        project.rename(self.folder / "plain.toml")
        plain = self.audit("plain.toml", output="plain.gpkg")
        return {row["key"]: row["value"] for row in plain.rows("SELECT key, value FROM receipt WHERE key LIKE 'tolerance.%'")}

    def test_constraints_of_the_project_file_are_compared(self):
        self.sources()
        self.write("audit.toml", "".join(self.audited))
        write_layer(self.folder / "旧.gpkg", "园区", [{"id": "K01", "wkt": square(0, 0, 1000, 800)}])
        run("compare", "旧.gpkg", "audit.toml", "-o", "diff.gpkg", "--fail-on", "never", cwd=self.folder, status=0)
        source = ogr.Open(str(self.folder / "diff.gpkg"))
        gained = {row["park_id"]: row["gained_m2"] for row in source.GetLayer("constraint_change") if row["kind"] == "farmland"}
        self.assertAlmostEqual(gained["K01"], 100000, delta=0.05)

    def test_the_section_of_the_quota_is_accepted_with_every_column_it_names(self):
        self.sources()
        project = self.write("audit.toml", "".join(self.audited[:1]) + self.quota)
        for year in (2023, 2024):
            run("audit", project, "-o", self.folder / f"{year}.gpkg", "--as-of", f"{year}-12-31", "--fail-on", "never", status=0)
        self.write("指标园区.csv", "park,name,demand(亩),floor(亩),base(亩),performance,overuse(亩),illegal(亩),unsupplied_two_years(亩),supply_rate,exempt\n"
                                   "K01,东园,200,10,100,90,0,0,0,,否\nK03,西园,300,0,100,80,0,0,0,0.7,否\n")
        self.write("处置任务.csv", "park,kind,type,base_area(亩),target,cohort_from,cohort_to\nK01,批而未供,处置率,100,0.15,2009,2023\n")
        self.write("指标台账.csv", "park,type,amount(亩),document,day,movement\nK01,NAT,50,粤〔2025〕1号,2025-03-01,下达\n")
        run("quota", project, "-o", self.folder / "quota.gpkg", "--fail-on", "never", status=0)
        given = ogr.Open(str(self.folder / "quota.gpkg"))
        self.assertEqual([row["park_id"] for row in given.GetLayer("quota")], ["K01", "K03"])
        self.assertEqual({row["type"] for row in given.GetLayer("quota_entry")} & {"NAT"}, {"NAT"})


if __name__ == "__main__":
    unittest.main()
